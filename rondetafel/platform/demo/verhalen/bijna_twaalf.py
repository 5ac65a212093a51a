"""Daan turns 12 in three weeks: from that day he may be invited to read his own plan, not a day before."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: the gebiedsteam helps; the account of Daan is tied to no family yet."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Daan||Willems", geboren=decor.born(12, over_dagen=21), geslacht="M"),
        ouders=(
            Ouder(naam="Femke||Willems", relatie=Relatie.MOEDER),
            Ouder(naam="Joost||Willems", relatie=Relatie.VADER),
        ),
        adres="Eikenstraat|18|6371 WX|Landgraaf",
        gebied=5,
        vraag=Vraag(
            door="anja",
            soort=Verwijzer.SCHOOL,
            op=decor.workday(weken=-17),
            hulpvraag="Daan wordt gepest en durft er niet over te praten.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-15), klasse=Klasse.ENKELVOUDIG, kwadrant=Kwadrant.K2, regisseur="els"
    )
    gezin = arrive(decor, komst, besluit)
    daan = gezin.persoon_set.get(voornaam="Daan")
    start = decor.workday(weken=-13)
    trainer = seat(decor, gezin, "Coach Marco", relatie="voetbaltrainer", op=start)
    grant(decor, daan, Hulp(product="gebiedsteam", organisatie="Gebiedsteams Landgraaf", van=start))
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=start)
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="A3",
            specifiek="Daan vertelt elke week aan iemand hoe het ging",
            meetbaar="Hij kiest zelf wie: thuis, op school of bij voetbal.",
            acceptabel="Daan wil niet dat zijn ouders schrikken.",
            realistisch="Bij voetbal praat hij al.",
            tot=decor.workday(weken=7),
        ),
        eigenaar=stoel_of(gezin, "Daan"),
        voor=daan,
    )
    add_actie(decor, doel, "Na de training even blijven zitten", wie=trainer)
    add_actie(decor, doel, "Op vrijdag samen naar school lopen", wie=stoel_of(gezin, "Joost"))
    adopt(decor, plan, op=decor.workday(weken=-9))
    return gezin
