from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record


class Gemeente(models.Model):
    """A municipality, known by its CBS code."""

    code = models.PositiveIntegerField(primary_key=True)
    naam = models.CharField(max_length=100, unique=True)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam"]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("code", "naam")

    def __str__(self) -> str:
        return self.naam


class Gebied(Record):
    """An area within a municipality with its own team."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="gebieden")
    nummer = models.PositiveSmallIntegerField(unique=True)
    naam = models.CharField(max_length=100)

    class Meta:
        verbose_name = "gebied"
        verbose_name_plural = "gebieden"
        ordering = ["nummer"]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "gemeente", "nummer", "naam")

    def __str__(self) -> str:
        return f"gebied {self.nummer}, {self.naam}"


class OrganisatieSoort(models.TextChoices):
    AANBIEDER = "aanbieder", _("zorgaanbieder")
    HUISARTS = "huisarts", _("huisartsenpraktijk")
    GI = "gi", _("gecertificeerde instelling")
    SCHOOL = "school", _("school")
    GEMEENTE = "gemeente", _("gemeente")
    COOPERATIE = "cooperatie", _("coöperatie")


class Organisatie(Record):
    """An organisation that refers, helps or pays. For a zorgaanbieder: which products it has a contract for."""

    naam = models.CharField(max_length=200, unique=True)
    soort = models.CharField(max_length=20, choices=OrganisatieSoort.choices)
    producten = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                name="organisatie_only_aanbieder_has_producten",
                condition=Q(soort=OrganisatieSoort.AANBIEDER) | Q(producten=[]),
            )
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "naam", "soort", "producten")

    def __str__(self) -> str:
        return self.naam
