"""Sophie, 15: the help stopped as planned, the goal was more than reached. Two months ago."""

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
    seat_account,
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.overleg import Afspraak, hold_overleg, plan_overleg
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, finish, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant, stop
from rondetafel.regels.datum import last_day_of


def tell(decor: Decor) -> Gezin:
    """Make the family: the regisseur stays until a month from now, in case it is needed again."""
    gezin = make_gezin(decor, gebied=None, op=decor.workday(weken=-36))
    sophie = add_kind(
        decor, gezin, "Sophie||Claessens", geboren=decor.born(15, over_dagen=-100), geslacht="V"
    )
    erik = add_volwassene(gezin, "Erik||Claessens", relatie="vader", geslacht="M")
    give_gezag([sophie], erik)
    add_adres(erik, "Valkenburgerweg|14|6367 YZ|Voerendaal", van=sophie.geboortedatum)
    aanmelding = register_kind(
        decor,
        sophie,
        Vraag(
            door="gielen",
            verwijzersoort="huisarts",
            op=decor.workday(weken=-37),
            hulpvraag="Sinds haar moeder overleed doet Sophie alles alleen. Haar vader weet niet hoe verder.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-35),
            classificatie=Zorgclassificatie.MEERVOUDIG,
            kwadrant=Kwadrant.K3,
            product="begeleiding-individueel",
        ),
    )
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-35), tot=decor.workday(weken=4))
    start = decor.workday(weken=-33)
    begeleider = seat_account(gezin, "tom", decor=decor, relatie="begeleider", op=start)
    akkoord = grant(
        decor,
        sophie,
        Hulp(
            product="begeleiding-individueel",
            organisatie="De Linde",
            uitvoerder="tom",
            van=start,
            tot=last_day_of(start, 6),
        ),
    )
    plan = start_plan(decor, gezin, op=start)
    zelf = gezin.betrokkene_set.get(naam="Sophie Claessens")
    vader = gezin.betrokkene_set.get(naam="Erik Claessens")
    doel = add_doel(
        decor,
        plan,
        Smart(
            letter="B",
            specifiek="Sophie en haar vader doen elke week iets samen",
            meetbaar="Zij houden het bij op de kalender in de keuken.",
            acceptabel="Allebei missen zij hoe het was.",
            realistisch="Koken op zondag lukt nu al.",
            tot=decor.workday(weken=-9),
        ),
        eigenaar=zelf,
    )
    add_actie(doel, "Op zondag samen koken", wie=vader, klaar_op=decor.workday(weken=-20))
    add_actie(doel, "Eén keer naar de lotgenotengroep", wie=zelf, klaar_op=decor.workday(weken=-16))
    adopt(decor, plan, op=decor.workday(weken=-29))
    einde = decor.workday(weken=-9)
    overleg = plan_overleg(
        decor,
        gezin,
        Afspraak(
            soort=OverlegSoort.EINDOVERLEG,
            op=einde,
            plaats="Bij Sophie thuis",
            stoelen=(zelf, vader, begeleider, gezin.betrokkene_set.get(relatie="regisseur")),
        ),
        gepland_op=decor.workday(weken=-13),
    )
    hold_overleg(decor, overleg, verslag="Het gaat goed. Sophie en Erik kunnen zelf verder.", doelen=1)
    stop(
        decor,
        akkoord,
        op=einde,
        gas_score=1,
        toelichting="Zij doen nu twee keer per week iets samen. Dat is meer dan het doel.",
    )
    finish(plan, op=einde)
    return gezin
