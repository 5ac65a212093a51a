"""Two professionals who plan the same for one goal, and those who only seem to."""

import pytest

from rondetafel.regels.overlap import Hulpactie, signal_same

TOM = Hulpactie(wie="Tom", tekst="Elke week oefenen met rekenen")


@pytest.mark.parametrize(
    ("wie", "tekst", "dubbel"),
    [
        pytest.param("Anja", "Elke week oefenen met rekenen", True, id="woord-voor-woord"),
        pytest.param("Anja", "Rekenen oefenen op school", True, id="anders-gezegd"),
        pytest.param("Anja", "De oefeningen voor rekenen kiezen en nakijken", True, id="de-helft"),
        pytest.param("Anja", "Een oefening kiezen voor lezen en schrijven", False, id="een-woord-gelijk"),
        pytest.param("Anja", "Bellen met oma", False, id="iets-anders"),
        pytest.param("Anja", "Met de week", False, id="alleen-kleine-woorden"),
        pytest.param("Tom", "Elke week oefenen met rekenen", False, id="dezelfde-mens"),
    ],
)
def test_same_work_of_two_people_is_told(wie, tekst, dubbel):
    reden = signal_same("Beter rekenen", [TOM, Hulpactie(wie=wie, tekst=tekst)])

    assert bool(reden) is dubbel
    if reden:
        assert not reden.blokkeert
        assert TOM.tekst in reden.tekst
        assert tekst in reden.tekst


def test_nobody_and_one_are_no_overlap():
    assert signal_same("Beter rekenen", []) is None
    assert signal_same("Beter rekenen", [TOM]) is None
