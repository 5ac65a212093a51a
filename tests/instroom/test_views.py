"""The pages of the walk: who gets them, what they say, what they keep when something is refused."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.instroom.models import Aanmelding, Stand, Triage
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    HEERLEN,
    AanmeldingFactory,
    BandFactory,
    GebruikerFactory,
    GemeenteFactory,
    GezinFactory,
    PersoonFactory,
)
from tests.instroom.opgaven import AANMELDFORM, DOSSIERFORM, FEITENFORM, TRIAGEFORM
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


def come_as(client, rol, **feiten):
    gebruiker = GebruikerFactory(rol=rol, **feiten)
    client.force_login(gebruiker)
    return gebruiker


def at_kernteam():
    gezin = GezinFactory()
    return AanmeldingFactory(
        gezin=gezin,
        jeugdige=PersoonFactory(gezin=gezin),
        gemeente=gezin.gemeente,
        stand=Stand.INSTROOM,
        doorgestuurd_op=DAG,
    )


@pytest.mark.parametrize(
    ("naam", "rollen"),
    [
        ("aanmeldingen", {Rol.VERWIJZER, Rol.BACKOFFICE, Rol.KERNTEAM}),
        ("nieuw", {Rol.VERWIJZER}),
        ("aanmelding", {Rol.BACKOFFICE, Rol.KERNTEAM}),
        ("ontvangen", set()),
        ("vraag", {Rol.BACKOFFICE}),
        ("antwoord", {Rol.BACKOFFICE}),
        ("dossier", {Rol.BACKOFFICE}),
        ("triage", {Rol.KERNTEAM}),
    ],
)
@pytest.mark.parametrize("rol", Rol)
def test_page_is_for_these_rollen(client, naam, rollen, rol):
    aanmelding = at_kernteam()
    come_as(client, rol)

    url = reverse(f"instroom:{naam}", args=[] if naam in ("aanmeldingen", "nieuw") else [aanmelding.pk])

    assert client.get(url).status_code == (200 if rol in rollen else 404)


def test_regisseur_of_the_family_reads_the_aanmelding(client):
    aanmelding = at_kernteam()
    regisseur = come_as(client, Rol.REGISSEUR)
    BandFactory(gebruiker=regisseur, gezin=aanmelding.gezin, hoedanigheid="regisseur")

    assert client.get(reverse("instroom:aanmelding", args=[aanmelding.pk])).status_code == 200


def test_verwijzer_registers_and_reads_what_happens_now(client):
    GemeenteFactory()
    come_as(client, Rol.VERWIJZER, functie="huisarts")

    assert "huisarts" in client.get(reverse("instroom:nieuw")).content.decode()
    page = client.post(reverse("instroom:nieuw"), AANMELDFORM, follow=True)

    with as_eigenaar():
        aanmelding = Aanmelding.objects.get()
    assert page.redirect_chain == [(reverse("instroom:ontvangen", args=[aanmelding.pk]), 302)]
    text = page.content.decode()
    assert "ma 23 nov" in text
    assert "ma 30 nov" in text
    assert "4.1 Doorlooptijd start hulp jeugdigen" in text


def test_mistakes_of_child_and_parent_show_at_once_and_answers_stay(client):
    GemeenteFactory()
    come_as(client, Rol.VERWIJZER)

    fout = AANMELDFORM | {"geboortedatum": "04-05-2030", "ouder-0-relatie": ""}
    page = client.post(reverse("instroom:nieuw"), fout)

    text = page.content.decode()
    assert page.status_code == 422
    assert "Deze dag is nog niet geweest." in text
    assert text.count("Dit veld is verplicht.") >= 1
    assert "Noor durft niet meer naar school." in text


def test_another_municipality_is_refused_with_a_way_on(client):
    GemeenteFactory()
    come_as(client, Rol.VERWIJZER)

    elders = AANMELDFORM | {"gemeente": "elders", "andere_gemeente": "Kerkrade"}
    page = client.post(reverse("instroom:nieuw"), elders)

    text = page.content.decode()
    assert page.status_code == 422
    assert "JENS werkt niet voor de gemeente Kerkrade." in text
    assert "Noor durft niet meer naar school." in text


def test_second_parent_is_kept_too(client):
    GemeenteFactory()
    come_as(client, Rol.VERWIJZER)

    peter = {"voornaam": "Peter", "achternaam": "Janssen", "relatie": "vader", "has_gezag": "onbekend"}
    client.post(reverse("instroom:nieuw"), AANMELDFORM | {f"ouder-1-{veld}": w for veld, w in peter.items()})

    with as_eigenaar():
        assert [ouder["voornaam"] for ouder in Aanmelding.objects.get().ouders] == ["Esther", "Peter"]


def test_verwijzer_reads_the_stand_in_words_and_no_other_aanmelding(client):
    verwijzer = come_as(client, Rol.VERWIJZER)
    AanmeldingFactory(verwijzer=verwijzer, voornaam="Tim")
    AanmeldingFactory(voornaam="Lisa", gemeente=GemeenteFactory())

    text = client.get(reverse("instroom:aanmeldingen")).content.decode()

    assert "De backoffice maakt het dossier." in text
    assert "Tim" in text
    assert "Lisa" not in text


def test_list_is_filtered_and_of_own_municipalities(client):
    AanmeldingFactory(voornaam="Tim")
    AanmeldingFactory(voornaam="Jasmijn", stand=Stand.WACHT, informatievraag="Wie?", gevraagd_op=DAG)
    AanmeldingFactory(voornaam="Lisa", gemeente=GemeenteFactory(code=HEERLEN))
    come_as(client, Rol.BACKOFFICE)

    text = client.get(reverse("instroom:aanmeldingen"), {"stand": "nieuw"}).content.decode()

    assert "Tim" in text
    assert "Jasmijn" not in text
    assert "Lisa" not in text


def test_list_says_what_is_due_and_begins_with_acute(client):
    rustig = AanmeldingFactory(voornaam="Tim")
    with as_eigenaar():
        Termijn.objects.create(
            regel="dossier-doorsturen",
            rol="toegang",
            gemeente_id=rustig.gemeente_id,
            betreft="instroom.Aanmelding",
            betreft_id=rustig.pk,
            vanaf=rustig.ontvangen_op,
            vervalt_op=date(2026, 11, 13),
            waarschuw_vanaf=date(2026, 11, 12),
        )
    AanmeldingFactory(voornaam="Jasmijn", is_acuut=True)
    come_as(client, Rol.BACKOFFICE)

    text = client.get(reverse("instroom:aanmeldingen")).content.decode()

    assert "3 dagen te laat" in text
    assert text.index("Jasmijn") < text.index("Tim")


def test_list_takes_as_many_queries_for_forty_as_for_one(client, count_queries):
    come_as(client, Rol.BACKOFFICE)
    url = reverse("instroom:aanmeldingen")
    AanmeldingFactory()
    one = count_queries(lambda: client.get(url))
    AanmeldingFactory.create_batch(39)

    assert count_queries(lambda: client.get(url)) == one
    assert one <= 10


def test_looking_is_written_down(client):
    aanmelding = at_kernteam()
    kernteam = come_as(client, Rol.KERNTEAM)

    client.get(reverse("instroom:aanmelding", args=[aanmelding.pk]))

    with as_eigenaar():
        regel = Logregel.objects.get(gebeurtenis="bekeken")
    assert (regel.gebruiker_id, regel.gezin_id, regel.onderdeel) == (
        kernteam.pk,
        aanmelding.gezin_id,
        "aanmelding",
    )


def test_question_is_asked_and_answered(client):
    aanmelding = AanmeldingFactory()
    come_as(client, Rol.BACKOFFICE)
    args = [aanmelding.pk]

    page = client.post(reverse("instroom:vraag", args=args), {"vraag": "Wie heeft gezag?"}, follow=True)
    assert "Wie heeft gezag?" in page.content.decode()
    assert "De klok staat stil tot het antwoord er is." in page.content.decode()
    page = client.post(reverse("instroom:antwoord", args=args), {"antwoord": "Moeder."}, follow=True)
    assert "Moeder." in page.content.decode()

    again = client.post(reverse("instroom:antwoord", args=args), {"antwoord": "Moeder."})
    assert again.status_code == 422
    assert "De aanmelding staat nu op: nieuw" in again.content.decode()


def test_backoffice_makes_the_dossier(client):
    aanmelding = AanmeldingFactory()
    come_as(client, Rol.BACKOFFICE)

    page = client.post(reverse("instroom:dossier", args=[aanmelding.pk]), DOSSIERFORM, follow=True)

    assert "ligt bij het kernteam" in page.content.decode()
    assert "Waarom kon het dossier door?" in page.content.decode()
    with as_eigenaar():
        assert Gezin.objects.count() == 1
        assert set(Persoon.objects.values_list("adressen__postcode", flat=True)) == {"6371 AA"}


def test_what_lacks_in_the_analyseverslag_is_kept_with_the_dossier(client):
    aanmelding = AanmeldingFactory()
    come_as(client, Rol.BACKOFFICE)
    verslag = {"has_analyseverslag": "on", "analyse": ["problemen", "hulpvragen"]}

    page = client.post(reverse("instroom:dossier", args=[aanmelding.pk]), DOSSIERFORM | verslag, follow=True)

    assert "ontbreekt: de handtekening van ouders" in page.content.decode()


def test_dossier_begins_with_what_the_verwijzer_wrote(client):
    GemeenteFactory()
    come_as(client, Rol.VERWIJZER)
    client.post(reverse("instroom:nieuw"), AANMELDFORM)
    with as_eigenaar():
        aanmelding = Aanmelding.objects.get()
    come_as(client, Rol.BACKOFFICE)

    text = client.get(reverse("instroom:dossier", args=[aanmelding.pk])).content.decode()

    for entered_once in ("Noor", "04-05-2013", "Esther", "esther@voorbeeld.example"):
        assert f'value="{entered_once}"' in text
    assert 'value="ouderlijk" selected' in text


@pytest.mark.parametrize(
    ("anders", "tekst"),
    [
        pytest.param({"bsn": "999900007"}, "geen geldig BSN", id="elfproef"),
        pytest.param({"postcode": "637 AA"}, "als 6371 AA", id="postcode"),
        pytest.param({"plaats": ""}, "Plaats: Dit veld is verplicht.", id="geen-plaats"),
        pytest.param({"ouder-0-straat": "Markt"}, "Vul het hele adres in.", id="half-adres-van-ouder"),
        pytest.param({"has_aanmeldbrief": ""}, "De aanmeldbrief ontbreekt.", id="regel"),
        pytest.param({"ouder-0-gezag": "onbekend"}, "niet bekend wie gezag heeft over Noor", id="gezag"),
    ],
)
def test_dossier_that_is_not_right_comes_back_with_what_was_typed(client, anders, tekst):
    aanmelding = AanmeldingFactory()
    come_as(client, Rol.BACKOFFICE)

    page = client.post(reverse("instroom:dossier", args=[aanmelding.pk]), DOSSIERFORM | anders)

    assert page.status_code == 422
    assert tekst in page.content.decode()
    assert 'value="Lindelaan"' in page.content.decode()
    with as_eigenaar():
        assert not Gezin.objects.exists()


def test_known_child_is_told_without_showing_the_other_family(client):
    eerste, tweede = AanmeldingFactory(), AanmeldingFactory()
    come_as(client, Rol.BACKOFFICE)
    client.post(reverse("instroom:dossier", args=[eerste.pk]), DOSSIERFORM)
    with as_eigenaar():
        bekend = Gezin.objects.get()

    anders = DOSSIERFORM | {"voornaam": "Nora", "straat": "Kerkpad"}
    page = client.post(reverse("instroom:dossier", args=[tweede.pk]), anders)

    text = page.content.decode()
    assert page.status_code == 422
    assert "Het BSN van Nora staat al in een dossier. Er is niets bewaard." in text
    assert str(bekend) not in text
    assert "Lindelaan" not in text
    with as_eigenaar():
        assert Gezin.objects.count() == 1


def test_asking_for_the_suggestion_decides_nothing(client):
    aanmelding = at_kernteam()
    come_as(client, Rol.KERNTEAM)
    url = reverse("instroom:triage", args=[aanmelding.pk])

    fragment = client.post(url, FEITENFORM | {"stap": "voorstel"}, headers={"HX-Request": "true"})
    page = client.post(url, FEITENFORM | {"stap": "voorstel", "motivering": "Al getypt."})

    assert "is verplicht" not in page.content.decode()
    for answer in (fragment, page):
        assert answer.status_code == 200
        assert "Er zijn 3 hulpvragen op 2 leefgebieden." in answer.content.decode()
    assert "<html" not in fragment.content.decode()
    assert "Al getypt." in page.content.decode()
    with as_eigenaar():
        assert not Triage.objects.exists()


def test_kernteam_decides_and_everyone_can_read_why(client):
    aanmelding = at_kernteam()
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR, naam="Els Habets", functie="gebied 3")
    come_as(client, Rol.KERNTEAM, naam="Kim Lemmens")
    url = reverse("instroom:triage", args=[aanmelding.pk])

    assert "Els Habets (gebied 3)" in client.get(url).content.decode()
    page = client.post(url, TRIAGEFORM | {"regisseur": regisseur.pk}, follow=True)

    text = page.content.decode()
    assert "Het besluit is bewaard." in text
    for shown in ("meervoudig", "K1, K3", "Begeleiding individueel", "Kim Lemmens", "Els Habets"):
        assert shown in text


def test_refused_triage_shows_every_reason_and_keeps_the_answers(client):
    aanmelding = at_kernteam()
    regisseur = GebruikerFactory(rol=Rol.REGISSEUR)
    come_as(client, Rol.KERNTEAM)

    antwoorden = TRIAGEFORM | {"klasse": "enkelvoudig", "motivering": "", "regisseur": regisseur.pk}
    page = client.post(reverse("instroom:triage", args=[aanmelding.pk]), antwoorden)

    text = page.content.decode()
    assert page.status_code == 422
    assert "U kiest enkelvoudig, het voorstel is meervoudig." in text
    assert "Er staat niet bij waarom hulp in K1 en K2 niet genoeg is." in text
    assert 'name="hulpvragen" value="3"' in text


def test_decision_without_regisseur_is_not_finished(client):
    aanmelding = at_kernteam()
    come_as(client, Rol.KERNTEAM)

    page = client.post(reverse("instroom:triage", args=[aanmelding.pk]), TRIAGEFORM)

    assert page.status_code == 422
    assert "Wie wordt regisseur van dit gezin? Dit veld is verplicht." in page.content.decode()


def test_product_without_k3_is_pointed_out(client):
    aanmelding = at_kernteam()
    come_as(client, Rol.KERNTEAM)

    page = client.post(reverse("instroom:triage", args=[aanmelding.pk]), TRIAGEFORM | {"kwadranten": ["K1"]})

    assert "Een product hoort bij K3." in page.content.decode()


def test_an_acute_question_says_by_when_and_grows_calm_once_picked_up(client, klok):
    aanmelding = AanmeldingFactory(is_acuut=True)
    client.force_login(GebruikerFactory(rol=Rol.BACKOFFICE))
    adres = reverse("instroom:aanmelding", args=[aanmelding.pk])
    einde = timezone.localtime(aanmelding.created_at) + timedelta(hours=24)
    assert f"{einde:%H.%M} uur" in client.get(adres).content.decode()

    client.post(reverse("instroom:acuut", args=[aanmelding.pk]))

    assert "Acuut, en opgepakt" in client.get(adres).content.decode()
