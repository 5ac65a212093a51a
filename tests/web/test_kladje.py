"""Nothing that was typed is lost: it is kept for who typed it, offered again, and gone once it was saved."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from rondetafel.web import kladje
from tests.factories import BetrokkeneFactory, GebruikerFactory, RegieFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db

STOEL = {"naam": "Oma Truus", "relatie": "grootmoeder", "organisatie": "", "email": "oma@voorbeeld.example"}
KLADJE = reverse("web:kladje")
TITEL = "Dit typte u eerder"


@pytest.fixture
def url(client):
    """The page of a chair, opened by the regisseur who may change it."""
    regie = RegieFactory(regisseur__naam="Els Habets")
    oma = BetrokkeneFactory(gezin=regie.gezin, email="oma@voorbeeld.example")
    client.force_login(regie.regisseur)
    return reverse("gezinnen:stoel", args=[regie.gezin.pk, oma.pk])


def type_in(client, url, **velden):
    lading = {
        "pad": url,
        "actie": url,
        "velden": json.dumps([[naam, waarde] for naam, waarde in velden.items()]),
    }
    return client.post(KLADJE, lading)


def kept_by(client):
    """What the session holds; only the owner of the table may look."""
    with as_eigenaar():
        return client.session.get(kladje.KLADJES, [])


def text_of(client, url):
    return client.get(url).content.decode()


def test_what_was_typed_is_offered_again_and_gone_after_saving(client, url):
    assert TITEL not in text_of(client, url)

    assert set(type_in(client, url, relatie="oma van vaders kant").json()) == {"om"}
    pagina = text_of(client, url)
    assert TITEL in pagina and "oma van vaders kant" in pagina

    assert client.post(url, STOEL | {"gelezen": 1}).status_code == 302
    assert TITEL not in text_of(client, url)


def test_it_stands_on_its_own_page_only(client, url):
    type_in(client, url, relatie="oma van vaders kant")

    assert TITEL not in text_of(client, "/")


def test_it_can_be_thrown_away_without_script(client, url):
    type_in(client, url, relatie="oma van vaders kant")

    assert client.post(KLADJE, {"pad": url, "weg": "ja"}).url == url
    assert TITEL not in text_of(client, url)


def test_nobody_else_reads_it_and_it_is_gone_after_logging_out(client, url):
    type_in(client, url, relatie="oma van vaders kant")
    with as_eigenaar():
        rij = client.session.model.objects.get(session_key=client.session.session_key)
    assert "vaders" not in str(rij.session_data)

    client.post(reverse("account_logout"))
    client.force_login(GebruikerFactory())
    assert kept_by(client) == []


def test_it_is_thrown_away_after_a_day(client, url):
    type_in(client, url, relatie="oma van vaders kant")
    with as_eigenaar():
        session = client.session
        session[kladje.KLADJES][0]["op"] = (timezone.now() - kladje.GELDIG - timedelta(seconds=1)).timestamp()
        session.save()

    assert TITEL not in text_of(client, url)


def test_a_refused_form_is_kept_also_when_somebody_walks_away(client, url):
    assert (
        client.post(url, STOEL | {"relatie": "", "naam": "Truus van boven", "gelezen": 1}).status_code == 422
    )

    assert "Truus van boven" in text_of(client, url)


def test_leaving_the_text_of_the_other_does_not_lose_mine(client, url):
    client.post(url, STOEL | {"relatie": "oma van moeder", "gelezen": 1})
    assert client.post(url, STOEL | {"relatie": "oma van vader", "gelezen": 1}).status_code == 409
    client.post(url, STOEL | {"relatie": "oma van vader", "gelezen": 2, "keuze": "hun"})

    pagina = text_of(client, url)
    assert TITEL in pagina and "oma van vader" in pagina
    assert all("keuze" not in dict(een["velden"]) for een in kept_by(client))


@pytest.mark.parametrize(
    ("lading", "status"),
    [
        ({"pad": "https://elders.example/", "velden": "[]"}, 400),
        ({"pad": "//elders.example/", "velden": "[]"}, 400),
        ({"pad": "/x/", "velden": "geen lijst"}, 400),
        ({"pad": "/x/", "velden": '[["naam", 1]]'}, 400),
        ({"pad": "/x/", "velden": json.dumps([["naam", "a" * kladje.LANGST]])}, 413),
        ({"pad": "/x/", "velden": '[["naam", "Truus"]]'}, 200),
    ],
)
def test_only_what_a_form_holds_is_taken(client, url, lading, status):
    assert client.post(KLADJE, lading).status_code == status


def test_passwords_and_choices_of_a_moment_are_never_kept(client, url):
    type_in(client, url, keuze="hun", wachtwoord="geheim woord", new_password1="geheim woord", naam="Truus")

    assert [een["velden"] for een in kept_by(client)] == [[["naam", "Truus"]]]


def test_only_the_last_forms_are_kept(client, url):
    for nummer in range(kladje.MEESTE + 2):
        type_in(client, f"/blad/{nummer}/", naam="Truus")

    paden = [een["pad"] for een in kept_by(client)]
    assert paden == [f"/blad/{nummer}/" for nummer in range(2, kladje.MEESTE + 2)]


def test_a_stranger_keeps_nothing(client):
    assert client.post(KLADJE, {"pad": "/", "velden": "[]"}).status_code == 302
    assert kept_by(client) == []


@time_machine.travel("2026-11-16 14:03:00+01:00", tick=False)
def test_it_says_when(client):
    client.force_login(GebruikerFactory())

    assert type_in(client, "/x/", naam="Truus").json() == {"om": "14:03"}
