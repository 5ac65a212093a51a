"""How long is somebody in, and on which device? Django's sessions in a table of our own, encrypted."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils import timezone

from rondetafel.kern.geheim import fernet
from rondetafel.toegang.models import Sessie
from rondetafel.toegang.rollen import Rol

# What a session keeps about itself, beside what Django and allauth keep in it.
KENMERK, APPARAAT, BEGONNEN, LAATST = "kenmerk", "apparaat", "begonnen", "laatst"
# Of whom a session was that ended by itself, and in which nobody logged in since.
VAN = "van"
# Not every page that somebody opens is worth a write: the last use is kept to the minute.
NAUWKEURIG = timedelta(minutes=1)
ONBEKEND = "Onbekend apparaat"
# The first that is found counts: Edge also calls itself Chrome, and Chrome calls itself Safari.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMEN = (
    ("iPhone", "een iPhone"),
    ("iPad", "een iPad"),
    ("Android", "een Android-telefoon of -tablet"),
    ("Windows", "Windows"),
    ("Mac OS", "een Mac"),
    ("CrOS", "een Chromebook"),
    ("Linux", "Linux"),
)


class Versleuteld:
    """Serializes a session and encrypts it: what somebody typed must not lie readable in a backup."""

    def dumps(self, obj: Any) -> bytes:
        return fernet("sessie").encrypt(json.dumps(obj, separators=(",", ":")).encode())

    def loads(self, data: bytes) -> Any:
        return json.loads(fernet("sessie").decrypt(data))


class SessionStore(db.SessionStore):
    """Django's sessions, with beside each whose it is, on which device, and since when."""

    @classmethod
    def get_model_class(cls) -> type[Sessie]:
        return Sessie

    def create_model_instance(self, data: dict[str, Any]) -> Sessie:
        rij = super().create_model_instance(data)
        assert isinstance(rij, Sessie)
        rij.kenmerk = UUID(data[KENMERK]) if KENMERK in data else uuid4()
        rij.gebruiker_id = UUID(data[SESSION_KEY]) if SESSION_KEY in data else None
        rij.apparaat = data.get(APPARAAT, "")
        rij.begonnen_at = _moment(data.get(BEGONNEN))
        rij.laatst_at = _moment(data.get(LAATST))
        return rij


def begin(request: HttpRequest) -> None:
    """Let a session begin: from now it counts, on this device."""
    nu = timezone.now().timestamp()
    begin_at(request.session, nu=nu, apparaat=describe_device(request.headers.get("User-Agent", "")))


def begin_at(session: SessionBase, *, nu: float, apparaat: str) -> None:
    """Write in a session that it begins at the moment `nu`, in seconds since 1970."""
    session[KENMERK], session[APPARAAT] = str(uuid4()), apparaat
    session[BEGONNEN] = session[LAATST] = nu
    session.pop(VAN, None)


def end_of(session: SessionBase, rol: str) -> datetime | None:
    """Return when a session ends if nothing happens, or None when it has not begun."""
    if BEGONNEN not in session:
        return None
    stil = settings.SESSIE_STIL_GEZIN if rol == Rol.GEZIN else settings.SESSIE_STIL_WERK
    return datetime.fromtimestamp(
        min(session[LAATST] + stil, session[BEGONNEN] + settings.SESSIE_LANGST), tz=UTC
    )


def extend(session: SessionBase, nu: datetime) -> None:
    """Note that somebody is still there; written at most once a minute."""
    if nu.timestamp() - session[LAATST] >= NAUWKEURIG.total_seconds():
        session[LAATST] = nu.timestamp()


def wait_for_others(session: SessionBase) -> None:
    """Wait for what other tabs write in this session, and read it: the last to write must not undo the first."""
    list(Sessie.objects.select_for_update().filter(session_key=session.session_key).values_list("pk"))
    vars(session).pop("_session_cache", None)


def end(session: SessionBase, *, van: UUID, blijft: Iterable[str]) -> None:
    """Let a session be nobody's any more; of what is in it only `blijft` stays, for who it was.

    Its key stays: other tabs still send it, with what was typed there. Logging in gives a new one.
    """
    over = {naam: session[naam] for naam in blijft if naam in session}
    session.clear()
    session.update(over | {VAN: str(van)})


def ended_for(session: SessionBase) -> UUID | None:
    """Whose session ended here by itself, when nobody logged in since?"""
    return UUID(session[VAN]) if VAN in session and SESSION_KEY not in session else None


def describe_device(user_agent: str) -> str:
    """Return a browser and a device in words, such as "Firefox op Windows"."""
    browser = next((naam for teken, naam in BROWSERS if teken in user_agent), "")
    systeem = next((naam for teken, naam in SYSTEMEN if teken in user_agent), "")
    if browser and systeem:
        return f"{browser} op {systeem}"
    return browser or systeem or ONBEKEND


def sessions_of(gebruiker_id: UUID) -> list[Sessie]:
    """Every browser in which this person may still be in, the one used last first."""
    rijen = Sessie.objects.filter(gebruiker_id=gebruiker_id, expire_date__gt=timezone.now())
    return list(rijen.defer("session_data").order_by("-laatst_at"))


def _moment(seconden: float | None) -> datetime | None:
    return None if seconden is None else datetime.fromtimestamp(seconden, tz=UTC)
