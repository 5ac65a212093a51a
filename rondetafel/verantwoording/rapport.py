"""What does the half-year report say? Counted behind the fence of figures: four queries, no names."""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.context import CIJFERS, as_role
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Recht
from rondetafel.verantwoording.aandelen import Aandeel, Kpi, OpenKpi, measure
from rondetafel.verantwoording.kpis import KPIS, OPEN_KPIS, REDENEN
from rondetafel.verantwoording.periode import Verslagperiode, list_perioden
from rondetafel.verantwoording.tabellen import (
    Doorlooptijd,
    Jeugdigen,
    Productie,
    count_jeugdigen,
    count_productie,
    first_day,
    measure_doorlooptijd,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """A share with what it came to."""

    kpi: Kpi
    waarde: Aandeel | NietTeBerekenen

    @property
    def aandeel(self) -> Aandeel | None:
        return self.waarde if isinstance(self.waarde, Aandeel) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """Everything on the page of one half-year."""

    periode: Verslagperiode
    jeugdigen: Jeugdigen
    productie: Productie
    doorlooptijd: Doorlooptijd | NietTeBerekenen
    kpis: tuple[Uitkomst, ...]
    redenen: tuple[Uitkomst, ...]
    open_kpis: tuple[OpenKpi, ...]

    @property
    def is_leeg(self) -> bool:
        """Is there nothing at all to tell about this year?"""
        return not self.jeugdigen.totaal.ooit and not any(self.productie.aanmeldingen.values())


def make_rapport(wie: Wie, halfjaar: Halfjaar, *, peildatum: date) -> Rapport:
    """Count the figures of the municipalities of `wie`, as they stand on `peildatum`.

    :raises GeenToegang: if `wie` reads no figures.
    """
    require(wie, Recht.CIJFERS_LEZEN, peildatum=peildatum)
    periode = Verslagperiode(halfjaar=halfjaar, peildatum=peildatum)
    with as_role(CIJFERS, wie=wie, peildatum=peildatum):
        geteld = measure((*KPIS, *REDENEN), periode)
        return Rapport(
            periode=periode,
            jeugdigen=count_jeugdigen(periode, wie.gemeenten),
            productie=count_productie(periode),
            doorlooptijd=measure_doorlooptijd(periode),
            kpis=_with_outcome(KPIS, geteld),
            redenen=_with_outcome(REDENEN, geteld),
            open_kpis=OPEN_KPIS,
        )


def _with_outcome(
    kpis: tuple[Kpi, ...], geteld: dict[str, Aandeel | NietTeBerekenen]
) -> tuple[Uitkomst, ...]:
    return tuple(Uitkomst(kpi=kpi, waarde=geteld[kpi.code]) for kpi in kpis)


def list_rapporten(wie: Wie, *, peildatum: date) -> list[Verslagperiode]:
    """Every half-year since the first help or question in the municipalities of `wie`, the newest first.

    :raises GeenToegang: if `wie` reads no figures.
    """
    require(wie, Recht.CIJFERS_LEZEN, peildatum=peildatum)
    with as_role(CIJFERS, wie=wie, peildatum=peildatum):
        eerste = first_day()
    return list_perioden(eerste or peildatum, peildatum)
