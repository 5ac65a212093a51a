"""Keep the plan as it stands: a version of the whole plan, or of the goal that was evaluated."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

from rondetafel.gezinsplan.gegevens import Antwoordopgave
from rondetafel.gezinsplan.models import Aanleiding, Doel, Gezinsplan, Planantwoord, Planversie
from rondetafel.toegang.mag import Wie


def keep_plan(plan: Gezinsplan, *, door: Wie, peildatum: date) -> Planversie:
    """Keep every goal of a plan that is adopted, in the transaction of who adopts it."""
    versie = Planversie.objects.create(
        gezin_id=plan.gezin_id,
        gemeente_id=plan.gemeente_id,
        plan=plan,
        aanleiding=Aanleiding.VASTGESTELD,
        sleutel=plan.gezin_id,
        soort=plan.soort,
        uitgave=plan.uitgave,
        gemaakt_op=peildatum,
        door_id=door.id,
    )
    _keep_doelen(versie)
    return versie


def keep_doel(doel: Doel, *, door: Wie, peildatum: date) -> Planversie:
    """Keep one goal that was evaluated, in the transaction of who evaluated it."""
    versie = Planversie.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        plan=doel.plan,
        aanleiding=Aanleiding.GEEVALUEERD,
        doel=doel,
        sleutel=doel.sleutel,
        soort=doel.plan.soort,
        uitgave=doel.plan.uitgave,
        gemaakt_op=peildatum,
        door_id=door.id,
    )
    _keep_doelen(versie)
    return versie


def keep_antwoorden(
    versie: Planversie, antwoorden: Iterable[Antwoordopgave], *, door: Wie, peildatum: date
) -> None:
    """Keep what people at the table say of a version; a later answer leaves the earlier one as it was."""
    Planantwoord.objects.bulk_create(
        Planantwoord(
            gezin_id=versie.gezin_id,
            gemeente_id=versie.gemeente_id,
            in_versie=versie,
            stoel_id=een.stoel_id,
            sleutel=versie.sleutel,
            antwoord=een.antwoord,
            woorden=een.woorden,
            gegeven_op=peildatum,
            door_id=door.id,
        )
        for een in antwoorden
    )


def _keep_doelen(versie: Planversie) -> None:
    """Keep what stands in the plan, in the database: also what is hidden from who makes this version."""
    with connection.cursor() as cursor:
        cursor.execute("select keep_versie(%s)", [versie.pk])
