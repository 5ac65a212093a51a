"""Goals and actions are taken away and put back; nothing is ever deleted."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.gezinsplan.plichten import DOEL
from rondetafel.gezinsplan.vinden import own_gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import save_version
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def withdraw_doel(pk: UUID, *, door: Wie, peildatum: date) -> Doel:
    """Take a goal away, with its actions; nobody has to look back on it any more."""
    doel = Doel.objects.visible_to(door, peildatum).get(pk=pk)
    _move_doel(doel, peildatum, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.DOEL_WEGGEHAALD, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel


@operatie
def restore_doel(pk: UUID, *, door: Wie, peildatum: date) -> Doel:
    """Put a goal back as it was; who looks back on it does so from the same day as before."""
    doel = Doel.objects.taken_away(door, peildatum).get(pk=pk)
    _move_doel(doel, None, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.DOEL_TERUGGEZET, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel


@operatie
def withdraw_actie(pk: UUID, *, door: Wie, peildatum: date) -> Actie:
    """Take an action away; the others keep their letter."""
    actie = Actie.objects.visible_to(door, peildatum).get(pk=pk)
    _move_actie(actie, peildatum, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.ACTIE_WEGGEHAALD, actie, door=door, onderdeel=Onderdeel.PLAN)
    return actie


@operatie
def restore_actie(pk: UUID, *, door: Wie, peildatum: date) -> Actie:
    """Put an action back as it was."""
    actie = Actie.objects.taken_away(door, peildatum).get(pk=pk)
    _move_actie(actie, None, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.ACTIE_TERUGGEZET, actie, door=door, onderdeel=Onderdeel.PLAN)
    return actie


@operatie
def assign_volgorde(gezin_id: UUID, *, doelen: Sequence[UUID], door: Wie, peildatum: date) -> Gezinsplan:
    """Write down which goal the family wants first, second and so on.

    :raises Doel.DoesNotExist: for a goal that is not in this plan.
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.select_for_update().get(gezin=gezin)
    eigen = {doel.pk: doel for doel in Doel.objects.visible_to(door, peildatum).filter(plan=plan)}
    if not eigen.keys() >= set(doelen):
        raise Doel.DoesNotExist
    verzet = [eigen[pk] for plek, pk in enumerate(doelen, 1) if eigen[pk].plek != plek]
    plekken = {pk: plek for plek, pk in enumerate(doelen, 1)}
    for doel in verzet:
        doel.plek = plekken[doel.pk]
    # The version stays: who has the words of a goal open at this moment changes something else.
    Doel.objects.bulk_update(verzet, ["plek"])
    logboek.record(Gebeurtenis.DOELEN_GEORDEND, plan, door=door, onderdeel=Onderdeel.PLAN)
    return plan


def _move_doel(doel: Doel, weggehaald_op: date | None, *, door: Wie, peildatum: date) -> None:
    require(door, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    # Locked only now: the database locks nothing for who may not write it.
    doel.versie = Doel.objects.select_for_update().only("versie").get(pk=doel.pk).versie
    doel.weggehaald_op = weggehaald_op
    save_version(doel, gelezen=doel.versie, velden=["weggehaald_op"])
    settle(DOEL, doel.pk, peildatum=peildatum)


def _move_actie(actie: Actie, weggehaald_op: date | None, *, door: Wie, peildatum: date) -> None:
    require(door, Recht.PLAN_BEWERKEN, gezin_id=actie.gezin_id, sleutel=actie.sleutel, peildatum=peildatum)
    actie.versie = Actie.objects.select_for_update().only("versie").get(pk=actie.pk).versie
    actie.weggehaald_op = weggehaald_op
    save_version(actie, gelezen=actie.versie, velden=["weggehaald_op"])
