"""A professional without a second factor gets no further than the page where they set one up."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient, note_login
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
TWEEDE_STAP = reverse("toegang:tweede_stap")
START = reverse("werkplek:vandaag")


def make(rol):
    gebruiker = GebruikerFactory(rol=rol)
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


def enter_with(client, gebruiker, *methods, at=None):
    client.force_login(gebruiker)
    with as_eigenaar():
        note_login(client, gebruiker, methods=methods, at=at)


@pytest.fixture(autouse=True)
def _in_one_window(monkeypatch):
    """A code lasts half a minute: a test begins and ends in the same half, however slow the machine is."""
    counters = [*totp.yield_hotp_counters_from_time()]
    monkeypatch.setattr(totp, "yield_hotp_counters_from_time", lambda: iter(counters))


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def lines_about(gebruiker):
    with as_eigenaar():
        lines = Logregel.objects.filter(betreft_id=gebruiker.pk).order_by("at")
        return list(lines.values_list("gebeurtenis", "details"))


@pytest.mark.parametrize("rol", Rol)
def test_password_alone_is_enough_for_a_family_only(client, klok, rol):
    enter_with(client, make(rol), "password")
    answer = client.get(START)

    if rol is Rol.GEZIN:
        assert answer.status_code == 200
    else:
        assert (answer.status_code, answer["location"]) == (302, TWEEDE_STAP)
        assert client.get(TWEEDE_STAP).status_code == 200
        assert client.post(START).status_code == 302


@pytest.mark.parametrize("name", ["account_logout", "mfa_activate_totp", "mfa_add_webauthn", "web:privacy"])
def test_what_stays_open_without_a_second_factor(client, klok, name):
    enter_with(client, make(Rol.REGISSEUR), "password")

    assert client.get(reverse(name)).get("location", "") != TWEEDE_STAP


@pytest.mark.parametrize("name", ["mfa_index", "toegang:ingelogd", "toegang:herstel", "werkplek:gezinnen"])
def test_what_does_not(client, klok, name):
    enter_with(client, make(Rol.BEHEERDER), "password")

    assert client.get(reverse(name))["location"] == TWEEDE_STAP


def test_demo_is_strong_by_itself_and_nothing_else_is(client, klok, settings):
    enter_with(client, make(Rol.REGISSEUR), "password")
    settings.DEMO = True
    assert client.get(START).status_code == 200
    settings.DEMO = False
    assert client.get(START).status_code == 302


def test_part_of_a_page_leads_the_whole_page_away(client, klok):
    enter_with(client, make(Rol.REGISSEUR), "password")

    assert client.get(START, headers={"HX-Request": "true"})["HX-Redirect"] == TWEEDE_STAP


def test_setting_up_a_code_app_opens_the_rest_and_ends_other_sessions(client, klok):
    gebruiker, other = make(Rol.REGISSEUR), AppClient()
    enter_with(other, gebruiker, "password")
    enter_with(client, gebruiker, "password")
    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    page = client.get(reverse("mfa_activate_totp"))
    before = client.cookies["sessie"].value
    client.post(reverse("mfa_activate_totp"), {"code": code_for(page.context["form"].secret)})

    assert client.cookies["sessie"].value != before
    assert client.get(START).status_code == 200
    assert other.get(START)["location"].startswith(reverse("account_login"))
    assert ("tweede_stap_ingesteld", {"soort": "totp"}) in lines_about(gebruiker)


def test_secret_of_a_code_app_is_encrypted(client, klok):
    gebruiker = make(Rol.REGISSEUR)
    secret = generate_totp_secret()
    with as_eigenaar():
        TOTP.activate(gebruiker, secret)
        assert secret not in str(Authenticator.objects.get().data)

    client.post(reverse("account_login"), {"login": gebruiker.email, "password": WACHTWOORD})
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})

    assert client.get(START).status_code == 200
    names = [name for name, _ in lines_about(gebruiker)]
    assert names == ["inloggen_mislukt", "ingelogd"]


def test_who_looks_at_recovery_codes_or_makes_them_anew_is_written_down(client, klok):
    gebruiker = make(Rol.REGISSEUR)
    with as_eigenaar():
        TOTP.activate(gebruiker, generate_totp_secret())
        RecoveryCodes.activate(gebruiker)
    enter_with(client, gebruiker, "password", "mfa", at=time.time() - 600)
    assert client.get(reverse("mfa_view_recovery_codes"))["location"].startswith(
        reverse("account_reauthenticate")
    )
    assert lines_about(gebruiker) == []

    client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD})
    client.get(reverse("mfa_view_recovery_codes"))
    client.get(reverse("mfa_download_recovery_codes"))
    client.post(reverse("mfa_generate_recovery_codes"))

    assert lines_about(gebruiker) == [
        ("noodcodes_bekeken", {"soort": "scherm"}),
        ("noodcodes_bekeken", {"soort": "bestand"}),
        ("noodcodes_gemaakt", {}),
    ]


def test_code_of_an_app_works_once_and_for_its_half_minute(client, klok):
    gebruiker = make(Rol.GEZIN)
    secret = generate_totp_secret()
    with as_eigenaar():
        TOTP.activate(gebruiker, secret)
    counter = next(totp.yield_hotp_counters_from_time())
    for code, is_in in (
        (format_hotp_value(hotp_value(secret, counter - 4)), False),
        (code_for(secret), True),
        (code_for(secret), False),
    ):
        browser = AppClient()
        browser.post(reverse("account_login"), {"login": gebruiker.email, "password": WACHTWOORD})
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert (browser.get(START).status_code == 200) is is_in


def test_recovery_code_works_once(client, klok):
    gebruiker = make(Rol.GEZIN)
    with as_eigenaar():
        TOTP.activate(gebruiker, generate_totp_secret())
        code = RecoveryCodes.activate(gebruiker).get_unused_codes()[0]
    for is_in in (True, False):
        browser = AppClient()
        browser.post(reverse("account_login"), {"login": gebruiker.email, "password": WACHTWOORD})
        browser.post(reverse("mfa_authenticate"), {"code": code})
        assert (browser.get(START).status_code == 200) is is_in


def test_fresh_proof_gives_a_new_key(client, klok):
    gebruiker, secret = make(Rol.REGISSEUR), generate_totp_secret()
    with as_eigenaar():
        TOTP.activate(gebruiker, secret)
    enter_with(client, gebruiker, "password", "mfa", at=time.time() - 600)
    keys = [client.cookies["sessie"].value]
    for name, answer in (
        ("account_reauthenticate", {"password": WACHTWOORD}),
        ("mfa_reauthenticate", {"code": code_for(secret)}),
    ):
        client.post(reverse(name), answer)
        keys.append(client.cookies["sessie"].value)

    assert len(set(keys)) == 3
    assert client.get(START).status_code == 200


class TestHerstel:
    """Who lost everything asks the beheerder."""

    @pytest.fixture
    def kwijt(self):
        gebruiker = make(Rol.REGISSEUR)
        with as_eigenaar():
            TOTP.activate(gebruiker, generate_totp_secret())
        return gebruiker

    @pytest.fixture
    def beheerder(self, client, klok):
        gebruiker = make(Rol.BEHEERDER)
        enter_with(client, gebruiker, "password", "mfa")
        return gebruiker

    def ask(self, client, naam, vastgesteld="teruggebeld"):
        return client.post(reverse("toegang:herstel"), {"naam": naam, "vastgesteld": vastgesteld})

    def test_second_factor_goes_and_sessions_end(self, client, klok, kwijt, beheerder):
        other = AppClient()
        enter_with(other, kwijt, "password", "mfa")

        assert self.ask(client, kwijt.email).status_code == 302

        with as_eigenaar():
            assert not Authenticator.objects.exists()
        assert other.get(START)["location"].startswith(reverse("account_login"))
        assert ("tweede_stap_gewist", {"soort": "herstel", "reden": "teruggebeld"}) in lines_about(kwijt)

    @pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
    def test_nobody_else_may(self, client, klok, kwijt, rol):
        enter_with(client, make(rol), "password", "mfa")

        assert self.ask(client, kwijt.email).status_code == 404
        with as_eigenaar():
            assert Authenticator.objects.exists()

    def test_not_for_oneself(self, client, klok, beheerder):
        assert self.ask(client, beheerder.email).status_code == 404

    def test_unknown_name_and_no_reason_change_nothing(self, client, klok, kwijt, beheerder):
        assert self.ask(client, "niemand@voorbeeld.example").status_code == 422
        assert self.ask(client, kwijt.email, "").status_code == 422
        with as_eigenaar():
            assert Authenticator.objects.exists()
