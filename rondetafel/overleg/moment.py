"""Where a meeting stands in time: on one moment one of its kind, whoever plans or moves it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from rondetafel.overleg.models import Overleg
from rondetafel.overleg.oordelen import judge_bezet


@contextmanager
def on_free_moment(overleg: Overleg) -> Iterator[None]:
    """Write the day and time of a meeting.

    :raises Geweigerd: when the database finds another of its kind there; nothing is written.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        judge_bezet(overleg).enforce()
