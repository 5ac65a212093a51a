"""How often may it go wrong? Counted in the database, for all processes together, by name and by place.

After a few tries each next one must wait, twice as long as the one before. Somebody who forgot a password
waits a minute; a program that guesses is soon waiting an hour for each guess. What is counted is a name
as it was typed, whether or not there is such an account: the answer tells nobody which it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.crypto import salted_hmac

from rondetafel.toegang.models import Drempel

EERSTE, LANGSTE = timedelta(minutes=1), timedelta(hours=1)
VERGETEN = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutel:
    """What is counted under `hash`, and how many tries cost nothing."""

    hash: str
    gratis: int


def by_account(login: str) -> Sleutel:
    """Five tries: enough for a slip of the finger, too few to guess."""
    return Sleutel(hash=_hash("account", login.strip().lower()), gratis=5)


def by_address(ip: str) -> Sleutel:
    """Thirty tries: a whole office may come from one address."""
    return Sleutel(hash=_hash("adres", ip), gratis=30)


def by_noodknop(gebruiker_id: UUID) -> Sleutel:
    """Three searches that found nobody: enough for a slip of the pen, too few to find out who is known."""
    return Sleutel(hash=_hash("noodknop", str(gebruiker_id)), gratis=3)


def is_closed(sleutels: Iterable[Sleutel], nu: datetime) -> bool:
    return Drempel.objects.filter(sleutel__in=[een.hash for een in sleutels], dicht_tot__gt=nu).exists()


def note_failure(sleutels: Iterable[Sleutel], nu: datetime) -> None:
    """Count one more try that went wrong. A try that had to wait anyway makes the wait no longer."""
    for sleutel in sleutels:
        drempel, _ = Drempel.objects.select_for_update().get_or_create(
            sleutel=sleutel.hash, defaults={"laatste_at": nu}
        )
        if drempel.dicht_tot and drempel.dicht_tot > nu:
            continue
        pogingen = 1 if nu - drempel.laatste_at > VERGETEN else drempel.pogingen + 1
        Drempel.objects.filter(pk=drempel.pk).update(
            pogingen=pogingen, laatste_at=nu, dicht_tot=_closed_until(pogingen, sleutel.gratis, nu)
        )


def clear(sleutel: Sleutel) -> None:
    """It went right: forget what went wrong before."""
    Drempel.objects.filter(sleutel=sleutel.hash).delete()


def clear_forgotten(nu: datetime) -> None:
    """Throw away what is counted of more than a day ago."""
    Drempel.objects.filter(laatste_at__lt=nu - VERGETEN).delete()


def _closed_until(pogingen: int, gratis: int, nu: datetime) -> datetime | None:
    if pogingen < gratis:
        return None
    # Beyond six doublings the longest wait is reached.
    return nu + min(EERSTE * 2 ** min(pogingen - gratis, 6), LANGSTE)


def _hash(soort: str, waarde: str) -> str:
    return salted_hmac(f"rondetafel.drempel.{soort}", waarde, algorithm="sha256").hexdigest()
