"""What is filled in about an absence, free of forms."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.vervanging.models import Afwezig


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervangopgave:
    """Who is away, who stands in, and from `van` up to and including `tot`.

    `is_nagegaan`: somebody looked into what the rules pointed out about the family of the stand-in.
    """

    wie_id: UUID
    vervanger_id: UUID
    van: date
    tot: date
    reden: Afwezig
    is_nagegaan: bool = False
