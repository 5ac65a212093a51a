"""For whom the database answers: set first, read by the policies, gone at the end; and every look is written."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern.models import Logregel, Uitkomst
from rondetafel.toegang.context import ContextMiddleware, as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import BandFactory, GebruikerFactory, GezinFactory, RegieFactory
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def current_role():
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('role'), current_setting('rondetafel.gebruiker', true)")
        return cursor.fetchone()


def test_context_is_given_back_after_the_block():
    regie = RegieFactory()
    before = current_role()

    with as_person(regie.regisseur, peildatum=DAG):
        assert current_role() == ("smal", str(regie.regisseur.pk))

    assert current_role()[0] == before[0]


def test_one_person_inside_another_sees_only_their_own():
    mijn, hun = RegieFactory(), RegieFactory()

    with as_person(mijn.regisseur, peildatum=DAG):
        with as_person(hun.regisseur, peildatum=DAG):
            assert set(Gezin.objects.all()) == {hun.gezin}
        assert set(Gezin.objects.all()) == {mijn.gezin}


def test_tie_of_yesterday_opens_nothing_today():
    ouder = BandFactory(tot=date(2026, 11, 15)).gebruiker

    with as_person(ouder, peildatum=date(2026, 11, 15)):
        assert Gezin.objects.count() == 1
    with as_person(ouder, peildatum=DAG):
        assert Gezin.objects.count() == 0


def test_failure_of_ours_undoes_the_request():
    GezinFactory(nummer=77)

    def fail(request):
        with as_eigenaar():
            Gezin.objects.update(nummer=78)
        return HttpResponse(status=500)

    ContextMiddleware(fail)(RequestFactory().get("/"))

    with as_eigenaar():
        assert Gezin.objects.get().nummer == 77


def test_look_at_a_family_is_written_before_the_answer(client, klok):
    regie = RegieFactory()
    client.force_login(regie.regisseur)

    assert client.get(reverse("werkplek:gezin", args=[regie.gezin_id])).status_code == 200

    with as_eigenaar():
        regel = Logregel.objects.filter(onderdeel="gezin").get()
        assert (regel.gezin_id, regel.gebruiker_id) == (regie.gezin_id, regie.regisseur.pk)
        assert (regel.gebeurtenis, regel.rol, regel.doel) == (
            "bekeken",
            "regisseur",
            "regie over het gezinsplan",
        )


def test_no_answer_when_the_look_cannot_be_written(client, klok):
    regie = RegieFactory()
    client.force_login(regie.regisseur)
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute("revoke execute on function schrijf_logregels from smal")

    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        client.get(reverse("werkplek:gezin", args=[regie.gezin_id]))


def test_look_that_is_not_allowed_is_written_as_refused(client, klok):
    gezin = GezinFactory()
    ouder = BandFactory(hoedanigheid=Hoedanigheid.OUDER).gebruiker
    client.force_login(ouder)

    assert client.get(reverse("werkplek:gezin", args=[gezin.pk])).status_code == 404

    with as_eigenaar():
        regel = Logregel.objects.get()
        assert (regel.uitkomst, regel.betreft_id) == (Uitkomst.GEWEIGERD, gezin.pk)
        assert regel.gezin_id == gezin.pk


def test_closed_account_is_a_stranger(client, klok):
    beheerder = GebruikerFactory(rol=Rol.BEHEERDER)
    client.force_login(beheerder)
    beheerder.is_active = False
    with as_eigenaar():
        beheerder.save()

    assert client.get(reverse("werkplek:vandaag")).status_code == 302
