"""What is told at an extension and stops nothing, on both sides of each bound."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rondetafel.regels.overleg import Rto
from rondetafel.regels.verlengingsvraag import Verlengingsvraag
from rondetafel.regels.verlengsignalen import signal_alternatief, signal_not_asked, signal_plan
from tests.regels.voorbeelden import (
    BEGELEIDING_GROEP,
    CATALOGUS,
    GEBIEDSTEAM,
    KEUZES,
    LOGEREN,
    choose,
    goed_rto,
)

TOM, ANDER = UUID(int=1), UUID(int=2)
VRAAG = Verlengingsvraag(
    product=BEGELEIDING_GROEP,
    normen=CATALOGUS.normen,
    keuzes=KEUZES,
    startdatum=date(2025, 1, 1),
    einddatum=date(2025, 6, 30),
    eerste_startdatum=date(2025, 1, 1),
    tot=date(2025, 9, 30),
    ingediend_op=date(2025, 5, 5),
)


def is_told(reden):
    assert reden is None or (not reden.blokkeert and reden.uitweg)
    return reden is not None


@pytest.mark.parametrize(
    ("anders", "gemeld"),
    [
        pytest.param({"plan_op": date(2025, 1, 1)}, False, id="eerste-dag-van-de-looptijd"),
        pytest.param({"plan_op": date(2024, 12, 31)}, True, id="dag-ervoor"),
        pytest.param({}, True, id="nooit-vastgesteld"),
        pytest.param(
            {"plan_op": date(2025, 4, 1), "evaluaties": (date(2025, 2, 1), date(2025, 4, 1))},
            False,
            id="op-de-dag-van-de-evaluatie",
        ),
        pytest.param(
            {"plan_op": date(2025, 3, 31), "evaluaties": (date(2025, 4, 1),)}, True, id="voor-de-evaluatie"
        ),
        pytest.param({"keuzes": choose("verlenging-papieren", "alleen-jens")}, False, id="niet-gevraagd"),
        pytest.param({"product": GEBIEDSTEAM}, False, id="gebiedsteam"),
    ],
)
def test_plan_is_of_now(anders, gemeld):
    assert is_told(signal_plan(replace(VRAAG, **anders))) is gemeld


@pytest.mark.parametrize(
    ("rtos", "gemeld"),
    [
        pytest.param((), False, id="geen-rto"),
        pytest.param((goed_rto(date(2025, 5, 1)),), True, id="niemand-gevraagd"),
        pytest.param(
            (replace(goed_rto(date(2025, 5, 1)), gevraagd=frozenset({ANDER, TOM})),), False, id="gevraagd"
        ),
        pytest.param((Rto(gepland_op=date(2025, 6, 30), gevraagd=frozenset({ANDER})),), True, id="komt-nog"),
        pytest.param(
            (replace(goed_rto(date(2024, 12, 31)), gevraagd=frozenset({TOM})), goed_rto(date(2025, 5, 1))),
            True,
            id="voor-de-looptijd-gevraagd",
        ),
    ],
)
def test_who_gives_the_help_was_asked_for_the_rto(rtos, gemeld):
    assert is_told(signal_not_asked(replace(VRAAG, rtos=rtos, uitvoerder=TOM))) is gemeld
    assert not is_told(signal_not_asked(replace(VRAAG, rtos=rtos)))


@pytest.mark.parametrize(
    ("product", "tot", "gemeld"),
    [
        (LOGEREN, date(2025, 3, 31), False),
        (LOGEREN, date(2025, 4, 1), True),
        (BEGELEIDING_GROEP, date(2025, 9, 30), False),
    ],
)
def test_within_three_months_there_is_something_else_than_logeren(product, tot, gemeld):
    assert is_told(signal_alternatief(replace(VRAAG, product=product, tot=tot))) is gemeld
