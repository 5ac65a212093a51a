"""How does someone get an account? By invitation only, opened at the door, activated with a link by mail."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse

from rondetafel.kern.post import queue_mail
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

ONDERWERP = "U kunt meelezen in Rondetafel"
TEKST = """Hallo,

Er staat iets voor u klaar in Rondetafel.
Open deze link en kies een wachtwoord:

{link}

De link werkt drie dagen en één keer.
Verwacht u deze mail niet? Dan hoeft u niets te doen.
"""


class AdresBezet(Exception):
    """The address belongs to an account for work; a family account needs an address of its own."""


def invite_account(*, email: str, naam: str) -> UUID:
    """Open a family account for `email`, or find the one there is, and mail a link to it. Returns its key.

    :raises AdresBezet: when the address is that of an account for work.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
        if gebruiker and gebruiker.rol != Rol.GEZIN:
            raise AdresBezet
        if gebruiker is None:
            gebruiker = Gebruiker(email=email.lower(), naam=naam, rol=Rol.GEZIN)
            gebruiker.set_unusable_password()
            gebruiker.save(force_insert=True)
        queue_mail(aan=gebruiker.email, onderwerp=ONDERWERP, tekst=TEKST.format(link=_link_to(gebruiker)))
    return gebruiker.pk


def _link_to(gebruiker: Gebruiker) -> str:
    token = default_token_generator.make_token(gebruiker)
    return settings.ADRES + reverse("toegang:welkom", args=[gebruiker.pk, token])
