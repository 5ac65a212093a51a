"""Which room answers which address? Every room writes its addresses in full in its own urls.py."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from rondetafel.platform.settings import ROOMS

WITH_URLS = [room for room in ROOMS if room != "platform" and find_spec(f"rondetafel.{room}.urls")]

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.urls")),
    *(path("", include(f"rondetafel.{room}.urls")) for room in WITH_URLS),
]
