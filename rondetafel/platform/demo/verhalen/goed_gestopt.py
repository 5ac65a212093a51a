"""Sophie, 15: the help stopped as planned, the goal was more than reached. Two months ago."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.gezinsplan.models import Gezinsplan
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan
from rondetafel.platform.demo.bouw.gezin import end_regie, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, evaluate, finish, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant, stop
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: the regisseur stays until a month from now, in case it is needed again."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Sophie||Claessens", geboren=decor.born(15, over_dagen=-100), geslacht="V"),
        ouders=(Ouder(naam="Erik||Claessens", relatie=Relatie.VADER),),
        adres="Valkenburgerweg|14|6367 YZ|Voerendaal",
        gebied=None,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(weken=-37),
            hulpvraag="Sinds haar moeder overleed doet Sophie alles alleen. Haar vader weet niet hoe verder.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-35),
        klasse=Klasse.MEERVOUDIG,
        kwadrant=Kwadrant.K3,
        product="begeleiding-individueel",
        waarom="Vader en dochter hebben iemand nodig die met hen allebei praat.",
        regisseur="joris",
    )
    gezin = arrive(decor, komst, besluit)
    start = decor.workday(weken=-33)
    akkoord = grant(
        decor,
        gezin.persoon_set.get(voornaam="Sophie"),
        Hulp(
            product="begeleiding-individueel",
            organisatie="De Linde",
            uitvoerder="tom",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    plan = _make_plan(decor, gezin)
    _look_back(decor, gezin)
    einde = decor.workday(weken=-9)
    stop(
        akkoord,
        op=einde,
        gas_score=1,
        overgedragen_aan="Sophie en haar vader zelf, met haar tante",
        toelichting="Zij doen nu twee keer per week iets samen. Dat is meer dan het doel.",
    )
    evaluate(
        decor,
        plan.doelen.get(),
        Bevinding(
            dag=einde,
            moment=Moment.EIND,
            uitkomst=Uitkomst.BEHAALD,
            waarneming="Zij koken op zondag en lopen op woensdag. Dat doen zij nu zonder hulp.",
            score_gezin=1,
            score_hulp=1,
        ),
    )
    end_regie(gezin, tot=decor.workday(weken=4))
    return gezin


def _make_plan(decor: Decor, gezin: Gezin) -> Gezinsplan:
    ask_eigenplan(decor, gezin, "Thuis gevraagd. Het gezin denkt erover na.", op=decor.workday(weken=-33))
    plan = start_plan(decor, gezin, op=decor.workday(weken=-33))
    zelf, vader = stoel_of(gezin, "Sophie"), stoel_of(gezin, "Erik")
    doel = add_doel(
        decor,
        plan,
        Smart(
            matrix="B1",
            specifiek="Sophie en haar vader doen elke week iets samen",
            meetbaar="Zij houden het bij op de kalender in de keuken.",
            acceptabel="Allebei missen zij hoe het was.",
            realistisch="Koken op zondag lukt nu al.",
            tot=decor.workday(weken=-9),
        ),
        eigenaar=zelf,
    )
    koken = add_actie(decor, doel, "Op zondag samen koken", wie=vader)
    lotgenoten = add_actie(decor, doel, "Eén keer naar de lotgenotengroep", wie=zelf)
    adopt(decor, plan, op=decor.workday(weken=-29))
    finish(decor, koken, op=decor.workday(weken=-20))
    finish(decor, lotgenoten, op=decor.workday(weken=-16))
    evaluate(
        decor,
        doel,
        Bevinding(
            dag=decor.workday(weken=-18),
            moment=Moment.TUSSEN,
            uitkomst=Uitkomst.DEELS,
            waarneming="Samen koken lukt drie van de vier zondagen.",
            score_gezin=-1,
        ),
    )
    return plan


def _look_back(decor: Decor, gezin: Gezin) -> None:
    overleg = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.EINDOVERLEG,
            op=decor.workday(weken=-9),
            plaats="Bij Sophie thuis",
            stoelen=tuple(stoel_of(gezin, naam) for naam in ("Sophie", "Erik", "Tom", "Joris")),
        ),
        gepland_op=decor.workday(weken=-13),
    )
    hold_overleg(decor, overleg, verslag="Het gaat goed. Sophie en Erik kunnen zelf verder.", doelen=1)
