"""Loading the demo: on any day, into an empty database only, and on no other database than its own."""

from datetime import date

import pytest
from django.db import connection

from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo import laden
from rondetafel.platform.demo.laden import load_demo, load_stories
from rondetafel.platform.demo.merk import DatabaseIsGeenDemo, is_marked, mark_database, refuse_other_database
from rondetafel.platform.demo.personen import PERSONEN
from rondetafel.platform.demo.populatie import OnbekendePopulatie, load_population
from rondetafel.platform.gegevens import fill_demo
from tests.conftest import PEILDATUM
from tests.factories import GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _as_eigenaar():
    is_marked.cache_clear()
    with as_eigenaar():
        yield
    is_marked.cache_clear()


@pytest.mark.parametrize("peildatum", [date(2028, 2, 29), date(2027, 8, 29)])
def test_the_stories_can_be_told_on_any_day(peildatum):
    """On 29 February, and on a Sunday at the end of a long month; the next test has a holiday."""
    load_stories(peildatum)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")

    assert Gezin.objects.count() == 12


def test_load_demo_tells_who_can_log_in_and_how_far_it_is(monkeypatch):
    monkeypatch.setattr(laden, "load_population", lambda naam, report: report(f"populatie {naam}"))
    lines = []
    persons = load_demo(date(2027, 1, 1), lines.append)

    assert persons == [(persona.label, persona.email) for persona in PERSONEN]
    assert lines[0].startswith("Twaalf voorbeeldgezinnen klaargezet")
    assert lines[1] == "populatie jens-2020"


def test_a_database_with_accounts_is_left_alone():
    GebruikerFactory()
    with pytest.raises(laden.NietLeeg):
        load_stories(PEILDATUM)

    assert not is_marked()
    assert not Gezin.objects.exists()


def test_a_database_of_somebody_else_is_refused():
    with pytest.raises(DatabaseIsGeenDemo, match="RONDETAFEL_DEMO"):
        refuse_other_database()
    with pytest.raises(DatabaseIsGeenDemo):
        load_population("jens-2020", print)


def test_the_app_does_not_start_as_a_demo_on_a_database_of_somebody_else(settings):
    GebruikerFactory()
    settings.DEMO = True

    with pytest.raises(DatabaseIsGeenDemo):
        fill_demo()


def test_a_marked_database_is_let_through():
    mark_database()

    refuse_other_database()


def test_an_unknown_population_is_refused():
    with pytest.raises(OnbekendePopulatie, match="jens-2020"):
        load_population("jens-1999", print)
