"""What is asked of the operations of this room, as one thing each: the answers of a form with their meaning."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.regels.stop import Stopreden


@dataclass(frozen=True, slots=True, kw_only=True)
class Akkoordopgave:
    """Which help for whom, by whom, and from when up to and including when."""

    jeugdige_id: UUID
    product_code: str
    aanbieder_id: UUID
    uitvoerder_id: UUID | None
    startdatum: date
    einddatum: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopopgave:
    """How care ended: the last day, why, and how far the whole goal was reached."""

    stopdatum: date
    reden: Stopreden | None
    gas_score: int | None
    toelichting: str
    has_eindverslag: bool
