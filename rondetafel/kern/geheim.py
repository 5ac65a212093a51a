"""Keys for what lies at the door or in a browser, each for one purpose, made from the signing key of the app."""

import base64
import hashlib
from functools import lru_cache

from cryptography.fernet import Fernet
from django.conf import settings


@lru_cache(maxsize=4)
def fernet(doel: str) -> Fernet:
    """Return the cipher for one purpose; what it encrypts, no other purpose can read."""
    sleutel = hashlib.sha256(f"rondetafel.{doel}:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(sleutel))
