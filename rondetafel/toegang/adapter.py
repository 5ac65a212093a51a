"""What does allauth do our way? Nobody signs up by themselves, and its mails are ours."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from rondetafel.kern.mails import Mail, link_to
from rondetafel.kern.post import queue_mail


class Adapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by invitation."""
        return False

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
