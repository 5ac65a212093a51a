"""What do other pages show of the round table? Each function is at most two queries."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg, BoolOr
from django.contrib.postgres.fields import ArrayField
from django.db.models import Exists, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.models import Betrokkene, Groep, Regie
from rondetafel.gezinsplan.models import Aanleiding, Planantwoord, Planversie, Tafelwoord
from rondetafel.gezinsplan.queries import antwoorden_of, versies_of, words_since
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.looptijd import running_on
from rondetafel.kern.models import Logregel
from rondetafel.kern.vast import fixed
from rondetafel.overleg.gegevens import Uitkomst
from rondetafel.overleg.models import Deelname, Overleg, OverlegSoort
from rondetafel.regels.overleg import Rto, assess_rto
from rondetafel.toegang.mag import Wie

WAS_WEG = Q(deelnames__was_aanwezig=False)
ALS_RTO = ("gepland_op", "gehouden_op", "is_totaal_besproken", "concrete_doelen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegstand:
    """The meetings of one family: those planned, the last one held, and every RTO as the rules read it."""

    gepland: tuple[Overleg, ...]
    laatste: Overleg | None
    rtos: tuple[Rto, ...]


def stand_of(gezin_id: UUID) -> Overlegstand:
    """Return the meetings of a family, in one query."""
    overleggen = _overleggen_of(gezin_id)
    gepland = [een for een in overleggen if een.gehouden_op is None]
    gehouden = [een for een in overleggen if een.gehouden_op is not None]
    gehouden.sort(key=lambda een: (een.gehouden_op, een.created_at))
    return Overlegstand(
        gepland=tuple(sorted(gepland, key=lambda een: een.gepland_op)),
        laatste=max(gehouden, key=lambda een: een.gehouden_op or een.gepland_op, default=None),
        rtos=tuple(as_rto(een) for een in overleggen if een.soort == OverlegSoort.RTO),
    )


@fixed
def _overleggen_of(gezin_id: UUID) -> QuerySet[Overleg]:
    standing = Overleg.objects.standing().filter(gezin_id=gezin_id)
    return _with_aanwezigheid(standing.with_plaats().defer("verslag"))


def rtos_of(gezin_id: UUID) -> tuple[Rto, ...]:
    """Return every RTO of a family, planned and held, as the rules read it."""
    return stand_of(gezin_id).rtos


def counting_days(gezinnen: Sequence[UUID]) -> dict[UUID, list[date]]:
    """On which days did these families have an RTO that counts, the first one first? One query.

    Without names: who was not there is a signal, and does not decide whether it counts.
    """
    gehouden = Overleg.objects.held().filter(gezin_id__in=gezinnen, soort=OverlegSoort.RTO)
    dagen: dict[UUID, list[date]] = {}
    for een in _with_presence(gehouden).order_by("gehouden_op").only("gezin_id", *ALS_RTO):
        if een.gehouden_op and assess_rto(_without_names(een)).is_akkoord:
            dagen.setdefault(een.gezin_id, []).append(een.gehouden_op)
    return dagen


def as_rto(overleg: Overleg) -> Rto:
    """Return an RTO as the rules read it; only after `_with_aanwezigheid`, which adds who was there."""
    geteld: Any = overleg
    return replace(
        _without_names(overleg),
        afwezig=tuple(geteld.afwezigen),
        gemist=tuple(geteld.gemisten),
        gevraagd=frozenset(geteld.gevraagden),
    )


def _without_names(overleg: Overleg) -> Rto:
    return Rto(
        gepland_op=overleg.gepland_op,
        gehouden_op=overleg.gehouden_op,
        totaalproces_bekeken=overleg.is_totaal_besproken,
        concrete_doelen=overleg.concrete_doelen,
        regisseur_aanwezig=overleg.is_regisseur_er,
        gezin_aanwezig=overleg.is_gezin_er,
    )


def foresee_rto(overleg: Overleg, uitkomst: Uitkomst) -> Rto:
    """Return an RTO as the rules would read it once `uitkomst` is kept; only after `find_overleg`."""
    dag = uitkomst.gehouden_op
    er = set(Betrokkene.objects.filter(pk__in=uitkomst.aanwezig, gezin_id=overleg.gezin_id))
    regie = Regie.objects.filter(running_on(dag), gezin_id=overleg.gezin_id)
    regisseurs = set(regie.values_list("regisseur_id", flat=True))
    genodigd = overleg.deelnames.all()
    weg = [deelname for deelname in genodigd if deelname.betrokkene not in er]
    return Rto(
        gepland_op=overleg.gepland_op,
        gehouden_op=dag,
        totaalproces_bekeken=uitkomst.is_totaal_besproken,
        concrete_doelen=uitkomst.concrete_doelen,
        regisseur_aanwezig=any(een.gebruiker_id in regisseurs for een in er),
        gezin_aanwezig=any(een.groep == Groep.GEZIN for een in er),
        afwezig=tuple(een.betrokkene.naam for een in weg if not een.is_nodig),
        gemist=tuple(een.betrokkene.naam for een in weg if een.is_nodig),
        gevraagd=frozenset(een.betrokkene.gebruiker_id for een in genodigd if een.betrokkene.gebruiker_id),
    )


def find_overleg(wie: Wie, peildatum: date) -> QuerySet[Overleg]:
    """One meeting with everyone who is invited, in two queries."""
    deelnames = Deelname.objects.visible_to(wie, peildatum).select_related("betrokkene")
    overleggen = _with_aanwezigheid(
        Overleg.objects.visible_to(wie, peildatum).with_plaats().select_related("gezin")
    )
    op_volgorde = deelnames.order_by("created_at", "pk")
    return overleggen.prefetch_related(Prefetch("deelnames", queryset=op_volgorde))


def words_for(overleg: Overleg, wie: Wie, peildatum: date) -> list[Tafelwoord]:
    """What the family said since they last met, for a meeting that is still to be held; two queries, else none."""
    if overleg.gehouden_op:
        return []
    gehouden = Overleg.objects.held().filter(gezin_id=overleg.gezin_id)
    laatste = gehouden.aggregate(op=Max("gehouden_op"))["op"]
    return list(words_since(overleg.gezin_id, wie, peildatum, na=laatste))


def list_overleggen(wie: Wie, peildatum: date, *, is_voorbij: bool = False) -> QuerySet[Overleg, Any]:
    """The meetings this person has to do with: those to come, or those that were.

    What was called off stays among those to come until its day: whoever counted on it reads so.
    """
    overleggen = Overleg.objects.visible_to(wie, peildatum)
    if is_voorbij:
        overleggen = overleggen.held().order_by("-gehouden_op", "-pk")
    else:
        komt = Q(afgezegd_op__isnull=True) | Q(gepland_op__gte=peildatum)
        overleggen = overleggen.filter(komt, gehouden_op__isnull=True).order_by("gepland_op", "tijd", "pk")
    return overleggen.values(
        "pk",
        "gezin_id",
        "gemeente_id",
        "soort",
        "gepland_op",
        "gehouden_op",
        "afgezegd_op",
        "tijd",
        nummer=F("gezin__nummer"),
        plaats=Coalesce("plek__tekst", Value("")),
    )


def adopted_at(overleg: Overleg, wie: Wie, peildatum: date) -> tuple[Planversie, list[Planantwoord]] | None:
    """The version of the plan that was adopted on the day of this meeting, and what everybody said of it."""
    if overleg.gehouden_op is None:
        return None
    versies = versies_of(overleg.gezin_id, wie, peildatum)
    versie = versies.filter(aanleiding=Aanleiding.VASTGESTELD, gemaakt_op=overleg.gehouden_op).first()
    return (versie, antwoorden_of([versie], wie, peildatum)[versie.pk]) if versie else None


def last_met_within(wie: Wie, peildatum: date) -> Subquery:
    """The day of the newest meeting of each family until today, held or planned for today; no query of its own."""
    vandaag = Q(gehouden_op__isnull=True, afgezegd_op__isnull=True, gepland_op=peildatum)
    overleggen = Overleg.objects.visible_to(wie, peildatum).filter(gezin=OuterRef("pk"))
    geweest = overleggen.filter(vandaag | Q(gehouden_op__lte=peildatum))
    dagen = geweest.annotate(dag=Coalesce("gehouden_op", "gepland_op")).order_by("-dag")
    return Subquery(dagen.values("dag")[:1])


def last_record_of(overleg: Overleg) -> Logregel | None:
    """Who wrote this meeting down last; None as well for who may not read the logboek."""
    regels = Logregel.objects.filter(
        gezin_id=overleg.gezin_id, betreft_id=overleg.pk, gebeurtenis=Gebeurtenis.OVERLEG_GEHOUDEN
    )
    return regels.order_by("-at").first()


def _with_aanwezigheid(overleggen: QuerySet[Overleg]) -> QuerySet[Overleg]:
    """Who was there and who was not, counted by the database: one query for all meetings."""
    return _with_presence(overleggen).annotate(  # type: ignore[no-redef]  # asked for in two places
        afwezigen=_each_of("deelnames__betrokkene__naam", WAS_WEG & Q(deelnames__is_nodig=False)),
        gemisten=_each_of("deelnames__betrokkene__naam", WAS_WEG & Q(deelnames__is_nodig=True)),
        gevraagden=ArrayAgg(
            "deelnames__betrokkene__gebruiker_id",
            filter=Q(deelnames__betrokkene__gebruiker__isnull=False),
            default=Value([], output_field=ArrayField(UUIDField())),
        ),
    )


def _with_presence(overleggen: QuerySet[Overleg]) -> QuerySet[Overleg]:
    """Were the regisseur and the family there? The regisseur is who had the regie that day, whatever the chair."""
    was_er = Q(deelnames__was_aanwezig=True)
    had_regie = Regie.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=OuterRef("gehouden_op")),
        gezin=OuterRef("gezin"),
        regisseur=OuterRef("deelnames__betrokkene__gebruiker"),
        van__lte=OuterRef("gehouden_op"),
    )
    return overleggen.annotate(  # type: ignore[no-redef]  # asked for in two places
        is_regisseur_er=BoolOr(was_er & Q(Exists(had_regie)), default=False),
        is_gezin_er=BoolOr(was_er & Q(deelnames__betrokkene__groep=Groep.GEZIN), default=False),
    )


def _each_of(wat: str, wie: Q) -> ArrayAgg:
    return ArrayAgg(wat, filter=wie, default=Value([]))
