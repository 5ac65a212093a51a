import uuid
from datetime import date

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.gebeurtenissen import Actiecode
from rondetafel.regels.termijnen import EINDEVALUATIE


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
    """Who did or saw what of whom, when, from where, why and with what outcome: the fields of NEN 7513.

    One line per person concerned; `persoon_id` empty is about a family of which nobody is known yet, or
    about no family. `sleutel`: whom it is about, for the fences. Names are kept as they were at that
    moment, so that a line never depends on an account. Written by a function of the database and
    append-only: a trigger refuses change.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(default=timezone.now)
    gebruiker_id = models.UUIDField(null=True)
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=20)
    organisatie = models.CharField(max_length=200, blank=True)
    gebeurtenis = models.CharField(max_length=40)
    actie = models.CharField(max_length=1, choices=Actiecode.choices)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, default=Uitkomst.GELUKT)
    onderdeel = models.CharField(max_length=20, blank=True)
    doel = models.CharField(max_length=80, blank=True)
    grond = models.CharField(max_length=60, blank=True)
    is_noodknop = models.BooleanField(default=False)
    gezin_id = models.UUIDField(null=True)
    gemeente_id = models.PositiveIntegerField(null=True)
    persoon_id = models.UUIDField(null=True)
    is_afgeschermd = models.BooleanField(default=False)
    sleutel = models.GeneratedField(
        expression=Coalesce("persoon_id", "gezin_id"),
        output_field=models.UUIDField(null=True),
        db_persist=True,
    )
    betreft = models.CharField(max_length=60, blank=True)
    betreft_id = models.UUIDField(null=True)
    verzoek_id = models.UUIDField(null=True)
    netwerkadres = models.GenericIPAddressField(null=True)
    bron = models.CharField(max_length=100, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = "logregel"
        verbose_name_plural = "logregels"
        constraints = [
            models.CheckConstraint(name="logregel_actie_bestaat", condition=Q(actie__in=Actiecode.values)),
        ]
        indexes = [
            models.Index(fields=["gezin_id", "-at"], name="logregel_gezin_at"),
            BrinIndex(fields=["at"], name="logregel_at_brin"),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.LOGBOEK
        open = (
            "id",
            "at",
            "rol",
            "organisatie",
            "gebeurtenis",
            "actie",
            "uitkomst",
            "onderdeel",
            "doel",
            "grond",
            "is_noodknop",
            "betreft",
            "gemeente_id",
            "verzoek_id",
            "bron",
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.rol} {self.gebeurtenis}"


class TeVerzegelen(models.Model):
    """A line that no seal covers yet: put here with the line, taken away by the seal, in one transaction each.

    What commits late is thus sealed late, and never missed.
    """

    regel_id = models.UUIDField(primary_key=True)

    class Meta:
        verbose_name = "te verzegelen logregel"
        verbose_name_plural = "te verzegelen logregels"

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.LOGBOEK
        open = ("regel_id",)

    def __str__(self) -> str:
        return str(self.regel_id)


class Zegel(models.Model):
    """One link of the chain over the logboek: what these lines held, and which link came before.

    `regels` has 24 bytes a line: its key, and the begin of its hash, so that what was touched has a name.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.PositiveBigIntegerField(unique=True)
    gemaakt_at = models.DateTimeField()
    aantal = models.PositiveIntegerField()
    regels = models.BinaryField()
    vorige = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "zegel"
        verbose_name_plural = "zegels"

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.LOGBOEK
        open = ("id", "nummer", "gemaakt_at", "aantal", "regels", "vorige", "hash")

    def __str__(self) -> str:
        return f"zegel {self.nummer}"


class Sluiting(models.TextChoices):
    GEDAAN = "gedaan", _("gedaan")
    VERVALLEN = "vervallen", _("niet meer nodig")


class TermijnQuerySet(models.QuerySet["Termijn"]):
    def running(self) -> "TermijnQuerySet":
        return self.filter(gesloten_op__isnull=True)

    def asking_on(self, peildatum: date) -> "TermijnQuerySet":
        """What still asks for somebody: not closed, and what it is about is not over."""
        return self.running().filter(Q(geldt_tot__isnull=True) | Q(geldt_tot__gte=peildatum))


class Termijn(Record):
    """One duty with a date: made when the duty arises, closed when it is met. `regel` says why.

    Counted from (or back from) `vanaf`; done before `telt_vanaf` it does not count. After `geldt_tot` it asks
    for nobody any more. `vervalt_at` is the moment, for a duty in hours. `stil_sinds`: the clock stands still.
    `bron_document` and `bron_plek` are the source as it was when the duty arose.
    """

    regel = models.CharField(max_length=40)
    rol = models.CharField(max_length=20)
    gebruiker_id = models.UUIDField(null=True, blank=True)
    gezin_id = models.UUIDField(null=True, blank=True)
    gemeente_id = models.PositiveIntegerField(null=True)
    betreft = models.CharField(max_length=60)
    betreft_id = models.UUIDField()
    vanaf = models.DateField()
    telt_vanaf = models.DateField(null=True, blank=True)
    geldt_tot = models.DateField(null=True, blank=True)
    vervalt_op = models.DateField()
    vervalt_at = models.DateTimeField(null=True, blank=True)
    waarschuw_vanaf = models.DateField()
    stil_sinds = models.DateField(null=True, blank=True)
    bron_document = models.CharField(max_length=60)
    bron_plek = models.CharField(max_length=200)
    gesloten_op = models.DateField(null=True, blank=True)
    sluiting = models.CharField(max_length=10, choices=Sluiting.choices, blank=True)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        constraints = [
            models.CheckConstraint(
                name="termijn_warns_before_it_expires", condition=Q(waarschuw_vanaf__lte=F("vervalt_op"))
            ),
            models.CheckConstraint(
                name="termijn_closed_says_how",
                condition=Q(gesloten_op__isnull=True, sluiting="")
                | Q(gesloten_op__isnull=False, sluiting__in=Sluiting.values),
            ),
            models.CheckConstraint(
                name="termijn_counts_before_it_lapses",
                condition=Q(telt_vanaf__isnull=True)
                | Q(geldt_tot__isnull=True)
                | Q(telt_vanaf__lte=F("geldt_tot")),
            ),
            models.UniqueConstraint(
                name="termijn_runs_once",
                fields=["regel", "betreft_id"],
                condition=Q(gesloten_op__isnull=True) & ~Q(regel=EINDEVALUATIE.norm),
            ),
            # Help may be extended before the end evaluation of the first looptijd was held.
            models.UniqueConstraint(
                name="termijn_runs_once_for_each_period",
                fields=["regel", "betreft_id", "vanaf"],
                condition=Q(gesloten_op__isnull=True, regel=EINDEVALUATIE.norm),
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
            models.Index(fields=["betreft_id", "regel"], name="termijn_betreft"),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = (
            "id",
            "versie",
            "created_at",
            "regel",
            "rol",
            "betreft",
            "bron_document",
            "bron_plek",
            "sluiting",
        )

    def __str__(self) -> str:
        return f"{self.regel} voor {self.vervalt_op:%d-%m-%Y}"


class Vervallen(models.TextChoices):
    """Why did a mail that was written not leave?"""

    GESLOTEN = "gesloten", "het account is gesloten"
    GEEN_BAND = "geen_band", "de ontvanger leest bij dit gezin niet meer mee"


class Post(models.Model):
    """A mail that waits for the worker. Carries no names and no case words: only a neutral text and a link.

    `gezin_id`: it is only for who reads along with this family, also at the moment it leaves; forgotten after
    that, like the text. `ingetrokken_at`: it was not sent, for the reason in `vervallen`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    verstuurd_at = models.DateTimeField(null=True, blank=True)
    ingetrokken_at = models.DateTimeField(null=True, blank=True)
    vervallen = models.CharField(max_length=20, choices=Vervallen.choices, blank=True)
    gezin_id = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name = "uitgaande mail"
        verbose_name_plural = "uitgaande mails"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.BERICHTEN
        open = ("id", "created_at", "onderwerp", "verstuurd_at", "ingetrokken_at", "vervallen")

    def __str__(self) -> str:
        return self.onderwerp
