"""A password of one's own: long and free, not one that is guessed first, changed by who knows the old one."""

import re
from importlib import import_module

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import global_settings, settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.urls import reverse

from rondetafel.kern.models import Post
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient, note_login
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
VERANDEREN, LOGIN = reverse("account_change_password"), reverse("account_login")
START = reverse("werkplek:vandaag")
NIEUW = "vier nieuwe woorden samen"


@pytest.fixture
def ouder(klok):
    gebruiker = GebruikerFactory(email="esther@voorbeeld.example", naam="Esther Vermeer")
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


def change(client, gebruiker, nieuw, oud=WACHTWOORD):
    client.force_login(gebruiker)
    return client.post(VERANDEREN, {"oldpassword": oud, "password1": nieuw, "password2": nieuw})


def has_password(gebruiker, wachtwoord):
    with as_eigenaar():
        return Gebruiker.objects.get(pk=gebruiker.pk).check_password(wachtwoord)


def log_in(client, gebruiker, wachtwoord):
    client.post(LOGIN, {"login": gebruiker.email, "password": wachtwoord})
    return client.get(START).status_code == 200


def test_password_is_changed_by_who_knows_the_old_one(client, ouder):
    assert change(client, ouder, NIEUW, oud="een-heel-ander-wachtwoord").status_code == 200
    assert not has_password(ouder, NIEUW)

    change(client, ouder, NIEUW)
    assert has_password(ouder, NIEUW)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        pytest.param("onlylettersandlong", id="alleen-letters"),
        pytest.param("483920175566", id="alleen-cijfers"),
        pytest.param("met een spatie erin", id="spaties"),
        pytest.param("mèt áccénten ünd ß", id="accenten"),
        pytest.param("😀😀 vier smileys 😀😀", id="smileys"),
        pytest.param("  spaties aan de randen  ", id="spaties-aan-de-randen"),
        pytest.param("x y " * 16, id="64-tekens"),
        pytest.param("lang genoeg " * 20, id="240-tekens"),
    ],
)
def test_any_signs_will_do_and_all_of_them_count(client, ouder, wachtwoord):
    change(client, ouder, wachtwoord)

    assert has_password(ouder, wachtwoord)
    # Nothing is cut off, trimmed or made small on the way in.
    for anders in (wachtwoord[:-1], wachtwoord.swapcase() if wachtwoord.swapcase() != wachtwoord else "x"):
        assert not log_in(AppClient(), ouder, anders)


def test_it_comes_in_as_it_was_typed(ouder):
    change(AppClient(), ouder, "  Rand en Hoofdletter  ")

    assert log_in(AppClient(), ouder, "  Rand en Hoofdletter  ")


@pytest.mark.parametrize(
    "wachtwoord",
    [
        pytest.param("elf-tekens1", id="te-kort"),
        pytest.param("qwertyuiop123", id="veelgebruikt"),
        pytest.param("Rondetafel-2026!", id="woord-van-hier"),
        pytest.param("welkom gemeente 1", id="woorden-van-hier"),
        pytest.param("esthervermeer", id="eigen-naam"),
        pytest.param("esther@voorbeeld.example", id="eigen-mailadres"),
    ],
)
def test_what_is_guessed_first_is_refused(client, ouder, wachtwoord):
    assert change(client, ouder, wachtwoord).status_code == 200
    assert has_password(ouder, WACHTWOORD)


def test_a_password_gets_no_older(client, ouder, time_machine):
    """Nobody is made to change it, also not after ten years."""
    time_machine.move_to("2036-11-16")

    assert log_in(client, ouder, WACHTWOORD)


@pytest.mark.parametrize("address", [LOGIN, VERANDEREN, reverse("account_reauthenticate")])
def test_field_hides_what_is_typed_and_takes_what_is_pasted(client, ouder, address):
    if address != LOGIN:
        client.force_login(ouder)
    page = client.get(address).content.decode()
    fields = re.findall(r"<input[^>]+type=\"password\"[^>]*>", page)

    assert fields
    for field in fields:
        assert "onpaste" not in field and "readonly" not in field and "maxlength" not in field
        assert 'autocomplete="off"' not in field


def test_hashed_slowly_in_an_installation():
    assert not hasattr(import_module("rondetafel.platform.settings"), "PASSWORD_HASHERS")
    assert global_settings.PASSWORD_HASHERS[0].endswith(".PBKDF2PasswordHasher")
    assert PBKDF2PasswordHasher.iterations >= 600_000


def test_key_of_a_session_cannot_be_guessed_and_is_worth_nothing_after_logout(client, ouder):
    log_in(client, ouder, WACHTWOORD)
    key = client.cookies["sessie"].value
    # 32 signs out of 36: more than 160 bits.
    assert re.fullmatch(r"[a-z0-9]{32,}", key)
    client.post(reverse("account_logout"))
    thief = AppClient()
    thief.cookies["sessie"] = key

    assert thief.get(START)["location"].startswith(LOGIN)


@pytest.mark.parametrize("rol", Rol)
def test_way_out_stands_on_every_page(client, klok, rol):
    client.force_login(GebruikerFactory(rol=rol))
    for address in (START, reverse("mfa_index"), reverse("web:privacy")):
        assert f'action="{reverse("account_logout")}"' in client.get(address).content.decode(), address


@pytest.mark.parametrize(
    "naar", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", "/\\elders"]
)
def test_login_leads_to_our_own_pages_only(client, ouder, naar):
    answer = client.post(LOGIN, {"login": ouder.email, "password": WACHTWOORD, "next": naar})

    assert answer["location"] == "/"
    with as_eigenaar():
        note_login(client, ouder, methods=("password",))
    again = client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD, "next": naar})
    assert again["location"] == "/"


def test_password_of_who_forgot_it_is_set_once_and_the_second_factor_stays(client, ouder, klok):
    with as_eigenaar():
        TOTP.activate(ouder, generate_totp_secret())
    client.post(reverse("account_reset_password"), {"email": ouder.email})
    link = link_in_last_mail()
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": NIEUW, "password2": NIEUW})

    assert has_password(ouder, NIEUW)
    # The link alone lets nobody in, a second factor stays, and it works once.
    assert client.get(START).status_code == 302
    answer = client.post(LOGIN, {"login": ouder.email, "password": NIEUW})
    assert answer["location"].startswith(reverse("mfa_authenticate"))
    again = AppClient().get(link, follow=True)
    assert "form" not in (again.context or {}) or not getattr(again.context["form"], "user", None)


def link_in_last_mail():
    with as_eigenaar():
        text = Post.objects.latest("created_at").tekst
    return re.search(rf"{re.escape(settings.ADRES)}(\S+)", text)[1]
