"""The rows of care: an akkoord for each period, and how the last one of a child ended."""

from datetime import timedelta
from random import Random
from uuid import UUID

from rondetafel.platform.demo.bevolking.dossiers import Dossier
from rondetafel.platform.demo.bevolking.loop import Loop, Periode
from rondetafel.platform.demo.bevolking.omgeving import Omgeving
from rondetafel.platform.demo.bevolking.rijen import Rijen
from rondetafel.platform.demo.bevolking.teksten import TOELICHTINGEN
from rondetafel.regels.stop import SAMEN_GESTOPT, Stopreden
from rondetafel.zorg.models import AkkoordZorg, StopZorg

REDENEN = {
    Stopreden.VOLGENS_PLAN: 58,
    Stopreden.IN_OVEREENSTEMMING: 18,
    Stopreden.EENZIJDIG_CLIENT: 12,
    Stopreden.EENZIJDIG_AANBIEDER: 3,
    Stopreden.EXTERNE_OMSTANDIGHEDEN: 9,
}
GAS_SCORES = {-3: 2, -2: 6, -1: 20, 0: 42, 1: 22, 2: 8}
# In 2020 not every ending got a score yet.
SHARE_SCORED = 0.75


def grant_all(rijen: Rijen, omgeving: Omgeving, dossiers: list[Dossier], lot: Random) -> None:
    """Write the akkoorden of every child, and a stop where care ends."""
    for dossier in dossiers:
        for kind, mens in dossier.kinderen:
            for periode in mens.loop.perioden if mens.loop else ():
                akkoord = _grant(rijen, omgeving, dossier, (kind, periode), lot)
                if mens.loop and _ends_here(periode, mens.loop):
                    _stop(rijen, dossier, (akkoord, kind), periode, lot)


def _ends_here(periode: Periode, loop: Loop) -> bool:
    return periode.tot == loop.tot


def _grant(
    rijen: Rijen, omgeving: Omgeving, dossier: Dossier, hulp: tuple[UUID, Periode], lot: Random
) -> UUID:
    kind, periode = hulp
    return rijen.add(
        AkkoordZorg,
        *dossier.sleutel,
        kind,
        periode.product,
        periode.kwadrant,
        omgeving.organisaties[periode.organisatie],
        periode.van,
        periode.tot,
        periode.van - timedelta(days=lot.randint(0, 3)),
        lot.choice(omgeving.kernteam),
    )


def _stop(rijen: Rijen, dossier: Dossier, hulp: tuple[UUID, UUID], periode: Periode, lot: Random) -> None:
    """End an akkoord of a child, `hulp`."""
    reden = lot.choices(list(REDENEN), list(REDENEN.values()))[0]
    gas_score = None
    if reden in SAMEN_GESTOPT and lot.random() < SHARE_SCORED:
        gas_score = lot.choices(list(GAS_SCORES), list(GAS_SCORES.values()))[0]
    rijen.add(
        StopZorg,
        *dossier.sleutel,
        *hulp,
        periode.tot,
        dossier.regisseur,
        periode.gepland_tot,
        reden.value,
        gas_score,
        "",
        lot.choice(TOELICHTINGEN),
    )
