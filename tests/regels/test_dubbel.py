"""When does a name look so much alike that a human looks first?"""

import pytest

from rondetafel.regels.dubbel import Bekende, assess_dubbel


@pytest.mark.parametrize(
    ("gelijkenis", "zelfde_dag", "waarschuwt"),
    [(1.0, False, True), (0.6, False, True), (0.59, False, False), (0.3, True, True), (0.29, True, False)],
)
def test_a_shared_birthday_is_half_the_proof(gelijkenis, zelfde_dag, waarschuwt):
    bekende = Bekende(naam="Zoe", waar="gezin 0001", gelijkenis=gelijkenis, zelfde_dag=zelfde_dag)

    oordeel = assess_dubbel([bekende])
    assert oordeel.is_akkoord and bool(oordeel.signalen) is waarschuwt
