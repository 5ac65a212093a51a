"""Which room answers which address."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

# Rooms whose screens stand under their own name; `werkplek` has the front door.
ROOMS = (
    "toegang",
    "organisaties",
    "gezinnen",
    "instroom",
    "gezinsplan",
    "overleg",
    "zorg",
    "verantwoording",
    "web",
)


urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    *(
        path(f"{room}/", include(f"rondetafel.{room}.urls"))
        for room in ROOMS
        if find_spec(f"rondetafel.{room}.urls")
    ),
    *(
        path("", include("rondetafel.werkplek.urls"))
        for _ in range(1)
        if find_spec("rondetafel.werkplek.urls")
    ),
]
