from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.models import Persoon, VanGezin
from rondetafel.gezinsplan.gegevens import Kruis
from rondetafel.gezinsplan.models.format import Matrixdoel
from rondetafel.gezinsplan.models.plan import Gezinsplan
from rondetafel.kern import verwerkingen
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.rechten import Onderdeel


class KeuzeQuerySet(models.QuerySet["Keuze"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum, sleutel="sleutel"))


class Keuze(VanGezin):
    """A tick in the doelenmatrix: this goal applies, for this person or for the whole family.

    `voor` is a child; `volwassene` an adult, whose goals everybody at the table of the family reads. `tot` is the
    day on which the tick was taken away: nothing is deleted.
    """

    plan = models.ForeignKey(Gezinsplan, on_delete=models.PROTECT, related_name="keuzes")
    matrixdoel = models.ForeignKey(Matrixdoel, on_delete=models.PROTECT, related_name="+")
    voor = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    volwassene = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gekozen_op = models.DateField()
    tot = models.DateField(null=True, blank=True)
    sleutel = models.GeneratedField(
        expression=Coalesce("voor", "gezin"), output_field=models.UUIDField(), db_persist=True
    )

    objects = KeuzeQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze in de doelenmatrix"
        verbose_name_plural = "keuzes in de doelenmatrix"
        constraints = [
            models.UniqueConstraint(
                name="keuze_once_per_person",
                fields=["plan", "matrixdoel", "voor", "volwassene"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="keuze_is_for_one", condition=Q(voor__isnull=True) | Q(volwassene__isnull=True)
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return str(self.matrixdoel)

    @property
    def over(self) -> Persoon | None:
        """Whom it is about; None: the whole family."""
        return self.voor or self.volwassene

    @property
    def kruis(self) -> Kruis:
        return Kruis(matrixdoel_id=self.matrixdoel_id, persoon_id=self.voor_id or self.volwassene_id)
