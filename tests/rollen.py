"""Whose eyes does a test look through? By default the app's login role, which reads nothing itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from rondetafel.platform.rollen import EIGENAAR

# Marks a statement as the test's own, so that it is not counted as the app's.
MARK = "/* test */"
SETTINGS = ("role", "rondetafel.gebruiker", "rondetafel.peildatum")


@contextmanager
def as_eigenaar() -> Iterator[None]:
    """Make and look at rows as the owner of the tables; afterwards role and person are what they were."""
    with transaction.atomic():
        before = _read()
        _write(EIGENAAR, "", "")
        yield
        _write(*before)


def take_role(role: str) -> None:
    """Take a database role, without a person: for the transaction, or outside one for the session."""
    is_local = "true" if connection.in_atomic_block else "false"
    with connection.cursor() as cursor:
        cursor.execute(f"{MARK} select set_config('role', %s, {is_local})", [role])


def _read() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select " + ", ".join("current_setting(%s, true)" for _ in SETTINGS), SETTINGS)
        return [value or "" for value in cursor.fetchone()]


def _write(*values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select " + ", ".join("set_config(%s, %s, true)" for _ in SETTINGS),
            [word for pair in zip(SETTINGS, values, strict=True) for word in pair],
        )
