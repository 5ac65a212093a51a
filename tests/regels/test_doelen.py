"""When a goal is SMART and a plan can be adopted."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.doelen import (
    ACCEPTABEL,
    ACTIES,
    BINNEN_ZES_WEKEN,
    DOELEN_NODIG,
    IEDEREEN_GENOEMD,
    MEETBAAR,
    REALISTISCH,
    SPECIFIEK,
    TIJDGEBONDEN,
    VOOR_JEUGDIGE,
    Smartdoel,
    Tafelgenoot,
    Vaststelling,
    assess_doel,
    assess_vaststelling,
)

GOED_DOEL = Smartdoel(
    titel="Noor slaapt door",
    specifiek="Noor gaat thuis om acht uur naar bed, zodat ze uitgerust is.",
    meetbaar="Vier van de vijf schoolnachten slaapt ze door.",
    acceptabel="Noor en haar ouders willen dit zelf.",
    realistisch="In de vakantie lukte het al.",
    startdatum=date(2026, 11, 2),
    streefdatum=date(2027, 2, 1),
    acties=1,
)
GOED_PLAN = Vaststelling(
    doelen=(GOED_DOEL,),
    tafel=(Tafelgenoot(rol="moeder", naam="Ans Vos"), Tafelgenoot(rol="regisseur", naam="Ilse Maas")),
)


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({}, [], id="smart"),
        pytest.param({"specifiek": ""}, [SPECIFIEK], id="zonder-s"),
        pytest.param({"meetbaar": "  "}, [MEETBAAR], id="zonder-m"),
        pytest.param({"acceptabel": ""}, [ACCEPTABEL], id="zonder-a"),
        pytest.param({"realistisch": "\n"}, [REALISTISCH], id="zonder-r"),
        pytest.param({"streefdatum": None}, [TIJDGEBONDEN], id="zonder-t"),
        pytest.param({"streefdatum": date(2026, 11, 2)}, [TIJDGEBONDEN], id="klaar-op-de-eerste-dag"),
        pytest.param({"streefdatum": date(2026, 11, 3)}, [], id="klaar-een-dag-later"),
        pytest.param({"acties": 0}, [ACTIES], id="zonder-actie"),
        pytest.param({"is_hoofdlijn": True, "acceptabel": "", "realistisch": ""}, [], id="hoofdlijn"),
        pytest.param({"is_hoofdlijn": True, "meetbaar": ""}, [MEETBAAR], id="hoofdlijn-zonder-m"),
        pytest.param(
            {"is_hoofdlijn": True, "specifiek": "", "streefdatum": None, "acties": 0},
            [SPECIFIEK, TIJDGEBONDEN, ACTIES],
            id="hoofdlijn-zonder-de-rest",
        ),
        pytest.param({"specifiek": "", "acties": 0}, [SPECIFIEK, ACTIES], id="twee-dingen"),
    ],
)
def test_doel(afwijking, bronnen):
    oordeel = assess_doel(replace(GOED_DOEL, **afwijking))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert all("Noor slaapt door" in reden.tekst and reden.uitweg for reden in oordeel.redenen)


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({}, [], id="kan-vastgesteld"),
        pytest.param({"doelen": ()}, [DOELEN_NODIG], id="geen-doelen"),
        pytest.param(
            {"doelen": (GOED_DOEL, replace(GOED_DOEL, meetbaar=""))}, [MEETBAAR], id="een-van-twee-niet-smart"
        ),
        pytest.param(
            {"tafel": (Tafelgenoot(rol="oma", naam=" "), Tafelgenoot(rol="school", naam=""))},
            [IEDEREEN_GENOEMD, IEDEREEN_GENOEMD],
            id="twee-zonder-naam",
        ),
    ],
)
def test_vaststelling(afwijking, bronnen):
    oordeel = assess_vaststelling(replace(GOED_PLAN, **afwijking))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_the_facts_name_goals_and_people():
    assert assess_vaststelling(GOED_PLAN).feiten == {
        "Doelen": "Noor slaapt door",
        "Aan tafel": "Ans Vos, Ilse Maas",
    }
    assert assess_vaststelling(Vaststelling(doelen=(), tafel=())).feiten == {
        "Doelen": "geen",
        "Aan tafel": "niemand",
    }


@pytest.mark.parametrize(
    ("dag", "bronnen"),
    [
        pytest.param(date(2026, 10, 13), [], id="zes-weken"),
        pytest.param(date(2026, 10, 14), [BINNEN_ZES_WEKEN], id="een-dag-later"),
    ],
)
def test_goals_are_set_within_six_weeks(dag, bronnen):
    oordeel = assess_vaststelling(replace(GOED_PLAN, dag=dag, uiterlijk=date(2026, 10, 13)))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord


@pytest.mark.parametrize(
    ("voor", "bronnen"), [((True, False), []), ((False, False), [VOOR_JEUGDIGE]), ((True, True), [])]
)
def test_one_goal_is_about_a_child(voor, bronnen):
    doelen = tuple(replace(GOED_PLAN.doelen[0], voor_jeugdige=een) for een in voor)

    oordeel = assess_vaststelling(replace(GOED_PLAN, doelen=doelen))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord
