"""Everyone who decides says yes, or nothing opens."""

from datetime import date
from uuid import UUID

import pytest

from rondetafel.regels.beslissers import VANAF_TWAALF, Als, Beslisser
from rondetafel.regels.toestemming import Antwoord, Gedeeld, share_together, weigh_antwoorden

KIND, MOEDER, VADER = (UUID(int=nummer) for nummer in range(1, 4))
DAG = date(2026, 11, 16)


def beslisser(persoon, als=Als.GEZAG, sinds=date(2020, 1, 1)):
    return Beslisser(persoon=persoon, als=als, sinds=sinds, bron=VANAF_TWAALF)


def zegt(wie, is_ja, op=DAG):
    return Antwoord(beslisser=wie, is_ja=is_ja, gegeven_op=op)


OUDERS = (beslisser(MOEDER), beslisser(VADER))
ALLEN = (beslisser(KIND, Als.SAMEN, sinds=DAG), *OUDERS)


@pytest.mark.parametrize(
    ("beslissers", "antwoorden", "gegeven", "wacht"),
    [
        pytest.param(OUDERS, [], False, {MOEDER, VADER}, id="beide-ouders"),
        pytest.param(OUDERS, [zegt(MOEDER, True)], False, {VADER}, id="een-ouder"),
        pytest.param(OUDERS, [zegt(MOEDER, True), zegt(VADER, True)], True, set(), id="allebei"),
        pytest.param(OUDERS, [zegt(MOEDER, True), zegt(VADER, False)], False, set(), id="oneens"),
        pytest.param(
            OUDERS, [zegt(MOEDER, True), zegt(VADER, False), zegt(VADER, True)], True, set(), id="bedacht"
        ),
        pytest.param(
            OUDERS, [zegt(MOEDER, True), zegt(VADER, True), zegt(MOEDER, False)], False, set(), id="terug"
        ),
        pytest.param(ALLEN, [zegt(MOEDER, True), zegt(VADER, True)], False, {KIND}, id="nu-ook-het-kind"),
        pytest.param(
            ALLEN, [zegt(een, True) for een in (KIND, MOEDER, VADER)], True, set(), id="met-het-kind"
        ),
        pytest.param(
            ALLEN,
            [zegt(MOEDER, True), zegt(VADER, True), zegt(KIND, True, date(2026, 11, 15))],
            False,
            {KIND},
            id="kind-te-vroeg",
        ),
        pytest.param((), [zegt(MOEDER, True)], False, set(), id="niemand-mag-beslissen"),
        pytest.param((beslisser(None, Als.VOOGD_GI),), [zegt(None, True)], True, set(), id="gi"),
    ],
)
def test_consent_is_there_when_everyone_said_yes(beslissers, antwoorden, gegeven, wacht):
    toestemming = weigh_antwoorden(beslissers, antwoorden)

    assert toestemming.is_gegeven is gegeven
    assert {een.persoon for een in toestemming.wacht} == wacht


def test_two_parents_who_still_have_to_answer_have_a_word_of_their_own():
    assert weigh_antwoorden(OUDERS, []).waits_for_both_parents
    assert not weigh_antwoorden(ALLEN, []).waits_for_both_parents
    assert not weigh_antwoorden(OUDERS, [zegt(MOEDER, True)]).waits_for_both_parents


def deelt(*delen, tot=None):
    return Gedeeld(onderdelen=frozenset(delen), tot=tot)


@pytest.mark.parametrize(
    ("per_persoon", "samen"),
    [
        pytest.param([], None, id="niemand"),
        pytest.param([deelt("plan"), None], None, id="een-mist"),
        pytest.param([deelt("plan"), deelt("zorg")], None, id="niets-gelijk"),
        pytest.param(
            [deelt("gezin", "plan"), deelt("plan", "zorg")], deelt("plan"), id="wat-bij-allen-open-is"
        ),
        pytest.param([deelt("plan", tot=DAG), deelt("plan")], deelt("plan", tot=DAG), id="eerste-einde"),
        pytest.param(
            [deelt("plan", tot=DAG), deelt("plan", tot=date(2026, 11, 15))],
            deelt("plan", tot=date(2026, 11, 15)),
            id="vroegste-van-twee",
        ),
    ],
)
def test_what_is_together_is_open_when_it_is_open_about_everyone(per_persoon, samen):
    assert share_together(per_persoon) == samen
