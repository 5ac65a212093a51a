"""Who looks back for the last time meets the duty of the end evaluation; who asks for more help does not."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.operations import evaluate_doel
from rondetafel.kern.models import Termijn
from rondetafel.kern.plichten import find_differences
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.termijnen import EINDEVALUATIE
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.zorg.models import AkkoordZorg, VerlengingStand
from rondetafel.zorg.plichten import AKKOORD, read_akkoorden
from tests.factories import (
    AkkoordZorgFactory,
    BandFactory,
    EvaluatieFactory,
    GebruikerFactory,
    PersoonFactory,
    StopZorgFactory,
    VerlengingFactory,
)
from tests.gezinsplan.wereld import DAG, make_doel, make_reader, make_wereld
from tests.rollen import as_eigenaar
from tests.zorg.wereld import do, open_duties, running

pytestmark = pytest.mark.django_db
EIND, TOT = date(2026, 10, 31), date(2027, 1, 31)


@pytest.fixture
def wereld():
    return make_wereld()


def make_help(wereld, jeugdige=None):
    """Help from May until the end of October, with its duties."""
    akkoord = AkkoordZorgFactory(
        jeugdige=jeugdige or wereld.noor,
        startdatum=date(2026, 5, 1),
        gegeven_op=date(2026, 4, 24),
        einddatum=EIND,
    )
    return open_duties(akkoord)


def look_back(wereld, doel, moment=Moment.EIND, als=None):
    bevinding = Bevinding(dag=DAG, moment=moment, uitkomst=Uitkomst.BEHAALD, waarneming="Het lukt.")
    return do(evaluate_doel, doel.pk, bevinding=bevinding, als=als or wereld.regisseur)


def differences(akkoord):
    with as_eigenaar():
        return find_differences(AKKOORD, [akkoord.pk], EINDEVALUATIE, peildatum=DAG)


@pytest.mark.parametrize("voor", ["noor", None])
def test_last_look_at_a_goal_of_the_child_or_the_family_meets_it(wereld, voor):
    akkoord = make_help(wereld)
    assert "eindevaluatie" in running(akkoord)

    look_back(wereld, make_doel(wereld, voor=voor and wereld.noor))

    assert "eindevaluatie" not in running(akkoord)
    assert differences(akkoord) == []


def test_a_look_in_between_or_at_a_goal_of_another_child_does_not(wereld):
    akkoord, ander = make_help(wereld), make_help(wereld, PersoonFactory(gezin=wereld.gezin))
    doel = make_doel(wereld, voor=wereld.noor)

    look_back(wereld, doel, moment=Moment.TUSSEN)
    assert "eindevaluatie" in running(akkoord)
    look_back(wereld, make_doel(wereld, plan=doel.plan, voor=ander.jeugdige))

    assert ("eindevaluatie" in running(akkoord), "eindevaluatie" in running(ander)) == (True, False)


def test_last_look_of_the_owner_meets_the_duty_of_help_they_cannot_read(wereld):
    akkoord = make_help(wereld)
    moeder = GebruikerFactory(rol="gezin")
    BandFactory(
        gezin=wereld.gezin,
        gebruiker=moeder,
        hoedanigheid=Hoedanigheid.OUDER,
        onderdelen=["gezin", "plan", "actie"],
    )
    with as_eigenaar():
        type(wereld.moeder).objects.filter(pk=wereld.moeder.pk).update(gebruiker=moeder)
    doel = make_doel(wereld)
    with as_person(moeder, peildatum=DAG):
        assert not AkkoordZorg.objects.exists()
        assert "rto-houden" not in Termijn.objects.values_list("regel", flat=True)

    look_back(wereld, doel, als=moeder)

    assert "eindevaluatie" not in running(akkoord)
    assert differences(akkoord) == []


def test_two_periods_wait_for_their_look_back_and_never_one_period_twice(wereld):
    akkoord = make_help(wereld)
    with as_eigenaar():
        eerste = Termijn.objects.get(betreft_id=akkoord.pk, regel="eindevaluatie")
        eerste.pk, eerste.vanaf = uuid4(), TOT
        eerste.save(force_insert=True)
        eerste.pk = uuid4()
        with (
            pytest.raises(IntegrityError, match="termijn_runs_once_for_each_period"),
            transaction.atomic(),
        ):
            eerste.save(force_insert=True)


def test_who_owns_no_goal_reads_no_duty_to_look_back(wereld):
    make_help(wereld)
    make_doel(wereld)

    with as_person(make_reader(wereld, Hoedanigheid.OUDER), peildatum=DAG):
        assert not Termijn.objects.exists()


def test_help_that_went_on_under_a_new_akkoord_has_its_last_look_there(wereld):
    akkoord = make_help(wereld)
    AkkoordZorgFactory(
        jeugdige=wereld.noor, startdatum=date(2026, 11, 1), einddatum=TOT, gegeven_op=date(2026, 10, 20)
    )

    with as_eigenaar():
        plichten = [een for een in read_akkoorden([akkoord.pk], TOT) if een.regel is EINDEVALUATIE]

    assert [(een.gesloten_op, een.sluiting) for een in plichten] == [(date(2026, 10, 20), "vervallen")]


@pytest.mark.parametrize(
    ("gekeken", "gestopt", "eerste", "tweede"),
    [
        pytest.param((), None, None, None, id="alleen-gevraagd-en-verlengd"),
        pytest.param([date(2026, 4, 30)], None, None, None, id="dag-voor-het-begin"),
        pytest.param([date(2026, 5, 1)], None, date(2026, 5, 1), None, id="eerste-dag"),
        pytest.param([EIND], None, EIND, None, id="laatste-dag"),
        pytest.param([date(2026, 11, 1)], None, date(2026, 11, 1), date(2026, 11, 1), id="te-laat"),
        pytest.param((), date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 1), id="gestopt"),
        pytest.param([date(2026, 12, 2)], date(2026, 12, 1), date(2026, 12, 1), date(2026, 12, 1), id="erna"),
        pytest.param([EIND, TOT], None, EIND, TOT, id="elke-looptijd"),
    ],
)
def test_the_first_last_look_since_the_period_began_meets_it(wereld, gekeken, gestopt, eerste, tweede):
    akkoord = make_help(wereld)
    VerlengingFactory(
        akkoord=akkoord,
        tot=TOT,
        gevraagd_op=date(2026, 9, 1),
        stand=VerlengingStand.GEGEVEN,
        besloten_op=date(2026, 9, 8),
        besloten_door=akkoord.gegeven_door,
    )
    doel = make_doel(wereld)
    for op in gekeken:
        EvaluatieFactory(doel=doel, geevalueerd_op=op, moment="eind", volgende_op=None)
    if gestopt:
        StopZorgFactory(akkoord=akkoord, gestopt_op=gestopt, was_tot=TOT)

    with as_eigenaar():
        type(akkoord).objects.filter(pk=akkoord.pk).update(einddatum=gestopt or TOT)
        plichten = [een for een in read_akkoorden([akkoord.pk], TOT) if een.regel is EINDEVALUATIE]

    assert [(een.vanaf, een.gesloten_op) for een in plichten] == [(EIND, eerste), (TOT, tweede)]
