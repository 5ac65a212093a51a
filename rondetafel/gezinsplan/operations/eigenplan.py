"""What happens with a plan of the family itself: offered, answered, waived, written."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.gezinsplan.models import Eigenplanstap
from rondetafel.gezinsplan.plichten import GEZIN
from rondetafel.gezinsplan.post import warn_regisseur
from rondetafel.gezinsplan.queries.eigenplan import as_stapvraag, chair_of_step
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.regels.familiegroepsplan import assess_eigenstap
from rondetafel.regels.termijnen import PLAN_NA_AFZIEN
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol


@operatie
def record_eigenstap(gezin_id: UUID, *, opgave: Eigenstapopgave, door: Wie, peildatum: date) -> Eigenplanstap:
    """Write down one step on the way to a plan of the family itself; what the family says warns the regisseur.

    :raises Geweigerd: when the law knows no such step now, or somebody else says it.
    :raises GeenToegang: for who has neither the regie nor a chair of the family.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    recht = Recht.PLAN_BEWERKEN if door.rol is Rol.REGISSEUR else Recht.ACTIE_AFVINKEN
    require(door, recht, gezin_id=gezin.pk, sleutel=gezin.pk, peildatum=peildatum)
    stoel = chair_of_step(opgave, people_at(gezin.pk, door, peildatum), door)
    eerdere = list(Eigenplanstap.objects.visible_to(door, peildatum).filter(gezin=gezin))
    assess_eigenstap(
        as_stapvraag(opgave, eerdere, wie=door, gezin_id=gezin.pk, peildatum=peildatum), peildatum
    ).enforce()
    stap = Eigenplanstap.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        stap=opgave.stap.value,
        op=opgave.op,
        stoel=stoel,
        door_id=door.id,
        reden=opgave.reden.value if opgave.reden else "",
        tekst=opgave.tekst,
    )
    settle(GEZIN, gezin.pk, PLAN_NA_AFZIEN, peildatum=peildatum)
    if door.is_gezin:
        warn_regisseur(gezin.pk, peildatum)
    logboek.record(Gebeurtenis.EIGEN_PLAN, stap, door=door, onderdeel=Onderdeel.PLAN, stap=stap.stap)
    return stap
