"""Which birthdays turn rights, and who must hear of it in time?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezin, Gezinsrol, Persoon
from rondetafel.gezinnen.plichten import KIND
from rondetafel.kern.plichten import settle
from rondetafel.kern.termijnen import close_termijn
from rondetafel.regels.beslissers import notice_from, turning_birthdays
from rondetafel.regels.termijnen import VERJAARDAGEN
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Verjaardag:
    """A birthday that is near and on which rights turn. `is_zelf`: it is the reader's own."""

    persoon_id: UUID
    voornaam: str
    leeftijd: int
    dag: date
    is_zelf: bool


def open_verjaardagen(gezin: Gezin, *, peildatum: date) -> None:
    """Open the duties of the regisseur about the birthdays of every child that are still to come."""
    for kind in Persoon.objects.filter(gezin=gezin, rol=Gezinsrol.KIND):
        redraw_verjaardagen(kind, peildatum=peildatum)


def redraw_verjaardagen(kind: Persoon, *, peildatum: date) -> None:
    """The same for one child, also when the day of birth was put right."""
    settle(KIND, kind.pk, peildatum=peildatum)


def close_verjaardag(kind: Persoon, leeftijd: int, *, peildatum: date) -> None:
    """The family heard what changes when this child gets this age."""
    close_termijn(kind, VERJAARDAGEN[leeftijd], peildatum=peildatum)


def near_birthdays(
    personen: Iterable[Persoon], wie: Wie, zelf: UUID | None, peildatum: date
) -> list[Verjaardag]:
    """The birthdays of the coming three months, for the child, who decides about it, and the regisseur."""
    return [
        Verjaardag(
            persoon_id=een.pk, voornaam=een.voornaam, leeftijd=leeftijd, dag=dag, is_zelf=een.pk == zelf
        )
        for een in personen
        if een.rol == Gezinsrol.KIND and een.geboortedatum and _is_concerned(wie, een, peildatum)
        for leeftijd, dag in turning_birthdays(een.geboortedatum)
        if notice_from(dag) <= peildatum < dag
    ]


def _is_concerned(wie: Wie, kind: Persoon, peildatum: date) -> bool:
    if mag(wie, Recht.TAFEL_DEKKEN, gezin_id=kind.gezin_id, peildatum=peildatum).ja:
        return True
    return mag(wie, Recht.DELEN, gezin_id=kind.gezin_id, sleutel=kind.pk, peildatum=peildatum).ja
