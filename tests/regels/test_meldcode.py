"""The meldcode as a table: which step, what the weighing says, and which decision needs which reason."""

from dataclasses import replace

import pytest

from rondetafel.regels.meldbesluit import EIGEN_KEUZE, Besluitvraag, assess_besluit
from rondetafel.regels.meldcode import (
    GESPREK,
    STAPPENPLAN,
    VRAAG_1,
    VRAAG_2,
    VRAAG_3,
    VRAAG_4,
    VRAAG_5,
    WEEGVRAGEN,
    Advies,
    Antwoord,
    Stap,
    assess_gesprek,
    assess_volgorde,
    assess_weging,
    next_stap,
    weigh,
)

JA, NEE, ONBEKEND = Antwoord
RUSTIG = {"vermoeden": JA, "onveilig": NEE, "hulp": JA, "aanvaard": JA, "werkt": JA}
TWINTIG = "precies 20 tekens!!!"
S1, S2, S3, S4, S5 = Stap


@pytest.mark.parametrize(
    ("antwoord", "advies", "doorslag"),
    [
        pytest.param({}, Advies.HULP, None, id="alles-geregeld"),
        pytest.param({"vermoeden": NEE}, Advies.AFSLUITEN, VRAAG_1, id="geen-vermoeden"),
        pytest.param({"vermoeden": NEE, "onveilig": JA}, Advies.AFSLUITEN, VRAAG_1, id="eerste-vraag-eerst"),
        pytest.param({"vermoeden": ONBEKEND}, Advies.HULP, None, id="vermoeden-onbekend-gaat-door"),
        pytest.param({"onveilig": JA}, Advies.MELDEN, VRAAG_2, id="onveilig"),
        pytest.param({"onveilig": ONBEKEND}, Advies.MELDEN, VRAAG_2, id="onveilig-onbekend"),
        pytest.param({"hulp": NEE}, Advies.MELDEN, VRAAG_3, id="geen-hulp"),
        pytest.param({"hulp": ONBEKEND}, Advies.MELDEN, VRAAG_3, id="hulp-onbekend"),
        pytest.param({"aanvaard": NEE}, Advies.MELDEN, VRAAG_4, id="niet-aanvaard"),
        pytest.param({"werkt": NEE}, Advies.MELDEN, VRAAG_5, id="werkt-niet"),
        pytest.param({"werkt": ONBEKEND}, Advies.HULP, None, id="moet-nog-blijken"),
    ],
)
def test_weighing(antwoord, advies, doorslag):
    afweging = weigh(RUSTIG | antwoord)

    assert afweging.advies is advies
    assert (afweging.doorslag.bron if afweging.doorslag else None) is doorslag


@pytest.mark.parametrize(
    ("stap", "gedaan", "mag"),
    [
        pytest.param(S1, set(), True, id="begin"),
        pytest.param(S2, {S1}, True, id="de-volgende"),
        pytest.param(S3, {S1}, False, id="overslaan"),
        pytest.param(S5, {S1, S2, S3}, False, id="besluit-zonder-weging"),
        pytest.param(S1, {S1, S2, S3}, True, id="verbeteren"),
        pytest.param(S2, {S5}, True, id="achteraf-na-acuut"),
    ],
)
def test_order_of_steps(stap, gedaan, mag):
    oordeel = assess_volgorde(stap, gedaan)

    assert oordeel.is_akkoord is mag
    assert mag or oordeel.blokkades[0].bron is STAPPENPLAN


def test_next_step():
    assert next_stap(set()) is S1
    assert next_stap({S5}) is S1
    assert next_stap(set(Stap)) is None


@pytest.mark.parametrize(
    ("is_gevoerd", "waarom_niet", "mag"),
    [
        pytest.param(True, "", True, id="gepraat"),
        pytest.param(False, "", False, id="zonder-reden"),
        pytest.param(False, TWINTIG[:-1], False, id="19-tekens"),
        pytest.param(False, TWINTIG, True, id="20-tekens"),
        pytest.param(False, "a" + " " * 30, False, id="spaties-tellen-niet"),
    ],
)
def test_no_talk_needs_a_reason(is_gevoerd, waarom_niet, mag):
    oordeel = assess_gesprek(is_gevoerd=is_gevoerd, waarom_niet=waarom_niet)

    assert oordeel.is_akkoord is mag
    assert mag or oordeel.blokkades[0].bron is GESPREK


def test_weighing_asks_every_question_up_to_the_one_that_decides():
    redenen = {vraag.code: "zo is het" for vraag in WEEGVRAGEN}

    assert assess_weging(RUSTIG, redenen).is_akkoord
    assert assess_weging({"vermoeden": NEE}, {"vermoeden": "bleek iets anders"}).is_akkoord
    assert len(assess_weging({}, {}).blokkades) == 2  # not knowing whether it is unsafe decides
    assert len(assess_weging(RUSTIG, {}).blokkades) == 5


BESLUIT = Besluitvraag(
    gedaan=frozenset({S1, S2, S3, S4}),
    afweging=weigh(RUSTIG),
    is_acuut=False,
    is_melden=False,
    is_hulp=True,
    afwijking="",
    is_aandachtsfunctionaris=False,
)
GEEN_HULP = weigh(RUSTIG | {"hulp": NEE})
ONVEILIG = weigh(RUSTIG | {"onveilig": JA})


@pytest.mark.parametrize(
    ("anders", "bronnen"),
    [
        pytest.param({}, [], id="volgt-de-weging"),
        pytest.param({"is_melden": True}, [], id="meer-dan-de-weging-mag"),
        pytest.param({"is_hulp": False}, [EIGEN_KEUZE], id="niets-doen-zonder-reden"),
        pytest.param({"is_hulp": False, "afwijking": TWINTIG}, [], id="niets-doen-met-reden"),
        pytest.param({"afweging": GEEN_HULP, "is_melden": True}, [], id="melden"),
        pytest.param({"afweging": GEEN_HULP}, [EIGEN_KEUZE], id="niet-melden-zonder-reden"),
        pytest.param({"afweging": GEEN_HULP, "afwijking": TWINTIG[:-1]}, [EIGEN_KEUZE], id="19-tekens"),
        pytest.param({"afweging": GEEN_HULP, "afwijking": TWINTIG}, [], id="20-tekens"),
        pytest.param(
            {"afweging": ONVEILIG, "afwijking": TWINTIG}, [EIGEN_KEUZE], id="onveilig-is-voor-aandacht"
        ),
        pytest.param(
            {"afweging": ONVEILIG, "afwijking": TWINTIG, "is_aandachtsfunctionaris": True},
            [],
            id="onveilig-door-aandacht",
        ),
        pytest.param({"gedaan": frozenset({S1})}, [STAPPENPLAN], id="te-vroeg"),
        pytest.param(
            {"gedaan": frozenset(), "afweging": None, "is_acuut": True, "is_melden": True}, [], id="acuut"
        ),
        pytest.param(
            {"gedaan": frozenset(), "afweging": None, "is_acuut": True}, [VRAAG_2], id="acuut-zonder-melding"
        ),
    ],
)
def test_decision(anders, bronnen):
    assert [reden.bron for reden in assess_besluit(replace(BESLUIT, **anders)).blokkades] == bronnen
