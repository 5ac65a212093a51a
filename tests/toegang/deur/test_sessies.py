"""Who is in, where, and until when; ending is at once."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from rondetafel.kern.models import Logregel
from rondetafel.toegang.deur.sessies import describe_device
from rondetafel.toegang.models import Sessie
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient
from tests.factories import WACHTWOORD, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
START = reverse("werkplek:vandaag")


@pytest.fixture
def ouder():
    gebruiker = GebruikerFactory(email="esther@voorbeeld.example")
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


def log_in(client, gebruiker, wachtwoord=WACHTWOORD):
    return client.post(
        reverse("account_login"), {"login": gebruiker.email, "password": wachtwoord}, HTTP_USER_AGENT=FIREFOX
    )


def is_in(client):
    return client.get(START).status_code == 200


def events(gebruiker):
    with as_eigenaar():
        return list(
            Logregel.objects.filter(betreft_id=gebruiker.pk)
            .order_by("at")
            .values_list("gebeurtenis", "details")
        )


def test_key_is_new_after_login(client, ouder):
    client.get(reverse("account_login"))
    with as_eigenaar():
        session = client.session
        session["iets"] = "van een vreemde"
        session.save()
    client.cookies["sessie"] = session.session_key
    log_in(client, ouder)

    assert client.cookies["sessie"].value != session.session_key
    with as_eigenaar():
        assert not Sessie.objects.filter(session_key=session.session_key).exists()


@pytest.mark.parametrize(("rol", "minutes"), [(Rol.GEZIN, 30), (Rol.REGISSEUR, 15)])
def test_session_ends_when_nobody_is_there(client, klok, rol, minutes):
    gebruiker = GebruikerFactory(rol=rol)
    client.force_login(gebruiker)
    assert is_in(client)

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes, seconds=1)):
        answer = client.get(START)

    assert answer["location"].startswith(reverse("account_login"))
    assert ("sessie_gestopt", {"soort": "verlopen"}) in events(gebruiker)


def test_session_lives_on_while_somebody_is_there(client, klok, ouder):
    client.force_login(ouder)
    begin = timezone.now()
    for minutes in range(20, 480, 20):
        with time_machine.travel(begin + timedelta(minutes=minutes)):
            assert is_in(client), minutes

    with time_machine.travel(begin + timedelta(hours=8, seconds=1)):
        assert not is_in(client)


def test_asking_how_long_it_lasts_does_not_make_it_longer(client, klok, ouder):
    client.force_login(ouder)
    begin = timezone.now()
    with time_machine.travel(begin + timedelta(minutes=25)):
        assert 295 <= client.get(reverse("toegang:sessie")).json()["over"] <= 300
    with time_machine.travel(begin + timedelta(minutes=29)):
        assert client.post(reverse("toegang:verleng")).json()["over"] >= 1799
    with time_machine.travel(begin + timedelta(minutes=60)):
        assert client.get(reverse("toegang:sessie")).json() == {"over": 0}
        assert not is_in(client)


def test_own_sessions_are_listed_in_words(client, klok, ouder):
    log_in(AppClient(), ouder)
    log_in(client, ouder)

    page = client.get(reverse("toegang:ingelogd")).content.decode()

    assert page.count('regels__titel">Firefox op Windows') == 2
    assert page.count("dit apparaat") == 1


def test_one_session_is_ended_from_another_at_once(client, klok, ouder):
    other = AppClient()
    log_in(other, ouder)
    log_in(client, ouder)
    with as_eigenaar():
        kenmerk = other.session["kenmerk"]

    client.post(reverse("toegang:ingelogd"), {"sessie": kenmerk})

    assert not is_in(other)
    assert is_in(client)
    assert ("sessie_gestopt", {"soort": "op afstand", "aantal": 1}) in events(ouder)


def test_all_others_are_ended(client, klok, ouder):
    others = [AppClient(), AppClient()]
    for een in (*others, client):
        log_in(een, ouder)

    client.post(reverse("toegang:ingelogd"), {"sessie": "andere"})

    assert [is_in(een) for een in (*others, client)] == [False, False, True]


def test_session_of_somebody_else_is_not_ended(client, klok, ouder):
    stranger = AppClient()
    stranger.force_login(GebruikerFactory())
    with as_eigenaar():
        kenmerk = stranger.session["kenmerk"]
    client.force_login(ouder)

    client.post(reverse("toegang:ingelogd"), {"sessie": kenmerk})

    assert is_in(stranger)


def test_another_password_ends_all_other_sessions(client, klok, ouder):
    other = AppClient()
    log_in(other, ouder)
    log_in(client, ouder)

    client.post(
        reverse("account_change_password"),
        {
            "oldpassword": WACHTWOORD,
            "password1": "vier-andere-woorden-nu",
            "password2": "vier-andere-woorden-nu",
        },
    )

    assert [is_in(other), is_in(client)] == [False, True]
    assert "wachtwoord_gewijzigd" in [naam for naam, _ in events(ouder)]


def test_logging_out_is_in_the_logboek(client, klok, ouder):
    log_in(client, ouder)
    client.post(reverse("account_logout"))

    assert not is_in(client)
    assert events(ouder)[-1] == ("sessie_gestopt", {"soort": "uitgelogd"})


def test_what_is_in_a_session_cannot_be_read_in_the_database(client, ouder):
    client.force_login(ouder)
    with as_eigenaar():
        session = client.session
        session["bewaard"] = "Noor sliep slecht"
        session.save()
        data = Sessie.objects.get(session_key=session.session_key).session_data
        assert client.session["bewaard"] == "Noor sliep slecht"

    assert "Noor" not in data
    assert str(ouder.pk) not in data


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (FIREFOX, "Firefox op Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "Chrome op Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge op Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
            "Safari op een iPhone",
        ),
        ("Mozilla/5.0 (Linux; Android 16) Chrome/156.0 Mobile", "Chrome op een Android-telefoon of -tablet"),
        ("curl/8.0", "Onbekend apparaat"),
        ("", "Onbekend apparaat"),
    ],
)
def test_device_in_words(agent, words):
    assert describe_device(agent) == words
