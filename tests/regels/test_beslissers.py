"""Who decides about a person, on both sides of every day on which that changes."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from rondetafel.regels.beslissers import (
    Als,
    Gezagsfeit,
    Mens,
    Onbekwaamheid,
    deciders_about,
    decides_until,
    is_counted,
    last_day_of_deciders,
    notice_from,
    turning_birthdays,
    turning_days,
)

KIND, MOEDER, VADER, MENTOR = (UUID(int=nummer) for nummer in range(1, 5))
DAG = timedelta(days=1)
GEBOREN = date(2014, 6, 15)
SCHRIKKELKIND = date(2012, 2, 29)


def gezag(houder=MOEDER, als=Als.GEZAG, van=GEBOREN, tot=None):
    return Gezagsfeit(houder=houder, als=als, van=van, tot=tot)


def kind(*gezagsfeiten, geboren=GEBOREN, onbekwaam=()):
    return Mens(id=KIND, geboortedatum=geboren, gezag=gezagsfeiten, onbekwaam=onbekwaam)


def who(mens, peildatum):
    return {een.persoon for een in deciders_about(mens, peildatum)}


BEIDE = (gezag(), gezag(VADER))
VOOGD_GI = (gezag(None, Als.VOOGD_GI),)
SCHRIKKEL = kind(gezag(van=SCHRIKKELKIND), geboren=SCHRIKKELKIND)
NIET_BEKWAAM = (Onbekwaamheid(van=date(2027, 1, 1)),)
SINDS_ZEVENTIEN = (Onbekwaamheid(van=date(2031, 6, 15)),)
MET_MENTOR = (Onbekwaamheid(van=date(2031, 1, 1), vertegenwoordiger=MENTOR),)
EVEN_NIET = (Onbekwaamheid(van=date(2031, 1, 1), tot=date(2031, 3, 31)),)


@pytest.mark.parametrize(
    ("mens", "peildatum", "beslissen"),
    [
        pytest.param(kind(*BEIDE), date(2026, 6, 14), {MOEDER, VADER}, id="laatste-dag-elf"),
        pytest.param(kind(*BEIDE), date(2026, 6, 15), {KIND, MOEDER, VADER}, id="twaalf"),
        pytest.param(kind(*BEIDE), date(2030, 6, 14), {KIND, MOEDER, VADER}, id="laatste-dag-vijftien"),
        pytest.param(kind(*BEIDE), date(2030, 6, 15), {KIND}, id="zestien"),
        pytest.param(kind(*BEIDE), date(2032, 6, 14), {KIND}, id="laatste-dag-zeventien"),
        pytest.param(kind(*BEIDE), date(2032, 6, 15), {KIND}, id="achttien"),
        pytest.param(SCHRIKKEL, date(2024, 2, 28), {MOEDER}, id="schrikkelkind-elf"),
        pytest.param(SCHRIKKEL, date(2024, 2, 29), {KIND, MOEDER}, id="schrikkelkind-twaalf"),
        pytest.param(SCHRIKKEL, date(2030, 2, 28), {KIND}, id="schrikkelkind-zeventien"),
        pytest.param(
            kind(gezag(van=date(2016, 2, 29)), geboren=date(2016, 2, 29), onbekwaam=(
                Onbekwaamheid(van=date(2030, 1, 1), vertegenwoordiger=MENTOR),)),
            date(2034, 2, 28), {MOEDER}, id="schrikkelkind-onbekwaam-zeventien",
        ),
        pytest.param(
            kind(gezag(van=date(2016, 2, 29)), geboren=date(2016, 2, 29), onbekwaam=(
                Onbekwaamheid(van=date(2030, 1, 1), vertegenwoordiger=MENTOR),)),
            date(2034, 3, 1), {MENTOR}, id="schrikkelkind-onbekwaam-achttien-op-1-maart",
        ),
        pytest.param(kind(gezag(), gezag(VADER, tot=date(2025, 3, 1))), date(2025, 3, 1), {MOEDER, VADER},
                     id="laatste-dag-gezag"),
        pytest.param(kind(gezag(), gezag(VADER, tot=date(2025, 3, 1))), date(2025, 3, 2), {MOEDER},
                     id="gezag-voorbij"),
        pytest.param(kind(*VOOGD_GI), date(2025, 1, 1), {None}, id="gi-als-voogd"),
        pytest.param(kind(*VOOGD_GI), date(2027, 1, 1), {None, KIND}, id="gi-en-jongere"),
        pytest.param(kind(), date(2025, 1, 1), set(), id="niemand-met-gezag"),
        pytest.param(kind(*BEIDE, onbekwaam=NIET_BEKWAAM), date(2026, 12, 31), {KIND, MOEDER, VADER},
                     id="nog-bekwaam"),
        pytest.param(kind(*BEIDE, onbekwaam=NIET_BEKWAAM), date(2027, 1, 1), {MOEDER, VADER},
                     id="niet-bekwaam"),
        pytest.param(kind(*BEIDE, onbekwaam=NIET_BEKWAAM), date(2032, 6, 14), {MOEDER, VADER},
                     id="niet-bekwaam-tot-achttien"),
        pytest.param(kind(*BEIDE, onbekwaam=NIET_BEKWAAM), date(2032, 6, 15), set(),
                     id="niet-bekwaam-achttien-zonder-mentor"),
        pytest.param(kind(*BEIDE, onbekwaam=MET_MENTOR), date(2032, 6, 15), {MENTOR}, id="mentor"),
        pytest.param(kind(*BEIDE, onbekwaam=EVEN_NIET), date(2031, 3, 31), {MOEDER, VADER}, id="even-niet"),
        pytest.param(kind(*BEIDE, onbekwaam=EVEN_NIET), date(2031, 4, 1), {KIND}, id="weer-wel"),
        pytest.param(kind(geboren=None), date(2026, 1, 1), {KIND}, id="volwassene-zonder-geboortedatum"),
    ],
)  # fmt: skip
def test_who_decides(mens, peildatum, beslissen):
    assert who(mens, peildatum) == beslissen


def test_every_decider_has_a_source_in_the_law():
    dagen = [GEBOREN + timedelta(days=200 * stap) for stap in range(40)]

    for onbekwaam in ((), NIET_BEKWAAM, MET_MENTOR):
        for dag in dagen:
            beslissers = deciders_about(kind(*BEIDE, onbekwaam=onbekwaam), dag)
            assert all(een.bron.document == "jeugdwet" for een in beslissers)


@pytest.mark.parametrize(
    ("mens", "peildatum", "laatste_dag"),
    [
        pytest.param(kind(*BEIDE), date(2020, 1, 1), date(2026, 6, 14), id="tot-twaalf"),
        pytest.param(kind(*BEIDE), date(2026, 6, 15), date(2030, 6, 14), id="tot-zestien"),
        pytest.param(kind(*BEIDE), date(2030, 6, 15), None, id="zestien-blijft"),
        pytest.param(
            kind(gezag(), gezag(VADER, tot=date(2025, 3, 1))), date(2025, 1, 1), date(2025, 3, 1), id="gezag"
        ),
        pytest.param(SCHRIKKEL, date(2023, 1, 1), date(2024, 2, 28), id="schrikkelkind"),
        pytest.param(kind(*BEIDE, onbekwaam=MET_MENTOR), date(2031, 1, 1), date(2032, 6, 14), id="mentor"),
    ],
)
def test_until_when_the_same_people_decide(mens, peildatum, laatste_dag):
    assert last_day_of_deciders(mens, peildatum) == laatste_dag


def test_a_day_on_which_nothing_changes_does_not_turn():
    """The end of gezag after the sixteenth birthday, and the eighteenth birthday itself, change nobody."""
    mens = kind(gezag(), gezag(VADER, tot=date(2031, 1, 1)))

    assert turning_days(mens, date(2026, 1, 1)) == (date(2026, 6, 15), date(2030, 6, 15))


@pytest.mark.parametrize(
    ("mens", "persoon", "peildatum", "gegeven_op", "telt"),
    [
        pytest.param(kind(*BEIDE), MOEDER, date(2026, 6, 15), date(2020, 1, 1), True, id="ouder-na-twaalf"),
        pytest.param(kind(*BEIDE), KIND, date(2026, 6, 15), date(2026, 6, 14), False, id="kind-te-vroeg"),
        pytest.param(kind(*BEIDE), KIND, date(2030, 6, 15), date(2030, 6, 14), False, id="opnieuw-op-zestien"),
        pytest.param(kind(*BEIDE), KIND, date(2032, 6, 15), date(2030, 6, 15), True, id="achttien-telt-door"),
        pytest.param(kind(*BEIDE, onbekwaam=SINDS_ZEVENTIEN), MOEDER, date(2031, 7, 1), date(2029, 1, 1), False,
                     id="ouder-begint-opnieuw"),
        pytest.param(kind(*BEIDE, onbekwaam=EVEN_NIET), KIND, date(2031, 4, 1), date(2030, 12, 1), False,
                     id="na-onbekwaam-opnieuw"),
    ],
)  # fmt: skip
def test_an_answer_counts_in_the_capacity_in_which_it_was_given(mens, persoon, peildatum, gegeven_op, telt):
    beslisser = next(een for een in deciders_about(mens, peildatum) if een.persoon == persoon)

    assert is_counted(beslisser, persoon=persoon, gegeven_op=gegeven_op) is telt


def test_an_answer_of_somebody_else_does_not_count():
    moeder = deciders_about(kind(gezag()), date(2020, 1, 1))[0]

    assert not is_counted(moeder, persoon=VADER, gegeven_op=date(2020, 1, 1))


def test_birthdays_and_their_notices():
    assert turning_birthdays(SCHRIKKELKIND) == (
        (12, date(2024, 2, 29)),
        (16, date(2028, 2, 29)),
        (18, date(2030, 3, 1)),
    )
    assert notice_from(date(2024, 2, 29)) == date(2023, 11, 29)
    assert notice_from(date(2030, 3, 1)) == date(2029, 12, 1)
    assert notice_from(date(2026, 5, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("mens", "persoon", "peildatum", "laatste_dag"),
    [
        pytest.param(kind(*BEIDE), MOEDER, date(2020, 1, 1), date(2030, 6, 14), id="ouder-tot-zestien"),
        pytest.param(kind(*BEIDE), KIND, date(2026, 6, 15), None, id="jongere-voorgoed"),
        pytest.param(
            kind(*BEIDE, onbekwaam=MET_MENTOR), MOEDER, date(2029, 1, 1), date(2030, 6, 14), id="gat"
        ),
        pytest.param(
            kind(*BEIDE, onbekwaam=NIET_BEKWAAM),
            MOEDER,
            date(2029, 1, 1),
            date(2032, 6, 14),
            id="tot-achttien",
        ),
        pytest.param(kind(*BEIDE, onbekwaam=MET_MENTOR), MENTOR, date(2032, 6, 15), None, id="mentor"),
    ],
)
def test_until_when_one_person_decides(mens, persoon, peildatum, laatste_dag):
    assert decides_until(mens, persoon, peildatum) == laatste_dag


@pytest.mark.parametrize(
    ("geboren", "laatste_dag"), [(GEBOREN, date(2030, 6, 14)), (SCHRIKKELKIND, date(2028, 2, 28))]
)
def test_an_instelling_decides_until_the_day_before_sixteen(geboren, laatste_dag):
    mens = kind(gezag(None, Als.VOOGD_GI), geboren=geboren)

    assert decides_until(mens, None, date(2026, 1, 5)) == laatste_dag


def test_who_does_not_decide_has_no_last_day():
    with pytest.raises(ValueError, match="beslist deze persoon niet mee"):
        decides_until(kind(*BEIDE), KIND, date(2026, 6, 14))
