from uuid import UUID

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rondetafel.toegang.forms import EersteWachtwoord
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.operations import start_account


@login_not_required
@require_http_methods(["GET", "POST"])
def welkom(request: HttpRequest, pk: UUID, token: str) -> HttpResponse:
    """Follow an invitation: choose a password and go in."""
    gebruiker = Gebruiker.objects.with_banden().filter(pk=pk, is_active=True).first()
    if gebruiker is None or not default_token_generator.check_token(gebruiker, token):
        return render(request, "toegang/link_verlopen.html", status=410)
    genodigde = gebruiker.as_wie()
    form = EersteWachtwoord(gebruiker, request.POST or None)
    if form.is_valid():
        start_account(gebruiker, wachtwoord=form.cleaned_data["new_password1"], door=genodigde)
        login(request, gebruiker, backend="rondetafel.toegang.inloggen.Inloggen")
        return redirect("werkplek:vandaag")
    return render(request, "toegang/welkom.html", {"form": form, "is_jeugdige": genodigde.is_jeugdige})
