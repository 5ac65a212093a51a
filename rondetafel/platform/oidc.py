"""Which providers may say who somebody is? RONDETAFEL_OIDC, a JSON list, as allauth wants to read it."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

NODIG = ("id", "naam", "server", "client_id", "client_secret", "voor")
MAG = {*NODIG, "acr", "claim", "scope", "auth_method"}
DOELGROEPEN = ("gezin", "werk")
CLAIMS = ("email", "preferred_username")


def read_providers(text: str) -> dict[str, Any]:
    """Return the setting SOCIALACCOUNT_PROVIDERS for the providers in `text`; empty when there are none.

    `voor` is gezin or werk. `acr` lists the levels of assurance that are enough. `claim` (email or
    preferred_username) binds whoever has an account under that name; without it people bind it themselves.

    :raises ImproperlyConfigured: naming the provider and what is wrong with it.
    """
    try:
        providers = json.loads(text or "[]")
    except ValueError as fout:
        raise ImproperlyConfigured(f"RONDETAFEL_OIDC is geen JSON: {fout}") from None
    return {
        "openid_connect": {
            "provider_class": "rondetafel.toegang.deur.oidc.Provider",
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [_as_app(provider) for provider in providers],
        }
    }


def origins_of(providers: dict[str, Any]) -> list[str]:
    """Return where the browser is sent to log in, as origins for the content security policy."""
    servers = [urlsplit(app["settings"]["server_url"]) for app in providers["openid_connect"]["APPS"]]
    return sorted({f"{server.scheme}://{server.netloc}" for server in servers})


def _as_app(provider: dict[str, Any]) -> dict[str, Any]:
    naam = provider.get("id", "zonder id")
    missing = [key for key in NODIG if not provider.get(key)]
    unknown = sorted(provider.keys() - MAG)
    if missing or unknown:
        raise ImproperlyConfigured(f"RONDETAFEL_OIDC, {naam}: ontbreekt {missing}, onbekend {unknown}")
    if provider["voor"] not in DOELGROEPEN or provider.get("claim", CLAIMS[0]) not in CLAIMS:
        raise ImproperlyConfigured(f"RONDETAFEL_OIDC, {naam}: voor is {DOELGROEPEN}, claim is {CLAIMS}")
    acr = list(provider.get("acr", []))
    return {
        "provider_id": provider["id"],
        "name": provider["naam"],
        "client_id": provider["client_id"],
        "secret": provider["client_secret"],
        "settings": {
            "server_url": provider["server"],
            "token_auth_method": provider.get("auth_method", "client_secret_basic"),
            "fetch_userinfo": False,
            "scope": provider.get("scope", ["openid"]),
            "auth_params": {"acr_values": " ".join(acr)} if acr else {},
            "acr": acr,
            "claim": provider.get("claim", ""),
            "voor": provider["voor"],
        },
    }
