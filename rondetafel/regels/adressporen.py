"""Does a text give away where somebody lives? Asked of a title or the name of a file before it is shared."""

import re
from dataclasses import dataclass
from enum import StrEnum

POSTCODE = re.compile(r"\b[1-9]\d{3}[ _-]?[a-z]{2}\b", re.I)
TELEFOON = re.compile(r"(?<!\d)(?:\+31|0031|0)[ ._-]?(?:\(0\))?(?:\d[ ._-]{0,3}){9}(?!\d)")
# A word shorter than this stands in too many texts to say anything.
KORTSTE_STRAAT = 4


class Spoor(StrEnum):
    POSTCODE = "een postcode"
    TELEFOON = "een telefoonnummer"
    GEHEIM = "een adres dat geheim is"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeheimAdres:
    """As much of an address as can stand in a text."""

    straat: str
    postcode: str


def traces_in(*teksten: str, bekend: tuple[GeheimAdres, ...] = ()) -> tuple[Spoor, ...]:
    """Return what the texts give away, in the order of Spoor.

    `bekend` are secret addresses that the asker may read. Who may not, gets the same answer for a secret
    postcode as for any other: a warning that knew more would tell where somebody hides.
    """
    tekst = " ".join(teksten).replace("_", " ")
    gevonden = {
        Spoor.POSTCODE: bool(POSTCODE.search(tekst)),
        Spoor.TELEFOON: bool(TELEFOON.search(tekst)),
        Spoor.GEHEIM: any(_names(_plain(tekst), adres) for adres in bekend),
    }
    return tuple(spoor for spoor, is_er in gevonden.items() if is_er)


def _names(tekst: str, adres: GeheimAdres) -> bool:
    straat, postcode = _plain(adres.straat), _plain(adres.postcode)
    return bool(postcode and postcode in tekst) or (len(straat) >= KORTSTE_STRAAT and straat in tekst)


def _plain(tekst: str) -> str:
    """Letters and digits only: "Beek straat" and "beekstraat-3" name the same street."""
    return re.sub(r"[\W_]+", "", tekst).lower()
