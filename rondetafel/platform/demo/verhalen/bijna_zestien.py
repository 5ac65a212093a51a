"""Thijs turns 16 in a week: then he decides himself, and his mother reads no more unless he agrees.

One night he was gone; a regisseur on duty read along by the noodknop, and that is still to be judged.
"""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import let_read, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.overleg import Afspraak, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, finish, start_plan
from rondetafel.platform.demo.bouw.toezicht import complain, take_up, use_noodknop
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: help runs, an RTO is planned in two weeks, after the birthday."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Thijs||Meertens", geboren=decor.born(16, over_dagen=7), geslacht="M"),
        ouders=(Ouder(naam="Karin||Meertens", relatie=Relatie.MOEDER),),
        adres="Dorpsplein|5|6374 LM|Landgraaf",
        gebied=7,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(weken=-19),
            hulpvraag="Thijs gamet tot diep in de nacht en komt niet meer buiten.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-17),
        klasse=Klasse.ENKELVOUDIG,
        kwadrant=Kwadrant.K3,
        product="begeleiding-individueel",
        waarom="Zijn moeder en de school hebben alles geprobeerd. Iemand van buiten kan hem op weg helpen.",
        regisseur="els",
    )
    gezin = arrive(decor, komst, besluit)
    thijs = gezin.persoon_set.get(voornaam="Thijs")
    start = decor.workday(weken=-15)
    moeder, zelf = stoel_of(gezin, "Karin"), stoel_of(gezin, "Thijs")
    let_read(decor, moeder, "karin", op=start)
    let_read(decor, zelf, "thijs", op=start)
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
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=start)
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="G3",
            specifiek="Thijs doet twee keer per week iets buiten de deur",
            meetbaar="Hij zet in zijn telefoon wat hij deed en met wie.",
            acceptabel="Thijs wil weer naar de schaatsbaan.",
            realistisch="Eén keer per week lukt nu.",
            tot=decor.workday(weken=6),
        ),
        eigenaar=zelf,
        voor=thijs,
    )
    add_actie(decor, doel, "Op zaterdag naar de schaatsbaan", wie=zelf)
    router = add_actie(decor, doel, "De router om elf uur uitzetten", wie=moeder)
    adopt(decor, plan, op=decor.workday(weken=-12))
    finish(decor, router, op=decor.workday(weken=-8))
    plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.RTO,
            op=decor.workday(weken=2),
            plaats="Bij Thijs thuis",
            stoelen=(zelf, moeder, stoel_of(gezin, "Tom"), stoel_of(gezin, "Els")),
        ),
        gepland_op=decor.workday(weken=-1),
    )
    use_noodknop(
        decor,
        thijs,
        "lotte",
        toelichting=(
            "De politie zoekt Thijs sinds vannacht en vraagt waar hij vaak is. Els was niet te bereiken."
        ),
        op=decor.workday(dagen=-3),
    )
    klacht = complain(
        decor,
        gezin,
        "thijs",
        "Er wordt over mij gepraat zonder mij. Ik hoorde pas een week later dat er een overleg was.",
        op=decor.workday(dagen=-6),
    )
    take_up(decor, klacht, "Thijs gebeld. Hij wil eerst zelf met Els praten.", op=decor.workday(dagen=-4))
    complain(
        decor,
        gezin,
        "karin",
        "Ik heb drie keer gebeld over de brief. Niemand belde terug.",
        op=decor.workday(dagen=-2),
    )
    return gezin
