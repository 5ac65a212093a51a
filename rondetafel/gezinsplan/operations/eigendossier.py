"""An organisation writes in its own dossier about a family, apart from the plan."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Aantekeningopgave
from rondetafel.gezinsplan.models import Aantekening, Doel
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.regels.eigendossier import Aantekeningvraag, assess_aantekening
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def add_aantekening(gezin_id: UUID, *, opgave: Aantekeningopgave, door: Wie, peildatum: date) -> Aantekening:
    """Write a note in the dossier of the own organisation.

    :raises GeenToegang: for who does not work with this family, or for no organisation.
    :raises Geweigerd: about a day that is still to come.
    """
    organisatie_id = _require_own(door, gezin_id, peildatum)
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    assess_aantekening(Aantekeningvraag(op=opgave.op), peildatum).enforce()
    nieuw = _write(gezin, opgave, None, organisatie_id=organisatie_id, door=door, peildatum=peildatum)
    # About the family and not about the note: what others read of it must tell nothing of what there is.
    logboek.record(Gebeurtenis.EIGENDOSSIER_GESCHREVEN, gezin, door=door, onderdeel=Onderdeel.EIGENDOSSIER)
    return nieuw


@operatie
def correct_aantekening(
    aantekening_id: UUID, *, opgave: Aantekeningopgave, door: Wie, peildatum: date
) -> Aantekening:
    """Put another text in place of a note; the one before stays to be read.

    :raises Geweigerd: about a day that is still to come, or when somebody corrected this text already.
    :raises IntegrityError: when somebody corrects it at the same moment.
    """
    eigen = Aantekening.objects.visible_to(door, peildatum)
    oud = eigen.select_related("gezin").get(pk=aantekening_id)
    organisatie_id = _require_own(door, oud.gezin_id, peildatum)
    vraag = Aantekeningvraag(op=opgave.op, is_vervangen=eigen.filter(vervangt=oud).exists())
    assess_aantekening(vraag, peildatum).enforce()
    nieuw = _write(oud.gezin, opgave, oud, organisatie_id=organisatie_id, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.EIGENDOSSIER_GESCHREVEN, oud.gezin, door=door, onderdeel=Onderdeel.EIGENDOSSIER
    )
    return nieuw


def _require_own(door: Wie, gezin_id: UUID, peildatum: date) -> UUID:
    """Let those pass who work with this family for an organisation, and return which."""
    require(door, Recht.EIGENDOSSIER_SCHRIJVEN, gezin_id=gezin_id, peildatum=peildatum)
    if door.organisatie_id is None:
        raise GeenToegang("werkt voor geen organisatie")
    return door.organisatie_id


def _write(
    gezin: Gezin,
    opgave: Aantekeningopgave,
    oud: Aantekening | None,
    *,
    organisatie_id: UUID,
    door: Wie,
    peildatum: date,
) -> Aantekening:
    doelen = Doel.objects.visible_to(door, peildatum).filter(gezin=gezin)
    nieuw = Aantekening(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        organisatie_id=organisatie_id,
        op=opgave.op,
        tekst=opgave.tekst,
        doel=doelen.get(pk=opgave.doel_id) if opgave.doel_id else None,
        door_id=door.id,
        vervangt=oud,
    )
    nieuw.stam = oud.stam if oud else nieuw.pk
    nieuw.save(force_insert=True)
    return nieuw
