"""Pages that belong to no room."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.web import kladje as kladjes
from rondetafel.web import voorbeelden, voorbeeldfamilie
from rondetafel.web.context import LETTERMATEN
from rondetafel.web.forms import VoorbeeldForm

PEILDATUM = date(2026, 11, 22)
JAAR = 365 * 24 * 60 * 60
TE_VEEL = 413


@login_not_required
@require_http_methods(["GET", "POST"])
def componenten(request: HttpRequest) -> HttpResponse:
    """Show every component in every state; only while developing or demonstrating."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    form = VoorbeeldForm(request.POST) if request.method == "POST" else VoorbeeldForm()
    context = {
        "form": form,
        "fout_form": VoorbeeldForm(voorbeelden.FOUTE_ANTWOORDEN, auto_id="fout_%s"),
        "bron": voorbeelden.BRON,
        "iconen": voorbeelden.ICONEN,
        "oordelen": voorbeelden.show_oordelen(),
        "tafels": voorbeelden.show_tafels(),
        "genogram": voorbeeldfamilie.GENOGRAM,
        "kringen": voorbeeldfamilie.KRINGEN,
        "bladzijde": voorbeelden.show_page(),
        "peildatum": PEILDATUM,
        "dagen": [PEILDATUM + timedelta(days=verschil) for verschil in (-1, 0, 1, 9, 60)],
        "hout": ("Ons plan", "3 doelen", "versie 4"),
    }
    return render(request, "web/componenten.html", context)


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "web/privacy.html")


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    return render(request, "web/toegankelijkheid.html")


@login_not_required
@require_safe
def sluit_snel(request: HttpRequest) -> HttpResponse:
    """Explain the button before it is needed, to whoever gets it."""
    return render(request, "web/sluit_snel.html", {"adres": urlsplit(settings.SLUIT_SNEL).hostname})


@require_POST
def kladje(request: HttpRequest) -> HttpResponse:
    """Keep what somebody is typing, or throw it away; only for themselves."""
    pad = request.POST.get("pad", "")
    if not _is_ours(request, pad):
        return HttpResponseBadRequest()
    if "weg" in request.POST:
        kladjes.forget(request, pad=pad)
        return redirect(pad)
    velden = kladjes.parse(request.POST.get("velden", ""))
    if velden is None:
        return HttpResponseBadRequest()
    op = kladjes.keep(request, pad=pad, actie=request.POST.get("actie", pad), velden=velden)
    if op is None:
        return HttpResponse(status=TE_VEEL)
    return JsonResponse({"om": date_format(timezone.localtime(op), "H:i")})


@login_not_required
@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """Remember how big the letters are in this browser: a size and nothing about who it is."""
    terug = request.POST.get("terug", "/")
    antwoord = redirect(terug if _is_ours(request, terug) else "/")
    maat = request.POST.get("maat", "")
    if maat in LETTERMATEN:
        antwoord.set_cookie(
            settings.LETTERS_COOKIE_NAME,
            maat,
            max_age=JAAR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return antwoord


@login_not_required
@require_safe
def weg(request: HttpRequest) -> HttpResponse:
    """Where "Sluit snel" passes through without JavaScript: an empty page that leads on at once."""
    return render(request, "web/weg.html", {"adres": settings.SLUIT_SNEL})


def _is_ours(request: HttpRequest, pad: str) -> bool:
    return url_has_allowed_host_and_scheme(pad, allowed_hosts=None) and pad.startswith("/")
