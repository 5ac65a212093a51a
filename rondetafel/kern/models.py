import uuid

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen


class Record(models.Model):
    """What every row of ours has: a random key, a version against lost updates, and when it was made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class Uitkomst(models.TextChoices):
    GELUKT = "gelukt", _("gelukt")
    GEWEIGERD = "geweigerd", _("geweigerd")


class Logregel(models.Model):
    """Who did or saw what, when, why and with what outcome. Append-only: a trigger refuses change.

    `gebeurtenis` is one of kern.gebeurtenissen. Name and role are kept as they were at that
    moment, so that a line never depends on an account.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(default=timezone.now)
    gebruiker_id = models.UUIDField(null=True)
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=20)
    gebeurtenis = models.CharField(max_length=40)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, default=Uitkomst.GELUKT)
    onderdeel = models.CharField(max_length=20, blank=True)
    doel = models.CharField(max_length=60, blank=True)
    gezin_id = models.UUIDField(null=True)
    gemeente_id = models.PositiveIntegerField(null=True)
    betreft = models.CharField(max_length=60, blank=True)
    betreft_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = "logregel"
        verbose_name_plural = "logregels"
        indexes = [
            models.Index(fields=["gezin_id", "-at"], name="logregel_gezin_at"),
            BrinIndex(fields=["at"], name="logregel_at_brin"),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.LOGBOEK
        open = ("id", "at", "rol", "gebeurtenis", "uitkomst", "onderdeel", "doel", "betreft", "gemeente_id")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.rol} {self.gebeurtenis}"


class TermijnQuerySet(models.QuerySet["Termijn"]):
    def running(self) -> "TermijnQuerySet":
        return self.filter(gesloten_op__isnull=True)


class Termijn(Record):
    """One duty with a date: made when the duty arises, closed when it is met. `regel` says why."""

    regel = models.CharField(max_length=40)
    rol = models.CharField(max_length=20)
    gebruiker_id = models.UUIDField(null=True, blank=True)
    gezin_id = models.UUIDField(null=True, blank=True)
    gemeente_id = models.PositiveIntegerField(null=True)
    betreft = models.CharField(max_length=60)
    betreft_id = models.UUIDField()
    vervalt_op = models.DateField()
    waarschuw_vanaf = models.DateField()
    gesloten_op = models.DateField(null=True, blank=True)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        constraints = [
            models.CheckConstraint(
                name="termijn_warns_before_it_expires", condition=Q(waarschuw_vanaf__lte=F("vervalt_op"))
            ),
            models.UniqueConstraint(
                name="termijn_runs_once",
                fields=["regel", "betreft_id"],
                condition=Q(gesloten_op__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["rol", "vervalt_op"], name="termijn_open_rol", condition=Q(gesloten_op__isnull=True)
            ),
            models.Index(
                fields=["gezin_id", "vervalt_op"],
                name="termijn_open_gezin",
                condition=Q(gesloten_op__isnull=True),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "regel", "rol", "betreft")

    def __str__(self) -> str:
        return f"{self.regel} voor {self.vervalt_op:%d-%m-%Y}"


class Post(models.Model):
    """A mail that waits for the worker. Carries no names and no case words: only a neutral text and a link."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    verstuurd_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mails"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.BERICHTEN
        open = ("id", "created_at", "onderwerp", "verstuurd_at")

    def __str__(self) -> str:
        return self.onderwerp
