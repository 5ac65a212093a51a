"""Ages change at the start of the birthday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.leeftijd import age_on, birthday_of

SCHRIKKELKIND = date(2012, 2, 29)


@pytest.mark.parametrize(
    ("geboortedatum", "peildatum", "leeftijd"),
    [
        pytest.param(date(2014, 6, 15), date(2026, 6, 14), 11, id="dag-voor-de-verjaardag"),
        pytest.param(date(2014, 6, 15), date(2026, 6, 15), 12, id="op-de-verjaardag"),
        pytest.param(date(2026, 6, 15), date(2026, 6, 15), 0, id="geboortedag"),
        pytest.param(SCHRIKKELKIND, date(2028, 2, 28), 15, id="schrikkeljaar-dag-ervoor"),
        pytest.param(SCHRIKKELKIND, date(2028, 2, 29), 16, id="schrikkeljaar-zelf"),
        pytest.param(SCHRIKKELKIND, date(2030, 2, 28), 17, id="gewoon-jaar-28-februari"),
        pytest.param(SCHRIKKELKIND, date(2030, 3, 1), 18, id="gewoon-jaar-1-maart"),
    ],
)
def test_age_on(geboortedatum, peildatum, leeftijd):
    assert age_on(geboortedatum, peildatum) == leeftijd


def test_before_birth_there_is_no_age():
    with pytest.raises(ValueError, match="nog niet geboren"):
        age_on(date(2026, 6, 15), date(2026, 6, 14))


@given(st.dates(date(1950, 1, 1), date(2020, 12, 31)), st.integers(1, 99))
def test_an_age_is_reached_on_the_birthday_and_not_a_day_before(geboortedatum, leeftijd):
    verjaardag = birthday_of(geboortedatum, leeftijd)

    assert age_on(geboortedatum, verjaardag) == leeftijd
    assert age_on(geboortedatum, verjaardag - timedelta(days=1)) == leeftijd - 1
