"""Terms for keeping data, as people read them."""

import pytest

from rondetafel.regels import bewaren


@pytest.mark.parametrize(
    ("termijn", "woorden"),
    [
        pytest.param(bewaren.DOSSIER, "20 jaar na het einde van de hulp", id="jaren"),
        pytest.param(bewaren.POST, "30 dagen na de verzending", id="dagen"),
        pytest.param(bewaren.SESSIE, "24 uur na het laatste gebruik", id="uren"),
        pytest.param(bewaren.WACHTRIJ, "tot het afronden van de taak", id="meteen"),
    ],
)
def test_term_in_words(termijn, woorden):
    assert str(termijn) == woorden
