"""Who says yes to a plan: everybody answers, somebody of the family agrees, and who does not is heard."""

import pytest

from rondetafel.regels.instemming import (
    DRAAGVLAK,
    GEZIN_EENS,
    IN_HET_OVERLEG,
    Antwoord,
    Tafelantwoord,
    assess_instemming,
)

EENS, NIET, AFWEZIG = Antwoord


def table(*antwoorden, woorden=""):
    """A mother, an oma and a teacher, as far as they answered."""
    namen = (("Esther", True), ("Oma Ria", False), ("Juf Anja", False))
    return tuple(
        Tafelantwoord(naam=naam, is_gezin=is_gezin, antwoord=antwoord, woorden=woorden)
        for (naam, is_gezin), antwoord in zip(namen, antwoorden, strict=False)
    )


@pytest.mark.parametrize(
    ("tafel", "blokkades", "signalen"),
    [
        (table(EENS, EENS, EENS), [], []),
        (table(EENS, NIET, AFWEZIG), [], [DRAAGVLAK, IN_HET_OVERLEG]),
        (table(EENS, None, EENS), [IN_HET_OVERLEG], []),
        (table(NIET, EENS, EENS), [GEZIN_EENS], [DRAAGVLAK]),
        (table(AFWEZIG, EENS, EENS), [GEZIN_EENS], [IN_HET_OVERLEG]),
        (table(None), [IN_HET_OVERLEG, GEZIN_EENS], []),
        ((), [GEZIN_EENS], []),
    ],
)
def test_who_has_to_say_what(tafel, blokkades, signalen):
    oordeel = assess_instemming(tafel)

    assert [reden.bron for reden in oordeel.blokkades] == blokkades
    assert [reden.bron for reden in oordeel.signalen] == signalen


def test_who_disagrees_is_heard_in_their_own_words():
    oordeel = assess_instemming(table(EENS, NIET, woorden="Het gaat te snel."))

    assert "Oma Ria zegt: “Het gaat te snel.”" in oordeel.signalen[0].tekst
    assert oordeel.feiten == {"Eens met het plan": "Esther", "Niet eens met het plan": "Oma Ria"}
