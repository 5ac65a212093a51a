"""An estimate: which questions, which outcome, and until when it lasts, to the day."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.inschatting import (
    Inschattingsvraag,
    Zorg,
    assess_inschatting,
    question_set,
    target_day,
)
from rondetafel.regels.meldcode import Stap

DAG = date(2026, 11, 16)
GOED = Inschattingsvraag(
    antwoorden={vraag.code: Zorg.GOED for vraag in question_set().vragen},
    uitkomst="kwetsbaar",
    motivering="Moeder belt nu zelf als het misgaat.",
    gedaan_op=DAG,
    volgende_op=date(2026, 12, 28),
)


@pytest.mark.parametrize(
    ("anders", "blokkades", "signalen"),
    [
        pytest.param({}, 0, 0, id="laatste-dag"),
        pytest.param({"volgende_op": date(2026, 12, 29)}, 1, 0, id="dag-te-laat"),
        pytest.param({"volgende_op": DAG}, 1, 0, id="dezelfde-dag"),
        pytest.param({"uitkomst": "onveilig", "volgende_op": date(2026, 11, 23)}, 0, 0, id="week"),
        pytest.param({"uitkomst": "onveilig", "volgende_op": date(2026, 11, 24)}, 1, 0, id="acht-dagen"),
        pytest.param({"motivering": "gaat goed"}, 1, 0, id="te-kort"),
        pytest.param({"antwoorden": {}}, 0, 1, id="nog-niets-bekend"),
        pytest.param(
            {"uitkomst": "veilig", "antwoorden": GOED.antwoorden | {"ruzie": Zorg.ERNSTIG}},
            0,
            1,
            id="grote-zorg-en-toch-veilig",
        ),
    ],
)
def test_estimate(anders, blokkades, signalen):
    oordeel = assess_inschatting(replace(GOED, **anders))

    assert (len(oordeel.blokkades), len(oordeel.signalen)) == (blokkades, signalen)


def test_the_set_says_that_it_is_an_example():
    lijst = question_set()

    assert "voorbeeld" in lijst.titel.lower()
    assert len({vraag.code for vraag in lijst.vragen}) == len(lijst.vragen)


def test_aim_of_a_step_counts_from_the_first_signals():
    assert target_day(Stap.OVERLEG, DAG) == date(2026, 11, 18)
    assert target_day(Stap.SIGNALEN, DAG) == DAG
