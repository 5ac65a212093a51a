"""What does a view get? A request of which is known who asks; PersonMiddleware sees to it."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from rondetafel.kern.logboek import Inzage
from rondetafel.toegang.mag import Wie

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class Verzoek(HttpRequest):
    """A request of someone who is logged in. `inzage` gathers what the page shows, for the logboek."""

    wie: Wie
    inzage: list[Inzage]
    htmx: "HtmxDetails"
