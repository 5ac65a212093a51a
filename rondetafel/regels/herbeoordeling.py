"""How does help that was granted stand under another catalogue? The whole question is judged again, as it was asked.

Nothing is taken back by it. What was never asked or kept is named, and never passes in silence.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from rondetafel.regels import akkoord, verlenging, voorwaarden
from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.datum import DAG, format_datum, last_day_of
from rondetafel.regels.oordeel import Gevonden, Reden, reasons_of
from rondetafel.regels.papieren import papers_of_end, papers_of_grant, papers_of_verlenging
from rondetafel.regels.product import Bepaling, Kwadrant, Product
from rondetafel.regels.regelboek import all_regels
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import eindevaluatie_duty, logeren_duty, papers_duty, rto_duties
from rondetafel.regels.uitsluitingen import uitsluitingen_of
from rondetafel.regels.verlengingsvraag import Verlengingsvraag, last_day_of_extension

GEEN_BEZWAAR, NIET_GEVRAAGD = "geen bezwaar", "niet te beoordelen"
# Not a rule of the book: a product that the catalogue does not hold is judged by none.
PRODUCT_WEG = "product"
VERLENGEN: tuple[Callable[[Verlengingsvraag], Gevonden], ...] = (
    verlenging.require_within_maximum,
    verlenging.signal_long_extension,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lopend:
    """A running akkoord as it was asked; of who it is for only the day of birth and the number of the family.

    `vraag` is what was asked on the day of the grant, with the product as it was then: what that product
    did not ask was not answered. `van` and `tot` are the period that runs (after a verlenging a new one),
    `eerste_startdatum` is the first day of the first akkoord of this product without a gap since, and
    `rto_op` the day agreed on for the RTO of the period that runs.
    `eenheid` is what the number per week counts, and without `has_doelen` the goals of that day were not kept.
    """

    gezinsnummer: int
    vraag: Akkoordvraag
    van: date
    tot: date | None
    eerste_startdatum: date
    rto_op: date | None = None
    eenheid: str = ""
    has_doelen: bool = True

    @property
    def product_code(self) -> str:
        return self.vraag.product.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What each rule says of one akkoord under one catalogue, and what follows: duties, days, papers."""

    regels: Mapping[str, str] = field(default_factory=dict, hash=False)
    gevolgen: Mapping[str, str] = field(default_factory=dict, hash=False)


def judge_lopend(lopend: Lopend, catalogus: Catalogus, basis: Rekenbasis) -> Uitslag:
    """Say what every rule about granting finds, by its code; `basis` holds the working days to count with.

    A rule that finds nothing is left out.
    """
    product = catalogus.producten.get(lopend.product_code)
    if product is None:
        return Uitslag(regels={PRODUCT_WEG: "Dit product is er niet meer."})
    vraag = replace(
        lopend.vraag,
        product=product,
        keuzes=catalogus.keuzes,
        normen=catalogus.normen,
    )
    return Uitslag(
        regels=dict(_iter_regels(lopend, vraag, catalogus)),
        gevolgen=dict(_iter_gevolgen(lopend, vraag, replace(basis, catalogus=catalogus))),
    )


def _iter_regels(lopend: Lopend, vraag: Akkoordvraag, catalogus: Catalogus) -> Iterator[tuple[str, str]]:
    codes = codes_by_function()
    for regel in akkoord.REGELS:
        code = codes[regel]
        gevonden = reasons_of(regel(vraag))
        gemist = MISSING[code](lopend, vraag, gevonden) if code in MISSING else ""
        if gemist:
            yield code, f"{NIET_GEVRAAGD}: {gemist}"
        elif gevonden:
            yield code, _word(gevonden)
    if lopend.tot is None:
        return
    verlengd = _as_verlenging(lopend, vraag, catalogus, tot=lopend.tot)
    regels = VERLENGEN if lopend.van != vraag.startdatum else ()
    for ook in (*regels, verlenging.require_within_total):
        if gevonden := reasons_of(ook(verlengd)):
            yield codes[ook], _word(gevonden)


@cache
def codes_by_function() -> dict[object, str]:
    """Return the code in the rule book of each rule that is judged here."""
    codes = {regel.waar: regel.code for regel in all_regels()}
    functies: tuple[object, ...] = (*akkoord.REGELS, *VERLENGEN, verlenging.require_within_total)
    return {een: codes[f"{een.__module__}.{een.__qualname__}"] for een in functies}  # type: ignore[attr-defined]


def _as_verlenging(
    lopend: Lopend, vraag: Akkoordvraag, catalogus: Catalogus, *, tot: date
) -> Verlengingsvraag:
    """The period that runs, as the extension that made it."""
    return Verlengingsvraag(
        product=vraag.product,
        normen=catalogus.normen,
        keuzes=catalogus.keuzes,
        startdatum=vraag.startdatum,
        einddatum=lopend.van - DAG,
        eerste_startdatum=lopend.eerste_startdatum,
        tot=tot,
        ingediend_op=lopend.van - DAG,
    )


def _iter_gevolgen(lopend: Lopend, vraag: Akkoordvraag, basis: Rekenbasis) -> Iterator[tuple[str, str]]:
    product, keuzes = vraag.product, vraag.keuzes
    yield (
        "Papieren bij de start",
        ", ".join(papers_of_grant(product, vraag.startdatum, vraag.eerder, keuzes).namen),
    )
    yield "Papieren bij het einde", ", ".join(papers_of_end(product).namen)
    logeren = logeren_duty(product, vraag.startdatum)
    if logeren:
        dag = logeren.regel.apply(logeren.vanaf, basis).vervalt_op
        yield "Andere oplossing, uiterlijk", format_datum(dag)
    if lopend.tot is None:
        return
    eind = eindevaluatie_duty(product, lopend.van, lopend.tot)
    if eind:
        yield "Eindevaluatie, uiterlijk", format_datum(eind.vanaf)
    for rto in rto_duties(product, lopend.van, lopend.tot, basis):
        dag = rto.regel.apply(rto.vanaf, basis).vervalt_op
        yield "RTO", f"van {format_datum(rto.telt_vanaf)} t/m {format_datum(dag)}"
    yield from _iter_verlenging(lopend, vraag, basis, tot=lopend.tot)


def _iter_verlenging(
    lopend: Lopend, vraag: Akkoordvraag, basis: Rekenbasis, *, tot: date
) -> Iterator[tuple[str, str]]:
    product = vraag.product
    if product.rto_nodig.waarde:
        yield "Papieren bij een verlenging", ", ".join(papers_of_verlenging(product, vraag.keuzes).namen)
        # When goals are looked back on is a norm, counted for each goal; the product says how old that may be here.
        if product.evaluatie_maanden:
            yield "Evaluatie bij een verlenging", f"hoogstens {product.evaluatie_maanden} maanden oud"
        papieren = papers_duty(product, lopend.van, tot, basis, rto_op=lopend.rto_op)
        if papieren:
            dag = papieren.regel.apply(papieren.vanaf, basis).vervalt_op
            yield "Verlenging vragen, uiterlijk", format_datum(dag)
    maximum, totaal = product.maximum_maanden, product.totaal_maanden
    grenzen = [
        *([last_day_of_extension(tot, maximum.waarde)] if maximum else []),
        *([last_day_of(lopend.eerste_startdatum, totaal.waarde)] if totaal else []),
    ]
    if grenzen:
        yield "Verlengen kan t/m", format_datum(min(grenzen))
    if product.verlenging_maanden:
        gewoon = last_day_of_extension(tot, product.verlenging_maanden.waarde)
        yield "Gewoonlijk verlengd t/m", format_datum(gewoon)


def _word(redenen: tuple[Reden, ...]) -> str:
    """The reasons as they would be given; a child without a name may begin a sentence."""
    teksten = (een.tekst if een.blokkeert else f"{een.tekst} (een melding)" for een in redenen)
    return " ".join(f"{tekst[:1].upper()}{tekst[1:]}" for tekst in teksten)


Gemist = Callable[[Lopend, Akkoordvraag, tuple[Reden, ...]], str]


def _miss_uitsluiting(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    """What was asked and not ticked is answered; the rest nobody was asked."""
    toen = lopend.vraag
    gevraagd = {een.code for een in uitsluitingen_of(toen.product, toen.keuzes)}
    nieuw = [een.naam for een in uitsluitingen_of(vraag.product, vraag.keuzes) if een.code not in gevraagd]
    return f"of de vraag alleen hierover gaat: {'; '.join(nieuw)}" if nieuw else ""


def _miss_voorrang(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    weg = {een.code for een in lopend.vraag.product.voorrang} | {een.product_code for een in vraag.eerder}
    if vraag.motivatie_k3.strip():
        weg |= voorwaarden.DOOR_TRIAGE
    nieuw = [een.naam for een in vraag.product.voorrang if een.code not in weg]
    return f"of dit eerst is bekeken: {'; '.join(nieuw)}" if nieuw else ""


def _miss_aantal(_lopend: Lopend, vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    return f"hoeveel {_unit(vraag.product)} er per week zijn" if gevonden else ""


def _miss_week(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    """A number in another unit says nothing about this one."""
    return "" if vraag.product.maximum_per_week is None else _miss_unit(lopend, vraag)


def _miss_school(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    if vraag.product.onderwijs_per_week is None:
        return ""
    if lopend.vraag.product.onderwijs_per_week is None:
        return "of de hulp in plaats van school is"
    if not vraag.in_plaats_van_onderwijs:
        return ""
    return _miss_unit(lopend, vraag)


def _miss_diagnose(lopend: Lopend, _vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    gevraagd = _asks(lopend.vraag.product.diagnose_nodig)
    return "" if gevraagd or not gevonden else "of er een diagnose was"


def _miss_observatie(lopend: Lopend, _vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    gevraagd = _asks(lopend.vraag.product.observatie_nodig)
    return "" if gevraagd or not gevonden else "of er een verslag van de observatie was"


def _miss_grond(lopend: Lopend, _vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    return "op welke grond deze hulp er is" if gevonden and not lopend.vraag.product.gronden else ""


def _miss_rto_date(_lopend: Lopend, vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    return "welke dag voor het RTO is afgesproken" if gevonden and vraag.rto_op is None else ""


def _miss_motivering(lopend: Lopend, _vraag: Akkoordvraag, gevonden: tuple[Reden, ...]) -> str:
    toen = lopend.vraag.product
    gevraagd = toen.voorrang or toen.kwadrant is Kwadrant.K3 or _asks(toen.zonder_alternatief)
    return "" if gevraagd or not gevonden else "waarom er geen andere oplossing is"


def _miss_doelen(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    vraagt = _asks(vraag.product.smart_doelen_nodig)
    return "welke doelen er waren op de dag van het akkoord" if vraagt and not lopend.has_doelen else ""


def _miss_doelen_gezin(lopend: Lopend, vraag: Akkoordvraag, _gevonden: tuple[Reden, ...]) -> str:
    vraagt = _asks(vraag.product.doelen_kind_en_gezin)
    return "voor wie de doelen waren op de dag van het akkoord" if vraagt and not lopend.has_doelen else ""


def _miss_unit(lopend: Lopend, vraag: Akkoordvraag) -> str:
    eenheid = vraag.product.eenheid
    if vraag.aantal_per_week is not None and eenheid and lopend.eenheid == eenheid.value:
        return ""
    return f"hoeveel {_unit(vraag.product)} er per week zijn"


def _asks(bepaling: Bepaling[bool] | None) -> bool:
    return bepaling is not None and bepaling.waarde


def _unit(product: Product) -> str:
    return product.eenheid.meervoud if product.eenheid else "keer"


# Which fact a rule may lack, by its code. The other rules look only at what every akkoord holds.
MISSING: Mapping[str, Gemist] = {
    "akkoord-uitsluiting": _miss_uitsluiting,
    "akkoord-voorrang": _miss_voorrang,
    "akkoord-aantal-nodig": _miss_aantal,
    "akkoord-maximum-per-week": _miss_week,
    "akkoord-in-plaats-van-school": _miss_school,
    "akkoord-diagnose": _miss_diagnose,
    "akkoord-observatie": _miss_observatie,
    "akkoord-grond": _miss_grond,
    "maatwerk-rto-bij-start": _miss_rto_date,
    "akkoord-logeren": _miss_motivering,
    "akkoord-licht-eerst": _miss_motivering,
    "akkoord-smart-doelen": _miss_doelen,
    "akkoord-onaffe-doelen": _miss_doelen,
    "akkoord-doelen-kind-en-gezin": _miss_doelen_gezin,
}
