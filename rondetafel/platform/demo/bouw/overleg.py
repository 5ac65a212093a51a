"""The round table: planned, and later held; by the regisseur."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.overleg import operations as tafel
from rondetafel.overleg.gegevens import Moment, Uitkomst
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.toegang.context import as_person


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
    account = decor.accounts[regisseur_of(decor, gezin)]
    with on_day(gepland_op), as_person(account, peildatum=gepland_op) as regisseur:
        return tafel.plan_overleg(
            gezin.pk,
            soort=afspraak.soort,
            moment=Moment(dag=afspraak.op, tijd=afspraak.tijd, plaats=afspraak.plaats),
            genodigden=[stoel.pk for stoel in afspraak.stoelen],
            nodig=[stoel.pk for stoel in afspraak.stoelen if stoel.groep == Groep.GEZIN],
            door=regisseur,
            peildatum=gepland_op,
        )


def hold_overleg(
    decor: Decor, overleg: Overleg, *, verslag: str, doelen: int, afwezig: Iterable[Betrokkene] = ()
) -> None:
    """Note that it was held on the day it was planned, who was there, and what was agreed."""
    dag, weg = overleg.gepland_op, {stoel.pk for stoel in afwezig}
    genodigd = overleg.deelnames.values_list("betrokkene_id", flat=True)
    uitkomst = Uitkomst(
        gehouden_op=dag,
        aanwezig=set(genodigd) - weg,
        is_totaal_besproken=True,
        concrete_doelen=doelen,
        verslag=verslag,
    )
    account = decor.accounts[regisseur_of(decor, overleg.gezin)]
    with on_day(dag), as_person(account, peildatum=dag) as regisseur:
        tafel.hold_overleg(
            overleg.pk,
            gelezen=overleg.versie,
            uitkomst=uitkomst,
            volgende=None,
            door=regisseur,
            peildatum=dag,
        )
