"""Who writes in the plan sees a count and tips, and is stopped by neither."""

import pytest
from django.urls import reverse

from rondetafel.gezinsplan.models import Actie
from tests.gezinsplan.wereld import make_doel, make_wereld
from tests.rollen import as_eigenaar

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
VERHAAL = (
    "Moeder is opgegroeid bij oma, en wij gaan interventies implementeren, op maandag en op dinsdag, "
    "samen met school."
)


@pytest.fixture
def wereld():
    return make_wereld()


def text_of(answer):
    return answer.content.decode()


def test_text_is_read_over_without_saving_and_saved_as_it_is(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = reverse("gezinsplan:actie_nieuw", args=[doel.pk])
    assert "0 van ongeveer 15 woorden." in text_of(client.get(url))
    actie = {"tekst": VERHAAL, "wie": wereld.moeder.pk}

    page = text_of(client.post(url, actie | {"nalezen": "ja"}))

    assert "18 van ongeveer 15 woorden." in page
    assert "Dit lijkt over vroeger te gaan: “is opgegroeid”." in page
    assert "“implementeren” is gaan doen" in page
    with as_eigenaar():
        assert not Actie.objects.exists()

    client.post(url, actie)
    with as_eigenaar():
        kept = Actie.objects.get()
    assert kept.tekst == VERHAAL
    gezin = text_of(client.get(reverse("werkplek:gezin", args=[wereld.gezin.pk])))
    assert "Er zijn tips bij deze tekst." in gezin
    later = text_of(client.get(reverse("gezinsplan:actie_wijzigen", args=[kept.pk])))
    assert "Dit lijkt over vroeger te gaan" in later


def test_plain_text_is_told_to_be_fine(client, wereld):
    doel = make_doel(wereld)
    client.force_login(wereld.regisseur)
    url = reverse("gezinsplan:actie_nieuw", args=[doel.pk])

    page = text_of(client.post(url, {"tekst": "Samen fietsen", "wie": wereld.moeder.pk, "nalezen": "ja"}))

    assert "geen tips" in page
    assert "Er zijn tips" not in page
