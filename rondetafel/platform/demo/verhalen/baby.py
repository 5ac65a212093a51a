"""Liv, seven weeks old: her young parents get help from the gebiedsteam of Voerendaal."""

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models.intake import Komst as Uitgenodigd
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.intake import ask_to_come, say_when, talk
from rondetafel.platform.demo.bouw.plan import start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.intake import Onderwerp
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: help began two weeks ago, the plan is begun and empty, and the intake half way."""
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
    oma = seat(decor, gezin, "Oma Jacqueline", relatie="oma", op=start)
    bureau = "Consultatiebureau"
    zuster = seat(decor, gezin, "Sanne Vroomen", relatie="jeugdverpleegkundige", organisatie=bureau, op=start)
    hulp = Hulp(product="gebiedsteam", organisatie="Gebiedsteam Voerendaal", van=start)
    grant(decor, gezin.persoon_set.get(voornaam="Liv"), hulp)
    start_plan(decor, gezin, op=start)
    _begin_intake(decor, gezin, oma=oma, zuster=zuster)
    return gezin


def _begin_intake(decor: Decor, gezin: Gezin, *, oma: Betrokkene, zuster: Betrokkene) -> None:
    """Half way: who is asked is known, and the nurse, who must be there, cannot on the first day."""
    op = decor.workday(dagen=-3)
    moeder, vader, joris = (stoel_of(gezin, wie) for wie in ("Anouk", "Quinten", "Joris"))
    talk(
        decor,
        gezin,
        {
            Onderwerp.VOORBEREIDEN: "",
            Onderwerp.NETWERK: "Anouk noemt haar oma en een vriendin van de sportclub. Die vraagt zij zelf.",
            Onderwerp.UITLEG: "",
        },
        op=op,
    )
    komst = {een.pk: Uitgenodigd.ZEKER for een in (moeder, vader, joris, zuster)} | {oma.pk: Uitgenodigd.MAG}
    dagen = (decor.workday(weken=1), decor.workday(weken=1, dagen=2), decor.workday(weken=2))
    ask_to_come(decor, gezin, komst, dagen, door=moeder, op=op)
    for stoel, kan in (
        (moeder, (True, True, True)),
        (joris, (True, True, False)),
        (zuster, (False, True, True)),
    ):
        say_when(decor, stoel, kan, op=decor.workday(dagen=-2))
