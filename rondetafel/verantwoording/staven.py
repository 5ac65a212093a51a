"""How does a row of numbers look? Bars for a picture beside the table, measured out on the server."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

BREEDTE, HOOGTE, VOET, KOP = 480, 180, 24, 20
TUSSENRUIMTE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """One bar in units of the picture; `midden` and `boven` are where its words stand."""

    x: float
    y: float
    breedte: float
    hoogte: float
    midden: float
    boven: float
    label: str
    waarde: int


def draw_staven(aantallen: Mapping[date, int]) -> list[Staaf]:
    """Lay out a bar per month; the highest one fills the picture, and zero is the ground."""
    if not aantallen:
        return []
    vak = BREEDTE / len(aantallen)
    hoogste = max(aantallen.values()) or 1
    ruimte = HOOGTE - VOET - KOP
    return [
        Staaf(
            x=(nummer + TUSSENRUIMTE / 2) * vak,
            y=HOOGTE - VOET - ruimte * aantal / hoogste,
            breedte=vak * (1 - TUSSENRUIMTE),
            hoogte=ruimte * aantal / hoogste,
            midden=(nummer + 0.5) * vak,
            boven=HOOGTE - VOET - ruimte * aantal / hoogste - 5,
            label=date_format(dag, "b"),
            waarde=aantal,
        )
        for nummer, (dag, aantal) in enumerate(aantallen.items())
    ]
