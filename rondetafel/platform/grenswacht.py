"""The browser fence at work: the fixed headers on every answer, and what a browser must forget."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]

# Some browsers clear the cookies of all hosts under the same domain along with ours: better one login too many.
VERGEET_ALLES = '"cache", "cookies", "storage"'
BESTAND_GEVONDEN = (200, 206, 304)


def fence_middleware(get_response: GetResponse) -> GetResponse:
    """Outermost, so that also errors, redirects, files and the health check pass here."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in settings.VASTE_KOPPEN.items():
            response.headers.setdefault(name, value)
        if not _is_public_file(request, response):
            response.headers["Cache-Control"] = "no-store"
        if _has_left(request):
            response.headers["Clear-Site-Data"] = VERGEET_ALLES
        return response

    return answer


def _is_public_file(request: HttpRequest, response: HttpResponse) -> bool:
    return request.path.startswith(settings.STATIC_URL) and response.status_code in BESTAND_GEVONDEN


def _has_left(request: HttpRequest) -> bool:
    """Was somebody known when the request came in, and nobody when it was answered?"""
    return getattr(request, "wie", None) is not None and not request.user.is_authenticated
