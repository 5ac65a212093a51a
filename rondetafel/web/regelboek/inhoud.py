"""The table of contents of the rule book."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from rondetafel.regels.product import Product, Soort
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.boek import STAPNAMEN, Boek

SOORTNAMEN = {
    Soort.BEGELEIDING: _("Begeleiding"),
    Soort.ONDERZOEK: _("Onderzoek"),
    Soort.BEHANDELING: _("Behandeling"),
    Soort.LOGEREN: _("Logeren"),
    Soort.VERVOER: _("Vervoer"),
    Soort.SPECIFIEK: _("Specifieke hulp"),
    Soort.GEBIEDSTEAM: _("Gebiedsteam"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """The table of contents: how many rules each step has, and the products by kind."""

    stappen: tuple[tuple[Stap, str, int], ...]
    soorten: tuple[tuple[str, tuple[Product, ...]], ...]


def contents_of(boek: Boek) -> Inhoud:
    """Return what there is to choose from; a step without rules is left out."""
    aantal = Counter(blad.regel.stap for blad in boek.regels)
    producten = [blad.product for blad in boek.producten]
    return Inhoud(
        stappen=tuple((stap, str(STAPNAMEN[stap]), aantal[stap]) for stap in Stap if aantal[stap]),
        soorten=tuple(
            (str(SOORTNAMEN[soort]), rij)
            for soort in Soort
            if (rij := tuple(product for product in producten if product.soort is soort))
        ),
    )
