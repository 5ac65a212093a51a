"""What happens round the table: a meeting is planned, and then it is held."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Case, F, When

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.termijnen import meet_in_period, reopen_in_period
from rondetafel.kern.versie import save_version
from rondetafel.overleg.gegevens import Moment, Uitkomst
from rondetafel.overleg.models import Datumoptie, Deelname, Overleg, OverlegSoort, Plek, Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.moment import on_free_moment
from rondetafel.overleg.oordelen import judge_dag, judge_dagkeuze
from rondetafel.overleg.post import tell
from rondetafel.overleg.queries import counting_days, find_overleg
from rondetafel.regels.termijnen import MET_BY_RTO
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht

UITKOMST = ("gehouden_op", "is_totaal_besproken", "concrete_doelen", "verslag")


@operatie
def plan_overleg(
    gezin_id: UUID,
    *,
    soort: OverlegSoort,
    moment: Moment,
    genodigden: Collection[UUID],
    nodig: Collection[UUID] = (),
    door: Wie,
    peildatum: date,
) -> Overleg:
    """Plan a meeting and invite the chairs `genodigden`; it cannot do without the chairs `nodig`.

    A meeting of this kind on that day and time is planned once: who was not asked yet, is asked for that one.
    A day that was still looked for is found.

    :raises GeenToegang: if `door` plans no meetings for this family.
    :raises Gezin.DoesNotExist: if `door` may not see this family.
    :raises Geweigerd: when somebody else plans the same meeting in the same instant.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=gezin.pk, peildatum=peildatum)
    op_dat_moment = Overleg.objects.planned().filter(gezin=gezin, gepland_op=moment.dag, tijd=moment.tijd)
    overleg = op_dat_moment.filter(soort=soort).first()
    if overleg:
        gevraagd = set(overleg.deelnames.values_list("betrokkene_id", flat=True))
        _invite(overleg, set(genodigden) - gevraagd, set(nodig) - gevraagd)
    else:
        gevraagd = set()
        overleg = _create_overleg(gezin, soort=soort, moment=moment, genodigden=genodigden, nodig=nodig)
    Voorbereiding.objects.filter(gezin=gezin, overleg__isnull=True, soort=soort).update(
        overleg=overleg, versie=F("versie") + 1
    )
    tell({*genodigden, *nodig} - gevraagd, gezin_id=gezin.pk, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.OVERLEG_GEPLAND, overleg, door=door, onderdeel=Onderdeel.PLAN, gepland_op=moment.dag
    )
    return overleg


@operatie
def hold_overleg(
    pk: UUID, *, gelezen: int, uitkomst: Uitkomst, volgende: Moment | None, door: Wie, peildatum: date
) -> Overleg:
    """Write down what a meeting came to, or put right what was written; plan the next one at once.

    Who came without being asked is added. An RTO that counts meets the duty to hold one of each akkoord in
    whose looptijd it was; an RTO that does not count is kept all the same. `volgende` None, or a day on
    which an RTO is planned already, plans none.

    :raises Geweigerd: when the day of the meeting still has to come.
    :raises Botsing: when someone else wrote it down after version `gelezen`.
    """
    overleg = find_overleg(door, peildatum).filter(afgezegd_op__isnull=True).get(pk=pk)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    eerder_gehouden_op = overleg.gehouden_op
    judge_dag(uitkomst.gehouden_op, peildatum).enforce()
    for veld in UITKOMST:
        setattr(overleg, veld, getattr(uitkomst, veld))
    save_version(overleg, gelezen=gelezen, velden=UITKOMST)
    _note_presence(overleg, uitkomst.aanwezig)
    held = find_overleg(door, peildatum).get(pk=pk)
    if held.soort == OverlegSoort.RTO:
        _settle_rtos(held, eerder_gehouden_op)
    if volgende:
        gevraagd = _plan_next(held, volgende)
        tell(gevraagd, gezin_id=held.gezin_id, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.OVERLEG_GEHOUDEN,
        overleg,
        door=door,
        onderdeel=Onderdeel.PLAN,
        gehouden_op=uitkomst.gehouden_op,
    )
    return held


@operatie
def decide_datum(pk: UUID, *, plaats: str, door: Wie, peildatum: date) -> Overleg:
    """Choose one of the proposed days: the meeting is planned, and everyone who wants to come is invited.

    :raises GeenToegang: if `door` plans no meetings for this family.
    :raises Geweigerd: when somebody who must be there cannot, or nobody must.
    :raises Datumoptie.DoesNotExist: when it was taken back, or a day was chosen already.
    """
    open_datums = Datumoptie.objects.visible_to(door, peildatum).filter(
        is_vervallen=False, voorbereiding__overleg__isnull=True
    )
    # Two who choose at the same moment: the second finds that a day was chosen.
    datum = (
        open_datums.select_related("voorbereiding", "gezin")
        .select_for_update(of=("self", "voorbereiding"))
        .get(pk=pk)
    )
    voorbereiding = datum.voorbereiding
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=datum.gezin_id, peildatum=peildatum)
    genodigden = list(voorbereiding.genodigden.exclude(komst=Komst.NIET).select_related("betrokkene"))
    judge_dagkeuze(datum, genodigden, list(datum.antwoorden.all()), peildatum).enforce()
    overleg = _create_overleg(
        datum.gezin,
        soort=OverlegSoort(voorbereiding.soort),
        moment=Moment(dag=datum.dag, tijd=datum.tijd, plaats=plaats),
        genodigden=[een.betrokkene_id for een in genodigden if een.komt],
        nodig=[een.betrokkene_id for een in genodigden if een.komst == Komst.ZEKER],
    )
    voorbereiding.overleg = overleg
    save_version(voorbereiding, gelezen=voorbereiding.versie, velden=["overleg"])
    komen = {een.betrokkene_id for een in genodigden if een.komt}
    tell(komen, gezin_id=datum.gezin_id, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.OVERLEG_GEPLAND, overleg, door=door, onderdeel=Onderdeel.PLAN, gepland_op=datum.dag
    )
    return overleg


def _settle_rtos(held: Overleg, eerder_gehouden_op: date | None) -> None:
    """Which duties does this RTO meet, and which no longer because it was put right?"""
    if eerder_gehouden_op:
        reopen_in_period(held.gezin_id, *MET_BY_RTO, gedaan_op=eerder_gehouden_op)
    for dag in counting_days([held.gezin_id]).get(held.gezin_id, ()):
        meet_in_period(held.gezin_id, *MET_BY_RTO, gedaan_op=dag)


def _create_overleg(
    gezin: Gezin,
    *,
    soort: OverlegSoort,
    moment: Moment,
    genodigden: Collection[UUID],
    nodig: Collection[UUID],
) -> Overleg:
    overleg = Overleg(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        soort=soort,
        gepland_op=moment.dag,
        tijd=moment.tijd,
    )
    with on_free_moment(overleg):
        overleg.save(force_insert=True)
    if moment.plaats:
        Plek.objects.create(overleg=overleg, gezin=gezin, gemeente_id=gezin.gemeente_id, tekst=moment.plaats)
    _invite(overleg, genodigden, nodig)
    return overleg


def _invite(overleg: Overleg, genodigden: Collection[UUID], nodig: Collection[UUID] = ()) -> None:
    """Only chairs of this family with somebody on it: whoever else is named is left out."""
    gevraagd = {*genodigden, *nodig}
    stoelen = Betrokkene.objects.filter(pk__in=gevraagd, gezin_id=overleg.gezin_id).exclude(naam="")
    Deelname.objects.bulk_create(
        Deelname(
            overleg=overleg,
            gezin_id=overleg.gezin_id,
            gemeente_id=overleg.gemeente_id,
            betrokkene=stoel,
            is_nodig=stoel.pk in nodig,
        )
        for stoel in stoelen
    )


def _note_presence(overleg: Overleg, aanwezig: Collection[UUID]) -> None:
    gevraagd = {deelname.betrokkene_id for deelname in overleg.deelnames.all()}
    _invite(overleg, set(aanwezig) - gevraagd)
    was_er = Case(When(betrokkene_id__in=aanwezig, then=True), default=False)
    Deelname.objects.filter(overleg=overleg).update(was_aanwezig=was_er, versie=F("versie") + 1)


def _plan_next(held: Overleg, volgende: Moment) -> list[UUID]:
    """Ask everyone of this meeting again, and return their chairs; nobody when that day is planned already."""
    gepland = Overleg.objects.planned().filter(gezin_id=held.gezin_id, soort=OverlegSoort.RTO)
    if gepland.filter(gepland_op=volgende.dag).exists():
        return []
    deelnames = held.deelnames.all()
    genodigden = [een.betrokkene_id for een in deelnames]
    _create_overleg(
        held.gezin,
        soort=OverlegSoort.RTO,
        moment=volgende,
        genodigden=genodigden,
        nodig=[een.betrokkene_id for een in deelnames if een.is_nodig],
    )
    return genodigden
