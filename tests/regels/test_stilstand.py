"""The clock that stands still: to the day on both sides, and what holds for any wait."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.stilstand import (
    Doorlooptijd,
    Pauze,
    ended_pauzes,
    is_still,
    later,
    lead_time,
    still_since,
)
from rondetafel.regels.tellen import Rekenbasis, Wachttijd, acute_moment, count_backward, count_forward
from rondetafel.regels.termijnen import ACUTE_VRAAG, DOSSIER_DOORSTUREN, KERNTEAM_BESPREKEN
from tests.regels.voorbeelden import CATALOGUS, KALENDER

BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MAANDAG = date(2026, 11, 2)
DAGEN = st.dates(date(2021, 1, 1), date(2028, 12, 31))
DOSSIER = CATALOGUS.norm("dossier-doorsturen")
NORMEN = [
    replace(norm, staat_stil=True)
    for norm in CATALOGUS.normen.values()
    if norm.eenheid in ("werkdagen", "dagen", "weken")
]


def pauze(van, tot):
    return Pauze(van=van, tot=tot)


@st.composite
def waits(draw):
    """A wait that begins within two months of a day, with that day."""
    dag = draw(DAGEN)
    van = dag + timedelta(days=draw(st.integers(-5, 60)))
    return dag, pauze(van, van + timedelta(days=draw(st.integers(0, 40))))


@pytest.mark.parametrize(
    ("van", "tot", "vervalt_op"),
    [
        pytest.param(None, None, date(2026, 11, 9), id="zonder-wachten"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 9), id="zelfde-dag-kost-niets"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 10), id="een-dag"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 11), id="twee-dagen"),
        pytest.param(date(2026, 11, 6), date(2026, 11, 8), date(2026, 11, 9), id="alleen-weekend-kost-niets"),
        pytest.param(date(2026, 11, 8), date(2026, 11, 9), date(2026, 11, 10), id="laatste-dag"),
        pytest.param(date(2026, 11, 9), date(2026, 11, 20), date(2026, 11, 9), id="na-de-laatste-dag"),
        pytest.param(date(2026, 11, 2), date(2026, 11, 30), date(2026, 12, 7), id="meteen-en-lang"),
    ],
)
def test_days_of_waiting_do_not_count(van, tot, vervalt_op):
    pauzes = (pauze(van, tot),) if van else ()

    assert DOSSIER_DOORSTUREN.apply(MAANDAG, BASIS, pauzes).vervalt_op == vervalt_op


def test_while_it_still_waits_the_last_day_is_that_without_this_waiting():
    wacht = (pauze(date(2026, 11, 3), date(2026, 11, 4)), pauze(date(2026, 11, 5), None))

    termijn = DOSSIER_DOORSTUREN.apply(MAANDAG, BASIS, wacht)

    assert (termijn.vervalt_op, termijn.stil_sinds) == (date(2026, 11, 10), date(2026, 11, 5))
    assert (still_since(wacht), ended_pauzes(wacht)) == (date(2026, 11, 5), wacht[:1])


def test_two_waits_that_overlap_count_once():
    samen = (pauze(date(2026, 11, 3), date(2026, 11, 5)), pauze(date(2026, 11, 4), date(2026, 11, 5)))

    assert DOSSIER_DOORSTUREN.apply(MAANDAG, BASIS, samen).vervalt_op == date(2026, 11, 11)


@pytest.mark.parametrize(
    ("van", "tot", "vervalt_op"),
    [
        pytest.param(date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 9), id="zelfde-dag"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 10), id="een-dag"),
        pytest.param(date(2026, 11, 3), date(2026, 11, 20), date(2026, 11, 26), id="zeventien-dagen"),
        pytest.param(date(2026, 10, 20), date(2026, 11, 2), date(2026, 11, 9), id="voor-de-week-begon"),
    ],
)
def test_the_week_of_the_kernteam_stands_still(van, tot, vervalt_op):
    termijn = KERNTEAM_BESPREKEN.apply(MAANDAG, BASIS, (pauze(van, tot),))

    assert (termijn.vervalt_op, termijn.stil_sinds) == (vervalt_op, None)


@pytest.mark.parametrize(
    ("dag", "stil"),
    [
        pytest.param(date(2026, 11, 3), False, id="dag-van-de-vraag"),
        pytest.param(date(2026, 11, 4), True, id="dag-erna"),
        pytest.param(date(2026, 11, 5), True, id="dag-van-het-antwoord"),
        pytest.param(date(2026, 11, 6), False, id="dag-na-het-antwoord"),
    ],
)
def test_which_days_stand_still(dag, stil):
    assert is_still(dag, [pauze(date(2026, 11, 3), date(2026, 11, 5))]) is stil


def test_a_term_that_counts_back_cannot_stand_still():
    with pytest.raises(ValueError, match="staat stil"):
        count_backward(MAANDAG, DOSSIER, BASIS)


def test_lead_time_gross_and_net():
    wacht = [pauze(date(2026, 11, 3), date(2026, 11, 5))]

    assert lead_time(MAANDAG, date(2026, 11, 11), KALENDER, wacht) == Doorlooptijd(bruto=7, netto=5)
    assert lead_time(MAANDAG, MAANDAG, KALENDER) == Doorlooptijd(bruto=0, netto=0)


@pytest.mark.parametrize("norm", NORMEN, ids=lambda norm: norm.code)
@given(geval=waits())
def test_waiting_never_shortens_a_term_and_never_ends_it_while_it_waits(norm, geval):
    dag, wacht = geval

    zonder, met = count_forward(dag, norm, BASIS), count_forward(dag, norm, BASIS, [wacht])

    assert met >= zonder
    # A norm that does not move and of no length at all ends where it begins.
    assert met == dag or not is_still(met, [wacht])


@given(geval=waits(), later_=st.integers(0, 30))
def test_a_longer_wait_never_ends_earlier(geval, later_):
    dag, wacht = geval
    langer = pauze(wacht.van, wacht.tot + timedelta(days=later_))

    assert count_forward(dag, DOSSIER, BASIS, [langer]) >= count_forward(dag, DOSSIER, BASIS, [wacht])


@given(geval=waits())
def test_exactly_as_many_working_days_count_with_and_without_waiting(geval):
    dag, wacht = geval

    einde = count_forward(dag, DOSSIER, BASIS, [wacht])

    assert lead_time(dag, einde, KALENDER, [wacht]).netto == DOSSIER.aantal


@given(dag=DAGEN, dagen=st.integers(0, 60))
def test_a_later_start_never_ends_earlier(dag, dagen):
    anders = dag + timedelta(days=dagen)

    for norm in NORMEN:
        assert count_forward(anders, norm, BASIS) >= count_forward(dag, norm, BASIS)


@given(dag=DAGEN)
def test_what_moves_never_ends_on_a_free_day(dag):
    for norm in NORMEN:
        einde = count_forward(dag, norm, BASIS)
        assert KALENDER.is_werkdag(einde) or not norm.schuift_door


@given(dag=DAGEN)
def test_what_counts_back_is_never_moved(dag):
    weken = CATALOGUS.norm("verlenging-vragen")

    assert dag - count_backward(dag, weken, BASIS) == timedelta(weeks=weken.aantal)


@pytest.mark.parametrize(
    ("dag", "vervalt_op"),
    [
        pytest.param(date(2027, 11, 29), date(2028, 2, 29), id="29-februari"),
        pytest.param(date(2027, 11, 30), date(2028, 2, 29), id="na-29-februari-knipt"),
        pytest.param(date(2026, 11, 29), date(2027, 2, 28), id="gewoon-jaar-knipt"),
        pytest.param(date(2028, 2, 29), date(2028, 5, 29), id="vanaf-29-februari"),
    ],
)
def test_months_over_a_leap_day(dag, vervalt_op):
    assert count_forward(dag, CATALOGUS.norm("evaluatie"), BASIS) == vervalt_op


@pytest.mark.parametrize(
    ("gekozen", "vervalt_op"),
    [
        pytest.param("zeven-dagen", date(2026, 4, 28), id="zeven-dagen"),
        pytest.param("vijf-werkdagen", date(2026, 4, 28), id="vijf-werkdagen-over-koningsdag"),
    ],
)
def test_the_two_readings_of_a_week_on_koningsdag(gekozen, vervalt_op):
    assert KERNTEAM_BESPREKEN.apply(date(2026, 4, 20), lezing(gekozen)).vervalt_op == vervalt_op


def test_the_two_readings_of_a_week_differ_over_christmas():
    woensdag = date(2026, 12, 23)

    assert KERNTEAM_BESPREKEN.apply(woensdag, lezing("zeven-dagen")).vervalt_op == date(2026, 12, 30)
    assert KERNTEAM_BESPREKEN.apply(woensdag, lezing("vijf-werkdagen")).vervalt_op == date(2026, 12, 31)


def lezing(gekozen):
    catalogus = catalogue_on(date(2026, 1, 1))
    keuzes = dict(catalogus.keuzes) | {"week": replace(catalogus.keuze("week"), gekozen=gekozen)}
    return Rekenbasis(catalogus=replace(catalogus, keuzes=keuzes), kalender=KALENDER)


def at(maand, dag, uur, minuut=0):
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


WACHT_UREN = replace(CATALOGUS.norm(ACUTE_VRAAG), staat_stil=True)


@pytest.mark.parametrize(
    ("wacht", "einde"),
    [
        pytest.param([], at(11, 3, 10), id="zonder-wachten"),
        pytest.param([(at(11, 2, 12), at(11, 2, 15))], at(11, 3, 13), id="drie-uur"),
        pytest.param(
            [(at(11, 3, 9), at(11, 3, 12)), (at(11, 3, 12, 30), at(11, 3, 13))],
            at(11, 3, 13, 30),
            id="twee-keer",
        ),
        pytest.param([(at(11, 3, 10), at(11, 3, 12))], at(11, 3, 10), id="na-het-einde"),
        pytest.param([(at(11, 2, 12), None)], at(11, 3, 10), id="wacht-nog"),
    ],
)
def test_hours_that_stand_still(wacht, einde):
    wachttijden = [Wachttijd(van=van, tot=tot) for van, tot in wacht]

    assert acute_moment(at(11, 2, 10), WACHT_UREN, wachttijden) == einde


def test_hours_of_an_acute_question_run_on():
    wacht = [Wachttijd(van=at(11, 2, 12), tot=at(11, 2, 15))]

    assert acute_moment(at(11, 2, 10), CATALOGUS.norm(ACUTE_VRAAG), wacht) == at(11, 3, 10)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(AMSTERDAM)),
    st.integers(0, 3000),
)
def test_clock_time_there_and_back(moment, minuten):
    duur = timedelta(minutes=minuten)

    assert later(moment, duur).timestamp() - moment.timestamp() == duur.total_seconds()
