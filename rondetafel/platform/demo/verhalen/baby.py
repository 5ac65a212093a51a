"""Liv, seven weeks old: her young parents get help from the gebiedsteam of Voerendaal."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import seat
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.plan import start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: help began two weeks ago, the plan is begun and still empty."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Liv||Pieters", geboren=decor.workday(weken=-7), geslacht="V"),
        ouders=(
            Ouder(naam="Anouk||Pieters", relatie=Relatie.MOEDER),
            Ouder(naam="Quinten||Lataster", relatie=Relatie.VADER),
        ),
        adres="Hoofdstraat|21|6367 NP|Voerendaal",
        gebied=None,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.JEUGDARTS,
            op=decor.workday(weken=-5),
            hulpvraag="Liv huilt veel. Haar ouders zijn negentien en hebben weinig mensen om zich heen.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-3), klasse=Klasse.ENKELVOUDIG, kwadrant=Kwadrant.K2, regisseur="joris"
    )
    gezin = arrive(decor, komst, besluit)
    start = decor.workday(weken=-2)
    seat(decor, gezin, "Oma Jacqueline", relatie="oma", op=start)
    bureau = "Consultatiebureau"
    seat(decor, gezin, "Sanne Vroomen", relatie="jeugdverpleegkundige", organisatie=bureau, op=start)
    hulp = Hulp(product="gebiedsteam", organisatie="Gebiedsteam Voerendaal", van=start)
    grant(decor, gezin.persoon_set.get(voornaam="Liv"), hulp)
    start_plan(decor, gezin, op=start)
    return gezin
