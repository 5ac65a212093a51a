"""What people say of a version of the plan, at the table or later."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.gegevens import Antwoordopgave
from rondetafel.gezinsplan.models import Planversie
from rondetafel.gezinsplan.queries import as_tafelantwoorden
from rondetafel.gezinsplan.versies import keep_antwoorden
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import running_on
from rondetafel.kern.operatie import operatie
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def record_antwoorden(
    versie_id: UUID, *, antwoorden: tuple[Antwoordopgave, ...], door: Wie, peildatum: date
) -> Planversie:
    """Write down what people at the table said of a version; who said something before says it again.

    :raises GeenToegang: if `door` does not write this plan.
    :raises Betrokkene.DoesNotExist: when a chair is not at this table, or open.
    """
    versie = Planversie.objects.visible_to(door, peildatum).get(pk=versie_id)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=versie.gezin_id, sleutel=versie.sleutel, peildatum=peildatum)
    as_tafelantwoorden(people_at(versie.gezin_id, door, peildatum), antwoorden)
    keep_antwoorden(versie, antwoorden, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.PLAN_BEANTWOORD, versie, door=door, onderdeel=Onderdeel.PLAN, aantal=len(antwoorden)
    )
    return versie


@operatie
def answer_versie(
    versie_id: UUID, *, antwoord: Antwoord, woorden: str = "", door: Wie, peildatum: date
) -> Planversie:
    """Say of a version whether one agrees, from one's own chair and in one's own words.

    :raises GeenToegang: if `door` only reads along.
    :raises Betrokkene.DoesNotExist: when `door` has no chair at this table.
    """
    versie = Planversie.objects.visible_to(door, peildatum).get(pk=versie_id)
    require(
        door, Recht.PLAN_BEANTWOORDEN, gezin_id=versie.gezin_id, sleutel=versie.sleutel, peildatum=peildatum
    )
    stoelen = Betrokkene.objects.filter(running_on(peildatum), gezin_id=versie.gezin_id, gebruiker_id=door.id)
    # Who has two chairs, speaks from the one that was there first.
    stoel = stoelen.order_by("van", "created_at", "pk")[:1].get()
    opgave = Antwoordopgave(stoel_id=stoel.pk, antwoord=antwoord, woorden=woorden)
    keep_antwoorden(versie, [opgave], door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.PLAN_BEANTWOORD, versie, door=door, onderdeel=Onderdeel.PLAN, aantal=1)
    return versie
