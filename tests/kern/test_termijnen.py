"""A duty becomes one row when it arises, and is closed when it is met."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from rondetafel.kern.models import Termijn
from rondetafel.kern.termijnen import close_termijn, open_termijn
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, EVALUATIE
from tests.factories import GezinFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


def test_duty_carries_its_days_and_who_must_act():
    gezin = GezinFactory()

    with as_eigenaar():
        termijn = open_termijn(gezin, DOELEN_VASTSTELLEN, vanaf=date(2026, 11, 16))

    # Six weeks on is Monday 28 December; both Christmas days fall in the warning days before it.
    assert termijn.vervalt_op == date(2026, 12, 28)
    assert termijn.waarschuw_vanaf < termijn.vervalt_op
    assert (termijn.regel, termijn.rol, termijn.gezin_id) == ("doelen-vaststellen", "regisseur", gezin.pk)


def test_only_the_named_duty_is_closed():
    gezin = GezinFactory()

    with as_eigenaar():
        for regel in (DOELEN_VASTSTELLEN, EVALUATIE):
            open_termijn(gezin, regel, vanaf=date(2026, 11, 16))
        close_termijn(gezin, DOELEN_VASTSTELLEN, peildatum=date(2026, 11, 20))

        assert [een.regel for een in Termijn.objects.running()] == [EVALUATIE.norm]
        assert Termijn.objects.get(regel=DOELEN_VASTSTELLEN.norm).gesloten_op == date(2026, 11, 20)


def test_one_duty_does_not_run_twice():
    gezin = GezinFactory()

    with as_eigenaar():
        open_termijn(gezin, EVALUATIE, vanaf=date(2026, 11, 16))
        with pytest.raises(IntegrityError, match="termijn_runs_once"), transaction.atomic():
            open_termijn(gezin, EVALUATIE, vanaf=date(2026, 11, 17))
