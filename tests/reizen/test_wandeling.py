"""The walk: a girl of thirteen, from the aanmelding by her huisarts until the help is over and counted.

Nothing here calls the code of a room. People read pages, follow links and press buttons; the database
is asked only for what no page shows.
"""

from datetime import date

import pytest
import time_machine

from tests.reizen import hulp, keukentafel, komst, thuis
from tests.reizen.bladzijde import Bezoek
from tests.reizen.wandeling import Wandeling, gather_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def wandeling(client, settings):
    with time_machine.travel(date(2026, 2, 2)) as klok:
        yield Wandeling(bezoek=Bezoek(client), klok=klok, settings=settings, mensen=gather_people())


def test_walk_from_the_huisarts_to_the_report(wandeling):
    komst.register_with_the_huisarts(wandeling)
    komst.make_the_dossier(wandeling)
    komst.decide_in_the_kernteam(wandeling)
    keukentafel.set_the_table(wandeling)
    keukentafel.choose_two_goals(wandeling)
    keukentafel.adopt_the_plan(wandeling)
    hulp.grant_help_for_six_months(wandeling)
    hulp.ask_without_rto(wandeling)
    hulp.plan_and_hold_the_rto(wandeling)
    hulp.extend_the_help(wandeling)
    hulp.stop_the_help(wandeling)
    hulp.count_in_the_reports(wandeling)
    thuis.invite_the_family(wandeling)
    thuis.read_along_at_home(wandeling)
    thuis.shut_out_another_mother(wandeling)
    thuis.see_who_looked(wandeling)
