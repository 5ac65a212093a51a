"""A walk along every link of the app, as whoever is logged in."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.conf import settings as house
from django.http import HttpResponse
from django.urls import Resolver404, resolve

from tests.conftest import AppClient
from tests.grens.koppen import is_ours, read_page

START = (
    "/",
    "/account/2fa/",
    "/web/privacy/",
    "/web/sluit-snel/",
    "/web/toegankelijkheid/",
    "/account/logout/",
    "/account/demo/",
)


def kind_of(address: str) -> str:
    """The name of the page and of what is asked of it, not for which family or with which answer."""
    path, asked = urlsplit(address).path, parse_qsl(urlsplit(address).query)
    try:
        return "?".join([resolve(path).view_name, *sorted({name for name, _ in asked})])
    except Resolver404:
        return "static" if path.startswith(house.STATIC_URL) else path


def walk(client: AppClient) -> Iterator[tuple[str, str, HttpResponse]]:
    """Open one page of each kind, by the links on them; yield each address, where its link stood, and the answer."""
    waiting, seen = [(address, "") for address in START], set[str]()
    while waiting:
        address, stood = waiting.pop(0)
        kind = kind_of(address)
        if kind in seen:
            continue
        seen.add(kind)
        response = client.get(address)
        yield address, stood, response
        if response.streaming:
            response.getvalue()
        elif response.get("Location"):
            waiting.append((response["Location"], stood))
        elif response["Content-Type"] != "application/pdf":
            page = read_page(response.content.decode())
            waiting += [
                (urljoin(address, link).partition("#")[0], address) for link in page.links if is_ours(link)
            ]
