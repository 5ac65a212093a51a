"""Which room answers which address? Every room writes its addresses in full in its own urls.py."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from rondetafel.platform.settings import ROOMS

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    *(path("", include(f"rondetafel.{room}.urls")) for room in ROOMS if find_spec(f"rondetafel.{room}.urls")),
]
