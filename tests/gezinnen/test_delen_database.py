"""What the database itself refuses about sharing: each asks and answers as themselves, and only one goes past."""

from contextlib import nullcontext
from datetime import date
from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from rondetafel.gezinnen.models import Deelvraag
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    BandFactory,
    BetrokkeneFactory,
    DeelantwoordFactory,
    DeelvraagFactory,
    GebruikerFactory,
)

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)


@pytest.fixture
def vraag():
    return DeelvraagFactory()


@pytest.fixture
def lezers(vraag):
    """A parent and a regisseur of this family, who both write about sharing."""
    return {
        naam: BandFactory(
            gebruiker=GebruikerFactory(rol=rol), gezin=vraag.gezin, hoedanigheid=hoedanigheid, van=DAG
        ).gebruiker
        for naam, rol, hoedanigheid in (
            ("ouder", Rol.GEZIN, Hoedanigheid.OUDER),
            ("regisseur", Rol.REGISSEUR, Hoedanigheid.REGISSEUR),
        )
    }


def add(rij, als, *, mag):
    """Try to write a row as it stands, in the database role of one person."""
    rij.pk = uuid4()
    outcome = nullcontext() if mag else pytest.raises(ProgrammingError, match="row-level security")
    with as_person(als, peildatum=DAG), outcome, transaction.atomic():
        rij.save(force_insert=True)


@pytest.mark.parametrize(
    ("door", "anders", "mag"),
    [
        ("ouder", {}, True),
        ("regisseur", {}, False),
        ("ouder", {"stand": "gegeven"}, False),
        ("ouder", {"doorbraak": "rechter", "doorbraak_reden": "uitspraak van 2 november"}, False),
    ],
)
def test_a_question_is_asked_as_oneself_and_is_open(vraag, lezers, door, anders, mag):
    vraag.betrokkene = BetrokkeneFactory(gezin=vraag.gezin)
    vraag.gevraagd_door = lezers[door]
    for veld, waarde in anders.items():
        setattr(vraag, veld, waarde)
    add(vraag, lezers["ouder"], mag=mag)


@pytest.mark.parametrize(("persona", "mag"), [("regisseur", True), ("ouder", False)])
def test_only_the_regisseur_goes_past_who_decides(vraag, lezers, persona, mag):
    outcome = nullcontext() if mag else pytest.raises(ProgrammingError, match="row-level security")
    with as_person(lezers[persona], peildatum=DAG), outcome, transaction.atomic():
        gevonden = Deelvraag.objects.filter(pk=vraag.pk)
        assert gevonden.update(doorbraak="rechter", doorbraak_reden="uitspraak van 2 november") == 1


@pytest.mark.parametrize(
    ("als", "door", "wijze", "mag"),
    [
        ("ouder", "ouder", "zelf", True),
        ("ouder", "regisseur", "zelf", False),
        ("ouder", "ouder", "mondeling", False),
        ("regisseur", "regisseur", "mondeling", True),
    ],
)
def test_an_answer_is_given_as_oneself(vraag, lezers, als, door, wijze, mag):
    antwoord = DeelantwoordFactory(vraag=vraag, door=lezers[door], wijze=wijze)
    add(antwoord, lezers[als], mag=mag)
