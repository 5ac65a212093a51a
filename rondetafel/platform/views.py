"""Pages of the installation itself."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rondetafel.kern import klok

# RFC 9116 wants a day after which nobody may trust the page; whoever fetches it later gets a later day.
GELDIG = timedelta(days=90)


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell a finder of a weakness whom to warn, in the form of RFC 9116."""
    if not settings.MELDPUNT:
        raise Http404
    regels = (
        f"Contact: {settings.MELDPUNT}",
        f"Expires: {klok.today() + GELDIG:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.ADRES}{request.path}",
    )
    return HttpResponse("\n".join([*regels, ""]), content_type="text/plain; charset=utf-8")
