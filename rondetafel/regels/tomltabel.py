"""Does this catalogue file say what we expect? Reads TOML and refuses anything else, by name."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

Soort = TypeVar("Soort")
Keuze = TypeVar("Keuze", bound=StrEnum)


class CatalogusFout(ValueError):
    """A catalogue file is malformed; the message names the file, the key and what is wrong."""

    def __init__(self, bestand: str, sleutel: str, probleem: str) -> None:
        super().__init__(f"{bestand}: {sleutel}: {probleem}")


class Tabel:
    """One table of a TOML file. Every key is taken once; `finish` refuses what nobody took."""

    def __init__(self, bestand: str, pad: str, waarden: dict[str, Any]) -> None:
        self._bestand = bestand
        self._pad = pad
        self._waarden = dict(waarden)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open a file as its outermost table.

        :raises CatalogusFout: when it is not TOML.
        """
        try:
            return cls(path.name, "", tomllib.loads(path.read_text(encoding="utf-8")))
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

    def take_choice(self, sleutel: str, keuzes: type[Keuze]) -> Keuze:
        """Return the member of an enum that the file names."""
        waarde = self.take(sleutel, str)
        if waarde not in set(keuzes):
            raise self.fout(sleutel, f"is {waarde!r}, verwacht een van {', '.join(keuzes)}")
        return keuzes(waarde)

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
            Tabel(self._bestand, self._place(f"{sleutel}[{nummer}]"), rij) for nummer, rij in enumerate(rijen)
        ]

    def finish(self) -> None:
        """Refuse keys that nobody asked for: they are typing errors."""
        for sleutel in self._waarden:
            raise self.fout(sleutel, "is hier onbekend")

    def fout(self, sleutel: str, probleem: str) -> CatalogusFout:
        return CatalogusFout(self._bestand, self._place(sleutel), probleem)

    def _place(self, sleutel: str) -> str:
        return f"{self._pad}.{sleutel}" if self._pad else sleutel
