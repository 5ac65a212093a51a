"""The rows of the plan and of the table: goals, actions, and the meetings that were held."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.overleg.models import Deelname, Overleg, OverlegSoort, Plek
from rondetafel.platform.demo.bevolking.dossiers import Dossier
from rondetafel.platform.demo.bevolking.loop import on_weekday
from rondetafel.platform.demo.bevolking.omgeving import Omgeving
from rondetafel.platform.demo.bevolking.rijen import Rijen
from rondetafel.platform.demo.bevolking.teksten import ACTIES, DOELEN, HAALBAAR, STEUN, VERSLAGEN
from rondetafel.regels.datum import add_months

SHARE_WITH_PLAN, SHARE_WITH_RTO = 0.7, 0.6
ACTIES_PER_PLAN = 3


def plan_all(rijen: Rijen, omgeving: Omgeving, dossiers: list[Dossier], lot: Random) -> None:
    """Write a plan for most families, and an RTO for most of those with a specialist."""
    for dossier in dossiers:
        start = min(loop.van for loop in dossier.huishouden.lopen)
        if lot.random() < SHARE_WITH_PLAN:
            _make_plan(rijen, omgeving, dossier, start, lot)
        specialist = [
            periode
            for loop in dossier.huishouden.lopen
            for periode in loop.perioden
            if periode.kwadrant == "K3"
        ]
        if specialist and lot.random() < SHARE_WITH_RTO:
            periode = lot.choice(specialist)
            dag = periode.van + (periode.tot - periode.van) * lot.uniform(0.4, 0.95)
            _hold_rto(rijen, dossier, on_weekday(dag), lot)


def _make_plan(rijen: Rijen, omgeving: Omgeving, dossier: Dossier, start: date, lot: Random) -> None:
    vastgesteld_op = start + timedelta(days=lot.randint(14, 63))
    plan = rijen.add(
        Gezinsplan, *dossier.sleutel, omgeving.formatversie, start, vastgesteld_op, lot.choice((1, 1, 2, 3))
    )
    eigenaren = dossier.seats(Groep.GEZIN)
    iedereen = [stoel.id for stoel in dossier.stoelen]
    kind = next(pk for pk, mens in dossier.kinderen if mens.loop)
    doelen = []
    for matrixdoel, specifiek, meetbaar in lot.sample(DOELEN, 2):
        voor = None if matrixdoel.startswith("B") else kind
        doel = rijen.add(
            Doel,
            *dossier.sleutel,
            plan,
            omgeving.matrix[matrixdoel],
            voor,
            lot.choice(eigenaren),
            specifiek,
            meetbaar,
            lot.choice(STEUN),
            lot.choice(HAALBAAR),
            start,
            add_months(start, lot.choice((4, 6, 9))),
        )
        doelen.append((doel, voor or dossier.sleutel[0]))
    for volgnummer, tekst in enumerate(lot.sample(ACTIES, ACTIES_PER_PLAN), 1):
        klaar_op = start + timedelta(days=lot.randint(20, 120)) if lot.random() < 0.6 else None
        van_doel = lot.choice(doelen)
        rijen.add(
            Actie, *dossier.sleutel, *van_doel, volgnummer, tekst, lot.choice(iedereen), start, klaar_op
        )


def _hold_rto(rijen: Rijen, dossier: Dossier, dag: date, lot: Random) -> None:
    overleg = rijen.add(
        Overleg,
        *dossier.sleutel,
        OverlegSoort.RTO.value,
        dag,
        dag,
        True,
        lot.choice((1, 2, 2, 3)),
        lot.choice(VERSLAGEN),
    )
    rijen.add(Plek, *dossier.sleutel, overleg, "Bij het gezin thuis")
    for stoel in _guests(dossier, lot):
        rijen.add(Deelname, *dossier.sleutel, overleg, stoel, lot.random() < 0.93)


def _guests(dossier: Dossier, lot: Random) -> list[UUID]:
    """Everybody of the professions, and at least one of the family."""
    gezin = dossier.seats(Groep.GEZIN)
    return [*dossier.seats(Groep.BEROEP), *lot.sample(gezin, min(2, len(gezin)))]
