"""Where allauth asks us: who may make an account, who is let in, and what is written about it."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern.geheim import fernet
from rondetafel.kern.logboek import Handelend
from rondetafel.kern.mails import Mail, link_to
from rondetafel.kern.post import queue_mail
from rondetafel.toegang.context import load_wie
from rondetafel.toegang.deur import drempels, sessies
from rondetafel.toegang.deur.operations import (
    Onbekende,
    correct_wachtwoord,
    record_login,
    record_mislukt,
    stop_sessie,
)
from rondetafel.toegang.models import Gebruiker

# One text for an unknown name, a wrong password, a closed account and too many tries.
NIET_GELUKT = _(
    "Inloggen is niet gelukt. Klopt de naam, en klopt het wachtwoord? "
    "Na een paar keer proberen moet u even wachten: eerst een minuut, daarna langer."
)


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": NIET_GELUKT,
        "username_password_mismatch": NIET_GELUKT,
        "too_many_login_attempts": NIET_GELUKT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by invitation."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Gebruiker | None:
        """Check a name and a password, in the same steps whatever comes out of it.

        The password is hashed once in each case: for a name that does not exist, for a closed account, and
        for a name that must wait. So neither the answer nor the time it takes tells them apart.
        """
        naam = str(credentials.get("email") or "")
        return self._judge(request, naam, authenticate(request, **credentials))

    def reauthenticate(self, user: Gebruiker, password: str) -> bool:
        """Ask the password of who is already in; guessing counts as at the door, and a right one gives a new key."""
        naam = user.email or user.inlognaam or str(user.pk)
        is_right = (
            self._judge(self.request, naam, user if user.check_password(password) else None) is not None
        )
        if is_right:
            self.request.session.cycle_key()
        return is_right

    def login(self, request: HttpRequest, user: Gebruiker) -> None:
        super().login(request, user)
        sessies.begin(request)
        records = get_authentication_records(request, user)
        soorten = [record.get("type") or record.get("provider") or record["method"] for record in records]
        record_login(user, soort=", ".join(soorten), door=load_wie(user.pk))

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, Gebruiker):
            stop_sessie(request.user, door=load_wie(request.user.pk))
        super().logout(request)

    def set_password(self, user: Gebruiker, password: str) -> None:
        is_own = self.request.user.is_authenticated and self.request.user.pk == user.pk
        correct_wachtwoord(
            user,
            wachtwoord=password,
            behalve=self.request.session.session_key if is_own else None,
            door=load_wie(user.pk),
        )

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queue one of our neutral mails in the place of allauth's own; its templates are never read.

        Mail to an address that nobody has goes the same way, so that time does not tell who has an account.
        """
        match template_prefix.rpartition("/")[2]:
            case "password_reset_key":
                queue_mail(Mail.WACHTWOORD, aan=email, inhoud=link_to(context["password_reset_url"]))
            case "login_code" | "password_reset_code":
                queue_mail(Mail.INLOGCODE, aan=email, inhoud=context["code"])
            case "unknown_account" | "account_already_exists":
                queue_mail(Mail.ONBEKEND, aan=email)
            case _:
                queue_mail(Mail.BEVEILIGING, aan=email, inhoud=link_to(reverse("mfa_index")))

    def _judge(self, request: HttpRequest, naam: str, user: Gebruiker | None) -> Gebruiker | None:
        """Let `user` in when the name and the place need not wait; count what went wrong, and write it down."""
        nu = timezone.now()
        account = drempels.by_account(naam)
        sleutels = [account, drempels.by_address(self.get_client_ip(request))]
        is_closed = drempels.is_closed(sleutels, nu)
        if user is not None and user.is_active and not is_closed:
            drempels.clear(account)
            return user
        drempels.note_failure(sleutels, nu)
        bekend = Gebruiker.objects.by_login(naam)
        door: Handelend = bekend.as_wie() if bekend else Onbekende()
        record_mislukt(
            bekend or Gebruiker(id=None), soort="wachten" if is_closed else "wachtwoord", door=door
        )
        return None


class MfaAdapter(DefaultMFAAdapter):
    """Secrets of code-apps and noodcodes lie encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return fernet("tweede_stap").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return fernet("tweede_stap").decrypt(encrypted_text.encode()).decode()
