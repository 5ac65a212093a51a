"""Stopping help: the day, the reason and the score; access ends with it."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.stop import Stopreden
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg.gegevens import Stopopgave
from rondetafel.zorg.models import StopZorg
from rondetafel.zorg.operations import stop_zorg
from tests.factories import BetrokkeneFactory, GebruikerFactory
from tests.rollen import as_eigenaar
from tests.zorg.wereld import DAG, do, events, fresh, make_akkoord, make_wereld, open_duties, running

OPGAVE = Stopopgave(
    stopdatum=DAG,
    reden=Stopreden.VOLGENS_PLAN,
    gas_score=1,
    overgedragen_aan="oma",
    toelichting="Noor gaat weer naar school.",
    has_papieren=True,
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld():
    return make_wereld()


@pytest.fixture
def akkoord(wereld):
    return open_duties(make_akkoord(wereld))


def stop(akkoord, als, gelezen=1, **anders):
    return do(stop_zorg, akkoord.pk, gelezen=gelezen, opgave=replace(OPGAVE, **anders), als=als)


@pytest.mark.parametrize("wie", ["regisseur", "bram"])
def test_stop_moves_the_end_and_closes_the_duties(wereld, akkoord, wie):
    stopzorg = fresh(stop(akkoord, getattr(wereld, wie)))

    assert (stopzorg.was_tot, stopzorg.reden, stopzorg.gas_score) == (date(2027, 1, 31), "01", 1)
    assert stopzorg.oordeel["feiten"]["GAS-score"] == "+1"
    assert (fresh(akkoord).einddatum, fresh(akkoord).versie) == (DAG, 2)
    assert running(akkoord) == {}
    assert events() == [Gebeurtenis.ZORG_GESTOPT]


def test_access_ends_on_the_last_day(wereld, akkoord):
    stop(akkoord, wereld.regisseur)

    for peildatum, visible in ((DAG, True), (date(2026, 11, 17), False)):
        with as_person(wereld.bram, peildatum=peildatum):
            assert Gezin.objects.exists() is visible


def test_zorgaanbieder_can_stop_with_a_day_in_the_past(wereld, akkoord):
    stop(akkoord, wereld.bram, stopdatum=date(2026, 11, 9))

    assert fresh(akkoord).einddatum == date(2026, 11, 9)
    assert running(akkoord) == {}
    with as_person(wereld.bram, peildatum=DAG):
        assert not Gezin.objects.exists()


def test_help_granted_afterwards_can_stop_before_the_day_of_the_grant(wereld):
    akkoord = make_akkoord(wereld, gegeven_op=date(2026, 11, 10))

    stop(akkoord, wereld.regisseur, stopdatum=date(2026, 11, 2))

    with as_eigenaar():
        assert Band.objects.get(grond_id=akkoord.pk).tot == date(2026, 11, 9)


def test_chair_is_taken_away_by_who_sets_the_table(wereld, akkoord):
    stoel = BetrokkeneFactory(
        gezin=wereld.gezin,
        groep="beroep",
        gebruiker=wereld.bram,
        van=akkoord.gegeven_op,
        tot=akkoord.einddatum,
    )

    stop(akkoord, wereld.regisseur)

    assert fresh(stoel).tot == DAG


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({"reden": None}, id="geen-reden"),
        pytest.param({"gas_score": None}, id="geen-score"),
        pytest.param({"stopdatum": date(2027, 2, 1)}, id="na-het-einde"),
        pytest.param({"stopdatum": date(2026, 7, 31)}, id="voor-het-begin"),
    ],
)
def test_refused_stop_changes_nothing(wereld, akkoord, anders):
    with pytest.raises(Geweigerd):
        stop(akkoord, wereld.regisseur, **anders)

    assert fresh(akkoord).versie == 1
    assert set(running(akkoord)) == {"verlenging-vragen", "rto-houden", "eindevaluatie"}
    assert events() == [Gebeurtenis.GEWEIGERD]
    with as_eigenaar():
        assert not StopZorg.objects.exists()


def test_one_sided_stop_needs_no_score(wereld, akkoord):
    stopzorg = stop(akkoord, wereld.regisseur, reden=Stopreden.EENZIJDIG_CLIENT, gas_score=None)

    assert fresh(stopzorg).gas_score is None


def test_stopped_once(wereld, akkoord):
    stop(akkoord, wereld.regisseur)

    with pytest.raises(ObjectDoesNotExist):
        stop(akkoord, wereld.regisseur, gelezen=2)


def test_changed_meanwhile(wereld, akkoord):
    with as_eigenaar():
        type(akkoord).objects.filter(pk=akkoord.pk).update(versie=2)

    with pytest.raises(Botsing):
        stop(akkoord, wereld.regisseur)
    with as_eigenaar():
        assert not StopZorg.objects.exists()


def test_strangers_and_the_kernteam_do_not_stop(wereld, akkoord):
    with pytest.raises(GeenToegang):
        stop(akkoord, wereld.kernteam)
    with pytest.raises(ObjectDoesNotExist):
        stop(akkoord, GebruikerFactory(rol=Rol.REGISSEUR))
