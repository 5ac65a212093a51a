"""The screens that join rooms: who sees what, what they say when there is nothing, and their queries."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import (
    AanmeldingFactory,
    ActieFactory,
    AkkoordZorgFactory,
    BandFactory,
    BetrokkeneFactory,
    DoelFactory,
    GebruikerFactory,
    GezinsplanFactory,
    LogregelFactory,
    OverlegFactory,
    PersoonFactory,
    RegieFactory,
    TermijnFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
BUDGET = 10
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def regisseur():
    return GebruikerFactory(rol=Rol.REGISSEUR, naam="Els Habets")


def make_gezin(regisseur, **kind):
    """A family with a child, under this regisseur."""
    gezin = RegieFactory(regisseur=regisseur).gezin
    PersoonFactory(gezin=gezin, **kind)
    return gezin


def make_duty(gezin, dagen=20):
    vervalt_op = DAG + timedelta(days=dagen)
    return TermijnFactory(
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        regel="doelen-vaststellen",
        rol="regisseur",
        betreft="gezinnen.Gezin",
        betreft_id=gezin.pk,
        vervalt_op=vervalt_op,
        waarschuw_vanaf=vervalt_op - timedelta(days=7),
    )


def fill(gezin, aantal):
    """A plan, help and meetings of this size."""
    plan = GezinsplanFactory(gezin=gezin)
    for minuut in range(aantal):
        doel = DoelFactory(plan=plan)
        ActieFactory(doel=doel)
        AkkoordZorgFactory(jeugdige=PersoonFactory(gezin=gezin))
        OverlegFactory(gezin=gezin, tijd=time(9, minuut))


def text_of(response):
    return " ".join(response.content.decode().split())


def count_for(client, count_queries, pad):
    """How many queries one look takes, after the first one of this person."""
    client.get(pad)
    return count_queries(lambda: client.get(pad))


def test_start_page_takes_as_many_queries_for_many_duties_as_for_few(client, count_queries, regisseur):
    client.force_login(regisseur)
    make_duty(make_gezin(regisseur))
    few = count_for(client, count_queries, "/")
    for _ in range(30):
        make_duty(make_gezin(regisseur))

    assert count_for(client, count_queries, "/") == few <= BUDGET


@pytest.mark.parametrize("rol", [Rol.KERNTEAM, Rol.BACKOFFICE])
def test_start_page_of_who_works_by_municipality(client, count_queries, rol):
    client.force_login(GebruikerFactory(rol=rol))

    def make_some(aantal):
        for _ in range(aantal):
            een = AanmeldingFactory()
            TermijnFactory(
                gemeente_id=een.gemeente_id,
                regel="kernteam-bespreken",
                rol=rol.value,
                betreft="instroom.Aanmelding",
                betreft_id=een.pk,
            )

    make_some(2)
    few = count_for(client, count_queries, "/")
    make_some(40)

    assert count_for(client, count_queries, "/") == few <= BUDGET


def test_caseload_takes_as_many_queries_for_two_hundred_families_as_for_twenty(
    client, count_queries, regisseur
):
    client.force_login(regisseur)
    for _ in range(20):
        make_gezin(regisseur)
    pad = reverse("werkplek:gezinnen")
    few = count_for(client, count_queries, pad)
    for _ in range(180):
        make_gezin(regisseur)

    assert count_for(client, count_queries, pad) == few <= BUDGET
    assert "200 gezinnen" in text_of(client.get(pad))
    assert len(client.get(pad, {"pagina": 4}).context["pagina"]) == 50


@pytest.mark.parametrize("wie", ["regisseur", "ouder"])
def test_family_takes_as_many_queries_when_much_is_going_on(client, count_queries, regisseur, wie):
    gezin = make_gezin(regisseur)
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker
    client.force_login(regisseur if wie == "regisseur" else ouder)
    pad = reverse("werkplek:gezin", args=[gezin.pk])
    fill(gezin, 1)
    few = count_for(client, count_queries, pad)
    with as_eigenaar():
        plan = gezin.plan
    for minuut in range(20):
        ActieFactory(doel=DoelFactory(plan=plan))
        BetrokkeneFactory(gezin=gezin)
        OverlegFactory(gezin=gezin, tijd=time(10, minuut))

    assert count_for(client, count_queries, pad) == few <= BUDGET


@pytest.mark.parametrize("pagina", ["wie_keek", "logboek"])
def test_logboek_takes_as_many_queries_for_many_lines(client, count_queries, regisseur, pagina):
    gezin = make_gezin(regisseur)
    is_auditor = pagina == "logboek"
    client.force_login(GebruikerFactory(rol=Rol.AUDITOR) if is_auditor else regisseur)
    pad = reverse(f"werkplek:{pagina}", args=[] if is_auditor else [gezin.pk])
    lijn = {"gezin_id": gezin.pk, "gemeente_id": gezin.gemeente_id, "gebeurtenis": "bekeken"}
    for _ in range(20):
        LogregelFactory(**lijn)
    few = count_for(client, count_queries, pad)
    for _ in range(180):
        LogregelFactory(**lijn)

    assert count_for(client, count_queries, pad) == few <= BUDGET


@pytest.mark.parametrize("zoek", ["Vel", "vel", "Zo", "{nummer}"])
def test_search_finds_by_begin_of_name_or_number_without_an_address(client, regisseur, zoek):
    gezocht = make_gezin(regisseur, voornaam="Zoë", achternaam="Velthuis") if zoek != "Zo" else None
    gezocht = gezocht or make_gezin(regisseur, voornaam="Zoran", achternaam="Maes")
    ander = make_gezin(regisseur, voornaam="Pim", achternaam="Kool")
    client.force_login(regisseur)

    pagina = client.post(reverse("werkplek:gezinnen"), {"zoek": zoek.format(nummer=gezocht.nummer)})

    assert [een["pk"] for een in pagina.context["pagina"]] == [gezocht.pk]
    assert "?" not in pagina.request["PATH_INFO"]
    assert str(ander.pk) not in text_of(pagina)


def test_search_finds_nothing_of_others_and_says_what_to_do(client, regisseur):
    make_gezin(GebruikerFactory(rol=Rol.REGISSEUR), achternaam="Velthuis")
    client.force_login(regisseur)

    pagina = text_of(client.post(reverse("werkplek:gezinnen"), {"zoek": "Velthuis"}))

    assert "Niets gevonden" in pagina
    assert "Toon alle gezinnen" in pagina


@pytest.mark.parametrize(
    ("pad", "rol", "zin"),
    [
        ("vandaag", Rol.REGISSEUR, "Alles is bij"),
        ("vandaag", Rol.VERWIJZER, "Jeugdige aanmelden"),
        ("vandaag", Rol.BEHEERDER, "U ziet geen dossiers"),
        ("vandaag", Rol.DIRECTIE, "Naar de cijfers"),
        ("vandaag", Rol.GEZIN, "Er is nu geen plan om te lezen"),
        ("gezinnen", Rol.REGISSEUR, "Nog geen gezinnen"),
        ("logboek", Rol.AUDITOR, "Nog geen regels"),
    ],
)
def test_empty_page_says_what_to_do(client, pad, rol, zin):
    client.force_login(GebruikerFactory(rol=rol))

    assert zin in text_of(client.get(reverse(f"werkplek:{pad}")))


@pytest.mark.parametrize("rol", [Rol.VERWIJZER, Rol.BEHEERDER, Rol.DIRECTIE, Rol.REGISSEUR])
def test_logboek_is_for_the_auditor(client, rol):
    client.force_login(GebruikerFactory(rol=rol))

    assert client.get(reverse("werkplek:logboek")).status_code == 404


def test_child_of_eleven_reads_no_plan_yet(client, regisseur):
    gezin = make_gezin(regisseur, geboortedatum=date(2015, 12, 7))
    kind = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.JEUGDIGE, van=date(2027, 12, 7)).gebruiker
    client.force_login(kind)

    assert "12 jaar of ouder" in text_of(client.get("/"))
    assert client.get(reverse("werkplek:gezin", args=[gezin.pk])).status_code == 404


def test_family_without_a_plan_says_what_comes(client, regisseur):
    gezin = make_gezin(regisseur)
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker
    client.force_login(ouder)

    pagina = text_of(client.get(reverse("werkplek:gezin", args=[gezin.pk])))

    for zin in ("Het plan is nog niet begonnen", "Er zit nog niemand aan tafel", "Er loopt nu geen hulp"):
        assert zin in pagina
    assert "Plan beginnen" not in pagina


def test_parent_of_one_family_goes_straight_to_the_plan_and_of_two_chooses(client, regisseur):
    gezin = make_gezin(regisseur, voornaam="Noor")
    ouder = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.OUDER).gebruiker
    client.force_login(ouder)
    assert client.get("/")["Location"] == reverse("werkplek:gezin", args=[gezin.pk])

    tweede = make_gezin(regisseur, voornaam="Adam")
    BandFactory(gebruiker=ouder, gezin=tweede, hoedanigheid=Hoedanigheid.OUDER)

    pagina = text_of(client.get("/"))
    assert "Welk plan wilt u zien?" in pagina
    assert "Het plan van Noor" in pagina


def test_network_sees_the_plan_but_not_the_help(client, regisseur):
    gezin = make_gezin(regisseur)
    fill(gezin, 1)
    oma = BandFactory(gezin=gezin, hoedanigheid=Hoedanigheid.NETWERK).gebruiker
    client.force_login(oma)

    pagina = client.get(reverse("werkplek:gezin", args=[gezin.pk]))

    assert "Elke schooldag op tijd in de klas" in text_of(pagina)
    assert "De Linde" not in text_of(pagina)
    with as_eigenaar():
        gezien = Logregel.objects.filter(gebruiker_id=oma.pk).values_list("onderdeel", flat=True)
        assert set(gezien) == {"gezin", "plan"}


def test_stranger_gets_the_same_answer_as_for_nothing(client, regisseur):
    gezin = make_gezin(regisseur)
    client.force_login(GebruikerFactory(rol=Rol.REGISSEUR))

    for naam in ("gezin", "wie_keek"):
        assert client.get(reverse(f"werkplek:{naam}", args=[gezin.pk])).status_code == 404


def test_duty_about_help_names_the_help_and_the_child(client):
    regie = RegieFactory()
    akkoord = AkkoordZorgFactory(jeugdige=PersoonFactory(gezin=regie.gezin, voornaam="Noor"))
    TermijnFactory(
        gezin_id=regie.gezin_id,
        gemeente_id=regie.gemeente_id,
        regel="rto-houden",
        rol="regisseur",
        betreft="zorg.AkkoordZorg",
        betreft_id=akkoord.pk,
    )
    client.force_login(regie.regisseur)

    assert "Begeleiding individueel, Noor" in text_of(client.get("/"))


@pytest.mark.parametrize(
    ("dagen", "label"),
    [
        (-2, "2 dagen te laat"),
        (-1, "1 dag te laat"),
        (0, "laatste dag"),
        (1, "nog 1 dag"),
        (7, "nog 7 dagen"),
        (8, "op tijd"),
    ],
)
def test_urgency_is_said_in_words(client, regisseur, dagen, label):
    make_duty(make_gezin(regisseur), dagen)
    client.force_login(regisseur)

    assert label in text_of(client.get("/"))
