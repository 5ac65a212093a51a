"""What is signalled beside the goals when a plan is adopted."""

import pytest

from rondetafel.regels.afspraken import (
    Doelwerk,
    Planafspraken,
    signal_inzet,
    signal_overlap,
    signal_tussendoor,
    weigh_afspraken,
)

LEEG = Doelwerk(titel="Op tijd op school")
VOL = Doelwerk(titel="Zelf opstaan", inzet="Twee keer per week, licht")


def agreed(*doelen, via_gemeente=False, tussendoor=""):
    return Planafspraken(doelen=doelen, via_gemeente=via_gemeente, tussendoor=tussendoor)


@pytest.mark.parametrize(
    ("afspraken", "tekst"),
    [
        (agreed(VOL), None),
        (agreed(LEEG, via_gemeente=True), None),
        (agreed(), None),
        (
            agreed(VOL, LEEG),
            "De vraag kwam niet via de gemeente, en er staat geen inzet bij: Op tijd op school.",
        ),
    ],
)
def test_inzet_is_asked_outside_the_route_of_the_municipality(afspraken, tekst):
    reden = signal_inzet(afspraken)

    assert (reden and reden.tekst) == tekst


@pytest.mark.parametrize(("tussendoor", "stil"), [("", False), ("  ", False), ("Elke eerste maandag", True)])
def test_evaluation_in_between_is_agreed(tussendoor, stil):
    assert (signal_tussendoor(agreed(tussendoor=tussendoor)) is None) is stil


@pytest.mark.parametrize(("namen", "stil"), [((), True), (("Tom",), True), (("Tom", "Anja"), False)])
def test_two_professionals_on_one_goal_are_named(namen, stil):
    reden = signal_overlap(Doelwerk(titel="Op tijd", hulpverleners=namen))

    assert (reden is None) is stil
    assert reden is None or "Tom, Anja" in reden.tekst


def test_nothing_here_stops_a_plan():
    redenen = [reden for reden in weigh_afspraken(agreed(LEEG, LEEG)) if reden]

    assert len(redenen) == 2
    assert not any(reden.blokkeert for reden in redenen)
