"""Young people are addressed with "je", on every page they can come to."""

import re
from html import unescape

import pytest

from tests.demo.lopen import walk

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]

JONGEREN = ("noor", "emir", "thijs", "marit")
BELEEFD = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
# The pages of the demo itself are nobody's.
NIET = ("/account/demo/", "/demo/")
# The page as somebody else sees it speaks to that somebody.
ALS_EEN_ANDER = re.compile(r"^/gezin/[^/]+/zoals")


def text_of(response):
    """What stands on a page, apart from the bar of the demo and from scripts."""
    html = re.sub(r"<(script|style|aside)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("sleutel", JONGEREN)
def test_young_people_are_addressed_with_je(client, decor, demo, klok, sleutel):
    client.post("/account/demo/word/", {"persoon": sleutel})
    pages = {
        address: text_of(response)
        for address, _stood, response in walk(client)
        if response.get("Content-Type", "").startswith("text/html")
        and not address.startswith(NIET)
        and not ALS_EEN_ANDER.match(address)
    }
    beleefd = {
        (address, text[max(0, found.start() - 30) : found.end() + 30])
        for address, text in pages.items()
        for found in BELEEFD.finditer(text)
    }

    assert len(pages) > 10
    assert beleefd == set()
