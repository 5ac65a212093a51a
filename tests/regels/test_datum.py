"""Months, weeks and overlap, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.datum import (
    DAG,
    add_months,
    days_in,
    format_datum,
    format_looptijd,
    last_day_of,
    overlaps,
    weeks_before,
)

DATUMS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
MAANDEN = st.integers(1, 60)


@pytest.mark.parametrize(
    ("datum", "maanden", "verwacht"),
    [
        pytest.param(date(2026, 1, 1), 6, date(2026, 7, 1), id="gewoon"),
        pytest.param(date(2025, 8, 31), 6, date(2026, 2, 28), id="korte-maand"),
        pytest.param(date(2023, 8, 31), 6, date(2024, 2, 29), id="korte-maand-schrikkeljaar"),
        pytest.param(date(2026, 11, 30), 3, date(2027, 2, 28), id="over-het-jaar"),
        pytest.param(date(2026, 12, 15), 12, date(2027, 12, 15), id="een-jaar"),
        pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="terug"),
        pytest.param(date(2026, 1, 15), -1, date(2025, 12, 15), id="terug-over-het-jaar"),
    ],
)
def test_add_months(datum, maanden, verwacht):
    assert add_months(datum, maanden) == verwacht


@pytest.mark.parametrize(
    ("start", "maanden", "verwacht"),
    [
        pytest.param(date(2026, 1, 1), 6, date(2026, 6, 30), id="zes-maanden-vanaf-1-januari"),
        pytest.param(date(2026, 7, 1), 6, date(2026, 12, 31), id="tot-en-met-oudjaar"),
        pytest.param(date(2026, 12, 7), 3, date(2027, 3, 6), id="midden-in-de-maand"),
        pytest.param(date(2025, 8, 31), 6, date(2026, 2, 28), id="de-dag-bestaat-niet"),
        pytest.param(date(2023, 8, 31), 6, date(2024, 2, 29), id="de-dag-bestaat-niet-schrikkeljaar"),
        pytest.param(date(2023, 8, 29), 6, date(2024, 2, 28), id="de-dag-bestaat-net-wel"),
        pytest.param(date(2024, 2, 29), 12, date(2025, 2, 28), id="schrikkeldag-een-jaar-later"),
    ],
)
def test_last_day_of(start, maanden, verwacht):
    assert last_day_of(start, maanden) == verwacht


@given(DATUMS, MAANDEN)
def test_a_period_never_ends_after_the_same_day_months_later(start, maanden):
    assert start < last_day_of(start, maanden) <= add_months(start, maanden)


@given(DATUMS, MAANDEN)
def test_a_later_start_never_ends_earlier(start, maanden):
    assert last_day_of(start, maanden) <= last_day_of(start + DAG, maanden)


@given(DATUMS.filter(lambda dag: dag.day <= 28), MAANDEN, MAANDEN)
def test_two_periods_in_a_row_are_as_long_as_one(start, eerste, tweede):
    tussen = last_day_of(start, eerste) + DAG

    assert last_day_of(tussen, tweede) == last_day_of(start, eerste + tweede)


@given(DATUMS, MAANDEN)
def test_months_there_and_back_lose_at_most_the_clipped_days(datum, maanden):
    terug = add_months(add_months(datum, maanden), -maanden)

    assert timedelta() <= datum - terug <= timedelta(days=3)


@given(DATUMS, st.integers(0, 60))
def test_weeks_before_keeps_the_weekday(datum, weken):
    eerder = weeks_before(datum, weken)

    assert eerder.weekday() == datum.weekday()
    assert (datum - eerder).days == 7 * weken


@pytest.mark.parametrize(
    ("tweede", "verwacht"),
    [
        pytest.param((date(2026, 7, 1), date(2026, 12, 31)), False, id="sluit-aan"),
        pytest.param((date(2026, 6, 30), date(2026, 12, 31)), True, id="deelt-de-laatste-dag"),
        pytest.param((date(2025, 7, 1), date(2026, 1, 1)), True, id="deelt-de-eerste-dag"),
        pytest.param((date(2025, 7, 1), date(2025, 12, 31)), False, id="sluit-aan-ervoor"),
        pytest.param((date(2026, 3, 1), date(2026, 3, 31)), True, id="valt-erin"),
        pytest.param((date(2026, 6, 30), None), True, id="zonder-einde-op-de-laatste-dag"),
        pytest.param((date(2026, 7, 1), None), False, id="zonder-einde-daarna"),
    ],
)
def test_overlaps(tweede, verwacht):
    eerste = (date(2026, 1, 1), date(2026, 6, 30))

    assert overlaps(eerste, tweede) is verwacht
    assert overlaps(tweede, eerste) is verwacht


def test_two_periods_without_end_always_overlap():
    assert overlaps((date(2020, 1, 1), None), (date(2030, 1, 1), None))


@pytest.mark.parametrize(
    ("van", "tot_en_met", "dagen"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 1, 1), 1, id="een-dag"),
        pytest.param(date(2026, 1, 1), date(2026, 12, 31), 365, id="een-jaar"),
    ],
)
def test_days_in_counts_both_ends(van, tot_en_met, dagen):
    assert days_in(van, tot_en_met) == dagen


def test_dates_read_as_people_say_them():
    assert format_datum(date(2026, 12, 6)) == "6 december 2026"
    assert format_looptijd(date(2026, 1, 1), date(2026, 6, 30)) == "1 januari 2026 t/m 30 juni 2026"
    assert format_looptijd(date(2026, 3, 1), None) == "vanaf 1 maart 2026, zonder einddatum"
