"""Was this database made for the demo? It carries a mark, or the demo does not run on it.

A comment on the database itself: it cannot come along in a copy of tables, and only the owner writes it.
"""

from functools import lru_cache

from django.core.exceptions import ImproperlyConfigured
from django.db import connection

MERK = "rondetafel: demo met verzonnen mensen"


class DatabaseIsGeenDemo(ImproperlyConfigured):
    """The demo was asked for on a database that it did not fill itself."""


def mark_database() -> None:
    """Mark the database of this connection as a demo; only for its owner, and only while it is empty."""
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(connection.settings_dict["NAME"])
        cursor.execute(f"comment on database {name} is '{MERK}'")
    is_marked.cache_clear()


@lru_cache(maxsize=1)
def is_marked() -> bool:
    """Tell whether the database of this process is a demo; asked once, because it does not change."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
        )
        return bool(cursor.fetchone()[0] == MERK)


def refuse_other_database() -> None:
    """Stop at start-up when the demo is on and the database is somebody's own.

    :raises DatabaseIsGeenDemo: naming what to do.
    """
    if not is_marked():
        raise DatabaseIsGeenDemo(
            "RONDETAFEL_DEMO staat aan, maar deze database is niet door de demo gevuld. "
            "Zet RONDETAFEL_DEMO uit, of kies een lege database."
        )
