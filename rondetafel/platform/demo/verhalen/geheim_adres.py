"""Milan, 7: his mother has gezag alone and lives at a secret address. The plan is still a draft."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.maatregel import put_under_toezicht
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.platform.demo.verhalen import zorgen_milan
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: treatment began three weeks ago, the goals are due within a week."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Milan||Hendriks", geboren=decor.born(8, over_dagen=201), geslacht="M"),
        ouders=(Ouder(naam="Kelly||Hendriks", relatie=Relatie.MOEDER),),
        adres="Beekstraat|3|6374 EF|Landgraaf",
        is_geheim=True,
        gebied=6,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(weken=-7),
            hulpvraag="Milan schrikt snel, plast in bed en durft niet alleen te slapen. Er was geweld thuis.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-5),
        klasse=Klasse.MEERVOUDIG,
        kwadrant=Kwadrant.K3,
        product="behandeling-individueel",
        waarom="Wat Milan meemaakte vraagt behandeling. Het adres blijft geheim.",
        regisseur="els",
    )
    gezin = arrive(decor, komst, besluit)
    milan = gezin.persoon_set.get(voornaam="Milan")
    seat(decor, gezin, "Tante Ilse", relatie="tante", op=decor.workday(weken=-4))
    start = decor.workday(weken=-3)
    grant(
        decor,
        milan,
        Hulp(
            product="behandeling-individueel",
            organisatie="Het Kompas",
            uitvoerder="yasmina",
            van=start,
            tot=last_day_of(start, 10),
        ),
    )
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=start)
    plan = start_plan(decor, gezin, op=start)
    moeder = stoel_of(gezin, "Kelly")
    slapen = Smart(matrix="E1", specifiek="Milan slaapt in zijn eigen bed")
    doel = add_doel(decor, plan, slapen, eigenaar=moeder, voor=milan)
    add_actie(decor, doel, "Elke avond hetzelfde verhaal lezen", wie=moeder)
    put_under_toezicht(decor, milan, "renate", kenmerk="C/03/27182 JE RK", op=decor.workday(weken=-2))
    zorgen_milan.tell(decor, gezin)
    return gezin
