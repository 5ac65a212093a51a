"""Who gets an account gets the duties of their chair at once."""

from datetime import date

import pytest

from rondetafel.gezinsplan.plichten import DOEL
from rondetafel.kern.models import Termijn
from rondetafel.kern.plichten import find_differences, settle
from rondetafel.regels.termijnen import EVALUATIE
from tests.factories import DoelFactory, GezinsplanFactory
from tests.gezinnen.wereld import DAG, Thuis
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


def test_an_account_on_a_chair_gets_the_evaluations_of_its_goals():
    thuis = Thuis()
    doel = DoelFactory(
        plan=GezinsplanFactory(gezin=thuis.gezin), eigenaar=thuis.oma, vastgesteld_op=date(2026, 10, 1)
    )
    with as_eigenaar():
        settle(DOEL, doel.pk, peildatum=DAG)
        assert Termijn.objects.get(regel=EVALUATIE.norm, betreft_id=doel.pk).gebruiker_id is None

    thuis.ask()

    with as_eigenaar():
        thuis.oma.refresh_from_db()
        assert (
            Termijn.objects.get(regel=EVALUATIE.norm, betreft_id=doel.pk).gebruiker_id
            == thuis.oma.gebruiker_id
        )
        assert not find_differences(DOEL, [doel.pk], peildatum=DAG)
