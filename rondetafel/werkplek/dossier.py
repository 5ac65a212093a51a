"""What of a family may this person see on one page? Each part is fetched only for who may read it."""

from dataclasses import dataclass
from datetime import date

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.web.tafel import Stoel
from rondetafel.werkplek.queries import as_stoelen, people_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The parts of a family that are open to one reader, and what this reader may do there."""

    onderdelen: frozenset[Onderdeel]
    rechten: frozenset[Recht]
    betrokkenen: list[Betrokkene]
    stoelen: list[Stoel]


def open_dossier(gezin: Gezin, wie: Wie, peildatum: date) -> Dossier:
    """Collect what `wie` may read of `gezin`."""
    rechten = frozenset(
        recht
        for recht in Recht
        if mag(wie, recht, gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum).ja
    )
    betrokkenen = people_at(gezin.pk, peildatum)
    return Dossier(
        onderdelen=frozenset({Onderdeel.GEZIN}),
        rechten=rechten,
        betrokkenen=betrokkenen,
        stoelen=as_stoelen(betrokkenen, wie),
    )
