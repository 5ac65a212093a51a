"""What each score of a goal means is agreed, in words, before the first score."""

from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.gegevens import Schaalopgave
from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.queries import as_schaalafspraak
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import Botsing
from rondetafel.regels.gasafspraak import assess_schaalafspraak
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def plan_schaal(pk: UUID, *, gelezen: int, opgave: Schaalopgave, door: Wie, peildatum: date) -> Doel:
    """Write down how a goal is measured.

    :raises Geweigerd: when a level has no words yet, or somebody gave a score already.
    The words of the goal keep their version, the scale has one of its own: `schaalversie`.

    :raises Botsing: when the scale was agreed again after `gelezen`.
    """
    doel = Doel.objects.visible_to(door, peildatum).get(pk=pk)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, sleutel=doel.sleutel, peildatum=peildatum)
    assess_schaalafspraak(as_schaalafspraak(doel, opgave)).enforce()
    as_read = Doel.objects.filter(pk=pk, schaalversie=gelezen)
    if not as_read.update(
        schaalversie=gelezen + 1,
        schaal=opgave.schaal,
        variabele=opgave.variabele,
        gewicht=opgave.gewicht,
        niveaus={str(score): woord for score, woord in opgave.niveaus.items()},
    ):
        raise Botsing(Doel.objects.get(pk=pk))
    logboek.record(Gebeurtenis.SCHAAL_AFGESPROKEN, doel, door=door, onderdeel=Onderdeel.PLAN)
    return doel
