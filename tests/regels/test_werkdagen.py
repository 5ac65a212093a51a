"""Free days and working days, against known calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.werkdagen import (
    BuitenKalender,
    Kalender,
    VijfMei,
    easter_sunday,
    free_days,
    koningsdag,
)

JAREN = range(2018, 2041)
KALENDER = Kalender(free_days(JAREN))
GOEDE_VRIJDAG_WERKT = Kalender(free_days(JAREN, goede_vrijdag=False))


def test_the_free_days_of_2026():
    assert sorted(free_days([2026])) == [
        date(2026, 1, 1),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("jaar", "pasen"),
    [
        pytest.param(2000, date(2000, 4, 23), id="2000"),
        pytest.param(2008, date(2008, 3, 23), id="zeer-vroeg"),
        pytest.param(2011, date(2011, 4, 24), id="laat"),
        pytest.param(2019, date(2019, 4, 21), id="2019"),
        pytest.param(2024, date(2024, 3, 31), id="2024"),
        pytest.param(2025, date(2025, 4, 20), id="2025"),
        pytest.param(2026, date(2026, 4, 5), id="2026"),
        pytest.param(2038, date(2038, 4, 25), id="laatst-mogelijk"),
        pytest.param(2049, date(2049, 4, 18), id="bijzonder-geval"),
        pytest.param(2076, date(2076, 4, 19), id="nog-een-bijzonder-geval"),
    ],
)
def test_easter(jaar, pasen):
    assert easter_sunday(jaar) == pasen


@given(st.integers(1900, 2999))
def test_easter_is_a_sunday_between_22_march_and_25_april(jaar):
    pasen = easter_sunday(jaar)

    assert pasen.isoweekday() == 7
    assert date(jaar, 3, 22) <= pasen <= date(jaar, 4, 25)


@pytest.mark.parametrize(
    ("jaar", "dag"),
    [
        pytest.param(2024, date(2024, 4, 27), id="zaterdag"),
        pytest.param(2025, date(2025, 4, 26), id="27-april-is-zondag"),
        pytest.param(2026, date(2026, 4, 27), id="maandag"),
    ],
)
def test_koningsdag(jaar, dag):
    assert koningsdag(jaar) == dag


@pytest.mark.parametrize(
    ("keuze", "vrij_2025", "vrij_2026"),
    [
        pytest.param(VijfMei.ELK_JAAR, True, True, id="elk-jaar"),
        pytest.param(VijfMei.LUSTRUM, True, False, id="lustrum"),
        pytest.param(VijfMei.NOOIT, False, False, id="nooit"),
    ],
)
def test_vijf_mei(keuze, vrij_2025, vrij_2026):
    vrij = free_days([2025, 2026], vijf_mei=keuze)

    assert (date(2025, 5, 5) in vrij, date(2026, 5, 5) in vrij) == (vrij_2025, vrij_2026)


@pytest.mark.parametrize(
    ("kalender", "datum", "verwacht"),
    [
        pytest.param(KALENDER, date(2023, 4, 5), date(2023, 4, 14), id="over-pasen"),
        pytest.param(GOEDE_VRIJDAG_WERKT, date(2023, 4, 5), date(2023, 4, 13), id="goede-vrijdag-werkt"),
        pytest.param(KALENDER, date(2020, 12, 23), date(2020, 12, 31), id="over-kerst"),
        pytest.param(KALENDER, date(2026, 4, 30), date(2026, 5, 8), id="over-5-mei"),
        pytest.param(KALENDER, date(2026, 11, 14), date(2026, 11, 20), id="vanaf-zaterdag"),
    ],
)
def test_add_five_werkdagen(kalender, datum, verwacht):
    assert kalender.add_werkdagen(datum, 5) == verwacht


@pytest.mark.parametrize(
    ("datum", "vorige", "volgende"),
    [
        pytest.param(date(2023, 11, 5), date(2023, 11, 3), date(2023, 11, 6), id="zondag"),
        pytest.param(date(2023, 11, 3), date(2023, 11, 3), date(2023, 11, 3), id="werkdag-blijft"),
        pytest.param(date(2026, 12, 26), date(2026, 12, 24), date(2026, 12, 28), id="tweede-kerstdag"),
        pytest.param(date(2026, 4, 27), date(2026, 4, 24), date(2026, 4, 28), id="koningsdag-maandag"),
    ],
)
def test_previous_and_next_werkdag(datum, vorige, volgende):
    assert (KALENDER.previous_werkdag(datum), KALENDER.next_werkdag(datum)) == (vorige, volgende)


@given(st.dates(date(2019, 1, 1), date(2039, 12, 31)), st.integers(1, 40))
def test_werkdagen_there_and_back(datum, aantal):
    werkdag = KALENDER.next_werkdag(datum)

    assert KALENDER.is_werkdag(werkdag)
    assert KALENDER.subtract_werkdagen(KALENDER.add_werkdagen(werkdag, aantal), aantal) == werkdag


def test_a_year_without_known_holidays_is_not_guessed():
    with pytest.raises(BuitenKalender, match="2041"):
        KALENDER.is_werkdag(date(2041, 1, 1))


def test_a_negative_number_of_werkdagen_is_refused():
    with pytest.raises(ValueError, match="nul of meer"):
        KALENDER.add_werkdagen(date(2026, 1, 5), -1)
