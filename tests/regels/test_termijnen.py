"""Every duty, to the day; free days, weekends and the night the clock changes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.tellen import Rekenbasis, acute_moment, count_backward, count_forward
from rondetafel.regels.termijnen import (
    ACUTE_VRAAG,
    BRIEF_VAN_AANBOD,
    DOELEN_VASTSTELLEN,
    DOSSIER_DOORSTUREN,
    EVALUATIE,
    KERNTEAM_BESPREKEN,
    KLACHT_OPPAKKEN,
    KLACHT_REACTIE,
    PLAN_NA_AFZIEN,
    PLAN_OP_SCHRIFT,
    RTO_HOUDEN,
    TERMIJNREGELS,
    VERLENGING_VRAGEN,
    Rol,
)
from tests.regels.voorbeelden import CATALOGUS, KALENDER

BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize(
    ("regel", "vanaf", "vervalt_op", "waarschuw_vanaf"),
    [
        pytest.param(
            DOSSIER_DOORSTUREN, date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 6), id="dossier"
        ),
        pytest.param(
            DOSSIER_DOORSTUREN, date(2026, 4, 30), date(2026, 5, 8), date(2026, 5, 7), id="dossier-5-mei"
        ),
        pytest.param(
            KERNTEAM_BESPREKEN, date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 9), id="kernteam"
        ),
        pytest.param(
            KERNTEAM_BESPREKEN,
            date(2026, 4, 20),
            date(2026, 4, 28),
            date(2026, 4, 24),
            id="kernteam-koningsdag-schuift",
        ),
        pytest.param(BRIEF_VAN_AANBOD, date(2023, 4, 5), date(2023, 4, 14), date(2023, 4, 13), id="brief"),
        pytest.param(
            DOELEN_VASTSTELLEN, date(2026, 9, 1), date(2026, 10, 13), date(2026, 9, 29), id="doelen"
        ),
        pytest.param(EVALUATIE, date(2026, 8, 3), date(2026, 11, 3), date(2026, 10, 20), id="evaluatie"),
        pytest.param(
            EVALUATIE,
            date(2026, 11, 30),
            date(2027, 2, 28),
            date(2027, 2, 12),
            id="evaluatie-korte-maand-schuift-niet",
        ),
        pytest.param(
            VERLENGING_VRAGEN,
            date(2023, 12, 31),
            date(2023, 11, 5),
            date(2023, 10, 20),
            id="verlenging-zondag-schuift-niet",
        ),
        pytest.param(RTO_HOUDEN, date(2026, 6, 30), date(2026, 6, 30), date(2026, 4, 30), id="rto"),
        pytest.param(
            KLACHT_OPPAKKEN, date(2026, 11, 6), date(2026, 11, 13), date(2026, 11, 12), id="klacht-oppakken"
        ),
        pytest.param(
            KLACHT_REACTIE,
            date(2026, 9, 26),
            date(2026, 10, 26),
            date(2026, 10, 19),
            id="klacht-reactie",
        ),
        pytest.param(
            PLAN_NA_AFZIEN, date(2026, 9, 1), date(2026, 10, 13), date(2026, 9, 29), id="plan-na-afzien"
        ),
        pytest.param(
            PLAN_OP_SCHRIFT, date(2026, 9, 5), date(2026, 9, 21), date(2026, 9, 18), id="op-schrift-schuift"
        ),
    ],
)
def test_term(regel, vanaf, vervalt_op, waarschuw_vanaf):
    termijn = regel.apply(vanaf, BASIS)

    assert (termijn.vervalt_op, termijn.waarschuw_vanaf) == (vervalt_op, waarschuw_vanaf)


def test_a_backward_term_in_a_weekend_is_done_by_friday():
    termijn = VERLENGING_VRAGEN.apply(date(2023, 12, 31), BASIS)

    assert termijn.laatste_werkdag == date(2023, 11, 3)


def test_a_term_says_what_who_and_why():
    termijn = VERLENGING_VRAGEN.apply(date(2026, 6, 30), BASIS)

    assert (termijn.regel, termijn.omschrijving, termijn.wie) == (
        "verlenging-vragen",
        "Verlenging vragen",
        Rol.AANBIEDER,
    )
    assert termijn.bron == CATALOGUS.norm("verlenging-vragen").bron


IN_DAGEN = {norm: regel for norm, regel in TERMIJNREGELS.items() if norm != ACUTE_VRAAG}


@pytest.mark.parametrize("regel", IN_DAGEN.values(), ids=IN_DAGEN)
@given(vanaf=st.dates(date(2020, 1, 1), date(2029, 6, 30)))
def test_a_warning_starts_on_a_working_day_before_the_end(regel, vanaf):
    termijn = regel.apply(vanaf, BASIS)

    assert KALENDER.is_werkdag(termijn.waarschuw_vanaf)
    assert KALENDER.is_werkdag(termijn.laatste_werkdag)
    assert termijn.waarschuw_vanaf < termijn.laatste_werkdag <= termijn.vervalt_op


def test_every_duty_has_a_norm():
    assert set(TERMIJNREGELS) <= set(CATALOGUS.normen)


@pytest.mark.parametrize(
    ("gemeld", "verwacht"),
    [
        pytest.param(datetime(2026, 11, 13, 16, 30), datetime(2026, 11, 14, 16, 30), id="over-het-weekend"),
        pytest.param(datetime(2026, 3, 28, 16, 30), datetime(2026, 3, 29, 17, 30), id="zomertijd-begint"),
        pytest.param(datetime(2026, 10, 24, 16, 30), datetime(2026, 10, 25, 15, 30), id="zomertijd-eindigt"),
    ],
)
def test_acute_is_24_clock_hours(gemeld, verwacht):
    einde = acute_moment(gemeld.replace(tzinfo=AMSTERDAM), CATALOGUS.norm(ACUTE_VRAAG))

    assert einde == verwacht.replace(tzinfo=AMSTERDAM)
    assert einde.tzinfo is AMSTERDAM


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(AMSTERDAM)))
def test_acute_always_lasts_as_long(gemeld_at):
    einde = acute_moment(gemeld_at, CATALOGUS.norm(ACUTE_VRAAG))

    assert einde.timestamp() - gemeld_at.timestamp() == timedelta(hours=24).total_seconds()


@pytest.mark.parametrize(
    ("gemeld_at", "norm", "melding"),
    [
        pytest.param(datetime(2026, 1, 1), ACUTE_VRAAG, "tijdzone", id="zonder-tijdzone"),
        pytest.param(datetime(2026, 1, 1, tzinfo=AMSTERDAM), "evaluatie", "uren", id="norm-in-maanden"),
    ],
)
def test_acute_needs_a_zone_and_hours(gemeld_at, norm, melding):
    with pytest.raises(ValueError, match=melding):
        acute_moment(gemeld_at, CATALOGUS.norm(norm))


@pytest.mark.parametrize(
    ("count", "norm"),
    [
        pytest.param(count_forward, ACUTE_VRAAG, id="uren-vooruit"),
        pytest.param(count_backward, "evaluatie", id="maanden-terug"),
        pytest.param(count_backward, "dossier-doorsturen", id="werkdagen-terug"),
    ],
)
def test_a_norm_that_does_not_fit_is_refused(count, norm):
    with pytest.raises(ValueError, match="past niet"):
        count(date(2026, 1, 5), CATALOGUS.norm(norm), BASIS)


def test_moving_to_a_working_day_follows_the_norm():
    norm = CATALOGUS.norm("kernteam-bespreken")
    zaterdag = date(2026, 11, 14)

    assert count_forward(date(2026, 11, 7), norm, BASIS) == date(2026, 11, 16)
    assert count_forward(date(2026, 11, 7), replace(norm, schuift_door=False), BASIS) == zaterdag
