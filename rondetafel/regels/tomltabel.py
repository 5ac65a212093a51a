"""Does this catalogue file say what we expect? Reads TOML and refuses anything else, by file, line and name."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

from rondetafel.regels.tomlplek import Pad, line_of

Soort = TypeVar("Soort")
Keuze = TypeVar("Keuze", bound=StrEnum)


class CatalogusFout(ValueError):
    """A catalogue file is malformed; the message names the file, the line, the key and what is wrong."""

    def __init__(self, bestand: str, sleutel: str, probleem: str, *, regel: int | None = None) -> None:
        waar = f"{bestand}, regel {regel}" if regel else bestand
        super().__init__(f"{waar}: {sleutel}: {probleem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file as it was read. Lines are looked up only when there is something wrong."""

    naam: str
    text: str

    def fout(self, pad: Pad, probleem: str) -> CatalogusFout:
        return CatalogusFout(self.naam, _spell(pad), probleem, regel=line_of(self.text, pad))


class Tabel:
    """One table of a TOML file. Every key is taken once; `finish` refuses what nobody took."""

    def __init__(self, bestand: Bestand, pad: Pad, waarden: dict[str, Any]) -> None:
        self._bestand = bestand
        self._pad = pad
        self._waarden = dict(waarden)
        # Where a key stands when it was taken over from another table.
        self._elders: dict[str, Pad] = {}

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a file as its outermost table.

        :raises CatalogusFout: when it is not TOML; the message of the parser says on which line.
        """
        text = path.read_text(encoding="utf-8")
        try:
            return cls(Bestand(naam=path.name, text=text), (), tomllib.loads(text))
        except tomllib.TOMLDecodeError as fout:
            raise CatalogusFout(path.name, "het bestand", f"is geen TOML ({fout})") from fout

    def __contains__(self, sleutel: str) -> bool:
        return sleutel in self._waarden

    def take(self, sleutel: str, soort: type[Soort]) -> Soort:
        """Return the value of a key.

        :raises CatalogusFout: when it is missing, empty or of another type.
        """
        if sleutel not in self._waarden:
            raise self.fout(sleutel, "ontbreekt")
        waarde = self._waarden.pop(sleutel)
        # Exact type, since in Python True is an int and a month count must not be True.
        if type(waarde) is not soort:
            raise self.fout(sleutel, f"is {waarde!r}, verwacht {soort.__name__}")
        if waarde == "":
            raise self.fout(sleutel, "is leeg")
        return waarde

    def take_count(self, sleutel: str) -> int:
        """Return a whole number of zero or more."""
        aantal = self.take(sleutel, int)
        if aantal < 0:
            raise self.fout(sleutel, f"is {aantal}, verwacht nul of meer")
        return aantal

    def take_counts(self, sleutel: str) -> tuple[int, ...]:
        """Return a list of whole numbers above zero, in rising order, that holds at least one."""
        waarden = self.take(sleutel, list)
        if not waarden or not all(type(waarde) is int and waarde > 0 for waarde in waarden):
            raise self.fout(sleutel, f"is {waarden!r}, verwacht een lijst van getallen boven nul")
        if waarden != sorted(set(waarden)):
            raise self.fout(sleutel, f"is {waarden!r}, verwacht getallen die oplopen")
        return tuple(waarden)

    def take_range(self, sleutel: str) -> tuple[int, int]:
        """Return the least and the most."""
        waarden = self.take_counts(sleutel)
        if len(waarden) != 2:
            raise self.fout(
                sleutel, f"is {list(waarden)!r}, verwacht twee getallen: het minste en het meeste"
            )
        return waarden[0], waarden[1]

    def take_choice(self, sleutel: str, keuzes: type[Keuze]) -> Keuze:
        """Return the member of an enum that the file names."""
        return self._choose(sleutel, self.take(sleutel, str), keuzes)

    def take_choices(self, sleutel: str, keuzes: type[Keuze]) -> tuple[Keuze, ...]:
        """Return the members of an enum that the file names, at least one."""
        return tuple(self._choose(sleutel, waarde, keuzes) for waarde in self.take_strings(sleutel))

    def take_strings(self, sleutel: str) -> tuple[str, ...]:
        """Return a list of texts that holds at least one."""
        waarden = self.take(sleutel, list)
        if not waarden or not all(isinstance(waarde, str) and waarde for waarde in waarden):
            raise self.fout(sleutel, f"is {waarden!r}, verwacht een lijst van teksten")
        return tuple(waarden)

    def take_table(self, sleutel: str) -> "Tabel":
        """Return a table inside this one."""
        return Tabel(self._bestand, self._place(sleutel), self.take(sleutel, dict))

    def take_tables(self, sleutel: str) -> list["Tabel"]:
        """Return a list of tables; an absent key is an empty list."""
        if sleutel not in self:
            return []
        rijen = self.take(sleutel, list)
        if not all(isinstance(rij, dict) for rij in rijen):
            raise self.fout(sleutel, "is geen lijst van tabellen")
        return [
            Tabel(self._bestand, (*self._place(sleutel), nummer), rij) for nummer, rij in enumerate(rijen)
        ]

    def take_over(self, ander: "Tabel") -> None:
        """Take the keys of another table of this file that this one does not give itself."""
        for sleutel, waarde in ander._waarden.items():
            if sleutel not in self._waarden:
                self._waarden[sleutel] = waarde
                self._elders[sleutel] = ander._place(sleutel)

    def finish(self) -> None:
        """Refuse keys that nobody asked for: they are typing errors."""
        for sleutel in self._waarden:
            raise self.fout(sleutel, "is hier onbekend")

    def fout(self, sleutel: str, probleem: str, *, binnen: Pad = ()) -> CatalogusFout:
        """Return what is wrong with a key, or with what lies `binnen` its value."""
        return self._bestand.fout((*self._place(sleutel), *binnen), probleem)

    def _choose(self, sleutel: str, waarde: str, keuzes: type[Keuze]) -> Keuze:
        if waarde not in set(keuzes):
            raise self.fout(sleutel, f"is {waarde!r}, verwacht een van {', '.join(keuzes)}")
        return keuzes(waarde)

    def _place(self, sleutel: str) -> Pad:
        return self._elders.get(sleutel, (*self._pad, sleutel))


def _spell(pad: Pad) -> str:
    """`product[0].naam`, as people write it."""
    delen = "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad)
    return delen.removeprefix(".")
