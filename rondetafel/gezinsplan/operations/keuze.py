"""The doelenmatrix of a family: what applies, and for whom, ticked in one go."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.models import Gezinsplan, Keuze, Matrixdoel
from rondetafel.gezinsplan.vinden import about, own_gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rechten import Onderdeel


@operatie
def tick_doelen(
    gezin_id: UUID, *, erbij: Collection[Kruis], eraf: Collection[Kruis], door: Wie, peildatum: date
) -> Gezinsplan:
    """Tick goals of the doelenmatrix and take ticks away; what somebody else ticked meanwhile stays.

    :raises Matrixdoel.DoesNotExist: for a goal of another version of the format than the plan.
    :raises Persoon.DoesNotExist: for somebody of another family.
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.select_for_update().get(gezin=gezin)
    levend = {een.kruis: een for een in Keuze.objects.filter(plan=plan, tot__isnull=True)}
    nieuw = [kruis for kruis in erbij if kruis not in levend]
    _check_matrix(nieuw, plan)
    personen = {kruis.persoon_id: about(kruis.persoon_id, gezin.pk) for kruis in nieuw}
    Keuze.objects.bulk_create(
        Keuze(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            plan=plan,
            matrixdoel_id=kruis.matrixdoel_id,
            gekozen_op=peildatum,
            **personen[kruis.persoon_id],
        )
        for kruis in nieuw
    )
    weg = [levend[kruis].pk for kruis in eraf if kruis in levend]
    Keuze.objects.filter(pk__in=weg).update(tot=peildatum)
    logboek.record(
        Gebeurtenis.DOELEN_AANGEKRUIST,
        plan,
        door=door,
        onderdeel=Onderdeel.PLAN,
        erbij=len(nieuw),
        eraf=len(weg),
    )
    return plan


def _check_matrix(nieuw: Collection[Kruis], plan: Gezinsplan) -> None:
    gevraagd = {kruis.matrixdoel_id for kruis in nieuw}
    gevonden = Matrixdoel.objects.filter(pk__in=gevraagd, gebied__formatversie=plan.formatversie_id)
    if gevonden.count() != len(gevraagd):
        raise Matrixdoel.DoesNotExist
