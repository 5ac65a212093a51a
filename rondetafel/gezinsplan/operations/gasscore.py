"""The side that had not scored yet gives its score."""

from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.models import Doel, Gasscore
from rondetafel.gezinsplan.queries import as_scorevraag, newest_evaluatie, side_of
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.regels.gasscore import assess_score
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def add_score(doel_id: UUID, *, score: int, door: Wie, peildatum: date) -> Gasscore:
    """Score the newest evaluation of a goal, for the family or for who helps: whichever `door` is.

    :raises GeenToegang: if `door` does nothing in this plan.
    :raises Geweigerd: when nobody looked yet, this side scored before, or it is too late.
    :raises IntegrityError: when somebody of the same side scored at the same moment.
    """
    doel = Doel.objects.visible_to(door, peildatum).get(pk=doel_id)
    require(door, Recht.DOEL_EVALUEREN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    evaluatie = newest_evaluatie(doel, door, peildatum)
    assess_score(as_scorevraag(doel, evaluatie, score=score, wie=door, peildatum=peildatum)).enforce()
    assert evaluatie is not None
    gasscore = Gasscore.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        evaluatie=evaluatie,
        doel=doel,
        sleutel=doel.sleutel,
        kant=side_of(door),
        score=score,
        gegeven_op=peildatum,
        door_id=door.id,
    )
    logboek.record(Gebeurtenis.SCORE_GEGEVEN, evaluatie, door=door, onderdeel=Onderdeel.PLAN)
    return gasscore
