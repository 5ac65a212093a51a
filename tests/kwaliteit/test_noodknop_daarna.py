"""After the noodknop: who must judge it, how, and what the database refuses whoever asks."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit.models import Noodknop, Noodoordeel
from rondetafel.kwaliteit.operations import decide_noodknop
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import HEERLEN, GebruikerFactory, NoodbandFactory, NoodknopFactory
from tests.kwaliteit.noodgeval import DAG, build_noodgeval, press
from tests.rollen import as_eigenaar

REDEN = "Nagevraagd bij de politie: Noor werd gezocht."
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def geval():
    return build_noodgeval()


def judge(wie, gebruik, **anders):
    opgave = {"gelezen": gebruik.versie, "oordeel": Noodoordeel.TERECHT, "reden": REDEN} | anders
    with as_person(wie, peildatum=DAG) as door:
        return decide_noodknop(gebruik.pk, **opgave, door=door, peildatum=DAG)


# Judged afterwards


def test_duty_to_judge_is_for_beveiliging_alone(geval):
    gebruik = press(geval.dienst)

    with as_eigenaar():
        termijn = Termijn.objects.get()
    assert (termijn.rol, termijn.betreft_id, termijn.vervalt_op) == (
        "beveiliging",
        gebruik.pk,
        DAG + timedelta(days=7),
    )
    for wie, ziet in (
        (geval.nadia, 1),
        (geval.regisseur, 0),
        (geval.dienst, 0),
        (GebruikerFactory(rol=Rol.KERNTEAM), 0),
        (GebruikerFactory(rol=Rol.BEVEILIGING, gemeenten=[HEERLEN]), 0),
    ):
        with as_person(wie, peildatum=DAG):
            assert Termijn.objects.count() == ziet


def test_judging_closes_the_duty(geval):
    gebruik = press(geval.dienst)

    judge(geval.nadia, gebruik)

    with as_eigenaar():
        beoordeeld = Noodknop.objects.get()
        assert (beoordeeld.oordeel, beoordeeld.beoordeeld_op) == ("terecht", DAG)
        assert beoordeeld.beoordeeld_door_id == geval.nadia.pk
        assert Termijn.objects.get().gesloten_op == DAG
        assert Logregel.objects.get(gebeurtenis="noodknop_beoordeeld").details == {"oordeel": "terecht"}


def test_judged_once(geval):
    gebruik = press(geval.dienst)
    gebruik = judge(geval.nadia, gebruik)

    with pytest.raises(Botsing):
        judge(geval.nadia, gebruik, oordeel=Noodoordeel.DATALEK)


def test_reason_that_says_too_little_is_no_judgement(geval):
    gebruik = press(geval.dienst)

    with pytest.raises(Geweigerd):
        judge(geval.nadia, gebruik, reden="Akkoord.")

    with as_eigenaar():
        assert Termijn.objects.get().gesloten_op is None


def test_who_used_it_or_keeps_the_table_judges_nothing(geval):
    gebruik = press(geval.dienst)

    with pytest.raises(GeenToegang):
        judge(geval.regisseur, gebruik)
    with pytest.raises(Noodknop.DoesNotExist):
        judge(geval.dienst, gebruik)


# What the database refuses, whoever asks


@pytest.mark.parametrize(
    "fout",
    [
        pytest.param({"tot_at": timezone.now() + timedelta(days=1)}, id="langer-dan-vier-uur"),
        pytest.param({"tot_at": None}, id="zonder-moment"),
        pytest.param({"persoon_id": None}, id="heel-gezin"),
        pytest.param({"tot": None}, id="zonder-laatste-dag"),
        pytest.param({"hoedanigheid": Hoedanigheid.REGISSEUR}, id="als-iets-anders"),
        pytest.param({"grond": "toestemming"}, id="op-een-andere-grond"),
    ],
)
def test_tie_of_the_noodknop_is_one_person_and_four_hours(geval, fout):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoodbandFactory(gezin=geval.gezin, **fout)


@pytest.mark.parametrize(
    "fout",
    [
        pytest.param({"tot_at": timezone.now() + timedelta(days=1)}, id="langer-dan-vier-uur"),
        pytest.param({"toelichting": "   te kort, met spaties   "[:19]}, id="te-kort"),
        pytest.param({"reden": "nieuws"}, id="onbekende-reden"),
        pytest.param({"tot_at": None}, id="gevonden-zonder-einde"),
        pytest.param({"oordeel": "terecht"}, id="oordeel-zonder-reden"),
    ],
)
def test_use_is_whole(geval, fout):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoodknopFactory(persoon=geval.noor, **fout)


def test_tie_of_four_hours_and_a_minute_is_refused(geval):
    begin = timezone.now()
    NoodbandFactory(gezin=geval.gezin, created_at=begin, tot_at=begin + timedelta(hours=4))

    with pytest.raises(IntegrityError), transaction.atomic():
        NoodbandFactory(gezin=geval.gezin, created_at=begin, tot_at=begin + timedelta(hours=4, minutes=1))
