"""Who can be the parent of whom?"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rondetafel.regels.ouderschap import NA_ADOPTIE, TWEE_OUDERS, Ouderfeiten, Oudervorm, assess_ouderschap
from rondetafel.regels.personen import ALLE_GEGEVENS, Geboren

KIND, MOEDER, OMA, ANDER = (UUID(int=nummer) for nummer in range(1, 5))
GOED = Ouderfeiten(
    kind=KIND,
    kind_naam="Noor",
    ouder=MOEDER,
    ouder_naam="Samira",
    vorm=Oudervorm.GEBOORTE,
    kind_geboren=Geboren(dag=date(2014, 3, 14)),
    ouder_geboren=Geboren(dag=date(1985, 6, 1)),
    ouders_van={KIND: frozenset({ANDER}), MOEDER: frozenset({OMA})},
)
G, A, S = Oudervorm.GEBOORTE, Oudervorm.ADOPTIE, Oudervorm.STIEF


@pytest.mark.parametrize(
    ("anders", "bronnen"),
    [
        pytest.param({}, [], id="goed"),
        pytest.param(
            {
                "kind": OMA,
                "ouder": KIND,
                "ouders_van": {KIND: frozenset({MOEDER}), MOEDER: frozenset({OMA})},
                "kind_geboren": Geboren(),
                "ouder_geboren": Geboren(),
            },
            [ALLE_GEGEVENS],
            id="kleinkind-als-ouder",
        ),
        pytest.param(
            {"kind": MOEDER, "ouder": KIND, "vorm": S, "ouders_van": {KIND: frozenset({MOEDER})}},
            [ALLE_GEGEVENS],
            id="ook-geen-stiefouder-van-de-eigen-moeder",
        ),
        pytest.param(
            {"ouders_van": {KIND: frozenset({MOEDER}), MOEDER: frozenset({KIND})}, "ouder": OMA},
            [],
            id="een-oude-kring-loopt-niet-vast",
        ),
        pytest.param({"ouder_geboren": Geboren(dag=date(2014, 3, 14))}, [ALLE_GEGEVENS], id="zelfde-dag"),
        pytest.param({"ouder_geboren": Geboren(dag=date(2014, 3, 13))}, [], id="een-dag-ouder"),
        pytest.param({"ouder_geboren": Geboren(jaar=2014)}, [], id="zelfde-jaar-kan-nog"),
        pytest.param({"ouder_geboren": Geboren(jaar=2015)}, [ALLE_GEGEVENS], id="zeker-jonger"),
        pytest.param(
            {"ouder_geboren": Geboren(verwacht_op=date(2027, 1, 1))}, [ALLE_GEGEVENS], id="nog-niet-geboren"
        ),
        pytest.param({"kind_geboren": Geboren(verwacht_op=date(2027, 1, 1))}, [], id="kind-in-de-buik"),
        pytest.param({"ouder_geboren": Geboren()}, [], id="geboortedag-niet-bekend"),
        pytest.param(
            {"vorm": S, "ouder_geboren": Geboren(dag=date(2015, 1, 1))},
            [],
            id="een-stiefouder-mag-jonger-zijn",
        ),
        pytest.param({"al": [G]}, [], id="tweede-ouder"),
        pytest.param({"al": [G, G]}, [TWEE_OUDERS], id="derde-ouder"),
        pytest.param({"al": [G, G, S], "vorm": S}, [], id="tweede-stiefouder"),
        pytest.param({"al": [G, G, A], "vorm": A}, [], id="tweede-adoptieouder"),
        pytest.param({"al": [A, A], "vorm": A}, [NA_ADOPTIE], id="derde-adoptieouder"),
        pytest.param({"ouder": None, "ouder_geboren": Geboren(), "al": [G]}, [], id="oma-aan-tafel"),
    ],
)
def test_a_parent_is_older_no_descendant_and_one_of_two(anders, bronnen):
    assert [een.bron for een in assess_ouderschap(replace(GOED, **anders)).blokkades] == bronnen
