"""The door between a session and a page: who was away too long goes out, who is not sure enough goes no further."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from rondetafel.toegang.context import DEUR, enter
from rondetafel.toegang.deur import bewaard, sessies
from rondetafel.toegang.deur.operations import close_verlopen_sessie
from rondetafel.toegang.deur.sterk import BevestigingNodig, BevestigingVoorBestand, is_sterk
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.web import kladje

Antwoord = Callable[[HttpRequest], HttpResponse]

# Asking how long a session lasts is no sign that somebody is there.
TELT_NIET = "toegang:sessie"
# Where a professional without a second factor may go: to set one up, or out.
MAG_ZONDER = frozenset(
    {
        "toegang:tweede_stap",
        "toegang:sessie",
        "toegang:verleng",
        "toegang:verder",
        "account_logout",
        "account_reauthenticate",
        "account_change_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_view_recovery_codes",
        "mfa_download_recovery_codes",
    }
)


class DeurMiddleware:
    """Stands between Django's authentication and its check that somebody is logged in."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.sessie_einde = None  # type: ignore[attr-defined]
        # Another tab may have come first, and ended the session in which this one was typing.
        request.verlopen = sessies.ended_for(request.session)  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            self._judge(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """After the check on forged forms, so that only a form of our own is kept."""
        if not getattr(view, "login_required", True):
            return None
        if request.verlopen and request.method == "POST":  # type: ignore[attr-defined]
            return _keep_and_ask(request, voor=request.verlopen)  # type: ignore[attr-defined]
        if request.method == "POST" and request.user.is_authenticated:
            bewaard.forget_sent(request)
        naam = request.resolver_match.view_name if request.resolver_match else ""
        if request.user.is_authenticated and naam not in MAG_ZONDER and _lacks_second_factor(request):
            return _lead(request, reverse("toegang:tweede_stap"))
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask who it is, and come back to where somebody was with what they typed."""
        if not isinstance(exception, BevestigingNodig):
            return None
        gebruiker = _person(request)
        # The page ran as a reader of families; from here on only the account counts.
        enter(DEUR, gebruiker_id=None, peildatum=None)
        terug = _way_back(request, exception, voor=gebruiker.pk)
        if get_reauthentication_flows(gebruiker):
            return _lead(request, f"{reverse('account_reauthenticate')}?{urlencode({'next': terug})}")
        # Who only ever comes in through a provider proves it there, by coming in again.
        kept = {naam: request.session.get(naam) for naam in (bewaard.BEWAARD, bewaard.GEVRAAGD)}
        logout(request)
        request.session.update({naam: wat for naam, wat in kept.items() if wat})
        return _lead(request, f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': terug})}")

    def _judge(self, request: HttpRequest) -> None:
        """Is this session still alive? Then it lives on, else it ends here."""
        nu, rol = timezone.now(), _person(request).rol
        if sessies.end_of(request.session, rol) is None:
            sessies.begin(request)
        bewaard.forget_others(request)
        kladje.forget_others(request)
        einde = sessies.end_of(request.session, rol)
        assert einde is not None
        is_question = request.path == reverse(TELT_NIET)
        if nu >= einde and not is_question:
            request.verlopen = _close(request)  # type: ignore[attr-defined]
            return
        if not is_question:
            sessies.extend(request.session, nu)
        request.sessie_einde = sessies.end_of(request.session, rol)  # type: ignore[attr-defined]


def _lacks_second_factor(request: HttpRequest) -> bool:
    return _person(request).rol != Rol.GEZIN and not is_sterk(request)


def _close(request: HttpRequest) -> UUID:
    """End a session that nobody used, and return whose it was. What was typed in it stays, for who typed it."""
    gebruiker = _person(request)
    sessies.wait_for_others(request.session)
    if (eerder := sessies.ended_for(request.session)) is None:
        close_verlopen_sessie(gebruiker, door=gebruiker.as_wie())
        sessies.end(request.session, van=gebruiker.pk, blijft=(bewaard.BEWAARD, kladje.KLADJES))
    request.user = AnonymousUser()
    return eerder or gebruiker.pk


def _person(request: HttpRequest) -> Gebruiker:
    assert isinstance(request.user, Gebruiker)
    return request.user


def _keep_and_ask(request: HttpRequest, *, voor: UUID) -> HttpResponse:
    sessies.wait_for_others(request.session)
    bewaard.keep(request, voor=voor)
    return _lead(request, redirect_to_login(reverse("toegang:verder")).url)


def _way_back(request: HttpRequest, vraag: BevestigingNodig, *, voor: UUID) -> str:
    """Where to go after the question: the page itself, or the page that offers what was typed or asked for."""
    if request.method == "POST":
        bewaard.keep(request, voor=voor)
        return reverse("toegang:verder")
    if isinstance(vraag, BevestigingVoorBestand):
        bewaard.keep_file(request, voor=voor)
        return reverse("toegang:bestand")
    return request.get_full_path()


def _lead(request: HttpRequest, url: str) -> HttpResponse:
    """Send the whole page to `url`; a part that htmx asked for would else get a page inside a page."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)
