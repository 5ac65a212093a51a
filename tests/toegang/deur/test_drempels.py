"""Getting in is refused in the same words, with the same work, whatever the reason; and guessing is made to wait."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import get_hasher
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from rondetafel.kern.models import Logregel
from rondetafel.toegang.models import Drempel
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
FOUT = "een-heel-ander-wachtwoord"
# New on every page, whatever it says.
NONCE = re.compile(r"nonce(-|=\")[\w+/=-]+")
# Of the same length, because an answer says how long it is.
BEKEND, DICHT, WACHT, NIEMAND = "esther", "gerard", "willem", "nobody"


def address(naam):
    return f"{naam}@voorbeeld.example"


def make_account(naam, **velden):
    gebruiker = GebruikerFactory(email=address(naam), **velden)
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


@pytest.fixture
def huis():
    make_account(BEKEND)
    make_account(DICHT, is_active=False)
    make_account(WACHT)


def log_in(client, naam, wachtwoord=FOUT):
    return client.post(reverse("account_login"), {"login": address(naam), "password": wachtwoord})


def is_in(client):
    with as_eigenaar():
        return "_auth_user_id" in client.session


def fail(client, naam, times):
    for _ in range(times):
        log_in(client, naam)


def spy_on_hasher(monkeypatch):
    """Every time that a password is worked on."""
    hashed = []
    hasher = type(get_hasher())
    original = hasher.encode

    def encode(self, password, salt):
        hashed.append(password)
        return original(self, password, salt)

    monkeypatch.setattr(hasher, "encode", encode)
    return hashed


def test_every_refusal_has_the_same_bytes_and_the_same_work(client, huis, monkeypatch):
    fail(client, WACHT, 5)
    client.get(reverse("account_login"))
    monkeypatch.setattr("django.middleware.csrf._mask_cipher_secret", lambda secret: secret)
    hashed = spy_on_hasher(monkeypatch)
    tries = [
        (BEKEND, FOUT),
        (DICHT, WACHTWOORD),
        (DICHT, FOUT),
        (WACHT, WACHTWOORD),
        (WACHT, FOUT),
        (NIEMAND, FOUT),
    ]
    seen, work, nu = set(), {}, timezone.now()
    for naam, wachtwoord in tries:
        hashed.clear()
        # The clock stands still, because a header tells the second.
        with time_machine.travel(nu, tick=False), CaptureQueriesContext(connection) as queries:
            answer = log_in(client, naam, wachtwoord)
        headers = str(sorted(answer.headers.items()))
        said = answer.content.decode().replace(address(naam), "") + headers
        seen.add((answer.status_code, NONCE.sub("nonce", said)))
        work[naam, wachtwoord] = (len(hashed), len(queries))

    assert len(seen) == 1
    assert {hashes for hashes, _ in work.values()} == {1}
    # The first try of a name begins a count and a later one adds to it; whether there is such an account
    # makes no difference.
    first = [work[naam, wachtwoord] for naam, wachtwoord in (tries[0], tries[1], tries[5])]
    assert len(set(first)) == 1


def test_a_name_that_is_nobodys_must_wait_just_as_long(client, huis):
    fail(client, NIEMAND, 5)
    fail(client, BEKEND, 5)

    with as_eigenaar():
        waits = {een.dicht_tot - een.laatste_at for een in Drempel.objects.filter(pogingen=5)}
    assert waits == {timedelta(minutes=1)}


def test_the_right_password_waits_too_and_then_opens(client, huis):
    fail(client, BEKEND, 5)
    log_in(client, BEKEND, WACHTWOORD)
    assert not is_in(client)

    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        log_in(client, BEKEND, WACHTWOORD)
        assert is_in(client)


def test_four_slips_cost_nothing_and_are_forgotten_by_coming_in(client, huis):
    fail(client, BEKEND, 4)
    log_in(client, BEKEND, WACHTWOORD)

    assert is_in(client)
    with as_eigenaar():
        assert Drempel.objects.filter(pogingen=4).count() == 1, (
            "the place is still counted, the name no longer"
        )


@pytest.mark.parametrize(("tries", "minutes"), [(5, 1), (6, 2), (7, 4), (8, 8), (11, 60), (30, 60)])
def test_each_next_try_waits_twice_as_long(client, huis, tries, minutes):
    moment = timezone.now()
    for _ in range(tries):
        with time_machine.travel(moment, tick=False):
            log_in(client, BEKEND)
        moment += timedelta(hours=1, seconds=1)

    with as_eigenaar():
        drempel = Drempel.objects.exclude(dicht_tot=None).order_by("-dicht_tot").first()
    assert drempel.dicht_tot - drempel.laatste_at == timedelta(minutes=minutes)


def test_trying_while_waiting_does_not_make_it_longer(client, huis):
    fail(client, BEKEND, 12)

    with as_eigenaar():
        assert Drempel.objects.order_by("-pogingen").values_list("pogingen", flat=True)[0] == 12
        assert Drempel.objects.filter(pogingen=5).exists()


def test_many_names_from_one_place_must_wait(client, huis):
    for number in range(30):
        log_in(client, f"iemand{number}")
    log_in(client, BEKEND, WACHTWOORD)

    assert not is_in(client)


def test_no_name_is_kept_that_somebody_typed(client, huis):
    fail(client, "mijn-geheime-wachtwoord", 1)

    with as_eigenaar():
        line = Logregel.objects.get(gebeurtenis="inloggen_mislukt")
        assert (line.naam, line.details) == ("onbekend", {"soort": "wachtwoord"})
        assert not Drempel.objects.filter(sleutel__contains="geheim").exists()


def test_known_name_is_in_the_logboek(client, huis):
    log_in(client, BEKEND)
    log_in(client, BEKEND, WACHTWOORD)

    with as_eigenaar():
        lines = Logregel.objects.order_by("at").values_list("gebeurtenis", "betreft")
        assert list(lines) == [
            ("inloggen_mislukt", "toegang.Gebruiker"),
            ("ingelogd", "toegang.Gebruiker"),
        ]


def test_name_of_ones_own_opens_too_in_any_case(client):
    gebruiker = make_account(BEKEND, inlognaam="esther.v")
    client.post(reverse("account_login"), {"login": "Esther.V", "password": WACHTWOORD})

    assert is_in(client)
    assert gebruiker.inlognaam == "esther.v"
