"""Which versions of a plan are there, what stood in one, and who said what of it?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, UUIDField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import Betrokkene, Gezinsrol, Groep, Persoon
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.gegevens import Antwoordopgave, Doelinhoud, name_doers
from rondetafel.gezinsplan.models import (
    Aanleiding,
    Actie,
    Meedoener,
    Planantwoord,
    Planversie,
    Versieactie,
    Versiedoel,
)
from rondetafel.regels.evaluatieadvies import Uitkomst
from rondetafel.regels.instemming import Antwoord, Tafelantwoord
from rondetafel.toegang.mag import Wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Actiestand:
    """What somebody did for a goal in one version; a text that is empty was not filled in."""

    actie_id: UUID
    tekst: str
    wie: str
    vanaf: date | None
    tot: date | None
    klaar_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelstand:
    """A goal as it stood in one version. `voor` empty: for the whole family."""

    doel_id: UUID
    inhoud: Doelinhoud
    eigenaar: str
    voor: str
    acties: tuple[Actiestand, ...]

    @property
    def uiterlijk(self) -> date | None:
        """The day on which it had to be reached."""
        return date.fromisoformat(self.inhoud.behaald_voor) if self.inhoud.behaald_voor else None

    @property
    def uitkomst(self) -> Uitkomst | None:
        """How it stood when it was last evaluated, None before the first time."""
        return Uitkomst(self.inhoud.uitkomst) if self.inhoud.uitkomst else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versieregel:
    """A version in the list, with the newest answer of each person at the table."""

    versie: Planversie
    antwoorden: list[Planantwoord]


def versies_of(gezin_id: UUID, wie: Wie, peildatum: date) -> QuerySet[Planversie]:
    """Every version that `wie` may read, the newest first."""
    versies = Planversie.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    return versies.select_related("doel").order_by("-created_at", "-pk")


def adopted_last(gezin_id: UUID, wie: Wie, peildatum: date) -> Planversie | None:
    """The plan of a family as it was adopted last, for who may read that; None before the first time."""
    vastgesteld = versies_of(gezin_id, wie, peildatum).filter(aanleiding=Aanleiding.VASTGESTELD)
    return vastgesteld.order_by("-uitgave").first()


def content_of(versie: Planversie, wie: Wie, peildatum: date) -> tuple[Doelstand, ...]:
    """Return what stood in the plan in this version, by letter; two queries.

    An evaluation keeps its own goal only: the others are as they were when the plan was last adopted, or
    evaluated since.
    """
    tot_dan = Planversie.objects.filter(plan_id=versie.plan_id, created_at__lte=versie.created_at)
    vastgesteld = tot_dan.filter(aanleiding=Aanleiding.VASTGESTELD).order_by("-created_at")
    rijen = (
        Versiedoel.objects.visible_to(wie, peildatum)
        .filter(
            in_versie__plan_id=versie.plan_id,
            in_versie__created_at__lte=versie.created_at,
            in_versie__created_at__gte=vastgesteld.values("created_at")[:1],
        )
        .select_related("eigenaar")
        .annotate(naam_toen=_named_then())
        .order_by("doel_id", "-in_versie__created_at")
        .distinct("doel_id")
    )
    gevonden = list(rijen)
    acties: dict[UUID, list[Actiestand]] = {rij.pk: [] for rij in gevonden}
    for een in _acties_in(acties, wie, peildatum):
        acties[een.versiedoel_id].append(
            Actiestand(
                actie_id=een.actie_id,
                tekst=een.tekst,
                wie=name_doers([str(een.wie), *een.mee]),  # type: ignore[attr-defined]
                vanaf=een.vanaf,
                tot=een.tot,
                klaar_op=een.klaar_op,
            )
        )
    standen = (
        Doelstand(
            doel_id=rij.doel_id,
            inhoud=Doelinhoud.from_record(rij.inhoud),
            eigenaar=str(rij.eigenaar),
            voor=_name_of(rij),
            acties=tuple(acties[rij.pk]),
        )
        for rij in gevonden
    )
    return tuple(sorted(standen, key=lambda een: (een.inhoud.letter, een.inhoud.specifiek)))


def _named_then() -> Subquery:
    """The first name of whom a goal was about, found without the goal: it may say something else by now.

    None where it is about somebody else now; what is about an adult is read as what is about the whole family.
    """
    over = NullIf(KeyTextTransform("over", OuterRef("inhoud")), Value(""))
    toen = Coalesce(Cast(over, UUIDField()), OuterRef("sleutel"))
    is_van_nu = Q(pk=OuterRef("sleutel")) | Q(~Q(rol=Gezinsrol.KIND), gezin=OuterRef("sleutel"))
    return Subquery(Persoon.objects.filter(is_van_nu, pk=toen).values("voornaam")[:1])


def _name_of(rij: Versiedoel) -> str:
    """Whom a goal was about in a version, empty for the whole family; who it is not about now has no name here."""
    toen, naam = rij.inhoud.get("over"), rij.naam_toen  # type: ignore[attr-defined]
    if toen == "":
        return ""
    return naam or (_("iemand anders") if toen else "")


def _acties_in(versiedoelen: Iterable[UUID], wie: Wie, peildatum: date) -> QuerySet[Versieactie]:
    acties = Versieactie.objects.visible_to(wie, peildatum).filter(versiedoel_id__in=list(versiedoelen))
    toen = Meedoener.objects.visible_to(wie, peildatum).filter(
        Q(weg_at__isnull=True) | Q(weg_at__gt=OuterRef("versiedoel__in_versie__created_at")),
        actie=OuterRef("actie_id"),
        created_at__lte=OuterRef("versiedoel__in_versie__created_at"),
    )
    mee = ArraySubquery(toen.order_by("created_at", "pk").values("stoel__naam"))
    # Asked beside the action and not joined to it: who reads this version alone does not read what it is now.
    nummer = Subquery(Actie.objects.filter(pk=OuterRef("actie_id")).values("volgnummer"))
    volgorde = (F("nummer").asc(nulls_last=True), "vanaf", "tot", "tekst", "pk")
    return acties.select_related("wie").annotate(mee=mee, nummer=nummer).order_by(*volgorde)


def antwoorden_of(versies: Iterable[Planversie], wie: Wie, peildatum: date) -> dict[UUID, list[Planantwoord]]:
    """Return the newest answer of each person, by version; one query for all of them."""
    per_versie: dict[UUID, list[Planantwoord]] = {versie.pk: [] for versie in versies}
    for een in newest_answers(list(per_versie), wie, peildatum):
        per_versie[een.in_versie_id].append(een)
    return per_versie


def newest_answers(versies: Sequence[UUID] | Subquery, wie: Wie, peildatum: date) -> list[Planantwoord]:
    """Return the newest answer of each person to each of these versions, in the order of the table."""
    antwoorden = (
        Planantwoord.objects.visible_to(wie, peildatum)
        .filter(in_versie_id__in=versies)
        .select_related("stoel")
        .order_by("in_versie_id", "stoel_id", "-created_at")
        .distinct("in_versie_id", "stoel_id")
    )
    return sorted(antwoorden, key=lambda een: (een.stoel.created_at, een.stoel_id))


def own_chair(gezin_id: UUID, wie: Wie, peildatum: date) -> Betrokkene | None:
    """The chair of the reader at this table, None for who reads without one."""
    stoelen = people_at(gezin_id, wie, peildatum)
    return next((een for een in stoelen if een.gebruiker_id == wie.id), None)


def as_tafelantwoorden(
    stoelen: Iterable[Betrokkene], antwoorden: Iterable[Antwoordopgave]
) -> tuple[Tafelantwoord, ...]:
    """Return what everybody at the table says, as the rules read it; who was not asked has no answer.

    :raises Betrokkene.DoesNotExist: when a chair is not at this table, or open.
    """
    gegeven = {een.stoel_id: een for een in antwoorden}
    bezet = [een for een in stoelen if not een.is_open]
    if gegeven.keys() - {een.pk for een in bezet}:
        raise Betrokkene.DoesNotExist
    return tuple(_as_tafelantwoord(een, gegeven.get(een.pk)) for een in bezet)


def _as_tafelantwoord(stoel: Betrokkene, opgave: Antwoordopgave | None) -> Tafelantwoord:
    return Tafelantwoord(
        naam=stoel.naam,
        is_gezin=stoel.groep == Groep.GEZIN,
        antwoord=Antwoord(opgave.antwoord) if opgave else None,
        woorden=opgave.woorden if opgave else "",
    )
