"""What can be put right from here: duties that are not as the facts say."""

from collections.abc import Sequence
from datetime import date

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Werker
from rondetafel.kern.models import Termijn
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import Verschil, repair, settle
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.werkplek.sweep import sources_of


@operatie
def correct_termijnen(verschillen: Sequence[Verschil], *, door: Werker, peildatum: date) -> int:
    """Make the duties about one family, or one thing without a family, what the facts say now.

    The facts are read again: what somebody did meanwhile counts. Returns how many rows were put right.
    """
    gedaan = 0
    for betreft, betreft_id in {(een.betreft, een.betreft_id) for een in verschillen}:
        for bron in sources_of(betreft):
            gedaan += len(settle(bron, betreft_id, peildatum=peildatum))
    for een in verschillen:
        if een.rij and een.plicht is None and Termijn.objects.running().filter(pk=een.rij.pk).exists():
            repair(een, peildatum=peildatum)
            gedaan += 1
    logboek.record(
        Gebeurtenis.TERMIJNEN_HERSTELD,
        _about(verschillen[0]),
        door=door,
        onderdeel=Onderdeel.TERMIJN,
        regels=sorted({een.regel for een in verschillen}),
    )
    return gedaan


def _about(verschil: Verschil) -> Gezin | Aanmelding | Termijn:
    """Whose duties these are: the family, or else the duty itself with its municipality."""
    if verschil.gezin_id:
        return Gezin.objects.get(pk=verschil.gezin_id)
    if verschil.rij:
        return verschil.rij
    return Aanmelding.objects.get(pk=verschil.betreft_id)
