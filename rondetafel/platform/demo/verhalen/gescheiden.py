"""Fenna, 10, and Jip, 6: their parents are divorced. The father had gezag once; since a year he has not."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Doel
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import add_sibling, end_gezag, let_read, seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, evaluate, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.instemming import Antwoord
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: the gebiedsteam helps without an end date, the father no longer reads along."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Fenna||Smeets", geboren=decor.born(11, over_dagen=120), geslacht="V"),
        ouders=(
            Ouder(naam="Wendy||Kusters", relatie=Relatie.MOEDER),
            Ouder(naam="Ruud||Smeets", relatie=Relatie.VADER, adres="Mijnweg|31|6412 HJ|Heerlen"),
        ),
        adres="Kerkstraat|9|6411 GH|Heerlen",
        gebied=2,
        vraag=Vraag(
            door="anja",
            soort=Verwijzer.SCHOOL,
            op=decor.workday(weken=-81),
            hulpvraag="Fenna is vaak boos en huilt in de klas. Thuis is er veel ruzie.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-79), klasse=Klasse.MEERVOUDIG, kwadrant=Kwadrant.K2, regisseur="joris"
    )
    gezin = arrive(decor, komst, besluit)
    jip = Jeugdige(naam="Jip||Smeets", geboren=decor.born(7, over_dagen=33), geslacht="M")
    add_sibling(decor, gezin, jip)
    start = decor.workday(weken=-77)
    let_read(decor, stoel_of(gezin, "Ruud"), "ruud", op=start)
    end_gezag(decor, stoel_of(gezin, "Ruud"), op=decor.workday(weken=-52))
    opa = seat(decor, gezin, "Opa Wim", relatie="opa", op=start)
    team = "Gebiedsteams Heerlen"
    seat(decor, gezin, "Lotte Bemelmans", relatie="jeugdhulpverlener", organisatie=team, op=start)
    fenna = gezin.persoon_set.get(voornaam="Fenna")
    grant(decor, fenna, Hulp(product="gebiedsteam", organisatie=team, van=start))
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=decor.workday(weken=-76))
    plan = start_plan(decor, gezin, op=decor.workday(weken=-76))
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="C1",
            specifiek="Fenna zegt wat zij voelt voordat zij boos wordt",
            meetbaar="Thuis en op school is er per week hoogstens één ruzie.",
            acceptabel="Fenna wil minder straf. Haar moeder en de juf doen mee.",
            realistisch="Met de kaarten van het gebiedsteam lukt het al soms.",
            tot=decor.workday(weken=10),
        ),
        eigenaar=stoel_of(gezin, "Wendy"),
        voor=fenna,
    )
    add_actie(decor, doel, "De gevoelskaarten gebruiken na school", wie=stoel_of(gezin, "Fenna"))
    add_actie(decor, doel, "Op woensdag naar de voetbalclub", wie=opa)
    nee = (Antwoord.NIET_EENS, "Ik wil dat Fenna ook bij mij thuis met de kaarten oefent.")
    adopt(decor, plan, op=decor.workday(weken=-71), anders={"Ruud Smeets": nee})
    _look_back(decor, doel)
    return gezin


def _look_back(decor: Decor, doel: Doel) -> None:
    """Every three months, and the plan adopted anew on the same day."""
    gezien = {
        -59: "Fenna gebruikt de kaarten nog niet uit zichzelf.",
        -47: "Fenna pakt soms zelf een kaart. Thuis zijn er twee ruzies per week.",
        -35: "Op school gaat het goed. Thuis is er nog één ruzie per week.",
        -23: "Na de zomer was het even lastig. Nu gaat het weer zoals ervoor.",
        -11: "Fenna zegt meestal wat zij voelt. Op woensdag bij voetbal ook.",
    }
    for weken, waarneming in gezien.items():
        dag = decor.workday(weken=weken)
        evaluate(
            decor,
            doel,
            Bevinding(dag=dag, moment=Moment.TUSSEN, uitkomst=Uitkomst.DEELS, waarneming=waarneming),
        )
        adopt(decor, doel.plan, op=dag)
