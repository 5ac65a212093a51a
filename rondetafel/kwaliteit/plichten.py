"""Which duties follow from the noodknop, and from a complaint? A use is judged; a complaint taken up and answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from rondetafel.kern.plichten import Plicht, Plichtbron, closing
from rondetafel.kwaliteit.models import Klacht, Noodknop
from rondetafel.regels.termijnen import KLACHT_OPPAKKEN, KLACHT_REACTIE, NOODKNOP_BEOORDELEN


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


def read_klachten(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duties about these complaints, met or not; one query. What was withdrawn asks for nothing any more."""
    rijen = Klacht.objects.filter(pk__in=sleutels).only(
        "gemeente_id", "ontvangen_op", "opgepakt_op", "oordeel_op", "gereageerd_op", "ingetrokken_op"
    )
    for een in rijen:
        stappen = [(KLACHT_OPPAKKEN, een.ontvangen_op, een.opgepakt_op)]
        if een.oordeel_op:
            stappen.append((KLACHT_REACTIE, een.oordeel_op, een.gereageerd_op))
        for regel, vanaf, gedaan_op in stappen:
            yield Plicht(
                regel=regel,
                betreft_id=een.pk,
                gezin_id=None,
                gemeente_id=een.gemeente_id,
                vanaf=vanaf,
                **closing(gedaan_op, een.ingetrokken_op),
            )


KLACHT = Plichtbron(model=Klacht, regels=(KLACHT_OPPAKKEN, KLACHT_REACTIE), read=read_klachten)
