"""Noor, 13: both parents have gezag and live apart. Help runs, an RTO is not held: so no verlenging yet."""

from rondetafel.documenten.models import Deelkring, Papiersoort
from rondetafel.documenten.operations import Opgave
from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.delen import ask, say, write_address
from rondetafel.platform.demo.bouw.gezin import (
    add_sibling,
    give_account,
    let_read,
    look,
    seat,
    stoel_of,
    tell_steun,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.papieren import bring, draw_house, write_letter
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, evaluate, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer
from rondetafel.toegang.rechten import Onderdeel


def tell(decor: Decor) -> Gezin:
    """Make the family: registered half a year ago, plan adopted, one akkoord that ends in nine weeks."""
    noor = Jeugdige(naam="Noor|van den|Berg", geboren=decor.born(14, over_dagen=152), geslacht="V")
    gezin = arrive(decor, _komst(decor, noor), _besluit(decor))
    adam = Jeugdige(naam="Adam|van den|Berg", geboren=decor.born(9, over_dagen=-75), geslacht="M")
    add_sibling(decor, gezin, adam)
    _lay_table(decor, gezin)
    start = decor.workday(weken=-17)
    grant(
        decor,
        gezin.persoon_set.get(voornaam="Noor"),
        Hulp(
            product="begeleiding-individueel",
            organisatie="De Linde",
            uitvoerder="tom",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    _make_plan(decor, gezin)
    # Asked since the plan was adopted: an adopted plan names everybody.
    praktijk = "Huisartsenpraktijk Op de Berg"
    seat(decor, gezin, "", relatie="huisarts", organisatie=praktijk, op=decor.workday(weken=-4))
    _bring_papers(decor, gezin)
    for account, onderdeel, weken in (
        ("tom", Onderdeel.PLAN, -6),
        ("peter", Onderdeel.PLAN, -3),
        ("miriam", Onderdeel.ZORG, -2),
        ("ingrid", Onderdeel.PLAN, -1),
    ):
        look(decor, gezin, account, onderdeel, op=decor.workday(weken=weken))
    return gezin


def _bring_papers(decor: Decor, gezin: Gezin) -> None:
    bring(
        decor,
        gezin,
        Opgave(
            titel="Hoe het gaat op school",
            soort=Papiersoort.SCHOOL,
            kring=Deelkring.HULP,
            bestandsnaam="voortgang op school.pdf",
            persoon_id=gezin.persoon_set.get(voornaam="Noor").pk,
        ),
        write_letter(
            "Hoe het gaat op school",
            "",
            "Noor komt weer drie dagen per week. De ochtenden lukken het best.",
            "Met twee vriendinnen maakt ze een werkstuk over vogels.",
            "We spreken elke vrijdag kort met haar en met Tom.",
        ),
        door="els",
        op=decor.workday(weken=-3),
    )
    bring(
        decor,
        gezin,
        Opgave(
            titel="Tekening van Adam",
            soort=Papiersoort.FOTO,
            kring=Deelkring.GEZIN,
            bestandsnaam="tekening.png",
            persoon_id=gezin.persoon_set.get(voornaam="Adam").pk,
        ),
        draw_house(),
        door="samira",
        op=decor.workday(weken=-1),
    )


def _komst(decor: Decor, noor: Jeugdige) -> Komst:
    return Komst(
        jeugdige=noor,
        ouders=(
            Ouder(naam="Samira|van den|Berg", relatie=Relatie.MOEDER),
            Ouder(naam="Peter||Janssen", relatie=Relatie.VADER, adres="Molenstraat|48|6372 CD|Landgraaf"),
        ),
        adres="Lindelaan|12|6371 AB|Landgraaf",
        gebied=5,
        vraag=Vraag(
            door="gielen",
            soort=Verwijzer.HUISARTS,
            op=decor.workday(weken=-23),
            hulpvraag=(
                "Noor gaat sinds de scheiding steeds minder naar school. Zij heeft buikpijn en slaapt slecht. "
                "De ouders zijn het niet eens over wat er moet gebeuren."
            ),
        ),
    )


def _besluit(decor: Decor) -> Besluit:
    return Besluit(
        op=decor.workday(weken=-21),
        klasse=Klasse.MEERVOUDIG,
        kwadrant=Kwadrant.K3,
        product="begeleiding-individueel",
        waarom="Noor en haar ouders hebben samen begeleiding nodig. De school en oma kunnen dit niet alleen.",
        regisseur="els",
    )


def _lay_table(decor: Decor, gezin: Gezin) -> None:
    start = decor.workday(weken=-20)
    let_read(decor, stoel_of(gezin, "Noor"), "noor", op=start)
    let_read(decor, stoel_of(gezin, "Samira"), "samira", op=start)
    let_read(decor, stoel_of(gezin, "Peter"), "peter", op=start)
    _share(decor, gezin)
    school = "Basisschool De Wissel"
    seat(decor, gezin, "Anja Maas", relatie="intern begeleider", organisatie=school, op=start)


def _share(decor: Decor, gezin: Gezin) -> None:
    """Oma reads about Noor since everyone said yes; about Adam the parents disagree, and Fatma waits for Peter."""
    start, net, vandaag = decor.workday(weken=-20), decor.workday(weken=-1), decor.peildatum
    noor, adam = (gezin.persoon_set.get(voornaam=naam) for naam in ("Noor", "Adam"))
    ria = seat(decor, gezin, "Ria Janssen", relatie="oma", op=start)
    tell_steun(decor, ria, Steun.PRAKTISCH, Steun.EMOTIONEEL, op=start)
    oma = give_account(decor, ria, "ria")
    fatma = seat(decor, gezin, "Fatma Yilmaz", relatie="buurvrouw", op=start)
    over_noor = ask(decor, oma, noor, Onderdeel.PLAN, doel="samen fietsen en meedenken", op=start)
    for account in ("noor", "samira", "peter"):
        say(decor, over_noor, account, is_ja=True, op=start)
    over_adam = ask(decor, oma, adam, Onderdeel.PLAN, doel="oppassen", op=net)
    say(decor, over_adam, "peter", is_ja=True, op=net)
    say(decor, over_adam, "samira", is_ja=False, op=net)
    write_address(decor, fatma, "fatma@demo.example", op=vandaag)
    huiswerk = ask(decor, fatma, noor, Onderdeel.PLAN, doel="helpen met huiswerk", op=vandaag)
    for account in ("noor", "samira"):
        say(decor, huiswerk, account, is_ja=True, op=vandaag)


def _make_plan(decor: Decor, gezin: Gezin) -> None:
    start = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.STARTOVERLEG,
            op=decor.workday(weken=-19),
            plaats="Wijkcentrum Nieuwenhagen",
            stoelen=tuple(
                stoel_of(gezin, naam) for naam in ("Noor", "Samira", "Peter", "Ria", "Els", "Anja")
            ),
        ),
        gepland_op=decor.workday(weken=-20),
    )
    hold_overleg(
        decor,
        start,
        verslag="Iedereen wil dat Noor weer naar school durft. Er komen twee doelen in het plan.",
        doelen=2,
        afwezig=[stoel_of(gezin, "Anja")],
    )
    plan = start_plan(decor, gezin, op=decor.workday(weken=-19))
    school = add_doel(
        decor,
        plan,
        Smart(
            matrix="F1",
            specifiek="Noor gaat vier dagen per week naar school",
            meetbaar="De mentor houdt bij op welke dagen Noor er is. Vier van de vijf is goed.",
            acceptabel="Noor wil dit zelf, als zij op de vijfde dag thuis mag leren.",
            realistisch="Nu lukken twee dagen. Elke maand komt er een halve dag bij.",
            tot=decor.workday(weken=8),
        ),
        eigenaar=stoel_of(gezin, "Noor"),
        voor=gezin.persoon_set.get(voornaam="Noor"),
    )
    fietsen = "Samen naar school fietsen op maandag"
    add_actie(decor, school, fietsen, wie=stoel_of(gezin, "Ria"), klaar_op=decor.workday(weken=-9))
    add_actie(decor, school, "Elke vrijdag met Tom kijken hoe de week ging", wie=stoel_of(gezin, "Noor"))
    add_actie(decor, school, "Een rustige plek regelen voor de pauze", wie=stoel_of(gezin, "Anja"))
    ouders = add_doel(
        decor,
        plan,
        Smart(
            matrix="B3",
            specifiek="Samira en Peter maken samen afspraken over Noor en Adam",
            meetbaar="Elke zondag spreken zij tien minuten. Noor hoort van allebei dezelfde afspraken.",
            acceptabel="Beide ouders vinden dat de kinderen geen boodschappen moeten overbrengen.",
            realistisch="Zij bellen nu al om de week. Tom helpt met een vaste lijst.",
            tot=decor.workday(weken=8),
        ),
        eigenaar=stoel_of(gezin, "Samira"),
    )
    lijst = "Een vaste lijst maken voor het gesprek op zondag"
    add_actie(decor, ouders, lijst, wie=stoel_of(gezin, "Tom"), klaar_op=decor.workday(weken=-12))
    add_actie(decor, ouders, "Elke zondag om zeven uur bellen", wie=stoel_of(gezin, "Peter"))
    adopt(decor, plan, op=decor.workday(weken=-15))
    # Since then nobody discussed the plan, and the other goal is still to be looked back on.
    evaluate(
        decor,
        school,
        Bevinding(
            dag=decor.workday(weken=-3),
            moment=Moment.TUSSEN,
            uitkomst=Uitkomst.DEELS,
            waarneming="Noor ging de laatste maand drie van de vier maandagen zonder buikpijn naar school.",
            score_gezin=-1,
        ),
    )
