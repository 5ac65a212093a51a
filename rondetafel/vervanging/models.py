from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import DAY_BEFORE_VAN, not_over_on
from rondetafel.kern.models import Record
from rondetafel.regels.vervanging import LANGSTE_MAANDEN
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

# One that was stopped before its first day ends on the day before: an empty range, which overlaps nothing.
DAGEN = Func(
    "van",
    F("tot") + Value(1),
    Value("[)"),
    function="DATERANGE",
    output_field=DateRangeField(),
)
# So many months before the last day is a day before the first: `last_day_of` in regels/datum.py.
MONTHS_BEFORE_TOT = Func(
    "tot",
    template=f"((%(expressions)s - interval '{LANGSTE_MAANDEN} months')::date)",
    output_field=models.DateField(),
)


class Afwezig(models.TextChoices):
    """Why somebody is away, no finer than the work needs: nobody can read from it that a colleague is ill."""

    VAKANTIE = "vakantie", _("vakantie")
    VERLOF = "verlof", _("ziek of met verlof")
    ANDERS = "anders", _("iets anders")


class VervangingQuerySet(models.QuerySet["Vervanging"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """One's own, in both places; for the kernteam those of the regisseurs in their municipalities."""
        if wie.rol is Rol.KERNTEAM:
            return self.filter(wie__rol=Rol.REGISSEUR, wie__gemeenten__overlap=sorted(wie.gemeenten))
        return self.filter(Q(wie_id=wie.id) | Q(vervanger_id=wie.id))

    def not_over_on(self, peildatum: date) -> Self:
        """What holds on this day or begins later; what was stopped before its first day never does."""
        return self.filter(not_over_on(peildatum), tot__gte=F("van"))

    def with_names(self) -> Self:
        """Add both names, without reading more of the accounts than colleagues may see."""
        return self.annotate(wienaam=F("wie__naam"), vervangernaam=F("vervanger__naam"))


class Vervanging(Record):
    """A colleague stands in for `wie`, from `van` up to and including `tot`.

    Their ties by work pass on to `vervanger` for the days that both hold; the database sees to it.
    `gestopt_op`: the day on which it was ended early.
    """

    wie = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    vervanger = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField()
    reden = models.CharField(max_length=10, choices=Afwezig.choices)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateField(null=True, blank=True)

    # Only there after with_names.
    wienaam: str
    vervangernaam: str

    objects = VervangingQuerySet.as_manager()

    class Meta:
        verbose_name = "vervanging"
        verbose_name_plural = "vervangingen"
        constraints = [
            models.CheckConstraint(name="vervanging_is_by_somebody_else", condition=~Q(wie=F("vervanger"))),
            models.CheckConstraint(
                name="vervanging_ends_on_or_after_start_unless_stopped",
                condition=Q(tot__gte=F("van")) | Q(gestopt_op__isnull=False, tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(name="vervanging_is_short", condition=Q(van__gt=MONTHS_BEFORE_TOT)),
            models.CheckConstraint(name="vervanging_reden_bestaat", condition=Q(reden__in=Afwezig.values)),
            ExclusionConstraint(
                name="vervanging_one_at_a_time",
                expressions=[("wie", RangeOperators.EQUAL), (DAGEN, RangeOperators.OVERLAPS)],
                violation_error_message="Voor deze dagen is al een vervanger vastgelegd.",
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at", "van", "tot", "gestopt_op")

    def __str__(self) -> str:
        return f"vervanging t/m {self.tot:%d-%m-%Y}"
