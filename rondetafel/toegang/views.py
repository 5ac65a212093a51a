from uuid import UUID

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.tokens import default_token_generator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from rondetafel.toegang.adapter import Adapter
from rondetafel.toegang.deur import oidc
from rondetafel.toegang.forms import EersteWachtwoord
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.operations import start_account


@login_not_required
@require_http_methods(["GET", "POST"])
def welkom(request: HttpRequest, pk: UUID, token: str) -> HttpResponse:
    """Follow an invitation: choose a password, or a provider that knows who this is, and go in."""
    gebruiker = Gebruiker.objects.with_banden().filter(pk=pk, is_active=True).first()
    if gebruiker is None or not default_token_generator.check_token(gebruiker, token):
        return render(request, "toegang/link_verlopen.html", status=410)
    genodigde = gebruiker.as_wie()
    diensten = oidc.providers_for(request, gebruiker)
    gekozen = next((een for een in diensten if een.app.provider_id == request.POST.get("dienst")), None)
    if gekozen:
        return oidc.accept_through(request, gekozen, gebruiker_id=gebruiker.pk, token=token)
    form = EersteWachtwoord(gebruiker, request.POST or None)
    if form.is_valid():
        start_account(gebruiker, wachtwoord=form.cleaned_data["new_password1"], door=genodigde)
        record_authentication(request, gebruiker, "uitnodiging")
        Adapter(request).login(request, gebruiker)
        return redirect("werkplek:vandaag")
    context = {"form": form, "is_jeugdige": genodigde.is_jeugdige, "diensten": diensten}
    return render(request, "toegang/welkom.html", context)
