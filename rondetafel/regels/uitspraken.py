"""What do the sources say, and where does each statement live here? Read from docs/bronnen."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

MAP = Path(__file__).parents[2] / "docs" / "bronnen"
UITSPRAKEN, TEGENSPRAKEN = MAP / "uitspraken.csv", MAP / "tegenspraken.csv"
SCHEIDING = "; "


class Soort(StrEnum):
    """What kind of thing a source says."""

    VOORWAARDE = "VAL"
    TERMIJN = "TRM"
    GETAL = "QTY"


class Woning(StrEnum):
    """How a statement lives in Rondetafel; the strongest first."""

    REGEL = "regel"
    CATALOGUS = "catalogus"
    GRENS = "grens"
    CODE = "code"
    SCHERM = "scherm"
    HANDBOEK = "handboek"
    NIET = "niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """One place: a rule by its code, a field of the catalogue, a constraint, and so on.

    With `Woning.NIET`, `naam` is the reason why the statement lives nowhere.
    """

    woning: Woning
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraak:
    """One statement in our own words, with the document and the place it stands in."""

    nummer: int
    soort: Soort
    document: str
    plek: str
    tekst: str
    waar: tuple[Plaats, ...]

    @property
    def is_nergens(self) -> bool:
        return all(plaats.woning is Woning.NIET for plaats in self.waar)

    @property
    def woningen(self) -> frozenset[Woning]:
        return frozenset(plaats.woning for plaats in self.waar)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tegenspraak:
    """Where sources, or parts of one, say different things, and what holds here.

    `uitspraken` are the numbers that clash; `keuze` is the code in the catalogue and `adr` the decision,
    each empty where the clash touches no rule or is settled elsewhere.
    """

    nummer: str
    uitspraken: tuple[int, ...]
    kern: str
    keuze: str
    adr: int | None
    waar: tuple[Plaats, ...]


@lru_cache(maxsize=1)
def all_uitspraken() -> tuple[Uitspraak, ...]:
    """Return every statement of the sources in the order of their numbers.

    :raises ValueError: for a kind or a place that does not exist.
    """
    return tuple(
        Uitspraak(
            nummer=int(rij["nummer"]),
            soort=Soort(rij["soort"]),
            document=rij["document"],
            plek=rij["plek"],
            tekst=rij["uitspraak"],
            waar=_read_waar(rij["waar"]),
        )
        for rij in _read(UITSPRAKEN)
    )


@lru_cache(maxsize=1)
def all_tegenspraken() -> tuple[Tegenspraak, ...]:
    """Return every contradiction, F1 first.

    :raises ValueError: for a place that does not exist.
    """
    return tuple(
        Tegenspraak(
            nummer=rij["nummer"],
            uitspraken=tuple(int(nummer) for nummer in rij["uitspraken"].split()),
            kern=rij["kern"],
            keuze=rij["keuze"],
            adr=int(rij["adr"]) if rij["adr"] else None,
            waar=_read_waar(rij["waar"]),
        )
        for rij in _read(TEGENSPRAKEN)
    )


def uitspraken_of(document: str) -> tuple[Uitspraak, ...]:
    """Return what one document says, by its name in docs/bronnen.md."""
    return tuple(een for een in all_uitspraken() if een.document == document)


def uitspraken_in(regel: str) -> tuple[Uitspraak, ...]:
    """Return the statements that live in one rule, by its code in the rule book."""
    plaats = Plaats(woning=Woning.REGEL, naam=regel)
    return tuple(een for een in all_uitspraken() if plaats in een.waar)


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as bestand:
        yield from csv.DictReader(bestand, strict=True)


def _read_waar(tekst: str) -> tuple[Plaats, ...]:
    delen = (deel.partition(":") for deel in tekst.split(SCHEIDING))
    return tuple(Plaats(woning=Woning(woning), naam=naam) for woning, _, naam in delen)
