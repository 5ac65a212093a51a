"""The sweep finds each kind of difference, and mends it with one line in the logboek."""

from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from rondetafel.kern.logboek import Werker
from rondetafel.kern.models import Logregel, Sluiting, Termijn
from rondetafel.kern.plichten import Soort
from rondetafel.platform.rollen import EIGENAAR
from rondetafel.werkplek import tasks
from rondetafel.werkplek.operations import correct_termijnen
from rondetafel.werkplek.sweep import count_differences, sweep
from tests.conftest import PEILDATUM
from tests.factories import (
    AanmeldingFactory,
    AkkoordZorgFactory,
    GezinsplanFactory,
    RegieFactory,
    StopZorgFactory,
    TermijnFactory,
)
from tests.rollen import as_eigenaar, take_role

pytestmark = pytest.mark.django_db
WERKER = Werker(doel="termijnen laten kloppen")


def found():
    return [(een.soort, een.regel) for een in sweep(PEILDATUM)]


def mend():
    for een in list(sweep(PEILDATUM)):
        correct_termijnen([een], door=WERKER, peildatum=PEILDATUM)


@pytest.fixture
def aanmelding():
    """An aanmelding with its duty as it should be."""
    aanmelding = AanmeldingFactory(ontvangen_op=date(2026, 11, 10))
    with as_eigenaar():
        mend()
        yield aanmelding


def duty():
    return Termijn.objects.get(regel="dossier-doorsturen")


def test_what_is_as_it_should_be_is_no_difference(aanmelding):
    assert found() == []
    assert (duty().vervalt_op, duty().waarschuw_vanaf) == (date(2026, 11, 17), date(2026, 11, 16))


def test_a_missing_duty(aanmelding):
    Termijn.objects.filter(pk=duty().pk).update(betreft_id=AanmeldingFactory._meta.model().pk)

    assert (Soort.ONTBREEKT, "dossier-doorsturen") in found()


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"vervalt_op": date(2026, 11, 18)}, id="andere-dag"),
        pytest.param({"waarschuw_vanaf": date(2026, 11, 13)}, id="andere-waarschuwing"),
        pytest.param({"rol": "regisseur"}, id="iemand-anders"),
        pytest.param({"stil_sinds": date(2026, 11, 11)}, id="staat-stil"),
        pytest.param({"gesloten_op": PEILDATUM, "sluiting": Sluiting.GEDAAN}, id="ten-onrechte-gesloten"),
    ],
)
def test_a_duty_that_is_other_than_the_facts_say(aanmelding, anders):
    Termijn.objects.update(**anders)

    [een] = sweep(PEILDATUM)

    assert (een.soort, een.regel) == (Soort.ANDERS, "dossier-doorsturen")
    assert set(een.anders) == set(anders)


def test_a_duty_that_was_met_but_runs_on(aanmelding):
    type(aanmelding).objects.update(is_acuut=False)
    Termijn.objects.update(gesloten_op=None)
    type(aanmelding).objects.filter(pk=aanmelding.pk).update(doorgestuurd_op=date(2026, 11, 12))

    soorten = dict((regel, soort) for soort, regel in found())

    assert soorten == {"dossier-doorsturen": Soort.ANDERS, "kernteam-bespreken": Soort.ONTBREEKT}


@pytest.mark.parametrize(
    "over",
    [
        pytest.param({"regel": "rto-houden", "betreft": "instroom.Aanmelding"}, id="regel-past-niet"),
        pytest.param({"regel": "dossier-doorsturen", "betreft": "instroom.Aanmelding"}, id="bestaat-niet"),
        pytest.param({"regel": "evaluatie", "betreft": "gezinsplan.Doel"}, id="geen-doel"),
    ],
)
def test_a_duty_about_nothing(aanmelding, over):
    TermijnFactory(**over)

    assert found() == [(Soort.TE_VEEL, over["regel"])]


def test_a_duty_of_help_that_stopped(aanmelding):
    akkoord = AkkoordZorgFactory(einddatum=date(2026, 11, 30))
    RegieFactory(gezin=akkoord.gezin)
    GezinsplanFactory(gezin=akkoord.gezin)
    mend()
    assert found() == []
    StopZorgFactory(akkoord=akkoord, gestopt_op=date(2026, 11, 30), was_tot=date(2026, 11, 30), reden="01")

    assert {(soort, regel) for soort, regel in found()} >= {
        (Soort.ANDERS, "rto-houden"),
        (Soort.ANDERS, "eindevaluatie"),
    }
    mend()
    assert set(Termijn.objects.filter(betreft_id=akkoord.pk).values_list("gesloten_op", flat=True)) == {
        date(2026, 11, 30)
    }


def test_mending_leaves_no_difference_and_one_line_for_each(aanmelding):
    Termijn.objects.update(vervalt_op=date(2026, 12, 1))
    TermijnFactory(regel="evaluatie", betreft="gezinsplan.Doel")
    eerder = Logregel.objects.count()

    mend()

    assert found() == []
    assert Logregel.objects.count() == eerder + 2
    laatste = Logregel.objects.order_by("-at").first()
    assert (laatste.gebeurtenis, laatste.rol, laatste.doel) == (
        "termijnen_hersteld",
        "systeem",
        "termijnen laten kloppen",
    )
    assert Termijn.objects.get(regel="evaluatie").sluiting == Sluiting.VERVALLEN


def test_the_technical_log_tells_how_many_and_names_nobody(aanmelding):
    Termijn.objects.update(vervalt_op=date(2026, 12, 1))

    [regel] = count_differences(sweep(PEILDATUM))

    assert regel == "anders: dossier-doorsturen van instroom.Aanmelding, 1 keer"
    assert str(aanmelding.pk) not in regel


@pytest.fixture
def systeem():
    take_role("systeem")
    yield
    take_role(EIGENAAR)


def test_the_nightly_job_reads_as_the_worker_and_tells_the_technical_log(
    aanmelding, caplog, klok, monkeypatch, request
):
    Termijn.objects.update(vervalt_op=date(2026, 12, 1))
    monkeypatch.setattr(tasks, "one_moment", nullcontext)
    request.getfixturevalue("systeem")

    tasks.check_termijnen(0)

    assert [regel.getMessage() for regel in caplog.records] == [
        "termijnen kloppen niet: anders: dossier-doorsturen van instroom.Aanmelding, 1 keer"
    ]


def test_queries_do_not_grow_with_the_rows(count_queries):
    with as_eigenaar():
        AkkoordZorgFactory()
        een = count_queries(lambda: list(sweep(PEILDATUM)))
        for _ in range(5):
            AkkoordZorgFactory(startdatum=date(2026, 8, 1) + timedelta(days=1))
        assert count_queries(lambda: list(sweep(PEILDATUM))) == een
