"""Which duties does a period of help bring, and counted from or back from which day?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import (
    EINDEVALUATIE,
    LOGEREN_ALTERNATIEF,
    MAATWERK_PAPIEREN,
    MAATWERK_RTO,
    RTO_HOUDEN,
    VERLENGING_VRAGEN,
    eindevaluatie_duty,
    logeren_duty,
    papers_duty,
    rto_duties,
)
from rondetafel.regels.verlengingsvraag import Verlengingsvraag
from tests.regels.voorbeelden import (
    BEGELEIDING_GROEP,
    CATALOGUS,
    GEBIEDSTEAM,
    KALENDER,
    LOGEREN,
    choose,
)

BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
MAATWERK = CATALOGUS.product("begeleiding-individueel-maatwerk")
TOT = date(2026, 6, 30)


def with_reading(code, lezing):
    return replace(BASIS, catalogus=replace(CATALOGUS, keuzes=choose(code, lezing)))


def days(venster):
    """Which duty, its last day, and from when it counts."""
    return venster.regel, venster.regel.apply(venster.vanaf, BASIS).vervalt_op, venster.telt_vanaf


@pytest.mark.parametrize("weken", [8, 26])
def test_papers_come_eight_weeks_before_the_end(weken):
    van = TOT - timedelta(weeks=weken)

    assert days(papers_duty(BEGELEIDING_GROEP, van, TOT, BASIS)) == (
        VERLENGING_VRAGEN,
        date(2026, 5, 5),
        van,
    )


def test_shorter_help_has_no_day_to_ask_in_time():
    van = TOT - timedelta(weeks=8) + timedelta(days=1)

    assert papers_duty(BEGELEIDING_GROEP, van, TOT, BASIS) is None


@pytest.mark.parametrize(
    ("rto_op", "uiterlijk"),
    [
        pytest.param(date(2026, 6, 26), date(2026, 6, 19), id="afgesproken"),
        pytest.param(TOT, date(2026, 6, 23), id="op-de-laatste-dag"),
        pytest.param(None, date(2026, 6, 17), id="nog-geen-dag"),
        pytest.param(date(2026, 3, 31), date(2026, 6, 17), id="van-voor-de-verlenging"),
        pytest.param(date(2026, 7, 1), date(2026, 6, 17), id="na-het-einde"),
    ],
)
def test_papers_of_maatwerk_come_a_week_before_its_rto_on_the_day_that_the_page_tells(rto_op, uiterlijk):
    van = date(2026, 4, 1)
    vraag = Verlengingsvraag(
        product=MAATWERK,
        normen=CATALOGUS.normen,
        keuzes=CATALOGUS.keuzes,
        startdatum=van,
        einddatum=TOT,
        eerste_startdatum=van,
        tot=TOT,
        ingediend_op=van,
        rto_op=rto_op,
    )

    assert days(papers_duty(MAATWERK, van, TOT, BASIS, rto_op=rto_op)) == (MAATWERK_PAPIEREN, uiterlijk, van)
    assert vraag.laatste_dag_om_te_vragen == uiterlijk


def test_papers_of_maatwerk_come_as_those_of_others_when_that_is_the_reading():
    basis = with_reading("maatwerk-papieren", "acht-weken")

    assert days(papers_duty(MAATWERK, date(2026, 4, 1), TOT, basis))[:2] == (
        VERLENGING_VRAGEN,
        date(2026, 5, 5),
    )


@pytest.mark.parametrize(
    ("product", "basis", "verwacht"),
    [
        pytest.param(BEGELEIDING_GROEP, BASIS, [(RTO_HOUDEN, TOT, date(2026, 4, 1))], id="begeleiding"),
        pytest.param(MAATWERK, BASIS, [(MAATWERK_RTO, TOT, date(2026, 6, 24))], id="maatwerk-laatste-week"),
        pytest.param(GEBIEDSTEAM, BASIS, [], id="gebiedsteam"),
    ],
)
def test_rto_is_held_before_the_end(product, basis, verwacht):
    assert [days(een) for een in rto_duties(product, date(2026, 4, 1), TOT, basis)] == verwacht


def test_rto_of_maatwerk_counts_from_the_first_day_when_that_is_the_reading():
    basis = with_reading("maatwerk-rto", "uiterlijk-een-week")
    [venster] = rto_duties(MAATWERK, date(2026, 4, 1), TOT, basis)

    assert (venster.regel, venster.telt_vanaf) == (MAATWERK_RTO, date(2026, 4, 1))


def test_whole_is_looked_back_on_at_the_end():
    venster = eindevaluatie_duty(BEGELEIDING_GROEP, date(2026, 1, 1), TOT)

    assert days(venster)[:2] == (EINDEVALUATIE, TOT)


def test_gebiedsteam_has_no_last_evaluation():
    assert eindevaluatie_duty(GEBIEDSTEAM, date(2026, 1, 1), TOT) is None


def test_long_treatment_is_looked_back_on_after_six_months():
    product = CATALOGUS.product("behandeling-groep")
    venster = eindevaluatie_duty(product, date(2026, 1, 1), date(2026, 10, 31))

    assert days(venster)[:2] == (EINDEVALUATIE, TOT)


def test_logeren_has_three_months_to_find_something_else():
    venster = logeren_duty(LOGEREN, date(2026, 1, 1))

    assert (venster.regel, venster.vanaf) == (LOGEREN_ALTERNATIEF, date(2026, 1, 1))
    assert venster.regel.apply(venster.vanaf, BASIS).vervalt_op == date(2026, 4, 1)
    assert logeren_duty(BEGELEIDING_GROEP, date(2026, 1, 1)) is None
