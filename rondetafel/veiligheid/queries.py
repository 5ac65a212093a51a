"""What do the pages of this room show? Asked in the database role `veilig`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, QuerySet

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel
from rondetafel.regels.inschatting import Zorg
from rondetafel.regels.meldcode import Stap
from rondetafel.regels.verwijsindex import Grond
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.veiligheid.gegevens import Gezinskeuze
from rondetafel.veiligheid.models import (
    LEDENROLLEN,
    SCHRIJVERS,
    Doel,
    Dossier,
    GedeeldeActie,
    Inschatting,
    Lidmaatschap,
    Lidrol,
    Opening,
    Signaal,
    Stapverslag,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """One question, as it was answered in an earlier and in a later estimate."""

    vraag: str
    eerst: str
    nu: str
    is_anders: bool


def list_dossiers(wie: Wie, peildatum: date) -> QuerySet[Dossier]:
    """The dossiers of which `wie` is a member: open ones first, what asks for attention soonest in front."""
    return Dossier.objects.visible_to(wie, peildatum).order_by(
        F("gesloten_op").desc(nulls_first=True), F("volgende_op").asc(nulls_last=True), "begonnen_op", "pk"
    )


def find_gezin(nummer: int) -> Gezinskeuze | None:
    """Find a family by its number; the database knows only families of the own municipalities."""
    with connection.cursor() as cursor:
        cursor.execute("select id, gemeente_id from veiligheid.zoek_gezin(%s)", [nummer])
        rij = cursor.fetchone()
    return Gezinskeuze(gezin_id=rij[0], gemeente_id=rij[1], nummer=nummer) if rij else None


def latest_stappen(dossier: Dossier, wie: Wie, peildatum: date) -> dict[Stap, Stapverslag]:
    """Each step as it was written down last."""
    verslagen = Stapverslag.objects.visible_to(wie, peildatum).filter(dossier=dossier).order_by("uitgave")
    return {Stap(een.stap): een for een in verslagen}


def history_of(dossier: Dossier, stap: Stap, wie: Wie, peildatum: date) -> list[Stapverslag]:
    """Everything that was ever written down about one step, the newest first."""
    verslagen = Stapverslag.objects.visible_to(wie, peildatum).filter(dossier=dossier, stap=stap)
    return with_names(verslagen.order_by("-uitgave"))


def estimates_of(dossier: Dossier, wie: Wie, peildatum: date) -> list[Inschatting]:
    """Every estimate, the newest first."""
    inschattingen = Inschatting.objects.visible_to(wie, peildatum).filter(dossier=dossier)
    return with_names(inschattingen.order_by("-gedaan_op", "-created_at"))


def shared_from(dossier: Dossier, wie: Wie, peildatum: date) -> list[GedeeldeActie]:
    """The actions that went into the plan from here, the newest first."""
    delingen = GedeeldeActie.objects.visible_to(wie, peildatum).filter(dossier=dossier)
    return with_names(delingen.order_by("-created_at"))


def compare(eerst: Inschatting, nu: Inschatting) -> list[Vergelijking]:
    """Two estimates question by question, in the order of the later one."""
    eerder = {een["code"]: een for een in eerst.feit("antwoorden", [])}
    return [
        Vergelijking(
            vraag=een["vraag"],
            eerst=Zorg(eerder[een["code"]]["zorg"]).naam if een["code"] in eerder else "",
            nu=Zorg(een["zorg"]).naam,
            is_anders=een["zorg"] != eerder.get(een["code"], {}).get("zorg"),
        )
        for een in nu.feit("antwoorden", [])
    ]


def with_names(rijen: Iterable[Any]) -> list[Any]:
    """Give each row `naam`: who wrote it, or who it is about."""
    rijen = list(rijen)
    namen = names_of({getattr(een, "gebruiker_id", None) or een.door for een in rijen})
    for een in rijen:
        een.naam = namen.get(getattr(een, "gebruiker_id", None) or een.door, "")
    return rijen


def names_of(sleutels: set[UUID]) -> dict[UUID, str]:
    if not sleutels:
        return {}
    return dict(Gebruiker.objects.filter(pk__in=sleutels).values_list("pk", "naam"))


def members_of(dossier: Dossier, peildatum: date) -> list[Lidmaatschap]:
    leden = Lidmaatschap.objects.running_on(peildatum).filter(dossier=dossier).order_by("van", "pk")
    return with_names(leden)


def may_let_go(leden: Iterable[Lidmaatschap], wie: Wie) -> set[UUID]:
    """The members that `wie`, who writes in this dossier, may let go: never oneself."""
    leden = list(leden)
    is_aandacht = any(een.gebruiker_id == wie.id and een.rol == Lidrol.AANDACHT for een in leden)
    return {
        een.pk for een in leden if een.gebruiker_id != wie.id and (is_aandacht or een.rol != Lidrol.AANDACHT)
    }


def writes(dossier: Dossier, wie: Wie, peildatum: date) -> bool:
    """May `wie` write in this dossier now?"""
    leden = Lidmaatschap.objects.held_by(wie, peildatum).filter(dossier=dossier, rol__in=SCHRIJVERS)
    return dossier.gesloten_op is None and leden.exists()


def involved_in(dossier: Dossier) -> list[UUID]:
    """The professionals who work for this family now or will; only the database knows the ties of others."""
    with connection.cursor() as cursor:
        cursor.execute("select veiligheid.betrokkenen(%s, %s)", [dossier.gezinssleutel, dossier.gemeentecode])
        return list(cursor.fetchone()[0])


def colleagues(dossier: Dossier, leden: Iterable[Lidmaatschap]) -> QuerySet[Gebruiker]:
    """Professionals of this family who are no member yet, to choose from."""
    return (
        Gebruiker.objects.filter(is_active=True, rol__in=LEDENROLLEN, pk__in=involved_in(dossier))
        .exclude(pk__in=[een.gebruiker_id for een in leden])
        .only("id", "naam", "rol", "functie")
        .order_by("naam")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezoek:
    """One opening of a dossier: who, when, and why."""

    at: datetime
    naam: str
    doel: str
    woorden: str


def visits_to(dossier: Dossier, wie: Wie, peildatum: date) -> list[Bezoek]:
    """Who opened this dossier and why, the newest first; for its members only."""
    openingen = with_names(
        Opening.objects.visible_to(wie, peildatum).filter(dossier=dossier).order_by("-at")[:100]
    )
    return [
        Bezoek(
            at=een.at,
            naam=een.naam,
            doel=str(Doel(een.waarom["doel"]).label),
            woorden=een.waarom["woorden"],
        )
        for een in openingen
    ]


def deeds_in(dossier: Dossier) -> list[dict[str, Any]]:
    """What happened to this dossier, as the logboek keeps it."""
    regels = (
        Logregel.objects.filter(betreft_id=dossier.pk, onderdeel=Onderdeel.VEILIGHEID)
        .exclude(gebeurtenis__in=[Gebeurtenis.BEKEKEN, Gebeurtenis.VEILIGHEID_GEOPEND])
        .order_by("-at")
        .values("at", "naam", "gebeurtenis")[:100]
    )
    return [regel | {"wat": Gebeurtenis(regel["gebeurtenis"]).label} for regel in regels]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalregel:
    """A signal on the screen; `anderen` are the givers of other signals about this child, with whom to call."""

    signaal: Signaal
    grond: str
    anderen: list[dict[str, str]]


def signals_of(wie: Wie, peildatum: date) -> list[Signaalregel]:
    """The own running signals, each with the others about the same child."""
    alle = with_names(Signaal.objects.visible_to(wie, peildatum).running_on(peildatum).order_by("tot", "pk"))
    return [
        Signaalregel(
            signaal=een,
            grond=Grond(een.gegevens["grond"]).naam,
            anderen=[
                {"naam": ander.naam, "bel": ander.gegevens["bel"]}
                for ander in alle
                if ander.jeugdige == een.jeugdige and ander.door != wie.id
            ],
        )
        for een in alle
        if een.door == wie.id
    ]
