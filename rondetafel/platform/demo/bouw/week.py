"""How the weeks go at home, what the family says, and what the regisseur did after red."""

from dataclasses import dataclass
from datetime import date

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.gezinsplan import operations as gezinsplan
from rondetafel.gezinsplan.models import Doel, Weekkleur
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.week import Kleur
from rondetafel.toegang.context import as_person


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What somebody says of the week of this day."""

    op: date
    kleur: Kleur
    woord: str = ""


def give_kleur(decor: Decor, gezin: Gezin, als: str, week: Week, *, voor: Persoon | None) -> Weekkleur:
    """Let `als` say how a week goes; `voor` nobody is the parents together."""
    with on_day(week.op), as_person(decor.accounts[als], peildatum=week.op) as wie:
        return gezinsplan.record_kleur(
            gezin.pk,
            voor_id=voor.pk if voor else None,
            kleur=week.kleur,
            woord=week.woord,
            door=wie,
            peildatum=week.op,
        )


def answer_rood(decor: Decor, rood: Weekkleur, hoe: str, *, op: date) -> None:
    """Let the regisseur write down that there was contact."""
    account = decor.accounts[regisseur_of(decor, rood.gezin)]
    with on_day(op), as_person(account, peildatum=op) as regisseur:
        gezinsplan.record_contact(rood.pk, contact_op=op, hoe=hoe, door=regisseur, peildatum=op)


def say_woord(
    decor: Decor, gezin: Gezin, als: str, tekst: str, *, op: date, doel: Doel | None = None
) -> None:
    """Let `als` say something to the table, about a goal or in general."""
    with on_day(op), as_person(decor.accounts[als], peildatum=op) as wie:
        gezinsplan.add_woord(
            gezin.pk,
            doel_id=doel.pk if doel else None,
            sleutel=gezin.pk,
            tekst=tekst,
            door=wie,
            peildatum=op,
        )
