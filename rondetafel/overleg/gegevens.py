"""What do people tell of a meeting? When and where it is, and afterwards what it came to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where people meet. `tijd` and `plaats` may still be open."""

    dag: date
    tijd: time | None = None
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What an overleg came to. `aanwezig` are the chairs of who was there, also if nobody asked them."""

    gehouden_op: date
    aanwezig: Collection[UUID]
    is_totaal_besproken: bool
    concrete_doelen: int
    verslag: str = ""
