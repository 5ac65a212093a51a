"""Which duties follow from the noodknop? Every use of it is judged."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from rondetafel.kern.plichten import Plicht, Plichtbron, closing
from rondetafel.kwaliteit.models import Noodknop
from rondetafel.regels.termijnen import NOODKNOP_BEOORDELEN


def read_noodknoppen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duty to judge these uses, met or not; one query."""
    rijen = Noodknop.objects.filter(pk__in=sleutels)
    for pk, gezin_id, gemeente_id, gebruikt_op, beoordeeld_op in rijen.values_list(
        "pk", "gezin_id", "gemeente_id", "gebruikt_op", "beoordeeld_op"
    ):
        yield Plicht(
            regel=NOODKNOP_BEOORDELEN,
            betreft_id=pk,
            gezin_id=gezin_id,
            gemeente_id=gemeente_id,
            vanaf=gebruikt_op,
            **closing(beoordeeld_op),
        )


NOODKNOP = Plichtbron(model=Noodknop, regels=(NOODKNOP_BEOORDELEN,), read=read_noodknoppen)
