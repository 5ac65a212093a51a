"""Which days make up a half-year of the reports?"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

PATTERN = re.compile(r"(\d{4})-H([12])")


@dataclass(frozen=True, slots=True, order=True)
class Halfjaar:
    """January to June (helft 1) or July to December (helft 2); all bounds are t/m."""

    jaar: int
    helft: int

    def __post_init__(self) -> None:
        if self.helft not in (1, 2):
            raise ValueError(f"Een jaar heeft helft 1 en 2, niet {self.helft}.")

    @classmethod
    def parse(cls, tekst: str) -> Self:
        """Read "2020-H2".

        :raises ValueError: when it is written in another way.
        """
        match = PATTERN.fullmatch(tekst)
        if match is None:
            raise ValueError(f"Schrijf een halfjaar als 2020-H2, niet als {tekst!r}.")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, datum: date) -> Self:
        """Return the half-year in which a day falls."""
        return cls(datum.year, 1 if datum.month <= 6 else 2)

    @property
    def van(self) -> date:
        return date(self.jaar, 1, 1) if self.helft == 1 else date(self.jaar, 7, 1)

    @property
    def tot_en_met(self) -> date:
        return date(self.jaar, 6, 30) if self.helft == 1 else self.jaareinde

    @property
    def jaarbegin(self) -> date:
        return date(self.jaar, 1, 1)

    @property
    def jaareinde(self) -> date:
        return date(self.jaar, 12, 31)

    def previous(self) -> Self:
        """Return the half-year before this one."""
        return type(self)(self.jaar, 1) if self.helft == 2 else type(self)(self.jaar - 1, 2)

    def __str__(self) -> str:
        return f"{self.jaar}-H{self.helft}"
