"""Coming in: with a password and a second factor where set; nobody makes an account by themselves."""

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse

from rondetafel.toegang.models import Gebruiker
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
FOUT = "een-heel-ander-wachtwoord"


@pytest.fixture
def ouder():
    gebruiker = GebruikerFactory(email="esther@voorbeeld.example")
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


def who_is_in(client):
    with as_eigenaar():
        return client.session.get("_auth_user_id")


def log_in(client, email, wachtwoord=WACHTWOORD):
    return client.post(reverse("account_login"), {"login": email, "password": wachtwoord})


def test_password_opens_the_start_page(client, ouder):
    answer = log_in(client, ouder.email)

    assert (answer.status_code, answer["location"]) == (302, "/")
    assert who_is_in(client) == str(ouder.pk)


def test_wrong_password_and_unknown_address_look_the_same(client, ouder):
    answers = [log_in(client, email, FOUT) for email in (ouder.email, "niemand@voorbeeld.example")]

    eerste, tweede = ([str(fout) for fout in answer.context["form"].non_field_errors()] for answer in answers)
    assert eerste == tweede
    assert len(eerste) == 1
    assert {answer.status_code for answer in answers} == {200}


def test_closed_account_does_not_come_in(client, ouder):
    ouder.is_active = False
    with as_eigenaar():
        ouder.save()

    log_in(client, ouder.email)

    assert who_is_in(client) is None


def test_second_factor_is_asked_before_the_session_starts(client, ouder):
    secret = generate_totp_secret()
    with as_eigenaar():
        TOTP.activate(ouder, secret)

    answer = log_in(client, ouder.email)

    assert reverse("mfa_authenticate") in answer["location"]
    assert who_is_in(client) is None
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    client.post(answer["location"], {"code": code})
    assert who_is_in(client) == str(ouder.pk)


def test_nobody_signs_up(client):
    answer = client.post(
        reverse("account_signup"),
        {"email": "nieuw@voorbeeld.example", "password1": WACHTWOORD, "password2": WACHTWOORD},
    )

    assert answer.status_code in (200, 403)
    with as_eigenaar():
        assert not Gebruiker.objects.exists()


@pytest.mark.parametrize("name", ["werkplek:vandaag", "werkplek:gezinnen", "mfa_index"])
def test_stranger_is_sent_to_the_door(client, name):
    answer = client.get(reverse(name))

    assert answer.status_code == 302
    assert answer["location"].startswith(reverse("account_login"))
