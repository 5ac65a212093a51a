"""The data of a family: who belongs to it, where they live and who has gezag, with what was before."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from rondetafel.gezinnen.models import Adres, Betrokkene, Burgerservicenummer, Gezag, Persoon, Relatie
from rondetafel.kern.bsn import decrypt_bsn
from rondetafel.kern.models import Logregel
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from tests.factories import (
    AdresFactory,
    AfschermingFactory,
    BetrokkeneFactory,
    BurgerservicenummerFactory,
    GezagFactory,
    PersoonFactory,
    RelatieFactory,
)
from tests.gezinnen.wereld import Thuis
from tests.rollen import as_eigenaar
from tests.toegang.deur.test_bevestigen import be

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
BSN = "999990019"


@pytest.fixture
def thuis(client):
    thuis = Thuis()
    client.force_login(thuis.regisseur)
    return thuis


def url_of(naam, thuis, *meer):
    return reverse(f"gezinnen:{naam}", args=[thuis.gezin.pk, *meer])


def text_of(answer):
    return answer.content.decode()


def person(**anders):
    return {
        "rol": "kind",
        "voornaam": "Ö",
        "tussenvoegsel": "",
        "achternaam": "x" * 200,
        "geslacht": "O",
        "dag": "",
        "maand": "",
        "jaar": "2014",
        "verwacht_op": "",
        "overleden_op": "",
        "taal": "Tigrinya",
        "tolk": "ja",
        "geen_bsn": "aangevraagd",
    } | anders


def home(thuis, *personen, **anders):
    return {
        "personen": [str(een.pk) for een in personen],
        "soort": "brp",
        "verblijf": "",
        "straat": "Dorpstraat",
        "huisnummer": "1a",
        "postcode": "6411aa",
        "plaats": "Heerlen",
        "woongemeente": "Heerlen",
        "geheim": "nee",
        "van": "2026-11-01",
    } | anders


def test_somebody_of_whom_little_is_known_can_be_added(client, thuis):
    antwoord = client.post(url_of("persoon_nieuw", thuis), person(relatie="broertje"), follow=True)

    assert "11 of 12 jaar" in text_of(antwoord)
    with as_eigenaar():
        nieuw = Persoon.objects.get(voornaam="Ö")
        assert (nieuw.geboortejaar, nieuw.geboortedatum, nieuw.tolk) == (2014, None, "ja")
        assert Betrokkene.objects.get(persoon=nieuw).relatie == "broertje"
        assert Logregel.objects.get(gebeurtenis="persoon_toegevoegd").betreft_id == nieuw.pk


def test_a_baby_is_expected_and_then_born(client, thuis):
    verwacht = person(jaar="", verwacht_op="2027-01-03", geen_bsn="ongeboren", achternaam="")
    antwoord = client.post(url_of("persoon_nieuw", thuis), verwacht, follow=True)
    assert "nog niet geboren, verwacht op 3 januari 2027" in text_of(antwoord)
    with as_eigenaar():
        baby = Persoon.objects.get(voornaam="Ö")

    geboren = person(dag="15", maand="11", jaar="2026", gelezen=baby.versie, achternaam="")
    antwoord = client.post(url_of("persoon_wijzigen", thuis, baby.pk), geboren, follow=True)

    assert "0 jaar" in text_of(antwoord)


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"dag": "31", "maand": "2"}, "Deze dag bestaat niet in deze maand."),
        ({"dag": "3"}, "Kies ook de maand, of laat de dag leeg."),
        ({"maand": "3", "jaar": ""}, "Vul ook het jaar in."),
        ({"jaar": "2027"}, "De geboortedatum ligt na vandaag."),
        ({"taal": ""}, "Vul in welke taal de tolk moet spreken."),
        ({"bsn": "123456789"}, "Dit is geen geldig BSN."),
        ({"bsn": "999990007"}, "Dit BSN is al in gebruik."),
    ],
)
def test_what_cannot_be_keeps_what_was_typed(client, thuis, anders, tekst):
    BurgerservicenummerFactory()

    antwoord = client.post(url_of("persoon_nieuw", thuis), person(**anders))

    assert antwoord.status_code == 422
    assert tekst in text_of(antwoord)
    assert 'value="Ö"' in text_of(antwoord)
    with as_eigenaar():
        assert not Persoon.objects.filter(voornaam="Ö").exists()


def test_who_looks_like_somebody_is_added_only_by_who_looked(client, thuis):
    PersoonFactory(voornaam="Zoe", achternaam="de Wit", geboortedatum=date(2014, 3, 2))
    PersoonFactory(gezin=thuis.gezin, voornaam="Zoe", achternaam="de Witt", geboortedatum=date(2014, 3, 2))
    zoe = person(voornaam="Zoë", achternaam="de Wit", dag="2", maand="3")
    url = url_of("persoon_nieuw", thuis)

    antwoord = client.post(url, zoe)

    # Of a family that this regisseur may not see nothing is told.
    assert text_of(antwoord).count("dezelfde geboortedatum") == 1
    assert f"Zoe de Witt staat al in gezin {thuis.gezin.nummer:04d}" in text_of(antwoord)
    client.post(url, zoe | {"toch": "ja"})
    with as_eigenaar():
        assert Persoon.objects.filter(voornaam="Zoë").count() == 1


def test_bsn_is_kept_encrypted_and_never_shown(client, thuis):
    url = url_of("bsn", thuis, thuis.kind.pk)
    for nummer in ("999990007", BSN):
        antwoord = client.post(url, {"bsn": nummer}, follow=True)
        assert nummer not in text_of(antwoord)
    assert BSN not in text_of(client.get(url))
    with as_eigenaar():
        assert decrypt_bsn(Burgerservicenummer.objects.get(persoon=thuis.kind).versleuteld) == BSN


def test_who_saved_first_is_told_and_nothing_is_lost(client, thuis):
    url = url_of("persoon_wijzigen", thuis, thuis.kind.pk)
    eerste = person(voornaam="Noortje", gelezen=thuis.kind.versie)

    client.post(url, eerste)
    antwoord = client.post(url, eerste | {"voornaam": "Nora"})

    assert antwoord.status_code == 409
    assert "was u net voor" in text_of(antwoord)
    assert "Voornaam: Nora" in text_of(antwoord)
    assert "Voornaam: Noortje" in text_of(antwoord)
    assert 'value="Nora"' in text_of(antwoord)
    gelezen = antwoord.context["form"]["gelezen"].value()
    hun = client.post(url, eerste | {"voornaam": "Nora", "gelezen": gelezen, "keuze": "hun"}, follow=True)
    assert "De andere tekst is gebleven." in text_of(hun)
    with as_eigenaar():
        assert str(Betrokkene.objects.get(persoon=thuis.kind)).startswith("Noortje")
    client.post(url, eerste | {"voornaam": "Nora", "gelezen": gelezen, "keuze": "mijn"})
    with as_eigenaar():
        assert Persoon.objects.get(pk=thuis.kind.pk).voornaam == "Nora"


def test_moving_ends_the_old_address_the_day_before_and_both_can_be_read(client, thuis):
    moeder = thuis.ouders[0]
    for een in (thuis.kind, moeder):
        AdresFactory(persoon=een, woongemeente="Landgraaf")

    antwoord = client.post(url_of("verhuizen", thuis), home(thuis, thuis.kind, moeder), follow=True)

    assert "Dorpstraat 1a, Heerlen" in text_of(antwoord)
    toen = text_of(client.get(url_of("basis", thuis), {"op": "2026-10-31"}))
    assert "Dorpstraat" not in toen
    assert "<strong>Landgraaf</strong> sinds 1 januari 2022" in toen
    with as_eigenaar():
        rijen = Adres.objects.filter(persoon=moeder).order_by("van").values_list("van", "tot")
        assert list(rijen) == [(date(2020, 1, 1), date(2026, 10, 31)), (date(2026, 11, 1), None)]


def test_a_child_has_two_households_and_no_two_homes_of_a_kind(client, thuis):
    AdresFactory(persoon=thuis.kind, woongemeente="Landgraaf")
    bij_vader = home(thuis, thuis.kind, soort="verblijf", verblijf="anders")

    client.post(url_of("verhuizen", thuis), bij_vader)
    zonder = client.post(url_of("verhuizen", thuis), bij_vader | {"verblijf": ""})
    eerder = client.post(url_of("verhuizen", thuis), home(thuis, thuis.kind, van="2019-12-31"))

    assert "Er staat niet wat voor verblijf dit is." in text_of(zonder)
    assert "er staat al zo’n adres vanaf deze dag of later" in text_of(eerder)
    pagina = text_of(client.get(url_of("basis", thuis)))
    assert "Lindelaan 12, Landgraaf" in pagina
    assert "Dorpstraat 1a, Heerlen" in pagina
    with as_eigenaar(), pytest.raises(IntegrityError), transaction.atomic():
        AdresFactory(persoon=thuis.kind)


def test_an_address_stops_or_never_was(client, thuis):
    adres = AdresFactory(persoon=thuis.kind)
    url = url_of("adres_stoppen", thuis, adres.pk)

    assert "Deze dag ligt voor de eerste dag" in text_of(
        client.post(url, {"waarom": "weg", "tot": "2019-12-31"})
    )
    client.post(url, {"waarom": "fout"})

    assert "Lindelaan" not in text_of(client.get(url_of("basis", thuis)))
    # What never held is in nobody's way.
    client.post(url_of("verhuizen", thuis), home(thuis, thuis.kind, van="2020-01-01"))
    with as_eigenaar():
        assert Adres.objects.filter(persoon=thuis.kind).count() == 2


def test_the_gemeente_of_an_address_is_filled_in_and_the_page_says_who_is_responsible(client, thuis):
    adres = AdresFactory(persoon=thuis.kind)
    assert "Niet te bepalen." in text_of(client.get(url_of("basis", thuis)))
    plek = {"straat": "Lindelaan", "huisnummer": "12", "postcode": "6371AA", "plaats": "Landgraaf"}
    url = url_of("adres_wijzigen", thuis, adres.pk)

    goed = plek | {"woongemeente": "Landgraaf", "gelezen": adres.versie}
    antwoord = client.post(url, goed, follow=True)

    assert "<strong>Landgraaf</strong> sinds 1 januari 2022" in text_of(antwoord)
    assert client.post(url, goed).status_code == 302, "the same saved twice is nothing to choose about"
    anders = client.post(url, goed | {"straat": "Esdoornlaan"})
    assert anders.status_code == 409
    assert "Straat: Esdoornlaan" in text_of(anders)
    assert "Straat: Lindelaan" in text_of(anders)


def test_a_secret_address_is_not_written_out(client, thuis):
    AdresFactory(persoon=thuis.kind, geheim="onbekend")

    pagina = text_of(client.get(url_of("basis", thuis)))

    assert "geheim adres" in pagina
    assert "Lindelaan" not in pagina


@pytest.mark.parametrize(("geheim", "vraagt"), [("ja", True), ("onbekend", True), ("nee", False)])
def test_a_secret_address_is_put_right_after_a_proof_and_that_is_written_down(client, thuis, geheim, vraagt):
    adres = AdresFactory(persoon=thuis.kind, geheim=geheim)
    url = url_of("adres_wijzigen", thuis, adres.pk)

    be(client, thuis.regisseur, minutes=10)
    oud = client.get(url)
    be(client, thuis.regisseur, minutes=4)
    vers = client.get(url)

    assert (oud.status_code == 302, "Lindelaan" in text_of(oud)) == (vraagt, not vraagt)
    assert "Lindelaan" in text_of(vers)
    with as_eigenaar():
        assert Logregel.objects.filter(gebeurtenis="adres_onthuld").exists() is vraagt


def test_gezag_is_looked_up_and_changes_who_reads(client, thuis):
    vader = thuis.ouders[1]
    vader_leest = {"gebruiker": thuis.accounts[vader.pk], "persoon_id": thuis.kind.pk}
    gezag = thuis.gezag[1]
    nakijken = url_of("gezag_nakijken", thuis, gezag.pk)
    antwoorden = {"volwassene": vader.pk, "van": "2016-05-04", "bewijs": "register", "gelezen": gezag.versie}

    pagina = client.post(nakijken, antwoorden | {"soort": "alleen"})
    assert "heeft in deze dagen ook gezag. Dan is het niet alleen." in text_of(pagina)
    pagina = client.post(nakijken, antwoorden | {"soort": "geen"}, follow=True)

    assert "nagekeken op 16 november 2026 · het gezagsregister" in text_of(pagina)
    with as_eigenaar():
        gezag.refresh_from_db()
        assert gezag.gecontroleerd_door_id == thuis.regisseur.pk
        assert not Band.objects.filter(tot__isnull=True, **vader_leest).exists()
        assert not Band.objects.filter(tot__gte=date(2026, 11, 16), **vader_leest).exists()


def test_gezag_is_added_with_a_suggestion_from_erkenning(client, thuis):
    baby = PersoonFactory(gezin=thuis.gezin, voornaam="Mila", geboortedatum=date(2023, 2, 1))
    vader = thuis.ouders[1]
    with as_eigenaar():
        Persoon.objects.filter(pk=vader.pk).update(geslacht="M")
    met = f"persoon:{vader.pk}"
    relatie = {"vorm": "geboorte", "met": met, "erkend_op": "2023-01-01"}

    antwoord = client.post(url_of("relatie_nieuw", thuis, baby.pk), relatie, follow=True)
    assert "Erkend op 1 januari 2023: samen gezag" in text_of(antwoord)
    dubbel = client.post(url_of("relatie_nieuw", thuis, baby.pk), relatie)
    assert "Dit staat er al" in text_of(dubbel)

    gezag = {"volwassene": vader.pk, "soort": "samen", "van": "2023-02-01", "bewijs": "verteld"}
    antwoord = client.post(url_of("gezag_nieuw", thuis, baby.pk), gezag, follow=True)
    assert "Erkend op 1 januari 2023: samen gezag" not in text_of(antwoord)
    with as_eigenaar():
        assert Gezag.objects.get(kind=baby).gecontroleerd_op is None


def test_partners_part_and_a_hidden_partner_is_nowhere(client, thuis):
    moeder, vader = thuis.ouders
    stoel = BetrokkeneFactory(gezin=thuis.gezin, naam="Kees", aard="partner", hoort_bij=moeder)
    client.post(url_of("relatie_nieuw", thuis, moeder.pk), {"vorm": "samen", "met": f"stoel:{stoel.pk}"})
    gehuwd = RelatieFactory(persoon=moeder, met=vader, soort="partner", vorm="gehuwd", van=date(2010, 1, 1))
    AfschermingFactory(beschermd=moeder, voor_persoon=vader, wat=["partner"])

    url = url_of("relatie_stoppen", thuis, gehuwd.pk)
    assert "Vul de laatste dag in." in text_of(client.post(url, {"einde": "gescheiden"}))
    antwoord = client.post(url, {"einde": "gescheiden", "tot": "2024-01-01"}, follow=True)

    assert "gescheiden op 1 januari 2024" in text_of(antwoord)
    assert "Kees" in text_of(antwoord)
    with as_person(thuis.accounts[vader.pk], peildatum=date(2026, 11, 16)) as wie:
        assert not Relatie.objects.visible_to(wie, date(2026, 11, 16)).exists()
        assert not Relatie.objects.exists()


def test_page_takes_as_many_queries_for_many_as_for_few(client, thuis, count_queries):
    def visit():
        assert client.get(url_of("basis", thuis)).status_code == 200

    few = count_queries(visit)
    for _ in range(15):
        kind = PersoonFactory(gezin=thuis.gezin)
        GezagFactory(kind=kind)
        AdresFactory(persoon=kind)
        RelatieFactory(persoon=kind)
    assert count_queries(visit) == few <= 10


def test_the_parents_of_an_adult_stand_there_and_what_cannot_be_is_refused(client, thuis):
    moeder, vader = thuis.ouders
    oma = PersoonFactory(gezin=thuis.gezin, voornaam="Truus", rol="anders", geboortedatum=date(1950, 1, 1))
    leeg = {"van": "", "erkend_op": ""}

    def parent(kind, ouder, vorm="geboorte"):
        url = url_of("relatie_nieuw", thuis, kind.pk)
        return text_of(client.post(url, leeg | {"vorm": vorm, "met": f"persoon:{ouder.pk}"}, follow=True))

    assert "Dit is opgeschreven." in parent(moeder, oma)
    assert "ouder bij de geboorte" in text_of(client.get(url_of("basis", thuis)))
    parent(thuis.kind, moeder)
    assert "is zelf een kind of kleinkind van Truus" in parent(oma, thuis.kind)
    parent(thuis.kind, vader)
    assert "heeft al twee ouders" in parent(thuis.kind, oma)
    assert "Dit is opgeschreven." in parent(thuis.kind, oma, "stief")
    with as_eigenaar():
        assert Relatie.objects.filter(soort="ouder").count() == 4


def test_a_day_that_is_past_knows_nothing_of_what_came_after_it(client, thuis):
    moeder, vader = thuis.ouders
    AdresFactory(persoon=thuis.kind, straat="Lindelaan", van=date(2020, 1, 1), tot=date(2024, 6, 30))
    AdresFactory(persoon=thuis.kind, straat="Dorpstraat", van=date(2024, 7, 1))
    RelatieFactory(
        persoon=moeder,
        met=vader,
        soort="partner",
        vorm="gehuwd",
        einde="gescheiden",
        van=date(2015, 1, 1),
        tot=date(2024, 6, 30),
    )

    def on(dag):
        return text_of(client.get(url_of("basis", thuis), {"op": dag}))

    laatste, eerste, ervoor = on("2024-06-30"), on("2024-07-01"), on("2014-12-31")
    assert "vanaf 1 januari 2020 tot en met 30 juni 2024" in laatste
    assert "Dorpstraat" not in laatste
    assert "1 januari 2020 tot en met 30 juni 2024" in eerste
    assert "Dorpstraat" in eerste
    assert "gescheiden op 30 juni 2024" in laatste
    assert "gescheiden" not in on("2024-06-29")
    assert "getrouwd" in on("2024-06-29")
    assert "getrouwd" not in ervoor
    assert "Er staat nog niet wie gezag heeft." in ervoor
