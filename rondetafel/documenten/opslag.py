"""Where do the bytes lie? In a store of files outside everything that a web server serves, under a chance name."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

OPSLAG = "documenten"


class GeenPlek(Exception):
    """The store did not take the file: full, read-only or gone. Nothing of it stayed."""


def _store() -> Storage:
    return storages[OPSLAG]


def keep(inhoud: bytes) -> str:
    """Write the bytes and return the name to find them by; nothing of the given name is in it.

    :raises GeenPlek: when they could not be written whole.
    """
    naam = secrets.token_hex(16)
    pad = f"{naam[:2]}/{naam}"
    try:
        return str(_store().save(pad, ContentFile(inhoud)))
    except OSError as vol:
        forget(pad)
        raise GeenPlek from vol


def fetch(naam: str) -> bytes:
    """Return the bytes.

    :raises FileNotFoundError: when they are gone.
    """
    with _store().open(naam, "rb") as file:
        return bytes(file.read())


def forget(naam: str) -> None:
    """Take the bytes away; nothing happens when they are gone already."""
    _store().delete(naam)
