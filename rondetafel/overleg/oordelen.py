"""Can this be written down about a meeting, and would it count? What an RTO must be stands in regels/overleg.py."""

from datetime import date

from rondetafel.overleg.gegevens import Uitkomst
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.overleg.queries import foresee_rto
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.overleg import GEHOUDEN, Verslag, assess_rto, signal_geen_volgende


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


def judge_rto(overleg: Overleg, uitkomst: Uitkomst) -> Oordeel:
    """Would this RTO count with this outcome? Another kind of meeting has nothing to count for."""
    if overleg.soort != OverlegSoort.RTO:
        return combine()
    return assess_rto(foresee_rto(overleg, uitkomst))


def judge_volgende(overleg: Overleg) -> Oordeel:
    """Is there a date for the meeting after this one?"""
    assert overleg.gehouden_op
    gepland = Overleg.objects.filter(gezin_id=overleg.gezin_id, gepland_op__gt=overleg.gehouden_op)
    return combine(
        signal_geen_volgende(
            Verslag(
                gehouden_op=overleg.gehouden_op,
                volgende_op=gepland.order_by("gepland_op").values_list("gepland_op", flat=True).first(),
                is_laatste=overleg.soort == OverlegSoort.EINDOVERLEG,
            )
        )
    )
