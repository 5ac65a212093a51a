"""For families: leave at once, letters of one's own size, and a change that can be undone."""

import pytest
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from rondetafel.toegang.rollen import Rol
from rondetafel.web.meldingen import offer_undo
from tests.factories import GebruikerFactory

WEER = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"


@pytest.mark.django_db
def test_without_script_leaving_logs_out_and_leads_on(client):
    client.force_login(GebruikerFactory(rol=Rol.GEZIN))
    pagina = client.get("/").content.decode()
    assert f'name="next" value="{reverse("web:weg")}"' in pagina

    antwoord = client.post(reverse("account_logout"), {"next": reverse("web:weg")})

    assert antwoord.url == reverse("web:weg")
    assert "_auth_user_id" not in client.session
    assert f'content="0; url={WEER}"' in client.get(antwoord.url).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("rol", "staat_er"), [(Rol.GEZIN, True), (Rol.REGISSEUR, False)])
def test_help_with_reading_is_there_for_a_family(client, rol, staat_er):
    client.force_login(GebruikerFactory(rol=rol))
    pagina = client.get("/").content.decode()

    assert ("data-voorlezen" in pagina) is staat_er
    assert ("Extra grote letters" in pagina) is staat_er


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("maat", "onthouden"), [("groot", "groot"), ("grootst", "grootst"), ("reusachtig", "gewoon")]
)
def test_the_size_of_letters_is_remembered_without_script(client, maat, onthouden):
    terug = reverse("web:toegankelijkheid")
    antwoord = client.post(reverse("web:letters"), {"maat": maat, "terug": terug})

    assert antwoord.url == terug
    assert f'data-letters="{onthouden}"' in client.get(terug).content.decode()
    assert [koek.value for koek in antwoord.cookies.values()] in ([maat], [])


@pytest.mark.django_db
def test_the_way_back_stays_with_us(client):
    antwoord = client.post(reverse("web:letters"), {"maat": "groot", "terug": "https://elders.example/"})

    assert antwoord.url == "/"


def with_messages():
    request = RequestFactory().get("/")
    request._messages = CookieStorage(request)
    return request


def test_a_message_can_carry_a_button_to_undo():
    request = with_messages()
    offer_undo(request, "Oma is van de kring gehaald.", "/gezin/1/kring/terug/")
    html = Template('{% include "web/schil/meldingen.html" %}').render(
        Context({"messages": get_messages(request), "csrf_token": "token"})
    )

    assert 'method="post" action="/gezin/1/kring/terug/"' in html
    assert "Ongedaan maken" in html and "Gelukt:" in html


def test_undoing_never_leads_elsewhere():
    with pytest.raises(ValueError):
        offer_undo(with_messages(), "Weg.", "https://elders.example/")
