"""Milan, 7: his mother has gezag alone and lives at a secret address. The plan is still a draft."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Kwadrant, Zorgclassificatie
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
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: moved in spring, treatment began five weeks ago, goals due within a week."""
    gezin = make_gezin(decor, gebied=6, op=decor.workday(weken=-9))
    milan = add_kind(decor, gezin, "Milan||Hendriks", geboren=decor.born(8, over_dagen=201), geslacht="M")
    kelly = add_volwassene(gezin, "Kelly||Hendriks", relatie="moeder", geslacht="V")
    give_gezag([milan], kelly)
    for persoon in (milan, kelly):
        add_adres(persoon, "Beekstraat|3|6374 EF|Landgraaf", van=decor.workday(weken=-30), is_geheim=True)
    aanmelding = register_kind(
        decor,
        milan,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(weken=-10),
            hulpvraag="Milan schrikt snel, plast in bed en durft niet alleen te slapen. Er was geweld thuis.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-8),
            classificatie=Zorgclassificatie.MEERVOUDIG,
            kwadrant=Kwadrant.K3,
            product="behandeling-individueel",
            motivering="Behandeling van wat Milan meemaakte. Het adres blijft geheim.",
        ),
    )
    start_regie(decor, gezin, "els", van=decor.workday(weken=-8))
    start = decor.workday(weken=-5)
    seat_account(gezin, "yasmina", decor=decor, relatie="behandelaar", op=start)
    seat(decor, gezin, "Tante Ilse", relatie="tante", op=decor.workday(weken=-6))
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
    plan = start_plan(decor, gezin, op=start)
    doel = add_doel(
        decor,
        plan,
        Smart(letter="A", specifiek="Milan slaapt in zijn eigen bed"),
        eigenaar=gezin.betrokkene_set.get(naam="Kelly Hendriks"),
        voor=milan,
    )
    add_actie(doel, "Elke avond hetzelfde verhaal lezen", wie=gezin.betrokkene_set.get(naam="Kelly Hendriks"))
    return gezin
