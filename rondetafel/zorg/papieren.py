"""Which papers for an extension are there, and who handed them in?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.papieren import NAMEN, papers_of_verlenging
from rondetafel.regels.product import Papier
from rondetafel.zorg.models import AkkoordZorg, Verlengpapier
from rondetafel.zorg.oordelen import Looptijd


@dataclass(frozen=True, slots=True, kw_only=True)
class Papierstand:
    """One line of the checklist; without `van_dag` it is still to come.

    An evaluation that stands in the plan has no `ingeleverd_op`: nobody hands it in once more.
    """

    papier: Papier
    ingeleverd_op: date | None = None
    van_dag: date | None = None
    door: str = ""

    @property
    def naam(self) -> str:
        return NAMEN[self.papier]


def papers_for(akkoord: AkkoordZorg, looptijd: Looptijd) -> list[Papierstand]:
    """The checklist for the extension of the period that runs; one query."""
    er: Any = Verlengpapier.objects.filter(akkoord=akkoord, was=looptijd.tot).annotate(
        inleveraar=F("ingeleverd_door__naam")
    )
    ingeleverd = {Papier(een.papier): een for een in er}
    gevraagd = papers_of_verlenging(looptijd.product, catalogue_on(looptijd.tot).keuzes).papieren
    nieuwste = max(looptijd.evaluaties, default=None)
    return [
        _line(papier, ingeleverd.get(papier), in_plan=nieuwste if papier is Papier.EVALUATIE else None)
        for papier in gevraagd
    ]


def _line(papier: Papier, er: Any, *, in_plan: date | None) -> Papierstand:
    if er is None:
        return Papierstand(papier=papier, van_dag=in_plan)
    return Papierstand(
        papier=papier, ingeleverd_op=er.ingeleverd_op, van_dag=er.van_dag, door=er.inleveraar or ""
    )
