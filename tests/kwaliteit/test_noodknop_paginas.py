"""The pages of the noodknop: a proof first, a banner that cannot be missed, and what the family reads later."""

import re
import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rondetafel.kern.models import Logregel
from rondetafel.kwaliteit.models import Noodknop
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid
from tests.conftest import note_login
from tests.factories import BandFactory, BetrokkeneFactory, NoodknopFactory
from tests.kwaliteit.noodgeval import BSN, DAG, WAAROM, build_noodgeval, press
from tests.rollen import as_eigenaar

BUDGET = 12
TOKEN = re.compile(r'csrfmiddlewaretoken" value="\w+"')
KNOP, LIJST = reverse("kwaliteit:noodknop"), reverse("kwaliteit:noodknoppen")
INGEVULD = {"reden": "vermist", "toelichting": WAAROM, "bsn": BSN, "weet_ik": "on"}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def geval():
    return build_noodgeval()


def text_of(antwoord):
    return " ".join(antwoord.content.decode().split())


def login_long_ago(client, wie):
    client.force_login(wie)
    with as_eigenaar():
        note_login(client, wie, methods=("password", "mfa"), at=time.time() - 600)


def gezin_of(geval):
    return reverse("werkplek:gezin", args=[geval.gezin.pk])


# A proof first


def test_without_a_fresh_proof_there_is_an_explanation_and_no_form(client, geval):
    login_long_ago(client, geval.dienst)

    pagina = text_of(client.get(KNOP))

    assert "Binnen zeven dagen wordt beoordeeld" in pagina
    assert 'name="bsn"' not in pagina
    assert client.get(KNOP, {"verder": "1"})["location"].startswith("/account/")


def test_sending_without_a_fresh_proof_opens_nothing(client, geval):
    login_long_ago(client, geval.dienst)

    antwoord = client.post(KNOP, INGEVULD)

    assert antwoord["location"].startswith("/account/")
    with as_eigenaar():
        assert not Noodknop.objects.exists()


# Opening


def test_opening_leads_to_the_family_with_the_banner(client, geval):
    client.force_login(geval.dienst)

    antwoord = client.post(KNOP, INGEVULD)

    assert antwoord["location"] == gezin_of(geval)
    pagina = text_of(client.get(gezin_of(geval)))
    assert "De noodknop is open tot" in pagina
    assert "Nog 4 uur en 0 minuten." in pagina or "Nog 3 uur en 59 minuten." in pagina
    assert "Lindelaan 12" in pagina


@pytest.mark.parametrize(
    "leeg",
    [
        pytest.param({"weet_ik": ""}, id="weet-ik"),
        pytest.param({"reden": ""}, id="reden"),
        pytest.param({"toelichting": "nodig"}, id="te-kort"),
        pytest.param({"bsn": "123456789"}, id="geen-bsn"),
        pytest.param({"bsn": "", "voornaam": "Noor"}, id="halve-naam"),
    ],
)
def test_what_is_missing_opens_nothing_and_keeps_what_was_typed(client, geval, leeg):
    client.force_login(geval.dienst)

    antwoord = client.post(KNOP, INGEVULD | leeg)

    assert antwoord.status_code == 422
    assert "Noor" in text_of(antwoord) or "nodig" in text_of(antwoord)
    with as_eigenaar():
        assert not Noodknop.objects.exists()


def test_nobody_and_more_than_one_get_the_same_answer(client, geval):
    NoodknopFactory()  # another family with a Noor of its own
    niemand = {"bsn": "", "voornaam": "Noor", "achternaam": "Nergens", "geboortedatum": "04-05-2013"}
    dubbel = niemand | {"achternaam": "Vermeer"}
    NoodknopFactory()
    client.force_login(geval.dienst)

    antwoorden = [client.post(KNOP, INGEVULD | vraag) for vraag in (niemand, dubbel)]

    een, twee = (TOKEN.sub("", text_of(antwoord)).replace("Nergens", "Vermeer") for antwoord in antwoorden)
    assert {antwoord.status_code for antwoord in antwoorden} == {422}
    assert "vinden wij niet precies één persoon" in een
    assert een.split("<main")[1] == twee.split("<main")[1]


# As long as it is open


def test_banner_stands_on_every_page_and_goes_at_once(client, geval):
    press(geval.dienst)
    client.force_login(geval.dienst)
    paginas = [reverse(naam) for naam in ("werkplek:vandaag", "werkplek:gezinnen", "zorg:akkoorden")]
    paginas += [gezin_of(geval), reverse("gezinnen:tafel", args=[geval.gezin.pk]), KNOP]

    assert all("Nu stoppen" in text_of(client.get(pagina)) for pagina in paginas)
    stop = client.post(reverse("kwaliteit:noodknop_stoppen", args=[geval.gezin.pk]), follow=True)

    assert "De noodknop is dicht" in text_of(stop)
    assert "Nu stoppen" not in text_of(stop)
    assert client.get(gezin_of(geval)).status_code == 404


def test_after_four_hours_the_page_is_gone(client, geval):
    press(geval.dienst)
    client.force_login(geval.dienst)
    assert client.get(gezin_of(geval)).status_code == 200

    with as_eigenaar():
        Band.objects.filter(grond=Grond.NOODKNOP).update(tot_at=timezone.now() - timedelta(seconds=1))

    assert client.get(gezin_of(geval)).status_code == 404
    assert "Nu stoppen" not in text_of(client.get("/"))


def test_no_address_reads_the_same_whether_secret_or_none(client, geval):
    with as_eigenaar():
        geval.noor.adressen.update(geheim="ja")
    press(geval.dienst)
    client.force_login(geval.dienst)

    pagina = text_of(client.get(gezin_of(geval)))

    assert "Lindelaan" not in pagina
    assert "Er is geen adres dat u hier kunt lezen" in pagina


def test_mail_of_who_sits_at_the_table_is_there_to_reach_them(client, geval):
    BetrokkeneFactory(gezin=geval.gezin, email="oma@voorbeeld.example")
    press(geval.dienst)
    client.force_login(geval.dienst)

    assert "mailto:oma@voorbeeld.example" in text_of(client.get(gezin_of(geval)))


def test_family_page_costs_no_more_for_more_people(client, geval, count_queries):
    press(geval.dienst)
    client.force_login(geval.dienst)
    few = count_queries(lambda: client.get(gezin_of(geval)))
    for nummer in range(20):
        BetrokkeneFactory(gezin=geval.gezin, email=f"buur{nummer}@voorbeeld.example")

    assert count_queries(lambda: client.get(gezin_of(geval))) == few <= BUDGET


# What the family and the regisseur see


def test_family_sees_who_looked_with_the_noodknop_and_who_reads_now(client, geval):
    ouder = BandFactory(
        gezin=geval.gezin, persoon_id=geval.noor.pk, hoedanigheid=Hoedanigheid.OUDER
    ).gebruiker
    press(geval.dienst)
    client.force_login(geval.dienst)
    client.get(gezin_of(geval))
    client.force_login(ouder)

    dagen = {"van": DAG, "tot": timezone.localdate()}
    wie_keek = text_of(client.get(reverse("werkplek:wie_keek", args=[geval.gezin.pk]), dagen))
    wie_leest = text_of(client.get(reverse("gezinnen:wie_leest", args=[geval.gezin.pk])))

    assert "Lotte Bergmans" in wie_keek
    assert "met de noodknop" in wie_keek
    assert "heeft de noodknop gebruikt" in wie_keek
    assert "hulp in een noodsituatie (als lezer met de noodknop, op grond van een noodsituatie)" in wie_keek
    assert "Lotte Bergmans" in wie_leest
    assert WAAROM not in wie_keek + wie_leest


def test_regisseur_of_the_family_reads_why_and_judges_nothing(client, geval):
    gebruik = press(geval.dienst)
    client.force_login(geval.regisseur)
    adres = reverse("kwaliteit:noodknopgebruik", args=[gebruik.pk])

    vandaag, pagina = text_of(client.get("/")), text_of(client.get(adres))

    assert "Lotte Bergmans gebruikte de noodknop bij gezin" in vandaag
    assert adres in vandaag
    assert WAAROM in pagina
    assert "Uw oordeel" not in pagina
    assert client.post(adres, {"oordeel": "terecht", "reden": "x" * 30, "gelezen": 1}).status_code == 404


@pytest.mark.parametrize(("dagen", "staat_er"), [(7, True), (8, False)])
def test_start_page_of_the_regisseur_tells_it_for_a_week(client, geval, dagen, staat_er):
    NoodknopFactory(persoon=geval.noor, gebruikt_op=DAG - timedelta(days=dagen))
    client.force_login(geval.regisseur)

    assert ("gebruikte de noodknop" in text_of(client.get("/"))) is staat_er


# Judging


def test_beveiliging_finds_it_on_the_start_page_and_in_the_list(client, geval):
    gebruik = press(geval.dienst)
    client.force_login(geval.nadia)
    adres = reverse("kwaliteit:noodknopgebruik", args=[gebruik.pk])

    vandaag, lijst = text_of(client.get("/")), text_of(client.get(LIJST))

    assert "Beoordelen of de noodknop terecht is gebruikt" in vandaag
    assert adres in vandaag
    assert adres in lijst
    assert "Een kind of jongere is weg" in lijst


def test_judging_asks_an_outcome_and_a_reason_and_moves_it_to_the_others(client, geval):
    gebruik = press(geval.dienst)
    client.force_login(geval.nadia)
    adres = reverse("kwaliteit:noodknopgebruik", args=[gebruik.pk])
    opgave = {"gelezen": gebruik.versie, "oordeel": "terecht", "reden": "Nagevraagd bij de politie."}

    leeg, kort = client.post(adres, {}), client.post(adres, opgave | {"reden": "Akkoord."})
    goed = client.post(adres, opgave, follow=True)

    assert (leeg.status_code, kort.status_code) == (422, 422)
    assert "korter dan 20 tekens" in text_of(kort)
    assert "Er wacht niets op u" in text_of(goed)
    assert "De noodknop was nodig" in text_of(client.get(LIJST, {"stand": "beoordeeld"}))
    nog_eens = client.post(adres, opgave | {"reden": "Nagevraagd bij het ziekenhuis."})
    assert nog_eens.status_code == 409
    assert "Een collega was net voor" in text_of(nog_eens)
    assert "Nagevraagd bij het ziekenhuis." in text_of(nog_eens)


def test_review_shows_what_was_read_and_leaves_no_trace_of_the_looking(client, geval):
    gebruik = press(geval.dienst)
    client.force_login(geval.dienst)
    client.get(gezin_of(geval))
    client.force_login(geval.nadia)

    pagina = text_of(client.get(reverse("kwaliteit:noodknopgebruik", args=[gebruik.pk])))

    assert "heeft gekeken" in pagina
    with as_eigenaar():
        gekeken = Logregel.objects.filter(gebruiker_id=geval.nadia.pk, gebeurtenis="bekeken")
        assert {regel.onderdeel for regel in gekeken} == {"toezicht"}


@pytest.mark.parametrize(("dagen", "is_te_laat"), [(7, False), (8, True)])
def test_list_says_when_seven_days_have_passed(client, geval, settings, dagen, is_te_laat):
    press(geval.dienst)
    settings.VANDAAG = DAG + timedelta(days=dagen)
    client.force_login(geval.nadia)

    assert ("te laat" in text_of(client.get(LIJST))) is is_te_laat


@pytest.mark.parametrize("stand", ["", "beoordeeld"])
def test_reading_the_list_is_looking_at_who_was_looked_for(client, geval, stand):
    NoodknopFactory(persoon=geval.noor, gebruiker_id=geval.dienst.pk)
    client.force_login(geval.nadia)

    client.get(reverse("kwaliteit:noodknoppen"), {"stand": stand})

    with as_eigenaar():
        regels = Logregel.objects.filter(gebeurtenis="bekeken", gebruiker_id=geval.nadia.pk)
        seen = [(regel.persoon_id, regel.onderdeel) for regel in regels]
    assert seen == ([] if stand else [(geval.noor.pk, "toezicht")])


def test_list_costs_the_same_for_few_and_many(client, geval, count_queries):
    client.force_login(geval.nadia)
    NoodknopFactory(persoon=geval.noor)
    few = count_queries(lambda: client.get(LIJST))
    for _ in range(20):
        NoodknopFactory(persoon=geval.noor)

    assert count_queries(lambda: client.get(LIJST)) == few
