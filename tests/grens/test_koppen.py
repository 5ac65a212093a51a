"""The browser fence on every answer: a walk through the whole demo as everybody, and every kind of error.

On the same walk: no link is dead, and young people are addressed with "je".
"""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path, reverse

from rondetafel.platform.demo.personen import PERSONEN
from rondetafel.platform.urls import urlpatterns as van_het_huis
from rondetafel.toegang.rollen import Rol
from rondetafel.web.meldingen import Meldingcookie
from tests.conftest import AppClient
from tests.demo.aanspreken import JONGEREN, addressed_with_u
from tests.demo.adressen import urlpatterns as van_de_demo
from tests.demo.lopen import START, kind_of, walk
from tests.grens.koppen import complaints_about, complaints_about_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def fail(request):
    raise RuntimeError


def refuse(request):
    return HttpResponse(status=403)


def walkers():
    """Everybody of a family or network, and the first of each other rol: a colleague meets the same kinds of page."""
    eersten = {persona.rol: persona for persona in reversed(PERSONEN)}
    return [een for een in PERSONEN if een.rol is Rol.GEZIN or een is eersten[een.rol]]


urlpatterns = [*van_de_demo, *van_het_huis, path("omvallen/", fail), path("weigeren/", refuse)]


def is_page(response):
    return not response.streaming and response.get("Content-Type", "").startswith("text/html")


def check(response, *, is_static=False):
    wrong = complaints_about(response, is_static=is_static)
    if is_page(response):
        wrong += complaints_about_page(response.content.decode())
    assert wrong == [], (response.request["PATH_INFO"], response.status_code, wrong)


def walk_and_check(client):
    """Walk along links; return the kinds of page that were seen, dead links, and where a reader is called "u"."""
    seen, dead, beleefd = set(), [], []
    for address, stood, response in walk(client):
        kind = kind_of(address)
        check(response, is_static=kind == "static")
        seen.add(kind)
        dead += [(address, stood)] if response.status_code >= 400 else []
        beleefd += (
            [(address, words) for words in addressed_with_u(address, response)] if is_page(response) else []
        )
    return seen, dead, beleefd


@pytest.mark.parametrize("persona", walkers(), ids=lambda persona: persona.sleutel)
def test_every_page_of_everybody_is_fenced_and_no_link_is_dead(client, decor, demo, klok, persona):
    check(client.post("/account/demo/word/", {"persoon": persona.sleutel}))
    seen, dead, beleefd = walk_and_check(client)

    assert "werkplek:vandaag" in seen
    assert len(seen) > len(START)
    assert dead == []
    assert persona.sleutel not in JONGEREN or beleefd == []


def test_every_page_of_nobody_is_fenced(client, decor, demo):
    seen, dead, _ = walk_and_check(client)

    assert "account_login" in seen
    assert dead == []


@pytest.mark.parametrize(
    ("address", "method", "status"),
    [
        ("/bestaat/niet/", "get", 404),
        ("/web/privacy/", "delete", 405),
        ("/weigeren/", "get", 403),
        ("/omvallen/", "get", 500),
        ("/static/bestaat-niet.css", "get", 404),
        ("/static/", "get", 404),
        ("/gezond/", "get", 200),
        ("/account/login", "get", 301),
    ],
)
@pytest.mark.usefixtures("decor", "demo", "klok")
def test_every_error_is_fenced(settings, address, method, status):
    settings.ROOT_URLCONF = __name__
    client = AppClient(raise_request_exception=False)
    client.post("/account/demo/word/", {"persoon": "els"})
    response = getattr(client, method)(address)

    assert response.status_code == status
    check(response)


def test_a_form_without_its_token_is_fenced(decor, demo):
    response = AppClient(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})

    assert response.status_code == 403
    check(response)


def test_another_host_is_fenced(client, settings):
    settings.ALLOWED_HOSTS = ["rondetafel.example.nl"]
    response = client.get("/", headers={"host": "elders.example.nl"})

    assert response.status_code == 400
    check(response)


@pytest.mark.parametrize("file", ["web/merk.svg", "django_htmx/htmx-2.min.js"])
def test_a_file_that_is_nobodys_may_be_kept(client, file):
    response = client.get(f"/static/{file}")

    assert response.status_code == 200
    check(response, is_static=True)
    response.getvalue()


def test_who_leaves_leaves_nothing_behind(client, decor, demo, klok):
    client.post("/account/demo/word/", {"persoon": "samira"})
    stays = client.get("/web/privacy/")
    leaves = client.post(reverse("account_logout"))

    assert "Clear-Site-Data" not in stays
    assert leaves["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "Clear-Site-Data" not in client.get("/account/login/")


def test_every_cookie_of_an_installation_is_of_this_host_only(
    client, decor, demo, klok, settings, monkeypatch
):
    for name in ("SESSION_COOKIE", "CSRF_COOKIE"):
        setattr(settings, f"{name}_NAME", f"__Host-{name.lower()}")
        setattr(settings, f"{name}_SECURE", True)
    monkeypatch.setattr(Meldingcookie, "cookie_name", "__Host-melding")
    client.get("/account/login/", secure=True)
    client.post("/account/demo/word/", {"persoon": "samira"}, secure=True)
    client.post(reverse("account_logout"), secure=True)

    assert len(client.cookies) >= 2
    for name, cookie in client.cookies.items():
        assert name.startswith("__Host-"), name
        assert cookie["secure"] and cookie["path"] == "/" and not cookie["domain"], name


def test_a_script_gets_a_nonce_of_its_own_page(client):
    first, second = (client.get("/account/login/")["Content-Security-Policy"] for _ in range(2))

    assert "'nonce-" in first
    assert first != second


def test_a_page_from_elsewhere_is_seen():
    page = (
        '<link href="//cdn.example/x.css"><img src="https://a.example/b"><a href="https://c.example/">c</a>'
    )

    assert complaints_about_page(page) == ["//cdn.example/x.css", "https://a.example/b"]
    assert complaints_about_page("<script>x</script><p onclick='x' style='y'>") == [
        "<script>",
        "<p onclick>",
        "<p style>",
    ]


def test_an_answer_without_fence_is_seen():
    response = HttpResponse()
    response.request = RequestFactory().get("/").environ

    assert len(complaints_about(response)) >= len(("policy", "caching", "permissions", "others"))
