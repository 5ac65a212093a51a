"""Who was invited takes the login of work, or of the country, and needs no password."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar
from tests.toegang.deur.test_oidc import is_in, log_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def genodigde():
    gebruiker = GebruikerFactory(rol=Rol.REGISSEUR, email="els@jens.example")
    gebruiker.set_unusable_password()
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


@pytest.fixture
def werk(configure, aanbieder):
    configure(naam="JENS", voor="werk", acr=["hoog"])
    aanbieder.claims["acr"] = "hoog"
    return configure


def link_for(gebruiker):
    token = default_token_generator.make_token(gebruiker)
    return reverse("toegang:welkom", args=[gebruiker.pk, token])


def accept(client, aanbieder, link):
    begun = client.post(link, {"dienst": "broker"})
    back, _ = aanbieder.authorize(begun["location"])
    return client.get(back)


def bound():
    with as_eigenaar():
        return set(SocialAccount.objects.values_list("user_id", flat=True))


def test_professional_accepts_with_the_login_of_work(client, werk, aanbieder, genodigde):
    link = link_for(genodigde)
    assert "Verder met JENS" in client.get(link).content.decode()

    assert accept(client, aanbieder, link)["location"] == "/"

    assert is_in(client)
    assert client.get(link).status_code == 410
    assert bound() == {genodigde.pk}
    with as_eigenaar():
        lines = list(Logregel.objects.order_by("at").values_list("gebeurtenis", "details"))
    assert lines == [
        ("account_gestart", {"soort": "broker"}),
        ("inlogdienst_gekoppeld", {"soort": "connected"}),
        ("ingelogd", {"soort": "broker"}),
    ]
    again = AppClient()
    log_in(again, aanbieder)
    assert is_in(again)


def test_parent_accepts_with_what_is_for_families(client, configure, aanbieder):
    ouder = GebruikerFactory(email="esther@voorbeeld.example")

    accept(client, aanbieder, link_for(ouder))

    assert is_in(client)
    assert bound() == {ouder.pk}


def test_what_is_for_families_is_not_offered_to_a_professional(client, configure, aanbieder, genodigde):
    link = link_for(genodigde)

    assert "Verder met DigiD" not in client.get(link).content.decode()
    assert client.post(link, {"dienst": "broker"}).status_code == 200
    assert bound() == set()


def test_login_of_another_colleague_is_refused(client, werk, aanbieder, genodigde):
    werk(naam="JENS", voor="werk", claim="email", acr=["hoog"])
    aanbieder.claims |= {"email": "joris@jens.example", "email_verified": True}

    assert accept(client, aanbieder, link_for(genodigde)).status_code == 403
    assert bound() == set()


def test_too_low_a_level_binds_nothing(client, werk, aanbieder, genodigde):
    aanbieder.claims["acr"] = "basis"

    accept(client, aanbieder, link_for(genodigde))

    assert not is_in(client)
    assert bound() == set()


def test_link_that_died_on_the_way_binds_nothing(client, werk, aanbieder, genodigde):
    begun = client.post(link_for(genodigde), {"dienst": "broker"})
    genodigde.set_password(WACHTWOORD)
    with as_eigenaar():
        genodigde.save()
    back, _ = aanbieder.authorize(begun["location"])

    assert client.get(back).status_code == 403
    assert bound() == set()


def test_another_browser_can_not_use_it(werk, aanbieder, genodigde):
    begun = AppClient().post(link_for(genodigde), {"dienst": "broker"})
    back, _ = aanbieder.authorize(begun["location"])

    AppClient().get(back)

    assert bound() == set()
