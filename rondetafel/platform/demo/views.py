"""The pages of the demo: be somebody else, and read the mail that left."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rondetafel.platform.demo.merk import is_marked
from rondetafel.platform.demo.personen import GROEPEN, PERSONEN
from rondetafel.platform.demo.post import list_mails
from rondetafel.toegang.models import Gebruiker

MAILS = 50

View = Callable[..., HttpResponse]


def only_in_demo(view: View) -> View:
    """Answer as if the page does not exist, unless the demo is on and this database was made by it."""

    @wraps(view)
    def answer(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO or not is_marked():
            raise Http404
        return view(request)

    return answer


@login_not_required
@require_safe
@only_in_demo
def personen(request: HttpRequest) -> HttpResponse:
    """Choose who to be, from everybody in the demo."""
    huidig = getattr(request.user, "email", "")
    return render(request, "platform/personen.html", {"groepen": GROEPEN, "huidig": huidig})


@login_not_required
@require_POST
@only_in_demo
def word(request: HttpRequest) -> HttpResponse:
    """Become that person: log in without a password, which only invented people allow."""
    emails = [persona.email for persona in PERSONEN if persona.sleutel == request.POST.get("persoon")]
    gebruiker = get_object_or_404(Gebruiker, email__in=emails, is_active=True)
    login(request, gebruiker, backend="rondetafel.toegang.inloggen.Inloggen")
    # Choosing a person counts as proof, so that the doors inside open for a while.
    record_authentication(request, gebruiker, "demo")
    return redirect(settings.LOGIN_REDIRECT_URL)


@login_not_required
@require_safe
@only_in_demo
def post(request: HttpRequest) -> HttpResponse:
    """Show the newest mails; the links in them work."""
    mails = list_mails(Path(settings.EMAIL_FILE_PATH), hoogstens=MAILS)
    return render(request, "platform/post.html", {"mails": mails})
