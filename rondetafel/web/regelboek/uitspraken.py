"""What does a document say, and where does the reader find that in the book?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from rondetafel.regels.product import Product
from rondetafel.regels.regelboek import Regel
from rondetafel.regels.uitspraken import Uitspraak, Woning, uitspraken_of

# What has no page in the book is told in words; the name of a file says nothing to a reader.
IN_WOORDEN = {
    Woning.GRENS: _("een grens in de gegevens zelf"),
    Woning.CODE: _("de werking van het programma"),
    Woning.SCHERM: _("een scherm"),
    Woning.HANDBOEK: _("het handboek"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitspraakblad:
    """One statement with the rules and products that hold it; `reden` says why it lives nowhere."""

    uitspraak: Uitspraak
    regels: tuple[Regel, ...]
    producten: tuple[Product, ...]
    elders: tuple[str, ...]
    reden: str


def statements_of(
    document: str, regels: Mapping[str, Regel], producten: Mapping[str, Product]
) -> tuple[Uitspraakblad, ...]:
    """Return what one document says, in the order of its numbers."""
    return tuple(_blad(een, regels, producten) for een in uitspraken_of(document))


def _blad(een: Uitspraak, regels: Mapping[str, Regel], producten: Mapping[str, Product]) -> Uitspraakblad:
    namen = {woning: [plek.naam for plek in een.waar if plek.woning is woning] for woning in Woning}
    codes = dict.fromkeys(naam.partition(".")[0] for naam in namen[Woning.CATALOGUS])
    return Uitspraakblad(
        uitspraak=een,
        regels=tuple(regels[code] for code in namen[Woning.REGEL] if code in regels),
        producten=tuple(producten[code] for code in codes if code in producten),
        elders=tuple(str(woord) for woning, woord in IN_WOORDEN.items() if namen[woning]),
        reden=" ".join(namen[Woning.NIET]),
    )
