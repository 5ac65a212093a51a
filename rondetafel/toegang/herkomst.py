"""Where does a request come from? What every line of the logboek says of it, whoever is logged in."""

from ipaddress import ip_address
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest

from rondetafel.kern.logboek import Herkomst


def origin_of(request: HttpRequest) -> Herkomst:
    """Return a new key for this request, the address it came from and the name of this website."""
    return Herkomst(
        verzoek_id=uuid4(),
        netwerkadres=_address_of(request),
        bron=f"{urlsplit(settings.ADRES).hostname or ''} web"[:100],
    )


def _address_of(request: HttpRequest) -> str | None:
    """The visitor's address. Behind a proxy of our own it is the last one named: the proxy wrote it."""
    adres = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        adres = request.META.get("HTTP_X_FORWARDED_FOR", adres).rpartition(",")[2]
    try:
        return str(ip_address(adres.strip()))
    except ValueError:
        return None
