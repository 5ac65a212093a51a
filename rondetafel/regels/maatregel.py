"""Which maatregel van de kinderrechter may be written down, for how long, and who decides under it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.beslissers import MEERDERJARIG
from rondetafel.regels.datum import DAG, Looptijd, format_datum, format_looptijd, last_day_of, overlaps
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine

OTS_EEN_JAAR = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 258",
    regel="De rechter geeft een ondertoezichtstelling voor ten hoogste een jaar",
)
OTS_VERLENGEN = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 260",
    regel="De rechter kan een ondertoezichtstelling verlengen, elke keer met ten hoogste een jaar",
)
VOTS_DRIE_MAANDEN = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 257",
    regel="Een voorlopige ondertoezichtstelling duurt ten hoogste drie maanden",
)
VOOGD_HEEFT_GEZAG = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 302 en 303",
    regel="Een gecertificeerde instelling met de voogdij heeft dezelfde bevoegdheden als een andere voogd",
)
GEZAG_OF_VOOGDIJ = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 245",
    regel="Gezag is ouderlijk gezag of voogdij, en niet allebei",
)
TOT_ACHTTIEN = Bron(
    document="rondetafel",
    plek="ADR 0033: een maatregel opent de tafel voor de instelling",
    regel="Een maatregel voor een kind stopt uiterlijk op de dag voor de achttiende verjaardag",
)
EEN_TEGELIJK = Bron(
    document="rondetafel",
    plek="ADR 0033: een maatregel opent de tafel voor de instelling",
    regel="Een kind heeft op elke dag ten hoogste één maatregel van toezicht en één van voogdij",
)


class Maatregelsoort(StrEnum):
    OTS = "ots"
    VOTS = "vots"
    VOOGDIJ = "voogdij"
    VOORLOPIGE_VOOGDIJ = "voogdij_voorlopig"

    @property
    def naam(self) -> str:
        return NAMEN[self]

    @property
    def is_voogdij(self) -> bool:
        """Does the gecertificeerde instelling have gezag, so that it decides in the place of the parents?"""
        return self in VOOGDIJSOORTEN


NAMEN = {
    Maatregelsoort.OTS: "ondertoezichtstelling",
    Maatregelsoort.VOTS: "voorlopige ondertoezichtstelling",
    Maatregelsoort.VOOGDIJ: "voogdij",
    Maatregelsoort.VOORLOPIGE_VOOGDIJ: "voorlopige voogdij",
}
VOOGDIJSOORTEN = frozenset({Maatregelsoort.VOOGDIJ, Maatregelsoort.VOORLOPIGE_VOOGDIJ})
# At most so many months in one beschikking. Of voogdij our sources name no term.
HOOGSTENS: Mapping[Maatregelsoort, tuple[int, Bron]] = {
    Maatregelsoort.OTS: (12, OTS_EEN_JAAR),
    Maatregelsoort.VOTS: (3, VOTS_DRIE_MAANDEN),
}
VERLENGBAAR = frozenset({Maatregelsoort.OTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindfeiten:
    """What the rules must know of the child.

    `andere`: the days of the measures of the same kind (toezicht or voogdij); `gezag`: who holds gezag, and when.
    """

    voornaam: str
    geboortedatum: date | None
    andere: tuple[Looptijd, ...] = ()
    gezag: tuple[tuple[str, Looptijd], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelvraag:
    """One beschikking: which measure, from `van` up to and including `tot`; no `tot` runs until eighteen."""

    soort: Maatregelsoort
    van: date
    tot: date | None
    kind: Kindfeiten


def last_day_under_age(geboortedatum: date) -> date:
    """Return the last day on which somebody is a child: the day before the eighteenth birthday."""
    return birthday_of(geboortedatum, MEERDERJARIG) - DAG


def holds_until(tot: date | None, geboortedatum: date | None) -> date | None:
    """Return the last day of a measure; None when neither an end nor a day of birth is known."""
    dagen = [tot, last_day_under_age(geboortedatum) if geboortedatum else None]
    return min(filter(None, dagen), default=None)


def assess_maatregel(vraag: Maatregelvraag) -> Oordeel:
    """May this be written down as a measure for this child?"""
    return combine(
        _age_is_known(vraag.kind),
        _is_a_child(vraag),
        _has_an_end(vraag),
        _ends_after_it_starts(vraag),
        _is_short_enough(vraag),
        _ends_before_eighteen(vraag),
        _is_the_only_one(vraag),
        *_gezag_is_free(vraag),
        feiten={
            "Maatregel": vraag.soort.naam,
            "Looptijd": format_looptijd(vraag.van, vraag.tot),
            "Geboortedatum": format_datum(vraag.kind.geboortedatum)
            if vraag.kind.geboortedatum
            else "onbekend",
        },
    )


def assess_verlenging(soort: Maatregelsoort) -> Oordeel:
    """Can a measure of this kind be prolonged by a next beschikking?"""
    if soort in VERLENGBAAR:
        return combine()
    return combine(
        Reden(
            tekst=f"Een {soort.naam} wordt niet verlengd.",
            bron=VOTS_DRIE_MAANDEN if soort is Maatregelsoort.VOTS else VOOGD_HEEFT_GEZAG,
            uitweg="Besloot de rechter iets anders? Schrijf dat op als nieuwe maatregel.",
        )
    )


def assess_einde(vraag: Maatregelvraag, einde: date) -> Oordeel:
    """May `einde` be written down as the last day of a measure that was to run longer?"""
    loopt_tot = holds_until(vraag.tot, vraag.kind.geboortedatum)
    if einde < vraag.van:
        return combine(_reden("De laatste dag ligt vóór de eerste dag.", EEN_TEGELIJK, "Kijk de dag na."))
    if loopt_tot is not None and einde > loopt_tot:
        return combine(
            _reden(
                f"De maatregel loopt maar t/m {format_datum(loopt_tot)}.",
                OTS_VERLENGEN,
                "Verlengde de rechter de maatregel? Schrijf dan de verlenging op.",
            )
        )
    return combine()


def _age_is_known(kind: Kindfeiten) -> Reden | None:
    if kind.geboortedatum:
        return None
    return _reden(
        f"De geboortedatum van {kind.voornaam} is niet bekend.",
        TOT_ACHTTIEN,
        "Vul eerst de geboortedatum in.",
    )


def _is_a_child(vraag: Maatregelvraag) -> Reden | None:
    geboren = vraag.kind.geboortedatum
    if geboren is None or vraag.van <= last_day_under_age(geboren):
        return None
    return _reden(
        f"{vraag.kind.voornaam} is op {format_datum(vraag.van)} al 18.",
        TOT_ACHTTIEN,
        "Kijk de dag en de geboortedatum na.",
    )


def _has_an_end(vraag: Maatregelvraag) -> Reden | None:
    if vraag.tot or vraag.soort not in HOOGSTENS:
        return None
    return _reden(
        f"Een {vraag.soort.naam} heeft een laatste dag.",
        HOOGSTENS[vraag.soort][1],
        "Kijk in de beschikking tot wanneer de maatregel loopt.",
    )


def _ends_after_it_starts(vraag: Maatregelvraag) -> Reden | None:
    if vraag.tot is None or vraag.tot >= vraag.van:
        return None
    return _reden("De laatste dag ligt vóór de eerste dag.", EEN_TEGELIJK, "Kijk de dagen na.")


def _is_short_enough(vraag: Maatregelvraag) -> Reden | None:
    if vraag.tot is None or vraag.soort not in HOOGSTENS:
        return None
    maanden, bron = HOOGSTENS[vraag.soort]
    uiterlijk = last_day_of(vraag.van, maanden)
    if vraag.tot <= uiterlijk:
        return None
    return _reden(
        f"Een {vraag.soort.naam} vanaf {format_datum(vraag.van)} loopt uiterlijk t/m {format_datum(uiterlijk)}.",
        bron,
        "Kijk de dagen in de beschikking na. Een verlenging schrijft u apart op.",
    )


def _ends_before_eighteen(vraag: Maatregelvraag) -> Reden | None:
    geboren = vraag.kind.geboortedatum
    if geboren is None or vraag.tot is None or vraag.tot <= last_day_under_age(geboren):
        return None
    return _reden(
        f"{vraag.kind.voornaam} is dan al 18. De maatregel loopt uiterlijk t/m "
        f"{format_datum(last_day_under_age(geboren))}.",
        TOT_ACHTTIEN,
        "Vul die dag in als laatste dag.",
    )


def _is_the_only_one(vraag: Maatregelvraag) -> Reden | None:
    if not any(overlaps((vraag.van, vraag.tot), ander) for ander in vraag.kind.andere):
        return None
    return _reden(
        f"Voor {vraag.kind.voornaam} staat in deze dagen al zo'n maatregel.",
        EEN_TEGELIJK,
        "Verleng die, of schrijf eerst op dat die is gestopt.",
    )


def _gezag_is_free(vraag: Maatregelvraag) -> list[Reden]:
    """Under voogdij nobody else has gezag: what stands here about gezag and measures may not contradict."""
    if not vraag.soort.is_voogdij:
        return []
    return [
        _reden(
            f"{naam} heeft in deze dagen gezag over {vraag.kind.voornaam}.",
            GEZAG_OF_VOOGDIJ,
            "Schrijf eerst op dat dit gezag is gestopt.",
        )
        for naam, looptijd in vraag.kind.gezag
        if overlaps((vraag.van, vraag.tot), looptijd)
    ]


def _reden(tekst: str, bron: Bron, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=bron, uitweg=uitweg)
