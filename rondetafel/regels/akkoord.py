"""May JENS grant this akkoord zorg?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum, format_looptijd, last_day_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.product import Product

CONTRACT = Bron(
    document="productportfolio-2023-04-17",
    plek="Specifieke zorgproducten",
    regel="Het contract zegt welke producten een aanbieder voor JENS mag leveren",
)
VOLGORDE = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="De laatste dag van een looptijd ligt niet voor de eerste dag",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Akkoordvraag:
    """Everything the rules below look at. `aanbieder_producten` are the codes under contract."""

    product: Product
    startdatum: date
    einddatum: date | None
    aanbieder: str
    aanbieder_producten: frozenset[str]


def assess_akkoord(vraag: Akkoordvraag) -> Oordeel:
    """May this be granted? A maximum is a maximum: a motivation does not lift it."""
    return combine(
        require_contract(vraag),
        require_einddatum(vraag),
        require_order(vraag),
        require_within_maximum(vraag),
        feiten={
            "Product": vraag.product.naam,
            "Looptijd": format_looptijd(vraag.startdatum, vraag.einddatum),
            "Zorgaanbieder": vraag.aanbieder,
        },
    )


def require_contract(vraag: Akkoordvraag) -> Reden | None:
    if vraag.product.code in vraag.aanbieder_producten:
        return None
    return Reden(
        tekst=f"{vraag.aanbieder} heeft geen contract voor {vraag.product.naam}.",
        bron=CONTRACT,
        uitweg="Kies een andere zorgaanbieder, of regel eerst een contract.",
    )


def require_einddatum(vraag: Akkoordvraag) -> Reden | None:
    if vraag.einddatum is not None or not vraag.product.einddatum_nodig.waarde:
        return None
    return Reden(
        tekst=f"{vraag.product.naam} heeft een einddatum nodig.",
        bron=vraag.product.einddatum_nodig.bron,
        uitweg="Vul de laatste dag van de hulp in.",
    )


def require_order(vraag: Akkoordvraag) -> Reden | None:
    if vraag.einddatum is None or vraag.startdatum <= vraag.einddatum:
        return None
    return Reden(
        tekst=(
            f"De einddatum ({format_datum(vraag.einddatum)}) ligt voor "
            f"de startdatum ({format_datum(vraag.startdatum)})."
        ),
        bron=VOLGORDE,
        uitweg="Pas een van de datums aan.",
    )


def require_within_maximum(vraag: Akkoordvraag) -> Reden | None:
    maximum = vraag.product.maximum_maanden
    if maximum is None or vraag.einddatum is None:
        return None
    uiterste = last_day_of(vraag.startdatum, maximum.waarde)
    if vraag.einddatum <= uiterste:
        return None
    return Reden(
        tekst=" ".join(
            filter(
                None,
                (
                    f"{vraag.product.naam} gaat per akkoord tot {maximum} maanden.",
                    f"Dat is hier t/m {format_datum(uiterste)}.",
                    maximum.tegenspraak,
                ),
            )
        ),
        bron=maximum.bron,
        uitweg=f"Kies {format_datum(uiterste)} of eerder als einddatum.",
    )
