"""Jayden, 14: a gecertificeerde instelling is his voogd; he lives with a foster family."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.delen import ask, write_address
from rondetafel.platform.demo.bouw.gezin import let_read, seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.maatregel import name_voogd
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.rechten import Onderdeel


def tell(decor: Decor) -> Gezin:
    """Make the family: the jeugdbeschermer sits at the table, and no adult in it has gezag."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Jayden||Maes", geboren=decor.born(15, over_dagen=250), geslacht="M"),
        ouders=(
            Ouder(naam="Margo||Hermans", relatie=Relatie.PLEEGOUDER, has_gezag=False),
            Ouder(naam="Bart||Hermans", relatie=Relatie.PLEEGOUDER, has_gezag=False),
        ),
        voogd_gi="Jeugdbescherming Maasdal",
        adres="Schoolweg|77|6417 JK|Heerlen",
        gebied=3,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.GI,
            op=decor.workday(weken=-15),
            hulpvraag="Jayden is na school veel op straat. De pleegouders willen hulp om het vol te houden.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-13),
        klasse=Klasse.MULTIPROBLEEM,
        kwadrant=Kwadrant.K3,
        product="begeleiding-groep",
        waarom="Jayden heeft elke week een vaste plek nodig, met mensen die hem kennen.",
        regisseur="joris",
    )
    gezin = arrive(decor, komst, besluit)
    start = decor.workday(weken=-11)
    jayden = gezin.persoon_set.get(voornaam="Jayden")
    name_voogd(decor, jayden, "renate", kenmerk="C/03/31415 JE RK", op=start)
    let_read(decor, stoel_of(gezin, "Jayden"), "jayden", op=start)
    grant(
        decor,
        jayden,
        Hulp(
            product="begeleiding-groep",
            organisatie="Zorgboerderij 't Veld",
            uitvoerder="kees",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="F3",
            specifiek="Jayden is twee middagen per week op de boerderij",
            meetbaar="Kees schrijft op wanneer Jayden er is en wat hij doet.",
            acceptabel="Jayden houdt van dieren en wil leren rijden op de trekker.",
            realistisch="Hij komt nu één middag en blijft steeds langer.",
            tot=decor.workday(weken=12),
        ),
        eigenaar=stoel_of(gezin, "Jayden"),
        voor=jayden,
    )
    add_actie(decor, doel, "Jayden op dinsdag en donderdag brengen", wie=stoel_of(gezin, "Bart"))
    add_actie(decor, doel, "Met de jeugdbeschermer bellen over het weekend", wie=stoel_of(gezin, "Margo"))
    add_actie(decor, doel, "Elke maand langskomen op de boerderij", wie=stoel_of(gezin, "Renate"))
    adopt(decor, plan, op=decor.workday(weken=-8))
    mentor = seat(decor, gezin, "Meester Luuk", relatie="mentor op school", op=start)
    write_address(decor, mentor, "luuk@school.example", op=start)
    ask(decor, mentor, jayden, Onderdeel.PLAN, doel="helpen op school", op=decor.workday(weken=-1))
    return gezin
