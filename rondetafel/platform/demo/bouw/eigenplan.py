"""What a family answers when it is asked to make a plan of its own."""

from datetime import date

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan import operations as gezinsplan
from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.familiegroepsplan import Afzienreden, Eigenstap
from rondetafel.toegang.context import as_person


def ask_eigenplan(decor: Decor, gezin: Gezin, hoe: str, *, op: date) -> None:
    """Let the regisseur ask."""
    say_eigenplan(decor, gezin, regisseur_of(decor, gezin), Eigenstap.AANGEBODEN, hoe, op=op)


def say_eigenplan(decor: Decor, gezin: Gezin, als: str, stap: Eigenstap, tekst: str, *, op: date) -> None:
    """Let `als` answer, or write the plan of the family; who makes none does not want to."""
    reden = Afzienreden.OUDERS_WILLEN_NIET if stap is Eigenstap.AFGEZIEN else None
    with on_day(op), as_person(decor.accounts[als], peildatum=op) as wie:
        opgave = Eigenstapopgave(stap=stap, op=op, tekst=tekst, reden=reden)
        gezinsplan.record_eigenstap(gezin.pk, opgave=opgave, door=wie, peildatum=op)
