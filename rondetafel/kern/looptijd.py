"""From when until when does a row hold? `van` up to and including `tot`, as regisseurs say it; no `tot` runs on."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import ExpressionWrapper, F, Func, Q, Value

# The days of a row, for a constraint that no two overlap.
LOOPTIJD = Func("van", "tot", Value("[]"), function="DATERANGE", output_field=DateRangeField())
# PostgreSQL counts days: a date minus one is the day before. What ends at once gets it as its `tot`.
DAY_BEFORE_VAN = ExpressionWrapper(F("van") - Value(1), output_field=models.DateField())


def holds_some_day() -> Q:
    """Not the rows that were called off: those end before the day on which they would have begun."""
    return Q(tot__isnull=True) | Q(tot__gte=F("van"))


def running_on(dag: date) -> Q:
    """The rows that hold on this day."""
    return Q(van__lte=dag) & not_over_on(dag)


def not_over_on(dag: date) -> Q:
    """The rows that hold on this day or begin later."""
    return Q(tot__isnull=True) | Q(tot__gte=dag)
