"""Which lines of the logboek are shown? Lines that say the same of one day are one, and carry a count."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import BooleanField, Case, Count, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from rondetafel.gezinnen.models import Betrokkene, Gezinsrol, Persoon, Samenvoeging
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel
from rondetafel.kern.vertrouwelijk import VERTROUWELIJK
from rondetafel.toegang.logboek import lines_for, word_ground
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid

# What makes two lines of one day the same to a reader.
GELIJK = (
    "gebruiker_id",
    "naam",
    "rol",
    "organisatie",
    "doel",
    "grond",
    "gebeurtenis",
    "onderdeel",
    "uitkomst",
    "is_noodknop",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """Which lines: from `van` up to and including `tot`, and if named by whom, which part, about whom."""

    van: date
    tot: date
    wie: UUID | None = None
    onderdeel: str = ""
    over: UUID | None = None

    @property
    def filter(self) -> Q:
        """The lines of this choice, as a condition."""
        filter_ = Q(at__date__gte=self.van, at__date__lte=self.tot)
        if self.wie:
            filter_ &= Q(gebruiker_id=self.wie)
        if self.onderdeel:
            filter_ &= Q(onderdeel=self.onderdeel)
        if not self.over:
            return filter_
        opgegaan = Samenvoeging.objects.standing().filter(blijft_id=self.over).values("weg_id")
        return filter_ & (Q(persoon_id=self.over) | Q(persoon_id__in=opgegaan))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensen:
    """Names for what the lines know by key: the persons of the family, and what an account is to it.

    `opgegaan`: of a record that went into another, into which.
    """

    personen: dict[UUID, str]
    relaties: dict[UUID, str]
    opgegaan: dict[UUID, UUID] = field(default_factory=dict)


def lines_of(gezin_id: UUID, wie: Wie, peildatum: date) -> QuerySet[Logregel]:
    """Every line about one family that `wie` may read, also about a record that went into one they read."""
    binnen = reach(wie, Onderdeel.LOGBOEK, peildatum, sleutel="blijft_id")
    opgegaan = Samenvoeging.objects.standing().filter(binnen, gezin_id=gezin_id).values("weg_id")
    over_opgegaan = Q(persoon_id__in=opgegaan) & ~Q(onderdeel__in=sorted(VERTROUWELIJK))
    return Logregel.objects.filter(lines_for(wie, peildatum) | over_opgegaan, gezin_id=gezin_id)


def rows_of(regels: QuerySet[Logregel], meeste: int) -> list[dict[str, Any]]:
    """At most so many lines with every field, as they go into a file."""
    return [dict(regel) for regel in regels.values()[:meeste]]


def merged(regels: QuerySet[Logregel]) -> QuerySet[Logregel, Any]:
    """The same lines, those of one day that say the same as one: about whom, and from when until when."""
    return (
        regels.annotate(dag=TruncDate("at"))
        .values("dag", *GELIJK)
        .annotate(
            personen=ArrayAgg("persoon_id", distinct=True, filter=Q(persoon_id__isnull=False), default=[]),
            eerst=Min("at"),
            laatst=Max("at"),
        )
        .order_by("-dag", "-laatst", "naam", "gebeurtenis", "onderdeel")
    )


def lookers(regels: QuerySet[Logregel]) -> list[tuple[str, str]]:
    """Everyone who is in these lines, to choose from."""
    gevonden = regels.filter(gebruiker_id__isnull=False).order_by("naam", "gebruiker_id")
    return [(str(pk), naam) for pk, naam in gevonden.values_list("gebruiker_id", "naam").distinct()]


def people_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Mensen:
    """Names of the family, and the words for accounts at its table; three queries."""
    personen = Persoon.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    namen = dict(personen.order_by("geboortedatum").values_list("pk", "voornaam"))
    opgegaan = Samenvoeging.objects.visible_to(wie, peildatum).standing().filter(gezin_id=gezin_id)
    is_kind = Case(
        When(persoon__rol=Gezinsrol.KIND, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    stoelen = (
        Betrokkene.objects.visible_to(wie, peildatum)
        .filter(gezin_id=gezin_id, gebruiker_id__isnull=False)
        .annotate(is_kind=is_kind)
        .order_by("van", "created_at")
    )
    jongere = str(Hoedanigheid.JEUGDIGE.label)
    return Mensen(
        personen=namen,
        opgegaan=dict(opgegaan.values_list("weg_id", "blijft_id")),
        relaties={
            pk: jongere if is_kind else relatie
            for pk, relatie, is_kind in stoelen.values_list("gebruiker_id", "relatie", "is_kind")
        },
    )


def list_logregels(wie: Wie, peildatum: date, *, keuze: Keuze) -> QuerySet[Logregel]:
    """Every line of these days that `wie` may read, the newest first."""
    return Logregel.objects.filter(lines_for(wie, peildatum) & keuze.filter).order_by("-at", "-pk")


def by_moment(regels: QuerySet[Logregel]) -> QuerySet[Logregel, Any]:
    """The same lines, those that differ only in the person they are about as one, with how many that were."""
    return (
        regels.values("at", *GELIJK, "gezin_id", "gemeente_id", "netwerkadres")
        .annotate(aantal=Count("persoon_id"))
        .order_by("-at", "naam", "gebeurtenis", "onderdeel", "gezin_id")
    )


def word_logregels(regels: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same lines, with the event and the ground in words."""
    return [
        regel | {"wat": Gebeurtenis(regel["gebeurtenis"]).label, "waarop": word_ground(regel["grond"])}
        for regel in regels
    ]
