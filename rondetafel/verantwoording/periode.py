"""Over which days does a report tell? Half a year, counted up to today while it is still running."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rondetafel.regels.datum import add_months, last_day_of
from rondetafel.regels.periode import Halfjaar

MAANDEN_PER_KWARTAAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagperiode:
    """Half a year as it looks on `peildatum`: what is still to come is not told as if it had happened."""

    halfjaar: Halfjaar
    peildatum: date

    @property
    def jaarbegin(self) -> date:
        return self.halfjaar.jaarbegin

    @property
    def van(self) -> date:
        return self.halfjaar.van

    @property
    def laatste_dag(self) -> date:
        return min(self.halfjaar.tot_en_met, self.peildatum)

    @property
    def is_voorlopig(self) -> bool:
        return self.peildatum < self.halfjaar.tot_en_met

    @property
    def naam(self) -> str:
        namen = {1: _("Eerste halfjaar %(jaar)s"), 2: _("Tweede halfjaar %(jaar)s")}
        return namen[self.halfjaar.helft] % {"jaar": self.halfjaar.jaar}

    @property
    def maanden(self) -> list[date]:
        """The first day of each month of the year up to the end, as far as the month has begun."""
        eerste_dagen = [add_months(self.jaarbegin, nummer) for nummer in range(12)]
        return [dag for dag in eerste_dagen if dag <= self.laatste_dag]

    @property
    def kwartaaleinden(self) -> list[date]:
        """The last day of each quarter of the year up to the end of the half-year."""
        einden = [last_day_of(self.jaarbegin, maanden) for maanden in range(3, 13, MAANDEN_PER_KWARTAAL)]
        return [dag for dag in einden if dag <= self.halfjaar.tot_en_met]


def list_perioden(eerste: date, peildatum: date) -> list[Verslagperiode]:
    """Every half-year from that of `eerste` up to that of today, the newest first."""
    perioden, halfjaar = [], Halfjaar.of(peildatum)
    while halfjaar.tot_en_met >= eerste:
        perioden.append(Verslagperiode(halfjaar=halfjaar, peildatum=peildatum))
        halfjaar = halfjaar.previous()
    return perioden
