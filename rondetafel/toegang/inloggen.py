"""How does a session become a person? With every tie loaded in the same query."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from rondetafel.toegang.models import Gebruiker


class Inloggen(AuthenticationBackend):
    """Log in by e-mail or by a name of one's own; find the person of a session together with their ties."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Gebruiker | None:
        """Return whose name and password these are; the password is hashed once, whoever it is of."""
        wachtwoord = credentials.get("password")
        if not wachtwoord:
            return None
        gebruiker = Gebruiker.objects.by_login(str(credentials.get("email") or ""))
        if gebruiker is None:
            make_password(wachtwoord)
            return None
        return gebruiker if gebruiker.check_password(wachtwoord) else None

    def get_user(self, user_id: UUID) -> Gebruiker | None:
        return Gebruiker.objects.with_banden().filter(pk=user_id, is_active=True).first()
