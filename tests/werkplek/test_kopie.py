"""The copy of the dossier: of oneself and whom one decides for, and of nobody else."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from tests.factories import (
    ActieFactory,
    AkkoordZorgFactory,
    BetrokkeneFactory,
    DoelFactory,
    PersoonFactory,
)
from tests.gezinnen.wereld import Thuis
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def thuis():
    thuis = Thuis()
    sam = PersoonFactory(gezin=thuis.gezin, voornaam="Sam", geboortedatum=date(2018, 1, 1))
    plan = DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind, specifiek="Noor slaapt beter").plan
    DoelFactory(plan=plan, voor=sam, specifiek="Sam gaat zwemmen")
    DoelFactory(plan=plan, voor=None, specifiek="Samen eten")
    thuis.plan = plan
    return thuis


def fetch(client, thuis, account):
    client.force_login(account)
    return client.get(reverse("werkplek:kopie_bestand", args=[thuis.gezin.pk]))


def test_a_parent_gets_what_is_about_the_own_child_and_the_family_and_it_is_logged(client, thuis):
    ouder = thuis.accounts[thuis.ouders[0].pk]
    BetrokkeneFactory(gezin=thuis.gezin, naam="Nooit Geweest", van=date(2026, 12, 1), tot=date(2026, 11, 30))
    bestand = fetch(client, thuis, ouder)
    tekst = bestand.content.decode()

    assert "attachment" in bestand["Content-Disposition"]
    assert "Noor slaapt beter" in tekst
    assert "Samen eten" in tekst
    assert "4 mei 2016" in tekst
    assert "Sam gaat zwemmen" not in tekst
    assert "1 januari 2018" not in tekst
    assert "Nooit Geweest" not in tekst
    with as_eigenaar():
        regels = Logregel.objects.filter(gebeurtenis="kopie_opgehaald", gebruiker_id=ouder.pk)
        assert set(regels.values_list("onderdeel", flat=True)) >= {"gezin", "plan", "zorg"}


def test_consent_opens_a_plan_and_no_copy(client, thuis):
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)
    with as_eigenaar():
        thuis.oma.refresh_from_db()
        oma = thuis.oma.gebruiker

    for account in (oma, thuis.regisseur):
        assert fetch(client, thuis, account).status_code == 404


def test_more_rows_ask_no_more_queries(client, thuis, count_queries):
    account = thuis.accounts[thuis.ouders[0].pk]
    AkkoordZorgFactory(gezin=thuis.gezin, jeugdige=thuis.kind)
    fetch(client, thuis, account)
    weinig = count_queries(lambda: fetch(client, thuis, account))
    for _ in range(20):
        BetrokkeneFactory(gezin=thuis.gezin)
        ActieFactory(doel=DoelFactory(plan=thuis.plan, voor=thuis.kind))

    assert count_queries(lambda: fetch(client, thuis, account)) == weinig
