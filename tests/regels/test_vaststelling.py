"""What goes before adopting a plan: the meeting, the plan of the family itself, and who decides."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.beslissers import ONDER_TWAALF, VANAF_TWAALF
from rondetafel.regels.doelen import DOELEN_NODIG, Vaststelling, assess_vaststelling
from rondetafel.regels.familiegroepsplan import AFZIEN, EERST_HET_GEZIN, Afzienreden, Eigenplan
from rondetafel.regels.instemming import IN_HET_OVERLEG, Antwoord
from rondetafel.regels.vaststelling import Beslisantwoord, Omlijsting, weigh_omlijsting

DAG = date(2026, 11, 16)
AANGEBODEN = Eigenplan(aangeboden_op=date(2026, 11, 2))
GOED = Omlijsting(dag=DAG, overleg_op=DAG, eigenplan=AANGEBODEN)
VADER = Beslisantwoord(naam="Ruud", kind="Noor", bron=ONDER_TWAALF, aan_tafel=True)


def reasons(**afwijking):
    return [een for een in weigh_omlijsting(replace(GOED, **afwijking)) if een]


@pytest.mark.parametrize(
    ("afwijking", "bronnen", "blokkeert"),
    [
        pytest.param({}, [], False, id="in-orde"),
        pytest.param({"overleg_op": date(2026, 11, 15)}, [IN_HET_OVERLEG], False, id="overleg-gisteren"),
        pytest.param({"overleg_op": None}, [IN_HET_OVERLEG], False, id="nooit-een-overleg"),
        pytest.param(
            {"eigenplan": Eigenplan(aangeboden_op=None)}, [EERST_HET_GEZIN], True, id="niet-gevraagd"
        ),
        pytest.param(
            {"eigenplan": Eigenplan(aangeboden_op=None, is_uitgezonderd=True)}, [], False, id="voogdij"
        ),
        pytest.param(
            {"eigenplan": Eigenplan(aangeboden_op=None, afgezien_op=DAG, reden=Afzienreden.BEDREIGING)},
            [],
            False,
            id="bedreiging",
        ),
        pytest.param(
            {"eigenplan": replace(AANGEBODEN, afgezien_op=DAG)}, [AFZIEN], True, id="afgezien-zonder-reden"
        ),
        pytest.param({"maakt_zelf": True}, [EERST_HET_GEZIN], False, id="maakt-zelf"),
    ],
)
def test_omlijsting(afwijking, bronnen, blokkeert):
    redenen = reasons(**afwijking)

    assert [een.bron for een in redenen] == bronnen
    assert any(een.blokkeert for een in redenen) is blokkeert
    assert all(een.uitweg for een in redenen)


@pytest.mark.parametrize(
    ("afwijking", "zin"),
    [
        pytest.param({}, None, id="nog-niet-gevraagd"),
        pytest.param({"is_gevraagd": True, "antwoord": Antwoord.EENS}, None, id="eens"),
        pytest.param({"is_gevraagd": True}, "Ruud beslist over Noor, en zei geen ja.", id="niets-gezegd"),
        pytest.param(
            {"is_gevraagd": True, "antwoord": Antwoord.NIET_EENS},
            "Ruud beslist over Noor, en zei geen ja.",
            id="niet-eens",
        ),
        pytest.param({"aan_tafel": False}, "Ruud beslist over Noor, en zit niet aan tafel.", id="geen-stoel"),
        pytest.param(
            {"naam": "Noor", "bron": VANAF_TWAALF, "is_gevraagd": True},
            "Noor beslist over zichzelf, en zei geen ja.",
            id="de-jongere-zelf",
        ),
    ],
)
def test_who_decides_is_asked(afwijking, zin):
    een = replace(VADER, **afwijking)

    assert [reden.tekst for reden in reasons(beslissers=(een,))] == ([zin] if zin else [])
    assert all(not reden.blokkeert and reden.bron == een.bron for reden in reasons(beslissers=(een,)))


def test_every_reason_comes_at_once_and_the_facts_name_who_decides():
    omlijsting = replace(
        GOED,
        overleg_op=None,
        eigenplan=Eigenplan(aangeboden_op=None),
        beslissers=(replace(VADER, aan_tafel=False),),
    )

    oordeel = assess_vaststelling(Vaststelling(doelen=(), tafel=(), omlijsting=omlijsting))

    assert {een.bron for een in oordeel.redenen} == {
        EERST_HET_GEZIN,
        IN_HET_OVERLEG,
        ONDER_TWAALF,
        DOELEN_NODIG,
    }
    assert not oordeel.is_akkoord
    assert oordeel.feiten["Wie beslist"] == "Ruud over Noor"
