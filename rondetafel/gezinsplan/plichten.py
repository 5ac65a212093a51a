"""Which duties follow from a plan? Its goals are set within six weeks, and each is looked at every three months."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Min, OuterRef, Subquery

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.plichten import regie_of
from rondetafel.gezinsplan.models import Doel, Evaluatie, Gezinsplan
from rondetafel.gezinsplan.plichten_eigenplan import read_afgezien
from rondetafel.instroom.models import Triage
from rondetafel.kern.plichten import Plicht, Plichtbron, closing, follow_chair
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, EVALUATIE, PLAN_NA_AFZIEN


def read_gezinnen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duties about the plan of these families; six queries."""
    yield from read_vaststellen(sleutels, peildatum)
    yield from read_afgezien(sleutels, peildatum)


def read_vaststellen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duty to set goals in these families, from the decision of the kernteam on; three queries.

    A plan that was adopted again has lost the day of the first time: then it is met, but not told when.
    """
    regie = regie_of(sleutels)
    plannen = Gezinsplan.objects.filter(gezin_id__in=sleutels, uitgave__gt=0)
    velden = plannen.values_list("gezin_id", "uitgave", "vastgesteld_op")
    uitgaven = {gezin_id: (uitgave, op) for gezin_id, uitgave, op in velden}
    besluiten = Triage.objects.filter(gezin_id__in=sleutels).values("gezin_id", "gemeente_id")
    for een in besluiten.annotate(eerste=Min("besloten_op")):
        gezin_id = een["gezin_id"]
        uitgave, vastgesteld_op = uitgaven.get(gezin_id, (0, None))
        if uitgave > 1:
            continue
        _, tot = regie.get(gezin_id, (None, None))
        yield Plicht(
            regel=DOELEN_VASTSTELLEN,
            betreft_id=gezin_id,
            gezin_id=gezin_id,
            gemeente_id=een["gemeente_id"],
            vanaf=een["eerste"],
            geldt_tot=tot,
            **closing(vastgesteld_op),
        )


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


GEZIN = Plichtbron(model=Gezin, regels=(DOELEN_VASTSTELLEN, PLAN_NA_AFZIEN), read=read_gezinnen)
DOEL = follow_chair(Plichtbron(model=Doel, regels=(EVALUATIE,), read=read_doelen), goals_of_chair)
