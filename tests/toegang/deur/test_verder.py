"""Nothing typed is lost: after a session that ended, and after the question who it is."""

from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import include, path, reverse
from django.utils import timezone

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.platform.urls import urlpatterns as of_the_app
from rondetafel.toegang.deur.sterk import recent
from rondetafel.toegang.rollen import Rol
from tests.conftest import AppClient, note_login
from tests.factories import WACHTWOORD, GebruikerFactory, GezinFactory, RegieFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
VERDER = reverse("toegang:verder")
GETYPT = {"naam": "Truus van Dijk", "relatie": "oma van moeders kant", "groep": "netwerk"}


@recent
def exporteren(request):
    """A page that asks more than a look, as other rooms will have them."""
    return HttpResponse(f"{request.method} {request.POST.get('reden', '')}")


urlpatterns = [path("exporteren/", exporteren, name="exporteren"), path("", include(of_the_app))]


def with_password(gebruiker):
    gebruiker.set_password(WACHTWOORD)
    with as_eigenaar():
        gebruiker.save()
    return gebruiker


def fields_of(page):
    return {naam: waarde for naam, waarde in page.context["formulieren"][0].velden}


class TestSessieVoorbij:
    @pytest.fixture
    def regie(self, klok):
        regie = RegieFactory()
        with_password(regie.regisseur)
        return regie

    @pytest.fixture
    def address(self, regie):
        return reverse("gezinnen:stoel_nieuw", args=[regie.gezin_id])

    def type_too_late(self, client, regie, address, moment, **headers):
        client.force_login(regie.regisseur)
        with time_machine.travel(moment):
            return client.post(address, GETYPT, headers=headers)

    def test_form_comes_back_after_login_and_is_then_saved(self, client, regie, address, settings):
        moment = timezone.now() + timedelta(hours=1)
        answer = self.type_too_late(client, regie, address, moment)
        assert answer["location"] == f"{reverse('account_login')}?next={VERDER}"
        with as_eigenaar():
            assert not Betrokkene.objects.filter(naam=GETYPT["naam"]).exists()

        settings.DEMO = True
        with time_machine.travel(moment):
            client.post(
                answer["location"], {"login": regie.regisseur.email, "password": WACHTWOORD, "next": VERDER}
            )
            page = client.get(VERDER)
            assert GETYPT["naam"] in page.content.decode()
            assert f'action="{address}"' in page.content.decode()
            client.post(address, fields_of(page))

        with as_eigenaar():
            assert Betrokkene.objects.filter(naam=GETYPT["naam"], relatie=GETYPT["relatie"]).exists()

    def test_somebody_else_who_logs_in_sees_nothing_of_it(self, client, regie, address):
        ander = with_password(GebruikerFactory())
        moment = timezone.now() + timedelta(hours=1)
        self.type_too_late(client, regie, address, moment)

        with time_machine.travel(moment):
            client.post(reverse("account_login"), {"login": ander.email, "password": WACHTWOORD})
            answer = client.get(VERDER)
            assert (answer.status_code, answer["location"]) == (302, "/")
            with as_eigenaar():
                assert "bewaard" not in client.session

    def test_two_tabs_lose_nothing(self, client, regie, address, settings):
        """Both were being typed in; one comes first and ends the session, the other still sends its cookie."""
        tweede = GETYPT | {"naam": "Opa Jan", "relatie": "opa van vaders kant"}
        moment = timezone.now() + timedelta(hours=1)
        self.type_too_late(client, regie, address, moment)
        with time_machine.travel(moment):
            answer = client.post(address, tweede)
            assert answer["location"] == f"{reverse('account_login')}?next={VERDER}"

            settings.DEMO = True
            client.post(reverse("account_login"), {"login": regie.regisseur.email, "password": WACHTWOORD})
            page = client.get(VERDER)
            assert [een.velden[0][1] for een in page.context["formulieren"]] == ["Opa Jan", GETYPT["naam"]]
            client.post(address, fields_of(page))
            client.post(address, fields_of(client.get(VERDER)))
            assert client.get(VERDER).status_code == 302

        with as_eigenaar():
            namen = {"Opa Jan", GETYPT["naam"]}
            assert Betrokkene.objects.filter(naam__in=namen).count() == 2

    def test_a_tab_that_only_looked_does_not_end_what_another_typed(self, client, regie, address):
        client.force_login(regie.regisseur)
        moment = timezone.now() + timedelta(hours=1)
        with time_machine.travel(moment):
            assert client.get("/").status_code == 302
            client.post(address, GETYPT)
        with as_eigenaar():
            assert [een["pad"] for een in client.session["bewaard"]] == [address]
            assert "_auth_user_id" not in client.session

    def test_a_kladje_outlives_a_session_that_ended_by_itself_and_not_logging_out(
        self, client, regie, settings
    ):
        settings.DEMO = True
        pad = reverse("werkplek:vandaag")
        kladje = {"pad": pad, "actie": pad, "velden": '[["tekst", "Slaapt slecht sinds de zomer."]]'}
        moment = timezone.now() + timedelta(hours=1)
        client.force_login(regie.regisseur)
        assert client.post(reverse("web:kladje"), kladje).status_code == 200
        with time_machine.travel(moment):
            client.get("/")
            login = {"login": regie.regisseur.email, "password": WACHTWOORD}
            client.post(reverse("account_login"), login)
            assert b"Slaapt slecht" in client.get(pad).content

            client.post(reverse("account_logout"))
            client.post(reverse("account_login"), login)
            assert b"Slaapt slecht" not in client.get(pad).content

    def test_the_key_is_new_once_somebody_is_in_again(self, client, regie, address, settings):
        settings.DEMO = True
        moment = timezone.now() + timedelta(hours=1)
        self.type_too_late(client, regie, address, moment)
        oud = client.cookies["sessie"].value
        with time_machine.travel(moment):
            client.post(reverse("account_login"), {"login": regie.regisseur.email, "password": WACHTWOORD})

        assert client.cookies["sessie"].value != oud
        with as_eigenaar():
            assert "van" not in client.session

    def test_part_of_a_page_leads_the_whole_page_to_the_door(self, client, regie, address):
        moment = timezone.now() + timedelta(hours=1)
        answer = self.type_too_late(client, regie, address, moment, **{"HX-Request": "true"})

        assert answer["HX-Redirect"].startswith(reverse("account_login"))

    def test_stranger_leaves_nothing_behind(self, client, address):
        client.post(address, GETYPT)

        with as_eigenaar():
            assert "bewaard" not in client.session

    def test_forged_form_is_not_kept(self, regie, address):
        strict = AppClient(enforce_csrf_checks=True)
        strict.force_login(regie.regisseur)
        with time_machine.travel(timezone.now() + timedelta(hours=1)):
            assert strict.post(address, GETYPT).status_code == 403
        with as_eigenaar():
            assert "bewaard" not in strict.session

    def test_thrown_away_is_gone(self, client, regie, address, settings):
        settings.DEMO = True
        moment = timezone.now() + timedelta(hours=1)
        self.type_too_late(client, regie, address, moment)
        with time_machine.travel(moment):
            client.post(reverse("account_login"), {"login": regie.regisseur.email, "password": WACHTWOORD})
            client.post(VERDER)
            assert client.get(VERDER).status_code == 302


@pytest.mark.urls(__name__)
class TestBevestigen:
    """A fresh proof for what asks more than a look."""

    @pytest.fixture
    def gebruiker(self, klok):
        GezinFactory()
        return with_password(GebruikerFactory(rol=Rol.REGISSEUR))

    def be(self, client, gebruiker, minutes):
        client.force_login(gebruiker)
        with as_eigenaar():
            moment = (timezone.now() - timedelta(minutes=minutes)).timestamp()
            note_login(client, gebruiker, methods=("password", "mfa"), at=moment)

    def confirm(self, client, answer):
        return client.post(
            answer["location"], {"password": WACHTWOORD, "next": answer["location"].split("next=")[1]}
        )

    @pytest.mark.parametrize(("minutes", "status"), [(0, 200), (4.9, 200), (5.1, 302), (14, 302)])
    def test_proof_is_fresh_for_five_minutes(self, client, gebruiker, minutes, status):
        self.be(client, gebruiker, minutes)

        assert client.get("/exporteren/").status_code == status

    def test_question_leads_back_to_where_one_was(self, client, gebruiker):
        self.be(client, gebruiker, 10)
        answer = client.get("/exporteren/?wat=plan")
        assert answer["location"].startswith(reverse("account_reauthenticate"))

        client.post(answer["location"], {"password": WACHTWOORD})
        assert client.get("/exporteren/?wat=plan").status_code == 200

    def test_what_was_typed_comes_back(self, client, gebruiker):
        self.be(client, gebruiker, 10)
        answer = client.post("/exporteren/", {"reden": "voor de rechter"})
        assert answer["location"].endswith("next=%2Faccount%2Fverder%2F")
        client.post(reverse("account_reauthenticate"), {"password": WACHTWOORD, "next": VERDER})

        page = client.get(VERDER)
        assert fields_of(page) == {"reden": "voor de rechter"}
        assert client.post("/exporteren/", fields_of(page)).content == b"POST voor de rechter"

    def test_wrong_password_opens_nothing(self, client, gebruiker):
        self.be(client, gebruiker, 10)
        client.post(reverse("account_reauthenticate"), {"password": "een-heel-ander-wachtwoord"})

        assert client.get("/exporteren/").status_code == 302

    def test_who_has_no_password_comes_in_again(self, client, klok):
        gebruiker = GebruikerFactory(rol=Rol.REGISSEUR)
        self.be(client, gebruiker, 10)

        assert client.post("/exporteren/", {"reden": "x y"})["location"].startswith(reverse("account_login"))
        with as_eigenaar():
            assert "_auth_user_id" not in client.session
            assert "bewaard" in client.session
