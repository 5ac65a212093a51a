"""When the analyseverslag is whole."""

import pytest

from rondetafel.regels.analyseverslag import Analysedeel, signal_incomplete_analyse

ALLES = frozenset(Analysedeel)


@pytest.mark.parametrize("deel", Analysedeel)
def test_each_part_is_missed_by_name(deel):
    reden = signal_incomplete_analyse(ALLES - {deel})

    assert reden is not None
    assert reden.tekst == f"In het analyseverslag ontbreekt: {deel.naam}."
    assert not reden.blokkeert


def test_whole_report_gives_no_signal():
    assert signal_incomplete_analyse(ALLES) is None
