"""Where a meeting stands in time: on one moment one of its kind, whoever plans or moves it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from rondetafel.overleg.models import EEN_PER_MOMENT, Overleg
from rondetafel.overleg.oordelen import judge_bezet


@contextmanager
def on_free_moment(overleg: Overleg) -> Iterator[None]:
    """Write the day and time of a meeting.

    :raises Geweigerd: when the database finds another of its kind there; nothing is written.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fout:
        if not _is_taken(fout):
            raise
        judge_bezet(overleg).enforce()


def _is_taken(fout: IntegrityError) -> bool:
    """Was it the constraint of the moment? Anything else that the database refuses is not about the moment."""
    oorzaak = fout.__cause__
    return isinstance(oorzaak, UniqueViolation) and oorzaak.diag.constraint_name == EEN_PER_MOMENT
