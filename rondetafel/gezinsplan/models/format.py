"""The doelenmatrix: which areas and goals does a version of the format offer to choose from?"""

from datetime import date
from typing import Self

from django.db import models

from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.regels.gas import SCHALEN, ZESPUNTSSCHAAL


class FormatversieQuerySet(models.QuerySet["Formatversie"]):
    def in_force(self, peildatum: date) -> Self:
        """The version with which a plan begins on this day: the newest that is in use."""
        return self.filter(geldig_vanaf__lte=peildatum).order_by("-geldig_vanaf", "-created_at")


class Formatversie(Record):
    """One version of the format. `geldig_vanaf` empty: still being written, in `tekst`.

    From the day it is taken into use its areas and goals are rows, and neither they nor it ever change.
    `schaal` is the scale that a new goal begins with; the table may still agree on the other one.
    """

    naam = models.CharField(max_length=60, unique=True)
    toelichting = models.CharField(max_length=200, blank=True)
    is_voorbeeld = models.BooleanField(default=False)
    schaal = models.CharField(max_length=10, default=ZESPUNTSSCHAAL.code)
    tekst = models.TextField(max_length=20_000, blank=True)
    geldig_vanaf = models.DateField(null=True, blank=True)

    objects = FormatversieQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van het format"
        verbose_name_plural = "versies van het format"
        constraints = [
            models.CheckConstraint(
                name="formatversie_knows_its_schaal", condition=models.Q(schaal__in=list(SCHALEN))
            )
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = (
            "id",
            "versie",
            "created_at",
            "naam",
            "toelichting",
            "is_voorbeeld",
            "schaal",
            "tekst",
            "geldig_vanaf",
        )

    def __str__(self) -> str:
        return self.naam


class Resultaatgebied(Record):
    """One area of the doelenmatrix in one version of the format, with a letter."""

    formatversie = models.ForeignKey(Formatversie, on_delete=models.PROTECT, related_name="gebieden")
    letter = models.CharField(max_length=1)
    naam = models.CharField(max_length=100)

    class Meta:
        verbose_name = "resultaatgebied"
        verbose_name_plural = "resultaatgebieden"
        ordering = ["letter"]
        constraints = [
            models.UniqueConstraint(
                name="resultaatgebied_letter_once_per_format", fields=["formatversie", "letter"]
            )
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "formatversie", "letter", "naam")

    def __str__(self) -> str:
        return f"{self.letter} {self.naam}"


class Matrixdoel(Record):
    """A goal that the format words beforehand; a plan chooses it and makes it concrete."""

    gebied = models.ForeignKey(Resultaatgebied, on_delete=models.PROTECT, related_name="doelen")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=200)

    class Meta:
        verbose_name = "doel uit de doelenmatrix"
        verbose_name_plural = "doelen uit de doelenmatrix"
        ordering = ["gebied", "nummer"]
        constraints = [
            models.UniqueConstraint(name="matrixdoel_nummer_once_per_gebied", fields=["gebied", "nummer"])
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "gebied", "nummer", "tekst")

    def __str__(self) -> str:
        return self.tekst

    @property
    def code(self) -> str:
        """The letter of the area with the number: how people point at this goal."""
        return f"{self.gebied.letter}{self.nummer}"
