"""Emir, 12, Elif, 9, and Can, 5: three children, three zorgaanbieders, one plan. The RTO was held."""

from datetime import date, time

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import (
    add_adres,
    add_kind,
    add_volwassene,
    give_gezag,
    let_read,
    make_gezin,
    seat,
    seat_account,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, ask_verlenging, grant
from rondetafel.regels.datum import DAG, last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: a verlenging for Emir is asked in time and waits for the kernteam."""
    gezin = make_gezin(decor, gebied=6, op=decor.workday(weken=-20))
    emir = add_kind(decor, gezin, "Emir||Demir", geboren=decor.born(12, over_dagen=-90), geslacht="M")
    add_kind(decor, gezin, "Elif||Demir", geboren=decor.born(10, over_dagen=60), geslacht="V")
    add_kind(decor, gezin, "Can||Demir", geboren=decor.born(5, over_dagen=-20), geslacht="M")
    esra = add_volwassene(gezin, "Esra||Demir", relatie="moeder", geslacht="V", taal="tr")
    murat = add_volwassene(gezin, "Murat||Demir", relatie="vader", geslacht="M", taal="tr")
    give_gezag(gezin.persoon_set.filter(rol="kind"), esra, murat)
    for persoon in gezin.persoon_set.all():
        add_adres(persoon, "Parklaan|101|6372 QR|Landgraaf", van=emir.geboortedatum)
    aanmelding = register_kind(
        decor,
        emir,
        Vraag(
            door="anja",
            verwijzersoort="school",
            op=decor.workday(weken=-21),
            hulpvraag="Emir kan zich niet concentreren. Ook met zijn broertje en zusje gaat het niet goed.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-19),
            classificatie=Zorgclassificatie.MULTIPROBLEEM,
            kwadrant=Kwadrant.K3,
            product="begeleiding-individueel",
            motivering="Drie kinderen met elk een andere vraag. Eén plan en één regisseur houden het bij elkaar.",
        ),
    )
    start_regie(decor, gezin, "els", van=decor.workday(weken=-19))
    _lay_table(decor, gezin, decor.workday(weken=-18))
    start = decor.workday(weken=-17)
    for naam, product, organisatie, uitvoerder, maanden in (
        ("Emir", "begeleiding-individueel", "De Linde", "tom", 6),
        ("Elif", "behandeling-individueel", "Het Kompas", "yasmina", 10),
        ("Can", "begeleiding-groep", "Zorgboerderij 't Veld", "", 6),
    ):
        grant(
            decor,
            gezin.persoon_set.get(voornaam=naam),
            Hulp(
                product=product,
                organisatie=organisatie,
                uitvoerder=uitvoerder,
                van=start,
                tot=last_day_of(start, maanden),
            ),
        )
    _make_plan(decor, gezin)
    akkoord = emir.akkoorden.get()
    assert akkoord.einddatum
    ask_verlenging(
        decor,
        akkoord,
        tot=last_day_of(akkoord.einddatum + DAG, 3),
        motivering="Het gaat beter in de klas. Drie maanden extra om het vast te houden.",
        op=decor.workday(weken=-1),
    )
    return gezin


def _lay_table(decor: Decor, gezin: Gezin, start: date) -> None:
    let_read(decor, gezin.betrokkene_set.get(naam="Esra Demir"), "esra", op=start)
    let_read(decor, gezin.betrokkene_set.get(naam="Emir Demir"), "emir", op=decor.workday(weken=-12))
    seat(decor, gezin, "Tante Ayla", relatie="tante", op=start)
    seat(
        decor, gezin, "Anja Maas", relatie="intern begeleider", organisatie="Basisschool De Wissel", op=start
    )
    seat(
        decor, gezin, "Kees Odekerken", relatie="groepsleider", organisatie="Zorgboerderij 't Veld", op=start
    )
    seat_account(gezin, "tom", decor=decor, relatie="begeleider", op=start)
    seat_account(gezin, "yasmina", decor=decor, relatie="behandelaar", op=start)


def _make_plan(decor: Decor, gezin: Gezin) -> None:
    stoelen = {
        stoel.naam.partition(" ")[0]: stoel
        for stoel in gezin.betrokkene_set.exclude(naam__startswith="Tante")
    }
    plan = start_plan(decor, gezin, op=decor.workday(weken=-17))
    tot = decor.workday(weken=9)
    klas = add_doel(
        decor,
        plan,
        Smart(
            letter="F",
            specifiek="Emir maakt zijn werk af in de klas",
            meetbaar="De juf telt per week hoeveel taken af zijn. Acht van de tien is goed.",
            acceptabel="Emir wil naar de havo, net als zijn nicht.",
            realistisch="Vijf van de tien lukt nu, met een koptelefoon.",
            tot=tot,
        ),
        eigenaar=stoelen["Emir"],
        voor=gezin.persoon_set.get(voornaam="Emir"),
    )
    add_actie(klas, "Elke dag een half uur oefenen met Tom of thuis", wie=stoelen["Tom"])
    add_actie(klas, "Een plek vooraan regelen", wie=stoelen["Anja"], klaar_op=decor.workday(weken=-13))
    rust = add_doel(
        decor,
        plan,
        Smart(
            letter="B",
            specifiek="Er is rust aan tafel bij het avondeten",
            meetbaar="Vijf avonden per week eten alle vijf tegelijk.",
            acceptabel="Esra en Murat missen dit het meest.",
            realistisch="In het weekend lukt het al.",
            tot=tot,
        ),
        eigenaar=stoelen["Esra"],
    )
    add_actie(rust, "Om zes uur alle telefoons in de la", wie=stoelen["Murat"])
    adopt(decor, plan, op=decor.workday(weken=-12))
    rto = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.RTO,
            op=decor.workday(weken=-2),
            tijd=time(16, 0),
            plaats="Basisschool De Wissel",
            stoelen=tuple(
                stoelen[naam] for naam in ("Emir", "Esra", "Murat", "Els", "Tom", "Yasmina", "Kees")
            ),
        ),
        gepland_op=decor.workday(weken=-6),
    )
    hold_overleg(
        decor,
        rto,
        verslag="Alle drie de kinderen besproken. Tom vraagt voor Emir een verlenging van drie maanden.",
        doelen=2,
        afwezig=[stoelen["Murat"]],
    )
