"""What somebody typed, kept while the door asks who they are. In the session, so encrypted; never in the browser."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

BEWAARD, GEVRAAGD = "bewaard", "gevraagd"
# A form of this size is no form; what is larger is an upload, which must be chosen again.
LANGST = 200_000
# Tabs in which somebody was typing when the session ended; of more, the last ones.
MEESTE = 8
NIET = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """A form that was sent to `pad` and not accepted yet; `voor` is the person who typed it."""

    pad: str
    velden: list[list[str]]
    voor: str
    had_bestand: bool

    @property
    def merk(self) -> str:
        """Which of the forms that were kept is this?"""
        return hashlib.sha256(json.dumps([self.pad, self.velden]).encode()).hexdigest()[:16]

    @property
    def teksten(self) -> list[str]:
        """What a reader recognises of it: the longer texts."""
        return [waarde for _, waarde in self.velden if " " in waarde]


def keep(request: HttpRequest, *, voor: UUID) -> None:
    """Keep what was sent with this request, for this person alone, beside what came from other tabs."""
    nieuw = _sent(request, voor)
    if sum(len(waarde) for _, waarde in nieuw.velden) <= LANGST:
        anderen = [een for een in _all(request) if een.merk != nieuw.merk]
        _write(request, [*anderen, nieuw][-MEESTE:])


def keep_file(request: HttpRequest, *, voor: UUID) -> None:
    """Keep which file was asked for, beside a form that may be kept already."""
    request.session[GEVRAAGD] = {"pad": request.get_full_path(), "voor": str(voor)}


def kept_file(request: HttpRequest) -> str:
    """Return the address of the file that who is logged in now asked for, or an empty text."""
    gevraagd = request.session.get(GEVRAAGD, {})
    return str(gevraagd["pad"]) if gevraagd.get("voor") == str(request.user.pk) else ""


def kept(request: HttpRequest) -> list[Formulier]:
    """Return what was kept for who is logged in now, the last typed first."""
    return [een for een in reversed(_all(request)) if een.voor == str(request.user.pk)]


def forget(request: HttpRequest, merk: str = "") -> None:
    """Throw away one form, or all of them."""
    _write(request, [een for een in _all(request) if merk and een.merk != merk])


def forget_sent(request: HttpRequest) -> None:
    """Throw away what is sent after all with this request: from here on the page itself takes care of it."""
    if BEWAARD in request.session:
        forget(request, _sent(request, request.user.pk).merk)


def forget_others(request: HttpRequest) -> None:
    """Throw away unseen what was typed by somebody else than who is logged in now."""
    alle = _all(request)
    eigen = [een for een in alle if een.voor == str(request.user.pk)]
    if len(eigen) < len(alle):
        _write(request, eigen)


def _sent(request: HttpRequest, voor: Any) -> Formulier:
    velden = [
        [naam, str(waarde)]
        for naam, waarden in request.POST.lists()
        if naam not in NIET
        for waarde in waarden
    ]
    return Formulier(
        pad=request.get_full_path(), velden=velden, voor=str(voor), had_bestand=bool(request.FILES)
    )


def _all(request: HttpRequest) -> list[Formulier]:
    return [Formulier(**een) for een in request.session.get(BEWAARD, [])]


def _write(request: HttpRequest, formulieren: list[Formulier]) -> None:
    if formulieren:
        request.session[BEWAARD] = [asdict(een) for een in formulieren]
    else:
        request.session.pop(BEWAARD, None)
