"""What a score means is agreed beforehand, in words, about one thing."""

import pytest

from rondetafel.regels.gas import VIJFPUNTSSCHAAL, ZESPUNTSSCHAAL, sign_score
from rondetafel.regels.gasafspraak import Schaalafspraak, assess_schaalafspraak


def agree(schaal=ZESPUNTSSCHAAL, **anders):
    basis = {"variabele": "Op tijd op school", "niveaus": dict.fromkeys(schaal.woorden, "zo")}
    return assess_schaalafspraak(Schaalafspraak(schaal=schaal, **basis | anders))


@pytest.mark.parametrize("schaal", [ZESPUNTSSCHAAL, VIJFPUNTSSCHAAL])
@pytest.mark.parametrize("score", [-2, 0, 2])
def test_every_level_is_in_words(schaal, score):
    assert agree(schaal).is_akkoord
    niveaus = dict.fromkeys(schaal.woorden, "zo") | {score: " "}
    assert [reden.tekst for reden in agree(schaal, niveaus=niveaus).blokkades] == [
        f"Bij score {sign_score(score)} staat nog niet hoe het er dan uitziet."
    ]


def test_minus_three_is_no_level_of_five_points():
    niveaus = dict.fromkeys(VIJFPUNTSSCHAAL.woorden, "zo")

    assert agree(VIJFPUNTSSCHAAL, niveaus=niveaus).is_akkoord
    assert not agree(ZESPUNTSSCHAAL, niveaus=niveaus).is_akkoord


def test_after_the_first_score_it_stays():
    assert not agree(is_gescoord=True).is_akkoord


@pytest.mark.parametrize(
    ("variabele", "mag", "signalen"),
    [("", False, 0), ("Op tijd op school", True, 0), ("Eten en slapen", True, 1), ("Enthousiast", True, 0)],
)
def test_one_thing_is_looked_at(variabele, mag, signalen):
    oordeel = agree(variabele=variabele)

    assert (oordeel.is_akkoord, len(oordeel.signalen)) == (mag, signalen)


@pytest.mark.parametrize(("score", "woord"), [(-3, "-3"), (0, "0"), (2, "+2")])
def test_zero_has_no_sign(score, woord):
    assert sign_score(score) == woord
