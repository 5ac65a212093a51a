"""How sure are we of who this is? Read from what allauth noted in the session about how somebody came in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

P = ParamSpec("P")

# What a session notes when somebody set up a second factor in it: they had it in their hands.
INGESTELD = "mfa"


class BevestigingNodig(Exception):
    """Somebody asks for something that needs a fresh proof of who they are; the door asks it."""


class BevestigingVoorBestand(BevestigingNodig):
    """The same for a file. A browser that gets one stays where it was, so a page offers it after the question."""


def is_sterk(request: HttpRequest) -> bool:
    """Did this person prove who they are with more than a password?

    In a demo everybody did: its people are invented, and it runs on no other database.
    """
    if settings.DEMO:
        return True
    return any(_is_strong(record) for record in get_authentication_records(request, request.user))


def is_recent(request: HttpRequest, nu: datetime) -> bool:
    """Did this person prove who they are, in any way, in the last five minutes?"""
    records = get_authentication_records(request, request.user)
    return any(
        nu.timestamp() - record["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT for record in records
    )


def recent(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """Let a view answer who proved who they are in the last five minutes; the others are asked first.

    For what asks more than a look: a hidden number or address, a dossier of room veiligheid, somebody's
    ways in. Outermost of what guards a view: nothing was looked at yet. What was typed comes back.
    """
    return _guard(view, BevestigingNodig)


def recent_file(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """The same for a view that gives a file with more than one page would show."""
    return _guard(view, BevestigingVoorBestand)


def require_recent(request: HttpRequest, vraag: type[BevestigingNodig] = BevestigingNodig) -> None:
    """The same inside a view, for what asks it of some rows only.

    :raises BevestigingNodig: when the proof is too old; the person is asked, and comes back.
    """
    if not is_recent(request, timezone.now()):
        raise vraag


def _guard(view: Callable[P, HttpResponse], vraag: type[BevestigingNodig]) -> Callable[P, HttpResponse]:
    @wraps(view)
    def answer(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = args[0]
        assert isinstance(request, HttpRequest)
        require_recent(request, vraag)
        return view(*args, **kwargs)

    return answer


def note_strong(request: HttpRequest, soort: str) -> None:
    """Note that this person just showed the second factor `soort`, and give the session a new key."""
    record_authentication(request, request.user, INGESTELD, type=soort, reauthenticated=True)
    request.session.cycle_key()


def _is_strong(record: dict[str, Any]) -> bool:
    if record["method"] == "socialaccount":
        return bool(record.get("provider") in _strong_providers())
    return bool(record["method"] == "mfa")


def _strong_providers() -> set[str]:
    """The providers that are asked for a level of assurance, and refused when they do not give it."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return {app["provider_id"] for app in apps if app["settings"]["acr"]}
