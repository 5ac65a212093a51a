"""Jayden, 14: a gecertificeerde instelling is his voogd; he lives with a foster family."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_voogdij,
    make_gezin,
    seat,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: the jeugdbeschermer sits at the table, and no adult in it has gezag."""
    gezin = make_gezin(decor, gebied=3, op=decor.workday(weken=-14))
    jayden = add_kind(decor, gezin, "Jayden||Maes", geboren=decor.born(15, over_dagen=250), geslacht="M")
    margo = add_volwassene(gezin, "Margo||Hermans", relatie="pleegmoeder", geslacht="V")
    add_volwassene(gezin, "Bart||Hermans", relatie="pleegvader", geslacht="M")
    give_voogdij(jayden, van=decor.workday(weken=-150))
    for persoon in (jayden, margo):
        add_adres(persoon, "Schoolweg|77|6417 JK|Heerlen", van=decor.workday(weken=-150))
    aanmelding = register_kind(
        decor,
        jayden,
        Vraag(
            door="gielen",
            verwijzersoort="gi",
            op=decor.workday(weken=-15),
            hulpvraag="Jayden is na school veel op straat. De pleegouders willen hulp om het vol te houden.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-13),
            classificatie=Zorgclassificatie.MULTIPROBLEEM,
            kwadrant=Kwadrant.K3,
            product="begeleiding-groep",
        ),
    )
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-13))
    start = decor.workday(weken=-11)
    seat(
        decor,
        gezin,
        "Nadia Tielens",
        relatie="jeugdbeschermer",
        organisatie="Jeugdbescherming Maasdal",
        op=start,
    )
    seat(
        decor, gezin, "Kees Odekerken", relatie="groepsleider", organisatie="Zorgboerderij 't Veld", op=start
    )
    grant(
        decor,
        jayden,
        Hulp(
            product="begeleiding-groep",
            organisatie="Zorgboerderij 't Veld",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    plan = start_plan(decor, gezin, op=start)
    stoelen = {stoel.naam.partition(" ")[0]: stoel for stoel in gezin.betrokkene_set.all()}
    doel = add_doel(
        decor,
        plan,
        Smart(
            letter="F",
            specifiek="Jayden is twee middagen per week op de boerderij",
            meetbaar="Kees schrijft op wanneer Jayden er is en wat hij doet.",
            acceptabel="Jayden houdt van dieren en wil leren rijden op de trekker.",
            realistisch="Hij komt nu één middag en blijft steeds langer.",
            tot=decor.workday(weken=12),
        ),
        eigenaar=stoelen["Jayden"],
        voor=jayden,
    )
    add_actie(doel, "Jayden op dinsdag en donderdag brengen", wie=stoelen["Bart"])
    add_actie(doel, "Met de jeugdbeschermer bellen over het weekend", wie=stoelen["Margo"])
    adopt(decor, plan, op=decor.workday(weken=-6))
    return gezin
