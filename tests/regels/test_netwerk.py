"""What is signalled about the people around a family: who stays, how many, and what they give."""

import pytest

from rondetafel.regels.netwerk import (
    Plaats,
    Steun,
    assess_netwerk,
    signal_nobody_stays,
    signal_small_network,
    signal_unknown_steun,
)


def seat(naam: str = "Oma", *, netwerk: bool = True, blijft: bool = False, steun: tuple[Steun, ...] = ()):
    return Plaats(naam=naam, is_netwerk=netwerk, is_blijvend=blijft, steun=steun)


@pytest.mark.parametrize(
    ("tafel", "stil"),
    [
        ([], False),
        ([seat()], False),
        ([seat(blijft=True)], True),
        ([seat(), seat("Huisarts", netwerk=False, blijft=True)], True),
    ],
)
def test_somebody_stays(tafel, stil):
    assert (signal_nobody_stays(tafel) is None) is stil


@pytest.mark.parametrize(
    ("tafel", "stil"),
    [
        ([], False),
        ([seat()], False),
        ([seat(), seat("Begeleider", netwerk=False)], False),
        ([seat(), seat("Buurman")], True),
    ],
)
def test_network_is_not_small(tafel, stil):
    assert (signal_small_network(tafel) is None) is stil


def test_only_who_is_of_the_network_is_asked_for_steun():
    tafel = [
        seat("Oma", steun=(Steun.PRAKTISCH,)),
        seat("Buurman"),
        seat("Tante"),
        seat("Begeleider", netwerk=False),
    ]
    reden = signal_unknown_steun(tafel)

    assert reden is not None
    assert reden.tekst.endswith("Buurman, Tante.")
    assert signal_unknown_steun(tafel[:1]) is None


def test_nothing_here_stops_anybody():
    oordeel = assess_netwerk([])

    assert oordeel.is_akkoord
    assert len(oordeel.signalen) == 2
    assert oordeel.feiten == {"Netwerk": "niemand", "Blijft": "niemand"}


def test_every_kind_of_steun_has_a_word():
    assert all(een.naam for een in Steun)
