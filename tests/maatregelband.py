"""Who carries out a measure of the kinderrechter: a tie of that kind needs a measure to rest on."""

from datetime import date
from typing import Any

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.maatregel import last_day_under_age
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import DOOR_MAATREGEL, Hoedanigheid, Rol
from tests.factories import BandFactory, MaatregelFactory, NoodbandFactory, PersoonFactory
from tests.rollen import as_eigenaar


def tie_with(gezin: Gezin, hoedanigheid: Hoedanigheid, **band: Any) -> Band:
    """A tie of any kind with a family; one on a measure is about `persoon_id`, or else about a child of its own.

    One of the noodknop is open now, and about one person as well.
    """
    if hoedanigheid is Hoedanigheid.NOODLEZER:
        return NoodbandFactory(gezin=gezin, **{naam: een for naam, een in band.items() if een is not None})
    if hoedanigheid in DOOR_MAATREGEL:
        band = _on_measure(gezin, hoedanigheid, **band)
    return BandFactory(gezin=gezin, hoedanigheid=hoedanigheid, **band)


def _on_measure(
    gezin: Gezin, hoedanigheid: Hoedanigheid, *, persoon_id: Any = None, **band: Any
) -> dict[str, Any]:
    with as_eigenaar():
        kind = Persoon.objects.get(pk=persoon_id) if persoon_id else PersoonFactory(gezin=gezin)
        soort = "voogdij" if hoedanigheid is Hoedanigheid.VOOGD else "ots"
        van, laatste = date(2026, 6, 1), last_day_under_age(kind.geboortedatum)
        maatregel = MaatregelFactory(
            persoon=kind, soort=soort, van=van, tot=min(laatste, last_day_of(van, 12))
        )
    return {
        "gebruiker__rol": Rol.JEUGDBESCHERMER,
        "grond": Grond.MAATREGEL,
        "grond_id": maatregel.pk,
        "persoon_id": kind.pk,
        "tot": maatregel.tot,
        **band,
    }
