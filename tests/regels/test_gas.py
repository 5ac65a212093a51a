"""T-scores worked out by hand from the formula, and what cannot be worked out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.gas import (
    SCHALEN,
    VIJFPUNTSSCHAAL,
    ZESPUNTSSCHAAL,
    DeelBereikt,
    Doelscore,
    NietTeBerekenen,
    share_reached,
    t_score,
)


def doelscores(*scores, gewichten=None):
    return [
        Doelscore(doel=f"doel {nummer}", score=score, gewicht=gewicht)
        for nummer, (score, gewicht) in enumerate(zip(scores, gewichten or [1] * len(scores), strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("scores", "verwacht"),
    [
        pytest.param(doelscores(-2), 30.00, id="een-doel-min-twee"),
        pytest.param(doelscores(0), 50.00, id="een-doel-bereikt"),
        pytest.param(doelscores(2), 70.00, id="een-doel-plus-twee"),
        pytest.param(doelscores(-3), 20.00, id="een-doel-achteruit"),
        pytest.param(doelscores(0, 1), 56.20, id="twee-doelen"),
        pytest.param(doelscores(1, 0, -1, gewichten=[1, 2, 3]), 45.59, id="drie-gewichten"),
        pytest.param(doelscores(-2, -2, -2), 22.61, id="drie-keer-min-twee"),
        pytest.param(doelscores(2, 2, 2), 77.39, id="drie-keer-plus-twee"),
        pytest.param(doelscores(1, 1, gewichten=[2, 2]), 62.40, id="twee-keer-gewicht-twee"),
    ],
)
def test_t_score(scores, verwacht):
    assert t_score(scores).waarde == pytest.approx(verwacht, abs=0.005)


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=8))
def test_all_goals_reached_is_fifty_whatever_they_weigh(gewichten):
    assert t_score(doelscores(*[0] * len(gewichten), gewichten=gewichten)).waarde == 50


def test_minus_three_is_marked_as_outside_the_formula():
    assert t_score(doelscores(-3, 0)).buiten_formule
    assert not t_score(doelscores(-2, 0)).buiten_formule


@pytest.mark.parametrize("bereken", [t_score, share_reached])
@pytest.mark.parametrize(
    ("scores", "ontbreekt"),
    [
        pytest.param([], "er zijn geen doelen", id="geen-doelen"),
        pytest.param(doelscores(1, None), "de score van het doel 'doel 2'", id="score-mist"),
    ],
)
def test_what_is_missing_is_named_and_never_zero(bereken, scores, ontbreekt):
    uitkomst = bereken(scores)

    assert uitkomst == NietTeBerekenen(ontbreekt=ontbreekt)
    assert str(uitkomst) == f"niet te berekenen: {ontbreekt}"


def test_share_reached_counts_from_zero_on():
    assert share_reached(doelscores(-1, 0, 2)) == DeelBereikt(bereikt=2, totaal=3)


@pytest.mark.parametrize(
    ("schaal", "score", "past"),
    [
        pytest.param(ZESPUNTSSCHAAL, -4, False, id="zespunts-te-laag"),
        pytest.param(ZESPUNTSSCHAAL, -3, True, id="zespunts-laagste"),
        pytest.param(ZESPUNTSSCHAAL, 2, True, id="zespunts-hoogste"),
        pytest.param(ZESPUNTSSCHAAL, 3, False, id="zespunts-te-hoog"),
        pytest.param(VIJFPUNTSSCHAAL, -3, False, id="vijfpunts-te-laag"),
        pytest.param(VIJFPUNTSSCHAAL, -2, True, id="vijfpunts-laagste"),
    ],
)
def test_a_score_fits_its_scale(schaal, score, past):
    assert (score in schaal) is past
    if not past:
        with pytest.raises(ValueError, match="past niet"):
            t_score(doelscores(score), schaal)


def test_a_goal_without_weight_is_refused():
    with pytest.raises(ValueError, match="meer dan nul"):
        t_score(doelscores(0, gewichten=[0]))


@pytest.mark.parametrize("schaal", SCHALEN.values(), ids=SCHALEN)
def test_every_level_has_words_and_the_levels_follow_each_other(schaal):
    assert list(schaal.woorden) == list(range(schaal.laagste, schaal.hoogste + 1))
    assert len(set(schaal.woorden.values())) == len(schaal.woorden)
