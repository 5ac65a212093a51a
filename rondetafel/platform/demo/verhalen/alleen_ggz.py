"""Marit, 16: one question, one GGZ treatment, one goal in a plan van aanpak. She decides; her father reads no more."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.delen import talk_about_birthday
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import let_read, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, evaluate, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: GGZ treatment at Het Kompas for ten months, half of which have passed."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Marit|de|Vries", geboren=decor.born(16, over_dagen=-140), geslacht="V"),
        ouders=(Ouder(naam="Sjors|de|Vries", relatie=Relatie.VADER),),
        adres="Stationsweg|64|6415 ST|Heerlen",
        gebied=4,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(weken=-25),
            hulpvraag="Marit is somber en piekert veel. Zij vraagt zelf om hulp.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-23),
        klasse=Klasse.ENKELVOUDIG,
        kwadrant=Kwadrant.K3,
        product="behandeling-individueel-ggz",
        waarom="De huisarts en de praktijkondersteuner komen niet verder. Eén behandelaar is genoeg.",
        regisseur="joris",
    )
    gezin = arrive(decor, komst, besluit)
    marit, zelf = gezin.persoon_set.get(voornaam="Marit"), stoel_of(gezin, "Marit")
    start = decor.workday(weken=-21)
    let_read(decor, zelf, "marit", op=start)
    talk_about_birthday(decor, marit, 16, op=start)
    grant(
        decor,
        marit,
        Hulp(
            product="behandeling-individueel-ggz",
            organisatie="Het Kompas",
            uitvoerder="yasmina",
            van=start,
            tot=last_day_of(start, 10),
        ),
    )
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=start)
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="D2",
            specifiek="Marit gaat overdag naar buiten, ook op een slechte dag",
            meetbaar="Zij geeft elke dag een cijfer. Een zes of hoger op vijf dagen is goed.",
            tot=decor.workday(weken=14),
        ),
        eigenaar=zelf,
        voor=marit,
    )
    add_actie(decor, doel, "Elke ochtend een rondje met de hond", wie=zelf)
    adopt(decor, plan, op=decor.workday(weken=-18))
    dag = decor.workday(weken=-7)
    evaluate(
        decor,
        doel,
        Bevinding(
            dag=dag,
            moment=Moment.TUSSEN,
            uitkomst=Uitkomst.DEELS,
            waarneming="Marit gaf vier dagen per week een zes of hoger. Buiten zijn lukt bijna elke dag.",
            score_gezin=-1,
            score_hulp=-1,
        ),
    )
    adopt(decor, plan, op=dag)
    return gezin
