"""Which duties follow from help? A brief, an RTO, papers to go on, a last look; a plan, its goals and a regisseur."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.plichten import regie_of
from rondetafel.gezinsplan.models import Evaluatie, Gezinsplan
from rondetafel.kern.plichten import Plicht, Plichtbron, closing, meet_by_last_look
from rondetafel.kern.termijnen import basis_on
from rondetafel.overleg.queries import counting_days
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG
from rondetafel.regels.evaluatieadvies import Moment
from rondetafel.regels.gezinsplan import Aanleiding
from rondetafel.regels.product import Product
from rondetafel.regels.termijnen import (
    BRIEF_VAN_AANBOD,
    DOELEN_VASTSTELLEN,
    EINDEVALUATIE,
    GEZINSPLAN_MAKEN,
    LOGEREN_ALTERNATIEF,
    MAATWERK_PAPIEREN,
    MAATWERK_RTO,
    REGISSEUR_AANWIJZEN,
    RTO_HOUDEN,
    VERLENGING_VRAGEN,
    Venster,
    eindevaluatie_duty,
    logeren_duty,
    papers_duty,
    rto_duties,
)
from rondetafel.regels.triage import Regisseurbeleid
from rondetafel.zorg.models import AkkoordZorg, Brief, Verlenging, VerlengingStand

FEITEN = (
    "gezin_id",
    "gemeente_id",
    "jeugdige_id",
    "product_code",
    "uitvoerder_id",
    "startdatum",
    "einddatum",
    "gegeven_op",
    "rto_op",
)
HULP = """
select gezin_id, gemeente_id, startdatum, einddatum from (
    select id, gezin_id, gemeente_id, startdatum, einddatum from zorg_akkoordzorg where gezin_id = any(%(gezinnen)s)
    union select * from looptijden_van(%(gezinnen)s)
) hulp order by gezin_id, startdatum
"""
VAN_PLAN = ("gezin_id", "gestart_op", "uitgave", "vastgesteld_op")
VERLENGD = ("akkoord_id", "was", "gevraagd_op", "stand", "rto_op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """One looptijd of an akkoord; an extension begins a new one. `gevraagd_op`: asked to go on after it.

    `rto_op` is the day agreed on for the RTO when it began.
    """

    van: date
    tot: date
    gevraagd_op: date | None
    rto_op: date | None
    is_laatste: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """An akkoord with what happened to it since."""

    akkoord: AkkoordZorg
    product: Product
    gestopt_op: date | None
    laatste_blikken: tuple[date, ...]
    opgevolgd_op: date | None
    rtos: tuple[date, ...]
    brieven: tuple[tuple[date, date | None], ...]

    def as_plicht(self, venster: Venster, periode: Periode, *, gedaan_op: date | None) -> Plicht:
        """The duty in this period: met, no longer needed because the help stopped, or still to be met."""
        is_aanbieder = venster.regel.wie.value == "aanbieder"
        return self.about(
            regel=venster.regel,
            vanaf=venster.vanaf,
            telt_vanaf=venster.telt_vanaf,
            gebruiker_id=self.akkoord.uitvoerder_id if is_aanbieder else None,
            **closing(gedaan_op, self.gestopt_op if periode.is_laatste else None),
        )

    def about(self, **velden: Any) -> Plicht:
        een = self.akkoord
        return Plicht(betreft_id=een.pk, gezin_id=een.gezin_id, gemeente_id=een.gemeente_id, **velden)


def read_akkoorden(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duties about this help, met or not; six queries."""
    stop: dict[str, Any] = {"gestopt_op": F("stop__gestopt_op"), "was_tot": F("stop__was_tot")}
    rijen = AkkoordZorg.objects.filter(pk__in=sleutels).annotate(**stop)
    akkoorden: list[Any] = list(rijen.only(*FEITEN))
    verlengingen: dict[UUID, list[Verlenging]] = {}
    for verlenging in Verlenging.objects.filter(akkoord_id__in=sleutels).order_by("was").only(*VERLENGD):
        verlengingen.setdefault(verlenging.akkoord_id, []).append(verlenging)
    brieven: dict[UUID, list[tuple[date, date | None]]] = {}
    post = Brief.objects.filter(akkoord_id__in=sleutels).order_by("besloten_op", "created_at")
    velden = post.values_list("akkoord_id", "besloten_op", "verstuurd_op")
    for akkoord_id, besloten_op, verstuurd_op in velden:
        brieven.setdefault(akkoord_id, []).append((besloten_op, verstuurd_op))
    rtos = counting_days([een.gezin_id for een in akkoorden])
    blikken = _last_looks(akkoorden)
    opvolgers = _successors(akkoorden)
    for een in akkoorden:
        hulp = Hulp(
            akkoord=een,
            product=catalogue_on(een.startdatum).product(een.product_code),
            gestopt_op=een.gestopt_op,
            laatste_blikken=tuple(
                sorted(
                    op
                    for sleutel in (een.jeugdige_id, een.gezin_id)
                    for op in blikken.get((een.gezin_id, sleutel), ())
                )
            ),
            opgevolgd_op=opvolgers.get(een.pk),
            rtos=tuple(rtos.get(een.gezin_id, ())),
            brieven=tuple(brieven.get(een.pk, ())),
        )
        yield from _duties_of(
            hulp, einde=een.was_tot or een.einddatum, verlengingen=verlengingen.get(een.pk, [])
        )


def _duties_of(hulp: Hulp, *, einde: date | None, verlengingen: list[Verlenging]) -> Iterator[Plicht]:
    een = hulp.akkoord
    yield from _briefs(hulp)
    logeren = logeren_duty(hulp.product, een.startdatum)
    if logeren:
        yield hulp.about(
            regel=logeren.regel,
            vanaf=logeren.vanaf,
            geldt_tot=een.einddatum,
            **closing(None, hulp.gestopt_op),
        )
    for periode in _periods(een, einde, verlengingen):
        if periode.tot >= een.gegeven_op:
            yield from _in_period(hulp, periode)


def _briefs(hulp: Hulp) -> Iterator[Plicht]:
    """Each letter that went out, and the oldest that still has to: they go out in the order of the decisions."""
    for besloten_op, verstuurd_op in hulp.brieven:
        yield hulp.about(regel=BRIEF_VAN_AANBOD, vanaf=besloten_op, **closing(verstuurd_op, hulp.gestopt_op))
        if verstuurd_op is None:
            return


def _in_period(hulp: Hulp, periode: Periode) -> Iterator[Plicht]:
    """What is due in one looptijd. Before it is over the papers and an RTO; the last look stays due after it.

    The first last look at a goal since its first day meets it, late when the looptijd was over by then, and so
    does a stop. To ask or to give an extension does not: nobody looked back. Help that went on the next day under
    a new akkoord has its last look there.
    """
    product, van, tot = hulp.product, periode.van, periode.tot
    basis = basis_on(tot)
    if product.rto_nodig.waarde:
        papieren = papers_duty(product, van, tot, basis, rto_op=periode.rto_op)
        if papieren:
            yield _until(tot, hulp.as_plicht(papieren, periode, gedaan_op=periode.gevraagd_op))
    for venster in rto_duties(product, van, tot, basis):
        gehouden = next((dag for dag in hulp.rtos if venster.telt_vanaf <= dag <= tot), None)
        if periode.is_laatste or gehouden:
            yield _until(tot, hulp.as_plicht(venster, periode, gedaan_op=gehouden))
    laatste_blik = eindevaluatie_duty(product, van, tot)
    if laatste_blik:
        gekeken_op = next((dag for dag in hulp.laatste_blikken if dag >= van), None)
        gedaan_op = min(filter(None, (gekeken_op, hulp.gestopt_op)), default=None)
        plicht = hulp.as_plicht(laatste_blik, periode, gedaan_op=gedaan_op)
        yield replace(plicht, **closing(gedaan_op, hulp.opgevolgd_op))


def _periods(een: AkkoordZorg, einde: date | None, verlengingen: list[Verlenging]) -> Iterator[Periode]:
    """Each extension that was given ends one looptijd and begins the next; without an end there is none."""
    van, rto_op = een.startdatum, een.rto_op
    for verlenging in verlengingen:
        if verlenging.stand == VerlengingStand.GEGEVEN:
            gevraagd_op = verlenging.gevraagd_op
            yield Periode(
                van=van, tot=verlenging.was, gevraagd_op=gevraagd_op, rto_op=rto_op, is_laatste=False
            )
            van, rto_op = verlenging.was + DAG, verlenging.rto_op
    if einde is not None and van <= einde:
        open_vraag = next((v.gevraagd_op for v in verlengingen if v.stand == VerlengingStand.GEVRAAGD), None)
        yield Periode(van=van, tot=einde, gevraagd_op=open_vraag, rto_op=rto_op, is_laatste=True)


def _last_looks(akkoorden: Iterable[AkkoordZorg]) -> dict[tuple[UUID, UUID], list[date]]:
    """When was a goal looked at for the last time, by family and by whom the goal is about? One query."""
    blikken = Evaluatie.objects.filter(
        gezin_id__in={een.gezin_id for een in akkoorden}, moment=Moment.EIND.value
    )
    dagen: dict[tuple[UUID, UUID], list[date]] = {}
    for gezin_id, sleutel, op in blikken.values_list("gezin_id", "sleutel", "geevalueerd_op"):
        dagen.setdefault((gezin_id, sleutel), []).append(op)
    return dagen


def _successors(akkoorden: Iterable[AkkoordZorg]) -> dict[UUID, date]:
    """Which help went on the next day under a new akkoord, and when was that given? One query."""
    einden = {
        (een.jeugdige_id, een.product_code, een.einddatum): een.pk for een in akkoorden if een.einddatum
    }
    nieuwe = AkkoordZorg.objects.filter(
        jeugdige_id__in={jeugdige for jeugdige, _, _ in einden},
        startdatum__in={einddatum + DAG for _, _, einddatum in einden},
    ).values_list("jeugdige_id", "product_code", "startdatum", "gegeven_op")
    return {
        einden[jeugdige, code, start - DAG]: gegeven_op
        for jeugdige, code, start, gegeven_op in nieuwe
        if (jeugdige, code, start - DAG) in einden
    }


def predecessors_of(een: AkkoordZorg) -> list[UUID]:
    """The akkoord that this one goes on after."""
    eerder = AkkoordZorg.objects.filter(
        jeugdige_id=een.jeugdige_id, product_code=een.product_code, einddatum=een.startdatum - DAG
    )
    return list(eerder.values_list("pk", flat=True))


def akkoorden_by_goal(doel_id: UUID) -> list[UUID]:
    """The help that this goal belongs to: of the same child, or of any child when the goal is of the family.

    The database tells it: who owns a goal need not be able to read the help.
    """
    with connection.cursor() as cursor:
        cursor.execute("select unnest(akkoorden_bij(array[%s]::uuid[]))", [doel_id])
        return [pk for (pk,) in cursor.fetchall()]


def read_gezinnen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """A family with help has a plan and a regisseur when the help begins, and its goals soon after; three queries.

    The plan and the regisseur are about the newest time without a gap in which the family has help. Where the
    catalogue reads the sources otherwise, neither follows from help alone, and no duty about them begins here.
    The goals are counted from the first help ever, and set once.
    """
    rijen_plan = Gezinsplan.objects.filter(gezin_id__in=sleutels)
    plannen = {een.gezin_id: een for een in rijen_plan.only(*VAN_PLAN)}
    regie = regie_of(sleutels)
    for (gezin_id, gemeente_id), looptijden in groupby(_help_of(sleutels), key=lambda rij: rij[:2]):
        dagen = [(start, einde) for _, _, start, einde in looptijden]
        van, tot = _newest_spell(dagen)
        over = {"betreft_id": gezin_id, "gezin_id": gezin_id, "gemeente_id": gemeente_id, "vanaf": van}
        plan = plannen.get(gezin_id)
        # A plan that was adopted again has lost the day of the first time: met, but not told when.
        if plan is None or plan.uitgave <= 1:
            vastgesteld_op = plan.vastgesteld_op if plan else None
            eerste = over | {"vanaf": dagen[0][0]}
            yield Plicht(regel=DOELEN_VASTSTELLEN, geldt_tot=tot, **eerste, **closing(vastgesteld_op))
        keuzes = catalogue_on(van).keuzes
        if keuzes["gezinsplan-aanleiding"].gekozen == Aanleiding.ZORG:
            gestart_op = plan.gestart_op if plan else None
            yield Plicht(regel=GEZINSPLAN_MAKEN, geldt_tot=tot, **over, **closing(gestart_op))
        if keuzes["regisseur"].gekozen == Regisseurbeleid.ALTIJD:
            sinds, regie_tot = regie.get(gezin_id, (None, None))
            heeft_regie = sinds if sinds and (regie_tot is None or regie_tot >= van) else None
            yield Plicht(regel=REGISSEUR_AANWIJZEN, geldt_tot=tot, **over, **closing(heeft_regie))


def _help_of(gezinnen: Sequence[UUID]) -> list[tuple[UUID, int, date, date | None]]:
    """When these families have help, by family and first day; one query.

    Also help for a brother or sister whom the person of this transaction does not read: the duty is of the family.
    """
    with connection.cursor() as cursor:
        cursor.execute(HULP, {"gezinnen": list(gezinnen)})
        return cursor.fetchall()


def _newest_spell(looptijden: Iterable[tuple[date, date | None]]) -> tuple[date, date | None]:
    """Walk on in time; after a day without help a new spell begins."""
    van: date | None = None
    tot: date | None = None
    for start, einde in looptijden:
        if van is None or (tot is not None and start > tot + DAG):
            van, tot = start, einde
        else:
            tot = None if tot is None or einde is None else max(tot, einde)
    assert van is not None
    return van, tot


def _until(tot: date, plicht: Plicht) -> Plicht:
    return replace(plicht, geldt_tot=tot)


AKKOORD = Plichtbron(
    model=AkkoordZorg,
    regels=(
        BRIEF_VAN_AANBOD,
        VERLENGING_VRAGEN,
        RTO_HOUDEN,
        MAATWERK_RTO,
        MAATWERK_PAPIEREN,
        EINDEVALUATIE,
        LOGEREN_ALTERNATIEF,
    ),
    read=read_akkoorden,
)
GEZIN = Plichtbron(
    model=Gezin,
    regels=(GEZINSPLAN_MAKEN, REGISSEUR_AANWIJZEN, DOELEN_VASTSTELLEN),
    read=read_gezinnen,
)
meet_by_last_look(EINDEVALUATIE, akkoorden_by_goal)
