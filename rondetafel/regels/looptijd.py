"""Has this help a last day, and how far away may it be? Where the sources disagree, a keuze decides."""

from collections.abc import Mapping

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Bepaling, Keuze, Product, Soort


def asks_einddatum(product: Product, keuzes: Mapping[str, Keuze]) -> Bron | None:
    """Return what asks a last day for this help; None where it may run on."""
    if product.einddatum_nodig.waarde:
        return product.einddatum_nodig.bron
    grens = _of_gebiedsteam(product, keuzes)
    return grens.bron if grens else None


def longest_of(product: Product, keuzes: Mapping[str, Keuze]) -> Bepaling[int] | None:
    """Return how many months one akkoord may last; None where nothing says so."""
    return product.maximum_maanden or _of_gebiedsteam(product, keuzes)


def _of_gebiedsteam(product: Product, keuzes: Mapping[str, Keuze]) -> Bepaling[int] | None:
    """A gebiedsteam sets no last day, unless the reading that holds brings a number of months."""
    if product.soort is not Soort.GEBIEDSTEAM:
        return None
    lezing = keuzes["einddatum-gebiedsteam"].lezing
    if lezing.maanden is None:
        return None
    return Bepaling(waarde=lezing.maanden, bron=lezing.bron)
