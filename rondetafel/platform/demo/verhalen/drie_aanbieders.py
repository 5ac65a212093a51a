"""Emir, 12, Elif, 9, and Can, 5: three children, three zorgaanbieders, one plan. The RTO was held."""

from datetime import date, time

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan.gegevens import Bevinding
from rondetafel.instroom.gegevens import Relatie
from rondetafel.overleg.models import OverlegSoort
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.delen import talk_about_birthday
from rondetafel.platform.demo.bouw.eigendossier import correct_note, note
from rondetafel.platform.demo.bouw.eigenplan import ask_eigenplan, say_eigenplan
from rondetafel.platform.demo.bouw.gezin import add_sibling, let_read, seat, stoel_of
from rondetafel.platform.demo.bouw.instroom import Besluit, Jeugdige, Komst, Ouder, Vraag, arrive
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, evaluate, finish, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, ask_verlenging, grant
from rondetafel.regels.datum import DAG, last_day_of
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.familiegroepsplan import Eigenstap
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse
from rondetafel.regels.verwijzers import Verwijzer


def tell(decor: Decor) -> Gezin:
    """Make the family: a verlenging for Emir is asked in time and waits for the kernteam."""
    emir = Jeugdige(naam="Emir||Demir", geboren=decor.born(12, over_dagen=-90), geslacht="M")
    gezin = arrive(decor, _komst(decor, emir), _besluit(decor))
    elif_ = Jeugdige(naam="Elif||Demir", geboren=decor.born(10, over_dagen=60), geslacht="V")
    can = Jeugdige(naam="Can||Demir", geboren=decor.born(5, over_dagen=-20), geslacht="M")
    add_sibling(decor, gezin, elif_)
    add_sibling(decor, gezin, can)
    _lay_table(decor, gezin)
    start = decor.workday(weken=-17)
    for naam, product, organisatie, uitvoerder, maanden in (
        ("Emir", "begeleiding-individueel", "De Linde", "tom", 6),
        ("Elif", "behandeling-individueel", "Het Kompas", "yasmina", 10),
        ("Can", "begeleiding-groep", "Zorgboerderij 't Veld", "kees", 6),
    ):
        hulp = Hulp(
            product=product,
            organisatie=organisatie,
            uitvoerder=uitvoerder,
            van=start,
            tot=last_day_of(start, maanden),
        )
        grant(decor, gezin.persoon_set.get(voornaam=naam), hulp)
    _ask_own_plan(decor, gezin)
    _make_plan(decor, gezin)
    _hold_rto(decor, gezin)
    _keep_own_dossier(decor, gezin)
    ask_verlenging(
        gezin.persoon_set.get(voornaam="Emir").akkoorden.get(),
        tot=last_day_of(last_day_of(start, 6) + DAG, 3),
        motivering="Het gaat beter in de klas. Drie maanden extra om het vast te houden.",
        op=decor.workday(weken=-1),
    )
    return gezin


def _komst(decor: Decor, emir: Jeugdige) -> Komst:
    return Komst(
        jeugdige=emir,
        ouders=(
            Ouder(naam="Esra||Demir", relatie=Relatie.MOEDER, taal="tr"),
            Ouder(naam="Murat||Demir", relatie=Relatie.VADER, taal="tr"),
        ),
        adres="Parklaan|101|6372 QR|Landgraaf",
        gebied=6,
        vraag=Vraag(
            door="anja",
            soort=Verwijzer.SCHOOL,
            op=decor.workday(weken=-21),
            hulpvraag="Emir kan zich niet concentreren. Ook met zijn broertje en zusje gaat het niet goed.",
        ),
    )


def _besluit(decor: Decor) -> Besluit:
    return Besluit(
        op=decor.workday(weken=-19),
        klasse=Klasse.MULTIPROBLEEM,
        kwadrant=Kwadrant.K3,
        product="begeleiding-individueel",
        waarom="Drie kinderen met elk een andere vraag. Eén plan en één regisseur houden het bij elkaar.",
        regisseur="els",
    )


def _lay_table(decor: Decor, gezin: Gezin) -> None:
    start = decor.workday(weken=-18)
    let_read(decor, stoel_of(gezin, "Esra"), "esra", op=start)
    emir = gezin.persoon_set.get(voornaam="Emir")
    talk_about_birthday(decor, emir, 12, op=decor.workday(weken=-13))
    # From twelve on he may; he was eleven when the plan began.
    let_read(decor, stoel_of(gezin, "Emir"), "emir", op=decor.workday(weken=-12))
    seat(decor, gezin, "Tante Ayla", relatie="tante", op=start)
    school = "Basisschool De Wissel"
    seat(decor, gezin, "Anja Maas", relatie="intern begeleider", organisatie=school, op=start)


def _ask_own_plan(decor: Decor, gezin: Gezin) -> None:
    """Asked before any goal was chosen; Esra wrote down what the family does itself."""
    op, na = decor.workday(weken=-18), decor.workday(weken=-18, dagen=1)
    ask_eigenplan(decor, gezin, "Thuis gevraagd, met tante Ayla erbij. Met een voorbeeld.", op=op)
    say_eigenplan(decor, gezin, "esra", Eigenstap.MET_HULP, "Wij willen dit met Ayla doen.", op=na)
    plan = (
        "Wij eten met zijn vijven, zonder telefoon.\nTante Ayla haalt Can op dinsdag en donderdag uit school.\n"
        "Murat oefent met Emir, Esra leest met Elif.\nLukt het niet, dan bellen we eerst Ayla en dan Els."
    )
    say_eigenplan(decor, gezin, "esra", Eigenstap.PLAN, plan, op=decor.workday(weken=-17))


def _make_plan(decor: Decor, gezin: Gezin) -> None:
    plan = start_plan(decor, gezin, op=decor.workday(weken=-17))
    tot = decor.workday(weken=9)
    klas = add_doel(
        decor,
        plan,
        Smart(
            matrix="F2",
            specifiek="Emir maakt zijn werk af in de klas",
            meetbaar="De juf telt per week hoeveel taken af zijn. Acht van de tien is goed.",
            acceptabel="Emir wil naar de havo, net als zijn nicht.",
            realistisch="Vijf van de tien lukt nu, met een koptelefoon.",
            tot=tot,
        ),
        eigenaar=stoel_of(gezin, "Emir"),
        voor=gezin.persoon_set.get(voornaam="Emir"),
    )
    add_actie(decor, klas, "Elke dag een half uur oefenen met Tom of thuis", wie=stoel_of(gezin, "Tom"))
    vooraan = add_actie(decor, klas, "Een plek vooraan regelen", wie=stoel_of(gezin, "Anja"))
    rust = add_doel(
        decor,
        plan,
        Smart(
            matrix="B1",
            specifiek="Er is rust aan tafel bij het avondeten",
            meetbaar="Vijf avonden per week eten alle vijf tegelijk.",
            acceptabel="Esra en Murat missen dit het meest.",
            realistisch="In het weekend lukt het al.",
            tot=tot,
        ),
        eigenaar=stoel_of(gezin, "Esra"),
    )
    add_actie(decor, rust, "Om zes uur alle telefoons in de la", wie=stoel_of(gezin, "Murat"))
    adopt(decor, plan, op=decor.workday(weken=-14))
    finish(decor, vooraan, op=decor.workday(weken=-13))


def _keep_own_dossier(decor: Decor, gezin: Gezin) -> None:
    """Tom of De Linde writes for his colleagues; nobody else at this table reads it."""
    eerst, later = decor.workday(weken=-8), decor.workday(weken=-3)
    klas = gezin.plan.doelen.get(eigenaar=stoel_of(gezin, "Emir"))
    note(
        decor,
        gezin,
        "tom",
        "Oefenen lukt het best direct na school. Emir kiest zelf waarmee hij begint.",
        op=eerst,
        doel_id=klas.pk,
    )
    pk = note(decor, gezin, "tom", "Werkvorm met de zandloper geprobeerd: vijf minuten.", op=later)
    tekst = "Werkvorm met de zandloper geprobeerd: tien minuten. Volgende keer met muziek."
    correct_note(decor, pk, "tom", tekst, over=later, op=decor.workday(weken=-3, dagen=1))


def _hold_rto(decor: Decor, gezin: Gezin) -> None:
    """All care was looked at together, both goals were looked back on, and the plan was adopted anew."""
    rto = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.RTO,
            op=decor.workday(weken=-2),
            tijd=time(16, 0),
            plaats="Basisschool De Wissel",
            stoelen=tuple(
                stoel_of(gezin, naam) for naam in ("Emir", "Esra", "Murat", "Els", "Tom", "Yasmina", "Kees")
            ),
        ),
        gepland_op=decor.workday(weken=-6),
    )
    hold_overleg(
        decor,
        rto,
        verslag="Alle drie de kinderen besproken. Tom vraagt voor Emir een verlenging van drie maanden.",
        doelen=2,
        afwezig=[stoel_of(gezin, "Murat")],
    )
    _look_back(decor, gezin, decor.workday(weken=-2))
    adopt(decor, gezin.plan, op=decor.workday(weken=-2))


def _look_back(decor: Decor, gezin: Gezin, dag: date) -> None:
    """Emir and his mother each own a goal, and say themselves how it goes."""
    evaluate(
        decor,
        gezin.plan.doelen.get(eigenaar=stoel_of(gezin, "Emir")),
        Bevinding(
            dag=dag,
            moment=Moment.TUSSEN,
            uitkomst=Uitkomst.DEELS,
            waarneming="Ik maak nu zeven van de tien taken af. Vooraan zitten helpt.",
            score_gezin=-1,
            score_hulp=0,
        ),
        als="emir",
    )
    evaluate(
        decor,
        gezin.plan.doelen.get(eigenaar=stoel_of(gezin, "Esra")),
        Bevinding(
            dag=dag,
            moment=Moment.TUSSEN,
            uitkomst=Uitkomst.NIET,
            waarneming="Door de avonddienst van Murat lukt samen eten maar twee keer per week.",
        ),
        als="esra",
    )
