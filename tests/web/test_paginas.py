"""Pages without a room: error pages, the shell around every page, and the component page."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from rondetafel import web
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rollen import Rol
from rondetafel.web.context import list_navigatie, shell
from rondetafel.web.voorbeelden import ICONEN

NAVIGATIE = [
    {"label": "Begin", "url_name": "web:privacy", "icoon": "huis", "rollen": []},
    {"label": "Regels", "url_name": "web:toegankelijkheid", "icoon": "regels", "rollen": ["regisseur"]},
    {"label": "Straks", "url_name": "nog:niet", "icoon": "klok", "rollen": []},
]


@pytest.fixture
def _navigatie(settings):
    settings.NAVIGATIE = NAVIGATIE


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500"])
def test_error_page_says_what_why_and_how_on_without_any_context(code):
    html = render_to_string(f"{code}.html")

    assert html.count("<h1>") == 1
    assert html.count("<p>") >= 2
    assert "· Rondetafel</title>" in " ".join(html.split())
    assert 'href="/"' in html


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500"])
def test_error_page_has_no_script(code):
    assert "<script" not in render_to_string(f"{code}.html")


@pytest.mark.usefixtures("_navigatie")
@pytest.mark.parametrize(
    ("rol", "labels"), [("regisseur", ["Begin", "Regels"]), ("gezin", ["Begin"]), ("", [])]
)
def test_navigation_is_that_of_the_rol_and_of_the_rooms_that_are_open(rol, labels):
    assert [punt.label for punt in list_navigatie(rol=rol, pad="/")] == labels


@pytest.mark.usefixtures("_navigatie")
def test_navigation_knows_where_we_are():
    punten = list_navigatie(rol="regisseur", pad=reverse("web:toegankelijkheid") + "iets/")

    assert [punt.label for punt in punten if punt.actief] == ["Regels"]


def test_shell_works_for_somebody_unknown():
    context = shell(RequestFactory().get("/"))

    assert (context["wie"], context["navigatie"], context["is_gezin"]) == (None, [], False)


@pytest.mark.usefixtures("_navigatie")
@pytest.mark.parametrize(("is_gezin", "aantal"), [(True, 1), (False, 0)])
def test_a_family_can_leave_at_once(is_gezin, aantal):
    request = RequestFactory().get("/")
    request.wie = Wie(id=uuid4(), naam="Samira", rol=Rol.GEZIN if is_gezin else Rol.REGISSEUR)
    html = render_to_string("web/privacy.html", request=request)

    assert html.count("data-sluit-snel") == aantal
    assert "Samira" in html


@pytest.mark.parametrize("pagina", ["privacy", "toegankelijkheid"])
def test_public_page_has_a_title_and_one_heading(pagina):
    html = render_to_string(f"web/{pagina}.html", request=RequestFactory().get("/"))

    assert "<title> · " not in html
    assert html.count("<h1>") == 1
    assert 'href="#inhoud"' in html


@pytest.mark.django_db
def test_component_page_stays_inside(client, settings):
    settings.DEMO = False

    assert client.get(reverse("web:componenten")).status_code == 404


@pytest.mark.django_db
def test_component_page_shows_every_component(client, settings):
    settings.DEMO = True
    html = client.get(reverse("web:componenten")).content.decode()

    onderdelen = (
        "kaart melding leeg kruimel stappen voortgang gas oordeel foutenlijst bladeren tafel vergelijk"
    )
    assert [
        naam for naam in onderdelen.split() if f'class="{naam}' not in html and f" {naam}" not in html
    ] == []


def test_component_page_knows_every_picture():
    map_van_iconen = Path(web.__file__).parent / "templates" / "web" / "iconen"
    tekeningen = {"merk", "lege-stoel"}

    assert {bestand.stem for bestand in map_van_iconen.iterdir()} - tekeningen == set(ICONEN)


@pytest.mark.django_db
def test_component_page_gives_back_what_was_typed(client, settings):
    settings.DEMO = True
    html = client.post(reverse("web:componenten"), {"naam": "Noor"}).content.decode()

    assert 'value="Noor"' in html
    assert "data-focus" in html
