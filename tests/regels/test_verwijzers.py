"""Every verwijzer has a name, and a code of CBS unless somebody else's referral counts."""

import pytest

from rondetafel.regels.verwijzers import Verwijzer

CBS = {"01", "02", "03", "04", "05", "08"}


@pytest.mark.parametrize("verwijzer", Verwijzer)
def test_every_verwijzer_has_a_name_and_a_code(verwijzer):
    assert verwijzer.naam
    assert verwijzer.cbs_code in CBS or verwijzer is Verwijzer.AANBIEDER


def test_every_code_of_cbs_is_reached():
    assert {verwijzer.cbs_code for verwijzer in Verwijzer} == {*CBS, None}
