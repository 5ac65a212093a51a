"""What is asked of the operations of this room, as one thing each: the answers of a form with their meaning."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.regels.product import Papier
from rondetafel.regels.stop import Stopreden


@dataclass(frozen=True, slots=True, kw_only=True)
class Akkoordopgave:
    """Which help for whom, by whom, from when up to and including when, and why it is the right help.

    The last part is what the product asks; `uitsluitingen` are the things it is not for that were ticked.
    """

    jeugdige_id: UUID
    product_code: str
    aanbieder_id: UUID
    uitvoerder_id: UUID | None
    startdatum: date
    einddatum: date | None
    aantal_per_week: int | None = None
    in_plaats_van_onderwijs: bool = False
    has_diagnose: bool = False
    has_observatie: bool = False
    overwogen: tuple[str, ...] = ()
    motivering: str = ""
    uitsluitingen: tuple[str, ...] = ()
    grond: str = ""
    rto_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Papieropgave:
    """A paper for an extension that was handed in, and the day it is of."""

    papier: Papier
    van_dag: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenopgave:
    """A signature: of whom (none is the instelling that is voogd, then `namens` says by whom), and on which day."""

    persoon_id: UUID | None
    namens: str
    getekend_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopopgave:
    """How care ended: the last day, why, and how far the whole goal was reached."""

    stopdatum: date
    reden: Stopreden | None
    gas_score: int | None
    toelichting: str
    has_papieren: bool
    overgedragen_aan: str
