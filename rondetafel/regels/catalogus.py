"""Which products and norms hold on a day? Dated files in `catalogus/`, each number with its source."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from rondetafel.regels.cataloguslezer import read_bepaling, read_bron, read_keuze, read_product, read_rows
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Bepaling, Keuze, Product
from rondetafel.regels.tomltabel import CatalogusFout, Tabel

MAP = Path(__file__).parent / "catalogus"
REEKSEN = ("productportfolio", "normen", "wet", "eigen", "keuzes")

VOOR_ELK = "voor_elk_product"
VOORZIENINGEN = "voorzieningen"

Rij = TypeVar("Rij", bound="Product | Norm | Keuze")


class Tijdseenheid(StrEnum):
    """In what a norm is measured; uren are clock hours, dagen are calendar days."""

    UREN = "uren"
    WERKDAGEN = "werkdagen"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """A term to work by. `schuift_door`: an end on a free day moves to the next working day.

    `staat_stil`: the clock stands still while information is awaited. `waarschuw_werkdagen` is how many
    working days before the end a warning starts.
    """

    code: str
    naam: str
    aantal: int
    eenheid: Tijdseenheid
    schuift_door: bool
    bron: Bron
    waarschuw_werkdagen: Bepaling[int]
    staat_stil: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """A version of a series (the product portfolio, the norms, the readings): a file, or a folder of files."""

    naam: str
    reeks: str
    geldig_vanaf: date
    producten: tuple[Product, ...]
    normen: tuple[Norm, ...]
    keuzes: tuple[Keuze, ...]


class Onbekend(LookupError):
    """The catalogue of that day does not hold this code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogus:
    """Everything that holds on one day, and the versions it was put together from."""

    versies: tuple[str, ...]
    producten: Mapping[str, Product]
    normen: Mapping[str, Norm]
    keuzes: Mapping[str, Keuze]

    def product(self, code: str) -> Product:
        """Return a product.

        :raises Onbekend: when it is not in this catalogue.
        """
        return _find(self.producten, code, self.versies)

    def norm(self, code: str) -> Norm:
        """Return a norm.

        :raises Onbekend: when it is not in this catalogue.
        """
        return _find(self.normen, code, self.versies)

    def keuze(self, code: str) -> Keuze:
        """Return how a contradiction between the sources is read here.

        :raises Onbekend: when it is not in this catalogue.
        """
        return _find(self.keuzes, code, self.versies)

    def laid_over(self, basis: "Catalogus") -> "Catalogus":
        """Return this catalogue, and what `basis` says where it says nothing: a norm, a reading, all products."""
        return Catalogus(
            versies=(*self.versies, *basis.versies),
            producten=self.producten or basis.producten,
            normen={**basis.normen, **self.normen},
            keuzes={**basis.keuzes, **self.keuzes},
        )


@lru_cache(maxsize=1024)
def catalogue_on(datum: date) -> Catalogus:
    """Return what holds on a day: of each series the newest version that had begun.

    A day before the first version gets that first version (docs/adr/0013).
    """
    basis = combine_versies(read_map(MAP), datum)
    return combine_versies(_regio, datum).laid_over(basis) if _regio else basis


def combine_versies(versies: Iterable[Versie], datum: date) -> Catalogus:
    """Put together the catalogue of a day from the given versions."""
    by_age = sorted(versies, key=lambda versie: versie.geldig_vanaf)
    chosen = {versie.reeks: versie for versie in reversed(by_age)}
    chosen |= {versie.reeks: versie for versie in by_age if versie.geldig_vanaf <= datum}
    return Catalogus(
        versies=tuple(sorted(versie.naam for versie in chosen.values())),
        producten={rij.code: rij for versie in chosen.values() for rij in versie.producten},
        normen={rij.code: rij for versie in chosen.values() for rij in versie.normen},
        keuzes={rij.code: rij for versie in chosen.values() for rij in versie.keuzes},
    )


def catalogue_with(nieuw: Versie) -> Catalogus:
    """Return what would hold from the first day of a version that is not in use yet."""
    basis = combine_versies(read_map(MAP), nieuw.geldig_vanaf)
    rest = [versie for versie in _regio or read_map(MAP) if versie.reeks != nieuw.reeks]
    return combine_versies([*rest, nieuw], nieuw.geldig_vanaf).laid_over(basis)


def use_regio(versies: Iterable[Versie]) -> None:
    """Say once, when the app starts, that a region has a catalogue of its own; without one JENS' holds.

    :raises CatalogusFout: when it says something about a norm or a reading that no rule knows.
    """
    regio = tuple(versies)
    for versie in regio:
        _check_known(versie)
    _regio[:] = regio
    catalogue_on.cache_clear()


def has_regio() -> bool:
    """Tell whether a region has a catalogue of its own here."""
    return bool(_regio)


def all_versies() -> tuple[Versie, ...]:
    """Return every version in use, of every series.

    :raises CatalogusFout: when one is malformed.
    """
    return (*_regio, *read_map(MAP))


@lru_cache(maxsize=8)
def read_map(folder: Path) -> tuple[Versie, ...]:
    """Read every version in a folder: each TOML file is one, and each folder with TOML files is one.

    :raises CatalogusFout: when there is none, or one is malformed.
    """
    paden = [path for path in sorted(folder.glob("*")) if path.suffix == ".toml" or path.is_dir()]
    if not paden:
        raise CatalogusFout(str(folder), "de map", "bevat geen catalogus")
    return tuple(map(read_versie, paden))


def read_versie(path: Path) -> Versie:
    """Read one version: a file, or a folder whose files together make one.

    :raises CatalogusFout: with the file, the line, the key and what is wrong.
    """
    delen = [_open(bestand) for bestand in (sorted(path.glob("*.toml")) if path.is_dir() else [path])]
    if not delen:
        raise CatalogusFout(str(path), "de map", "bevat geen bestand dat op .toml eindigt")
    for deel in delen:
        deel.follow(delen[0])
    versie = Versie(
        naam=path.name.removesuffix(".toml"),
        reeks=delen[0].reeks,
        geldig_vanaf=delen[0].geldig_vanaf,
        producten=_read_products(delen),
        normen=read_rows(_tables(delen, "norm"), _read_norm),
        keuzes=read_rows(_tables(delen, "keuze"), read_keuze),
    )
    for deel in delen:
        deel.tabel.finish()
    return versie


_regio: list[Versie] = []


def _check_known(versie: Versie) -> None:
    """A norm or reading with a slip in its code would never be asked for."""
    bekend = read_map(MAP)
    normen = {norm.code for een in bekend for norm in een.normen}
    keuzes = {keuze.code: keuze for een in bekend for keuze in een.keuzes}
    for norm in versie.normen:
        if norm.code not in normen:
            raise CatalogusFout(versie.naam, "norm", f"{norm.code!r} wordt door geen regel gevraagd")
    for keuze in versie.keuzes:
        hier = keuzes.get(keuze.code)
        if hier is None or keuze.gekozen not in {lezing.code for lezing in hier.lezingen}:
            raise CatalogusFout(
                versie.naam, "keuze", f"{keuze.code!r} met {keuze.gekozen!r} wordt door geen regel gevraagd"
            )
        if hier.vast and keuze.gekozen != hier.gekozen:
            raise CatalogusFout(versie.naam, "keuze", f"{keuze.code!r} ligt vast. {hier.vast}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deel:
    """One file of a version, with what its head says."""

    tabel: Tabel
    reeks: str
    document: str
    geldig_vanaf: date
    voorzieningen: tuple[str, ...]

    def follow(self, eerste: "_Deel") -> None:
        """Refuse a file that is of another version than the first file of its folder."""
        if self.reeks != eerste.reeks:
            raise self.tabel.fout("reeks", f"is {self.reeks!r}, en in deze map {eerste.reeks!r}")
        if self.geldig_vanaf != eerste.geldig_vanaf:
            raise self.tabel.fout(
                "geldig_vanaf", f"is {self.geldig_vanaf}, en in deze map {eerste.geldig_vanaf}"
            )


def _open(path: Path) -> _Deel:
    tabel = Tabel.read(path)
    reeks = tabel.take("reeks", str)
    if reeks not in REEKSEN:
        raise tabel.fout("reeks", f"is {reeks!r}, verwacht een van {', '.join(REEKSEN)}")
    return _Deel(
        tabel=tabel,
        reeks=reeks,
        document=tabel.take("document", str),
        geldig_vanaf=tabel.take("geldig_vanaf", date),
        voorzieningen=tabel.take_strings(VOORZIENINGEN) if VOORZIENINGEN in tabel else (),
    )


def _tables(delen: Iterable[_Deel], sleutel: str) -> Iterator[tuple[Tabel, str]]:
    for deel in delen:
        for tabel in deel.tabel.take_tables(sleutel):
            yield tabel, deel.document


def _read_products(delen: Iterable[_Deel]) -> tuple[Product, ...]:
    delen = list(delen)
    tabellen = [paar for deel in delen for paar in _product_tables(deel)]
    producten = read_rows(tabellen, read_product)
    codes = {product.code for product in producten}
    elders = {naam for deel in delen for naam in deel.voorzieningen}
    for (tabel, _), product in zip(tabellen, producten, strict=True):
        _check_references(tabel, product, codes=codes, elders=elders)
    return producten


def _product_tables(deel: _Deel) -> Iterator[tuple[Tabel, str]]:
    """What holds for each product of a file stands there once; a product goes before it."""
    voor_elk = deel.tabel.take_table(VOOR_ELK) if VOOR_ELK in deel.tabel else None
    for tabel, document in _tables([deel], "product"):
        if voor_elk is not None:
            tabel.take_over(voor_elk)
        yield tabel, document


def _check_references(
    tabel: Tabel, product: Product, *, codes: AbstractSet[str], elders: AbstractSet[str]
) -> None:
    if product.hoofdproduct and product.hoofdproduct not in codes - {product.code}:
        raise tabel.fout("hoofdproduct", f"is {product.hoofdproduct!r}, en dat product is er niet")
    for nummer, voorrang in enumerate(product.voorrang):
        if voorrang.code not in (codes | elders) - {product.code}:
            raise tabel.fout(
                "voorrang",
                f"{voorrang.code!r} is geen ander product en staat niet bij {VOORZIENINGEN}",
                binnen=(nummer, "code"),
            )


def _find(rijen: Mapping[str, Rij], code: str, versies: tuple[str, ...]) -> Rij:
    if code not in rijen:
        raise Onbekend(f"{code!r} staat niet in {', '.join(versies)}.")
    return rijen[code]


def _read_norm(tabel: Tabel, document: str) -> Norm:
    return Norm(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        aantal=tabel.take_count("aantal"),
        eenheid=tabel.take_choice("eenheid", Tijdseenheid),
        schuift_door=tabel.take("schuift_door", bool),
        bron=read_bron(tabel, document),
        waarschuw_werkdagen=read_bepaling(
            tabel.take_table("waarschuw_werkdagen"), document, Tabel.take_count
        ),
        staat_stil="staat_stil" in tabel and tabel.take("staat_stil", bool),
    )
