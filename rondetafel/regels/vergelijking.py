"""What would another version of the catalogue change, before it comes into force?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from rondetafel.regels.catalogus import Catalogus, Norm
from rondetafel.regels.herbeoordeling import GEEN_BEZWAAR, PRODUCT_WEG, Lopend, Uitslag, judge_lopend
from rondetafel.regels.product import Bepaling, Keuze, Product
from rondetafel.regels.regelboek import all_regels
from rondetafel.regels.tellen import Rekenbasis

ONGEGEVEN, GEEN = "niet gegeven", "geen"
STAAT_ERIN, STAAT_ER_NIET_IN = "staat erin", "staat er niet in"
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
class Gevolg:
    """An akkoord that stands differently under the new catalogue."""

    lopend: Lopend
    oud: Uitslag
    nieuw: Uitslag

    @property
    def has_other_oordeel(self) -> bool:
        return self.oud.regels != self.nieuw.regels

    @property
    def oordelen(self) -> tuple[Verschil, ...]:
        """Per rule that says something else: its code, its question, the old and the new reason."""
        if PRODUCT_WEG in self.nieuw.regels:
            weg = self.nieuw.regels[PRODUCT_WEG]
            return (Verschil(code=PRODUCT_WEG, veld="Is dit product er nog?", oud="ja", nieuw=weg),)
        vragen = {regel.code: regel.vraag for regel in all_regels()}
        return tuple(
            Verschil(code=code, veld=vragen.get(code, ""), oud=oud, nieuw=nieuw)
            for code, oud, nieuw in _pair(self.oud.regels, self.nieuw.regels, GEEN_BEZWAAR)
        )

    @property
    def gevolgen(self) -> tuple[Verschil, ...]:
        """Per day, duty or paper that changes: its name, the old and the new one; none of a product that left."""
        if PRODUCT_WEG in self.nieuw.regels:
            return ()
        return tuple(
            Verschil(code=naam, veld="", oud=oud, nieuw=nieuw)
            for naam, oud, nieuw in _pair(self.oud.gevolgen, self.nieuw.gevolgen, GEEN)
        )


def compare_catalogi(oud: Catalogus, nieuw: Catalogus) -> tuple[Verschil, ...]:
    """Return every value that differs, per code in the order of the new catalogue; what left comes last."""
    return (
        *_compare_rows(oud.producten, nieuw.producten),
        *_compare_rows(oud.normen, nieuw.normen),
        *_compare_rows(oud.keuzes, nieuw.keuzes),
    )


def compare_akkoorden(
    akkoorden: Iterable[Lopend], oud: Catalogus, nieuw: Catalogus, basis: Rekenbasis
) -> Iterator[Gevolg]:
    """Judge each akkoord by both, one at a time, and yield those that stand differently."""
    for lopend in akkoorden:
        nu, straks = judge_lopend(lopend, oud, basis), judge_lopend(lopend, nieuw, basis)
        if nu != straks:
            yield Gevolg(lopend=lopend, oud=nu, nieuw=straks)


def _pair(oud: Mapping[str, str], nieuw: Mapping[str, str], zonder: str) -> Iterator[tuple[str, str, str]]:
    for naam in {**oud, **nieuw}:
        was, wordt = oud.get(naam, zonder), nieuw.get(naam, zonder)
        if was != wordt:
            yield naam, was, wordt


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
