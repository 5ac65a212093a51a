"""What somebody typed and did not send yet, kept for this person alone until it is saved.

In the session: encrypted, gone after "Sluit snel" and after logging out, and nobody else can ever read it. It outlives
a session that ended by itself: who logs in again there finds it. A kladje lives a day at most.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rondetafel.web.antwoorden import BOTSING, HUN, ONVERWERKBAAR

KLADJES = "kladjes"
GELDIG = timedelta(hours=24)
# Letters in one form, and forms that somebody has open at the same time.
LANGST, MEESTE = 100_000, 8
# Never kept: what only holds for one answer. A file cannot be put back, and a password must not be.
NIET = frozenset({"csrfmiddlewaretoken", "keuze"})
GEHEIM = ("password", "wachtwoord")
# The pages of one's own account ask who somebody is: what is typed there is not kept.
ACCOUNTPAGINAS = "/account/"

Antwoord = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kladje:
    """What stood in the form on the page `pad` that is sent to `actie`; `op` in seconds since 1970."""

    pad: str
    actie: str
    velden: list[list[str]]
    op: float
    voor: str

    @property
    def teksten(self) -> list[str]:
        """What a reader recognises of it: the longer texts."""
        return [waarde for _, waarde in self.velden if " " in waarde]

    @property
    def op_moment(self) -> datetime:
        return datetime.fromtimestamp(self.op, tz=UTC)


def keep(request: HttpRequest, *, pad: str, actie: str, velden: list[list[str]]) -> datetime | None:
    """Keep what stands in a form, instead of what was kept of it before.

    Return the moment, or None when it is too much to keep.
    """
    blijft = [[naam, waarde] for naam, waarde in velden if _may_be_kept(naam)]
    if sum(len(naam) + len(waarde) for naam, waarde in blijft) > LANGST:
        return None
    nu = timezone.now()
    nieuw = Kladje(pad=pad, actie=actie, velden=blijft, op=nu.timestamp(), voor=str(request.user.pk))
    anderen = [een for een in _all(request) if (een.pad, een.actie) != (pad, actie)]
    _write(request, [*anderen, nieuw][-MEESTE:])
    return nu


def kept(request: HttpRequest) -> list[Kladje]:
    """Return what this person typed on this page before, and did not send."""
    if not hasattr(request, "session") or KLADJES not in request.session:
        return []
    return [een for een in _all(request) if een.pad == request.get_full_path()]


def forget(request: HttpRequest, *, pad: str = "", actie: str = "") -> None:
    """Throw away what was typed on the page `pad`, or in a form that is sent to `actie`."""
    _write(request, [een for een in _all(request) if pad != een.pad and actie != een.actie])


def forget_others(request: HttpRequest) -> None:
    """Throw away unseen what was typed by somebody else than who is logged in now."""
    eigen = _all(request)
    if len(eigen) < len(request.session.get(KLADJES, [])):
        _write(request, eigen)


class KladjeMiddleware:
    """Keeps what was typed in a form that was not accepted, and throws it away once it was."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        if request.method == "POST" and not request.path.startswith(ACCOUNTPAGINAS) and _is_known(request):
            self._settle(request, antwoord)
        return antwoord

    def _settle(self, request: HttpRequest, antwoord: HttpResponse) -> None:
        pad = request.get_full_path()
        if antwoord.status_code in (ONVERWERKBAAR, BOTSING) or request.POST.get("keuze") == HUN:
            # Whoever leaves the text of somebody else has not lost their own.
            keep(request, pad=pad, actie=pad, velden=_typed(request))
        elif _is_redirect(antwoord) and KLADJES in request.session:
            forget(request, actie=pad)


def parse(tekst: str) -> list[list[str]] | None:
    """Return the names and values that a browser sent, or None when they are no such thing."""
    try:
        velden: Any = json.loads(tekst)
    except ValueError:
        return None
    is_goed = isinstance(velden, list) and all(
        isinstance(veld, list) and len(veld) == 2 and all(isinstance(deel, str) for deel in veld)
        for veld in velden
    )
    return velden if is_goed else None


def _typed(request: HttpRequest) -> list[list[str]]:
    return [[naam, str(waarde)] for naam, waarden in request.POST.lists() for waarde in waarden]


def _may_be_kept(naam: str) -> bool:
    return naam not in NIET and not any(woord in naam.lower() for woord in GEHEIM)


def _is_redirect(antwoord: HttpResponse) -> bool:
    """A question about who it is also redirects, but accepts nothing."""
    naar = antwoord.headers.get("Location", "") or antwoord.headers.get("HX-Redirect", "")
    return bool(naar) and not naar.startswith(ACCOUNTPAGINAS)


def _is_known(request: HttpRequest) -> bool:
    return bool(getattr(request, "user", None) and request.user.is_authenticated)


def _all(request: HttpRequest) -> list[Kladje]:
    """Everything that still holds and is of who is logged in now."""
    vanaf = (timezone.now() - GELDIG).timestamp()
    kladjes = [Kladje(**een) for een in request.session.get(KLADJES, [])]
    return [een for een in kladjes if een.op >= vanaf and een.voor == str(request.user.pk)]


def _write(request: HttpRequest, kladjes: list[Kladje]) -> None:
    if kladjes:
        request.session[KLADJES] = [asdict(een) for een in kladjes]
    else:
        request.session.pop(KLADJES, None)
