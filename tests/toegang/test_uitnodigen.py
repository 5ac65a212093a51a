"""The whole way in: from the invitation at the table to the first look, and every way it can end before."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from rondetafel.gezinnen.operations import invite_betrokkene
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Post
from rondetafel.kern.post import send_post
from rondetafel.toegang.accounts import AdresBezet, mail_first_link
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band, Gebruiker
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    WACHTWOORD,
    BetrokkeneFactory,
    GebruikerFactory,
    GezagFactory,
    GezinFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
WACHTWOORDEN = {"new_password1": WACHTWOORD, "new_password2": WACHTWOORD}
pytestmark = pytest.mark.django_db


@pytest.fixture
def regie():
    return RegieFactory()


@pytest.fixture
def oma(regie):
    """Who has gezag reads by law, also when it is a grandmother; the network is asked for first."""
    return seat_with_gezag(regie, email="Oma@voorbeeld.example")


def seat_with_gezag(regie, **stoel):
    voogd = GezagFactory(kind__gezin=regie.gezin, soort="voogdij").volwassene
    return BetrokkeneFactory(gezin=regie.gezin, groep="gezin", persoon=voogd, **stoel)


def invite(regie, betrokkene):
    with as_person(regie.regisseur, peildatum=DAG) as wie:
        return invite_betrokkene(betrokkene.pk, door=wie, peildatum=DAG)


def find_account(email):
    with as_eigenaar():
        return Gebruiker.objects.with_banden().get(email=email)


def read_link():
    with as_eigenaar():
        tekst = Post.objects.latest("created_at").tekst
    return re.search(rf"{re.escape(settings.ADRES)}(\S+)", tekst)[1]


def test_invitation_leaves_a_neutral_mail_and_a_job(regie, oma):
    invite(regie, oma)

    with as_eigenaar():
        post = Post.objects.get()
        assert ProcrastinateJob.objects.get(task_name="kern.send_post").args == {"post_id": str(post.pk)}
        assert post.aan == "oma@voorbeeld.example"
        assert not {"truus", "noor", "hulp", "zorg"} & set(post.tekst.lower().split())
        send_post(str(post.pk))
        send_post(str(post.pk))
    assert [bericht.to for bericht in mail.outbox] == [["oma@voorbeeld.example"]]


def test_link_leads_to_a_password_and_in_and_then_is_dead(regie, oma, client, klok):
    invite(regie, oma)
    link = read_link()

    assert client.get(link).status_code == 200
    answer = client.post(link, WACHTWOORDEN)
    assert (answer.status_code, answer["Location"]) == (302, reverse("werkplek:vandaag"))

    assert client.get(reverse("gezinnen:tafel", args=[regie.gezin_id])).status_code == 200
    assert client.get(link).status_code == 410
    assert client.post(link, WACHTWOORDEN).status_code == 410
    with as_eigenaar():
        gebruiker = Gebruiker.objects.get(email="oma@voorbeeld.example")
        assert gebruiker.check_password(WACHTWOORD)
        regels = Logregel.objects.filter(betreft_id=gebruiker.pk).order_by("at")
        assert list(regels.values_list("gebeurtenis", "details")) == [
            (Gebeurtenis.ACCOUNT_GESTART, {}),
            (Gebeurtenis.INGELOGD, {"soort": "uitnodiging"}),
        ]


def test_short_password_is_refused_and_the_link_still_works(regie, oma, client):
    invite(regie, oma)
    link = read_link()

    page = client.post(link, {"new_password1": "kort", "new_password2": "kort"}).content.decode()

    assert "Dit wachtwoord is te kort. Gebruik minstens 12 tekens." in page
    assert client.get(link).status_code == 200


def test_link_expires_after_three_days(regie, oma, client):
    invite(regie, oma)
    link = read_link()

    with time_machine.travel(timezone.localtime() + timedelta(days=2, hours=23)):
        assert client.get(link).status_code == 200
    with time_machine.travel(timezone.localtime() + timedelta(days=3, minutes=1)):
        page = client.get(link)
    assert page.status_code == 410
    assert "nieuwe uitnodiging" in page.content.decode()


def test_link_of_somebody_else_or_nobody_opens_nothing(regie, oma, client):
    invite(regie, oma)
    token = read_link().split("/")[-2]
    ander = GebruikerFactory()

    assert client.get(reverse("toegang:welkom", args=[ander.pk, token])).status_code == 410
    assert client.get(reverse("toegang:welkom", args=[regie.gezin_id, token])).status_code == 410


def test_address_of_a_colleague_is_refused_and_nothing_changes(regie, oma):
    GebruikerFactory(email="oma@voorbeeld.example", rol=Rol.AANBIEDER)

    with pytest.raises(AdresBezet):
        invite(regie, oma)

    with as_eigenaar():
        assert not Post.objects.exists()
        assert not Band.objects.filter(grond_id=oma.pk).exists()


def test_second_family_opens_with_the_same_account(regie, oma):
    invite(regie, oma)
    andere = RegieFactory()
    invite(andere, seat_with_gezag(andere, email="oma@voorbeeld.example"))

    # In each family one about the child, and one about themselves.
    assert len(find_account("oma@voorbeeld.example").banden_json) == 4


def test_word_beside_the_name_is_what_someone_is_to_the_family(regie, oma):
    invite(regie, oma)

    assert find_account("oma@voorbeeld.example").as_wie().rolwoord == oma.relatie


def test_word_beside_the_name_fits_every_family(regie, oma):
    invite(regie, oma)
    andere = RegieFactory()
    invite(andere, seat_with_gezag(andere, email=oma.email, relatie="buurvrouw"))

    assert find_account("oma@voorbeeld.example").as_wie().rolwoord == "ouder of voogd met gezag"


def test_new_invitation_replaces_the_tie_of_the_first(regie, oma):
    invite(regie, oma)
    invite(regie, oma)

    with as_eigenaar():
        banden = Band.objects.filter(grond_id=oma.pk).order_by("created_at")
        gesloten = [band for band in banden if band.tot == DAG - timedelta(days=1)]
        assert (len(gesloten), len(banden)) == (2, 4)


@pytest.mark.parametrize(
    ("email", "mails"),
    [
        pytest.param("oma@voorbeeld.example", 1, id="nooit-gebruikt"),
        pytest.param(None, 0, id="met-een-brief"),
    ],
)
def test_first_link_goes_to_who_has_an_address(email, mails):
    gebruiker = GebruikerFactory(email=email)

    mail_first_link(gebruiker.pk, gezin_id=GezinFactory().pk)

    with as_eigenaar():
        assert Post.objects.count() == mails
