"""Thijs turns 16 in a week: then he decides himself, and his mother reads no more unless he agrees."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.overleg.models import OverlegSoort
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
from rondetafel.platform.demo.bouw.overleg import Afspraak, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: help runs, an RTO is planned in two weeks, after the birthday."""
    gezin = make_gezin(decor, gebied=7, op=decor.workday(weken=-18))
    thijs = add_kind(decor, gezin, "Thijs||Meertens", geboren=decor.born(16, over_dagen=7), geslacht="M")
    karin = add_volwassene(gezin, "Karin||Meertens", relatie="moeder", geslacht="V")
    give_gezag([thijs], karin)
    add_adres(karin, "Dorpsplein|5|6374 LM|Landgraaf", van=thijs.geboortedatum)
    aanmelding = register_kind(
        decor,
        thijs,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(weken=-19),
            hulpvraag="Thijs gamet tot diep in de nacht en komt niet meer buiten.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-17),
            classificatie=Zorgclassificatie.ENKELVOUDIG,
            kwadrant=Kwadrant.K3,
            product="begeleiding-individueel",
        ),
    )
    start_regie(decor, gezin, "els", van=decor.workday(weken=-17))
    start = decor.workday(weken=-15)
    moeder = gezin.betrokkene_set.get(naam="Karin Meertens")
    zelf = gezin.betrokkene_set.get(naam="Thijs Meertens")
    let_read(decor, moeder, "karin", op=start)
    let_read(decor, zelf, "thijs", op=start)
    begeleider = seat_account(gezin, "tom", decor=decor, relatie="begeleider", op=start)
    grant(
        decor,
        thijs,
        Hulp(
            product="begeleiding-individueel",
            organisatie="De Linde",
            uitvoerder="tom",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            letter="G",
            specifiek="Thijs doet twee keer per week iets buiten de deur",
            meetbaar="Hij zet in zijn telefoon wat hij deed en met wie.",
            acceptabel="Thijs wil weer naar de schaatsbaan.",
            realistisch="Eén keer per week lukt nu.",
            tot=decor.workday(weken=6),
        ),
        eigenaar=zelf,
        voor=thijs,
    )
    add_actie(doel, "Op zaterdag naar de schaatsbaan", wie=zelf)
    add_actie(doel, "De router om elf uur uitzetten", wie=moeder, klaar_op=decor.workday(weken=-8))
    adopt(decor, plan, op=decor.workday(weken=-10))
    plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.RTO,
            op=decor.workday(weken=2),
            plaats="Bij Thijs thuis",
            stoelen=(zelf, moeder, begeleider, gezin.betrokkene_set.get(relatie="regisseur")),
        ),
        gepland_op=decor.workday(weken=-1),
    )
    return gezin
