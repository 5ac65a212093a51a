from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinsplan.models import PlanQuerySet
from rondetafel.kern import verwerkingen
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.rechten import Onderdeel


class OverlegSoort(models.TextChoices):
    STARTOVERLEG = "startoverleg", _("startoverleg")
    RTO = "rto", _("rondetafeloverleg (RTO)")
    EINDOVERLEG = "eindoverleg", _("eindoverleg")


class OverlegQuerySet(models.QuerySet["Overleg"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum))

    def held(self) -> Self:
        return self.filter(gehouden_op__isnull=False)

    def planned(self) -> Self:
        return self.filter(gehouden_op__isnull=True)


class Overleg(VanGezin):
    """A meeting round the table: planned, then held. What an RTO must have looked at is recorded with it."""

    soort = models.CharField(max_length=15, choices=OverlegSoort.choices)
    gepland_op = models.DateField()
    tijd = models.TimeField(null=True, blank=True)
    plaats = models.CharField(max_length=200, blank=True)
    gehouden_op = models.DateField(null=True, blank=True)
    is_totaal_besproken = models.BooleanField(default=False)
    concrete_doelen = models.PositiveSmallIntegerField(default=0)
    verslag = models.TextField(blank=True)

    # Only there after overleg.queries._with_aanwezigheid.
    is_regisseur_er: bool
    is_gezin_er: bool
    afwezigen: list[str]

    objects = OverlegQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg"
        verbose_name_plural = "overleggen"
        constraints = [
            models.CheckConstraint(
                name="overleg_outcome_only_when_held",
                condition=Q(gehouden_op__isnull=False)
                | Q(is_totaal_besproken=False, concrete_doelen=0, verslag=""),
            )
        ]
        indexes = [models.Index(F("gezin"), F("gehouden_op").desc(), name="overleg_gezin_gehouden")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.gehouden_op or self.gepland_op:%d-%m-%Y}"


class Deelname(VanGezin):
    """Someone who is invited to an overleg, and whether they were there."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="deelnames")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    was_aanwezig = models.BooleanField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        constraints = [
            models.UniqueConstraint(name="deelname_once_per_overleg", fields=["overleg", "betrokkene"])
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"deelname aan {self.overleg_id}"
