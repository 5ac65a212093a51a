"""Who walks along, and on which day: what the acts of a journey share."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.conf import settings as instellingen

from rondetafel.kern.models import Post
from rondetafel.toegang.rollen import Rol
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    GebruikerFactory,
    GemeenteFactory,
    OrganisatieFactory,
)
from tests.reizen.bladzijde import Bezoek
from tests.rollen import as_eigenaar

OCHTEND = time(9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
ALLES = [HEERLEN, LANDGRAAF, VOERENDAAL]


@dataclass(kw_only=True)
class Wandeling:
    """The screen, the clock and everybody with an account before the family comes.

    The numbers that people read, and the addresses of pages, are kept when they come by.
    """

    bezoek: Bezoek
    klok: time_machine.Traveller
    settings: Any
    mensen: dict[str, Any]
    adressen: dict[str, str] = field(default_factory=dict)
    aanmelding: str = ""
    gezin: str = ""

    def on(self, dag: date) -> None:
        """Let it be the morning of this day."""
        self.klok.move_to(datetime.combine(dag, OCHTEND))
        self.settings.VANDAAG = dag

    def become(self, naam: str) -> Bezoek:
        self.bezoek.become(self.mensen[naam])
        return self.bezoek

    def keep(self, naam: str) -> None:
        """Remember the address of the page that is open."""
        self.adressen[naam] = self.bezoek.pad

    def at_family(self, naam: str) -> Bezoek:
        """This person opens the page of the family."""
        bezoek = self.become(naam)
        bezoek.open(self.adressen["gezin"])
        return bezoek


def gather_people() -> dict[str, Any]:
    """Everybody who works here, and the two zorgaanbieders they may ask."""
    for code in ALLES:
        GemeenteFactory(code=code)
    linde = OrganisatieFactory(naam="De Linde", producten=["begeleiding-individueel"])
    OrganisatieFactory(naam="Het Kompas", producten=["behandeling-individueel"])
    maak = GebruikerFactory
    return {
        "huisarts": maak(naam="Paul Gielen", rol=Rol.VERWIJZER, functie="huisarts"),
        "backoffice": maak(naam="Bea Wouters", rol=Rol.BACKOFFICE),
        "kernteam": maak(naam="Miriam Vaessen", rol=Rol.KERNTEAM),
        "regisseur": maak(naam="Els Habets", rol=Rol.REGISSEUR),
        "begeleider": maak(
            naam="Tom Souren", rol=Rol.AANBIEDER, functie="begeleider", organisatie_id=linde.pk
        ),
        "directie": maak(naam="Hugo Lemmens", rol=Rol.DIRECTIE, gemeenten=ALLES),
    }


def read_link_for(adres: str) -> str:
    """The link in the newest mail to this address, without the host."""
    with as_eigenaar():
        tekst = Post.objects.filter(aan=adres).latest("created_at").tekst
    gevonden = re.search(rf"{re.escape(instellingen.ADRES)}(\S+)", tekst)
    assert gevonden
    return gevonden[1]
