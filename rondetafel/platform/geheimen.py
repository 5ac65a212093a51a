"""Where do the secrets come from? The environment; only a demo or a test may make its own."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

NAMES = ("RONDETAFEL_SECRET_KEY", "RONDETAFEL_BSN_SLEUTEL", "RONDETAFEL_BSN_HASHSLEUTEL")


def read_secrets(made_in: Path | None) -> tuple[str, str, str]:
    """Return the secrets in the order of NAMES: signing key, Fernet key of the BSN, hash key of the BSN.

    What the environment lacks comes from a file in the folder `made_in`, made once; None forbids that.

    :raises ImproperlyConfigured: naming the first secret that is missing.
    """
    made = _made_secrets(made_in) if made_in and not all(name in os.environ for name in NAMES) else {}
    found = made | {name: os.environ[name] for name in NAMES if name in os.environ}
    for name in NAMES:
        if not found.get(name):
            raise ImproperlyConfigured(f"{name} ontbreekt in de omgeving")
    return found[NAMES[0]], found[NAMES[1]], found[NAMES[2]]


def _made_secrets(folder: Path) -> dict[str, str]:
    path = folder / "geheim.json"
    folder.mkdir(parents=True, exist_ok=True)
    made = [secrets.token_urlsafe(50), Fernet.generate_key().decode(), secrets.token_urlsafe(50)]
    try:
        # Exclusive: of two processes that start together, the second reads what the first made.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return dict(json.loads(path.read_text()))
    with os.fdopen(descriptor, "w") as file:
        json.dump(dict(zip(NAMES, made, strict=True)), file)
    return dict(zip(NAMES, made, strict=True))
