"""The pages of the demo: for everybody while it is on, for nobody on a database that is not a demo."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.urls import NoReverseMatch, reverse

from rondetafel.platform.demo.merk import is_marked
from rondetafel.platform.demo.personen import PERSONEN
from rondetafel.toegang.models import Gebruiker
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

PERSONEN_PAD, WORD_PAD, POST_PAD = "/account/demo/", "/account/demo/word/", "/demo/post/"


@pytest.fixture(autouse=True)
def _post(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path


def send(aan, onderwerp, tekst, settings):
    backend = EmailBackend(file_path=settings.EMAIL_FILE_PATH)
    backend.send_messages([EmailMessage(onderwerp, tekst, "rondetafel@localhost", [aan])])


def person_in(client):
    """The key of whoever is logged in with this browser."""
    with as_eigenaar():
        return client.session.get("_auth_user_id")


def test_everybody_stands_on_the_page(client, decor, demo):
    page = client.get(PERSONEN_PAD).content.decode()

    assert all(f'value="{persona.sleutel}"' in page for persona in PERSONEN)


@pytest.mark.parametrize("persona", PERSONEN, ids=lambda persona: persona.sleutel)
def test_everybody_gets_in_and_reaches_their_start_page(client, decor, demo, persona, klok):
    answer = client.post(WORD_PAD, {"persoon": persona.sleutel})
    assert answer["Location"] == "/"
    assert person_in(client) == str(decor.accounts[persona.sleutel].pk)
    try:
        start = reverse("werkplek:vandaag")
    except NoReverseMatch:
        pytest.skip("de startpagina is er nog niet")

    assert client.get(start, follow=True).status_code == 200


def test_somebody_becomes_somebody_else(client, decor, demo):
    client.post(WORD_PAD, {"persoon": "els"})
    client.post(WORD_PAD, {"persoon": "noor"})
    page = client.get(PERSONEN_PAD).content.decode()

    assert person_in(client) == str(decor.accounts["noor"].pk)
    assert 'value="noor"' not in page
    assert "Dit bent u nu" in page


@pytest.mark.parametrize("persoon", ["", "niemand", "fatma", "els@demo.example"])
def test_only_persons_of_the_list_can_be_chosen(client, decor, demo, persoon):
    assert client.post(WORD_PAD, {"persoon": persoon}).status_code == 404
    assert person_in(client) is None


def test_a_closed_account_can_not_be_chosen(client, decor, demo):
    with as_eigenaar():
        Gebruiker.objects.filter(email="els@demo.example").update(is_active=False)

    assert client.post(WORD_PAD, {"persoon": "els"}).status_code == 404


def test_choosing_is_no_link(client, decor, demo):
    assert client.get(WORD_PAD).status_code == 405


def test_mails_are_shown_newest_first_with_links_that_work(client, decor, demo, settings):
    send(
        "oma@demo.example", "Eerste mail", "Hallo,\n\nOpen http://localhost:8000/account/welkom/1/", settings
    )
    send("opa@demo.example", "Tweede mail: ë", "Een regel.\n" + "-" * 20 + "\nNog een.", settings)
    page = client.get(POST_PAD).content.decode()

    assert "oma@demo.example" in page
    assert page.index("Tweede mail: ë") < page.index("Eerste mail") or page.count("Eerste mail") == 1
    assert '<a href="http://localhost:8000/account/welkom/1/"' in page
    assert "Nog een." in page


def test_mailbox_without_mail_says_what_to_do(client, decor, demo):
    assert "Er is nog geen mail verstuurd" in client.get(POST_PAD).content.decode()


def test_mail_can_not_bring_a_script(client, decor, demo, settings):
    send("oma@demo.example", "<script>x</script>", "<script>y</script>", settings)

    assert "<script>x" not in client.get(POST_PAD).content.decode()
    assert "<script>y" not in client.get(POST_PAD).content.decode()


@pytest.mark.parametrize("pad", [PERSONEN_PAD, POST_PAD])
def test_pages_do_not_exist_on_another_database(client, decor, demo, pad, monkeypatch):
    monkeypatch.setattr("rondetafel.platform.demo.views.is_marked", lambda: False)

    assert client.get(pad).status_code == 404


def test_nobody_becomes_anybody_on_another_database(client, decor, demo, monkeypatch):
    monkeypatch.setattr("rondetafel.platform.demo.views.is_marked", lambda: False)

    assert client.post(WORD_PAD, {"persoon": "els"}).status_code == 404
    assert person_in(client) is None


@pytest.mark.parametrize("pad", [PERSONEN_PAD, POST_PAD])
def test_pages_do_not_exist_while_the_demo_is_off(client, decor, demo, pad, settings):
    assert is_marked()
    settings.DEMO = False

    assert client.get(pad).status_code == 404


def test_addresses_do_not_stand_in_an_installation_without_demo(client):
    assert client.get(POST_PAD).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("demo:personen")


def test_folder_that_is_not_there_yet_is_an_empty_mailbox(client, decor, demo, settings):
    settings.EMAIL_FILE_PATH = Path("/bestaat/niet")

    assert client.get(POST_PAD).status_code == 200
