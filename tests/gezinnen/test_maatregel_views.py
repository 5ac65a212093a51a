"""The pages about a measure: the regisseur writes it down, and the family reads calmly what it means."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Deelvraag, Maatregel
from rondetafel.kern.models import Logregel
from rondetafel.toegang.logboek import word_ground
from rondetafel.toegang.models import Band, Gebruiker
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import GebruikerFactory, MaatregelFactory, PersoonFactory
from tests.gezinnen.test_maatregel import NADIA, OTS_TOT, account, gi, measure, under_voogdij
from tests.gezinnen.wereld import DAG, Thuis
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def thuis():
    return Thuis()


def url_of(naam, thuis, *meer):
    return reverse(f"gezinnen:{naam}", args=[thuis.gezin.pk, *meer])


def text_of(answer):
    return answer.content.decode()


def answers(**anders):
    return {
        "soort": "ots",
        "instelling": str(gi().pk),
        "kenmerk": "C/03/1",
        "van": "2026-11-16",
        "tot": "2027-11-15",
        "naam": NADIA.naam,
        "email": NADIA.email,
    } | anders


def test_the_regisseur_writes_a_measure_down_from_the_page_of_the_child(client, thuis):
    client.force_login(thuis.regisseur)
    pagina = text_of(client.get(url_of("persoon", thuis, thuis.kind.pk)))
    url = url_of("maatregel_nieuw", thuis, thuis.kind.pk)
    assert "Er is geen maatregel." in pagina
    assert url in pagina

    antwoord = client.post(url, answers(), follow=True)

    assert "De maatregel is opgeschreven." in text_of(antwoord)
    assert "Andere jeugdbeschermer" in text_of(antwoord)
    with as_eigenaar():
        assert Maatregel.objects.get().stoel.naam == NADIA.naam


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        ({"tot": "2027-11-16"}, "loopt uiterlijk t/m 15 november 2027"),
        ({"tot": ""}, "Een ondertoezichtstelling heeft een laatste dag."),
        ({"soort": "voogdij", "tot": ""}, "heeft in deze dagen gezag over Noor"),
        ({"email": ""}, "Vul de naam en het mailadres allebei in"),
        ({"email": "ander@voorbeeld.example"}, "Dit adres hoort bij een ander account"),
    ],
)
def test_what_cannot_be_is_refused_with_reasons_and_keeps_what_was_typed(client, thuis, anders, tekst):
    GebruikerFactory(email="ander@voorbeeld.example")
    client.force_login(thuis.regisseur)

    antwoord = client.post(url_of("maatregel_nieuw", thuis, thuis.kind.pk), answers(**anders))

    assert antwoord.status_code == 422
    assert tekst in text_of(antwoord)
    assert 'value="C/03/1"' in text_of(antwoord)
    with as_eigenaar():
        assert not Maatregel.objects.exists()


def test_prolonging_stopping_and_handing_over_have_a_form_each(client, thuis):
    maatregel = measure(thuis)
    client.force_login(thuis.regisseur)
    rik = {"naam": "Rik Vos", "email": "rik@gi.example"}

    client.post(url_of("maatregel_toewijzen", thuis, maatregel.pk), rik)
    client.post(
        url_of("maatregel_verlengen", thuis, maatregel.pk), {"tot": "2028-11-15", "kenmerk": "C/03/2"}
    )
    with as_eigenaar():
        maatregel.refresh_from_db()
    kenmerk = {"kenmerk": "C/03/7", "gelezen": maatregel.versie}
    client.post(url_of("maatregel_kenmerk", thuis, maatregel.pk), kenmerk)
    te_laat = client.post(url_of("maatregel_kenmerk", thuis, maatregel.pk), kenmerk | {"kenmerk": "C/03/8"})

    assert te_laat.status_code == 409
    assert "Kenmerk: C/03/7" in text_of(te_laat)
    assert "Kenmerk: C/03/8" in text_of(te_laat)
    with as_eigenaar():
        eerste, tweede = Maatregel.objects.select_related("stoel").order_by("van")
    assert (eerste.kenmerk, tweede.van, tweede.stoel.naam) == ("C/03/7", date(2027, 11, 16), "Rik Vos")

    stop = url_of("maatregel_stoppen", thuis, tweede.pk)
    assert "Vul de laatste dag in." in text_of(client.post(stop, {"einde": "opgeheven"}))
    client.post(stop, {"einde": "opgeheven", "tot": "2028-01-01"})
    with as_eigenaar():
        tweede.refresh_from_db()
    assert (tweede.tot, tweede.einde) == (date(2028, 1, 1), "opgeheven")


def test_the_family_reads_why_until_when_and_that_nobody_was_asked(client, thuis):
    measure(thuis)
    client.force_login(thuis.accounts[thuis.ouders[0].pk])

    pagina = text_of(client.get(url_of("wie_leest", thuis)))

    assert "Noor heeft een ondertoezichtstelling, van 16 november 2026 t/m 15 november 2027." in pagina
    assert "De jeugdbeschermer is Nadia Tielens." in pagina
    assert "Voor dit meelezen is geen toestemming nodig" in pagina
    assert "maatregel van de kinderrechter: uitvoeren van de maatregel" in pagina
    assert reverse("gezinnen:maatregel_nieuw", args=[thuis.gezin.pk, thuis.kind.pk]) not in pagina


def test_on_a_later_day_the_measure_is_over(client, thuis):
    measure(thuis)
    client.force_login(thuis.accounts[thuis.ouders[0].pk])

    for dag, staat_er in (("2027-11-15", True), ("2027-11-16", False)):
        pagina = text_of(client.get(url_of("wie_leest", thuis), {"op": dag}))
        assert ("heeft een ondertoezichtstelling" in pagina) is staat_er


def test_a_young_person_reads_who_came_and_why(client):
    thuis = Thuis(date(2013, 5, 4))
    measure(thuis)
    client.force_login(account())
    client.get(reverse("werkplek:gezin", args=[thuis.gezin.pk]))
    client.force_login(thuis.accounts[thuis.kind.pk])

    assert "heeft een ondertoezichtstelling" in text_of(client.get(url_of("wie_leest", thuis)))
    with as_eigenaar():
        redenen = Logregel.objects.filter(gebruiker_id=account().pk, persoon_id=thuis.kind.pk)
        assert set(redenen.values_list("doel", "grond")) == {
            ("uitvoeren van de maatregel", "jeugdbeschermer:maatregel")
        }
    assert word_ground("jeugdbeschermer:maatregel") == (
        "als jeugdbeschermer, op grond van maatregel van de kinderrechter"
    )


def test_the_jeugdbeschermer_finds_the_family_sits_at_the_table_and_decides_nothing(client, thuis):
    measure(thuis)
    vraag = thuis.ask()
    client.force_login(account())

    assert "Noor" in text_of(client.get(reverse("werkplek:gezinnen")))
    assert "Oma Truus" not in text_of(client.get(reverse("werkplek:vandaag")))
    plan = text_of(client.get(reverse("werkplek:gezin", args=[thuis.gezin.pk])))
    assert "Nadia" in plan
    assert "Er wacht een vraag" not in plan
    pagina = client.get(url_of("vraag", thuis, vraag.pk))
    assert pagina.status_code == 200
    assert "Ja, dat is goed" not in text_of(pagina)
    assert client.post(url_of("vraag", thuis, vraag.pk), {"antwoord": "ja"}).status_code == 404


def test_the_voogd_says_yes_from_the_plan(client):
    thuis, _ = under_voogdij()
    vraag = thuis.ask()
    client.force_login(account())

    vandaag = text_of(client.get(reverse("werkplek:vandaag")))
    assert "Mag Oma Truus meelezen over Noor?" in vandaag
    plan = text_of(client.get(reverse("werkplek:gezin", args=[thuis.gezin.pk])))
    assert "Er wacht een vraag: mag iemand meelezen?" in plan
    client.post(url_of("vraag", thuis, vraag.pk), {"antwoord": "ja"})

    with as_eigenaar():
        assert Deelvraag.objects.get().stand == "gegeven"
        assert Band.objects.filter(grond_id=vraag.pk).exists()
    plan = text_of(client.get(reverse("werkplek:gezin", args=[thuis.gezin.pk])))
    assert "Er wacht een vraag" not in plan
    assert "Oma Truus" not in text_of(client.get(reverse("werkplek:vandaag")))
    client.post(url_of("intrekken", thuis, vraag.pk))
    with as_eigenaar():
        assert Deelvraag.objects.get().stand == "ingetrokken"


def test_a_new_account_of_the_instelling_can_be_put_into_use(thuis):
    measure(thuis)

    with as_eigenaar():
        nieuw = Gebruiker.objects.get(email=NADIA.email)
        stoel = Maatregel.objects.get().stoel
    assert (nieuw.rol, nieuw.organisatie_id) == (Rol.JEUGDBESCHERMER, gi().pk)
    assert not nieuw.has_usable_password()
    assert stoel.gebruiker_id == nieuw.pk


def test_reading_on_after_sixteen_is_not_told_as_stopping(client):
    thuis, _ = under_voogdij(date(2011, 5, 4))
    client.force_login(thuis.regisseur)

    pagina = text_of(client.get(url_of("wie_leest", thuis)))

    assert "Nadia Tielens leest niet meer over Noor." in pagina
    assert pagina.count("Nadia Tielens leest niet meer over Noor.") == 1
    assert "4 mei 2029" in pagina


def test_pages_take_as_many_queries_with_many_measures(client, thuis, count_queries):
    client.force_login(thuis.regisseur)
    measure(thuis)
    weinig = count_queries(lambda: client.get(url_of("wie_leest", thuis)))
    for _ in range(4):
        MaatregelFactory(persoon=PersoonFactory(gezin=thuis.gezin))

    assert count_queries(lambda: client.get(url_of("wie_leest", thuis))) == weinig


def test_the_tie_is_one_on_the_measure(thuis):
    maatregel = measure(thuis)

    with as_eigenaar():
        band = Band.objects.get(grond_id=maatregel.pk)
    assert (band.hoedanigheid, band.van, band.tot) == (Hoedanigheid.JEUGDBESCHERMER, DAG, OTS_TOT)
