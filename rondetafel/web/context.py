"""What does every page know? The person, their navigation, and whether this is a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from rondetafel.web.kladje import ACCOUNTPAGINAS, kept

# How big the letters are: as usual, a quarter bigger, half as big again.
GEWOON, GROOT, GROOTST = "gewoon", "groot", "grootst"
LETTERMATEN = (GEWOON, GROOT, GROOTST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigatiepunt:
    """One entry of the main navigation, as the base page shows it."""

    label: str
    url: str
    icoon: str
    actief: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return what `web/basis.html` needs; works for visitors nobody knows yet, and on error pages."""
    wie = getattr(request, "wie", None)
    return {
        "wie": wie,
        "is_gezin": bool(wie and wie.is_gezin),
        "rolwoord": wie.rolwoord if wie else "",
        "navigatie": list_navigatie(rol=_rol(wie), pad=request.path),
        "accountmenu": list_navigatie(rol=_rol(wie), pad=request.path, instelling="ACCOUNTMENU"),
        "demo": getattr(settings, "DEMO", False),
        "demo_url": find_url(getattr(settings, "DEMO_WISSEL", "")),
        "beveiliging_url": find_url("mfa_index"),
        "uitloggen_url": find_url("account_logout"),
        "sessie_einde": getattr(request, "sessie_einde", None),
        "sluit_snel_url": settings.SLUIT_SNEL,
        "letters": letters_of(request),
        "kladjes": kept(request) if wie and request.method == "GET" else [],
        "bewaart_kladjes": bool(wie) and not request.path.startswith(ACCOUNTPAGINAS),
        # As text, and only when a page asks: the lazy nonce of django-csp counts as false until it is
        # read, and a page without scripts of its own needs none.
        "csp_nonce": SimpleLazyObject(lambda: str(getattr(request, "csp_nonce", ""))),
    }


def letters_of(request: HttpRequest) -> str:
    """Return how big the letters are in this browser."""
    maat = request.COOKIES.get(settings.LETTERS_COOKIE_NAME, "")
    return maat if maat in LETTERMATEN else GEWOON


def list_navigatie(*, rol: str, pad: str, instelling: str = "NAVIGATIE") -> list[Navigatiepunt]:
    """Return the entries of a setting for this rol; rooms not yet on the urls are skipped.

    Later rooms register there, so that this room need not know them. `rollen` empty means everybody
    who is logged in.
    """
    if not rol:
        return []
    punten = [
        (item, find_url(item["url_name"])) for item in getattr(settings, instelling, ()) if _is_for(item, rol)
    ]
    actief = _longest_match((url for _, url in punten), pad)
    return [
        Navigatiepunt(label=item["label"], url=url, icoon=item["icoon"], actief=url == actief)
        for item, url in punten
        if url
    ]


def find_url(naam: str) -> str:
    """Return the address behind a url name, or an empty string when no room answers to it."""
    return _find_url(naam, settings.ROOT_URLCONF)


@lru_cache
def _find_url(naam: str, urlconf: str) -> str:
    try:
        return reverse(naam, urlconf)
    except NoReverseMatch:
        return ""


def _is_for(item: dict[str, Any], rol: str) -> bool:
    return not item["rollen"] or rol in item["rollen"]


def _longest_match(urls: Iterable[str], pad: str) -> str:
    passend = [url for url in urls if url and (pad == url or (url != "/" and pad.startswith(url)))]
    return max(passend, key=len, default="")


def _rol(wie: Any) -> str:
    return str(getattr(wie.rol, "value", wie.rol)) if wie else ""
