"""Addresses at the door. `EIGEN` stand in the room's own space; `VERVANGT` stand before those of allauth."""

from django.urls import path

from rondetafel.toegang.deur import oidc, stappen
from rondetafel.toegang.deur.views import code, sessie

EIGEN = [
    path("sessie/", sessie.sessie, name="sessie"),
    path("verleng/", sessie.verleng, name="verleng"),
    path("tweede-stap/", sessie.tweede_stap, name="tweede_stap"),
    path("verder/", sessie.verder, name="verder"),
    path("bestand/", sessie.bestand, name="bestand"),
    path("ingelogd/", sessie.ingelogd, name="ingelogd"),
    path("code/", code.code, name="code"),
    path("code/kiezen/", code.code_kiezen, name="code_kiezen"),
    path("herstel/", sessie.herstel, name="herstel"),
]
VERVANGT = [
    path("oidc/<str:provider_id>/login/callback/", oidc.terug, name="openid_connect_callback"),
    path("2fa/authenticate/", stappen.TweedeStapVragen.as_view(), name="mfa_authenticate"),
    path("2fa/reauthenticate/", stappen.OpnieuwMetCode.as_view(), name="mfa_reauthenticate"),
    path(
        "2fa/webauthn/reauthenticate/",
        stappen.OpnieuwMetSleutel.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/recovery-codes/", stappen.NoodcodesBekijken.as_view(), name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/download/",
        stappen.NoodcodesOphalen.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/generate/", stappen.NoodcodesMaken.as_view(), name="mfa_generate_recovery_codes"
    ),
    path("2fa/totp/activate/", stappen.CodeAppAanzetten.as_view(), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", stappen.CodeAppUitzetten.as_view(), name="mfa_deactivate_totp"),
    path("2fa/webauthn/add/", stappen.SleutelToevoegen.as_view(), name="mfa_add_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", stappen.SleutelWeghalen.as_view(), name="mfa_remove_webauthn"),
]
