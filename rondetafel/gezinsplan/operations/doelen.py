"""Goals and actions: added, changed, ticked off."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.db.models.functions import Now

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan, Matrixdoel, Meedoener
from rondetafel.gezinsplan.plichten import DOEL
from rondetafel.gezinsplan.queries.eigenplan import written_plans
from rondetafel.gezinsplan.vinden import about, own_gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import save_version
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelopgave:
    """A goal as it was filled in. `over_id` empty is the whole family; texts may still be empty.

    `uit_eigenplan_id`: the plan of the family itself from which the words came.
    """

    eigenaar_id: UUID
    specifiek: str
    over_id: UUID | None = None
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    gestart_op: date | None = None
    behaald_voor: date | None = None
    zwaarte: str = ""
    inzet: str = ""
    uit_eigenplan_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actieopgave:
    """An action as it was filled in: who answers for it, who do it too, from when and until when.

    `uit_eigenplan_id`: the plan of the family itself from which the words came.
    """

    tekst: str
    wie_id: UUID
    mee: frozenset[UUID] = frozenset()
    vanaf: date | None = None
    tot: date | None = None
    uit_eigenplan_id: UUID | None = None


VELDEN = (
    "eigenaar_id",
    "specifiek",
    "meetbaar",
    "acceptabel",
    "realistisch",
    "gestart_op",
    "behaald_voor",
    "zwaarte",
    "inzet",
)


@operatie
def add_doel(gezin_id: UUID, *, matrixdoel_id: UUID, opgave: Doelopgave, door: Wie, peildatum: date) -> Doel:
    """Choose a goal from the doelenmatrix and word it; what is not SMART yet may be filled in later.

    :raises Gezinsplan.DoesNotExist: when the plan was not begun yet.
    :raises Eigenplanstap.DoesNotExist: when its words came from no own plan of this family that `door` reads.
    :raises Matrixdoel.DoesNotExist: when this goal is of another version of the format than the plan.
    :raises Betrokkene.DoesNotExist: when the owner has no chair at this table, or an open one.
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.get(gezin=gezin)
    _find_stoel(opgave.eigenaar_id, gezin.pk)
    _find_eigenplan(opgave, gezin.pk, door, peildatum)
    matrixdoel = Matrixdoel.objects.select_related("gebied__formatversie").get(
        pk=matrixdoel_id, gebied__formatversie=plan.formatversie_id
    )
    doel = Doel.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        plan=plan,
        matrixdoel=matrixdoel,
        schaal=matrixdoel.gebied.formatversie.schaal,
        uit_eigenplan_id=opgave.uit_eigenplan_id,
        **about(opgave.over_id, gezin.pk),
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
    _find_stoel(opgave.eigenaar_id, doel.gezin_id)
    waarden = about(opgave.over_id, doel.gezin_id) | {veld: getattr(opgave, veld) for veld in VELDEN}
    waarden |= {"gewijzigd_op": peildatum}
    for veld, waarde in waarden.items():
        setattr(doel, veld, waarde)
    save_version(doel, gelezen=gelezen, velden=waarden)
    settle(DOEL, doel.pk, peildatum=peildatum)
    logboek.record(Gebeurtenis.DOEL_GEWIJZIGD, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel


@operatie
def add_actie(doel_id: UUID, *, opgave: Actieopgave, door: Wie, peildatum: date) -> Actie:
    """Write down what someone at the table does for a goal; it gets the next letter.

    :raises Eigenplanstap.DoesNotExist: when its words came from no own plan of this family that `door` reads.
    :raises Betrokkene.DoesNotExist: when who does it has no chair at this table, or an open one.
    """
    doel = Doel.objects.visible_to(door, peildatum).get(pk=doel_id)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    _find_eigenplan(opgave, doel.gezin_id, door, peildatum)
    # One at a time, so that two actions do not get the same letter.
    Doel.objects.select_for_update().only("pk").get(pk=doel_id)
    last = Actie.objects.filter(doel=doel).aggregate(last=Max("volgnummer"))["last"] or 0
    actie = Actie.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        doel=doel,
        sleutel=doel.sleutel,
        tekst=opgave.tekst,
        wie=_find_stoel(opgave.wie_id, doel.gezin_id),
        vanaf=opgave.vanaf,
        tot=opgave.tot,
        volgnummer=last + 1,
        uit_eigenplan_id=opgave.uit_eigenplan_id,
    )
    _set_doers(actie, opgave, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.ACTIE_TOEGEVOEGD, actie, door=door, onderdeel=Onderdeel.PLAN)
    return actie


@operatie
def correct_actie(pk: UUID, *, gelezen: int, opgave: Actieopgave, door: Wie, peildatum: date) -> Actie:
    """Change who does what for a goal, unless someone else did meanwhile.

    :raises Betrokkene.DoesNotExist: when who does it has no chair at this table, or an open one.
    :raises Botsing: when the action was changed after version `gelezen`.
    """
    actie = Actie.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=actie.gezin_id, sleutel=actie.sleutel, peildatum=peildatum)
    actie.wie = _find_stoel(opgave.wie_id, actie.gezin_id)
    actie.tekst, actie.vanaf, actie.tot = opgave.tekst, opgave.vanaf, opgave.tot
    actie.gewijzigd_op = peildatum
    save_version(actie, gelezen=gelezen, velden=["tekst", "wie_id", "vanaf", "tot", "gewijzigd_op"])
    _set_doers(actie, opgave, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.ACTIE_GEWIJZIGD, actie, door=door, onderdeel=Onderdeel.PLAN)
    return actie


@operatie
def tick_actie(pk: UUID, *, klaar_op: date | None, door: Wie, peildatum: date) -> Actie:
    """Tick an action off, or with `klaar_op` None put it back. Of two at once the last one holds."""
    found = Actie.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.ACTIE_AFVINKEN, gezin_id=found.gezin_id, sleutel=found.sleutel, peildatum=peildatum)
    actie = Actie.objects.with_doers(door, peildatum).select_for_update(of=("self",)).get(pk=pk)
    actie.klaar_op = klaar_op
    # The version stays: who has the words of this action open at this moment changes something else.
    actie.save(update_fields=["klaar_op"])
    logboek.record(Gebeurtenis.ACTIE_AFGEVINKT, actie, door=door, onderdeel=Onderdeel.PLAN, klaar_op=klaar_op)
    return actie


def _find_stoel(pk: UUID, gezin_id: UUID) -> Betrokkene:
    """A chair with somebody on it: an open chair cannot do anything."""
    return Betrokkene.objects.exclude(naam="").get(pk=pk, gezin_id=gezin_id)


def _find_eigenplan(opgave: Doelopgave | Actieopgave, gezin_id: UUID, door: Wie, peildatum: date) -> None:
    """The plan of the family itself that is named is there for who takes it over."""
    if opgave.uit_eigenplan_id:
        written_plans(gezin_id, door, peildatum).get(pk=opgave.uit_eigenplan_id)


def _set_doers(actie: Actie, opgave: Actieopgave, *, door: Wie, peildatum: date) -> None:
    """Who do it too are these and no others; who is hidden from `door` goes on doing it."""
    gevraagd = opgave.mee - {opgave.wie_id}
    nu = Meedoener.objects.visible_to(door, peildatum).filter(actie=actie, weg_at__isnull=True)
    huidig = set(nu.values_list("stoel_id", flat=True))
    nu.exclude(stoel_id__in=gevraagd).update(weg_at=Now())
    for stoel_id in sorted(gevraagd - huidig):
        Meedoener.objects.create(
            gezin_id=actie.gezin_id,
            gemeente_id=actie.gemeente_id,
            actie=actie,
            stoel=_find_stoel(stoel_id, actie.gezin_id),
            sleutel=actie.sleutel,
        )
