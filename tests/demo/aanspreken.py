"""Young people are addressed with "je", on every page they can come to."""

import re
from html import unescape

JONGEREN = frozenset({"noor", "emir", "thijs", "marit"})
BELEEFD = re.compile(r"\b(?:u|uw)\b", re.IGNORECASE)
# The pages of the demo itself are nobody's.
NIET = ("/account/demo/", "/demo/")
# The page as somebody else sees it speaks to that somebody.
ALS_EEN_ANDER = re.compile(r"^/gezin/[^/]+/zoals")


def addressed_with_u(address, response):
    """Where a page speaks to its reader with "u", with the words around it."""
    if address.startswith(NIET) or ALS_EEN_ANDER.match(address):
        return []
    text = _text_of(response.content.decode())
    return [text[max(0, found.start() - 30) : found.end() + 30] for found in BELEEFD.finditer(text)]


def _text_of(html):
    """What stands on a page, apart from the bar of the demo and from scripts."""
    html = re.sub(r"<(script|style|aside)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
