"""Maatwerk has a timetable of its own, as the product says: when is the RTO, and when are the papers due?"""

from collections.abc import Mapping
from datetime import date

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import DAG, format_datum
from rondetafel.regels.oordeel import Reden
from rondetafel.regels.product import Keuze, Lezing, Product
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.tellen import length_of

RTO, PAPIEREN = "maatwerk-rto", "maatwerk-papieren"


def is_maatwerk(product: Product) -> bool:
    """Is the day of the RTO agreed at the start? The catalogue says so, whatever the code of the product."""
    return product.rto_bij_start is not None and product.rto_bij_start.waarde


def has_own_papers(product: Product, keuzes: Mapping[str, Keuze]) -> bool:
    """Are the papers of an extension due before the RTO, and not so many weeks before the end?"""
    return is_maatwerk(product) and keuzes["maatwerk-papieren"].lezing.code == "eigen-tijdpad"


def rto_window(einddatum: date, lezing: Lezing, norm: Norm) -> tuple[date | None, date]:
    """Return the first day (None: any) and the last day on which the RTO of maatwerk may be.

    With a norm of a week `laatste-week` is the last seven days t/m the einddatum, `uiterlijk-een-week` any
    day up to and including a week before it.
    """
    if lezing.code == "laatste-week":
        return einddatum - length_of(norm) + DAG, einddatum
    return None, einddatum - length_of(norm)


def papers_due(rto_op: date, norm: Norm) -> date:
    """Return the last day on which the papers of maatwerk are handed in: the norm says how long before the RTO."""
    return rto_op - length_of(norm)


def day_of_rto(rto_op: date | None, van: date, tot: date, venster: tuple[date | None, date]) -> date:
    """Return the day agreed on when it lies in this looptijd, else the first day on which the RTO may be.

    After an extension the day that was agreed at the start is over; the papers of the new looptijd do not
    hang on it.
    """
    if rto_op is not None and van <= rto_op <= tot:
        return rto_op
    eerste, laatste = venster
    return eerste or laatste


@write_down(
    Regel(
        code="maatwerk-rto-bij-start",
        stap=Stap.AKKOORD,
        vraag="Wanneer is het RTO bij maatwerk?",
        tekst=(
            "Bij maatwerk spreekt u bij de start al af wanneer het RTO is. {keuze:maatwerk-rto} Zo besluit iedereen "
            "samen hoe het verdergaat."
        ),
        voorbeeld="Loopt maatwerk t/m 31 maart, dan is het RTO op 25 t/m 31 maart. Op 24 maart kan niet.",
        bepaling="rto_bij_start",
        tegenspraken=("F5",),
    )
)
def require_rto_date(vraag: Akkoordvraag) -> Reden | None:
    bij_start = vraag.product.rto_bij_start
    if bij_start is None or not bij_start.waarde or vraag.einddatum is None:
        return None
    lezing = vraag.reading("maatwerk-rto")
    van, tot = rto_window(vraag.einddatum, lezing, vraag.normen[RTO])
    wanneer = (
        f"van {format_datum(van)} t/m {format_datum(tot)}" if van else f"uiterlijk op {format_datum(tot)}"
    )
    if vraag.rto_op is None:
        return Reden(
            tekst=f"Bij {vraag.product.naam} is de datum van het RTO al bij de start bekend. Die is nog niet ingevuld.",
            bron=bij_start.bron,
            uitweg=f"Kies met het gezin en de zorgaanbieder een dag, {wanneer}.",
        )
    if (van or vraag.startdatum) <= vraag.rto_op <= tot:
        return None
    return Reden(
        tekst=f"Het RTO staat op {format_datum(vraag.rto_op)}. Dat past niet bij {vraag.product.naam}.",
        bron=lezing.bron,
        uitweg=f"Kies een dag {wanneer}.",
    )
