"""Daan turns 12 in three weeks: from that day he may be invited to read his own plan, not a day before."""

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
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant


def tell(decor: Decor) -> Gezin:
    """Make the family: the gebiedsteam helps; the account of Daan is tied to no family yet."""
    gezin = make_gezin(decor, gebied=5, op=decor.workday(weken=-16))
    daan = add_kind(decor, gezin, "Daan||Willems", geboren=decor.born(12, over_dagen=21), geslacht="M")
    femke = add_volwassene(gezin, "Femke||Willems", relatie="moeder", geslacht="V")
    joost = add_volwassene(gezin, "Joost||Willems", relatie="vader", geslacht="M")
    give_gezag([daan], femke, joost)
    for persoon in (daan, femke, joost):
        add_adres(persoon, "Eikenstraat|18|6371 WX|Landgraaf", van=daan.geboortedatum)
    aanmelding = register_kind(
        decor,
        daan,
        Vraag(
            door="anja",
            verwijzersoort="school",
            op=decor.workday(weken=-17),
            hulpvraag="Daan wordt gepest en durft er niet over te praten.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-15), classificatie=Zorgclassificatie.ENKELVOUDIG, kwadrant=Kwadrant.K2
        ),
    )
    start_regie(decor, gezin, "els", van=decor.workday(weken=-15))
    start = decor.workday(weken=-13)
    zelf = gezin.betrokkene_set.get(naam="Daan Willems")
    trainer = seat(decor, gezin, "Coach Marco", relatie="voetbaltrainer", op=start)
    grant(decor, daan, Hulp(product="gebiedsteam", organisatie="Gebiedsteams Landgraaf", van=start))
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            letter="C",
            specifiek="Daan vertelt elke week aan iemand hoe het ging",
            meetbaar="Hij kiest zelf wie: thuis, op school of bij voetbal.",
            acceptabel="Daan wil niet dat zijn ouders schrikken.",
            realistisch="Bij voetbal praat hij al.",
            tot=decor.workday(weken=7),
        ),
        eigenaar=zelf,
        voor=daan,
    )
    add_actie(doel, "Na de training even blijven zitten", wie=trainer)
    add_actie(doel, "Op vrijdag samen naar school lopen", wie=gezin.betrokkene_set.get(naam="Joost Willems"))
    adopt(decor, plan, op=decor.workday(weken=-9))
    return gezin
