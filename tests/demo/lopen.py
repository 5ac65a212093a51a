"""A walk along every link of the app, as whoever is logged in."""

from collections import Counter
from collections.abc import Iterator

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
# So many pages of each kind: the third family looks like the second.
OF_EACH_KIND = 2


def kind_of(address: str) -> str:
    try:
        return str(resolve(address.partition("?")[0]).view_name)
    except Resolver404:
        return "static" if address.startswith(house.STATIC_URL) else address


def walk(client: AppClient) -> Iterator[tuple[str, str, HttpResponse]]:
    """Open page after page by the links on it; yield each address, where its link stood, and the answer."""
    waiting, seen = [(address, "") for address in START], Counter[str]()
    while waiting:
        address, stood = waiting.pop(0)
        kind = kind_of(address)
        if seen[kind] >= OF_EACH_KIND:
            continue
        seen[kind] += 1
        response = client.get(address)
        yield address, stood, response
        if response.streaming:
            response.getvalue()
        elif response.get("Location"):
            waiting.append((response["Location"], stood))
        elif response["Content-Type"] != "application/pdf":
            page = read_page(response.content.decode())
            waiting += [
                (link.partition("#")[0], address) for link in page.links if is_ours(link) and link[:1] in "/?"
            ]
