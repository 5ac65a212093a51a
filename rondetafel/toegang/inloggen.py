"""How does a session become a person? With every tie loaded in the same query."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet
from django.http import HttpRequest

from rondetafel.kern.vast import fixed
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
        gevonden = _person_of(UUID(str(user_id)))
        return gevonden[0] if gevonden else None


@fixed
def _person_of(gebruiker_id: UUID) -> QuerySet[Gebruiker]:
    return Gebruiker.objects.with_banden().filter(pk=gebruiker_id, is_active=True)
