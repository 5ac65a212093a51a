"""The brief van aanbod is due five working days after the grant, until the backoffice says it has gone."""

import pytest
from django.urls import reverse

from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.termijnen import open_termijn
from rondetafel.regels.termijnen import BRIEF_VAN_AANBOD
from rondetafel.toegang.rollen import Rol
from tests.conftest import PEILDATUM
from tests.factories import AkkoordZorgFactory, BriefFactory, GebruikerFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


@pytest.fixture
def akkoord(klok):
    akkoord = AkkoordZorgFactory()
    with as_eigenaar():
        open_termijn(akkoord, BRIEF_VAN_AANBOD, vanaf=PEILDATUM)
    BriefFactory(akkoord=akkoord)
    return akkoord


def test_backoffice_closes_the_duty_once_the_letter_has_gone(client, akkoord):
    client.force_login(GebruikerFactory(rol=Rol.BACKOFFICE))
    address = reverse("zorg:brief", args=[akkoord.pk])
    assert "De brief is verstuurd" in client.get(address).content.decode()

    client.post(reverse("zorg:brief", args=[akkoord.pk]))

    assert "De brief is verstuurd" not in client.get(address).content.decode()
    with as_eigenaar():
        assert Termijn.objects.get().gesloten_op == PEILDATUM
        assert Logregel.objects.filter(gebeurtenis="brief_verstuurd").count() == 1


def test_kernteam_sends_no_letters(client, akkoord):
    client.force_login(GebruikerFactory(rol=Rol.KERNTEAM))

    page = client.get(reverse("zorg:akkoord", args=[akkoord.pk])).content.decode()
    assert "Naar de brief" not in page
    assert client.get(reverse("zorg:brief", args=[akkoord.pk])).status_code == 404
    assert client.post(reverse("zorg:brief", args=[akkoord.pk])).status_code == 404
    with as_eigenaar():
        assert Termijn.objects.get().gesloten_op is None
