"""Who is around a family: what they give, whether they may be approached, and how it is drawn."""

from datetime import date

import pytest
from django.urls import reverse

from rondetafel.gezinnen.models import Betrokkene, Gezag, Netwerkplek, Omgevingsvraag, Stoelvraag
from rondetafel.gezinnen.tekeningen import genogram_of, kringen_of
from rondetafel.toegang.context import as_person
from rondetafel.web.tekening.familie import Stand
from tests.factories import (
    AdresFactory,
    AfschermingFactory,
    BetrokkeneFactory,
    NetwerkplekFactory,
    PersoonFactory,
    RelatieFactory,
    StoelvraagFactory,
)
from tests.gezinnen.wereld import DAG, Thuis
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


@pytest.fixture
def thuis(client):
    thuis = Thuis()
    client.force_login(thuis.regisseur)
    return thuis


def url_of(naam, thuis, *meer):
    return reverse(f"gezinnen:{naam}", args=[thuis.gezin.pk, *meer])


def text_of(answer):
    return answer.content.decode()


def somebody(**anders):
    return {
        "soort": "buren",
        "naam": "Fatma",
        "relatie": "buurvrouw",
        "organisatie": "",
        "voor": "",
        "nabijheid": "dichtbij",
        "lijn": "sterk",
        "steun_nu": ["praktisch"],
        "steun": ["praktisch", "denkkracht"],
        "vraag": "",
        "vraag_op": "",
    } | anders


def test_somebody_is_added_with_what_they_give_now_and_can_give(client, thuis):
    antwoord = client.post(url_of("netwerk_nieuw", thuis), somebody(), follow=True)

    assert "Geeft nu: iets doen, zoals oppassen of rijden" in text_of(antwoord)
    stoel = Betrokkene.objects.none()
    with as_eigenaar():
        stoel = Betrokkene.objects.get(naam="Fatma")
    url, eerste = url_of("netwerk_wijzigen", thuis, stoel.pk), somebody(gelezen=stoel.versie)
    client.post(url, eerste | {"lijn": "gespannen", "steun_nu": []})
    botst = client.post(url, eerste | {"nabijheid": "ver_weg"})
    assert botst.status_code == 409
    assert "Hoe is het contact: sterk contact" in text_of(botst)
    assert "Hoe is het contact: moeilijk contact" in text_of(botst)
    assert "Hoe dichtbij voelt het gezin deze persoon: ver weg" in text_of(botst)
    assert client.post(url, eerste | {"keuze": "hun"}).status_code == 302
    with as_eigenaar():
        plek = Netwerkplek.objects.get(betrokkene=stoel)
        assert (plek.lijn, plek.steun_nu) == ("gespannen", [])


def test_huisarts_stays_nameless_for_others_until_the_family_says_yes(client, thuis):
    huisarts = somebody(
        soort="huisarts", naam="Dokter Smeets", relatie="", vraag="contact", vraag_op="2026-11-02"
    )
    antwoord = client.post(url_of("netwerk_nieuw", thuis), huisarts, follow=True)
    assert "Dokter Smeets" in text_of(antwoord)
    assert "nog niet gezegd of er contact mag zijn met de huisarts" in text_of(antwoord)

    with as_person(thuis.accounts[thuis.ouders[0].pk], peildatum=DAG) as ouder:
        assert not Betrokkene.objects.visible_to(ouder, DAG).filter(naam__contains="Smeets").exists()
        assert not Stoelvraag.objects.exists()

    with as_eigenaar():
        vraag = Stoelvraag.objects.get()
    url = url_of("stoelvraag_antwoord", thuis, vraag.pk)
    ja = {"antwoord": "ja", "door": str(thuis.ouders[0].pk), "op": "2026-11-05"}
    assert "Deze dag ligt voor de dag van de vraag." in text_of(client.post(url, ja | {"op": "2026-11-01"}))
    antwoord = client.post(url, ja, follow=True)

    assert "zei ja op 5 november 2026" in text_of(antwoord)
    assert client.post(url, ja).status_code == 404
    with as_eigenaar():
        assert Betrokkene.objects.get(pk=vraag.betrokkene_id).naam == "Dokter Smeets"


def test_who_stands_there_already_is_shown_before_a_second_is_made(client, thuis):
    BetrokkeneFactory(gezin=thuis.gezin, groep="netwerk", naam="Fátma Yildiz", relatie="buurvrouw")
    url = url_of("netwerk_nieuw", thuis)

    eerst = client.post(url, somebody(naam="Fatma Yildiz"))

    assert eerst.status_code == 422
    assert "Fátma Yildiz staat al in dit gezin, als buurvrouw." in text_of(eerst)
    assert 'value="Fatma Yildiz"' in text_of(eerst)
    # The path above the page and the way back at the end both lead to all of them.
    assert text_of(eerst).count(f'href="{url_of("netwerk", thuis)}"') == 2
    lid = client.post(url, somebody(naam=str(thuis.kind)))
    assert f"{thuis.kind} staat al in gezin" in text_of(lid)
    assert client.post(url, somebody(naam="Fatma Yildiz", toch="ja")).status_code == 302
    with as_eigenaar():
        assert Betrokkene.objects.filter(naam__endswith="tma Yildiz").count() == 2


def test_that_a_doctor_has_a_name_is_not_a_question_and_no_yes(client, thuis):
    huisarts = somebody(soort="huisarts", naam="Dokter Smeets", relatie="")

    antwoord = client.post(url_of("netwerk_nieuw", thuis), huisarts, follow=True)

    assert "Contact opnemen: nog niet gevraagd" in text_of(antwoord)
    assert "Er is nog niet gevraagd of er contact mag zijn met de huisarts." in text_of(antwoord)
    with as_eigenaar():
        vraag = Stoelvraag.objects.get()
        assert (vraag.gevraagd_op, vraag.is_ja, vraag.betrokkene.naam) == (None, None, "")
    assert client.get(url_of("stoelvraag_antwoord", thuis, vraag.pk)).status_code == 404

    url = url_of("stoelvraag_nieuw", thuis, vraag.betrokkene_id)
    antwoord = client.post(url, {"doel": "contact", "gevraagd_op": "2026-11-02"}, follow=True)

    assert "gevraagd op 2 november 2026, nog geen antwoord" in text_of(antwoord)
    with as_eigenaar():
        assert Stoelvraag.objects.get().naam == "Dokter Smeets"


def test_a_named_chair_that_turns_out_to_be_the_doctor_has_no_consent(client, thuis):
    arts = BetrokkeneFactory(gezin=thuis.gezin, groep="beroep", naam="Dokter Smeets", relatie="huisarts")
    client.post(url_of("netwerk_wijzigen", thuis, arts.pk), somebody(soort="huisarts", gelezen=arts.versie))

    assert "Er is nog niet gevraagd" in text_of(client.get(url_of("netwerk", thuis)))


def test_only_who_decides_answers_about_a_chair(client, thuis):
    vraag = StoelvraagFactory(betrokkene=thuis.oma, doel="uitnodigen", gevraagd_op=date(2026, 11, 2))
    with as_eigenaar():
        Gezag.objects.filter(pk=thuis.gezag[1].pk).update(van=date(2026, 11, 10))
    url = url_of("stoelvraag_antwoord", thuis, vraag.pk)
    antwoord = {"antwoord": "ja", "op": "2026-11-09"}

    kind = client.post(url, antwoord | {"door": str(thuis.kind.pk)})
    te_vroeg = client.post(url, antwoord | {"door": str(thuis.ouders[1].pk)})

    assert kind.status_code == te_vroeg.status_code == 422
    assert "Op die dag besliste deze persoon hier nog niet over." in text_of(te_vroeg)
    assert client.post(url, antwoord | {"door": str(thuis.ouders[0].pk)}).status_code == 302


def test_asking_twice_is_refused_and_nobody_is_an_answer(client, thuis):
    url = url_of("stoelvraag_nieuw", thuis, thuis.oma.pk)
    vraag = {"doel": "uitnodigen", "gevraagd_op": "2026-11-02"}
    client.post(url, vraag)
    assert "Deze vraag staat er al" in text_of(client.post(url, vraag))

    antwoord = client.post(url_of("niemand", thuis), {"soort": "sport"}, follow=True)
    assert "Gevraagd, en er is niemand: sportclub" in text_of(antwoord)
    assert client.post(url_of("niemand", thuis), {"soort": "x"}).status_code == 400
    with as_eigenaar():
        assert Omgevingsvraag.objects.get().soort == "sport"


def test_drawings_hold_the_family_and_the_network(client, thuis):
    moeder, vader = thuis.ouders
    for ouder in thuis.ouders:
        RelatieFactory(persoon=thuis.kind, met=ouder)
    RelatieFactory(
        persoon=moeder, met=vader, soort="partner", vorm="gehuwd", einde="gescheiden", tot=date(2024, 1, 1)
    )
    RelatieFactory(persoon=moeder, met=None, met_stoel=thuis.oma)
    PersoonFactory(gezin=thuis.gezin, voornaam="Baby", geboortedatum=None, verwacht_op=date(2027, 1, 3))
    NetwerkplekFactory(betrokkene=thuis.oma, nabijheid="dichtbij", steun_nu=["praktisch"])

    pagina = text_of(client.get(url_of("tekeningen", thuis)))

    assert "Oma Truus" in pagina
    with as_person(thuis.regisseur, peildatum=DAG) as wie:
        genogram, kringen = genogram_of(thuis.gezin.pk, wie, DAG), kringen_of(thuis.gezin.pk, wie, DAG)
    assert [paar.stand for paar in genogram.paren] == [Stand.GESCHEIDEN]
    assert {kind.kind for kind in genogram.kinderen} == {str(thuis.kind.pk), str(moeder.pk)}
    assert [(een.kort, een.letters) for een in kringen.contacten] == [("Oma Truus", "P")]


def test_what_is_hidden_is_not_in_a_drawing(thuis):
    moeder, vader = thuis.ouders
    for wie in (thuis.kind, moeder):
        AdresFactory(persoon=wie)
    nieuw = BetrokkeneFactory(
        gezin=thuis.gezin, naam="Kees", relatie="partner", aard="partner", hoort_bij=moeder
    )
    RelatieFactory(persoon=moeder, met=None, met_stoel=nieuw, soort="partner", vorm="samen")
    NetwerkplekFactory(betrokkene=nieuw)
    StoelvraagFactory(betrokkene=nieuw)
    AfschermingFactory(beschermd=moeder, voor_persoon=vader, wat=["partner"])

    def drawn(account):
        with as_person(account, peildatum=DAG) as wie:
            genogram, kringen = genogram_of(thuis.gezin.pk, wie, DAG), kringen_of(thuis.gezin.pk, wie, DAG)
        return len(genogram.leden), len(genogram.paren), len(genogram.huishoudens), len(kringen.contacten)

    # Three of the family, Kees beside them; their house for who reads addresses.
    assert drawn(thuis.regisseur) == (4, 1, 1, 2)
    assert drawn(thuis.accounts[vader.pk]) == (3, 0, 0, 1)


@pytest.mark.parametrize("naam", ["netwerk", "tekeningen"])
def test_pages_take_as_many_queries_for_many_as_for_few(client, thuis, count_queries, naam):
    def visit():
        assert client.get(url_of(naam, thuis)).status_code == 200

    few = count_queries(visit)
    for _ in range(15):
        plek = NetwerkplekFactory(betrokkene__gezin=thuis.gezin)
        StoelvraagFactory(betrokkene=plek.betrokkene)
        RelatieFactory(persoon=thuis.kind, met=None, met_stoel=plek.betrokkene, vorm="pleeg")
    assert count_queries(visit) == few <= 10
