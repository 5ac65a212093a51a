"""Who belongs to whom? What a genogram is drawn from.

Symbols and lines follow the usual convention of genograms: docs/begrippen.md, "Genogram".
"""

from dataclasses import dataclass
from enum import StrEnum


class Teken(StrEnum):
    """The shape of somebody: square, circle, diamond or triangle."""

    MAN = "man"
    VROUW = "vrouw"
    ONBEKEND = "onbekend"
    ZWANGERSCHAP = "zwangerschap"


class Stand(StrEnum):
    """What two people are to each other; ONBEKEND for parents of whom that is not known."""

    GEHUWD = "gehuwd"
    SAMENWONEND = "samenwonend"
    UIT_ELKAAR = "uit_elkaar"
    GESCHEIDEN = "gescheiden"
    ONBEKEND = "onbekend"


class Band(StrEnum):
    """How a child came to these parents."""

    GEBOREN = "geboren"
    ADOPTIE = "adoptie"
    PLEEG = "pleeg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """Somebody in the drawing. `kort` stands beside the symbol, `naam` in full in the table.

    `leeftijd` is what fits in the symbol ("14"); `jaren` one short line below the name ("1950 – 2019").
    A pregnancy that ended is a ZWANGERSCHAP with `is_overleden`.
    """

    sleutel: str
    naam: str
    kort: str = ""
    teken: Teken = Teken.ONBEKEND
    leeftijd: str = ""
    jaren: str = ""
    is_index: bool = False
    is_overleden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paar:
    """Two people who are or were partners; the order of the list is that of time, the last one is now."""

    een: str
    ander: str
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A child of one or two parents. Children of the same parents stand in the order of the list, eldest first.

    Children with the same `tweeling` and the same parents are twins. Somebody may be a child more than once:
    born here, a foster child there.
    """

    kind: str
    ouders: tuple[str, ...]
    band: Band = Band.GEBOREN
    tweeling: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Huishouden:
    """Who live together. Somebody may live in two houses."""

    naam: str
    leden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genogram:
    """A family as it is drawn and as it is told in a table.

    :raises ValueError: when somebody is named who is not in `leden`, stands there twice, or has too many parents.
    """

    leden: tuple[Lid, ...]
    paren: tuple[Paar, ...] = ()
    kinderen: tuple[Kind, ...] = ()
    huishoudens: tuple[Huishouden, ...] = ()

    def __post_init__(self) -> None:
        sleutels = [lid.sleutel for lid in self.leden]
        genoemd = {
            *(sleutel for paar in self.paren for sleutel in (paar.een, paar.ander)),
            *(sleutel for kind in self.kinderen for sleutel in (kind.kind, *kind.ouders)),
            *(sleutel for huis in self.huishoudens for sleutel in huis.leden),
        }
        if len(set(sleutels)) != len(sleutels) or not genoemd <= set(sleutels):
            raise ValueError("Iedereen in een genogram staat precies één keer bij de leden.")
        if any(
            len(set(kind.ouders)) != len(kind.ouders) or len(kind.ouders) not in (1, 2)
            for kind in self.kinderen
        ):
            raise ValueError("Een kind heeft in een genogram één of twee ouders per band.")
        if any(paar.een == paar.ander for paar in self.paren):
            raise ValueError("Een paar bestaat uit twee mensen.")

    @property
    def wie(self) -> dict[str, Lid]:
        return {lid.sleutel: lid for lid in self.leden}
