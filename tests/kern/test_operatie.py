"""Deed and line stand or fall together; a refusal undoes the deed and is written all the same."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import transaction

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.gezinnen.operations import add_betrokkene, correct_betrokkene
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Uitkomst
from rondetafel.kern.operatie import GeenToegang
from rondetafel.kern.versie import Botsing
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import BandFactory, BetrokkeneFactory, GebruikerFactory, RegieFactory
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def seat(gezin, wie, naam="Juf Els"):
    return add_betrokkene(
        gezin.pk, groep=Groep.BEROEP, naam=naam, relatie="leerkracht", door=wie, peildatum=DAG
    )


def test_deed_is_recorded_once_with_who_and_why():
    regie = RegieFactory()

    with as_person(regie.regisseur, peildatum=DAG) as wie:
        betrokkene = seat(regie.gezin, wie)

    with as_eigenaar():
        regel = Logregel.objects.get()
        assert regel.gebeurtenis == Gebeurtenis.BETROKKENE_TOEGEVOEGD
        assert (regel.gebruiker_id, regel.naam, regel.rol) == (wie.id, wie.naam, "regisseur")
        assert regel.doel == "regie over het gezinsplan"
        assert (regel.gezin_id, regel.betreft_id) == (regie.gezin_id, betrokkene.pk)
        assert regel.details == {"relatie": "leerkracht"}


def test_refused_deed_changes_nothing_but_is_recorded():
    regie = RegieFactory()
    ouder = BandFactory(gezin=regie.gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker

    with as_person(ouder, peildatum=DAG) as wie, pytest.raises(GeenToegang):
        seat(regie.gezin, wie)

    with as_eigenaar():
        assert not Betrokkene.objects.exists()
        regel = Logregel.objects.get()
        assert regel.uitkomst == Uitkomst.GEWEIGERD
        assert regel.details["operatie"] == "add_betrokkene"
        assert regel.betreft_id == regie.gezin_id


def test_stranger_finds_nothing_and_that_is_recorded():
    regie = RegieFactory()

    with as_person(GebruikerFactory(), peildatum=DAG) as wie, pytest.raises(Gezin.DoesNotExist):
        seat(regie.gezin, wie)

    with as_eigenaar():
        assert Logregel.objects.get().uitkomst == Uitkomst.GEWEIGERD


def test_line_without_a_transaction_is_refused(monkeypatch):
    monkeypatch.setattr(logboek, "connection", SimpleNamespace(in_atomic_block=False))

    with pytest.raises(logboek.GeenTransactie):
        logboek.record(Gebeurtenis.PLAN_GESTART, Gezin(), door=None)


def test_no_deed_when_the_line_cannot_be_written(monkeypatch):
    regie = RegieFactory()

    def fail(**velden):
        raise RuntimeError("geen logboek")

    monkeypatch.setattr(logboek, "_write", fail)
    with as_person(regie.regisseur, peildatum=DAG) as wie, pytest.raises(RuntimeError, match="geen logboek"):
        seat(regie.gezin, wie)

    with as_eigenaar():
        assert not Betrokkene.objects.exists()


def test_second_edit_of_the_same_version_loses_nothing():
    regie = RegieFactory()
    oma = BetrokkeneFactory(gezin=regie.gezin)

    with as_person(regie.regisseur, peildatum=DAG) as wie:
        edit = {"gelezen": oma.versie, "door": wie, "peildatum": DAG}
        correct_betrokkene(oma.pk, waarden={"naam": "Oma Truus Smit"}, **edit)
        with pytest.raises(Botsing) as botsing, transaction.atomic():
            correct_betrokkene(oma.pk, waarden={"naam": "Oma Geertruida"}, **edit)

    assert botsing.value.huidig.naam == "Oma Truus Smit"
    with as_eigenaar():
        oma.refresh_from_db()
        assert (oma.naam, oma.versie) == ("Oma Truus Smit", 2)
