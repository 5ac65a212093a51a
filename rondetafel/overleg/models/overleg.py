from datetime import date
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinnen.schermen import not_hidden
from rondetafel.kern import verwerkingen
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.schermen import Wat

EEN_PER_MOMENT = "overleg_planned_once_per_moment"


class OverlegSoort(models.TextChoices):
    STARTOVERLEG = "startoverleg", _("startoverleg")
    RTO = "rto", _("rondetafeloverleg (RTO)")
    EINDOVERLEG = "eindoverleg", _("eindoverleg")


class OverlegQuerySet(models.QuerySet["Overleg"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum))

    def with_plaats(self) -> Self:
        """Add `plaats`, which is empty when none is filled in, and for who may not know it."""
        return self.annotate(plaats=Coalesce("plek__tekst", Value("")))

    def held(self) -> Self:
        return self.filter(gehouden_op__isnull=False)

    def planned(self) -> Self:
        return self.filter(gehouden_op__isnull=True, afgezegd_op__isnull=True)

    def standing(self) -> Self:
        """All but those that were called off."""
        return self.filter(afgezegd_op__isnull=True)


class DeelnameQuerySet(models.QuerySet["Deelname"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum), not_hidden(wie, peildatum, "betrokkene__"))


class PlekQuerySet(models.QuerySet["Plek"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Of a family in which any place is hidden from `wie`, none is shown: the text is free."""
        zonder = {een.gezin_id for een in wie.schermen if een.hides(Wat.PLAATS, peildatum)}
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum)).exclude(gezin_id__in=zonder)


def knows_places(wie: Wie, gezin_id: UUID, peildatum: date) -> bool:
    """May this person know where this family meets?"""
    schermen = (een for een in wie.schermen if een.gezin_id == gezin_id)
    return not any(een.hides(Wat.PLAATS, peildatum) for een in schermen)


class Overleg(VanGezin):
    """A meeting round the table: planned, then held or called off. What an RTO must have looked at is with it."""

    soort = models.CharField(max_length=15, choices=OverlegSoort.choices)
    gepland_op = models.DateField()
    tijd = models.TimeField(null=True, blank=True)
    gehouden_op = models.DateField(null=True, blank=True)
    afgezegd_op = models.DateField(null=True, blank=True)
    is_totaal_besproken = models.BooleanField(default=False)
    concrete_doelen = models.PositiveSmallIntegerField(default=0)
    verslag = models.TextField(blank=True)

    # Only there after with_plaats.
    plaats: str
    # Only there after overleg.queries.overleg._with_aanwezigheid.
    is_regisseur_er: bool
    is_gezin_er: bool
    afwezigen: list[str]
    gemisten: list[str]

    objects = OverlegQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg"
        verbose_name_plural = "overleggen"
        constraints = [
            # Two who plan in the same instant, or move to where one stands: the second is refused.
            models.UniqueConstraint(
                name=EEN_PER_MOMENT,
                fields=["gezin", "soort", "gepland_op", "tijd"],
                condition=Q(gehouden_op__isnull=True, afgezegd_op__isnull=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="overleg_outcome_only_when_held",
                condition=Q(gehouden_op__isnull=False)
                | Q(is_totaal_besproken=False, concrete_doelen=0, verslag=""),
            ),
            models.CheckConstraint(
                name="overleg_called_off_was_not_held",
                condition=Q(afgezegd_op__isnull=True) | Q(gehouden_op__isnull=True),
            ),
        ]
        indexes = [models.Index(F("gezin"), F("gehouden_op").desc(), name="overleg_gezin_gehouden")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.gehouden_op or self.gepland_op:%d-%m-%Y}"


class Plek(VanGezin):
    """Where an overleg is, apart from the overleg: who may know the day may not always know the place."""

    overleg = models.OneToOneField(Overleg, on_delete=models.PROTECT, related_name="plek")
    tekst = models.CharField(max_length=200)

    objects = PlekQuerySet.as_manager()

    class Meta:
        verbose_name = "plek van een overleg"
        verbose_name_plural = "plekken van overleg"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.tekst


class Deelname(VanGezin):
    """Someone who is invited to an overleg, whether it cannot do without them, and whether they were there."""

    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, related_name="deelnames")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    is_nodig = models.BooleanField(default=False)
    was_aanwezig = models.BooleanField(null=True, blank=True)

    objects = DeelnameQuerySet.as_manager()

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
