"""What stands in the rule book on a day? Rules, products, terms and contradictions, each with where it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from rondetafel.regels.catalogus import REEKSEN, Catalogus, Norm, all_versies, catalogue_on, has_regio
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Keuze, Lezing, Product
from rondetafel.regels.regelboek import Regel, Stap, all_regels, anchor_of, bronnen_of_rules
from rondetafel.regels.spreken import fill_in
from rondetafel.regels.uitspraken import Tegenspraak, all_tegenspraken
from rondetafel.web.regelboek.documenten import Document, all_documenten
from rondetafel.web.regelboek.getallen import NAMEN, Getal, length_of, read_product, value_of
from rondetafel.web.regelboek.uitspraken import Uitspraakblad, statements_of

STAPNAMEN = {
    Stap.AANMELDEN: _("Aanmelden"),
    Stap.TRIAGE: _("Triage"),
    Stap.PLAN: _("Gezinsplan"),
    Stap.AKKOORD: _("Akkoord zorg"),
    Stap.BRIEF: _("Brief van aanbod"),
    Stap.UITVOEREN: _("Hulp geven"),
    Stap.EVALUEREN: _("Evalueren"),
    Stap.OVERLEG: _("Overleg aan tafel"),
    Stap.VERLENGEN: _("Verlengen"),
    Stap.STOPPEN: _("Stoppen"),
    Stap.KLACHT: _("Klacht"),
    Stap.VEILIGHEID: _("Veiligheid"),
    Stap.PRIVACY: _("Privacy en meelezen"),
}
REEKSNAMEN = {
    "productportfolio": _("Getallen uit het portfolio"),
    "normen": _("Termijnen van JENS"),
    "wet": _("Termijnen uit de wet"),
    "eigen": _("Eigen termijnen van Rondetafel"),
    "keuzes": _("Gekozen lezingen"),
}
# Rules that judge by a row of the product without being a number of their own.
BIJ_VELD = {
    "regime": ("brief-wie-tekent",),
    "verlenging_maanden": ("verlenging-op-tijd",),
    "papieren_start": ("papieren-bij-akkoord",),
    "papieren_verlenging": ("papieren-bij-verlenging", "papieren-op-tijd"),
    "papieren_einde": ("papieren-bij-einde",),
    "voorrang": ("akkoord-voorrang",),
    "uitsluitingen": ("akkoord-uitsluiting",),
    "indirect": ("contactmoment-telt",),
}
ALTIJD = (
    "akkoord-voor-jeugdige",
    "akkoord-volgorde",
    "akkoord-achttien",
    "akkoord-voorrang",
    "akkoord-uitsluiting",
    "brief-wie-tekent",
    "verlenging-op-tijd",
)


EIGEN = "rondetafel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vindplaats:
    """A source as it is shown. `anker` is empty where the same source already has its place in the book."""

    bron: Bron
    document: Document
    anker: str

    @property
    def tekst(self) -> str:
        return f"{self.bron.regel} {self.bron.plek} {self.document.titel}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelblad:
    """One rule: its sources, the value of each product where they differ, and the contradictions it meets.

    `bij_getallen` are the sources of those values, which have their place with the product. `sinds`: from when
    the rule is said, by the oldest source that names a day; None when none of them does.
    """

    regel: Regel
    vindplaatsen: tuple[Vindplaats, ...]
    bij_getallen: tuple[Vindplaats, ...]
    sinds: date | None
    getallen: tuple[tuple[str, tuple[Product, ...]], ...]
    keuzes: tuple[Keuze, ...]
    zonder_keuze: tuple[Tegenspraak, ...]

    @property
    def getalnaam(self) -> str:
        """What the values are of, as the page of a product calls it."""
        return str(NAMEN[self.regel.bepaling][0]) if self.regel.bepaling in NAMEN else ""

    @property
    def tekst(self) -> str:
        regel = self.regel
        bronnen = " ".join(een.tekst for een in self.vindplaatsen)
        return f"{regel.vraag} {regel.tekst} {regel.voorbeeld} {bronnen}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Getalblad:
    """One row of a product, and the rules that judge by it."""

    getal: Getal
    vindplaats: Vindplaats
    regels: tuple[Regel, ...]

    @property
    def tekst(self) -> str:
        return f"{self.getal.naam} {self.getal.waarde} {self.getal.tegenspraak} {self.vindplaats.tekst}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Productblad:
    product: Product
    getallen: tuple[Getalblad, ...]
    altijd: tuple[Regel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Normblad:
    norm: Norm
    vindplaats: Vindplaats
    waarschuwing: Vindplaats

    @property
    def tekst(self) -> str:
        return f"{self.norm.naam} {self.duur} {self.vindplaats.tekst}"

    @property
    def duur(self) -> str:
        return length_of(self.norm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzeblad:
    """Where sources disagree: each reading with its place, and the rules that ask which one holds."""

    keuze: Keuze
    lezingen: tuple[tuple[Lezing, Vindplaats], ...]
    regels: tuple[Regel, ...]

    @property
    def tekst(self) -> str:
        lezingen = " ".join(f"{lezing.uitleg} {plek.tekst}" for lezing, plek in self.lezingen)
        return f"{self.keuze.vraag} {lezingen} {' '.join(self.keuze.tegenspraken)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegenspraakblad:
    """A contradiction that leaves nothing to choose: the numbers of each product hold, and a decision says why."""

    tegenspraak: Tegenspraak
    regels: tuple[Regel, ...]

    @property
    def tekst(self) -> str:
        return f"{self.tegenspraak.nummer} {self.tegenspraak.kern}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """Since when the numbers of one series hold. `is_eerste`: there is none as old as the day that was asked."""

    naam: str
    sinds: date
    is_eerste: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Documentblad:
    """One document: what it says, and its sources that stand with no rule or number of their own."""

    document: Document
    los: tuple[Vindplaats, ...]
    uitspraken: tuple[Uitspraakblad, ...]

    @property
    def tekst(self) -> str:
        los = (een.tekst for een in self.los)
        uitspraken = (een.uitspraak.tekst for een in self.uitspraken)
        return " ".join([self.document.titel, self.document.uitgever, *los, *uitspraken])


@dataclass(frozen=True, slots=True, kw_only=True)
class Boek:
    """The whole book as it holds from `ingang` on. `thuis`: in which part of it each source has its place.

    `is_regio`: a region laid its own numbers over those of JENS; the examples keep those of JENS.
    """

    ingang: date
    is_regio: bool
    versies: tuple[str, ...]
    regels: tuple[Regelblad, ...]
    producten: tuple[Productblad, ...]
    normen: tuple[Normblad, ...]
    keuzes: tuple[Keuzeblad, ...]
    tegenspraken: tuple[Tegenspraakblad, ...]
    documenten: tuple[Documentblad, ...]
    thuis: Mapping[Bron, str] = field(hash=False)


def all_ingangen() -> tuple[date, ...]:
    """Return the days on which something in the catalogue changed, the newest first."""
    return tuple(sorted({versie.geldig_vanaf for versie in all_versies()}, reverse=True))


def all_producten() -> dict[str, str]:
    """Return the name of every product by its code, also of those that were there once."""
    boeken = [book_on(ingang) for ingang in reversed(all_ingangen())]
    return {blad.product.code: blad.product.naam for boek in boeken for blad in boek.producten}


def book_on(datum: date) -> Boek:
    """Return the book that holds on a day; a day before the first version gets the first."""
    ingangen = all_ingangen()
    return _build(next((ingang for ingang in ingangen if ingang <= datum), ingangen[-1]))


def series_on(boek: Boek, datum: date) -> tuple[Reeks, ...]:
    """Return of each series in the book since when it holds, as seen from a day."""
    sinds: dict[str, date] = {}
    for versie in all_versies():
        if versie.naam in boek.versies:
            sinds.setdefault(versie.reeks, versie.geldig_vanaf)
    return tuple(
        Reeks(naam=str(REEKSNAMEN[code]), sinds=sinds[code], is_eerste=sinds[code] > datum)
        for code in REEKSEN
        if code in sinds
    )


@dataclass(slots=True)
class _Plekken:
    """Gives each source its one place: the first that asks for it has it."""

    thuis: dict[Bron, str] = field(default_factory=dict)

    def place(self, bron: Bron, deel: str) -> Vindplaats:
        is_here = bron not in self.thuis
        self.thuis.setdefault(bron, deel)
        return Vindplaats(
            bron=bron,
            document=all_documenten()[bron.document],
            anker=anchor_of(bron) if is_here else "",
        )


@lru_cache(maxsize=16)
def _build(ingang: date) -> Boek:
    catalogus = catalogue_on(ingang)
    plekken = _Plekken()
    regels = tuple(replace(regel, tekst=fill_in(regel.tekst, catalogus)) for regel in all_regels())
    return Boek(
        ingang=ingang,
        is_regio=has_regio(),
        versies=catalogus.versies,
        regels=tuple(_regelblad(regel, catalogus, plekken) for regel in regels),
        producten=tuple(_productblad(een, regels, plekken) for een in catalogus.producten.values()),
        normen=tuple(_normblad(een, plekken) for een in catalogus.normen.values()),
        keuzes=tuple(_keuzeblad(een, regels, plekken) for een in catalogus.keuzes.values()),
        tegenspraken=tuple(
            Tegenspraakblad(tegenspraak=een, regels=geraakt)
            for een in _without_keuze()
            if (geraakt := tuple(regel for regel in regels if een.nummer in regel.tegenspraken))
        ),
        documenten=_documentbladen(plekken, catalogus, regels),
        thuis=plekken.thuis,
    )


def _regelblad(regel: Regel, catalogus: Catalogus, plekken: _Plekken) -> Regelblad:
    vindplaatsen = tuple(plekken.place(bron, f"stap={regel.stap}") for bron in regel.bronnen)
    bij_getallen = _sources_of_values(regel, catalogus)
    return Regelblad(
        regel=regel,
        vindplaatsen=vindplaatsen,
        bij_getallen=bij_getallen,
        sinds=_since([*vindplaatsen, *bij_getallen]),
        getallen=_values(regel.bepaling, catalogus.producten.values()) if regel.bepaling else (),
        keuzes=tuple(een for een in catalogus.keuzes.values() if _meets(een, regel)),
        zonder_keuze=tuple(een for een in _without_keuze() if een.nummer in regel.tegenspraken),
    )


def _sources_of_values(regel: Regel, catalogus: Catalogus) -> tuple[Vindplaats, ...]:
    """Where the numbers of each product stand that this rule judges by, each once."""
    if not regel.bepaling:
        return ()
    getallen = (een for product in catalogus.producten.values() for een in read_product(product))
    bronnen = dict.fromkeys(een.bron for een in getallen if een.veld == regel.bepaling)
    return tuple(Vindplaats(bron=een, document=all_documenten()[een.document], anker="") for een in bronnen)


def _since(vindplaatsen: Iterable[Vindplaats]) -> date | None:
    """A choice of our own dates a rule only where nobody else says it."""
    dagen = {een.document.code: een.document.sinds for een in vindplaatsen if een.document.sinds}
    van_ons = dagen.pop(EIGEN, None)
    return min(dagen.values(), default=van_ons)


def _without_keuze() -> tuple[Tegenspraak, ...]:
    return tuple(een for een in all_tegenspraken() if not een.keuze)


def _values(veld: str, producten: Iterable[Product]) -> tuple[tuple[str, tuple[Product, ...]], ...]:
    """Put products with the same value together, in the order of the table."""
    samen: dict[str, list[Product]] = {}
    for product in producten:
        if waarde := value_of(product, veld):
            samen.setdefault(waarde, []).append(product)
    return tuple((waarde, tuple(rij)) for waarde, rij in samen.items())


def _productblad(product: Product, regels: tuple[Regel, ...], plekken: _Plekken) -> Productblad:
    return Productblad(
        product=product,
        getallen=tuple(
            Getalblad(
                getal=getal,
                vindplaats=plekken.place(getal.bron, f"product={product.code}"),
                regels=tuple(regel for regel in regels if _reads(regel, getal.veld)),
            )
            for getal in read_product(product)
        ),
        altijd=_with_codes(regels, ALTIJD),
    )


def _reads(regel: Regel, veld: str) -> bool:
    return regel.bepaling == veld or regel.code in BIJ_VELD.get(veld, ())


def _with_codes(regels: tuple[Regel, ...], codes: tuple[str, ...]) -> tuple[Regel, ...]:
    return tuple(regel for regel in regels if regel.code in codes)


def _normblad(norm: Norm, plekken: _Plekken) -> Normblad:
    return Normblad(
        norm=norm,
        vindplaats=plekken.place(norm.bron, "deel=termijnen"),
        waarschuwing=plekken.place(norm.waarschuw_werkdagen.bron, "deel=termijnen"),
    )


def _keuzeblad(keuze: Keuze, regels: tuple[Regel, ...], plekken: _Plekken) -> Keuzeblad:
    return Keuzeblad(
        keuze=keuze,
        lezingen=tuple((een, plekken.place(een.bron, "deel=tegenspraken")) for een in keuze.lezingen),
        regels=tuple(regel for regel in regels if _meets(keuze, regel)),
    )


def _documentbladen(
    plekken: _Plekken, catalogus: Catalogus, regels: tuple[Regel, ...]
) -> tuple[Documentblad, ...]:
    """What belongs to no rule and no number stands with its document."""
    by_code = {regel.code: regel for regel in regels}
    los = [bron for bron in bronnen_of_rules() if bron not in plekken.thuis]
    return tuple(
        Documentblad(
            document=document,
            los=tuple(plekken.place(bron, "deel=bronnen") for bron in los if bron.document == code),
            uitspraken=statements_of(code, by_code, catalogus.producten),
        )
        for code, document in all_documenten().items()
    )


def _meets(keuze: Keuze, regel: Regel) -> bool:
    return bool(set(keuze.tegenspraken) & set(regel.tegenspraken))
