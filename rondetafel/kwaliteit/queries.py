"""What stands out, what is still open, and what do the rules need to know about looking?"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import BooleanField, Case, F, OuterRef, Q, QuerySet, Subquery, Value, When

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.gezinnen.queries import people_at
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kwaliteit.models import REDENEN, Afwijking, Klacht, KlachtQuerySet, Noodknop, Noodoordeel
from rondetafel.regels.afwijking import Grenzen, Kijkdag
from rondetafel.regels.noodknop import Noodreden, closes_at
from rondetafel.regels.termijnen import NOODKNOP_BEOORDELEN
from rondetafel.toegang.logboek import lines_for
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rollen import BREDE_ROLLEN, Rol

# A finding that stays open longer than this comes first.
DAGEN_OPEN = 7
# How many uses of the noodknop stand on a start page; the page of the family has them all.
REGELS_VANDAAG = 5
# Of each row on a list: what a line of the logboek about reading it needs.
VAN_WIE = ("pk", "gezin_id", "gemeente_id")


def grenzen() -> Grenzen:
    """The bounds of this installation."""
    return Grenzen(veel_smal=settings.VEEL_GEZINNEN_SMAL, veel_breed=settings.VEEL_GEZINNEN_BREED)


def looking_between(van: date, tot: date) -> Iterator[Kijkdag]:
    """Who opened which family on which day, from `van` up to and including `tot`, with what the rules ask.

    The database works out what is the same (name, postcode, chair), so that no address leaves it.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from kijkfeiten(%s, %s)", [van, tot])
        namen = [kolom.name for kolom in cursor.description]
        for rij in cursor.fetchall():
            feiten: dict[str, Any] = dict(zip(namen, rij, strict=True))
            yield Kijkdag(
                **feiten | {"uren": frozenset(feiten["uren"])},
                is_breed=feiten["rol"] in BREDE_ROLLEN,
            )


def list_afwijkingen(wie: Wie, peildatum: date, *, is_open: bool) -> QuerySet[Afwijking, Any]:
    """Findings of the own municipalities: what is open too long first, then the oldest."""
    te_lang = Case(
        When(gevonden_op__lt=peildatum - timedelta(days=DAGEN_OPEN), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    afwijkingen = Afwijking.objects.visible_to(wie, peildatum)
    if is_open:
        gekozen = afwijkingen.open().annotate(is_te_lang=te_lang).order_by("-is_te_lang", "dag", "naam", "pk")
    else:
        gekozen = (
            afwijkingen.filter(gesloten_op__isnull=False)
            .annotate(is_te_lang=Value(False))
            .order_by("-gesloten_op", "pk")
        )
    velden = ("dag", "naam", "rol", "gezinsnummer", "tekst", "gevonden_op", "bevinding", "is_te_lang")
    return gekozen.values(*VAN_WIE, *velden)


def with_closer(wie: Wie, peildatum: date) -> QuerySet[Afwijking]:
    """Findings with the name of who closed them: of a colleague's account nothing else can be read."""
    return Afwijking.objects.visible_to(wie, peildatum).annotate(sluiter=F("gesloten_door__naam"))


def lines_behind(afwijking: Afwijking, wie: Wie, peildatum: date) -> QuerySet[Logregel, Any]:
    """The lines of the logboek of that day on which a finding rests; of many families one line each."""
    over = Q(gezin_id=afwijking.gezin_id) if afwijking.gezin_id else Q(gemeente_id=afwijking.gemeente_id)
    return (
        Logregel.objects.filter(
            lines_for(wie, peildatum), over, gebruiker_id=afwijking.gebruiker_id, at__date=afwijking.dag
        )
        .values("at", "gebeurtenis", "onderdeel", "doel", "grond", "uitkomst", "netwerkadres", "gezin_id")
        .distinct()
        .order_by("at", "onderdeel")
    )


def word_lines(regels: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same lines, with the event in words."""
    return [regel | {"wat": Gebeurtenis(regel["gebeurtenis"]).label} for regel in regels]


def with_judge(wie: Wie, peildatum: date) -> QuerySet[Noodknop]:
    """Uses of the noodknop with the name of who judged them, and `vervalt_op` for who judges."""
    return Noodknop.objects.visible_to(wie, peildatum).annotate(
        beoordelaar=F("beoordeeld_door__naam"), vervalt_op=_last_day()
    )


def list_noodknoppen(wie: Wie, peildatum: date, *, is_open: bool) -> QuerySet[Noodknop, Any]:
    """Uses of the noodknop, also those that found nobody: what waits longest first, or what was judged last."""
    gebruik = Noodknop.objects.visible_to(wie, peildatum)
    if is_open:
        gekozen = gebruik.open().order_by("gebruikt_op", "created_at", "pk")
    else:
        gekozen = gebruik.filter(beoordeeld_op__isnull=False).order_by("-beoordeeld_op", "pk")
    velden = ("gebruikt_op", "naam", "reden", "gezinsnummer", "oordeel", "beoordeeld_op", "vervalt_op")
    return gekozen.annotate(vervalt_op=_last_day()).values(*VAN_WIE, "persoon_id", *velden)


def word_noodknoppen(rijen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows, with reason and outcome in words."""
    uitkomsten = dict(Noodoordeel.choices)
    return [
        rij | {"waarom": REDENEN[Noodreden(rij["reden"])], "uitkomst": uitkomsten.get(rij["oordeel"], "")}
        for rij in rijen
    ]


def recent_noodknoppen(wie: Wie, peildatum: date) -> list[Noodknop]:
    """What a regisseur must know on the start page: the noodknop was used in a family of theirs this week."""
    if wie.rol != Rol.REGISSEUR:
        return []
    vanaf = peildatum - timedelta(days=DAGEN_OPEN)
    return list(
        Noodknop.objects.visible_to(wie, peildatum)
        .filter(gebruikt_op__gte=vanaf)
        .order_by("-created_at", "pk")[:REGELS_VANDAAG]
    )


def lines_through(gebruik: Noodknop, wie: Wie, peildatum: date) -> QuerySet[Logregel, Any]:
    """What was seen and done while it was open, as the logboek has it."""
    return (
        Logregel.objects.filter(
            lines_for(wie, peildatum),
            gezin_id=gebruik.gezin_id,
            gebruiker_id=gebruik.gebruiker_id,
            is_noodknop=True,
            at__gte=gebruik.created_at,
            at__lt=closes_at(gebruik.created_at),
        )
        .values("at", "gebeurtenis", "onderdeel", "doel", "uitkomst", "netwerkadres")
        .distinct()
        .order_by("at", "onderdeel")
    )


def klagers_at(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Betrokkene]:
    """For whom somebody who works here can take in a complaint: the family and the network at the table."""
    mensen = people_at(gezin_id, wie, peildatum)
    return [een for een in mensen if een.groep in (Groep.GEZIN, Groep.NETWERK)]


def with_over(wie: Wie, peildatum: date) -> KlachtQuerySet:
    """Complaints with the name of the organisation each is about; empty is JENS."""
    return Klacht.objects.visible_to(wie, peildatum).annotate(over_naam=F("over__naam"))


def list_klachten(wie: Wie, peildatum: date, *, is_open: bool) -> QuerySet[Klacht, Any]:
    """Complaints, one's own or to handle: what must be done first, or what was closed last."""
    klachten = with_over(wie, peildatum)
    plicht = Termijn.objects.running().filter(betreft_id=OuterRef("pk")).order_by("vervalt_op")
    velden = ("pk", "klager_naam", "over_naam", "ontvangen_op", "opgepakt_op", "ingetrokken_op", "klaar_op")
    if is_open:
        gekozen = klachten.open().annotate(vervalt_op=Subquery(plicht.values("vervalt_op")[:1]))
        return gekozen.order_by(F("vervalt_op").asc(nulls_last=True), "ontvangen_op", "pk").values(
            *velden, "vervalt_op"
        )
    gesloten = klachten.exclude(klaar_op__isnull=True, ingetrokken_op__isnull=True)
    return gesloten.order_by("-ontvangen_op", "pk").values(*velden)


def _last_day() -> Subquery:
    """The last day on which a use is judged in time; nobody but who judges reads that duty."""
    plicht = Termijn.objects.filter(betreft_id=OuterRef("pk"), regel=NOODKNOP_BEOORDELEN.norm)
    return Subquery(plicht.values("vervalt_op")[:1])
