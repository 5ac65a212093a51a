"""How do so many rows get into the database at once? By COPY, past no fence.

PostgreSQL refuses COPY into a table with row-level security, for its owner as well. So rows are copied
into a temporary table first and inserted from there: policies, keys and constraints all hold.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Model


def copy_rows(model: type[Model], kolommen: Sequence[str], rijen: Iterable[tuple[Any, ...]]) -> None:
    """Insert `rijen`, with a value for each of `kolommen`; other columns get the default of their field."""
    tabel = model._meta.db_table
    overig = [
        veld for veld in model._meta.concrete_fields if not (veld.attname in kolommen or veld.generated)
    ]
    namen, eigen = ", ".join(kolommen), ", ".join(veld.attname for veld in overig)
    with connection.cursor() as cursor:
        cursor.execute(f"create temporary table lading as select {namen} from {tabel} with no data")  # noqa: S608
        with cursor.copy(f"copy lading ({namen}) from stdin") as copy:
            for rij in rijen:
                copy.write_row(rij)
        cursor.execute(
            f"insert into {tabel} ({namen}, {eigen})"  # noqa: S608
            f" select {namen}, {', '.join(['%s'] * len(overig))} from lading",
            [veld.get_db_prep_save(veld.get_default(), connection) for veld in overig],
        )
        cursor.execute("drop table lading")


def refresh_statistics(modellen: Iterable[type[Model]]) -> None:
    """Tell the planner how many rows there are now; it would find out by itself, but later."""
    namen = ", ".join(model._meta.db_table for model in modellen)
    with connection.cursor() as cursor:
        cursor.execute(f"analyze {namen}")
