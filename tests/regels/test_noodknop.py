"""The noodknop: to the minute on both sides of four hours, to the day on both sides of seven."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.noodknop import (
    MINSTE_TEKENS,
    assess_beoordelen,
    assess_openen,
    closes_at,
    is_open,
    refuse_more_tries,
    refuse_who_reads,
)
from rondetafel.regels.termijnen import NOODKNOP_BEOORDELEN

HIER = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime(2026, 11, 16, 22, 15, tzinfo=HIER)


@pytest.mark.parametrize(
    ("na", "open_"),
    [
        pytest.param(timedelta(), True, id="meteen"),
        pytest.param(timedelta(hours=3, minutes=59), True, id="een-minuut-ervoor"),
        pytest.param(timedelta(hours=3, minutes=59, seconds=59), True, id="een-seconde-ervoor"),
        pytest.param(timedelta(hours=4), False, id="op-het-moment"),
        pytest.param(timedelta(hours=4, minutes=1), False, id="een-minuut-erna"),
        pytest.param(timedelta(days=1), False, id="een-dag-later"),
    ],
)
def test_open_for_four_hours_to_the_minute(na, open_):
    assert is_open(BEGIN + na, closes_at(BEGIN)) is open_


@pytest.mark.parametrize(
    ("begin", "einde"),
    [
        pytest.param("2026-11-16T22:15+01:00", "2026-11-17T02:15+01:00", id="over-middernacht"),
        # The night on which the clock goes forward skips an hour, the other one has an hour twice.
        pytest.param("2026-03-29T00:30+01:00", "2026-03-29T05:30+02:00", id="zomertijd-begint"),
        pytest.param("2026-10-25T00:30+02:00", "2026-10-25T03:30+01:00", id="zomertijd-eindigt"),
    ],
)
def test_four_hours_are_hours_of_a_clock_that_never_jumps(begin, einde):
    moment = datetime.fromisoformat(begin).astimezone(HIER)

    assert closes_at(moment).astimezone(UTC) == datetime.fromisoformat(einde).astimezone(UTC)
    assert closes_at(moment).tzinfo == HIER


def test_moment_without_zone_is_no_moment():
    with pytest.raises(ValueError, match="tijdzone"):
        closes_at(datetime(2026, 11, 16, 22, 15))


@pytest.mark.parametrize(
    ("tekst", "mag"),
    [
        pytest.param("x" * (MINSTE_TEKENS - 1), False, id="19-tekens"),
        pytest.param("x" * MINSTE_TEKENS, True, id="20-tekens"),
        pytest.param("   " + "x" * (MINSTE_TEKENS - 1) + "   ", False, id="spaties-tellen-niet"),
        pytest.param("", False, id="niets"),
    ],
)
def test_why_is_said_in_words(tekst, mag):
    assert assess_openen(tekst).is_akkoord is mag


@pytest.mark.parametrize("oordeel", [refuse_more_tries(), refuse_who_reads()])
def test_refusal_says_why_and_what_now(oordeel):
    (reden,) = oordeel.blokkades

    assert reden.bron
    assert reden.uitweg


def test_nobody_judges_their_own_use():
    wie = uuid4()

    assert not assess_beoordelen("Nagevraagd bij de politie.", door=wie, gebruiker=wie).is_akkoord
    assert assess_beoordelen("Nagevraagd bij de politie.", door=uuid4(), gebruiker=wie).is_akkoord
    assert not assess_beoordelen("Akkoord.", door=uuid4(), gebruiker=wie).is_akkoord


@pytest.mark.parametrize(
    ("gebruikt_op", "laatste_dag", "waarschuw_vanaf"),
    [
        pytest.param(date(2026, 11, 16), date(2026, 11, 23), date(2026, 11, 18), id="maandag"),
        # Seven days are seven days: an end in a weekend or on a free day does not move.
        pytest.param(date(2026, 11, 14), date(2026, 11, 21), date(2026, 11, 17), id="zaterdag"),
        pytest.param(date(2026, 12, 25), date(2027, 1, 1), date(2026, 12, 28), id="eindigt-op-nieuwjaarsdag"),
    ],
)
def test_judged_within_seven_days(gebruikt_op, laatste_dag, waarschuw_vanaf):
    termijn = NOODKNOP_BEOORDELEN.apply(gebruikt_op, basis_on(gebruikt_op))

    assert termijn.vervalt_op == laatste_dag == gebruikt_op + timedelta(days=7)
    assert termijn.waarschuw_vanaf == waarschuw_vanaf
    assert termijn.wie == "beveiliging"
