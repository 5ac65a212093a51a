"""The family and its network as they are drawn. What the reader may not see is not in the drawing either."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import (
    Adres,
    Betrokkene,
    Groep,
    Netwerkplek,
    Persoon,
    Relatie,
    Relatiesoort,
    Relatiestop,
    Relatievorm,
)
from rondetafel.gezinnen.omgeving import plekken_of
from rondetafel.gezinnen.queries import people_at, short_name
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.personen import ages_on
from rondetafel.toegang.mag import Wie
from rondetafel.web.tekening.familie import Band, Genogram, Huishouden, Kind, Lid, Paar, Stand, Teken
from rondetafel.web.tekening.netwerk import Contact, Hulp, Kracht, Kring, Kringen

TEKENS = {"M": Teken.MAN, "V": Teken.VROUW, "O": Teken.ONBEKEND}
BANDEN = {
    Relatievorm.GEBOORTE: Band.GEBOREN,
    Relatievorm.ADOPTIE: Band.ADOPTIE,
    Relatievorm.PLEEG: Band.PLEEG,
}
STANDEN = {Relatiestop.UIT_ELKAAR: Stand.UIT_ELKAAR, Relatiestop.GESCHEIDEN: Stand.GESCHEIDEN}
TWEE = 2


def genogram_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Genogram:
    """Draw the members of a family with who they are related to at the table; three queries."""
    personen = list(
        Persoon.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).order_by("created_at")
    )
    personen.sort(key=lambda een: een.geboren.vroegst or een.verwacht_op or date.max)
    zichtbaar = Relatie.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).exclude(einde="fout")
    relaties = list(zichtbaar.select_related("persoon", "met", "met_stoel").order_by("van", "created_at"))
    stoelen = {str(een.met_stoel_id): een.met_stoel for een in relaties if een.met_stoel}
    kinderen = tuple(_children(relaties, {str(een.pk): een for een in personen}))
    return Genogram(
        leden=(*(_member(een, peildatum) for een in personen), *(_guest(een) for een in stoelen.values())),
        paren=tuple(_couples(relaties, kinderen)),
        kinderen=kinderen,
        huishoudens=tuple(_houses(gezin_id, wie, peildatum)),
    )


def kringen_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Kringen:
    """Draw everybody around a family, as near as they are and with what they give; two queries."""
    plekken = {een.betrokkene_id: een for een in plekken_of(gezin_id, wie, peildatum)}
    rond = [een for een in people_at(gezin_id, wie, peildatum) if een.groep != Groep.GEZIN]
    return Kringen(
        naam=_("gezin"),
        contacten=tuple(_contact(een, plekken.get(een.pk)) for een in rond if not een.is_open),
    )


def _member(persoon: Persoon, peildatum: date) -> Lid:
    leeftijden = None if persoon.overleden_op else ages_on(persoon.geboren, peildatum)
    vroegst = persoon.geboren.vroegst
    jaren = (
        f"{vroegst.year if vroegst else '?'} – {persoon.overleden_op.year}" if persoon.overleden_op else ""
    )
    return Lid(
        sleutel=str(persoon.pk),
        naam=str(persoon),
        kort=persoon.voornaam,
        teken=Teken.ZWANGERSCHAP if persoon.verwacht_op else TEKENS[persoon.geslacht],
        leeftijd="" if leeftijden is None else "/".join(str(een) for een in sorted(set(leeftijden))),
        jaren=jaren,
        is_overleden=persoon.overleden_op is not None,
    )


def _guest(stoel: Betrokkene) -> Lid:
    return Lid(sleutel=str(stoel.pk), naam=stoel.naam or stoel.relatie, kort=short_name(stoel))


def _other(relatie: Relatie) -> str:
    return str(relatie.met_id or relatie.met_stoel_id)


def _children(relaties: Iterable[Relatie], personen: dict[str, Persoon]) -> Iterator[Kind]:
    """Each child once for each way in which it came to its parents; stepparents show as a partner."""
    ouders = [een for een in relaties if een.soort == Relatiesoort.OUDER and een.vorm in BANDEN]
    rang = {pk: nummer for nummer, pk in enumerate(personen)}
    ouders.sort(key=lambda een: (rang.get(str(een.persoon_id), len(rang)), een.vorm))
    gezinnen = [
        (str(kind), Relatievorm(vorm), tuple(sorted({_other(een) for een in rijen}))[:TWEE])
        for (kind, vorm), rijen in groupby(ouders, key=lambda een: (een.persoon_id, een.vorm))
    ]
    dagen = [(ouders_, personen[kind].geboortedatum) for kind, _vorm, ouders_ in gezinnen if kind in personen]
    for kind, vorm, ouders_ in gezinnen:
        dag = personen[kind].geboortedatum if kind in personen else None
        tweeling = str(dag) if dag and dagen.count((ouders_, dag)) > 1 else ""
        yield Kind(kind=kind, ouders=ouders_, band=BANDEN[vorm], tweeling=tweeling)


def _couples(relaties: Iterable[Relatie], kinderen: Iterable[Kind]) -> Iterator[Paar]:
    """Partners in the order of time, after parents together of whom nothing else is known."""
    paren = [een for een in relaties if een.soort == Relatiesoort.PARTNER]
    bekend = {frozenset((str(een.persoon_id), _other(een))) for een in paren}
    samen = {kind.ouders for kind in kinderen if len(kind.ouders) == TWEE}
    for een, ander in sorted(samen):
        if frozenset((een, ander)) not in bekend:
            yield Paar(een=een, ander=ander, stand=Stand.ONBEKEND)
    for relatie in paren:
        lopend = Stand.SAMENWONEND if relatie.vorm == Relatievorm.SAMEN else Stand.GEHUWD
        stand = STANDEN.get(Relatiestop(relatie.einde), lopend) if relatie.einde else lopend
        yield Paar(een=str(relatie.persoon_id), ander=_other(relatie), stand=stand)


def _houses(gezin_id: UUID, wie: Wie, peildatum: date) -> Iterator[Huishouden]:
    """Who live at one address today, as far as the reader may read addresses; the address itself is not told."""
    wonen: dict[tuple[str, str, str], list[str]] = {}
    adressen = Adres.objects.visible_to(wie, peildatum).filter(running_on(peildatum), gezin_id=gezin_id)
    for een in adressen.exclude(soort="brief").order_by("created_at", "pk"):
        leden = wonen.setdefault((een.postcode, een.huisnummer, een.straat), [])
        if str(een.persoon_id) not in leden:
            leden.append(str(een.persoon_id))
    for nummer, leden in enumerate(wonen.values(), start=1):
        yield Huishouden(naam=_("huis %(nummer)d") % {"nummer": nummer}, leden=tuple(leden))


def _contact(stoel: Betrokkene, plek: Netwerkplek | None) -> Contact:
    return Contact(
        naam=stoel.naam,
        kort=short_name(stoel),
        wie=stoel.relatie,
        groep=str(plek or stoel.get_groep_display()),
        kring=Kring(plek.nabijheid) if plek else Kring.IETS_VERDER,
        kracht=Kracht(plek.lijn) if plek else Kracht.GEWOON,
        nu=tuple(_help(een) for een in plek.steun_nu) if plek else (),
        kan=tuple(_help(een) for een in stoel.steun if plek is None or een not in plek.steun_nu),
    )


def _help(soort: str) -> Hulp:
    return Hulp(letter=soort[0].upper(), woord=Steun(soort).naam)
