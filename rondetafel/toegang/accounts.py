"""How does someone get an account? By invitation only, opened at the door, activated with a link by mail."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse

from rondetafel.kern.post import queue_mail
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

# One text without "je" or "u": whoever sees the mail cannot tell whether it went to a child.
ONDERWERP = "Uitnodiging om mee te lezen in Rondetafel"
TEKST = """Hallo,

Er staat iets klaar in Rondetafel.
Open deze link en kies een wachtwoord:

{link}

De link werkt drie dagen en één keer.
Komt deze mail onverwacht? Dan mag hij weg.
"""


class AdresBezet(Exception):
    """The address belongs to an account for work; a family account needs an address of its own."""


def invite_account(*, email: str, naam: str, functie: str) -> UUID:
    """Open a family account for `email`, or find the one there is, and mail a link to it. Returns its key.

    `functie` is the word for this person at this table ("moeder"). Who is something else at another
    table keeps no word of their own: it would be wrong at one of the two.

    :raises AdresBezet: when the address is that of an account for work.
    """
    with as_role(DEUR):
        gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
        if gebruiker and gebruiker.rol != Rol.GEZIN:
            raise AdresBezet
        if gebruiker is None:
            gebruiker = Gebruiker(email=email.lower(), naam=naam, rol=Rol.GEZIN, functie=functie)
            gebruiker.set_unusable_password()
            gebruiker.save(force_insert=True)
        elif gebruiker.functie != functie:
            gebruiker.functie = ""
            gebruiker.save(update_fields=["functie"])
        queue_mail(aan=gebruiker.email, onderwerp=ONDERWERP, tekst=TEKST.format(link=_link_to(gebruiker)))
    return gebruiker.pk


def _link_to(gebruiker: Gebruiker) -> str:
    token = default_token_generator.make_token(gebruiker)
    return settings.ADRES + reverse("toegang:welkom", args=[gebruiker.pk, token])
