"""Who can have gezag beside whom, and what follows from erkenning on either side of 1 January 2023."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.gezag import (
    MET_NIET_OUDER,
    OUDERS_OF_VOOGD,
    SAMEN_DOOR_ERKENNING,
    SAMEN_DOOR_HUWELIJK,
    SAMEN_DOOR_REGISTER,
    WIE_HEEFT_GEZAG,
    Gezagsoort,
    Gezagsregel,
    Gezagsvraag,
    Ouderschap,
    assess_gezag,
    suggest_gezag,
)

GEBOREN = date(2014, 5, 4)


def regel(naam, soort, van=GEBOREN, tot=None):
    return Gezagsregel(naam=naam, soort=soort, looptijd=(van, tot))


GOED = Gezagsvraag(
    nieuw=regel("Ruud", Gezagsoort.SAMEN),
    is_ouder=True,
    anderen=(regel("Esther", Gezagsoort.SAMEN),),
    geboortedatum=GEBOREN,
    has_bewijs=True,
)
ALLEEN = (regel("Esther", Gezagsoort.ALLEEN, tot=date(2020, 1, 31)),)
VOOGD = (regel("Tante", Gezagsoort.VOOGDIJ, van=date(2020, 2, 1)),)


@pytest.mark.parametrize(
    ("anders", "bronnen"),
    [
        pytest.param({}, [], id="samen"),
        pytest.param({"anderen": ALLEEN}, [SAMEN_DOOR_REGISTER], id="ander-heeft-alleen"),
        pytest.param(
            {"anderen": ALLEEN, "nieuw": regel("Ruud", Gezagsoort.SAMEN, date(2020, 2, 1))}, [], id="dag-erna"
        ),
        pytest.param(
            {"nieuw": regel("Ruud", Gezagsoort.ALLEEN)}, [SAMEN_DOOR_REGISTER], id="alleen-naast-ander"
        ),
        pytest.param({"anderen": VOOGD}, [OUDERS_OF_VOOGD], id="naast-voogd"),
        pytest.param(
            {"anderen": VOOGD, "nieuw": regel("Ruud", Gezagsoort.ALLEEN, tot=date(2020, 1, 31))},
            [],
            id="voor-voogd",
        ),
        pytest.param(
            {"anderen": VOOGD, "nieuw": regel("Ruud", Gezagsoort.GEEN)}, [], id="geen-gezag-mag-altijd"
        ),
        pytest.param(
            {"anderen": (*GOED.anderen, regel("Opa", Gezagsoort.GEZAMENLIJK))},
            [OUDERS_OF_VOOGD],
            id="een-derde",
        ),
        pytest.param({"is_ouder": False}, [MET_NIET_OUDER], id="geen-ouder"),
        pytest.param(
            {"is_ouder": False, "nieuw": regel("Ruud", Gezagsoort.GEZAMENLIJK)}, [], id="met-niet-ouder"
        ),
        pytest.param(
            {"nieuw": regel("Ruud", Gezagsoort.SAMEN, date(2014, 5, 3))},
            [WIE_HEEFT_GEZAG],
            id="voor-geboorte",
        ),
    ],
)
def test_gezag_is_refused_with_its_source(anders, bronnen):
    assert [een.bron for een in assess_gezag(replace(GOED, **anders)).blokkades] == bronnen


def test_what_nobody_looked_up_is_signalled_only():
    oordeel = assess_gezag(replace(GOED, has_bewijs=False))

    assert oordeel.is_akkoord
    assert len(oordeel.signalen) == 1


@pytest.mark.parametrize(
    ("anders", "soort", "bron"),
    [
        ({"erkend_op": date(2022, 12, 31)}, Gezagsoort.GEEN, SAMEN_DOOR_REGISTER),
        ({"erkend_op": date(2023, 1, 1)}, Gezagsoort.SAMEN, SAMEN_DOOR_ERKENNING),
        ({"was_getrouwd": True}, Gezagsoort.SAMEN, SAMEN_DOOR_HUWELIJK),
        ({}, None, SAMEN_DOOR_REGISTER),
        ({"is_moeder": True}, None, SAMEN_DOOR_REGISTER),
    ],
)
def test_erkenning_from_2023_gives_gezag_together(anders, soort, bron):
    ouder = Ouderschap(naam="Ruud", is_moeder=False, erkend_op=None, was_getrouwd=False)

    voorstel = suggest_gezag(replace(ouder, **anders))

    assert (voorstel.soort, voorstel.bron) == (soort, bron)
