"""How sure are we of who this is? Read from what allauth noted in the session about how somebody came in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

# What a session notes when somebody set up a second factor in it: they had it in their hands.
INGESTELD = "mfa"


class BevestigingNodig(Exception):
    """Somebody asks for something that needs a fresh proof of who they are; the door asks it."""


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


def require_recent(request: HttpRequest) -> None:
    """Let somebody pass who proved who they are in the last five minutes; ask the others first.

    For what asks more than a look: export, showing a BSN, the noodknop, part veiligheid. Call it first
    in a view. What was typed comes back after the question.

    :raises BevestigingNodig: the middleware of the door then asks, and leads back.
    """
    if not is_recent(request, timezone.now()):
        raise BevestigingNodig


def recent(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a view with `require_recent`."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require_recent(request)
        return view(request, *args, **kwargs)

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
