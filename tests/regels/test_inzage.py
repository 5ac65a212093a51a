"""Who may read from which day to which day, on both sides of the twelfth and sixteenth birthday."""

from datetime import date

import pytest

from rondetafel.regels.inzage import reading_period_of_jeugdige, reading_period_of_ouder

GEBOREN = date(2014, 6, 15)
SCHRIKKELKIND = date(2012, 2, 29)


@pytest.mark.parametrize(
    ("periode", "peildatum", "mag_lezen"),
    [
        pytest.param(reading_period_of_jeugdige(GEBOREN), date(2026, 6, 14), False, id="kind-11-jaar"),
        pytest.param(reading_period_of_jeugdige(GEBOREN), date(2026, 6, 15), True, id="kind-wordt-12"),
        pytest.param(reading_period_of_jeugdige(GEBOREN), date(2060, 1, 1), True, id="kind-volwassen"),
        pytest.param(reading_period_of_ouder(GEBOREN), GEBOREN, True, id="ouder-vanaf-geboorte"),
        pytest.param(reading_period_of_ouder(GEBOREN), date(2030, 6, 14), True, id="ouder-laatste-dag"),
        pytest.param(reading_period_of_ouder(GEBOREN), date(2030, 6, 15), False, id="ouder-kind-wordt-16"),
        pytest.param(
            reading_period_of_jeugdige(date(2014, 2, 28)), date(2026, 2, 28), True, id="kind-28-februari"
        ),
        pytest.param(
            reading_period_of_ouder(SCHRIKKELKIND), date(2028, 2, 28), True, id="schrikkelkind-dag-ervoor"
        ),
        pytest.param(
            reading_period_of_ouder(SCHRIKKELKIND), date(2028, 2, 29), False, id="schrikkelkind-wordt-16"
        ),
    ],
)
def test_reading_period(periode, peildatum, mag_lezen):
    assert periode.contains(peildatum) is mag_lezen


def test_a_parent_cannot_read_before_birth():
    assert not reading_period_of_ouder(GEBOREN).contains(date(2014, 6, 14))


def test_both_periods_rest_on_the_jeugdwet():
    assert reading_period_of_jeugdige(GEBOREN).bron.document == "jeugdwet"
    assert reading_period_of_ouder(GEBOREN).bron.document == "jeugdwet"
