"""What happens round the table: a meeting is planned, and then it is held."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.termijnen import close_termijnen_of_gezin
from rondetafel.kern.versie import save_version
from rondetafel.overleg.models import Deelname, Overleg, OverlegSoort
from rondetafel.overleg.queries import as_rto, find_overleg
from rondetafel.regels.overleg import assess_rto
from rondetafel.regels.termijnen import RTO_HOUDEN
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When and where people meet. `tijd` and `plaats` may still be open."""

    dag: date
    tijd: time | None = None
    plaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What an overleg came to. `aanwezig` are the chairs of who was there."""

    gehouden_op: date
    aanwezig: Collection[UUID]
    is_totaal_besproken: bool
    concrete_doelen: int
    verslag: str = ""


@operatie
def plan_overleg(
    gezin_id: UUID,
    *,
    soort: OverlegSoort,
    moment: Moment,
    genodigden: Collection[UUID],
    door: Wie,
    peildatum: date,
) -> Overleg:
    """Plan a meeting and invite the chairs `genodigden`.

    :raises GeenToegang: if `door` plans no meetings for this family.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=gezin.pk, peildatum=peildatum)
    overleg = _create_overleg(gezin, soort=soort, moment=moment, genodigden=genodigden)
    logboek.record(
        Gebeurtenis.OVERLEG_GEPLAND, overleg, door=door, onderdeel=Onderdeel.PLAN, gepland_op=moment.dag
    )
    return overleg


@operatie
def hold_overleg(
    pk: UUID, *, gelezen: int, uitkomst: Uitkomst, volgende: Moment | None, door: Wie, peildatum: date
) -> Overleg:
    """Write down what a meeting came to, and plan the next one at once when a moment is given.

    An RTO that counts ends the duty to hold one; an RTO that does not count is kept all the same.

    :raises Botsing: when someone else wrote it down after version `gelezen`.
    """
    overleg = find_overleg(door, peildatum).get(pk=pk)
    require(door, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    for veld in UITKOMST:
        setattr(overleg, veld, getattr(uitkomst, veld))
    save_version(overleg, gelezen=gelezen, velden=UITKOMST)
    for deelname in overleg.deelnames.all():
        deelname.was_aanwezig = deelname.betrokkene_id in uitkomst.aanwezig
        save_version(deelname, gelezen=deelname.versie, velden=["was_aanwezig"])
    held = find_overleg(door, peildatum).get(pk=pk)
    if held.soort == OverlegSoort.RTO and assess_rto(as_rto(held)).is_akkoord:
        close_termijnen_of_gezin(overleg.gezin_id, RTO_HOUDEN, peildatum=peildatum)
    if volgende:
        genodigden = [deelname.betrokkene_id for deelname in held.deelnames.all()]
        _create_overleg(overleg.gezin, soort=OverlegSoort.RTO, moment=volgende, genodigden=genodigden)
    logboek.record(
        Gebeurtenis.OVERLEG_GEHOUDEN,
        overleg,
        door=door,
        onderdeel=Onderdeel.PLAN,
        gehouden_op=uitkomst.gehouden_op,
    )
    return held


UITKOMST = ("gehouden_op", "is_totaal_besproken", "concrete_doelen", "verslag")


def _create_overleg(
    gezin: Gezin, *, soort: OverlegSoort, moment: Moment, genodigden: Collection[UUID]
) -> Overleg:
    overleg = Overleg.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        soort=soort,
        gepland_op=moment.dag,
        tijd=moment.tijd,
        plaats=moment.plaats,
    )
    stoelen = Betrokkene.objects.filter(pk__in=genodigden, gezin=gezin)
    Deelname.objects.bulk_create(
        Deelname(overleg=overleg, gezin=gezin, gemeente_id=gezin.gemeente_id, betrokkene=stoel)
        for stoel in stoelen
    )
    return overleg
