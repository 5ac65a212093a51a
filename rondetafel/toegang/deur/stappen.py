"""allauth's own pages for a second factor, with what we add: a stronger session and a line in the logboek."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.http import HttpRequest, HttpResponse

from rondetafel.toegang.context import load_wie
from rondetafel.toegang.deur.operations import (
    add_noodcodes,
    add_tweede_stap,
    record_mislukt,
    record_noodcodes,
    withdraw_tweede_stap,
)
from rondetafel.toegang.deur.sterk import note_strong
from rondetafel.toegang.models import Gebruiker

TOTP, SLEUTEL = "totp", "webauthn"


class CodeAppAanzetten(ActivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _added(self.request, super().form_valid(form), TOTP)


class SleutelToevoegen(AddWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _added(self.request, super().form_valid(form), SLEUTEL)


class CodeAppUitzetten(DeactivateTOTPView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _removed(self.request, super().form_valid(form), TOTP)


class SleutelWeghalen(RemoveWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _removed(self.request, super().form_valid(form), SLEUTEL)


class NoodcodesBekijken(ViewRecoveryCodesView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _seen(request, super().get(request, *args, **kwargs), "scherm")


class NoodcodesOphalen(DownloadRecoveryCodesView):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _seen(request, super().get(request, *args, **kwargs), "bestand")


class NoodcodesMaken(GenerateRecoveryCodesView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        assert isinstance(self.request.user, Gebruiker)
        add_noodcodes(self.request.user, door=load_wie(self.request.user.pk))
        return response


class OpnieuwMetCode(ReauthenticateView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _proven(self.request, super().form_valid(form))


class OpnieuwMetSleutel(ReauthenticateWebAuthnView):
    def form_valid(self, form: Any) -> HttpResponse:
        return _proven(self.request, super().form_valid(form))


class TweedeStapVragen(AuthenticateView):
    def form_invalid(self, form: Any) -> HttpResponse:
        gebruiker = self.stage.login.user
        record_mislukt(gebruiker, soort="tweede stap", door=load_wie(gebruiker.pk))
        return super().form_invalid(form)


def _added(request: HttpRequest, response: HttpResponse, soort: str) -> HttpResponse:
    assert isinstance(request.user, Gebruiker)
    note_strong(request, soort)
    add_tweede_stap(
        request.user, soort=soort, behalve=request.session.session_key, door=load_wie(request.user.pk)
    )
    return response


def _proven(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    request.session.cycle_key()
    return response


def _seen(request: HttpRequest, response: HttpResponse, soort: str) -> HttpResponse:
    assert isinstance(request.user, Gebruiker)
    record_noodcodes(request.user, soort=soort, door=load_wie(request.user.pk))
    return response


def _removed(request: HttpRequest, response: HttpResponse, soort: str) -> HttpResponse:
    assert isinstance(request.user, Gebruiker)
    withdraw_tweede_stap(request.user, soort=soort, door=load_wie(request.user.pk))
    return response
