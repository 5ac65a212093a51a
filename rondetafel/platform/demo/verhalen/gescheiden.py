"""Fenna, 10, and Jip, 6: their parents are divorced. The father had gezag once; since a year he has not."""

from datetime import date, timedelta

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
    start_regie,
)
from rondetafel.platform.demo.bouw.instroom import Besluit, Vraag, decide, register_kind
from rondetafel.platform.demo.bouw.plan import Smart, add_actie, add_doel, adopt, start_plan
from rondetafel.platform.demo.bouw.zorg import Hulp, grant
from rondetafel.toegang.banden import Leesrecht, open_band
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid


def tell(decor: Decor) -> Gezin:
    """Make the family: the gebiedsteam helps without an end date, the father no longer reads along."""
    begin = decor.workday(weken=-80)
    gezin = make_gezin(decor, gebied=2, op=begin)
    fenna = add_kind(decor, gezin, "Fenna||Smeets", geboren=decor.born(11, over_dagen=120), geslacht="V")
    jip = add_kind(decor, gezin, "Jip||Smeets", geboren=decor.born(7, over_dagen=33), geslacht="M")
    wendy = add_volwassene(gezin, "Wendy||Kusters", relatie="moeder", geslacht="V")
    ruud = add_volwassene(gezin, "Ruud||Smeets", relatie="vader", geslacht="M")
    einde = decor.workday(weken=-52)
    give_gezag([fenna, jip], wendy)
    give_gezag([fenna, jip], ruud, tot=einde)
    add_adres(wendy, "Kerkstraat|9|6411 GH|Heerlen", van=begin)
    aanmelding = register_kind(
        decor,
        fenna,
        Vraag(
            door="anja",
            verwijzersoort="school",
            op=decor.workday(weken=-81),
            hulpvraag="Fenna is vaak boos en huilt in de klas. Thuis is er veel ruzie.",
        ),
    )
    decide(
        decor,
        aanmelding,
        Besluit(
            op=decor.workday(weken=-79), classificatie=Zorgclassificatie.MEERVOUDIG, kwadrant=Kwadrant.K2
        ),
    )
    start_regie(decor, gezin, "joris", van=decor.workday(weken=-79))
    _let_father_read_until(decor, gezin, einde - timedelta(days=1))
    seat(decor, gezin, "Opa Wim", relatie="opa", op=decor.workday(weken=-78))
    seat(
        decor,
        gezin,
        "Lotte Bemelmans",
        relatie="jeugdhulpverlener",
        organisatie="Gebiedsteams Heerlen",
        op=decor.workday(weken=-77),
    )
    grant(
        decor,
        fenna,
        Hulp(product="gebiedsteam", organisatie="Gebiedsteams Heerlen", van=decor.workday(weken=-77)),
    )
    plan = start_plan(decor, gezin, op=decor.workday(weken=-76))
    doel = add_doel(
        decor,
        plan,
        Smart(
            letter="C",
            specifiek="Fenna zegt wat zij voelt voordat zij boos wordt",
            meetbaar="Thuis en op school is er per week hoogstens één ruzie.",
            acceptabel="Fenna wil minder straf. Haar moeder en de juf doen mee.",
            realistisch="Met de kaarten van het gebiedsteam lukt het al soms.",
            tot=decor.workday(weken=10),
        ),
        eigenaar=gezin.betrokkene_set.get(naam="Wendy Kusters"),
        voor=fenna,
    )
    add_actie(
        doel, "De gevoelskaarten gebruiken na school", wie=gezin.betrokkene_set.get(naam="Fenna Smeets")
    )
    add_actie(doel, "Op woensdag naar de voetbalclub", wie=gezin.betrokkene_set.get(naam="Opa Wim"))
    adopt(decor, plan, op=decor.workday(weken=-11), uitgave=5)
    return gezin


def _let_father_read_until(decor: Decor, gezin: Gezin, tot: date) -> None:
    stoel = gezin.betrokkene_set.get(naam="Ruud Smeets")
    ruud = decor.accounts["ruud"]
    stoel.gebruiker, stoel.email = ruud, ruud.email
    stoel.save(update_fields=["gebruiker", "email"])
    recht = Leesrecht(
        hoedanigheid=Hoedanigheid.OUDER, grond=Grond.GEZAG, van=decor.workday(weken=-78), tot=tot
    )
    open_band(gezin, gebruiker_id=ruud.pk, recht=recht, grond_id=stoel.pk)
