"""What is a kind of help not for? What the product says, and what a reading of the sources adds."""

from collections.abc import Mapping

from rondetafel.regels.product import Keuze, Product, Uitsluiting

ONTLASTING = "ontlasting-ouders"


def uitsluitingen_of(product: Product, keuzes: Mapping[str, Keuze]) -> tuple[Uitsluiting, ...]:
    """Return what this help is not for: what the product says, and rest for the parents where no help is for that."""
    lezing = keuzes["logeren-ontlasting"].lezing
    eigen = product.uitsluitingen
    if lezing.code != "nooit-ontlasting" or any(een.code == ONTLASTING for een in eigen):
        return eigen
    alleen_rust = Uitsluiting(
        code=ONTLASTING,
        naam="Alleen rust voor de ouders",
        verwijzing="Spreek doelen af voor kind en gezin samen.",
        bron=lezing.bron,
    )
    return (*eigen, alleen_rust)
