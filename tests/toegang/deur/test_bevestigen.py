"""What asks more than a look asks who it is: every address in the list, and no file that is not in a list."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.urls import reverse
from django.utils import timezone

from rondetafel.gezinnen.schermen import Geheim
from rondetafel.kern.bsn import encrypt_bsn
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel
from rondetafel.toegang.models import Gebruiker
from rondetafel.veiligheid.models import Opening
from tests.conftest import note_login
from tests.factories import WACHTWOORD, AdresFactory, BurgerservicenummerFactory
from tests.rollen import as_eigenaar
from tests.toegang.matrix import MATRIX
from tests.toegang.test_matrix import address_of
from tests.veiligheid.test_hekken import without_fence

pytestmark = pytest.mark.django_db
BEVESTIG, VERDER, BESTAND = (
    reverse(naam) for naam in ("account_reauthenticate", "toegang:verder", "toegang:bestand")
)
TESTNUMMER = "999990019"

# A file that takes more out than one page shows.
UITVOER = {
    "werkplek:wie_keek_bestand",
    "werkplek:logboek_bestand",
    "werkplek:kopie_bestand",
    "werkplek:papier",
    "werkplek:papier_groot",
    "werkplek:papier_overleg",
}
# A page that shows or does what is kept apart from all others.
GESLOTEN = {"veiligheid:openen", "gezinnen:onthullen"}
# A file that asks for no fresh proof, and why.
GEWOON_BESTAND = {
    "documenten:bestand": "één papier: dit is hoe het gelezen wordt, er is geen bladzijde die het toont",
}


@pytest.fixture(scope="module")
def wereld_van_module(wereld_van_module):
    wachtwoord = make_password(WACHTWOORD)
    Gebruiker.objects.update(password=wachtwoord)
    for persoon in filter(None, wereld_van_module.personen.values()):
        persoon.password = wachtwoord
    return wereld_van_module


def be(client, gebruiker, *, minutes=10):
    """Be somebody who proved so many minutes ago who they are."""
    client.logout_quietly()
    client.force_login(gebruiker)
    with as_eigenaar():
        moment = (timezone.now() - timedelta(minutes=minutes)).timestamp()
        methods = ("password",) if gebruiker.rol == "gezin" else ("password", "mfa")
        note_login(client, gebruiker, methods=methods, at=moment)


def confirm(client, answer):
    """Answer the question with the password, and follow."""
    return client.post(BEVESTIG, {"password": WACHTWOORD, "next": answer.wsgi_request.GET["next"]})


def readers(name, wereld):
    return [wereld.personen[persona] for persona in sorted(MATRIX[name].leest)]


@pytest.mark.parametrize("name", sorted(UITVOER | GESLOTEN))
def test_each_asks_everyone_who_it_is(name, client, wereld):
    for reader in readers(name, wereld):
        be(client, reader)
        answer = client.get(address_of(name, wereld))
        assert (answer.status_code, answer["location"].partition("?")[0]) == (302, BEVESTIG), reader
        be(client, reader, minutes=4)
        assert client.get(address_of(name, wereld)).status_code == 200, reader


@pytest.mark.parametrize("name", ["toegang:ingelogd", "toegang:herstel"])
def test_ways_in_are_behind_the_question_too(name, client, wereld):
    beheerder = wereld.personen["beheerder"]
    be(client, beheerder)
    assert client.get(reverse(name))["location"].startswith(BEVESTIG)
    be(client, beheerder, minutes=4)
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", [name for name, adres in MATRIX.items() if adres.leest])
def test_no_other_address_gives_a_file(name, client, wereld):
    for reader in readers(name, wereld):
        be(client, reader)
        answer = client.get(address_of(name, wereld))
        is_asked = answer.get("location", "").startswith(BEVESTIG)
        is_file = "Content-Disposition" in answer.headers or not answer["Content-Type"].startswith(
            "text/html"
        )

        assert is_asked is (name in UITVOER | GESLOTEN), reader
        assert is_file is (name in GEWOON_BESTAND), reader


@pytest.mark.parametrize("name", sorted(UITVOER))
def test_file_is_offered_after_the_question_and_comes(name, client, wereld):
    address = f"{address_of(name, wereld)}?vorm=bundel"
    be(client, readers(name, wereld)[0])
    answer = client.get(address, follow=True)
    page = client.get(confirm(client, answer)["location"])

    assert f'href="{address}"' in page.content.decode()
    assert "attachment" in client.get(address)["Content-Disposition"]


def test_nobody_gets_what_somebody_else_asked_for(client, wereld):
    address = address_of("werkplek:wie_keek_bestand", wereld)
    be(client, wereld.personen["ouder"])
    client.get(address)
    with as_eigenaar():
        client.force_login(wereld.personen["regisseur van een ander"])

    assert client.get(BESTAND)["location"] == "/"


def test_reason_that_was_typed_comes_back_and_opens_the_dossier(client, wereld):
    address = address_of("veiligheid:openen", wereld)
    be(client, wereld.personen["regisseur"])
    getypt = {"doel": "toezien", "waarom": "maandelijks overleg"}
    question = client.post(address, getypt, follow=True)
    with without_fence():
        assert not Opening.objects.exists()

    page = client.get(confirm(client, question)["location"])
    assert dict(page.context["formulieren"][0].velden) == getypt
    assert client.post(address, getypt).status_code == 302
    with without_fence():
        assert Opening.objects.filter(gebruiker_id=wereld.personen["regisseur"].pk).exists()


def test_family_is_asked_for_its_password_and_told_why(client, wereld):
    be(client, wereld.personen["ouder"])
    page = client.get(address_of("werkplek:wie_keek_bestand", wereld), follow=True).content.decode()

    assert "Even controleren dat u het bent" in page
    assert 'type="password"' in page
    be(client, wereld.personen["jeugdige van 16"])
    page = client.get(address_of("werkplek:wie_keek_bestand", wereld), follow=True).content.decode()
    assert "Even controleren dat jij het bent" in page


def test_asking_is_no_look(client, wereld):
    be(client, wereld.personen["regisseur"])
    with as_eigenaar():
        before = Logregel.objects.count()
    client.get(address_of("gezinnen:onthullen", wereld))
    with as_eigenaar():
        assert Logregel.objects.count() == before


def test_number_and_secret_address_show_only_behind_the_question(client, wereld):
    kind, gezin = wereld.dingen["persoon"], wereld.gezin
    adres = AdresFactory(persoon=kind, soort="verblijf", straat="Verscholenpad", geheim=Geheim.JA)
    BurgerservicenummerFactory(persoon=kind, versleuteld=encrypt_bsn(TESTNUMMER))
    overzicht = reverse("gezinnen:afscherming", args=[gezin.pk])
    for persona in ("regisseur", "backoffice"):
        be(client, wereld.personen[persona], minutes=0)
        before = client.get(overzicht).content.decode()
        page = client.get(address_of("gezinnen:onthullen", wereld)).content.decode()

        assert adres.straat not in before and TESTNUMMER not in before
        assert adres.straat in page and TESTNUMMER in page
    with as_eigenaar():
        regels = Logregel.objects.filter(gebeurtenis=Gebeurtenis.ADRES_ONTHULD)
        assert {regel.persoon_id for regel in regels} == {kind.pk}
        assert regels.count() == 2
