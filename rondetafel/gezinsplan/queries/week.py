"""How do the weeks go, what does the family want to say, and for whom may this person give a colour?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from rondetafel.gezinnen.models import Betrokkene, Gezin, Gezinsrol, Groep, Persoon, Regie
from rondetafel.gezinnen.queries import own_person, people_at
from rondetafel.gezinnen.schermen import Verborgen
from rondetafel.gezinsplan.models import Tafelwoord, Weekkleur
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.leeftijd import age_on
from rondetafel.regels.week import Kleur, Kleurgever, assess_kleurgever, week_of
from rondetafel.toegang.mag import Reikwijdte, Wie
from rondetafel.toegang.rechten import Onderdeel, Soort
from rondetafel.toegang.rollen import Hoedanigheid

# How many weeks a page looks back, and how many words of the family it shows.
WEKEN = 6
WOORDEN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurregel:
    """One colour as people read it. `voor` empty is the parents together."""

    pk: UUID
    voor_id: UUID | None
    voor: str
    stoel: str
    kleur: Kleur
    woord: str
    week: date
    gegeven_op: date
    contact_op: date | None
    contact_hoe: str

    @classmethod
    def parse(cls, rij: Mapping[str, Any]) -> Self:
        contact_op = rij["contact_op"]
        return cls(
            pk=UUID(rij["pk"]),
            voor_id=UUID(rij["voor_id"]) if rij["voor_id"] else None,
            voor=rij["voor"] or "",
            stoel=rij["stoel"],
            kleur=Kleur(rij["kleur"]),
            woord=rij["woord"],
            week=date.fromisoformat(rij["week"]),
            gegeven_op=date.fromisoformat(rij["gegeven_op"]),
            contact_op=date.fromisoformat(contact_op) if contact_op else None,
            contact_hoe=rij["contact_hoe"],
        )

    @property
    def vraagt_contact(self) -> bool:
        return self.kleur is Kleur.ROOD and self.contact_op is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurrij:
    """The weeks of one member of the family, or of the parents together, the oldest first; None is no colour."""

    voor: str
    weken: tuple[tuple[date, Kleurregel | None], ...]
    vraagt_contact: Kleurregel | None

    @property
    def nu(self) -> Kleurregel | None:
        return self.weken[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurplek:
    """For whom this reader may give a colour: themselves, a child, or the parents together; and the one of now."""

    persoon_id: UUID | None
    naam: str
    is_zelf: bool
    nu: Kleurregel | None

    @property
    def is_samen(self) -> bool:
        return self.persoon_id is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Woordregel:
    """A few words to the table, as people read them. `doel` empty is in general."""

    pk: UUID
    doel_id: UUID | None
    doel: str
    stoel: str
    tekst: str
    gezegd_op: date
    is_eigen: bool

    @classmethod
    def parse(cls, rij: Mapping[str, Any], wie: Wie) -> Self:
        return cls(
            pk=UUID(rij["pk"]),
            doel_id=UUID(rij["doel_id"]) if rij["doel_id"] else None,
            doel=rij["doel"] or "",
            stoel=rij["stoel"],
            tekst=rij["tekst"],
            gezegd_op=date.fromisoformat(rij["gezegd_op"]),
            is_eigen=UUID(rij["door_id"]) == wie.id,
        )


def since_week(peildatum: date) -> date:
    """The Monday from which a page shows colours."""
    return week_of(peildatum) - timedelta(weeks=WEKEN - 1)


def kleuren_within(bereik: Reikwijdte, verborgen: Verborgen, sinds: date) -> ArraySubquery:
    """The colours of a family, for who already asks for that family; the newest first."""
    kleuren = Weekkleur.objects.within(bereik, verborgen).filter(gezin=OuterRef("pk"), week__gte=sinds)
    return ArraySubquery(
        kleuren.order_by("-created_at", "-pk").values(
            een=JSONObject(
                pk="pk",
                voor_id="voor_id",
                voor="voor__voornaam",
                stoel="stoel__naam",
                kleur="kleur",
                woord="woord",
                week="week",
                gegeven_op="gegeven_op",
                contact_op="contact_op",
                contact_hoe="contact_hoe",
            )
        )[:200]
    )


def woorden_within(bereik: Reikwijdte, verborgen: Verborgen) -> ArraySubquery:
    """What the family said last, for who already asks for that family; the newest first."""
    woorden = Tafelwoord.objects.within(bereik, verborgen).standing().filter(gezin=OuterRef("pk"))
    return ArraySubquery(
        woorden.order_by("-created_at", "-pk").values(
            een=JSONObject(
                pk="pk",
                doel_id="doel_id",
                doel="doel__specifiek",
                stoel="stoel__naam",
                door_id="door_id",
                tekst="tekst",
                gezegd_op="gezegd_op",
            )
        )[:WOORDEN]
    )


def as_kleuren(rijen: Iterable[Mapping[str, Any]]) -> list[Kleurregel]:
    return [Kleurregel.parse(een) for een in rijen]


def as_woorden(rijen: Iterable[Mapping[str, Any]], wie: Wie) -> list[Woordregel]:
    return [Woordregel.parse(een, wie) for een in rijen]


def rows_of_kleuren(kleuren: Sequence[Kleurregel], peildatum: date) -> list[Kleurrij]:
    """The same colours, a row for each: of each week the last one counts."""
    begin = since_week(peildatum)
    weken = [begin + timedelta(weeks=nummer) for nummer in range(WEKEN)]
    rijen: dict[UUID | None, dict[date, Kleurregel]] = {}
    for een in kleuren:
        rijen.setdefault(een.voor_id, {}).setdefault(een.week, een)
    vragend = {een.voor_id: een for een in kleuren if een.vraagt_contact}
    gevonden = [
        Kleurrij(
            voor=next(iter(per_week.values())).voor,
            weken=tuple((week, per_week.get(week)) for week in weken),
            vraagt_contact=vragend.get(voor_id),
        )
        for voor_id, per_week in rijen.items()
    ]
    return sorted(gevonden, key=lambda een: (not een.voor, een.voor))


def week_page_of(gezin: Gezin, wie: Wie, peildatum: date) -> tuple[list[Kleurrij], list[Kleurplek]]:
    """The rows of colours of a family and for whom `wie` may give one; two queries."""
    rijen = Weekkleur.objects.visible_to(wie, peildatum).filter(gezin=gezin, week__gte=since_week(peildatum))
    gevonden = [
        Kleurregel(
            pk=een.pk,
            voor_id=een.voor_id,
            voor=een.voor.voornaam if een.voor else "",
            stoel=een.stoel.naam,
            kleur=Kleur(een.kleur),
            woord=een.woord,
            week=een.week,
            gegeven_op=een.gegeven_op,
            contact_op=een.contact_op,
            contact_hoe=een.contact_hoe,
        )
        for een in rijen.select_related("voor", "stoel").order_by("-created_at", "-pk")[:200]
    ]
    betrokkenen = people_at(gezin.pk, wie, peildatum)
    plekken = places_of(betrokkenen, gevonden, wie=wie, gezin_id=gezin.pk, peildatum=peildatum)
    return rows_of_kleuren(gevonden, peildatum), plekken


def own_stoel(betrokkenen: Iterable[Betrokkene], wie: Wie) -> Betrokkene | None:
    """The chair of this person, if it is one of the family itself."""
    return next((een for een in betrokkenen if een.gebruiker_id == wie.id and een.groep == Groep.GEZIN), None)


def regisseurs_of(gezin_id: UUID, peildatum: date) -> list[UUID]:
    """The accounts that have the regie of this family on this day."""
    regie = Regie.objects.filter(running_on(peildatum), gezin_id=gezin_id)
    return list(regie.values_list("regisseur_id", flat=True))


def as_kleurgever(
    betrokkenen: Iterable[Betrokkene], voor_id: UUID | None, *, wie: Wie, gezin_id: UUID, peildatum: date
) -> Kleurgever:
    """Return who would give a colour for whom, as the rules read it.

    :raises Persoon.DoesNotExist: when nobody at this table is `voor_id`.
    """
    betrokkenen = list(betrokkenen)
    stoel, zelf = own_stoel(betrokkenen, wie), own_person(betrokkenen, wie)
    personen = {een.persoon_id: een.persoon for een in betrokkenen if een.persoon}
    persoon = personen.get(voor_id)
    if voor_id and persoon is None:
        raise Persoon.DoesNotExist
    geboren = persoon.geboortedatum if persoon else None
    return Kleurgever(
        is_gezinslid=stoel is not None,
        is_ouder=_is_parent(wie, voor_id or gezin_id, peildatum),
        is_zelf=voor_id is not None and voor_id == zelf,
        is_samen=voor_id is None,
        naam=persoon.voornaam if persoon else "",
        leeftijd=age_on(geboren, peildatum) if geboren else None,
    )


def places_of(
    betrokkenen: Sequence[Betrokkene],
    kleuren: Iterable[Kleurregel],
    *,
    wie: Wie,
    gezin_id: UUID,
    peildatum: date,
) -> list[Kleurplek]:
    """For whom `wie` may give a colour this week: themselves first, then the children, then together."""
    if own_stoel(betrokkenen, wie) is None:
        return []
    nu: dict[UUID | None, Kleurregel] = {}
    for een in kleuren:
        if een.week == week_of(peildatum):
            nu.setdefault(een.voor_id, een)
    zelf = own_person(betrokkenen, wie)
    plekken = [
        Kleurplek(
            persoon_id=persoon_id,
            naam=naam,
            is_zelf=persoon_id is not None and persoon_id == zelf,
            nu=nu.get(persoon_id),
        )
        for persoon_id, naam in _candidates(betrokkenen)
        if assess_kleurgever(
            as_kleurgever(betrokkenen, persoon_id, wie=wie, gezin_id=gezin_id, peildatum=peildatum)
        ).is_akkoord
    ]
    return sorted(plekken, key=lambda een: (not een.is_zelf, een.is_samen))


def young_children(
    betrokkenen: Iterable[Betrokkene], wie: Wie, gezin_id: UUID, peildatum: date
) -> list[Persoon]:
    """The children who hear of the plan through this parent: not yet old enough to read it themselves."""
    betrokkenen = list(betrokkenen)
    return [
        een.persoon
        for een in betrokkenen
        if een.persoon
        and een.persoon.rol == Gezinsrol.KIND
        and een.gebruiker_id != wie.id
        and assess_kleurgever(
            as_kleurgever(betrokkenen, een.persoon_id, wie=wie, gezin_id=gezin_id, peildatum=peildatum)
        ).is_akkoord
    ]


def last_looked(gezin_id: UUID, peildatum: date) -> date | None:
    """On which day before today did the person of this transaction last look at this plan?

    The logboek knows; this tells only who asks about themselves, also who may not read the logboek.
    """
    with connection.cursor() as cursor:
        cursor.execute("select laatst_gekeken(%s, %s)", [gezin_id, peildatum])
        found: date | None = cursor.fetchone()[0]
        return found


def words_since(gezin_id: UUID, wie: Wie, peildatum: date, *, na: date | None) -> QuerySet[Tafelwoord]:
    """What the family said after a day and did not take back: for the next time at the table."""
    woorden = Tafelwoord.objects.visible_to(wie, peildatum).standing().filter(gezin_id=gezin_id)
    if na:
        woorden = woorden.filter(gezegd_op__gt=na)
    return woorden.select_related("stoel", "doel").order_by("created_at", "pk")


def _candidates(betrokkenen: Iterable[Betrokkene]) -> list[tuple[UUID | None, str]]:
    personen = [(een.persoon_id, een.persoon.voornaam) for een in betrokkenen if een.persoon]
    return [*personen, (None, "")]


def _is_parent(wie: Wie, sleutel: UUID, peildatum: date) -> bool:
    return any(
        band.hoedanigheid is Hoedanigheid.OUDER
        and band.holds_on(peildatum)
        and band.opens(Onderdeel.ACTIE, Soort.SCHRIJVEN)
        and band.covers(sleutel)
        for band in wie.banden
    )
