"""Who gives what to somebody? What an ecogram and a bolletjesschema are drawn from: the same people, twice."""

from dataclasses import dataclass
from enum import StrEnum


class Kracht(StrEnum):
    """How a contact is."""

    STERK = "sterk"
    GEWOON = "gewoon"
    ZWAK = "zwak"
    GESPANNEN = "gespannen"


class Richting(StrEnum):
    """Where the energy goes: to the person in the middle, from that person, both, or not known."""

    GEEFT = "geeft"
    VRAAGT = "vraagt"
    BEIDE = "beide"
    ONBEKEND = "onbekend"


class Kring(StrEnum):
    """How near somebody is."""

    DICHTBIJ = "dichtbij"
    IETS_VERDER = "iets_verder"
    VER_WEG = "ver_weg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """A kind of support: the letter of the drawing and the word of the table."""

    letter: str
    woord: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody around the person. `kort` stands in the drawing, `naam` and `wie` ("buurvrouw") in the table.

    `nu` is the support of today, `kan` what is possible or wished for. Without `is_nu` the contact itself is
    only possible still.
    """

    naam: str
    kort: str = ""
    wie: str = ""
    groep: str = ""
    kring: Kring = Kring.IETS_VERDER
    kracht: Kracht = Kracht.GEWOON
    richting: Richting = Richting.ONBEKEND
    nu: tuple[Hulp, ...] = ()
    kan: tuple[Hulp, ...] = ()
    is_nu: bool = True

    @property
    def letters(self) -> str:
        """The support of now, and between brackets what is possible: "P E (G)"."""
        mogelijk = " ".join(hulp.letter for hulp in self.kan)
        return " ".join([*(hulp.letter for hulp in self.nu), *([f"({mogelijk})"] if mogelijk else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Kringen:
    """A person and everybody around them."""

    naam: str
    contacten: tuple[Contact, ...]
