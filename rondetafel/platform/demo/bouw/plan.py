"""The plan of a family: begun, filled with SMART goals and actions, adopted and looked back on."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import operations as gezinsplan
from rondetafel.gezinsplan.gegevens import Antwoordopgave, Bevinding, Kruis
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.context import as_person
from rondetafel.toegang.mag import Wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Smart:
    """A goal in the words of the family, to be reached by `tot`.

    `matrix` is the goal of the doelenmatrix it was chosen from, as letter and number.
    """

    matrix: str
    specifiek: str
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    tot: date | None = None


def start_plan(decor: Decor, gezin: Gezin, *, op: date) -> Gezinsplan:
    """Begin the plan on this day."""
    with _regisseur(decor, gezin, op) as regisseur:
        return gezinsplan.start_plan(gezin.pk, door=regisseur, peildatum=op)


def add_doel(
    decor: Decor, plan: Gezinsplan, smart: Smart, *, eigenaar: Betrokkene, voor: Persoon | None = None
) -> Doel:
    """Add a goal on the day the plan began; `voor` nobody in particular means the whole family."""
    opgave = gezinsplan.Doelopgave(
        eigenaar_id=eigenaar.pk,
        over_id=voor.pk if voor else None,
        specifiek=smart.specifiek,
        meetbaar=smart.meetbaar,
        acceptabel=smart.acceptabel,
        realistisch=smart.realistisch,
        gestart_op=plan.gestart_op,
        behaald_voor=smart.tot,
    )
    with _regisseur(decor, plan.gezin, plan.gestart_op) as regisseur:
        return gezinsplan.add_doel(
            plan.gezin_id,
            matrixdoel_id=decor.matrix[smart.matrix].pk,
            opgave=opgave,
            door=regisseur,
            peildatum=plan.gestart_op,
        )


def tick(decor: Decor, plan: Gezinsplan, *wat: str, voor: Persoon | None = None, op: date) -> None:
    """Tick goals of the doelenmatrix, as letter and number, that nobody made concrete yet."""
    kruisen = [Kruis(matrixdoel_id=decor.matrix[een].pk, persoon_id=voor.pk if voor else None) for een in wat]
    with _regisseur(decor, plan.gezin, op) as regisseur:
        gezinsplan.tick_doelen(plan.gezin_id, erbij=kruisen, eraf=(), door=regisseur, peildatum=op)


def add_actie(
    decor: Decor,
    doel: Doel,
    tekst: str,
    *,
    wie: Betrokkene,
    mee: Iterable[Betrokkene] = (),
) -> Actie:
    """Add something that someone at the table does for a goal, with `mee`."""
    begin = doel.plan.gestart_op
    with _regisseur(decor, doel.gezin, begin) as regisseur:
        opgave = gezinsplan.Actieopgave(
            tekst=tekst, wie_id=wie.pk, mee=frozenset(een.pk for een in mee), vanaf=begin
        )
        return gezinsplan.add_actie(doel.pk, opgave=opgave, door=regisseur, peildatum=begin)


def finish(decor: Decor, actie: Actie, *, op: date) -> None:
    """Tick an action off; after the plan was adopted, so that its version has it as still to be done."""
    with _regisseur(decor, actie.gezin, op) as regisseur:
        gezinsplan.tick_actie(actie.pk, klaar_op=op, door=regisseur, peildatum=op)


def adopt(
    decor: Decor,
    plan: Gezinsplan,
    *,
    op: date,
    anders: Mapping[str, tuple[Antwoord, str]] = MappingProxyType({}),
) -> None:
    """Let the table agree on the plan; a second time is a new edition, after looking back.

    `anders` says by name who does not simply agree, and what they want to say.
    """
    plan.refresh_from_db()
    with _regisseur(decor, plan.gezin, op) as regisseur:
        stoelen = [een for een in people_at(plan.gezin_id, regisseur, op) if not een.is_open]
        antwoorden = [(een.pk, *anders.get(een.naam, (Antwoord.EENS, ""))) for een in stoelen]
        gezinsplan.adopt_plan(
            plan.gezin_id,
            gelezen=plan.versie,
            antwoorden=tuple(
                Antwoordopgave(stoel_id=stoel, antwoord=antwoord, woorden=woorden)
                for stoel, antwoord, woorden in antwoorden
            ),
            door=regisseur,
            peildatum=op,
        )


def evaluate(decor: Decor, doel: Doel, bevinding: Bevinding, *, als: str = "") -> None:
    """Look back on a goal; by its owner where `als` names an account, else the regisseur writes it down."""
    dag = bevinding.dag
    account = decor.accounts[als or regisseur_of(decor, doel.gezin)]
    with on_day(dag), as_person(account, peildatum=dag) as wie:
        gezinsplan.evaluate_doel(doel.pk, bevinding=bevinding, door=wie, peildatum=dag)


@contextmanager
def _regisseur(decor: Decor, gezin: Gezin, dag: date) -> Iterator[Wie]:
    with on_day(dag), as_person(decor.accounts[regisseur_of(decor, gezin)], peildatum=dag) as wie:
        yield wie
