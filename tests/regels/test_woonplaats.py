"""Which gemeente is responsible, on both sides of each day on which the answer turns."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.woonplaats import (
    FEITELIJK,
    GEZAGSDRAGER,
    MOEDER_BIJ_GEBOORTE,
    VOOR_VERBLIJF,
    WOONADRES,
    Adreskind,
    Gezagsdrager,
    Verblijfsoort,
    Woonadres,
    Woonfeiten,
    decide_woonplaats,
)

GEBOREN = date(2010, 6, 1)


def brp(gemeente, van, tot=None):
    return Woonadres(soort=Adreskind.BRP, gemeente=gemeente, van=van, tot=tot)


def verblijf(gemeente, van, tot=None, soort=Verblijfsoort.PLEEGOUDER):
    return Woonadres(soort=Adreskind.VERBLIJF, gemeente=gemeente, van=van, tot=tot, verblijf=soort)


def drager(naam, *adressen, van=GEBOREN, tot=None):
    return Gezagsdrager(naam=naam, van=van, tot=tot, adressen=adressen)


THUIS = brp("Landgraaf", date(2018, 1, 1))
WOONT = Woonfeiten(adressen=(THUIS,), geboortedatum=GEBOREN)
VERHUISD = replace(
    WOONT,
    adressen=(brp("Landgraaf", date(2018, 1, 1), date(2024, 3, 2)), brp("Heerlen", date(2024, 3, 3))),
)
PLEEG = replace(VERHUISD, adressen=(*VERHUISD.adressen, verblijf("Heerlen", date(2024, 3, 3))))
# From one stay into the next without a day at home; and with one day at home in between.
DOOR = replace(
    PLEEG,
    adressen=(
        *VERHUISD.adressen,
        verblijf("Heerlen", date(2024, 3, 3), date(2024, 9, 1)),
        verblijf("Voerendaal", date(2024, 9, 2), soort=Verblijfsoort.AANBIEDER),
    ),
)
THUIS_GEWEEST = replace(
    PLEEG,
    adressen=(
        *VERHUISD.adressen,
        verblijf("Heerlen", date(2024, 3, 3), date(2024, 8, 31)),
        verblijf("Voerendaal", date(2024, 9, 2), soort=Verblijfsoort.JJI),
    ),
)
BIJ_VADER = replace(
    WOONT, adressen=(THUIS, verblijf("Heerlen", date(2023, 1, 1), soort=Verblijfsoort.ANDERS))
)
BRIEF = replace(WOONT, adressen=(Woonadres(soort=Adreskind.BRIEF, gemeente="Heerlen", van=date(2018, 1, 1)),))
MOEDER = replace(BRIEF, moeder=(brp("Voerendaal", date(2009, 1, 1), GEBOREN),))
MOEDER_WEG = replace(BRIEF, moeder=(brp("Voerendaal", date(2009, 1, 1), date(2010, 5, 31)),))


@pytest.mark.parametrize(
    ("feiten", "op", "gemeente", "bron", "sinds"),
    [
        pytest.param(WOONT, date(2026, 1, 1), "Landgraaf", WOONADRES, date(2022, 1, 1), id="woont-nu"),
        pytest.param(
            VERHUISD, date(2024, 3, 2), "Landgraaf", WOONADRES, date(2022, 1, 1), id="dag-voor-verhuizing"
        ),
        pytest.param(
            VERHUISD, date(2024, 3, 3), "Heerlen", WOONADRES, date(2024, 3, 3), id="dag-van-verhuizing"
        ),
        pytest.param(
            PLEEG, date(2024, 3, 2), "Landgraaf", WOONADRES, date(2022, 1, 1), id="dag-voor-verblijf"
        ),
        pytest.param(PLEEG, date(2024, 3, 3), "Landgraaf", VOOR_VERBLIJF, date(2024, 3, 3), id="verblijf"),
        pytest.param(
            DOOR, date(2026, 1, 1), "Landgraaf", VOOR_VERBLIJF, date(2024, 3, 3), id="verblijf-op-verblijf"
        ),
        pytest.param(
            THUIS_GEWEEST, date(2024, 9, 1), "Heerlen", WOONADRES, date(2024, 9, 1), id="een-dag-thuis"
        ),
        pytest.param(
            THUIS_GEWEEST, date(2024, 9, 2), "Heerlen", VOOR_VERBLIJF, date(2024, 9, 2), id="nieuw-verblijf"
        ),
        pytest.param(
            BIJ_VADER,
            date(2024, 1, 1),
            "Landgraaf",
            WOONADRES,
            date(2022, 1, 1),
            id="bij-vader-is-geen-verblijf",
        ),
        pytest.param(BRIEF, date(2024, 1, 1), "", WOONADRES, None, id="briefadres-telt-niet"),
        pytest.param(
            MOEDER, date(2024, 1, 1), "Voerendaal", MOEDER_BIJ_GEBOORTE, date(2022, 1, 1), id="moeder"
        ),
        pytest.param(MOEDER_WEG, date(2024, 1, 1), "", WOONADRES, None, id="moeder-een-dag-eerder-weg"),
    ],
)
def test_rule_from_2022(feiten, op, gemeente, bron, sinds):
    plaats = decide_woonplaats(feiten, op)

    assert (plaats.gemeente, plaats.bron, plaats.sinds) == (gemeente, bron, sinds)
    assert bool(plaats.ontbreekt) is not plaats.is_bekend


ESTHER = drager("Esther", brp("Landgraaf", date(2009, 1, 1)))
RUUD = drager("Ruud", brp("Heerlen", date(2015, 1, 1)))
OUD = Woonfeiten(adressen=(), geboortedatum=GEBOREN, gezagsdragers=(ESTHER,))
TWEE = replace(OUD, gezagsdragers=(ESTHER, RUUD))


@pytest.mark.parametrize(
    ("feiten", "op", "gemeente", "bron"),
    [
        pytest.param(OUD, date(2021, 12, 31), "Landgraaf", GEZAGSDRAGER, id="laatste-dag-oude-regel"),
        pytest.param(OUD, date(2022, 1, 1), "", WOONADRES, id="eerste-dag-nieuwe-regel"),
        pytest.param(TWEE, date(2021, 1, 1), "", GEZAGSDRAGER, id="twee-gemeenten"),
        pytest.param(
            replace(TWEE, adressen=(THUIS,)), date(2021, 1, 1), "Landgraaf", GEZAGSDRAGER, id="bij-moeder"
        ),
        pytest.param(replace(OUD, gezagsdragers=()), date(2021, 1, 1), "", GEZAGSDRAGER, id="geen-gezag"),
        pytest.param(
            replace(OUD, gezagsdragers=(drager("Esther"),)),
            date(2021, 1, 1),
            "",
            GEZAGSDRAGER,
            id="geen-adres",
        ),
        pytest.param(
            replace(
                OUD,
                adressen=(THUIS, verblijf("Heerlen", date(2020, 1, 1))),
                voogdij=((date(2021, 1, 1), None),),
            ),
            date(2021, 1, 1),
            "Heerlen",
            FEITELIJK,
            id="voogdij",
        ),
        pytest.param(
            replace(
                OUD,
                adressen=(THUIS, verblijf("Heerlen", date(2020, 1, 1))),
                voogdij=((date(2021, 1, 1), None),),
            ),
            date(2020, 12, 31),
            "Landgraaf",
            GEZAGSDRAGER,
            id="dag-voor-voogdij",
        ),
        pytest.param(
            replace(OUD, geboortedatum=date(2002, 6, 1), adressen=(brp("Heerlen", date(2018, 1, 1)),)),
            date(2020, 6, 1),
            "Heerlen",
            FEITELIJK,
            id="achttien",
        ),
        pytest.param(
            replace(OUD, geboortedatum=date(2002, 6, 1), adressen=(brp("Heerlen", date(2018, 1, 1)),)),
            date(2020, 5, 31),
            "Landgraaf",
            GEZAGSDRAGER,
            id="zeventien",
        ),
    ],
)
def test_rule_until_2022(feiten, op, gemeente, bron):
    plaats = decide_woonplaats(feiten, op)

    assert (plaats.gemeente, plaats.bron) == (gemeente, bron)
    assert bool(plaats.ontbreekt) is not plaats.is_bekend
