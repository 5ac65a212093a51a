"""Come in with the code of a letter: first the code, then a name and a password of one's own."""

from datetime import timedelta

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rondetafel.toegang.adapter import Adapter
from rondetafel.toegang.context import load_wie
from rondetafel.toegang.deur import briefcodes, drempels
from rondetafel.toegang.deur.forms import CodeForm, InlognaamForm
from rondetafel.toegang.deur.operations import start_met_code
from rondetafel.toegang.models import Briefcode
from rondetafel.web.antwoorden import ONVERWERKBAAR

# In the session of somebody who showed a code: which letter, and until when they may choose a name.
BRIEF, TOT = "brief", "brief_tot"
KIEZEN = timedelta(minutes=30)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code. Whatever is wrong with it, the answer is the same."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        briefcode = _check(request, form)
        if briefcode is not None:
            request.session.cycle_key()
            request.session[BRIEF] = str(briefcode.pk)
            request.session[TOT] = (timezone.now() + KIEZEN).timestamp()
            return redirect("toegang:code_kiezen")
        form.add_error(
            None, _("Deze code werkt niet. Kijk de code en de geboortedatum na, of vraag een nieuwe brief.")
        )
    status = ONVERWERKBAAR if form.is_bound else 200
    return render(request, "toegang/deur/code.html", {"form": form}, status=status)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def code_kiezen(request: HttpRequest) -> HttpResponse:
    """Choose a name and a password, and go in."""
    briefcode = _shown(request)
    if briefcode is None:
        return redirect("toegang:code")
    form = InlognaamForm(briefcode.gebruiker, request.POST or None)
    wie = load_wie(briefcode.gebruiker_id)
    if form.is_valid():
        gebruiker = start_met_code(
            briefcode,
            inlognaam=form.cleaned_data["inlognaam"],
            wachtwoord=form.cleaned_data["new_password1"],
            door=wie,
            nu=timezone.now(),
        )
        request.session.flush()
        record_authentication(request, gebruiker, "briefcode")
        Adapter(request).login(request, gebruiker)
        return redirect("werkplek:vandaag")
    status = ONVERWERKBAAR if form.is_bound else 200
    context = {"form": form, "is_jeugdige": wie.is_jeugdige}
    return render(request, "toegang/deur/code_kiezen.html", context, status=status)


def _check(request: HttpRequest, form: CodeForm) -> Briefcode | None:
    """The letter, when code and day of birth fit and this place need not wait."""
    nu = timezone.now()
    plek = [drempels.by_address(Adapter(request).get_client_ip(request))]
    tekst, dag = form.cleaned_data["code"], form.cleaned_data["geboortedatum"]
    briefcode = None if drempels.is_closed(plek, nu) else briefcodes.find_code(tekst, nu)
    if briefcode is not None and briefcodes.fits(briefcode, tekst, dag):
        return briefcode
    if briefcode is not None:
        briefcodes.note_wrong_day(briefcode, nu)
    drempels.note_failure(plek, nu)
    return None


def _shown(request: HttpRequest) -> Briefcode | None:
    """The letter whose code was shown in this session, if it still holds."""
    nu = timezone.now()
    if request.session.get(TOT, 0) < nu.timestamp():
        return None
    brieven = Briefcode.objects.select_for_update(of=("self",)).select_related("gebruiker")
    return brieven.filter(
        pk=request.session[BRIEF], gesloten_at__isnull=True, gebruiker__is_active=True
    ).first()
