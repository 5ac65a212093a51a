"""Yara, 13, and Omar, 9: at home they speak Arabic. An interpreter sits at the table."""

from datetime import date, timedelta

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan, say_eigenplan
from rondetafel.platform.demo.bouw.gezin import add_sibling, regisseur_of, seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.overleg import Afspraak, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.familiegroepsplan import Eigenstap
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer

VRIJDAG = 4


def tell(decor: Decor) -> Gezin:
    """Make the family: group treatment for Yara began, the start meeting with interpreter is this week."""
    komst = Komst(
        jeugdige=Jeugdige(naam="Yara||Al-Masri", geboren=decor.born(14, over_dagen=90), geslacht="V"),
        ouders=(
            Ouder(naam="Rania||Al-Masri", relatie=Relatie.MOEDER, taal="ar"),
            Ouder(naam="Khaled||Al-Masri", relatie=Relatie.VADER, taal="ar"),
        ),
        adres="Akerstraat|230|6417 UV|Heerlen",
        gebied=1,
        vraag=Vraag(
            door="anja",
            soort=Verwijzer.SCHOOL,
            op=decor.workday(weken=-7),
            hulpvraag="Yara trekt zich terug en praat bijna niet in de klas.",
        ),
    )
    besluit = Besluit(
        op=decor.workday(weken=-5),
        klasse=Klasse.MEERVOUDIG,
        kwadrant=Kwadrant.K3,
        product="behandeling-groep",
        waarom="Yara leert het best met leeftijdsgenoten. In de wijk is er geen groep met een tolk.",
        regisseur="joris",
    )
    gezin = arrive(decor, komst, besluit)
    omar = Jeugdige(naam="Omar||Al-Masri", geboren=decor.born(10, over_dagen=210), geslacht="M")
    add_sibling(decor, gezin, omar)
    start = decor.workday(weken=-3)
    tolk = seat(decor, gezin, "Huda Saleh", relatie="tolk Arabisch", organisatie="Tolkendienst", op=start)
    yara, moeder = gezin.persoon_set.get(voornaam="Yara"), stoel_of(gezin, "Rania")
    grant(
        decor,
        yara,
        Hulp(
            product="behandeling-groep",
            organisatie="Het Kompas",
            uitvoerder="yasmina",
            van=start,
            tot=last_day_of(start, 10),
        ),
    )
    _grant_maatwerk(decor, gezin, van=start)
    ask_eigenplan(decor, gezin, "Op het kantoor gevraagd, met de tolk erbij.", op=start)
    vraag = "Rania: wij kennen hier nog niemand die mee kan denken."
    regisseur = regisseur_of(decor, gezin)
    say_eigenplan(decor, gezin, regisseur, Eigenstap.AFGEZIEN, vraag, op=decor.workday(weken=-2))
    plan = start_plan(decor, gezin, op=start)
    vriendin = Smart(matrix="G2", specifiek="Yara spreekt elke week met een vriendin af")
    doel = add_doel(decor, plan, vriendin, eigenaar=moeder, voor=yara)
    add_actie(decor, doel, "Een keer meegaan naar de groep", wie=moeder)
    plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.STARTOVERLEG,
            op=decor.workday(dagen=3),
            plaats="Het Kompas, met tolk",
            stoelen=(moeder, tolk, stoel_of(gezin, "Yasmina"), stoel_of(gezin, "Joris")),
        ),
        gepland_op=decor.workday(weken=-2),
    )
    return gezin


def _grant_maatwerk(decor: Decor, gezin: Gezin, *, van: date) -> None:
    """Omar gets help within his school for three months; the RTO in the last week is agreed at the start."""
    tot = last_day_of(van, 3)
    rto_op = tot - timedelta(days=max(0, tot.weekday() - VRIJDAG))
    hulp = Hulp(
        product="begeleiding-individueel-maatwerk",
        organisatie="De Linde",
        uitvoerder="tom",
        van=van,
        tot=tot,
        waarom="In de klas gaat het mis. In een groep erbuiten leert Omar niet hoe het in de klas moet.",
        per_week=3,
        grond="onderwijs",
        rto_op=rto_op,
    )
    grant(decor, gezin.persoon_set.get(voornaam="Omar"), hulp)
    stoelen = tuple(stoel_of(gezin, naam) for naam in ("Rania", "Tom", "Joris"))
    rto = Afspraak(soort=OverlegSoort.RTO, op=rto_op, plaats="Basisschool De Wissel", stoelen=stoelen)
    plan_overleg(decor, gezin, rto, gepland_op=van)
