"""Which products and norms hold on a day? Dated files in `catalogus/`, each number with its source."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Bepaling, Eenheid, Keuze, Kwadrant, Lezing, Product, Soort, Waarde
from rondetafel.regels.tomltabel import Tabel

MAP = Path(__file__).parent / "catalogus"
REEKSEN = ("productportfolio", "normen", "keuzes")

Rij = TypeVar("Rij", bound="Product | Norm | Keuze | Lezing")


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

    `waarschuw_werkdagen` is how many working days before the end a warning starts.
    """

    code: str
    naam: str
    aantal: int
    eenheid: Tijdseenheid
    schuift_door: bool
    bron: Bron
    waarschuw_werkdagen: Bepaling[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """One file: a version of a series (the product portfolio, the norms)."""

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


@lru_cache(maxsize=1024)
def catalogue_on(datum: date) -> Catalogus:
    """Return what holds on a day: of each series the newest version that had begun.

    A day before the first version gets that first version (docs/adr/0013).
    """
    return combine_versies(all_versies(), datum)


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


def read_versie(path: Path) -> Versie:
    """Read one catalogue file.

    :raises CatalogusFout: with the file, the key and what is wrong.
    """
    tabel = Tabel.read(path)
    document = tabel.take("document", str)
    reeks = tabel.take("reeks", str)
    if reeks not in REEKSEN:
        raise tabel.fout("reeks", f"is {reeks!r}, verwacht een van {', '.join(REEKSEN)}")
    versie = Versie(
        naam=path.stem,
        reeks=reeks,
        geldig_vanaf=tabel.take("geldig_vanaf", date),
        producten=_read_rows(tabel, "product", document, _read_product),
        normen=_read_rows(tabel, "norm", document, _read_norm),
        keuzes=_read_rows(tabel, "keuze", document, _read_keuze),
    )
    tabel.finish()
    return versie


@lru_cache(maxsize=1)
def all_versies() -> tuple[Versie, ...]:
    """Return every version there is, of every series, by name of its file.

    :raises CatalogusFout: when a file is malformed.
    """
    return tuple(read_versie(path) for path in sorted(MAP.glob("*-*.toml")))


def _find(rijen: Mapping[str, Rij], code: str, versies: tuple[str, ...]) -> Rij:
    if code not in rijen:
        raise Onbekend(f"{code!r} staat niet in {', '.join(versies)}.")
    return rijen[code]


def _read_rows(
    tabel: Tabel, sleutel: str, document: str, read: Callable[[Tabel, str], Rij]
) -> tuple[Rij, ...]:
    rijen: dict[str, Rij] = {}
    for deel in tabel.take_tables(sleutel):
        rij = read(deel, document)
        if rij.code in rijen:
            raise deel.fout("code", f"{rij.code!r} staat er twee keer in")
        deel.finish()
        rijen[rij.code] = rij
    return tuple(rijen.values())


def _read_product(tabel: Tabel, document: str) -> Product:
    return Product(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        soort=tabel.take_choice("soort", Soort),
        kwadrant=tabel.take_choice("kwadrant", Kwadrant),
        eenheid=tabel.take_choice("eenheid", Eenheid),
        bron=_read_bron(tabel, document),
        einddatum_nodig=_read_flag(tabel, "einddatum_nodig", document),
        rto_nodig=_read_flag(tabel, "rto_nodig", document),
        maximum_maanden=_read_count(tabel, "maximum_maanden", document),
        verlenging_maanden=_read_count(tabel, "verlenging_maanden", document),
        totaal_maanden=_read_count(tabel, "totaal_maanden", document),
    )


def _read_norm(tabel: Tabel, document: str) -> Norm:
    return Norm(
        code=tabel.take("code", str),
        naam=tabel.take("naam", str),
        aantal=tabel.take_count("aantal"),
        eenheid=tabel.take_choice("eenheid", Tijdseenheid),
        schuift_door=tabel.take("schuift_door", bool),
        bron=_read_bron(tabel, document),
        waarschuw_werkdagen=_read_bepaling(
            tabel.take_table("waarschuw_werkdagen"), document, Tabel.take_count
        ),
    )


def _read_keuze(tabel: Tabel, document: str) -> Keuze:
    keuze = Keuze(
        code=tabel.take("code", str),
        vraag=tabel.take("vraag", str),
        tegenspraken=tabel.take_strings("tegenspraken"),
        gekozen=tabel.take("gekozen", str),
        lezingen=_read_rows(tabel, "lezing", document, _read_lezing),
        adr=tabel.take_count("adr"),
    )
    if keuze.gekozen not in {lezing.code for lezing in keuze.lezingen}:
        raise tabel.fout("gekozen", f"is {keuze.gekozen!r}, en dat is geen van de lezingen")
    return keuze


def _read_lezing(tabel: Tabel, document: str) -> Lezing:
    return Lezing(
        code=tabel.take("code", str),
        uitleg=tabel.take("uitleg", str),
        bron=_read_bron(tabel, document),
    )


def _read_flag(tabel: Tabel, sleutel: str, document: str) -> Bepaling[bool]:
    return _read_bepaling(tabel.take_table(sleutel), document, lambda deel, naam: deel.take(naam, bool))


def _read_count(tabel: Tabel, sleutel: str, document: str) -> Bepaling[int] | None:
    if sleutel not in tabel:
        return None
    return _read_bepaling(tabel.take_table(sleutel), document, Tabel.take_count)


def _read_bepaling(tabel: Tabel, document: str, take: Callable[[Tabel, str], Waarde]) -> Bepaling[Waarde]:
    bepaling = Bepaling(
        waarde=take(tabel, "waarde"),
        bron=_read_bron(tabel, document),
        tegenspraak=tabel.take("tegenspraak", str) if "tegenspraak" in tabel else "",
    )
    tabel.finish()
    return bepaling


def _read_bron(tabel: Tabel, document: str) -> Bron:
    return Bron(
        document=tabel.take("document", str) if "document" in tabel else document,
        plek=tabel.take("plek", str),
        regel=tabel.take("regel", str),
    )
