"""What would another version of the catalogue change, before it comes into force?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from rondetafel.regels.catalogus import Catalogus, Norm
from rondetafel.regels.datum import DAG, add_months, last_day_of, weeks_before
from rondetafel.regels.product import Bepaling, Keuze, Product

ONGEGEVEN = "niet gegeven"
STAAT_ERIN, STAAT_ER_NIET_IN = "staat erin", "staat er niet in"
VERLENGING_VRAGEN = "verlenging-vragen"
# Names and sources are words about a value; who reads the numbers reads over them.
WOORDEN = {"code", "naam", "bron", "kenmerken", "vraag", "lezingen", "adr", "tegenspraken"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One value that is not the same: of a product, a norm or a reading, as people read it."""

    code: str
    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lopend:
    """A running akkoord, without anything about who it is for but the number of the family.

    `van` is the first day of the period that runs (after a verlenging a new one), `eerste_startdatum`
    that of the first akkoord of this product without a gap since.
    """

    gezinsnummer: int
    product_code: str
    startdatum: date
    van: date
    tot: date | None
    eerste_startdatum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """How one akkoord stands under one catalogue: what stands in its way, and the days that follow from it."""

    bezwaren: tuple[str, ...] = ()
    dagen: Mapping[str, date] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """An akkoord that stands differently under the new catalogue."""

    lopend: Lopend
    oud: Uitslag
    nieuw: Uitslag

    @property
    def has_other_oordeel(self) -> bool:
        return self.oud.bezwaren != self.nieuw.bezwaren


def compare_catalogi(oud: Catalogus, nieuw: Catalogus) -> tuple[Verschil, ...]:
    """Return every value that differs, per code in the order of the new catalogue; what left comes last."""
    return (
        *_compare_rows(oud.producten, nieuw.producten),
        *_compare_rows(oud.normen, nieuw.normen),
        *_compare_rows(oud.keuzes, nieuw.keuzes),
    )


def compare_akkoorden(akkoorden: Iterable[Lopend], oud: Catalogus, nieuw: Catalogus) -> Iterator[Gevolg]:
    """Judge each akkoord by both, one at a time, and yield those that stand differently."""
    for lopend in akkoorden:
        nu, straks = judge_lopend(lopend, oud), judge_lopend(lopend, nieuw)
        if nu != straks:
            yield Gevolg(lopend=lopend, oud=nu, nieuw=straks)


def judge_lopend(lopend: Lopend, catalogus: Catalogus) -> Uitslag:
    """Say how an akkoord that was granted stands under a catalogue. Nothing is taken back by it."""
    product = catalogus.producten.get(lopend.product_code)
    if product is None:
        return Uitslag(bezwaren=("Dit product is er niet meer.",))
    return Uitslag(
        bezwaren=tuple(_iter_bezwaren(lopend, product)),
        dagen=dict(_iter_dagen(lopend, product, catalogus.normen.get(VERLENGING_VRAGEN))),
    )


def _iter_bezwaren(lopend: Lopend, product: Product) -> Iterator[str]:
    if lopend.tot is None:
        if product.einddatum_nodig.waarde:
            yield "Dit product heeft een einddatum nodig."
        return
    maximum, totaal = product.maximum_maanden, product.totaal_maanden
    if maximum and lopend.tot > last_day_of(lopend.van, maximum.waarde):
        yield f"Langer dan {maximum} maanden per akkoord."
    if totaal and lopend.tot > last_day_of(lopend.eerste_startdatum, totaal.waarde):
        yield f"Langer dan {totaal} maanden in totaal."


def _iter_dagen(lopend: Lopend, product: Product, norm: Norm | None) -> Iterator[tuple[str, date]]:
    if product.evaluatie_maanden:
        yield "Eerste evaluatie", add_months(lopend.startdatum, product.evaluatie_maanden.waarde)
    if product.eindevaluatie_maanden:
        yield "Eindevaluatie", add_months(lopend.startdatum, product.eindevaluatie_maanden.waarde)
    if lopend.tot is None:
        return
    if product.rto_nodig.waarde:
        yield "RTO uiterlijk", lopend.tot
    if norm:
        yield "Verlenging vragen, uiterlijk", weeks_before(lopend.tot, norm.aantal)
    grenzen = [
        *([last_day_of(lopend.tot + DAG, product.maximum_maanden.waarde)] if product.maximum_maanden else []),
        *(
            [last_day_of(lopend.eerste_startdatum, product.totaal_maanden.waarde)]
            if product.totaal_maanden
            else []
        ),
    ]
    if grenzen:
        yield "Verlengen kan t/m", min(grenzen)


def _compare_rows(
    oud: Mapping[str, Product] | Mapping[str, Norm] | Mapping[str, Keuze],
    nieuw: Mapping[str, Product] | Mapping[str, Norm] | Mapping[str, Keuze],
) -> Iterator[Verschil]:
    for code, rij in nieuw.items():
        if code not in oud:
            yield Verschil(code=code, veld="", oud=STAAT_ER_NIET_IN, nieuw=STAAT_ERIN)
            continue
        for veld in fields(rij):
            was, wordt = _spell(getattr(oud[code], veld.name)), _spell(getattr(rij, veld.name))
            if veld.name not in WOORDEN and was != wordt:
                yield Verschil(code=code, veld=veld.name, oud=was, nieuw=wordt)
    for code in oud:
        if code not in nieuw:
            yield Verschil(code=code, veld="", oud=STAAT_ERIN, nieuw=STAAT_ER_NIET_IN)


def _spell(waarde: object) -> str:
    match waarde:
        case None | "" | ():
            return ONGEGEVEN
        case Bepaling():
            return _spell(waarde.waarde)
        case bool():
            return "ja" if waarde else "nee"
        case StrEnum():
            return waarde.value
        case tuple():
            return ", ".join(map(_spell, waarde))
    return str(getattr(waarde, "code", None) or getattr(waarde, "niveau", None) or waarde)
