"""Who asked to read along, and what everyone who decides said."""

from datetime import date

from rondetafel.gezinnen.gegevens import Deelopgave
from rondetafel.gezinnen.models import Betrokkene, Deelvraag, Persoon
from rondetafel.gezinnen.operations import (
    answer_deelvraag,
    ask_deelvraag,
    complete_verjaardag,
    correct_betrokkene,
)
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rechten import Onderdeel


def write_address(decor: Decor, stoel: Betrokkene, email: str, *, op: date) -> Betrokkene:
    """Let the regisseur write the address of somebody without an account."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=op) as regisseur:
        return correct_betrokkene(
            stoel.pk, gelezen=stoel.versie, waarden={"email": email}, door=regisseur, peildatum=op
        )


def ask(decor: Decor, stoel: Betrokkene, over: Persoon, *delen: Onderdeel, doel: str, op: date) -> Deelvraag:
    """Let the regisseur ask everyone who decides whether somebody may read these parts."""
    opgave = Deelopgave(persoon_id=over.pk, onderdelen=frozenset(delen), doel=doel)
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, stoel.gezin)], peildatum=op) as regisseur:
        return ask_deelvraag(stoel.pk, opgave=opgave, door=regisseur, peildatum=op)


def say(decor: Decor, vraag: Deelvraag, account: str, *, is_ja: bool, op: date) -> None:
    """Let one who decides say yes or no, in the app."""
    with on_day(op), as_person(decor.accounts[account], peildatum=op) as wie:
        answer_deelvraag(vraag.pk, is_ja=is_ja, door=wie, peildatum=op)


def talk_about_birthday(decor: Decor, kind: Persoon, leeftijd: int, *, op: date) -> None:
    """Let the regisseur tell the family in time what changes on a birthday."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, kind.gezin)], peildatum=op) as regisseur:
        complete_verjaardag(kind.pk, leeftijd=leeftijd, door=regisseur, peildatum=op)
