"""When may the regie pass to a colleague?"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rondetafel.regels.beslissers import Als, Gezagsfeit, Mens, Onbekwaamheid
from rondetafel.regels.regie import (
    Overdracht,
    assess_afzegging,
    assess_eerste_regie,
    assess_overdracht,
    consenters_of,
    speakers_of,
)

DAG = date(2026, 11, 16)
GOED = Overdracht(van=date(2026, 11, 17), akkoord_op=DAG, is_ander=True, is_namens_gezin=True)


@pytest.mark.parametrize(
    ("anders", "redenen"),
    [
        ({}, 0),
        ({"van": DAG}, 1),
        ({"akkoord_op": date(2026, 11, 17)}, 1),
        ({"is_ander": False}, 1),
        ({"is_namens_gezin": False}, 1),
        ({"volgende_vanaf": date(2026, 12, 1)}, 1),
        ({"van": DAG, "is_ander": False}, 2),
    ],
)
def test_regie_passes_from_tomorrow_with_the_yes_of_the_family(anders, redenen):
    assert len(assess_overdracht(replace(GOED, **anders), DAG).blokkades) == redenen


MOEDER, VADER, KIND, OPA = (UUID(int=nummer) for nummer in range(1, 5))
MET_GEZAG = (Gezagsfeit(houder=MOEDER, als=Als.GEZAG, van=date(2010, 1, 1)),)
GROOT = (Mens(id=MOEDER, geboortedatum=None), Mens(id=VADER, geboortedatum=date(1980, 1, 1)))


def child(geboren, gezag=MET_GEZAG, onbekwaam=()):
    return Mens(id=KIND, geboortedatum=geboren, gezag=gezag, onbekwaam=onbekwaam)


@pytest.mark.parametrize(
    ("gezin", "wie"),
    [
        pytest.param((child(date(2017, 5, 4)), *GROOT), {MOEDER}, id="negen"),
        pytest.param((child(date(2014, 11, 16)), *GROOT), {MOEDER}, id="twaalf-vandaag"),
        pytest.param((child(date(2010, 11, 17)), *GROOT), {MOEDER}, id="morgen-zestien"),
        pytest.param((child(date(2010, 11, 16)), *GROOT), {KIND}, id="zestien-vandaag"),
        pytest.param(
            (child(date(2009, 1, 1), onbekwaam=(Onbekwaamheid(van=date(2026, 1, 1)),)), *GROOT),
            {MOEDER},
            id="zeventien-kan-het-niet-afwegen",
        ),
        pytest.param((child(date(2008, 11, 16)), *GROOT), {KIND, MOEDER, VADER}, id="achttien-vandaag"),
        pytest.param(
            (child(date(2017, 5, 4), gezag=(replace(MET_GEZAG[0], tot=date(2026, 11, 15)),)), *GROOT),
            {MOEDER, VADER},
            id="gezag-gisteren-voorbij",
        ),
        pytest.param(
            (
                child(
                    date(2017, 5, 4), gezag=(Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=date(2020, 1, 1)),)
                ),
                GROOT[0],
                replace(GROOT[1], onbekwaam=(Onbekwaamheid(van=date(2026, 1, 1), vertegenwoordiger=OPA),)),
            ),
            {MOEDER, OPA},
            id="instelling-is-voogd",
        ),
        pytest.param((child(date(2017, 5, 4), gezag=()),), set(), id="niemand-bekend"),
    ],
)
def test_who_decides_says_yes_for_the_family(gezin, wie):
    assert consenters_of(gezin, DAG) == wie


VOOGDIJ = Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=DAG)
BROER = UUID(int=5)


@pytest.mark.parametrize(
    ("gezin", "personen", "voogd_over"),
    [
        pytest.param((child(date(2017, 5, 4)), *GROOT), {MOEDER}, set(), id="moeder-heeft-gezag"),
        pytest.param(
            (child(date(2017, 5, 4), (VOOGDIJ,)), *GROOT), set(), {KIND}, id="voogdij-vanaf-vandaag"
        ),
        pytest.param(
            (child(date(2017, 5, 4), (replace(VOOGDIJ, van=date(2026, 11, 17)),)), *GROOT),
            {MOEDER, VADER},
            set(),
            id="voogdij-vanaf-morgen",
        ),
        pytest.param(
            (child(date(2017, 5, 4), (replace(VOOGDIJ, van=date(2020, 1, 1), tot=DAG),)), *GROOT),
            set(),
            {KIND},
            id="voogdij-tot-en-met-vandaag",
        ),
        pytest.param(
            (child(date(2010, 11, 17), (VOOGDIJ,)), *GROOT), set(), {KIND}, id="voogdij-morgen-zestien"
        ),
        pytest.param((child(date(2010, 11, 16), (VOOGDIJ,)), *GROOT), {KIND}, set(), id="zestien-vandaag"),
        pytest.param(
            (
                child(date(2017, 5, 4), (VOOGDIJ,)),
                Mens(id=BROER, geboortedatum=date(2018, 1, 1), gezag=MET_GEZAG),
                *GROOT,
            ),
            {MOEDER},
            {KIND},
            id="voogdij-over-een-van-twee",
        ),
        pytest.param(GROOT, {MOEDER, VADER}, set(), id="geen-kind"),
    ],
)
def test_an_instelling_that_is_voogd_says_yes_and_a_parent_without_gezag_does_not(
    gezin, personen, voogd_over
):
    sprekers = speakers_of(gezin, DAG)

    assert (sprekers.personen, sprekers.voogd_over) == (personen, voogd_over)


@pytest.mark.parametrize(
    ("van", "volgende", "redenen"),
    [
        (DAG, None, 0),
        (date(2026, 11, 15), None, 1),
        (date(2026, 12, 1), None, 0),
        (DAG, date(2026, 12, 1), 1),
    ],
)
def test_a_family_without_regisseur_gets_one_from_today(van, volgende, redenen):
    assert len(assess_eerste_regie(van, volgende, DAG).blokkades) == redenen


@pytest.mark.parametrize(
    ("van", "redenen"), [(date(2026, 11, 17), 0), (DAG, 1), (date(2026, 11, 15), 1), (None, 1)]
)
def test_a_transfer_is_called_off_up_to_the_day_before(van, redenen):
    assert len(assess_afzegging(van, DAG).blokkades) == redenen
