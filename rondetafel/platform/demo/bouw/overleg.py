"""The round table: planned, and later held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.overleg.models import Deelname, Overleg, OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.rechten import Onderdeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak:
    """When and where people sit together, and who is asked."""

    soort: OverlegSoort
    op: date
    tijd: time = time(15, 30)
    plaats: str
    stoelen: tuple[Betrokkene, ...]


def plan_overleg(decor: Decor, gezin: Gezin, afspraak: Afspraak, *, gepland_op: date) -> Overleg:
    """Make the appointment, on the day `gepland_op`."""
    with on_day(gepland_op):
        overleg = Overleg.objects.create(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            soort=afspraak.soort,
            gepland_op=afspraak.op,
            tijd=afspraak.tijd,
            plaats=afspraak.plaats,
        )
        _record(decor, Gebeurtenis.OVERLEG_GEPLAND, overleg)
    Deelname.objects.bulk_create(
        Deelname(gezin=gezin, gemeente_id=gezin.gemeente_id, overleg=overleg, betrokkene=stoel)
        for stoel in afspraak.stoelen
    )
    return overleg


def hold_overleg(
    decor: Decor, overleg: Overleg, *, verslag: str, doelen: int, afwezig: Iterable[Betrokkene] = ()
) -> None:
    """Note that it was held on the day it was planned, and what was agreed."""
    overleg.gehouden_op = overleg.gepland_op
    overleg.is_totaal_besproken, overleg.concrete_doelen, overleg.verslag = True, doelen, verslag
    overleg.save(update_fields=["gehouden_op", "is_totaal_besproken", "concrete_doelen", "verslag"])
    overleg.deelnames.update(was_aanwezig=True)
    overleg.deelnames.filter(betrokkene__in=list(afwezig)).update(was_aanwezig=False)
    with on_day(overleg.gepland_op):
        _record(decor, Gebeurtenis.OVERLEG_GEHOUDEN, overleg)


def _record(decor: Decor, gebeurtenis: Gebeurtenis, overleg: Overleg) -> None:
    regisseur = decor.wie(regisseur_of(decor, overleg.gezin))
    logboek.record(gebeurtenis, overleg, door=regisseur, onderdeel=Onderdeel.PLAN)
