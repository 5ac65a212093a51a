from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from rondetafel.gezinnen.models import Gezin, VanGezin
from rondetafel.gezinsplan.models.format import Formatversie
from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.organisaties.models import Gemeente
from rondetafel.regels.gezinsplan import Plansoort
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.rechten import Onderdeel

SOORTEN = [(een.value, een.value) for een in Plansoort]


class PlanQuerySet(models.QuerySet[VanGezin]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum))


class Gezinsplan(Record):
    """The one plan of a family: a gezinsplan, or where all help is GGZ a plan van aanpak with main lines only.

    `vastgesteld_op`: the day everybody at the table agreed; none is a draft.

    `tussendoor` is when and how they look how it goes, beside the evaluation of each goal.
    `formatversie` is the version of the format it began with, and keeps.
    """

    gezin = models.OneToOneField(Gezin, on_delete=models.PROTECT, related_name="plan")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    formatversie = models.ForeignKey(Formatversie, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=15, choices=SOORTEN, default=Plansoort.GEZINSPLAN.value)
    gestart_op = models.DateField()
    vastgesteld_op = models.DateField(null=True, blank=True)
    uitgave = models.PositiveSmallIntegerField(default=0)
    tussendoor = models.CharField(max_length=200, blank=True)
    oordeel = models.JSONField(default=dict)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "gezinsplan"
        verbose_name_plural = "gezinsplannen"
        constraints = [
            models.CheckConstraint(
                name="gezinsplan_is_of_a_known_kind", condition=Q(soort__in=[een.value for een in Plansoort])
            ),
            models.CheckConstraint(
                name="gezinsplan_is_adopted_after_its_start",
                condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_op__gte=F("gestart_op")),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "gemeente", "uitgave", "formatversie", "soort")

    def __str__(self) -> str:
        return f"plan, uitgave {self.uitgave}"

    @property
    def is_hoofdlijn(self) -> bool:
        """Is it a plan van aanpak?"""
        return self.soort == Plansoort.PLAN_VAN_AANPAK
