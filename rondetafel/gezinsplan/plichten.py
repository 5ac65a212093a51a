"""Which duties follow from a plan? Each of its goals is looked at every three months."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Subquery

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.plichten import regie_of
from rondetafel.gezinsplan.models import Doel, Evaluatie
from rondetafel.gezinsplan.plichten_eigenplan import read_afgezien
from rondetafel.kern.plichten import Plicht, Plichtbron, follow_chair
from rondetafel.regels.termijnen import EVALUATIE, PLAN_NA_AFZIEN


def read_doelen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duty of their owner to look at these goals, for as long as the family has a regisseur; two queries.

    Counted from when they looked last, or else from when the plan was adopted; none after the last time.
    """
    newest = Evaluatie.objects.filter(doel=OuterRef("pk")).order_by("-geevalueerd_op")
    doelen = (
        Doel.objects.standing()
        .filter(pk__in=sleutels, vastgesteld_op__isnull=False)
        .annotate(
            account=F("eigenaar__gebruiker_id"),
            gekeken_op=Subquery(newest.values("geevalueerd_op")[:1]),
            volgende_op=Subquery(newest.values("volgende_op")[:1]),
        )
    )
    rijen: list[Any] = list(doelen.only("gezin_id", "gemeente_id", "vastgesteld_op"))
    regie = regie_of([een.gezin_id for een in rijen])
    for een in rijen:
        is_klaar = een.gekeken_op is not None and een.volgende_op is None
        if een.gezin_id in regie and not is_klaar:
            yield Plicht(
                regel=EVALUATIE,
                betreft_id=een.pk,
                gezin_id=een.gezin_id,
                gemeente_id=een.gemeente_id,
                vanaf=een.gekeken_op or een.vastgesteld_op,
                gebruiker_id=een.account,
                geldt_tot=regie[een.gezin_id][1],
            )


def goals_of_chair(stoel_id: UUID) -> Iterator[UUID]:
    """The goals of which whoever sits on this chair is the owner."""
    yield from Doel.objects.filter(eigenaar_id=stoel_id).values_list("pk", flat=True)


GEZIN = Plichtbron(model=Gezin, regels=(PLAN_NA_AFZIEN,), read=read_afgezien)
DOEL = follow_chair(Plichtbron(model=Doel, regels=(EVALUATIE,), read=read_doelen), goals_of_chair)
