"""Which day is that: months, weeks, overlap and how a day is written."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

DAG = timedelta(days=1)
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

# The first day and the last day (t/m); without an end it runs on.
Looptijd = tuple[date, date | None]


def holds_on(peildatum: date, van: date, tot: date | None) -> bool:
    """Does what runs from `van` up to and including `tot` hold on this day? No `tot` runs on."""
    return van <= peildatum and (tot is None or peildatum <= tot)


def add_months(datum: date, maanden: int) -> date:
    """Return the same day so many months on (or back); a short month clips to its last day."""
    jaar, maand = _month_after(datum, maanden)
    return date(jaar, maand, min(datum.day, monthrange(jaar, maand)[1]))


# A region has some thousand different first days, and every rule about a length asks.
@lru_cache(maxsize=16_384)
def last_day_of(start: date, maanden: int) -> date:
    """Return the last day (t/m) of a period of whole months that begins on `start`.

    A period ends before the same day so many months on: six months from 1 January is t/m
    30 June. Where that day does not exist the period runs to the end of the month: six
    months from 31 August is t/m the last of February.
    """
    jaar, maand = _month_after(start, maanden)
    days = monthrange(jaar, maand)[1]
    if start.day > days:
        return date(jaar, maand, days)
    return date(jaar, maand, start.day) - DAG


def weeks_before(datum: date, weken: int) -> date:
    """Return the same weekday so many weeks earlier; counted backwards, so never moved."""
    return datum - timedelta(weeks=weken)


def days_in(van: date, tot_en_met: date) -> int:
    """Return how many days a period has, the first and the last included."""
    return (tot_en_met - van).days + 1


def overlaps(eerste: Looptijd, tweede: Looptijd) -> bool:
    """Tell whether two periods share a day; the end counts (t/m), None has no end."""
    return _starts_in_time(eerste, tweede) and _starts_in_time(tweede, eerste)


def format_datum(datum: date) -> str:
    """Write a day as people say it: 6 december 2026."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def format_looptijd(van: date, tot_en_met: date | None) -> str:
    """Write a period as people say it: 1 januari 2026 t/m 30 juni 2026."""
    if tot_en_met is None:
        return f"vanaf {format_datum(van)}, zonder einddatum"
    return f"{format_datum(van)} t/m {format_datum(tot_en_met)}"


def _month_after(datum: date, maanden: int) -> tuple[int, int]:
    jaar, maand = divmod(datum.year * 12 + datum.month - 1 + maanden, 12)
    return jaar, maand + 1


def _starts_in_time(eerste: Looptijd, tweede: Looptijd) -> bool:
    tot_en_met = tweede[1]
    return tot_en_met is None or eerste[0] <= tot_en_met
