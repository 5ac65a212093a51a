"""Can this be written down about a meeting? What an RTO must be to count stands in regels/overleg.py."""

from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.overleg import GEHOUDEN


def judge_dag(gehouden_op: date, peildatum: date) -> Oordeel:
    """A meeting that still has to come has no outcome yet."""
    if gehouden_op <= peildatum:
        return combine()
    return combine(
        Reden(
            tekst=f"{format_datum(gehouden_op)} is nog niet geweest.",
            bron=GEHOUDEN,
            uitweg="Kies de dag waarop het overleg was.",
        )
    )
