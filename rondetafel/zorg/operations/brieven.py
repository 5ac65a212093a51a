"""What can happen to a brief van aanbod: it goes out, it is signed, and it is complete."""

from datetime import date
from uuid import UUID

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Werker
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import save_version
from rondetafel.regels.ondertekening import Handtekening as Teken
from rondetafel.regels.ondertekening import Ondertekening, assess_tekenaar, signed_on
from rondetafel.regels.termijnen import BRIEF_VAN_AANBOD
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.zorg.brieven import as_kept, as_ondertekening, briefs_of, circle_of, open_brieven, reread
from rondetafel.zorg.gegevens import Tekenopgave
from rondetafel.zorg.models import AkkoordZorg, Brief, Handtekening
from rondetafel.zorg.plichten import AKKOORD


@operatie
def record_brief(pk: UUID, *, door: Wie, peildatum: date) -> Brief:
    """Write down that the oldest brief van aanbod of this akkoord went out: that duty is met.

    :raises GeenToegang: if `door` sends no letters in this municipality.
    """
    akkoord = AkkoordZorg.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.BRIEF_VASTLEGGEN, gemeente_id=akkoord.gemeente_id, peildatum=peildatum)
    brieven = briefs_of(akkoord.pk, door, peildatum).filter(verstuurd_op__isnull=True)
    brief = brieven.select_for_update(of=("self",)).order_by("besloten_op").first()
    if brief is None:
        raise Brief.DoesNotExist(f"{akkoord} wacht niet op een brief")
    brief.verstuurd_op, brief.verstuurd_door_id = peildatum, door.id
    save_version(brief, gelezen=brief.versie, velden=["verstuurd_op", "verstuurd_door_id"])
    if brief.rond_op is None:
        _keep_when_complete(brief, as_ondertekening(brief, circle_of(akkoord)), peildatum=peildatum)
    # The backoffice reads no meetings: only the duty about letters.
    settle(AKKOORD, akkoord.pk, BRIEF_VAN_AANBOD, peildatum=peildatum)
    logboek.record(Gebeurtenis.BRIEF_VERSTUURD, akkoord, door=door, onderdeel=Onderdeel.ZORG)
    return brief


@operatie
def record_handtekening(pk: UUID, *, opgave: Tekenopgave, door: Wie, peildatum: date) -> Handtekening:
    """Write down that somebody signed a brief van aanbod, on a day that may be some days ago.

    Who must sign is decided by the facts of today about that day.

    :raises Geweigerd: when this person did not have to sign on that day.
    :raises ValidationError: when the day is still to come, or this signature is there already.
    """
    brief = Brief.objects.visible_to(door, peildatum).select_for_update().get(pk=pk)
    require(door, Recht.BRIEF_VASTLEGGEN, gemeente_id=brief.gemeente_id, peildatum=peildatum)
    gezet = Teken(persoon=opgave.persoon_id, getekend_op=opgave.getekend_op)
    kring = circle_of(brief.akkoord)
    assess_tekenaar(as_ondertekening(brief, kring), gezet).enforce()
    handtekening = Handtekening(
        gezin_id=brief.gezin_id,
        gemeente_id=brief.gemeente_id,
        brief=brief,
        jeugdige_id=brief.jeugdige_id,
        persoon_id=opgave.persoon_id,
        namens=opgave.namens,
        getekend_op=opgave.getekend_op,
        vastgelegd_op=peildatum,
        vastgelegd_door_id=door.id,
    )
    handtekening.validate_constraints()
    handtekening.save(force_insert=True)
    if brief.rond_op is None:
        _keep_when_complete(brief, as_ondertekening(brief, kring), peildatum=peildatum)
    logboek.record(Gebeurtenis.HANDTEKENING_VASTGELEGD, handtekening, door=door, onderdeel=Onderdeel.ZORG)
    return handtekening


@operatie
def complete_brief(pk: UUID, *, door: Werker, peildatum: date) -> Brief:
    """Keep a letter that became complete by the day alone: who had yet to sign does not have to any more.

    :raises Brief.DoesNotExist: when it is not complete, or was kept already.
    """
    brief = open_brieven().select_for_update(of=("self",)).get(pk=pk)
    _keep_when_complete(brief, reread(brief), peildatum=peildatum)
    if brief.rond_op is None:
        raise Brief.DoesNotExist(f"{brief} is niet rond")
    logboek.record(Gebeurtenis.BRIEF_ROND, brief, door=door, onderdeel=Onderdeel.ZORG)
    return brief


def _keep_when_complete(brief: Brief, getekend: Ondertekening, *, peildatum: date) -> None:
    """From the day on which nobody has to sign any more a letter stays as it is, whatever changes in the family."""
    brief.rond_op = signed_on(getekend, peildatum)
    if brief.rond_op:
        brief.tekenaars = as_kept(getekend.perioden)
        save_version(brief, gelezen=brief.versie, velden=["rond_op", "tekenaars"])
