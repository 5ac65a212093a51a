"""Which mails are there? Every text that ever leaves, and why nothing else can.

Whoever sees a mailbox over somebody's shoulder learns from it that there is an account, and nothing more: no
name, no organisation, no word about care, and neither "je" nor "u", which would tell a child from a parent.
"""

import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Only pages at the door: an address with the key of a family would tell two mailboxes apart.
DEUR = re.compile(r"/account/[\w/-]*")
CODE = re.compile(r"[A-Z0-9-]{4,20}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """One mail: its subject, and its text with a place for one link or one code."""

    onderwerp: str | Promise
    tekst: str | Promise


class Mail(Enum):
    """Every mail there is."""

    UITNODIGING = Tekst(
        onderwerp=_("Er staat iets klaar in Rondetafel"),
        tekst=_(
            "Hallo,\n\nEr staat iets klaar in Rondetafel.\nOpen deze link en kies een wachtwoord:\n\n{inhoud}\n\n"
            "De link werkt drie dagen en één keer.\nKomt deze mail onverwacht? Dan mag hij weg.\n"
        ),
    )
    INLOGCODE = Tekst(
        onderwerp=_("Code voor Rondetafel"),
        tekst=_(
            "Hallo,\n\nDit is de code om in te loggen. De pagina daarvoor staat nog open.\n\n{inhoud}\n\n"
            "Geef de code aan niemand.\nKomt deze mail onverwacht? Dan mag hij weg.\n"
        ),
    )
    WACHTWOORD = Tekst(
        onderwerp=_("Nieuw wachtwoord voor Rondetafel"),
        tekst=_(
            "Hallo,\n\nEr is een nieuw wachtwoord gevraagd.\nOpen deze link om het te kiezen:\n\n{inhoud}\n\n"
            "Komt deze mail onverwacht? Dan mag hij weg. Er verandert dan niets.\n"
        ),
    )
    BEVEILIGING = Tekst(
        onderwerp=_("Er is iets veranderd aan het inloggen bij Rondetafel"),
        tekst=_(
            "Hallo,\n\nEr is iets veranderd aan het inloggen: een wachtwoord, een code of een sleutel.\n"
            "Wat het is, staat na het inloggen op deze pagina:\n\n{inhoud}\n\n"
            "Komt dit onverwacht? Laat het dan meteen weten.\n"
        ),
    )
    BERICHT = Tekst(
        onderwerp=_("Er is iets te lezen in Rondetafel"),
        tekst=_(
            "Hallo,\n\nEr is iets te lezen in Rondetafel. Lees het vandaag nog.\nNa het inloggen staat het klaar:"
            "\n\n{inhoud}\n\nKomt deze mail onverwacht? Dan mag hij weg.\n"
        ),
    )
    VERANDERING = Tekst(
        onderwerp=_("Er is iets veranderd in Rondetafel"),
        tekst=_(
            "Hallo,\n\nEr is iets veranderd in Rondetafel. Wat het is, staat na het inloggen op de eerste pagina:"
            "\n\n{inhoud}\n\nKomt dit onverwacht? Laat het dan meteen weten.\n"
        ),
    )
    ONBEKEND = Tekst(
        onderwerp=_("Rondetafel kent dit mailadres niet"),
        tekst=_(
            "Hallo,\n\nEr is met dit mailadres geprobeerd in te loggen. Het adres is hier niet bekend.\n\n"
            "Komt deze mail onverwacht? Dan mag hij weg.\n"
        ),
    )

    @property
    def has_inhoud(self) -> bool:
        return "{inhoud}" in str(self.value.tekst)


class GeenInhoud(ValueError):
    """Something was put in a mail that is neither a page at the door nor a code."""


def link_to(pad: str) -> str:
    """Return the outside address of a page at the door; of a whole address only the path counts.

    :raises GeenInhoud: when it is another page.
    """
    pad = urlsplit(pad).path
    if not DEUR.fullmatch(pad):
        raise GeenInhoud
    return f"{settings.ADRES}{pad}"


def render(mail: Mail, inhoud: str) -> tuple[str, str]:
    """Return subject and text of `mail` with its link or code.

    :raises GeenInhoud: for anything else, so that no name can slip in.
    """
    is_link = inhoud.startswith(f"{settings.ADRES}/") and inhoud == link_to(inhoud)
    if mail.has_inhoud != bool(inhoud) or not (is_link or CODE.fullmatch(inhoud) or not inhoud):
        raise GeenInhoud
    return str(mail.value.onderwerp), str(mail.value.tekst).format(inhoud=inhoud)
