"""Begeleiding individueel maatwerk has a timetable of its own: when is the RTO, and when are the papers due?"""

from collections.abc import Mapping
from datetime import date, timedelta

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.product import Keuze, Lezing, Product
from rondetafel.regels.regelboek import Regel, Stap, write_down

MAATWERK = "begeleiding-individueel-maatwerk"
WEEK = timedelta(weeks=1)

RTO_BIJ_START = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding individueel, kolom JENS-HBC",
    regel="Bij de start van maatwerk is de datum van het RTO al afgesproken",
)


def is_maatwerk(product: Product) -> bool:
    return product.code == MAATWERK


def has_own_papers(product: Product, keuzes: Mapping[str, Keuze]) -> bool:
    """Are the papers of an extension due before the RTO, and not eight weeks before the end?"""
    return is_maatwerk(product) and keuzes["maatwerk-papieren"].lezing.code == "eigen-tijdpad"


def rto_window(einddatum: date, lezing: Lezing) -> tuple[date | None, date]:
    """Return the first day (None: any) and the last day on which the RTO of maatwerk may be.

    `laatste-week` is the last seven days t/m the einddatum, `uiterlijk-een-week` any day up to
    and including a week before it.
    """
    if lezing.code == "laatste-week":
        return einddatum - timedelta(days=6), einddatum
    return None, einddatum - WEEK


def papers_due(rto_op: date) -> date:
    """Return the last day on which the papers of maatwerk are handed in: a week before the RTO."""
    return rto_op - WEEK


def day_of_rto(rto_op: date | None, van: date, tot: date, lezing: Lezing) -> date:
    """Return the day agreed on when it lies in this looptijd, else the first day on which the RTO may be.

    After an extension the day that was agreed at the start is over; the papers of the new looptijd do not
    hang on it.
    """
    if rto_op is not None and van <= rto_op <= tot:
        return rto_op
    eerste, laatste = rto_window(tot, lezing)
    return eerste or laatste


@write_down(
    Regel(
        code="maatwerk-rto-bij-start",
        stap=Stap.AKKOORD,
        vraag="Wanneer is het RTO bij maatwerk?",
        tekst=(
            "Bij maatwerk spreekt u bij de start al af wanneer het RTO is. Dat is in de laatste zeven dagen van de "
            "hulp, de einddatum meegeteld, zodat iedereen samen besluit hoe het verdergaat."
        ),
        voorbeeld="Loopt maatwerk t/m 31 maart, dan is het RTO op 25 t/m 31 maart. Op 24 maart kan niet.",
        bronnen=(RTO_BIJ_START,),
        tegenspraken=("F5",),
    )
)
def require_rto_date(vraag: Akkoordvraag) -> Reden | None:
    if not is_maatwerk(vraag.product) or vraag.einddatum is None:
        return None
    lezing = vraag.reading("maatwerk-rto")
    van, tot = rto_window(vraag.einddatum, lezing)
    wanneer = (
        f"van {format_datum(van)} t/m {format_datum(tot)}" if van else f"uiterlijk op {format_datum(tot)}"
    )
    if vraag.rto_op is None:
        return Reden(
            tekst="Bij maatwerk is de datum van het RTO al bij de start bekend. Die is nog niet ingevuld.",
            bron=RTO_BIJ_START,
            uitweg=f"Kies met het gezin en de zorgaanbieder een dag, {wanneer}.",
        )
    if (van or vraag.startdatum) <= vraag.rto_op <= tot:
        return None
    return Reden(
        tekst=f"Het RTO staat op {format_datum(vraag.rto_op)}. Dat past niet bij maatwerk.",
        bron=lezing.bron,
        uitweg=f"Kies een dag {wanneer}.",
    )
