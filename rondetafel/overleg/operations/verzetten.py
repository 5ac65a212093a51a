"""A meeting that was planned gets another day, or is called off."""

from datetime import date
from uuid import UUID

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.overleg.gegevens import Moment
from rondetafel.overleg.models import Datumoptie, Overleg, Plek, Voorbereiding, knows_places
from rondetafel.overleg.moment import on_free_moment
from rondetafel.overleg.oordelen import judge_momenten
from rondetafel.overleg.post import tell
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def assign_moment(pk: UUID, *, gelezen: int, moment: Moment, door: Wie, peildatum: date) -> Overleg:
    """Give a planned meeting another day, time or place; everyone who is invited is told.

    Who may not know where the family is, changes nothing about the place.

    :raises GeenToegang: if `door` plans no meetings for this family.
    :raises Geweigerd: for a day that was, or where a meeting of this kind stands already.
    :raises Botsing: when someone else changed it after version `gelezen`.
    :raises Overleg.DoesNotExist: when it was held or called off.
    """
    overleg = Overleg.objects.visible_to(door, peildatum).planned().get(pk=pk)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    judge_momenten((moment,), peildatum).enforce()
    overleg.gepland_op, overleg.tijd = moment.dag, moment.tijd
    with on_free_moment(overleg):
        save_version(overleg, gelezen=gelezen, velden=["gepland_op", "tijd"])
    if knows_places(door, overleg.gezin_id, peildatum):
        _keep_place(overleg, moment.plaats)
    _tell_invited(overleg, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.OVERLEG_VERZET, overleg, door=door, onderdeel=Onderdeel.PLAN, gepland_op=moment.dag
    )
    return overleg


@operatie
def withdraw_overleg(pk: UUID, *, door: Wie, peildatum: date) -> Overleg:
    """Call a planned meeting off; everyone who is invited is told.

    The list of who would come opens again, so that another day can be looked for.

    :raises GeenToegang: if `door` plans no meetings for this family.
    :raises Botsing: when someone else changed it at the same moment.
    :raises Overleg.DoesNotExist: when it was held or called off already.
    """
    overleg = Overleg.objects.visible_to(door, peildatum).planned().get(pk=pk)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    overleg.afgezegd_op = peildatum
    save_version(overleg, gelezen=overleg.versie, velden=["afgezegd_op"])
    _open_list_again(overleg)
    _tell_invited(overleg, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.OVERLEG_AFGEZEGD, overleg, door=door, onderdeel=Onderdeel.PLAN)
    return overleg


def _keep_place(overleg: Overleg, plaats: str) -> None:
    plek = Plek.objects.filter(overleg=overleg).first()
    if plek:
        plek.tekst = plaats
        save_version(plek, gelezen=plek.versie, velden=["tekst"])
    elif plaats:
        Plek.objects.create(
            overleg=overleg, gezin_id=overleg.gezin_id, gemeente_id=overleg.gemeente_id, tekst=plaats
        )


def _open_list_again(overleg: Overleg) -> None:
    """Unless another list is open: a family looks for one day at a time."""
    van_dit_gezin = Voorbereiding.objects.filter(gezin_id=overleg.gezin_id)
    voorbereiding = van_dit_gezin.filter(overleg=overleg).first()
    if voorbereiding is None or van_dit_gezin.filter(overleg__isnull=True).exists():
        return
    voorbereiding.overleg = None
    save_version(voorbereiding, gelezen=voorbereiding.versie, velden=["overleg"])
    afgezegd = {"dag": overleg.gepland_op, "tijd": overleg.tijd, "is_vervallen": False}
    for datum in Datumoptie.objects.filter(voorbereiding=voorbereiding, **afgezegd):
        datum.is_vervallen = True
        save_version(datum, gelezen=datum.versie, velden=["is_vervallen"])


def _tell_invited(overleg: Overleg, *, door: Wie, peildatum: date) -> None:
    stoelen = set(overleg.deelnames.values_list("betrokkene_id", flat=True))
    tell(stoelen, gezin_id=overleg.gezin_id, door=door, peildatum=peildatum)
