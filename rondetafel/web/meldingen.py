"""What is said after a change, and where it waits until the next page: in a cookie as locked as that of the session.

Not in the session: that is written at the door, where the answer to a change has already left.
"""

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from rondetafel.kern.geheim import fernet


class Meldingcookie(CookieStorage):
    """What was said names people, so that a browser keeps it unreadable and not only signed."""

    cookie_name = settings.MELDINGEN_COOKIE_NAME

    def _encode_parts(self, messages: list[str], encode_empty: bool = False) -> str | None:
        signed: str | None = super()._encode_parts(messages, encode_empty=encode_empty)  # type: ignore[misc]
        return fernet("melding").encrypt(signed.encode()).decode() if signed else None

    def _decode(self, data: str | None) -> list[Message] | None:
        if not data:
            return None
        try:
            signed = fernet("melding").decrypt(data.encode()).decode()
        except InvalidToken:
            self.used = True
            return None
        found: list[Message] | None = super()._decode(signed)  # type: ignore[misc]
        return found


def offer_undo(request: HttpRequest, tekst: str, url: str) -> None:
    """Say what was done, with a button that posts to `url` to undo it.

    :raises ValueError: when `url` is not a page of our own.
    """
    if not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
        raise ValueError("Ongedaan maken gaat naar een eigen bladzijde.")
    messages.success(request, tekst, extra_tags=url)
