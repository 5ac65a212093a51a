"""When are two pages the same? Without what differs at every visit, whatever stands on them."""

import re

# A token against forgery, a mark for scripts, and the second at which the session ends.
WISSELT = re.compile(rb'(csrfmiddlewaretoken" value="|nonce="|data-tot="|"x-csrftoken": ")[^"]+', re.I)

UITGELOGD = re.compile(rb"hier om \d\d:\d\d uitgelogd")


def steady(inhoud: bytes) -> bytes:
    """The bytes of a page, each thing that differs by itself taken out."""
    return UITGELOGD.sub(b"", WISSELT.sub(rb"\1", inhoud))
