"""The page about sharing: yes in two clicks, back in two, any day ahead, and the page as another reads it."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Deelantwoord, Deelstand, Deelvraag
from rondetafel.kern.models import Logregel
from rondetafel.toegang.models import Band
from rondetafel.toegang.rollen import Hoedanigheid
from tests.factories import (
    BandFactory,
    BetrokkeneFactory,
    DeelvraagFactory,
    DoelFactory,
    GezagFactory,
    PersoonFactory,
)
from tests.gezinnen.wereld import Thuis
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def thuis():
    return Thuis()


def url_of(naam, thuis, *meer):
    return reverse(naam, args=[thuis.gezin.pk, *meer])


def login(client, thuis, persoon):
    client.force_login(thuis.accounts[persoon.pk])


def text_of(answer):
    return answer.content.decode()


def test_a_parent_says_yes_in_two_clicks_from_the_plan(client, thuis):
    vraag = thuis.ask()
    login(client, thuis, thuis.ouders[0])

    plan = text_of(client.get(url_of("werkplek:gezin", thuis)))
    assert "Er wacht een vraag: mag iemand meelezen?" in plan
    lijst = text_of(client.get(url_of("gezinnen:wie_leest", thuis)))
    assert "Mag Oma Truus meelezen over Noor?" in lijst
    assert "wacht op beide ouders" in lijst
    url = url_of("gezinnen:vraag", thuis, vraag.pk)
    pagina = text_of(client.get(url))
    ziet, niet = pagina.split("Oma Truus ziet niet")
    assert "het plan: doelen, acties en overleg" in ziet
    assert "welke hulp er is" in niet
    client.post(url, {"antwoord": "ja"})

    with as_eigenaar():
        antwoord = Deelantwoord.objects.get()
    assert (antwoord.beslisser_id, antwoord.is_ja, antwoord.wijze) == (thuis.ouders[0].pk, True, "zelf")
    assert "Er wacht een vraag" not in text_of(client.get(url_of("werkplek:gezin", thuis)))


@pytest.mark.parametrize(("naam", "velden"), [("vraag_nieuw", {"onderdelen": ["plan"]}), ("informatie", {})])
def test_a_text_that_tells_where_somebody_lives_is_held_back_until_asked_again(client, thuis, naam, velden):
    """By its shape alone: who writes need not know of any shield."""
    ouder = PersoonFactory(gezin=thuis.gezin, ouder=True)
    waar = "Woont op 6371 AA"
    if naam == "vraag_nieuw":
        pk, velden = thuis.oma.pk, velden | {"personen": [str(thuis.kind.pk)], "doel": waar}
    else:
        pk, velden = (
            thuis.kind.pk,
            {"ouder": str(ouder.pk), "gevraagd_op": "14-11-2026", "vraag": "Hoe is het?"},
        )
        velden |= {"antwoord": "ja", "verteld": waar}
    client.force_login(thuis.regisseur)

    held = client.post(url_of(f"gezinnen:{naam}", thuis, pk), velden)
    kept = client.post(url_of(f"gezinnen:{naam}", thuis, pk), velden | {"toch": "ja"})

    assert (held.status_code, kept.status_code) == (422, 302)
    assert waar in text_of(held)
    assert "Hier staat een postcode." in text_of(held)


def test_consent_is_taken_back_in_two_clicks(client, thuis):
    vraag = thuis.ask()
    for ouder in thuis.ouders:
        thuis.answer(vraag, ouder)
    login(client, thuis, thuis.ouders[1])
    url = url_of("gezinnen:intrekken", thuis, vraag.pk)

    assert url in text_of(client.get(url_of("gezinnen:wie_leest", thuis)))
    assert "Leest Oma Truus niet meer over Noor?" in text_of(client.get(url))
    client.post(url)

    with as_eigenaar():
        assert Deelvraag.objects.get().stand == Deelstand.INGETROKKEN


def test_who_reads_what_on_another_day(client, thuis):
    login(client, thuis, thuis.ouders[0])
    url = url_of("gezinnen:wie_leest", thuis)

    nu = text_of(client.get(url))
    assert "Noor wordt 12, mag zelf meelezen en beslist mee over wie er leest." in nu
    assert "4 mei 2028" in nu
    vooravond, zestien = (text_of(client.get(url, {"op": op})) for op in ("2032-05-03", "2032-05-04"))

    assert "Zo staat het op 4 mei 2032" in zestien
    assert "gezag over een kind" in vooravond
    assert "gezag over een kind" not in zestien
    assert client.get(url, {"op": "31-02-2027"}).status_code == 200


def test_the_preview_is_the_page_of_that_reader_and_leaves_nothing_behind(client, thuis):
    zusje = PersoonFactory(gezin=thuis.gezin, voornaam="Sam")
    plan = DoelFactory(plan__gezin=thuis.gezin, voor=thuis.kind, specifiek="Noor slaapt beter").plan
    DoelFactory(plan=plan, voor=zusje, specifiek="Sam gaat zwemmen")
    vraag = thuis.ask()
    client.force_login(thuis.regisseur)
    with as_eigenaar():
        before = Band.objects.count()

    pagina = text_of(client.get(url_of("werkplek:zoals_gevraagd", thuis, vraag.pk)))

    assert "Zo ziet Oma Truus het plan" in pagina
    assert "Noor slaapt beter" in pagina
    assert "Sam gaat zwemmen" not in pagina
    with as_eigenaar():
        assert Band.objects.count() == before
        regels = Logregel.objects.filter(gebruiker_id=thuis.regisseur.pk, gebeurtenis="bekeken")
        assert set(regels.values_list("onderdeel", flat=True)) >= {"gezin", "plan"}


def test_nobody_sees_more_through_the_eyes_of_another(client, thuis):
    """The other parent also has gezag over a child that this parent has nothing to do with."""
    moeder, vader = thuis.ouders
    with as_eigenaar():
        ander = GezagFactory(
            kind=PersoonFactory(gezin=thuis.gezin, voornaam="Sam", geboortedatum=date(2018, 1, 1)), volwassene=vader
        ).kind  # fmt: skip
        BandFactory(gezin=thuis.gezin, gebruiker=thuis.accounts[vader.pk], persoon_id=ander.pk)
    login(client, thuis, moeder)

    assert client.get(url_of("werkplek:zoals", thuis, vader.betrokkene.pk)).status_code == 404
    assert url_of("werkplek:zoals", thuis, vader.betrokkene.pk) not in text_of(
        client.get(url_of("gezinnen:wie_leest", thuis))
    )


def test_a_parent_sees_nothing_about_a_child_of_the_other_alone(client, thuis):
    PersoonFactory(gezin=thuis.gezin, voornaam="Sam", geboortedatum=date(2018, 1, 1))
    login(client, thuis, thuis.ouders[0])

    pagina = text_of(client.get(url_of("gezinnen:wie_leest", thuis)))

    assert "Over Noor" in pagina
    assert "Over Sam" not in pagina


def test_regisseur_asks_and_writes_down_answers(client, thuis):
    client.force_login(thuis.regisseur)
    vragen = url_of("gezinnen:vraag_nieuw", thuis, thuis.oma.pk)
    antwoorden = {"personen": [thuis.kind.pk], "onderdelen": ["plan"], "doel": "oppassen"}

    assert client.post(vragen, {"personen": [thuis.kind.pk]}).status_code == 422
    pagina = text_of(client.post(vragen, antwoorden, follow=True))
    assert "Mag Oma Truus meelezen over Noor?" in pagina
    with as_eigenaar():
        vraag = Deelvraag.objects.get()
    for ouder in thuis.ouders:
        gezegd = {"beslisser": ouder.pk, "antwoord": "ja", "wijze": "mondeling"}
        client.post(url_of("gezinnen:noteren", thuis, vraag.pk), gezegd)

    with as_eigenaar():
        assert Deelvraag.objects.get().stand == Deelstand.GEGEVEN


def test_notice_three_months_before_and_the_duty_is_met_by_a_talk(client):
    thuis = Thuis(geboren=date(2015, 2, 16))
    login(client, thuis, thuis.ouders[0])
    assert "Noor wordt 12 jaar op 16 februari 2027" in text_of(client.get(url_of("werkplek:gezin", thuis)))

    client.force_login(thuis.regisseur)
    pagina = text_of(client.get(url_of("gezinnen:wie_leest", thuis)))
    assert "Met het gezin besproken" in pagina
    url = url_of("gezinnen:verjaardag", thuis, thuis.kind.pk)
    assert client.post(url, {"leeftijd": "12"}).status_code == 302
    assert client.post(url, {"leeftijd": "13"}).status_code == 400


def test_no_notice_a_day_earlier(client):
    thuis = Thuis(geboren=date(2015, 2, 17))
    login(client, thuis, thuis.ouders[0])

    assert "Noor wordt 12 jaar" not in text_of(client.get(url_of("werkplek:gezin", thuis)))


def test_regisseur_puts_facts_right(client, thuis):
    client.force_login(thuis.regisseur)
    pagina = text_of(client.get(url_of("gezinnen:persoon", thuis, thuis.kind.pk)))
    stoppen = url_of("gezinnen:gezag_stoppen", thuis, thuis.gezag[1].pk)
    assert stoppen in pagina

    te_vroeg = client.post(stoppen, {"tot": "01-01-2000", "reden": "rechter"})
    assert te_vroeg.status_code == 422
    assert client.post(stoppen, {"tot": "15-11-2026", "reden": "rechter"}).status_code == 302
    with as_eigenaar():
        vader = thuis.accounts[thuis.ouders[1].pk]
        assert not Band.objects.filter(gebruiker=vader).exclude(tot__lt=DAG).exists()


def test_page_takes_as_many_queries_for_twenty_readers_as_for_one(client, thuis, count_queries):
    login(client, thuis, thuis.ouders[0])
    url = url_of("gezinnen:wie_leest", thuis)
    one = count_queries(lambda: client.get(url))
    for stoel in BetrokkeneFactory.create_batch(20, gezin=thuis.gezin):
        BandFactory(gezin=thuis.gezin, hoedanigheid=Hoedanigheid.NETWERK, persoon_id=thuis.kind.pk)
        DeelvraagFactory(persoon=thuis.kind, betrokkene=stoel)

    assert count_queries(lambda: client.get(url)) == one
    assert one <= 10
