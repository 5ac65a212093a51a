"""Who stands in for somebody who is away: recorded, and ended early."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.vervanging import assess_stoppen, ended_on
from rondetafel.toegang.accounts import mail_change
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.vervanging.gegevens import Vervangopgave
from rondetafel.vervanging.models import Vervanging
from rondetafel.vervanging.oordelen import judge_vervanging, refuse_second
from rondetafel.vervanging.queries import absentees, ties_through


@operatie
def start_vervanging(opgave: Vervangopgave, *, door: Wie, peildatum: date) -> Vervanging:
    """Let a colleague stand in: their ties are drawn at once, and hold on the days of the absence.

    :raises Gebruiker.DoesNotExist: if `door` may not record this about that person.
    :raises Geweigerd: with every reason why this colleague cannot stand in on these days.
    """
    require(door, Recht.VERVANGING_REGELEN, peildatum=peildatum)
    wie = absentees(door).get(pk=opgave.wie_id)
    vervanger = Gebruiker.objects.only("id", "naam").get(pk=opgave.vervanger_id)
    judge_vervanging(opgave, wie, vervanger, door=door, peildatum=peildatum).enforce()
    vervanging = Vervanging(
        wie=wie, vervanger=vervanger, van=opgave.van, tot=opgave.tot, reden=opgave.reden, door_id=door.id
    )
    try:
        with transaction.atomic():
            vervanging.save(force_insert=True)
    except IntegrityError as fout:
        raise refuse_second(opgave, wie, vervanger, peildatum=peildatum) from fout
    logboek.record(
        Gebeurtenis.VERVANGING_GESTART,
        vervanging,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        raakt=ties_through(vervanging),
        van=vervanging.van,
        tot=vervanging.tot,
    )
    _tell(vervanging, door)
    return vervanging


@operatie
def stop_vervanging(pk: UUID, *, door: Wie, peildatum: date) -> Vervanging:
    """End a replacement early: from this moment on the stand-in reads these families no more.

    :raises Vervanging.DoesNotExist: when it is not of `door` to end.
    :raises Geweigerd: when it is over.
    """
    require(door, Recht.VERVANGING_REGELEN, peildatum=peildatum)
    van_mij = Vervanging.objects.visible_to(door, peildatum).filter(wie__in=absentees(door))
    vervanging = van_mij.select_for_update(of=("self",)).get(pk=pk)
    assess_stoppen(vervanging.van, vervanging.tot, peildatum).enforce()
    banden, was = ties_through(vervanging), vervanging.tot
    vervanging.tot, vervanging.gestopt_op = ended_on(vervanging.van, peildatum), peildatum
    save_version(vervanging, gelezen=vervanging.versie, velden=["tot", "gestopt_op"])
    logboek.record(
        Gebeurtenis.VERVANGING_GESTOPT,
        vervanging,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        raakt=banden,
        was=was,
    )
    _tell(vervanging, door)
    return vervanging


def _tell(vervanging: Vervanging, door: Wie) -> None:
    """A mail to both, but not to who did it themselves."""
    for gebruiker_id in {vervanging.wie_id, vervanging.vervanger_id} - {door.id}:
        mail_change(gebruiker_id)
