"""Noor, 13: both parents have gezag and live apart. Help runs, an RTO is not held: so no verlenging yet."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_gezag,
    invite,
    let_read,
    look,
    make_gezin,
    seat,
    seat_account,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of
from rondetafel.toegang.rechten import Onderdeel

HULPVRAAG = (
    "Noor gaat sinds de scheiding steeds minder naar school. Zij heeft buikpijn en slaapt slecht. "
    "De ouders zijn het niet eens over wat er moet gebeuren."
)


def tell(decor: Decor) -> Gezin:
    """Make the family: registered half a year ago, plan adopted, one akkoord that ends in nine weeks."""
    begin = decor.workday(weken=-22)
    gezin = make_gezin(decor, gebied=5, op=begin)
    noor = add_kind(decor, gezin, "Noor|van den|Berg", geboren=decor.born(14, over_dagen=152), geslacht="V")
    adam = add_kind(decor, gezin, "Adam|van den|Berg", geboren=decor.born(9, over_dagen=-75), geslacht="M")
    samira = add_volwassene(gezin, "Samira|van den|Berg", relatie="moeder", geslacht="V")
    peter = add_volwassene(gezin, "Peter||Janssen", relatie="vader", geslacht="M")
    give_gezag([noor, adam], samira, peter)
    for persoon, adres in (
        (noor, "Lindelaan|12|6371 AB|Landgraaf"),
        (adam, "Lindelaan|12|6371 AB|Landgraaf"),
        (samira, "Lindelaan|12|6371 AB|Landgraaf"),
        (peter, "Molenstraat|48|6372 CD|Landgraaf"),
    ):
        add_adres(persoon, adres, van=noor.geboortedatum)
    aanmelding = register_kind(
        decor,
        noor,
        Vraag(door="gielen", verwijzersoort="huisarts", op=decor.workday(weken=-23), hulpvraag=HULPVRAAG),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-21),
            classificatie=Zorgclassificatie.MEERVOUDIG,
            kwadrant=Kwadrant.K3,
            product="begeleiding-individueel",
            motivering="Begeleiding voor Noor en haar ouders, met een plan voor het hele gezin.",
        ),
    )
    start_regie(decor, gezin, "els", van=decor.workday(weken=-21))
    _lay_table(decor, gezin)
    _make_plan(decor, gezin)
    start = decor.workday(weken=-17)
    grant(
        decor,
        noor,
        Hulp(
            product="begeleiding-individueel",
            organisatie="De Linde",
            uitvoerder="tom",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    for account, onderdeel, weken in (
        ("tom", Onderdeel.PLAN, -6),
        ("peter", Onderdeel.PLAN, -3),
        ("miriam", Onderdeel.ZORG, -2),
        ("ingrid", Onderdeel.PLAN, -1),
    ):
        look(decor, gezin, account, onderdeel, op=decor.workday(weken=weken))
    return gezin


def _lay_table(decor: Decor, gezin: Gezin) -> None:
    start = decor.workday(weken=-20)
    stoelen = {stoel.naam: stoel for stoel in gezin.betrokkene_set.all()}
    for naam, account in (
        ("Noor van den Berg", "noor"),
        ("Samira van den Berg", "samira"),
        ("Peter Janssen", "peter"),
    ):
        let_read(decor, stoelen[naam], account, op=start)
    let_read(decor, seat(decor, gezin, "Ria Janssen", relatie="oma", op=start), "ria", op=start)
    fatma = seat(decor, gezin, "Fatma Yilmaz", relatie="buurvrouw", op=start)
    invite(decor, fatma, "fatma@demo.example", op=decor.peildatum)
    seat_account(gezin, "tom", decor=decor, relatie="begeleider", op=decor.workday(weken=-17))
    seat(
        decor, gezin, "Anja Maas", relatie="intern begeleider", organisatie="Basisschool De Wissel", op=start
    )
    # Asked since the plan was adopted: an adopted plan names everybody.
    seat(
        decor,
        gezin,
        "",
        relatie="huisarts",
        organisatie="Huisartsenpraktijk Op de Berg",
        op=decor.workday(weken=-4),
    )


def _make_plan(decor: Decor, gezin: Gezin) -> None:
    stoelen = {stoel.naam.partition(" ")[0]: stoel for stoel in gezin.betrokkene_set.exclude(naam="")}
    start = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.STARTOVERLEG,
            op=decor.workday(weken=-19),
            plaats="Wijkcentrum Nieuwenhagen",
            stoelen=tuple(stoelen[naam] for naam in ("Noor", "Samira", "Peter", "Ria", "Els", "Anja")),
        ),
        gepland_op=decor.workday(weken=-20),
    )
    hold_overleg(
        decor,
        start,
        verslag="Iedereen wil dat Noor weer naar school durft. Er komen twee doelen in het plan.",
        doelen=2,
        afwezig=[stoelen["Anja"]],
    )
    plan = start_plan(decor, gezin, op=decor.workday(weken=-19))
    school = add_doel(
        decor,
        plan,
        Smart(
            letter="F",
            specifiek="Noor gaat vier dagen per week naar school",
            meetbaar="De mentor houdt bij op welke dagen Noor er is. Vier van de vijf is goed.",
            acceptabel="Noor wil dit zelf, als zij op de vijfde dag thuis mag leren.",
            realistisch="Nu lukken twee dagen. Elke maand komt er een halve dag bij.",
            tot=decor.workday(weken=8),
        ),
        eigenaar=stoelen["Noor"],
        voor=gezin.persoon_set.get(voornaam="Noor"),
    )
    add_actie(
        school, "Samen naar school fietsen op maandag", wie=stoelen["Ria"], klaar_op=decor.workday(weken=-9)
    )
    add_actie(school, "Elke vrijdag met Tom kijken hoe de week ging", wie=stoelen["Noor"])
    add_actie(school, "Een rustige plek regelen voor de pauze", wie=stoelen["Anja"])
    ouders = add_doel(
        decor,
        plan,
        Smart(
            letter="B",
            specifiek="Samira en Peter maken samen afspraken over Noor en Adam",
            meetbaar="Elke zondag spreken zij tien minuten. Noor hoort de afspraken van allebei hetzelfde.",
            acceptabel="Beide ouders vinden dat de kinderen geen boodschappen moeten overbrengen.",
            realistisch="Zij bellen nu al om de week. Tom helpt met een vaste lijst.",
            tot=decor.workday(weken=8),
        ),
        eigenaar=stoelen["Samira"],
    )
    add_actie(
        ouders,
        "Een vaste lijst maken voor het gesprek op zondag",
        wie=stoelen["Tom"],
        klaar_op=decor.workday(weken=-12),
    )
    add_actie(ouders, "Elke zondag om zeven uur bellen", wie=stoelen["Peter"])
    adopt(decor, plan, op=decor.workday(weken=-15))
