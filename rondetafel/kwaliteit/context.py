"""What does every page say to who reads by the noodknop? That it is open, for how long still, and how to stop."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from rondetafel.kern import klok
from rondetafel.toegang.mag import Tie, Wie

MINUUT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Openstand:
    """One noodknop that is open: of which family, until when, and how long that is still."""

    gezin_id: UUID
    tot_at: datetime
    uren: int
    minuten: int


def noodknop(request: HttpRequest) -> dict[str, Any]:
    """Return what `web/schil/noodknop.html` shows; from facts that are known already, without a query."""
    wie: Wie | None = getattr(request, "wie", None)
    nu = timezone.now()
    banden = wie.noodbanden(klok.today()) if wie else ()
    return {"noodknoppen_open": [_as_openstand(band, nu) for band in banden]}


def _as_openstand(band: Tie, nu: datetime) -> Openstand:
    assert band.tot_at
    # Rounded up: in the last minute it says one minute, not none.
    over = max(0, -int((nu - band.tot_at).total_seconds() // MINUUT))
    uren, minuten = divmod(over, MINUUT)
    return Openstand(gezin_id=band.gezin_id, tot_at=band.tot_at, uren=uren, minuten=minuten)
