"""The plan of a family: begun, filled with SMART goals and actions, adopted together."""

from dataclasses import dataclass
from datetime import date

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, EVALUATIE
from rondetafel.toegang.rechten import Onderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Smart:
    """A goal in the words of the family; `letter` is its area in the doelenmatrix, `tot` its last day."""

    letter: str
    specifiek: str
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    tot: date | None = None


def start_plan(decor: Decor, gezin: Gezin, *, op: date) -> Gezinsplan:
    """Begin the plan; the term to agree on its goals runs since the triage."""
    with on_day(op):
        plan = Gezinsplan.objects.create(gezin=gezin, gemeente_id=gezin.gemeente_id, gestart_op=op)
        _record(decor, Gebeurtenis.PLAN_GESTART, plan)
    return plan


def add_doel(
    decor: Decor, plan: Gezinsplan, smart: Smart, *, eigenaar: Betrokkene, voor: Persoon | None = None
) -> Doel:
    """Add a goal; `voor` nobody in particular means the whole family."""
    with on_day(plan.gestart_op):
        doel = Doel.objects.create(
            gezin_id=plan.gezin_id,
            gemeente_id=plan.gemeente_id,
            plan=plan,
            matrixdoel=decor.matrix[smart.letter],
            voor=voor,
            eigenaar=eigenaar,
            specifiek=smart.specifiek,
            meetbaar=smart.meetbaar,
            acceptabel=smart.acceptabel,
            realistisch=smart.realistisch,
            gestart_op=plan.gestart_op,
            behaald_voor=smart.tot,
        )
        _record(decor, Gebeurtenis.DOEL_TOEGEVOEGD, doel)
    return doel


def add_actie(doel: Doel, tekst: str, *, wie: Betrokkene, klaar_op: date | None = None) -> Actie:
    """Add something that someone at the table does for a goal; done when `klaar_op` says so."""
    return Actie.objects.create(
        gezin_id=doel.gezin_id,
        gemeente_id=doel.gemeente_id,
        doel=doel,
        tekst=tekst,
        wie=wie,
        vanaf=doel.gestart_op,
        klaar_op=klaar_op,
    )


def adopt(decor: Decor, plan: Gezinsplan, *, op: date, uitgave: int = 1) -> None:
    """Note that everybody at the table agreed; for each goal the term to look back on it starts.

    A later `uitgave` is a plan that was adopted before and has been looked back on since.
    """
    plan.vastgesteld_op, plan.uitgave = op, uitgave
    plan.save(update_fields=["vastgesteld_op", "uitgave"])
    close_termijn(plan.gezin, DOELEN_VASTSTELLEN, peildatum=op)
    with on_day(op):
        _record(decor, Gebeurtenis.PLAN_VASTGESTELD, plan)
        for doel in plan.doelen.select_related("eigenaar"):
            open_termijn(doel, EVALUATIE, vanaf=op, gebruiker_id=doel.eigenaar.gebruiker_id)


def finish(plan: Gezinsplan, *, op: date) -> None:
    """Note that the goals were looked back on for the last time: no term about them runs on."""
    for doel in plan.doelen.all():
        close_termijn(doel, EVALUATIE, peildatum=op)


def _record(decor: Decor, gebeurtenis: Gebeurtenis, rij: Gezinsplan | Doel) -> None:
    regisseur = decor.wie(regisseur_of(decor, rij.gezin))
    logboek.record(gebeurtenis, rij, door=regisseur, onderdeel=Onderdeel.PLAN)
