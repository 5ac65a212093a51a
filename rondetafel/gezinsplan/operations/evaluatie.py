"""How a goal goes, written down once."""

from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Doel, Evaluatie
from rondetafel.gezinsplan.queries import as_evaluatievraag
from rondetafel.gezinsplan.versies import keep_doel
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import meet_last_looks
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.regels.evaluatie import assess_evaluatie, is_last
from rondetafel.regels.evaluatieadvies import Moment
from rondetafel.regels.oordeel import as_record
from rondetafel.regels.termijnen import EVALUATIE
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def evaluate_doel(doel_id: UUID, *, bevinding: Bevinding, door: Wie, peildatum: date) -> Evaluatie:
    """Write down how a goal goes; unless it was the last time, it is looked at again within three months.

    The goal as it stands is kept as a version of the plan. A last look is the end evaluation of the help that
    this goal belongs to.

    :raises GeenToegang: if `door` does nothing in this plan.
    :raises Geweigerd: when the goal is another's, the day cannot be, or nothing is said in words.
    :raises IntegrityError: when someone evaluated this goal on this day at the same moment.
    """
    doel = Doel.objects.visible_to(door, peildatum).select_related("plan", "eigenaar").get(pk=doel_id)
    require(door, Recht.DOEL_EVALUEREN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    vraag = as_evaluatievraag(doel, bevinding, wie=door, peildatum=peildatum)
    oordeel = assess_evaluatie(vraag).enforce()
    close_termijn(doel, EVALUATIE, peildatum=peildatum)
    volgende = None
    if not is_last(vraag):
        volgende = open_termijn(
            doel, EVALUATIE, vanaf=bevinding.dag, gebruiker_id=doel.eigenaar.gebruiker_id
        ).vervalt_op
    evaluatie = Evaluatie.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        doel=doel,
        sleutel=doel.sleutel,
        eigenaar=doel.eigenaar,
        door_id=door.id,
        begonnen_op=vraag.begonnen_op,
        geevalueerd_op=bevinding.dag,
        uitgave=doel.plan.uitgave,
        moment=bevinding.moment,
        uitkomst=bevinding.uitkomst,
        waarneming=bevinding.waarneming,
        score_gezin=bevinding.score_gezin,
        score_hulp=bevinding.score_hulp,
        volgende_op=volgende,
        oordeel=as_record(oordeel),
    )
    if bevinding.moment is Moment.EIND:
        meet_last_looks(doel.pk, gedaan_op=bevinding.dag)
    keep_doel(doel, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.DOEL_GEEVALUEERD,
        evaluatie,
        door=door,
        onderdeel=Onderdeel.PLAN,
        geevalueerd_op=bevinding.dag,
    )
    return evaluatie
