"""How is a share counted? Of everything in a population, what has reached something; and never of nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Value

from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.oordeel import Bron
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.verantwoording.periode import Verslagperiode

Rijen = QuerySet[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """A share: of everything in `population`, what has `reached` it. `norm` is in percent.

    `telt` is what is counted once, `onderdeel` the part of a family that it is read from. Opened, it
    shows the families behind what was missed, or with `toont_bereikt` behind what was reached.
    """

    code: str
    nummer: str
    vraag: str
    definitie: str
    norm: int | None = None
    ontbreekt: str
    bron: Bron
    onderdeel: Onderdeel
    telt: str = "pk"
    toont_bereikt: bool = False
    population: Callable[[Verslagperiode], Rijen]
    reached: Callable[[Verslagperiode], Q]

    @property
    def titel(self) -> str:
        """The question, with the number that the report gives it as a KPI."""
        return f"KPI {self.nummer}: {self.vraag}" if self.bron.plek.startswith("4.7 KPI") else self.vraag

    def tally(self, periode: Verslagperiode) -> Rijen:
        """One row: the code, how many have reached it, and of how many."""
        bereikt = Count(self.telt, distinct=True, filter=self.reached(periode))
        return (
            self.population(periode)
            .values(code=Value(self.code))
            .annotate(teller=bereikt, noemer=Count(self.telt, distinct=True))
            .values_list("code", "teller", "noemer")
        )

    def rows_to_look_at(self, periode: Verslagperiode) -> Rijen:
        bereikt = self.reached(periode)
        return self.population(periode).filter(bereikt if self.toont_bereikt else ~bereikt)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenKpi:
    """A figure that the records cannot give, and what is missing for it."""

    code: str
    nummer: str
    vraag: str
    ontbreekt: str
    bron: Bron

    @property
    def uitkomst(self) -> NietTeBerekenen:
        return NietTeBerekenen(ontbreekt=self.ontbreekt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aandeel:
    """How many of how many; never of nothing."""

    teller: int
    noemer: int

    @property
    def procent(self) -> int:
        return round(100 * self.teller / self.noemer)

    def __str__(self) -> str:
        return f"{self.procent}% ({self.teller} van {self.noemer})"


def measure(kpis: tuple[Kpi, ...], periode: Verslagperiode) -> dict[str, Aandeel | NietTeBerekenen]:
    """Count all of them in one query; what counts nothing at all is not 0 but cannot be told."""
    eerste, *andere = (kpi.tally(periode) for kpi in kpis)
    geteld = {code: (teller, noemer) for code, teller, noemer in eerste.union(*andere, all=True)}
    return {kpi.code: _outcome(kpi, *geteld.get(kpi.code, (0, 0))) for kpi in kpis}


def _outcome(kpi: Kpi, teller: int, noemer: int) -> Aandeel | NietTeBerekenen:
    if noemer == 0:
        return NietTeBerekenen(ontbreekt=kpi.ontbreekt)
    return Aandeel(teller=teller, noemer=noemer)
