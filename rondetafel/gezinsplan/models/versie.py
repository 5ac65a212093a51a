"""The plan as it stood: one version each time it is adopted or a goal is evaluated, and who said what of it."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.models.doel import Actie, Doel
from rondetafel.gezinsplan.models.plan import SOORTEN, Gezinsplan
from rondetafel.kern import verwerkingen
from rondetafel.regels.gezinsplan import Plansoort
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.mag import Reikwijdte, Wie, municipalities_of, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel

M = TypeVar("M", bound=VanGezin)


class VersieQuerySet(models.QuerySet[M]):
    """Whoever reads a goal reads how it stood; what hangs on a hidden chair is hidden with it.

    `versie` is the way to the version a row stands in; none for what is never read with it alone.
    """

    stoelen: tuple[str, ...] = ()
    versie: str | None = None

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """What is within the plan, or stands in the version that was adopted last for who reads that part alone."""
        bereik, verborgen = scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)
        gemeenten = municipalities_of(wie, Onderdeel.VASTGESTELD)
        if self.versie is None or not gemeenten:
            return self.within(bereik, verborgen)
        laatste = {f"{self.versie}in": _adopted_last(gemeenten).values("pk")}
        return self.filter(bereik.rows(sleutel="sleutel") | Q(**laatste), verborgen.leave_out(*self.stoelen))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out(*self.stoelen))


class PlanversieQuerySet(VersieQuerySet["Planversie"]):
    stoelen = ("doel__eigenaar__",)
    versie = "pk__"


class VersiedoelQuerySet(VersieQuerySet["Versiedoel"]):
    stoelen = ("eigenaar__", "doel__eigenaar__")
    versie = "in_versie__"


class VersieactieQuerySet(VersieQuerySet["Versieactie"]):
    stoelen = ("wie__", "versiedoel__eigenaar__", "versiedoel__doel__eigenaar__")
    versie = "versiedoel__in_versie__"


class PlanantwoordQuerySet(VersieQuerySet["Planantwoord"]):
    stoelen = ("stoel__", "in_versie__doel__eigenaar__")


class Aanleiding(models.TextChoices):
    """Why there is a new version."""

    VASTGESTELD = "vastgesteld", _("vastgesteld")
    GEEVALUEERD = "geevalueerd", _("geëvalueerd")


class Planversie(VanGezin):
    """The plan on one day. Never changed: what is decided later is a new version.

    `doel` is the goal that was evaluated; none when the whole plan was adopted. `sleutel` is whom it is about.
    """

    plan = models.ForeignKey(Gezinsplan, on_delete=models.PROTECT, related_name="versies")
    aanleiding = models.CharField(max_length=15, choices=Aanleiding.choices)
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(editable=False)
    soort = models.CharField(max_length=15, choices=SOORTEN, default=Plansoort.GEZINSPLAN.value)
    uitgave = models.PositiveSmallIntegerField()
    gemaakt_op = models.DateField()
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = PlanversieQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van het plan"
        verbose_name_plural = "versies van het plan"
        constraints = [
            models.CheckConstraint(
                name="planversie_is_about_the_plan_or_a_goal",
                condition=Q(aanleiding=Aanleiding.VASTGESTELD.value, doel__isnull=True)
                | Q(aanleiding=Aanleiding.GEEVALUEERD.value, doel__isnull=False),
            ),
            models.UniqueConstraint(
                name="planversie_once_per_adoption",
                fields=["plan", "uitgave"],
                condition=Q(aanleiding=Aanleiding.VASTGESTELD.value),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "uitgave", "aanleiding", "soort")

    def __str__(self) -> str:
        return f"plan van {self.gemaakt_op:%d-%m-%Y}"

    @property
    def is_vastgesteld(self) -> bool:
        return self.aanleiding == Aanleiding.VASTGESTELD

    @property
    def is_hoofdlijn(self) -> bool:
        """Was the plan a plan van aanpak?"""
        return self.soort == Plansoort.PLAN_VAN_AANPAK


def _adopted_last(gemeenten: frozenset[int]) -> models.QuerySet[Planversie]:
    """Of each plan in these municipalities the version that was adopted last."""
    vastgesteld = Planversie.objects.filter(aanleiding=Aanleiding.VASTGESTELD, gemeente_id__one_of=gemeenten)
    return vastgesteld.order_by("plan_id", "-uitgave").distinct("plan_id")


class Versiedoel(VanGezin):
    """A goal as it stood in one version: its words and dates in `inhoud`, see `gegevens.Doelinhoud`."""

    in_versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="doelen")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(editable=False)
    inhoud = models.JSONField()

    objects = VersiedoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel in een versie"
        verbose_name_plural = "doelen in een versie"
        constraints = [
            models.UniqueConstraint(name="versiedoel_once_per_version", fields=["in_versie", "doel"])
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return str(self.inhoud["specifiek"])


class Versieactie(VanGezin):
    """What somebody did for a goal as it stood in one version."""

    versiedoel = models.ForeignKey(Versiedoel, on_delete=models.PROTECT, related_name="acties")
    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="+")
    wie = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(editable=False)
    tekst = models.CharField(max_length=200)
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    klaar_op = models.DateField(null=True, blank=True)

    objects = VersieactieQuerySet.as_manager()

    class Meta:
        verbose_name = "actie in een versie"
        verbose_name_plural = "acties in een versie"

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.tekst


class Planantwoord(VanGezin):
    """What one person at the table says of a version, in their own words. A later answer is a new row."""

    in_versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="antwoorden")
    stoel = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(editable=False)
    antwoord = models.CharField(max_length=10, choices=[(een.value, een.naam) for een in Antwoord])
    woorden = models.TextField(max_length=500, blank=True)
    gegeven_op = models.DateField()
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = PlanantwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een plan"
        verbose_name_plural = "antwoorden op een plan"
        constraints = [
            models.CheckConstraint(
                name="planantwoord_is_known", condition=Q(antwoord__in=[een.value for een in Antwoord])
            )
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "antwoord")

    def __str__(self) -> str:
        return Antwoord(self.antwoord).naam
