"""How does a session become a person? With every tie loaded in the same query."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from rondetafel.toegang.models import Gebruiker


class Inloggen(AuthenticationBackend):
    """Log in by e-mail; find the person of a session together with their ties."""

    def get_user(self, user_id: UUID) -> Gebruiker | None:
        return Gebruiker.objects.with_banden().filter(pk=user_id, is_active=True).first()
