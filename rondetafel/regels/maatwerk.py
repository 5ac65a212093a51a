"""Maatwerk has a timetable of its own, as the product says: when is the RTO, and when are the papers due?"""

from collections.abc import Mapping
from datetime import date

from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import DAG
from rondetafel.regels.product import Keuze, Lezing, Product
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
