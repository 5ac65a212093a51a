"""Does this process answer and reach its database? Asked by a load balancer, so before anything personal."""

from collections.abc import Callable

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse

PATH = "/gezond/"

GetResponse = Callable[[HttpRequest], HttpResponse]


def health_middleware(get_response: GetResponse) -> GetResponse:
    """Answer PATH at once: no session, no transaction, no person."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path == PATH:
            return _report()
        return get_response(request)

    return answer


def _report() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except OperationalError:
        return HttpResponse("database onbereikbaar", status=503, content_type="text/plain")
    return HttpResponse("gezond", content_type="text/plain")
