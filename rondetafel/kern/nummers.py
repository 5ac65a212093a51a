"""Which number comes next? Numbers people read out loud, given by the database."""

from enum import StrEnum

from django.db import connection


class Reeks(StrEnum):
    """A sequence in the database."""

    GEZIN = "gezin_nummer"
    AANMELDING = "aanmelding_nummer"


def next_number(reeks: Reeks) -> int:
    """Return the next number of a sequence; a number that is not used stays unused."""
    with connection.cursor() as cursor:
        cursor.execute("select nextval(%s)", [reeks.value])
        return int(cursor.fetchone()[0])
