"""Which duty follows when a family makes no plan of its own? Within six weeks there is another plan."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.gezinnen.plichten import regie_of
from rondetafel.gezinsplan.models import Eigenplanstap, Gezinsplan
from rondetafel.kern.plichten import Plicht, closing
from rondetafel.regels.familiegroepsplan import ANTWOORDEN, Eigenstap
from rondetafel.regels.termijnen import PLAN_NA_AFZIEN


def read_afgezien(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duty in the families whose newest answer is that they make none; three queries.

    Met when the plan is adopted. A plan that was adopted before counts: there is one already.
    """
    tellen = [een.value for een in (*ANTWOORDEN, Eigenstap.PLAN)]
    nieuwst = Eigenplanstap.objects.filter(gezin_id__in=sleutels, stap__in=tellen)
    rijen: list[Any] = list(
        nieuwst.order_by("gezin_id", "-created_at", "-pk")
        .distinct("gezin_id")
        .values_list("gezin_id", "gemeente_id", "stap", "op")
    )
    afgezien = [rij for rij in rijen if rij[2] == Eigenstap.AFGEZIEN.value]
    gezinnen = [rij[0] for rij in afgezien]
    regie = regie_of(gezinnen)
    plannen = Gezinsplan.objects.filter(gezin_id__in=gezinnen, uitgave__gt=0)
    uitgaven = {een.gezin_id: een for een in plannen.only("gezin_id", "uitgave", "vastgesteld_op")}
    for gezin_id, gemeente_id, _stap, op in afgezien:
        plan = uitgaven.get(gezin_id)
        if plan is not None and plan.uitgave > 1:
            continue
        _, tot = regie.get(gezin_id, (None, None))
        yield Plicht(
            regel=PLAN_NA_AFZIEN,
            betreft_id=gezin_id,
            gezin_id=gezin_id,
            gemeente_id=gemeente_id,
            vanaf=op,
            geldt_tot=tot,
            **closing(plan.vastgesteld_op if plan else None),
        )
