"""Yara, 13, and Omar, 9: at home they speak Arabic. An interpreter sits at the table."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_gezag,
    make_gezin,
    seat,
    seat_account,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.overleg import Afspraak, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: group treatment for Yara began, the start meeting with interpreter is this week."""
    gezin = make_gezin(decor, gebied=1, op=decor.workday(weken=-8))
    yara = add_kind(decor, gezin, "Yara||Al-Masri", geboren=decor.born(14, over_dagen=90), geslacht="V")
    omar = add_kind(decor, gezin, "Omar||Al-Masri", geboren=decor.born(10, over_dagen=210), geslacht="M")
    rania = add_volwassene(gezin, "Rania||Al-Masri", relatie="moeder", geslacht="V", taal="ar")
    khaled = add_volwassene(gezin, "Khaled||Al-Masri", relatie="vader", geslacht="M", taal="ar")
    give_gezag([yara, omar], rania, khaled)
    for persoon in (yara, omar, rania, khaled):
        add_adres(persoon, "Akerstraat|230|6417 UV|Heerlen", van=decor.workday(weken=-120))
    aanmelding = register_kind(
        decor,
        yara,
        Vraag(
            door="anja",
            verwijzersoort="school",
            op=decor.workday(weken=-9),
            hulpvraag="Yara trekt zich terug en praat bijna niet in de klas.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-7),
            classificatie=Zorgclassificatie.MEERVOUDIG,
            kwadrant=Kwadrant.K3,
            product="behandeling-groep",
        ),
    )
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-7))
    start = decor.workday(weken=-3)
    tolk = seat(decor, gezin, "Huda Saleh", relatie="tolk Arabisch", organisatie="Tolkendienst", op=start)
    behandelaar = seat_account(gezin, "yasmina", decor=decor, relatie="behandelaar", op=start)
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
    plan = start_plan(decor, gezin, op=start)
    moeder = gezin.betrokkene_set.get(naam="Rania Al-Masri")
    doel = add_doel(
        decor,
        plan,
        Smart(letter="G", specifiek="Yara spreekt elke week met een vriendin af"),
        eigenaar=moeder,
        voor=yara,
    )
    add_actie(doel, "Een keer meegaan naar de groep", wie=moeder)
    plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.STARTOVERLEG,
            op=decor.workday(dagen=3),
            plaats="Het Kompas, met tolk",
            stoelen=(moeder, tolk, behandelaar, gezin.betrokkene_set.get(relatie="regisseur")),
        ),
        gepland_op=decor.workday(weken=-2),
    )
    return gezin
