"""Where do the secrets come from? The environment; only a demo or a test may make its own."""

import json
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

Maker = Callable[[], str]


def _make_text() -> str:
    return secrets.token_urlsafe(50)


def _make_key() -> str:
    return Fernet.generate_key().decode()


# Per file that a demo makes: the secrets in it. The key of the room veiligheid is kept apart from the others.
FILES: Mapping[str, Mapping[str, Maker]] = {
    "geheim.json": {
        "RONDETAFEL_SECRET_KEY": _make_text,
        "RONDETAFEL_BSN_SLEUTEL": _make_key,
        "RONDETAFEL_BSN_HASHSLEUTEL": _make_text,
    },
    "geheim-veiligheid.json": {"RONDETAFEL_VEILIGHEID_SLEUTEL": _make_key},
}
NAMES = tuple(name for makers in FILES.values() for name in makers)


def read_secrets(made_in: Path | None) -> tuple[str, ...]:
    """Return the secrets in the order of NAMES.

    These are the signing key, the Fernet key and the hash key of the BSN, and the Fernet key of veiligheid.
    What the environment lacks comes from files in the folder `made_in`, made once; None forbids that.

    :raises ImproperlyConfigured: naming the first secret that is missing.
    """
    found = {name: os.environ[name] for name in NAMES if name in os.environ}
    for file, makers in FILES.items():
        if made_in and not found.keys() >= makers.keys():
            found = _made_secrets(made_in / file, makers) | found
    for name in NAMES:
        if not found.get(name):
            raise ImproperlyConfigured(f"{name} ontbreekt in de omgeving")
    return tuple(found[name] for name in NAMES)


def _made_secrets(path: Path, makers: Mapping[str, Maker]) -> dict[str, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = {name: make() for name, make in makers.items()}
    try:
        # Exclusive: of two processes that start together, the second reads what the first made.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return dict(json.loads(path.read_text()))
    with os.fdopen(descriptor, "w") as file:
        json.dump(made, file)
    return made
