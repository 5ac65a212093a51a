"""On which day did it happen? A story begins months ago, and reads so in the logboek as well."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db.models import Field, Model
from django.utils import timezone

MOMENTEN = {"at", "created_at"}
# Where a field of Django keeps its default once it has been asked for.
DEFAULT = "_get_default"
OCHTEND = time(9, 30)


@contextmanager
def on_day(dag: date) -> Iterator[None]:
    """Give every row made in this block a moment on `dag`, a minute after the one before.

    Operations take the day as `peildatum`; the moment of a row is the one thing they read from the
    clock, and the logboek cannot be changed afterwards. So the default itself stands on another day.
    """
    begin = morning_of(dag)
    minuten = iter(range(24 * 60))
    velden = [veld for model in apps.get_models() for veld in _moments_of(model)]
    for veld in velden:
        vars(veld)[DEFAULT] = lambda: begin + timedelta(minutes=next(minuten))
    try:
        yield
    finally:
        for veld in velden:
            del vars(veld)[DEFAULT]


def morning_of(dag: date) -> datetime:
    """Return the moment on which a day of the demo begins."""
    return timezone.make_aware(datetime.combine(dag, OCHTEND))


def _moments_of(model: type[Model]) -> list[Field]:
    return [
        veld for veld in model._meta.local_fields if veld.name in MOMENTEN and veld.default is timezone.now
    ]
