"""What is said after a change waits in the browser, where nobody reads it."""

import base64
import zlib

from django.contrib.messages.storage.base import Message
from django.http import HttpResponse
from django.test import RequestFactory

from rondetafel.web.meldingen import Meldingcookie


def keep(tekst):
    """Keep what was said, and return the cookie of it."""
    antwoord = HttpResponse()
    Meldingcookie(RequestFactory().get("/"))._store([Message(20, tekst)], antwoord)
    return antwoord.cookies[Meldingcookie.cookie_name].value


def read(cookie):
    request = RequestFactory().get("/")
    request.COOKIES[Meldingcookie.cookie_name] = cookie
    return [str(een) for een in Meldingcookie(request)]


def opened(cookie):
    """Everything that somebody without the key makes of a cookie."""
    stukken = [cookie.encode()]
    for deel in cookie.split(":"):
        rauw = base64.urlsafe_b64decode(deel.lstrip(".") + "=" * (-len(deel.lstrip(".")) % 4))
        stukken.append(rauw)
        try:
            stukken.append(zlib.decompress(rauw))
        except zlib.error:
            continue
    return b" ".join(stukken)


def test_it_is_read_here_and_nowhere_else():
    cookie = keep("Truus heeft nu een stoel aan tafel." * 10)

    assert b"Truus" not in opened(cookie)
    assert read(cookie) == ["Truus heeft nu een stoel aan tafel." * 10]


def test_what_is_not_ours_says_nothing():
    assert read(keep("Bewaard.")[:-3] + "abc") == []
    assert read("W1siX19qc29uX21lc3NhZ2UiLDAsMjAsIkhhbGxvIl1d") == []
