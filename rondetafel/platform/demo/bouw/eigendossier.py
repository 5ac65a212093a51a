"""What an organisation keeps in its own dossier, apart from the plan."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan import operations as gezinsplan
from rondetafel.gezinsplan.gegevens import Aantekeningopgave
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.context import as_person


def note(decor: Decor, gezin: Gezin, als: str, tekst: str, *, op: date, doel_id: UUID | None = None) -> UUID:
    """Let `als` write a note in the dossier of their organisation; returns its key."""
    with on_day(op), as_person(decor.accounts[als], peildatum=op) as wie:
        opgave = Aantekeningopgave(op=op, tekst=tekst, doel_id=doel_id)
        return gezinsplan.add_aantekening(gezin.pk, opgave=opgave, door=wie, peildatum=op).pk


def correct_note(decor: Decor, pk: UUID, als: str, tekst: str, *, over: date, op: date) -> None:
    """Let `als` put another text in place of a note about the day `over`."""
    with on_day(op), as_person(decor.accounts[als], peildatum=op) as wie:
        opgave = Aantekeningopgave(op=over, tekst=tekst)
        gezinsplan.correct_aantekening(pk, opgave=opgave, door=wie, peildatum=op)
