"""Pages that belong to no room."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.web import voorbeelden
from rondetafel.web.forms import VoorbeeldForm

PEILDATUM = date(2026, 11, 22)


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
