"""Marit, 16: one question, one treatment, no plan for the family. She decides herself."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_gezag,
    let_read,
    make_gezin,
    seat_account,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: treatment at Het Kompas for ten months, half of which have passed."""
    gezin = make_gezin(decor, gebied=4, op=decor.workday(weken=-24))
    marit = add_kind(decor, gezin, "Marit|de|Vries", geboren=decor.born(16, over_dagen=-140), geslacht="V")
    sjors = add_volwassene(gezin, "Sjors|de|Vries", relatie="vader", geslacht="M")
    give_gezag([marit], sjors)
    for persoon in (marit, sjors):
        add_adres(persoon, "Stationsweg|64|6415 ST|Heerlen", van=marit.geboortedatum)
    aanmelding = register_kind(
        decor,
        marit,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(weken=-25),
            hulpvraag="Marit is somber en piekert veel. Zij vraagt zelf om hulp.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-23),
            classificatie=Zorgclassificatie.ENKELVOUDIG,
            kwadrant=Kwadrant.K3,
            product="behandeling-individueel",
            motivering="Eén vraag en één behandelaar. Een plan voor het gezin is nu niet nodig.",
        ),
    )
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-23))
    start = decor.workday(weken=-21)
    let_read(decor, gezin.betrokkene_set.get(naam="Marit de Vries"), "marit", op=start)
    seat_account(gezin, "yasmina", decor=decor, relatie="behandelaar", op=start)
    grant(
        decor,
        marit,
        Hulp(
            product="behandeling-individueel",
            organisatie="Het Kompas",
            uitvoerder="yasmina",
            van=start,
            tot=last_day_of(start, 10),
        ),
    )
    return gezin
