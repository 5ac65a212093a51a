"""Through a provider: in with the full code flow, and out with everything that is not quite right."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.platform.oidc import origins_of, read_providers
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient
from tests.factories import GebruikerFactory
from tests.rollen import as_eigenaar
from tests.toegang.deur.aanbieder import CLIENT, VALS

pytestmark = pytest.mark.django_db
START, KOPPELEN = reverse("werkplek:vandaag"), reverse("socialaccount_connections")


def ask(client, process="login"):
    """Begin, and return where the browser is sent."""
    address = reverse("openid_connect_login", args=["broker"])
    return client.post(f"{address}?process={process}")["location"]


def log_in(client, aanbieder, process="login"):
    back, _ = aanbieder.authorize(ask(client, process))
    return client.get(back)


def bind(aanbieder, gebruiker):
    """Let somebody bind the provider to their own account, with a fresh proof."""
    client = AppClient()
    client.force_login(gebruiker)
    with as_eigenaar():
        session = client.session
        session["account_authentication_methods"][0]["reauthenticated"] = True
        session.save()
    return log_in(client, aanbieder, "connect")


def is_in(client):
    return client.get(START).status_code == 200


def test_bound_account_comes_in(client, configure, aanbieder):
    ouder = GebruikerFactory()
    assert bind(aanbieder, ouder)["location"] == KOPPELEN

    assert log_in(client, aanbieder)["location"] == "/"

    assert is_in(client)
    with as_eigenaar():
        assert client.session["_auth_user_id"] == str(ouder.pk)
        lines = list(Logregel.objects.order_by("at").values_list("gebeurtenis", "details"))
    assert ("inlogdienst_gekoppeld", {"soort": "connected"}) in lines
    assert ("ingelogd", {"soort": "broker"}) in lines


def test_what_the_provider_says_is_not_kept(configure, aanbieder):
    aanbieder.claims |= {"name": "Esther Vermeer", "email": "esther@voorbeeld.example"}
    bind(aanbieder, GebruikerFactory())

    with as_eigenaar():
        account = SocialAccount.objects.get()
        assert account.extra_data == {}
        assert aanbieder.claims["sub"] not in account.uid
        assert "Esther" not in str(SocialAccount.objects.values()[0])


def test_unknown_subject_gets_a_page_and_no_account(client, configure, aanbieder):
    answer = log_in(client, aanbieder)

    assert answer.status_code == 403
    assert "hoort hier geen account" in answer.content.decode()
    assert aanbieder.claims["sub"] not in answer.content.decode()
    assert not is_in(client)
    with as_eigenaar():
        assert not Gebruiker.objects.exists()


def test_closed_account_and_account_of_the_other_kind_look_unknown(configure, aanbieder):
    said = {without_nonce(log_in(AppClient(), aanbieder))}
    gebruiker = GebruikerFactory()
    bind(aanbieder, gebruiker)
    for change in ({"is_active": False}, {"is_active": True, "rol": Rol.REGISSEUR}):
        with as_eigenaar():
            Gebruiker.objects.filter(pk=gebruiker.pk).update(**change)
        said.add(without_nonce(log_in(AppClient(), aanbieder)))

    assert len(said) == 1


def without_nonce(answer):
    text = answer.content.decode().split("<main")[1].split("</main>")[0]
    return answer.status_code, text


def test_professional_may_not_bind_what_is_for_families(configure, aanbieder):
    assert bind(aanbieder, GebruikerFactory(rol=Rol.REGISSEUR)).status_code == 403
    with as_eigenaar():
        assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("claims", "is_bound"),
    [
        ({"email": "Els@jens.example", "email_verified": True}, True),
        ({"email": "els@jens.example", "email_verified": False}, False),
        ({"email": "els@jens.example"}, False),
        ({"email": "ander@jens.example", "email_verified": True}, False),
    ],
)
def test_login_of_work_binds_by_a_checked_address(client, configure, aanbieder, claims, is_bound):
    configure(naam="JENS", voor="werk", claim="email", acr=["hoog"])
    GebruikerFactory(rol=Rol.REGISSEUR, email="els@jens.example")
    aanbieder.claims |= {"acr": "hoog"} | claims

    answer = log_in(client, aanbieder)

    assert (answer.status_code == 302) is is_bound
    assert is_in(client) is is_bound


def test_address_alone_binds_nobody_unless_the_settings_say_so(client, configure, aanbieder):
    GebruikerFactory(email="esther@voorbeeld.example")
    aanbieder.claims |= {"email": "esther@voorbeeld.example", "email_verified": True}

    assert log_in(client, aanbieder).status_code == 403


@pytest.mark.parametrize(("acr", "passes"), [("substantieel", True), ("basis", False), (None, False)])
def test_level_of_assurance_is_asked_and_checked(client, configure, aanbieder, acr, passes):
    configure(acr=["substantieel", "hoog"])
    bind(aanbieder, GebruikerFactory())
    aanbieder.claims["acr"] = acr
    back, asked = aanbieder.authorize(ask(client))

    client.get(back)

    assert asked["acr_values"] == "substantieel hoog"
    assert is_in(client) is passes


def test_without_a_level_a_professional_needs_a_second_factor_all_the_same(client, configure, aanbieder):
    configure(voor="werk")
    bind(aanbieder, GebruikerFactory(rol=Rol.REGISSEUR))
    log_in(client, aanbieder)

    assert client.get(START)["location"] == reverse("toegang:tweede_stap")


FOUTEN = {
    "nonce van een ander": lambda claims: claims | {"nonce": "x" * 64},
    "geen nonce": lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
    "voor een ander": lambda claims: claims | {"aud": "een-andere-site"},
    "van een ander": lambda claims: claims | {"iss": "https://elders.example"},
    "verlopen": lambda claims: claims | {"exp": claims["iat"] - 3600},
    "zonder subject": lambda claims: {name: value for name, value in claims.items() if name != "sub"},
}


@pytest.mark.parametrize("fout", FOUTEN)
def test_token_that_is_not_right_opens_nothing(client, configure, aanbieder, fout):
    bind(aanbieder, GebruikerFactory())
    aanbieder.knoei = FOUTEN[fout]

    assert "geen goed antwoord" in log_in(client, aanbieder).content.decode()
    assert not is_in(client)


@pytest.mark.parametrize("issuer", ["https://elders.example", "", "begin"])
def test_provider_that_says_it_is_another_opens_nothing(client, configure, aanbieder, monkeypatch, issuer):
    bind(aanbieder, GebruikerFactory())
    said = aanbieder.discovery() | {"issuer": aanbieder.url[:-2] if issuer == "begin" else issuer}
    monkeypatch.setattr(type(aanbieder), "discovery", lambda _: said)

    assert "geen goed antwoord" in log_in(client, aanbieder).content.decode()
    assert not is_in(client)


@pytest.mark.parametrize(
    "change",
    [
        {"key": VALS},
        {"kid": "twee"},
        {"key": "", "algoritme": "none"},
        {"key": CLIENT * 4, "algoritme": "HS256"},
    ],
    ids=["andere sleutel", "onbekende sleutel", "zonder handtekening", "met een gedeeld geheim"],
)
def test_token_that_is_not_signed_by_the_provider_opens_nothing(client, configure, aanbieder, change):
    bind(aanbieder, GebruikerFactory())
    aanbieder.__dict__.update(change)

    assert "geen goed antwoord" in log_in(client, aanbieder).content.decode()
    assert not is_in(client)


def test_state_of_nobody_and_a_state_twice_open_nothing(client, configure, aanbieder):
    bind(aanbieder, GebruikerFactory())
    back, asked = aanbieder.authorize(ask(client))
    client.get(back.replace(asked["state"], "verzonnen"))
    assert not is_in(client)

    client.get(back)
    assert is_in(client)
    client.post(reverse("account_logout"))
    again, _ = aanbieder.authorize(
        f"{aanbieder.url}/authorize?redirect_uri={back.split('?')[0]}&state={asked['state']}"
    )
    client.get(again)
    assert not is_in(client)


def test_login_begun_by_somebody_else_opens_nothing(client, configure, aanbieder):
    """Who sends their own finished login to another, does not get that other in as themselves."""
    bind(aanbieder, GebruikerFactory())
    back, _ = aanbieder.authorize(ask(AppClient()))

    client.get(back)

    assert not is_in(client)


def test_code_without_its_verifier_is_worth_nothing(client, configure, aanbieder):
    bind(aanbieder, GebruikerFactory())
    back, _ = aanbieder.authorize(ask(client))
    next(iter(aanbieder.codes.values()))["code_challenge"] = "van-een-ander"

    client.get(back)

    assert not is_in(client)


def test_every_request_has_pkce_and_a_nonce_and_nothing_of_the_address(client, configure, aanbieder):
    address = reverse("openid_connect_login", args=["broker"])
    sent = client.post(f"{address}?process=login&scope=alles&auth_params=acr_values%3Dlaag")["location"]
    _, asked = aanbieder.authorize(sent)

    assert asked["code_challenge_method"] == "S256"
    assert len(asked["nonce"]) == 64
    assert asked["scope"] == "openid"
    assert "acr_values" not in asked


def test_cancelling_leads_to_a_page_that_says_so(client, configure, aanbieder):
    _, asked = aanbieder.authorize(ask(client))
    answer = client.get(f"{asked['redirect_uri']}?error=access_denied&state={asked['state']}", follow=True)

    assert "Het inloggen is gestopt" in answer.content.decode()


def test_provider_that_is_not_there_gives_a_page(client, configure, settings):
    configure(server="http://127.0.0.1:9")
    answer = client.post(reverse("openid_connect_login", args=["broker"]))

    assert "geen goed antwoord" in answer.content.decode()


def test_button_stands_at_the_door_when_there_is_a_provider(client, configure):
    assert "Inloggen met DigiD" in client.get(reverse("account_login")).content.decode()


class TestInstelling:
    def test_nothing_given_is_no_provider(self):
        assert read_providers("")["openid_connect"]["APPS"] == []

    @pytest.mark.parametrize(
        "text",
        [
            "geen json",
            '[{"id": "x"}]',
            '[{"id": "x", "naam": "x", "server": "s", "client_id": "c", "client_secret": "g", "voor": "iedereen"}]',
            '[{"id": "x", "naam": "x", "server": "s", "client_id": "c", "client_secret": "g", "voor": "werk", "a": 1}]',
        ],
    )
    def test_what_is_wrong_is_said_at_the_start(self, text):
        with pytest.raises(ImproperlyConfigured, match="RONDETAFEL_OIDC"):
            read_providers(text)

    def test_browser_may_be_sent_to_the_provider(self):
        given = '[{"id": "x", "naam": "x", "server": "https://a.example/realm", "client_id": "c",'
        given += ' "client_secret": "g", "voor": "werk"}]'
        assert origins_of(read_providers(given)) == ["https://a.example"]
