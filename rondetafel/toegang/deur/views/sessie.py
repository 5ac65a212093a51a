"""Pages at the door about oneself: where one is in, the second factor, what was typed, and getting in again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.kern import klok
from rondetafel.toegang.context import as_wie
from rondetafel.toegang.deur import bewaard, sessies
from rondetafel.toegang.deur.forms import HerstelForm
from rondetafel.toegang.deur.operations import close_sessies, open_herstel
from rondetafel.toegang.deur.sterk import recent
from rondetafel.toegang.mag import require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import ONVERWERKBAAR


@never_cache
@require_safe
def sessie(request: HttpRequest) -> HttpResponse:
    """How many seconds are left? Asking does not count as being there."""
    return JsonResponse({"over": _seconds_left(request)})


@require_POST
def verleng(request: HttpRequest) -> HttpResponse:
    """Somebody says that they are still there."""
    assert isinstance(request.user, Gebruiker)
    request.session[sessies.LAATST] = timezone.now().timestamp()
    request.sessie_einde = sessies.end_of(request.session, request.user.rol)  # type: ignore[attr-defined]
    return JsonResponse({"over": _seconds_left(request)})


@require_safe
def tweede_stap(request: HttpRequest) -> HttpResponse:
    """Why a professional needs a second factor, and the two ways to set one up."""
    return render(request, "toegang/deur/tweede_stap.html")


@require_http_methods(["GET", "POST"])
def verder(request: HttpRequest) -> HttpResponse:
    """Show that what was typed is still there, tab by tab, and let it be sent after all."""
    if request.method == "POST":
        bewaard.forget(request, request.POST.get("merk", ""))
    formulieren = bewaard.kept(request)
    if not formulieren:
        return redirect("werkplek:vandaag")
    if request.method == "POST":
        return redirect("toegang:verder")
    return render(request, "toegang/deur/verder.html", {"formulieren": formulieren})


@require_safe
def bestand(request: HttpRequest) -> HttpResponse:
    """Offer the file that was asked for before the question: getting it at once would leave no page behind."""
    pad = bewaard.kept_file(request)
    return render(request, "toegang/deur/bestand.html", {"pad": pad}) if pad else redirect("werkplek:vandaag")


@require_http_methods(["GET", "POST"])
@recent
def ingelogd(request: HttpRequest) -> HttpResponse:
    """Where somebody is logged in; one or all others can be ended, which works at once."""
    assert isinstance(request.user, Gebruiker)
    eigen = request.session.get(sessies.KENMERK)
    lijst = sessies.sessions_of(request.user.pk)
    if request.method == "POST":
        gekozen = request.POST.get("sessie", "")
        kenmerken = [een.kenmerk for een in lijst if _is_chosen(een.kenmerk, gekozen, eigen)]
        aantal = close_sessies(request.user, kenmerken, door=request.wie)  # type: ignore[attr-defined]
        messages.success(
            request, _("Uitgelogd op %d andere plekken.") % aantal if aantal != 1 else _("Uitgelogd.")
        )
        return redirect("toegang:ingelogd")
    context = {"sessies": lijst, "eigen": UUID(eigen) if eigen else None}
    return render(request, "toegang/deur/ingelogd.html", context)


@require_http_methods(["GET", "POST"])
@recent
def herstel(request: Verzoek) -> HttpResponse:
    """Let somebody in again who lost their second factor; for who manages accounts."""
    peildatum = klok.today()
    require(request.wie, Recht.ACCOUNT_HERSTELLEN, peildatum=peildatum)
    form = HerstelForm(request.POST or None)
    if form.is_valid():
        kwijt, vastgesteld = form.cleaned_data["gebruiker"], form.cleaned_data["vastgesteld"]
        with as_wie(request.wie, peildatum=peildatum):
            gebruiker = open_herstel(kwijt.pk, vastgesteld=vastgesteld, door=request.wie, peildatum=peildatum)
        messages.success(request, _("De tweede stap van %s is gewist.") % gebruiker)
        return redirect("toegang:herstel")
    status = ONVERWERKBAAR if form.is_bound else 200
    return render(request, "toegang/deur/herstel.html", {"form": form}, status=status)


def _is_chosen(kenmerk: UUID, gekozen: str, eigen: str | None) -> bool:
    """One by its kenmerk, or all others; one's own session is ended by logging out."""
    return str(kenmerk) != eigen and gekozen in ("andere", str(kenmerk))


def _seconds_left(request: HttpRequest) -> int:
    einde: Any = request.sessie_einde  # type: ignore[attr-defined]
    return max(0, int((einde - timezone.now()).total_seconds())) if einde else 0
