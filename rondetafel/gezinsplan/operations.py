"""Everything that can happen to a plan: it starts, gets goals and actions, and is adopted."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan, Matrixdoel
from rondetafel.gezinsplan.queries import as_vaststelling
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.kern.versie import save_version
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.oordeel import as_record
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, EVALUATIE
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


VELDEN = (
    "eigenaar_id",
    "voor_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
)


@operatie
def start_plan(gezin_id: UUID, *, door: Wie, peildatum: date) -> Gezinsplan:
    """Begin the one plan of a family.

    :raises GeenToegang: if `door` does not write this plan.
    :raises IntegrityError: when there is one already.
    """
    gezin = _find_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.create(gezin=gezin, gemeente_id=gezin.gemeente_id, gestart_op=peildatum)
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
def adopt_plan(gezin_id: UUID, *, gelezen: int, door: Wie, peildatum: date) -> Gezinsplan:
    """Fix the plan as everybody at the table agreed it; each goal is evaluated within three months.

    :raises Geweigerd: with everything that is not SMART yet.
    :raises Botsing: when the plan was adopted after version `gelezen`.
    """
    gezin = _find_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.select_for_update().get(gezin=gezin)
    plan.oordeel = as_record(assess_vaststelling(as_vaststelling(plan, door, peildatum)).enforce())
    plan.vastgesteld_op, plan.uitgave = peildatum, plan.uitgave + 1
    save_version(plan, gelezen=gelezen, velden=["vastgesteld_op", "uitgave", "oordeel"])
    close_termijn(gezin, DOELEN_VASTSTELLEN, peildatum=peildatum)
    for doel in Doel.objects.filter(plan=plan).select_related("eigenaar"):
        close_termijn(doel, EVALUATIE, peildatum=peildatum)
        open_termijn(doel, EVALUATIE, vanaf=peildatum, gebruiker_id=doel.eigenaar.gebruiker_id)
    logboek.record(
        Gebeurtenis.PLAN_VASTGESTELD, plan, door=door, onderdeel=Onderdeel.PLAN, uitgave=plan.uitgave
    )
    return plan


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
