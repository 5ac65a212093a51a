from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from rondetafel.gezinnen.models import VanGezin
from rondetafel.gezinsplan.models.doel import Doel
from rondetafel.kern import verwerkingen
from rondetafel.organisaties.models import Organisatie
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class AantekeningQuerySet(models.QuerySet["Aantekening"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Who works with this family, for the organisation whose dossier it is."""
        if wie.organisatie_id is None:
            return self.none()
        return self.filter(reach(wie, Onderdeel.EIGENDOSSIER, peildatum), organisatie_id=wie.organisatie_id)

    def newest(self) -> Self:
        """Of every note the text that counts now."""
        return self.filter(~Exists(Aantekening.objects.filter(vervangt=OuterRef("pk"))))


class Aantekening(VanGezin):
    """A note in the dossier that one organisation keeps about a family, apart from the plan. Never changed.

    A correction is a row of its own that `vervangt` the one before it; `stam` is the key of the first. `op` is
    the day it is about, `doel` the goal of the plan, if it is about one.
    """

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    op = models.DateField()
    tekst = models.TextField()
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    vervangt = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    stam = models.UUIDField(editable=False)

    objects = AantekeningQuerySet.as_manager()

    class Meta:
        verbose_name = "aantekening in een eigen dossier"
        verbose_name_plural = "aantekeningen in een eigen dossier"
        constraints = [
            models.CheckConstraint(name="aantekening_says_something", condition=~Q(tekst="")),
            models.CheckConstraint(
                name="aantekening_stam_is_the_first",
                condition=Q(vervangt__isnull=True, stam=F("id"))
                | Q(vervangt__isnull=False) & ~Q(stam=F("id")),
            ),
            models.UniqueConstraint(name="aantekening_replaced_once", fields=["vervangt"]),
        ]
        indexes = [
            models.Index(fields=["gezin", "organisatie", "-op"], name="aantekening_gezin_nieuwst"),
            models.Index(fields=["stam"], name="aantekening_stam"),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.EIGENDOSSIER
        open = ("id", "versie", "created_at", "stam")

    def __str__(self) -> str:
        return f"aantekening van {self.op:%d-%m-%Y}"
