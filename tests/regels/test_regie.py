"""When may the regie pass to a colleague?"""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.regie import Overdracht, assess_overdracht

DAG = date(2026, 11, 16)
GOED = Overdracht(van=date(2026, 11, 17), akkoord_op=DAG, is_ander=True, loopt_vanaf=date(2026, 1, 5))


@pytest.mark.parametrize(
    ("anders", "redenen"),
    [
        ({}, 0),
        ({"van": DAG}, 1),
        ({"akkoord_op": date(2026, 11, 17)}, 1),
        ({"is_ander": False}, 1),
        ({"loopt_vanaf": None}, 1),
        ({"volgende_vanaf": date(2026, 12, 1)}, 1),
        ({"van": DAG, "is_ander": False}, 2),
    ],
)
def test_regie_passes_from_tomorrow_with_the_yes_of_the_family(anders, redenen):
    assert len(assess_overdracht(replace(GOED, **anders), DAG).blokkades) == redenen
