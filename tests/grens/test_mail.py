"""Mail carries nothing: every mail there is, to everybody of the demo, read word by word."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.urls import reverse

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.kern.mails import GeenInhoud, Mail, link_to, render
from rondetafel.kern.models import Post
from rondetafel.kern.post import queue_mail, send_post
from rondetafel.organisaties.models import Gemeente, Organisatie
from rondetafel.platform.demo.personen import PERSONEN
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.models import Gebruiker
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

WORK = """zorg hulp jeugd kind gezin ouder plan regisseur gemeente veilig behandel begeleid aanmeld verwijz jens
    overleg kernteam dossier cliënt client problem moeder vader school melding signaal traject"""
LINK = re.compile(r"https?://\S+")
CODE = "7KQX-49PM"
OF_ALLAUTH = sorted(
    {
        f"{path.parent.parent.name}/email/{path.name.removesuffix('_subject.txt')}"
        for path in Path(allauth.__file__).parent.glob("templates/*/email/*_subject.txt")
    }
)
KANARIE = "Kanarievogel"


def inhoud_for(een):
    if een is Mail.INLOGCODE:
        return CODE
    return link_to(reverse("mfa_index")) if een.has_inhoud else ""


def send_everything(aan):
    """Queue every mail at the door and send it as the worker does."""
    with as_role(DEUR):
        posts = [queue_mail(een, aan=aan, inhoud=inhoud_for(een)) for een in Mail]
    with as_eigenaar():
        for post in posts:
            send_post(str(post.pk))


@pytest.fixture(scope="module")
def names(decor):
    """Every name in the demo: people, organisations and places."""
    with as_eigenaar():
        whole = [
            *Gebruiker.objects.values_list("naam", flat=True),
            *Betrokkene.objects.values_list("naam", flat=True),
            *Organisatie.objects.values_list("naam", flat=True),
            *Gemeente.objects.values_list("naam", flat=True),
            *(part for names in Persoon.objects.values_list("voornaam", "achternaam") for part in names),
        ]
    words = {word.lower() for name in whole for word in re.findall(r"\w+", name)}
    return {word for word in words if len(word) > 3}


@pytest.mark.parametrize("persona", PERSONEN, ids=lambda persona: persona.sleutel)
def test_no_mail_to_anybody_tells_anything(decor, names, persona):
    send_everything(persona.email)
    with as_eigenaar():
        numbers = {f"{nummer:04d}" for nummer in Gezin.objects.values_list("nummer", flat=True)}

    assert len(mail.outbox) == len(Mail)
    for message in mail.outbox:
        raw = message.message()
        del raw["To"]
        del raw["Message-ID"]
        told = LINK.sub("", " ".join([*raw.values(), message.body])).lower().replace(CODE.lower(), "")
        assert not names & set(re.findall(r"\w+", told)), message.subject
        assert [word for word in WORK.split() if word in told] == [], message.subject
        assert not numbers & set(re.findall(r"\d+", message.subject + LINK.sub("", message.body)))
        assert message.attachments == []
        assert not raw.is_multipart() and raw.get_content_type() == "text/plain"
        assert all("/account/" in link for link in LINK.findall(message.body))


def test_everybody_gets_the_same_mail(decor):
    """Whoever compares two mailboxes cannot tell a child from a regisseur."""
    texts = []
    for persona in (PERSONEN[0], PERSONEN[-1]):
        mail.outbox.clear()
        send_everything(persona.email)
        texts.append([(message.subject, message.body, message.from_email) for message in mail.outbox])

    assert texts[0] == texts[1]


def test_headers_ask_for_no_answer_and_name_no_machine(settings):
    settings.DEFAULT_FROM_EMAIL = "Rondetafel <post@rondetafel.example.nl>"
    send_everything("oma@voorbeeld.example")

    for message in mail.outbox:
        raw = message.message()
        assert raw["Auto-Submitted"] == "auto-generated"
        assert raw["Message-ID"].endswith("@rondetafel.example.nl>")
        assert raw["Reply-To"] is None
        assert not [name for name in raw.keys() if name.startswith("List-") or name == "X-Mailer"]  # noqa: SIM118


def test_what_has_left_is_forgotten_here():
    with as_role(DEUR):
        post = queue_mail(Mail.INLOGCODE, aan="oma@voorbeeld.example", inhoud=CODE)
    with as_eigenaar():
        send_post(str(post.pk))
        send_post(str(post.pk))
        post.refresh_from_db()

    assert (post.tekst, len(mail.outbox)) == ("", 1)
    assert post.verstuurd_at


def test_a_mail_server_that_is_down_is_asked_again(monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    with as_role(DEUR):
        post = queue_mail(Mail.ONBEKEND, aan="oma@voorbeeld.example")
    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    with as_eigenaar():
        with pytest.raises(ConnectionRefusedError):
            send_post(str(post.pk))
        post.refresh_from_db()

    assert post.verstuurd_at is None
    assert send_post.retry_strategy.max_attempts > 1


@pytest.mark.parametrize("inhoud", ["Noor Vermeer", "http://elders.example/account/", "", "gezin 12"])
def test_nothing_else_fits_in_a_mail(inhoud):
    with pytest.raises(GeenInhoud):
        render(Mail.UITNODIGING, inhoud)


@pytest.mark.parametrize("pad", ["/gezin/8296a4f9-75bd-4d93-84e3-6301a31f212e/", "/", "//elders.example/x"])
def test_a_link_leads_to_the_door(pad):
    with pytest.raises(GeenInhoud):
        link_to(pad)


def test_a_link_stays_on_our_own_host(settings):
    """Whoever sends a false Host header does not choose where the link leads."""
    assert link_to("http://elders.example/account/login/") == f"{settings.ADRES}/account/login/"


@pytest.mark.parametrize("prefix", OF_ALLAUTH)
def test_mails_of_allauth_are_ours(prefix):
    context = {
        "password_reset_url": "http://elders.example/account/password/reset/key/1-x/",
        "code": CODE,
        "user": KANARIE,
        "username": KANARIE,
        "user_agent": KANARIE,
        "ip": KANARIE,
    }
    with as_role(DEUR):
        get_adapter().send_mail(prefix, "tante@voorbeeld.example", context)
    with as_eigenaar():
        post = Post.objects.get(aan="tante@voorbeeld.example")

    assert KANARIE not in post.onderwerp + post.tekst
    assert post.onderwerp in [str(een.value.onderwerp) for een in Mail]
    assert "elders.example" not in post.tekst


@pytest.mark.parametrize(
    ("email", "onderwerp"),
    [("samira@demo.example", Mail.WACHTWOORD), ("niemand@demo.example", Mail.ONBEKEND)],
)
def test_asking_for_a_password_queues_a_mail_either_way(client, decor, email, onderwerp):
    with as_eigenaar():
        before = set(Post.objects.values_list("pk", flat=True))
    client.post(reverse("account_reset_password"), {"email": email})
    with as_eigenaar():
        (post,) = Post.objects.exclude(pk__in=before)

    assert (post.aan, post.onderwerp) == (email, str(onderwerp.value.onderwerp))
    assert mail.outbox == []
