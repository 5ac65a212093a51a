"""Everything that can happen to a plan: it starts, gets goals and actions, is adopted and evaluated."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Actie, Doel, Evaluatie, Gezinsplan, Matrixdoel
from rondetafel.gezinsplan.plichten import DOEL, GEZIN
from rondetafel.gezinsplan.queries import as_evaluatievraag, as_vaststelling
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.kern.versie import save_version
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.evaluatie import assess_evaluatie, is_last
from rondetafel.regels.oordeel import as_record
from rondetafel.regels.termijnen import EVALUATIE, GEZINSPLAN_MAKEN
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelopgave:
    """A goal as it was filled in. `voor_id` empty is the whole family; texts may still be empty."""

    eigenaar_id: UUID
    specifiek: str
    voor_id: UUID | None = None
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    gestart_op: date | None = None
    behaald_voor: date | None = None
    inzet: str = ""


VELDEN = (
    "eigenaar_id",
    "voor_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
    "inzet",
)


@operatie
def start_plan(gezin_id: UUID, *, door: Wie, peildatum: date) -> Gezinsplan:
    """Begin the one plan of a family.

    :raises GeenToegang: if `door` does not write this plan.
    :raises IntegrityError: when there is one already.
    """
    gezin = _find_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.create(gezin=gezin, gemeente_id=gezin.gemeente_id, gestart_op=peildatum)
    close_termijn(gezin, GEZINSPLAN_MAKEN, peildatum=peildatum)
    logboek.record(Gebeurtenis.PLAN_GESTART, plan, door=door, onderdeel=Onderdeel.PLAN)
    return plan


@operatie
def add_doel(gezin_id: UUID, *, matrixdoel_id: UUID, opgave: Doelopgave, door: Wie, peildatum: date) -> Doel:
    """Choose a goal from the doelenmatrix and word it; what is not SMART yet may be filled in later.

    :raises Gezinsplan.DoesNotExist: when the plan was not begun yet.
    :raises Betrokkene.DoesNotExist: when the owner has no chair at this table, or an open one.
    """
    gezin = _find_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.get(gezin=gezin)
    _check_people(opgave, gezin)
    doel = Doel.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        plan=plan,
        matrixdoel=Matrixdoel.objects.get(pk=matrixdoel_id),
        **{veld: getattr(opgave, veld) for veld in VELDEN},
    )
    logboek.record(Gebeurtenis.DOEL_TOEGEVOEGD, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel


@operatie
def correct_doel(pk: UUID, *, gelezen: int, opgave: Doelopgave, door: Wie, peildatum: date) -> Doel:
    """Change a goal, unless someone else did meanwhile.

    :raises Betrokkene.DoesNotExist: when the owner has no chair at this table, or an open one.
    :raises Botsing: when the goal was changed after version `gelezen`.
    """
    doel = Doel.objects.visible_to(door, peildatum).select_related("gezin").get(pk=pk)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    _check_people(opgave, doel.gezin)
    for veld in VELDEN:
        setattr(doel, veld, getattr(opgave, veld))
    save_version(doel, gelezen=gelezen, velden=VELDEN)
    settle(DOEL, doel.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.DOEL_GEWIJZIGD, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel


@operatie
def add_actie(
    doel_id: UUID, *, tekst: str, wie_id: UUID, vanaf: date | None, door: Wie, peildatum: date
) -> Actie:
    """Write down what someone at the table does for a goal.

    :raises Betrokkene.DoesNotExist: when `wie_id` is no chair at this table, or an open one.
    """
    doel = Doel.objects.visible_to(door, peildatum).get(pk=doel_id)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    actie = Actie.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        doel=doel,
        sleutel=doel.sleutel,
        tekst=tekst,
        wie=_find_stoel(wie_id, doel.gezin_id),
        vanaf=vanaf,
    )
    logboek.record(Gebeurtenis.ACTIE_TOEGEVOEGD, actie, door=door, onderdeel=Onderdeel.PLAN)
    return actie


@operatie
def tick_actie(pk: UUID, *, klaar_op: date | None, door: Wie, peildatum: date) -> Actie:
    """Tick an action off, or with `klaar_op` None put it back. Of two at once the last one holds."""
    found = Actie.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.ACTIE_AFVINKEN, gezin_id=found.gezin_id, sleutel=found.sleutel, peildatum=peildatum)
    actie = Actie.objects.select_related("wie").select_for_update(of=("self",)).get(pk=pk)
    actie.klaar_op = klaar_op
    save_version(actie, gelezen=actie.versie, velden=["klaar_op"])
    logboek.record(Gebeurtenis.ACTIE_AFGEVINKT, actie, door=door, onderdeel=Onderdeel.PLAN, klaar_op=klaar_op)
    return actie


@operatie
def adopt_plan(
    gezin_id: UUID, *, gelezen: int, tussendoor: str = "", door: Wie, peildatum: date
) -> Gezinsplan:
    """Fix the plan as everybody at the table agreed it; each goal is evaluated within three months.

    `tussendoor` is when and how they look how it goes before that.
    A goal whose duty runs already keeps its day: adopting again is no evaluation.

    :raises Geweigerd: with everything that is not SMART yet.
    :raises Botsing: when the plan was adopted after version `gelezen`.
    """
    gezin = _find_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.select_for_update().get(gezin=gezin)
    plan.tussendoor = tussendoor
    plan.oordeel = as_record(assess_vaststelling(as_vaststelling(plan, door, peildatum)).enforce())
    plan.vastgesteld_op, plan.uitgave = peildatum, plan.uitgave + 1
    save_version(plan, gelezen=gelezen, velden=["vastgesteld_op", "uitgave", "tussendoor", "oordeel"])
    settle(GEZIN, gezin.pk, peildatum=peildatum)
    Doel.objects.filter(plan=plan, vastgesteld_op__isnull=True).update(vastgesteld_op=peildatum)
    for doel in Doel.objects.filter(plan=plan):
        settle(DOEL, doel.pk, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.PLAN_VASTGESTELD, plan, door=door, onderdeel=Onderdeel.PLAN, uitgave=plan.uitgave
    )
    return plan


@operatie
def evaluate_doel(doel_id: UUID, *, bevinding: Bevinding, door: Wie, peildatum: date) -> Evaluatie:
    """Write down how a goal goes; unless it was the last time, it is looked at again within three months.

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
    logboek.record(
        Gebeurtenis.DOEL_GEEVALUEERD,
        evaluatie,
        door=door,
        onderdeel=Onderdeel.PLAN,
        geevalueerd_op=bevinding.dag,
    )
    return evaluatie


def _find_gezin(gezin_id: UUID, door: Wie, peildatum: date) -> Gezin:
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=gezin.pk, peildatum=peildatum)
    return gezin


def _check_people(opgave: Doelopgave, gezin: Gezin) -> None:
    """Owner and child belong to this family; the database refuses others too, but less kindly."""
    _find_stoel(opgave.eigenaar_id, gezin.pk)
    if opgave.voor_id:
        Persoon.objects.get(pk=opgave.voor_id, gezin=gezin)


def _find_stoel(pk: UUID, gezin_id: UUID) -> Betrokkene:
    """A chair with somebody on it: an open chair cannot do anything."""
    return Betrokkene.objects.exclude(naam="").get(pk=pk, gezin_id=gezin_id)
