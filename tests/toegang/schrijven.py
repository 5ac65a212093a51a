"""The other things to compare in a world: what may be added and changed, and what the figures count."""

from collections import Counter
from datetime import date

from django.db import connection, transaction

from rondetafel.toegang.context import CIJFERS, as_role, as_wie
from rondetafel.toegang.mag import Kring, Wie
from rondetafel.toegang.rechten import Onderdeel, Soort, may_in_general
from tests.toegang.loten import Lot
from tests.toegang.werelden import ONLY_ADDED, Gezinnen, Rij, Vraag, seen, tables, world, writing_tables


def difference_in_writing(lot: Lot, gezinnen: Gezinnen) -> set[Rij]:
    """Return the rows that only one of the fences would let be added or changed in one world."""
    with world(lot, gezinnen) as wie:
        expected = writable(wie, lot.peildatum, gezinnen) if lot.is_active else set()
        with as_wie(wie, peildatum=lot.peildatum):
            adds, changes, reads = added(), changed(), seen()
        return adds ^ expected | (changes & gezinnen.rijen.keys()) ^ (expected & reads)


def difference_in_counting(lot: Lot, gezinnen: Gezinnen) -> dict[str, tuple[int, int]]:
    """Return, per table, how many rows the figures count and should count, where that differs."""
    with world(lot, gezinnen) as wie, as_role(CIJFERS, wie=wie, peildatum=lot.peildatum):
        counts = {table: _count(table) for table in _counting()}
    may = (
        lot.is_active and wie.kring is Kring.BREED and may_in_general(wie.rol, Onderdeel.CIJFERS, Soort.LEZEN)
    )
    expected = Counter(
        table for (table, _), vraag in gezinnen.rijen.items() if may and vraag.gemeente_id in wie.gemeenten
    )
    return {table: (count, expected[table]) for table, count in counts.items() if count != expected[table]}


def _counting() -> list[str]:
    """The fenced tables of which the database role of the figures may look at some column."""
    fenced = {model._meta.db_table for model in tables()}
    with connection.cursor() as cursor:
        cursor.execute(
            "select distinct table_name from information_schema.role_column_grants where grantee = %s",
            [CIJFERS],
        )
        return [table for (table,) in cursor if table in fenced]


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {table}")
        return int(cursor.fetchone()[0])


def writable(wie: Wie, peildatum: date, gezinnen: Gezinnen) -> set[Rij]:
    """The rows that some right of this person may touch, by the table of rights alone."""
    return {
        rij
        for rij, vraag in gezinnen.rijen.items()
        if rij[0] not in ONLY_ADDED and _may_write(wie, vraag, peildatum)
    }


def _may_write(wie: Wie, vraag: Vraag, peildatum: date) -> bool:
    deel = vraag.hek.schrijf or vraag.hek.deel
    if wie.kring is Kring.BREED:
        return vraag.gemeente_id in wie.gemeenten and may_in_general(wie.rol, deel, Soort.SCHRIJVEN)
    return any(
        band.gezin_id == vraag.gezin_id
        and band.holds_on(peildatum)
        and band.opens(deel, Soort.SCHRIJVEN)
        and (vraag.sleutel is None or band.covers(vraag.sleutel))
        for band in wie.banden
    )


def changed() -> set[Rij]:
    """The rows that the database lets whoever is named to it change; one must read a row to change it."""
    parts = [
        f"{model._meta.db_table} as (update {model._meta.db_table} set {model._meta.pk.column} ="
        f" {model._meta.pk.column} returning '{model._meta.db_table}', {model._meta.pk.column})"
        for model in writing_tables()
    ]
    every = " union all ".join(f"select * from {model._meta.db_table}" for model in writing_tables())
    return _try(f"with {', '.join(parts)} {every}")


def added() -> set[Rij]:
    """The rows that the database would let whoever is named to it add, had they not been there already."""
    return _try("select tabel, id from proefrij where voeg_toe(tabel, kolommen, rij)")


def _try(sql: str) -> set[Rij]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        found = set(cursor.fetchall())
        transaction.set_rollback(True)
    return found
