"""In with a letter: for who has no e-mail. The code alone opens nothing else, and guessing leads nowhere."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from rondetafel.gezinnen.models import Groep
from rondetafel.gezinnen.operations import invite_betrokkene, invite_by_letter
from rondetafel.kern.models import Logregel, Post
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.deur.briefcodes import ALFABET, hash_code, make_code
from rondetafel.toegang.models import Band, Briefcode, Gebruiker
from tests.factories import (
    WACHTWOORD,
    BetrokkeneFactory,
    ContactFactory,
    GebruikerFactory,
    GezagFactory,
    PersoonFactory,
    RegieFactory,
)
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 16)
CODE, KIEZEN = reverse("toegang:code"), reverse("toegang:code_kiezen")
GEBOREN = "02-03-1985"
KEUZE = {"inlognaam": "Esther.V", "new_password1": WACHTWOORD, "new_password2": WACHTWOORD}


@pytest.fixture
def regie():
    return RegieFactory()


@pytest.fixture
def moeder(regie, klok):
    """Without e-mail, with gezag over a child, born on a known day."""
    persoon = PersoonFactory(gezin=regie.gezin, ouder=True)
    GezagFactory(kind=PersoonFactory(gezin=regie.gezin), volwassene=persoon)
    return BetrokkeneFactory(gezin=regie.gezin, groep=Groep.GEZIN, persoon=persoon, naam="Esther", email="")


@pytest.fixture
def oma(regie, klok):
    """Without e-mail and without a known day of birth; she has gezag."""
    persoon = PersoonFactory(gezin=regie.gezin, ouder=True, geboortedatum=None)
    GezagFactory(kind=PersoonFactory(gezin=regie.gezin), volwassene=persoon)
    return BetrokkeneFactory(gezin=regie.gezin, groep=Groep.GEZIN, persoon=persoon, naam="Truus", email="")


def write(regie, betrokkene):
    with as_person(regie.regisseur, peildatum=DAG) as wie:
        return invite_by_letter(betrokkene.pk, door=wie, peildatum=DAG)


def give(client, code, geboren=GEBOREN):
    return client.post(CODE, {"code": code, "geboortedatum": geboren})


def test_letter_leads_to_a_name_and_in_and_then_is_dead(regie, moeder, client):
    code = write(regie, moeder)

    assert give(client, code)["location"] == KIEZEN
    assert client.get(KIEZEN).status_code == 200
    assert client.post(KIEZEN, KEUZE)["location"] == reverse("werkplek:vandaag")

    assert client.get(reverse("gezinnen:tafel", args=[regie.gezin_id])).status_code == 200
    with as_eigenaar():
        gebruiker = Gebruiker.objects.get(inlognaam="esther.v")
        assert gebruiker.email is None
        assert Band.objects.filter(gebruiker=gebruiker, grond_id=moeder.pk).exists()
        lines = Logregel.objects.order_by("at").values_list("gebeurtenis", flat=True)
        assert [line for line in lines if line != "bekeken"] == [
            "briefcode_gemaakt",
            "account_gestart",
            "ingelogd",
        ]
        assert not Post.objects.exists()
    client.logout_quietly()
    assert give(client, code).status_code == 422
    answer = client.post(reverse("account_login"), {"login": "esther.v", "password": WACHTWOORD})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    "change", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("0", "o")]
)
def test_code_may_be_typed_otherwise(regie, moeder, client, change):
    assert give(client, change(write(regie, moeder))).status_code == 302


@pytest.mark.parametrize("geboren", ["2-3-1985", "02/03/1985", "1985-03-02"])
def test_day_of_birth_may_be_typed_otherwise(regie, moeder, client, geboren):
    assert give(client, write(regie, moeder), geboren).status_code == 302


def test_code_alone_is_not_enough_where_the_day_is_known(regie, moeder, client):
    code = write(regie, moeder)
    answers = [give(client, code, geboren) for geboren in ("", "03-03-1985")]
    wrong = give(client, make_code())

    assert {answer.status_code for answer in (*answers, wrong)} == {422}
    texts = {tuple(answer.context["form"].non_field_errors()) for answer in (*answers, wrong)}
    assert len(texts) == 1


def test_code_is_enough_where_the_day_is_not_known(regie, oma, client):
    assert give(client, write(regie, oma), "").status_code == 302


def test_five_wrong_days_make_the_letter_void(regie, moeder, client):
    code = write(regie, moeder)
    for day in range(5):
        give(client, code, f"{day + 10}-03-1985")

    assert give(client, code).status_code == 422
    with as_eigenaar():
        assert Briefcode.objects.get().pogingen == 5


def test_guessing_codes_must_wait(regie, oma, client):
    code = write(regie, oma)
    for _ in range(30):
        give(client, make_code())

    assert give(client, code, "").status_code == 422


def test_letter_holds_for_fourteen_days(regie, oma, client):
    code = write(regie, oma)
    with time_machine.travel(timezone.now() + timedelta(days=13, hours=23)):
        assert give(client, code, "").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        assert give(client, code, "").status_code == 422


def test_new_letter_makes_the_old_one_void_and_keeps_the_account(regie, oma, client):
    first, second = write(regie, oma), write(regie, oma)

    assert give(client, first, "").status_code == 422
    assert give(client, second, "").status_code == 302
    with as_eigenaar():
        assert Gebruiker.objects.filter(naam=oma.naam).count() == 1


def test_choosing_without_a_code_leads_back(client):
    assert client.get(KIEZEN)["location"] == CODE
    assert client.post(KIEZEN, KEUZE)["location"] == CODE


def test_choosing_too_late_leads_back(regie, oma, client):
    give(client, write(regie, oma), "")
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        assert client.post(KIEZEN, KEUZE)["location"] == CODE


@pytest.mark.parametrize("naam", ["kees", "KEES", "kort"[:3], "met spatie", "a@b.nl", "-streep"])
def test_name_that_is_taken_or_not_plain_is_refused(regie, oma, client, naam):
    GebruikerFactory(inlognaam="kees")
    give(client, write(regie, oma), "")
    answer = client.post(KIEZEN, KEUZE | {"inlognaam": naam})

    assert answer.status_code == 422
    assert "inlognaam" in answer.context["form"].errors


def test_code_has_sixty_bits_and_is_kept_as_a_hash_only(regie, oma):
    code = write(regie, oma)

    assert re.fullmatch(rf"([{ALFABET}]{{4}}-){{2}}[{ALFABET}]{{4}}", code)
    assert len(set(ALFABET)) ** 12 == 2**60
    with as_eigenaar():
        assert Briefcode.objects.get().code_hash == hash_code(code)
        assert code not in str(list(Logregel.objects.values()))


def test_account_with_an_address_is_never_opened_by_letter(regie, oma):
    ContactFactory(betrokkene=oma, email="oma@voorbeeld.example")
    with as_person(regie.regisseur, peildatum=DAG) as wie:
        invite_betrokkene(oma.pk, door=wie, peildatum=DAG)
    with as_eigenaar():
        oma.refresh_from_db()
    write(regie, oma)

    with as_eigenaar():
        assert Briefcode.objects.get().gebruiker.email is None


def test_mail_to_nobody_is_refused(regie, oma):
    with as_person(regie.regisseur, peildatum=DAG) as wie, pytest.raises(Geweigerd, match="mailadres"):
        invite_betrokkene(oma.pk, door=wie, peildatum=DAG)


def test_letter_shows_code_and_address_and_nothing_about_care(regie, oma, client):
    client.force_login(regie.regisseur)
    invite = client.get(reverse("gezinnen:uitnodigen", args=[regie.gezin_id, oma.pk])).content.decode()
    assert "Brief met code maken" in invite
    address = reverse("gezinnen:brief", args=[regie.gezin_id, oma.pk])

    page = client.post(address)

    text = page.content.decode()
    letter = text[text.index("Beste ") : text.index("Afdrukken")]
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", letter)
    assert "/account/code/" in letter
    assert "30 november 2026" in letter
    assert not {"hulp", "zorg", "jeugd", "gezin", "plan", "regisseur"} & set(
        re.findall(r"[a-z]+", letter.lower())
    )
    assert "no-store" in page["Cache-Control"]
