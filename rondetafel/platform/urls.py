"""Which room answers which address."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from rondetafel.platform import views
from rondetafel.toegang.deur.urls import VERVANGT

ROOMS = (
    ("account/", "rondetafel.toegang.urls"),
    # Not all of allauth: its old addresses and what we do not use stay away.
    ("account/", "allauth.account.urls"),
    ("account/2fa/", "allauth.mfa.urls"),
    ("account/inlogdiensten/", "allauth.socialaccount.urls"),
    ("account/", "allauth.socialaccount.providers.openid_connect.urls"),
    ("gezin/", "rondetafel.gezinnen.urls"),
    ("afwezig/", "rondetafel.vervanging.urls"),
    ("aanmelding/", "rondetafel.instroom.urls"),
    ("veiligheid/", "rondetafel.veiligheid.urls"),
    ("plan/", "rondetafel.gezinsplan.urls"),
    ("overleg/", "rondetafel.overleg.urls"),
    ("zorg/", "rondetafel.zorg.urls"),
    ("toezicht/", "rondetafel.kwaliteit.urls"),
    ("papieren/", "rondetafel.documenten.urls"),
    ("cijfers/", "rondetafel.verantwoording.urls"),
    ("regels/", "rondetafel.web.regelboek.urls"),
    ("web/", "rondetafel.web.urls"),
    ("", "rondetafel.werkplek.urls"),
    *((("", "rondetafel.platform.demo.urls"),) if settings.DEMO else ()),
)

urlpatterns: list[URLPattern | URLResolver] = [
    # An address for mail is changed by who invited, not by oneself: it is how an invitation is proven.
    path("account/email/", RedirectView.as_view(pattern_name="mfa_index"), name="account_email"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("account/", include(VERVANGT)),
    *(path(prefix, include(room)) for prefix, room in ROOMS),
]
