"""Which maatregel van de kinderrechter may be written down, for how long, and who decides under it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.beslissers import MEERDERJARIG
from rondetafel.regels.datum import DAG, Looptijd, format_datum, format_looptijd, last_day_of, overlaps
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

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


@write_down(
    Regel(
        code="maatregel-verlengen",
        stap=Stap.VEILIGHEID,
        vraag="Welke maatregel kan worden verlengd?",
        tekst=(
            "De rechter kan een ondertoezichtstelling verlengen, elke keer met ten hoogste een jaar. Een "
            "voorlopige ondertoezichtstelling en voogdij worden niet verlengd."
        ),
        voorbeeld=(
            "Een voorlopige ondertoezichtstelling loopt af op 31 mei. Gaat het door, dan is dat een "
            "nieuwe maatregel, geen verlenging."
        ),
        bronnen=(OTS_VERLENGEN, VOTS_DRIE_MAANDEN, VOOGD_HEEFT_GEZAG),
    )
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


@write_down(
    Regel(
        code="maatregel-eerder-stoppen",
        stap=Stap.VEILIGHEID,
        vraag="Op welke dag kan een maatregel eerder stoppen?",
        tekst=(
            "De laatste dag ligt niet voor de eerste dag, en niet na de dag waarop de maatregel toch al "
            "afliep."
        ),
        voorbeeld=(
            "Een ondertoezichtstelling loopt van 1 januari tot en met 31 december. Stoppen op 15 "
            "augustus kan, op 15 januari van het jaar erna niet: dan is er een verlenging nodig."
        ),
        bronnen=(EEN_TEGELIJK, OTS_VERLENGEN),
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


@write_down(
    Regel(
        code="maatregel-leeftijd-bekend",
        stap=Stap.VEILIGHEID,
        vraag="Is de leeftijd van het kind bekend?",
        tekst=(
            "Een maatregel stopt uiterlijk op de dag voor de achttiende verjaardag. Zonder geboortedatum "
            "is die dag niet uit te rekenen."
        ),
        voorbeeld=(
            "Bij het kind staat geen geboortedatum. De maatregel kan pas worden opgeschreven als die is "
            "ingevuld."
        ),
        bronnen=(TOT_ACHTTIEN,),
    )
)
def _age_is_known(kind: Kindfeiten) -> Reden | None:
    if kind.geboortedatum:
        return None
    return _reden(
        f"De geboortedatum van {kind.voornaam} is niet bekend.",
        TOT_ACHTTIEN,
        "Vul eerst de geboortedatum in.",
    )


@write_down(
    Regel(
        code="maatregel-alleen-voor-een-kind",
        stap=Stap.VEILIGHEID,
        vraag="Is dit kind nog geen 18 als de maatregel begint?",
        tekst="Een maatregel voor een kind begint voor de achttiende verjaardag.",
        voorbeeld="Een jongere werd op 1 mei 18. Een maatregel vanaf 3 mei kan niet.",
        bronnen=(TOT_ACHTTIEN,),
    )
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


@write_down(
    Regel(
        code="maatregel-met-laatste-dag",
        stap=Stap.VEILIGHEID,
        vraag="Staat er een laatste dag bij de maatregel?",
        tekst=(
            "Een ondertoezichtstelling heeft altijd een laatste dag. Die staat in de beschikking van de "
            "rechter. Voogdij loopt door tot 18 jaar."
        ),
        voorbeeld=(
            "Bij een ondertoezichtstelling is geen laatste dag ingevuld. Dat kan niet. Bij voogdij kan "
            "het wel."
        ),
        bronnen=(OTS_EEN_JAAR, VOTS_DRIE_MAANDEN),
    )
)
def _has_an_end(vraag: Maatregelvraag) -> Reden | None:
    if vraag.tot or vraag.soort not in HOOGSTENS:
        return None
    return _reden(
        f"Een {vraag.soort.naam} heeft een laatste dag.",
        HOOGSTENS[vraag.soort][1],
        "Kijk in de beschikking tot wanneer de maatregel loopt.",
    )


@write_down(
    Regel(
        code="maatregel-dagen-in-volgorde",
        stap=Stap.VEILIGHEID,
        vraag="Ligt de laatste dag van de maatregel na de eerste?",
        tekst="De laatste dag is dezelfde dag als de eerste, of later.",
        voorbeeld="Van 1 maart tot en met 28 februari van datzelfde jaar kan niet.",
        bronnen=(EEN_TEGELIJK,),
    )
)
def _ends_after_it_starts(vraag: Maatregelvraag) -> Reden | None:
    if vraag.tot is None or vraag.tot >= vraag.van:
        return None
    return _reden("De laatste dag ligt vóór de eerste dag.", EEN_TEGELIJK, "Kijk de dagen na.")


@write_down(
    Regel(
        code="maatregel-hoe-lang",
        stap=Stap.VEILIGHEID,
        vraag="Hoe lang duurt een ondertoezichtstelling?",
        tekst=(
            "Een ondertoezichtstelling duurt ten hoogste een jaar, een voorlopige ten hoogste drie "
            "maanden. Daarna kan de rechter een ondertoezichtstelling verlengen. Die verlenging wordt "
            "apart opgeschreven."
        ),
        voorbeeld="Een voorlopige ondertoezichtstelling vanaf 1 maart loopt uiterlijk tot en met 31 mei.",
        bronnen=(OTS_EEN_JAAR, VOTS_DRIE_MAANDEN),
    )
)
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


@write_down(
    Regel(
        code="maatregel-stopt-bij-achttien",
        stap=Stap.VEILIGHEID,
        vraag="Stopt de maatregel voor de achttiende verjaardag?",
        tekst="Een maatregel loopt uiterlijk tot en met de dag voor de achttiende verjaardag.",
        voorbeeld="Een jongere wordt op 10 oktober 18. De laatste dag is uiterlijk 9 oktober.",
        bronnen=(TOT_ACHTTIEN,),
    )
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


@write_down(
    Regel(
        code="een-maatregel-tegelijk",
        stap=Stap.VEILIGHEID,
        vraag="Loopt er al zo'n maatregel voor dit kind?",
        tekst="Op een dag heeft een kind ten hoogste één maatregel van toezicht en één van voogdij.",
        voorbeeld=(
            "Er loopt een ondertoezichtstelling tot en met 30 juni. Een tweede vanaf 1 juni kan niet, "
            "een verlenging vanaf 1 juli wel."
        ),
        bronnen=(EEN_TEGELIJK,),
    )
)
def _is_the_only_one(vraag: Maatregelvraag) -> Reden | None:
    if not any(overlaps((vraag.van, vraag.tot), ander) for ander in vraag.kind.andere):
        return None
    return _reden(
        f"Voor {vraag.kind.voornaam} staat in deze dagen al zo'n maatregel.",
        EEN_TEGELIJK,
        "Verleng die, of schrijf eerst op dat die is gestopt.",
    )


@write_down(
    Regel(
        code="voogdij-en-gezag",
        stap=Stap.VEILIGHEID,
        vraag="Heeft er niemand anders gezag als er voogdij is?",
        tekst=(
            "Gezag is van de ouders of van een voogd, niet van allebei. Krijgt een instelling de "
            "voogdij, dan stopt het gezag van de ouders op die dag."
        ),
        voorbeeld=(
            "Bij moeder staat nog gezag zonder einde. De voogdij van de instelling vanaf 1 april kan pas "
            "worden opgeschreven als dat gezag op 31 maart stopt."
        ),
        bronnen=(GEZAG_OF_VOOGDIJ, VOOGD_HEEFT_GEZAG),
    )
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
