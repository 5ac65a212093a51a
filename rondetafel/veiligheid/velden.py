"""How is a worry kept? Encrypted with the key of this room alone, so that a copy of the database is silent."""

import json
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.db import models


class GeheimVeld(models.BinaryField):
    """A JSON value that is encrypted in the database. Cannot be searched or sorted, on purpose."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return super().get_db_prep_value(None if value is None else encrypt(value), connection, prepared)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return None if value is None else decrypt(value)

    def deconstruct(self) -> Any:
        """A migration knows the column only: it must still run when the code of today is gone."""
        naam, _, args, kwargs = super().deconstruct()
        return naam, "django.db.models.BinaryField", args, kwargs


def encrypt(value: Any) -> bytes:
    """Return a JSON value made unreadable; the same value gives another text each time."""
    return Fernet(settings.VEILIGHEID_SLEUTEL).encrypt(json.dumps(value, ensure_ascii=False).encode())


def decrypt(versleuteld: bytes | memoryview) -> Any:
    """Return the value that `encrypt` made unreadable.

    :raises cryptography.fernet.InvalidToken: when it was made with another key, or changed.
    """
    return json.loads(Fernet(settings.VEILIGHEID_SLEUTEL).decrypt(bytes(versleuteld)))
