"""What is asked when help is to run on: everything that the rules about an extension look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import DAG, last_day_of, weeks_before
from rondetafel.regels.maatwerk import PAPIEREN, RTO, day_of_rto, has_own_papers, papers_due, rto_window
from rondetafel.regels.overleg import Rto
from rondetafel.regels.papieren import papers_of_verlenging
from rondetafel.regels.product import Keuze, Papier, Product

NORM = "verlenging-vragen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingeleverd:
    """One paper for this extension: the day it was handed in, and the day it is of (an evaluation: when held)."""

    papier: Papier
    ingeleverd_op: date
    van_dag: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengingsvraag:
    """Everything the rules below look at. What is not here cannot decide.

    `startdatum` and `einddatum` are those of the running akkoord, `eerste_startdatum` is the
    first day of the first akkoord in the chain, `tot` the asked last day (t/m), and `normen`
    the terms of the catalogue. `besluit_op` is empty while it is only asked:
    the papers come before the RTO, so that it need not have been held then. `rto_op`
    is the day that was agreed for it at the start; it says nothing about a later looptijd.
    `volgend_rto_op` is the day agreed for the looptijd that the extension begins.
    `eindevaluaties` are the days of those that looked back on the whole of this help. `plan_op` is when the plan was
    adopted last, and `uitvoerder` the account of who gives the help, where there is one.
    """

    product: Product
    normen: Mapping[str, Norm] = field(hash=False)
    keuzes: Mapping[str, Keuze] = field(hash=False)
    startdatum: date
    einddatum: date
    eerste_startdatum: date
    tot: date
    ingediend_op: date
    besluit_op: date | None = None
    rto_op: date | None = None
    volgend_rto_op: date | None = None
    rtos: tuple[Rto, ...] = ()
    ingeleverd: tuple[Ingeleverd, ...] = ()
    evaluaties: tuple[date, ...] = ()
    eindevaluaties: tuple[date, ...] = ()
    plan_op: date | None = None
    uitvoerder: UUID | None = None

    @property
    def laatste_dag_om_te_vragen(self) -> date:
        """So many weeks before the end as the norm says; at maatwerk before the RTO."""
        if has_own_papers(self.product, self.keuzes):
            rto = day_of_rto(self.rto_op, self.startdatum, self.einddatum, self.venster_rto)
            return papers_due(rto, self.normen[PAPIEREN])
        return last_day_to_ask(self.einddatum, self.norm)

    @property
    def afgesproken_rto(self) -> date | None:
        """The first day still to come in this looptijd that was agreed for an RTO, as it stood at the asking."""
        dagen = (rto.gepland_op for rto in self.rtos if rto.gepland_op and not rto.gehouden_op)
        return min((dag for dag in dagen if self.ingediend_op <= dag <= self.einddatum), default=None)

    @property
    def gehouden_rto(self) -> date | None:
        """The last day of this looptijd on which an RTO was held, whether or not it counts."""
        dagen = (rto.gehouden_op for rto in self.rtos if rto.gehouden_op)
        return max((dag for dag in dagen if self.startdatum <= dag <= self.einddatum), default=None)

    @property
    def norm(self) -> Norm:
        """How long before the end an extension is asked."""
        return self.normen[NORM]

    @property
    def venster_rto(self) -> tuple[date | None, date]:
        """The first day (None: any) and the last on which the RTO of maatwerk may be."""
        return rto_window(self.einddatum, self.keuzes["maatwerk-rto"].lezing, self.normen[RTO])

    @property
    def venster_volgend_rto(self) -> tuple[date | None, date]:
        """The same for the looptijd that this extension begins."""
        return rto_window(self.tot, self.keuzes["maatwerk-rto"].lezing, self.normen[RTO])

    @property
    def gevraagde_papieren(self) -> tuple[Papier, ...]:
        if not self.product.rto_nodig.waarde:
            return ()
        return papers_of_verlenging(self.product, self.keuzes).papieren

    @property
    def ontbrekende_papieren(self) -> tuple[Papier, ...]:
        er = {een.papier for een in self.ingeleverd}
        if self.evaluaties:
            er.add(Papier.EVALUATIE)
        return tuple(papier for papier in self.gevraagde_papieren if papier not in er)

    @property
    def alle_evaluaties(self) -> tuple[date, ...]:
        """Days of the evaluations of this help: from the plan, and from the papers that came in."""
        papieren = (een.van_dag for een in self.ingeleverd if een.papier is Papier.EVALUATIE)
        return tuple(sorted({*self.evaluaties, *papieren}))


def last_day_to_ask(einddatum: date, norm: Norm) -> date:
    """Return the last day on which an extension is asked in time: so many weeks before the end."""
    return weeks_before(einddatum, norm.aantal)


def last_day_of_extension(einddatum: date, maanden: int) -> date:
    """Return the last day (t/m) of an extension that begins the day after `einddatum`."""
    return last_day_of(einddatum + DAG, maanden)
