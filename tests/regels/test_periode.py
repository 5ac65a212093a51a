"""A half-year and its bounds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.periode import Halfjaar


@pytest.mark.parametrize(
    ("tekst", "van", "tot_en_met"),
    [
        pytest.param("2020-H1", date(2020, 1, 1), date(2020, 6, 30), id="eerste-helft"),
        pytest.param("2020-H2", date(2020, 7, 1), date(2020, 12, 31), id="tweede-helft"),
    ],
)
def test_bounds(tekst, van, tot_en_met):
    halfjaar = Halfjaar.parse(tekst)

    assert (halfjaar.van, halfjaar.tot_en_met) == (van, tot_en_met)
    assert (halfjaar.jaarbegin, halfjaar.jaareinde) == (date(2020, 1, 1), date(2020, 12, 31))
    assert str(halfjaar) == tekst


@pytest.mark.parametrize("tekst", ["2020", "2020-H3", "2020-h2", "20-H1", "2020-H2 ", ""])
def test_another_spelling_is_refused(tekst):
    with pytest.raises(ValueError, match="2020-H2"):
        Halfjaar.parse(tekst)


def test_a_year_has_two_halves():
    with pytest.raises(ValueError, match="niet 3"):
        Halfjaar(2020, 3)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_in_its_half_year_and_the_one_before_ends_the_day_before(datum):
    halfjaar = Halfjaar.of(datum)

    assert halfjaar.van <= datum <= halfjaar.tot_en_met
    assert halfjaar.previous() == Halfjaar.of(date.fromordinal(halfjaar.van.toordinal() - 1))
    assert halfjaar.previous() < halfjaar
