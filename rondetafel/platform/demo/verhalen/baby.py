"""Liv, seven weeks old: her young parents get help from the gebiedsteam of Voerendaal."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_gezag,
    make_gezin,
    seat,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.plan import start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant


def tell(decor: Decor) -> Gezin:
    """Make the family: help began two weeks ago, the plan is begun and still empty."""
    gezin = make_gezin(decor, gebied=None, op=decor.workday(weken=-4))
    liv = add_kind(decor, gezin, "Liv||Pieters", geboren=decor.born(1, over_dagen=365 - 49), geslacht="V")
    anouk = add_volwassene(gezin, "Anouk||Pieters", relatie="moeder", geslacht="V")
    quinten = add_volwassene(gezin, "Quinten||Lataster", relatie="vader", geslacht="M")
    give_gezag([liv], anouk, quinten)
    for persoon in (liv, anouk, quinten):
        add_adres(persoon, "Hoofdstraat|21|6367 NP|Voerendaal", van=liv.geboortedatum)
    aanmelding = register_kind(
        decor,
        liv,
        Vraag(
            door="gielen",
            verwijzersoort="jeugdarts",
            op=decor.workday(weken=-5),
            hulpvraag="Liv huilt veel. Haar ouders zijn negentien en hebben weinig mensen om zich heen.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-3), classificatie=Zorgclassificatie.ENKELVOUDIG, kwadrant=Kwadrant.K2
        ),
    )
    start = decor.workday(weken=-2)
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-3))
    seat(decor, gezin, "Oma Jacqueline", relatie="oma", op=start)
    seat(
        decor,
        gezin,
        "Sanne Vroomen",
        relatie="jeugdverpleegkundige",
        organisatie="Consultatiebureau",
        op=start,
    )
    grant(decor, liv, Hulp(product="gebiedsteam", organisatie="Gebiedsteam Voerendaal", van=start))
    start_plan(decor, gezin, op=start)
    return gezin
