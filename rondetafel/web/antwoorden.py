"""How does a page answer a form that was sent? The same in every room: what is bound, and with which status."""

from django.http import HttpRequest, QueryDict

# Not accepted as it was sent; and somebody else saved first.
ONVERWERKBAAR, BOTSING = 422, 409
# What the versieconflict component posts: keep my text, or leave the other's.
MIJN, HUN = "mijn", "hun"


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: also a form in which nothing was filled in counts as sent."""
    return request.POST if request.method == "POST" else None


def status_of(request: HttpRequest) -> int:
    """A form that comes back with its answers was not accepted."""
    return ONVERWERKBAAR if request.method == "POST" else 200
