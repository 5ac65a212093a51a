"""How is a BSN kept? Encrypted to read, hashed with a key to find, masked to show."""

import hmac
from hashlib import sha256

from cryptography.fernet import Fernet
from django.conf import settings
from stdnum.nl import bsn as elfproef


def normalize_bsn(bsn: str) -> str:
    """Return the nine digits of a valid BSN.

    :raises ValueError: when it is no BSN (wrong length or elfproef); the message holds no digits.
    """
    if not elfproef.is_valid(bsn):
        raise ValueError("geen geldig BSN")
    return str(elfproef.compact(bsn)).zfill(9)


def encrypt_bsn(bsn: str) -> bytes:
    """Return `bsn` encrypted; the same number gives another text each time."""
    return Fernet(settings.BSN_SLEUTEL).encrypt(bsn.encode())


def decrypt_bsn(versleuteld: bytes | memoryview) -> str:
    """Return the BSN that `encrypt_bsn` made unreadable."""
    return Fernet(settings.BSN_SLEUTEL).decrypt(bytes(versleuteld)).decode()


def hash_bsn(bsn: str) -> str:
    """Return a keyed hash: equal for equal numbers, useless without the key."""
    return hmac.new(settings.BSN_HASHSLEUTEL.encode(), bsn.encode(), sha256).hexdigest()


def mask_bsn(bsn: str) -> str:
    """Return the BSN with only its last three digits readable."""
    return f"••••••{bsn[-3:]}"
