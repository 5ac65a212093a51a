"""A plan begins and is adopted."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.gegevens import Antwoordopgave, Vaststelafspraak
from rondetafel.gezinsplan.models import Doel, Formatversie, Gezinsplan
from rondetafel.gezinsplan.plichten import DOEL, GEZIN
from rondetafel.gezinsplan.queries import (
    Tafel,
    as_tafelantwoorden,
    as_vaststelling,
    choose_plan,
    decided_for,
)
from rondetafel.gezinsplan.versies import keep_antwoorden, keep_plan
from rondetafel.gezinsplan.vinden import own_gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.termijnen import close_termijn
from rondetafel.kern.versie import save_version
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.gezinsplan import Plansoort, assess_plansoort, suggest_plansoort
from rondetafel.regels.instemming import assess_instemming
from rondetafel.regels.oordeel import as_record, merge
from rondetafel.regels.termijnen import DOELEN_VASTSTELLEN, GEZINSPLAN_MAKEN
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rechten import Onderdeel

NIETS_AFGESPROKEN = Vaststelafspraak()


@operatie
def start_plan(gezin_id: UUID, *, door: Wie, peildatum: date) -> Gezinsplan:
    """Begin the one plan of a family, with the doelenmatrix that is in use on this day.

    Where all help is GGZ and the question is a single one it is a plan van aanpak.

    :raises GeenToegang: if `door` does not write this plan.
    :raises IntegrityError: when there is one already.
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    keuze = choose_plan(decided_for(gezin_id, door, peildatum), peildatum)
    catalogus = catalogue_on(peildatum)
    plan = Gezinsplan.objects.create(
        gezin=gezin,
        soort=suggest_plansoort(keuze, catalogus).value,
        oordeel=as_record(assess_plansoort(keuze, catalogus)),
        gemeente_id=gezin.gemeente_id,
        formatversie=Formatversie.objects.in_force(peildatum)[:1].get(),
        gestart_op=peildatum,
    )
    close_termijn(gezin, GEZINSPLAN_MAKEN, peildatum=peildatum)
    logboek.record(Gebeurtenis.PLAN_GESTART, plan, door=door, onderdeel=Onderdeel.PLAN, soort=plan.soort)
    return plan


@operatie
def extend_plan(gezin_id: UUID, *, door: Wie, peildatum: date) -> Gezinsplan:
    """Make a whole gezinsplan of a plan van aanpak. What stood in it stays; what it did not ask comes beside it.

    :raises Gezinsplan.DoesNotExist: when there is no plan van aanpak (any more).
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    korte = Gezinsplan.objects.select_for_update().filter(soort=Plansoort.PLAN_VAN_AANPAK.value)
    plan = korte.get(gezin=gezin)
    plan.soort = Plansoort.GEZINSPLAN.value
    save_version(plan, gelezen=plan.versie, velden=["soort"])
    logboek.record(Gebeurtenis.PLAN_UITGEBREID, plan, door=door, onderdeel=Onderdeel.PLAN)
    return plan


@operatie
def adopt_plan(
    gezin_id: UUID,
    *,
    gelezen: int,
    antwoorden: tuple[Antwoordopgave, ...],
    afspraak: Vaststelafspraak = NIETS_AFGESPROKEN,
    door: Wie,
    peildatum: date,
) -> Gezinsplan:
    """Fix the plan with what everybody at the table says of it; each goal is evaluated within three months.

    The plan as it stands is kept as a version, with the answers.
    A goal whose duty runs already keeps its day: adopting again is no evaluation.

    :raises Geweigerd: with everything that is not SMART yet, with who was not asked, and when the family was not
        offered to make its own plan first.
    :raises Botsing: when the plan was adopted after version `gelezen`.
    """
    gezin = own_gezin(gezin_id, door, peildatum)
    plan = Gezinsplan.objects.select_for_update().get(gezin=gezin)
    plan.tussendoor = afspraak.tussendoor
    tafel = Tafel(
        stoelen=people_at(gezin.pk, door, peildatum), antwoorden=antwoorden, overleg_op=afspraak.overleg_op
    )
    inhoud = assess_vaststelling(as_vaststelling(plan, tafel, wie=door, peildatum=peildatum))
    oordeel = merge(inhoud, assess_instemming(as_tafelantwoorden(tafel.stoelen, antwoorden)))
    plan.oordeel = as_record(oordeel.enforce())
    plan.vastgesteld_op, plan.uitgave = peildatum, plan.uitgave + 1
    save_version(plan, gelezen=gelezen, velden=["vastgesteld_op", "uitgave", "tussendoor", "oordeel"])
    close_termijn(gezin, DOELEN_VASTSTELLEN, peildatum=peildatum)
    settle(GEZIN, gezin.pk, peildatum=peildatum)
    Doel.objects.standing().filter(plan=plan, vastgesteld_op__isnull=True).update(vastgesteld_op=peildatum)
    for doel in Doel.objects.standing().filter(plan=plan):
        settle(DOEL, doel.pk, peildatum=peildatum)
    versie = keep_plan(plan, door=door, peildatum=peildatum)
    keep_antwoorden(versie, antwoorden, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.PLAN_VASTGESTELD, plan, door=door, onderdeel=Onderdeel.PLAN, uitgave=plan.uitgave
    )
    return plan
