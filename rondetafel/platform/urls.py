"""Which room answers which address."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

ROOMS = (
    ("account/", "rondetafel.toegang.urls"),
    ("account/", "allauth.urls"),
    ("gezin/", "rondetafel.gezinnen.urls"),
    ("aanmelding/", "rondetafel.instroom.urls"),
    ("plan/", "rondetafel.gezinsplan.urls"),
    ("overleg/", "rondetafel.overleg.urls"),
    ("zorg/", "rondetafel.zorg.urls"),
    ("cijfers/", "rondetafel.verantwoording.urls"),
    ("web/", "rondetafel.web.urls"),
    ("", "rondetafel.werkplek.urls"),
    *((("", "rondetafel.platform.demo.urls"),) if settings.DEMO else ()),
)

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include(room)) for prefix, room in ROOMS if find_spec(room)
]
