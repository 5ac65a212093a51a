from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from rondetafel.documenten.scanner import GEEN
from rondetafel.documenten.soorten import BIJ_EXTENSIE, Soort
from rondetafel.gezinnen.models import Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Rol


class Deelkring(models.TextChoices):
    """With whom a paper is shared, from few to many. Who brought it and the regisseur always read it."""

    REGIE = "regie", _("alleen met de regisseur")
    GEZIN = "gezin", _("met het gezin en de regisseur")
    HULP = "hulp", _("met het gezin, de regisseur en andere professionals aan tafel")


class Papiersoort(models.TextChoices):
    BRIEF = "brief", _("brief")
    VERSLAG = "verslag", _("verslag of rapport")
    SCHOOL = "school", _("van school")
    FOTO = "foto", _("foto of tekening")
    ANDERS = "anders", _("iets anders")


class Bewaarklasse(models.TextChoices):
    """How long a paper stays: as part of the file of the family, or only while there is help."""

    DOSSIER = "dossier", _("bij het dossier")
    TIJDENS_HULP = "tijdens_hulp", _("zolang er hulp is")


# Our choice: a drawing or photo is no part of what the law makes us keep.
BEWAARKLASSE = {Papiersoort.FOTO: Bewaarklasse.TIJDENS_HULP}


class Stand(models.TextChoices):
    QUARANTAINE = "quarantaine", _("wordt gecontroleerd")
    SCHOON = "schoon", _("gecontroleerd")
    BESMET = "besmet", _("geweigerd: er zat een virus in")


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        within = reach(wie, Onderdeel.DOCUMENT, peildatum, sleutel="sleutel")
        return self.filter(within).filter(_shared_with(wie))

    def to_judge(self) -> Self:
        """What waits for the scanner, with no more of it than the worker may know."""
        columns = ("id", "gezin_id", "gemeente_id", "persoon_id", "bestand", "sha256", "stand")
        return self.filter(stand=Stand.QUARANTAINE).only(*columns)


def _shared_with(wie: Wie) -> Q:
    """Which papers are shared with somebody who reads this family; the same as the policy `gedeeld`."""
    if wie.rol is Rol.REGISSEUR:
        return Q()
    kringen = [Deelkring.GEZIN, Deelkring.HULP] if wie.is_gezin else [Deelkring.HULP]
    return Q(kring__in=kringen) | Q(geplaatst_door_id=wie.id)


class Document(VanGezin):
    """A paper or photo that somebody brought to a family; `persoon` empty means about all of them.

    `sleutel`: whom it is about, for the fences. `bestand` is the chance name in the store; the name that the
    file came with is only kept, cleaned, to give back. Nobody gets the bytes before `is_open`.
    """

    persoon = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=10, choices=Papiersoort.choices)
    titel = models.CharField(max_length=120)
    kring = models.CharField(max_length=10, choices=Deelkring.choices, default=Deelkring.REGIE)
    geplaatst_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    geplaatst_op = models.DateField()
    bestand = models.CharField(max_length=60, unique=True)
    bestandsnaam = models.CharField(max_length=120)
    extensie = models.CharField(max_length=5)
    grootte = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stand = models.CharField(max_length=12, choices=Stand.choices, default=Stand.QUARANTAINE)
    gecontroleerd_at = models.DateTimeField(null=True, blank=True)
    gecontroleerd_met = models.CharField(max_length=20, blank=True)
    bewaarklasse = models.CharField(max_length=12, choices=Bewaarklasse.choices, default=Bewaarklasse.DOSSIER)
    sleutel = models.GeneratedField(
        expression=Coalesce("persoon", "gezin"), output_field=models.UUIDField(), db_persist=True
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        constraints = [
            models.CheckConstraint(
                name="document_kind_is_allowed", condition=Q(extensie__in=sorted(BIJ_EXTENSIE))
            ),
            models.CheckConstraint(
                name="document_judged_by_a_scanner",
                condition=Q(stand="quarantaine", gecontroleerd_at__isnull=True, gecontroleerd_met="")
                | Q(~Q(gecontroleerd_met=""), stand__in=["schoon", "besmet"], gecontroleerd_at__isnull=False),
            ),
            models.CheckConstraint(name="document_is_not_empty", condition=Q(grootte__gt=0)),
        ]
        indexes = [models.Index(fields=["gezin", "-geplaatst_op"], name="document_gezin_op")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.DOCUMENTEN
        open = (
            "id",
            "versie",
            "created_at",
            "soort",
            "kring",
            "bestand",
            "extensie",
            "grootte",
            "stand",
            "gecontroleerd_at",
            "gecontroleerd_met",
            "bewaarklasse",
        )

    def __str__(self) -> str:
        return self.titel

    def is_shared_by(self, wie: Wie) -> bool:
        """Does this person decide with whom it is shared? Who brought it, and the regisseur."""
        return wie.rol is Rol.REGISSEUR or self.geplaatst_door_id == wie.id

    @property
    def formaat(self) -> Soort:
        return BIJ_EXTENSIE[self.extensie]

    @property
    def is_open(self) -> bool:
        """May its bytes be given? Clean is not enough: outside a demo a scanner must have said so."""
        is_checked = self.gecontroleerd_met != GEEN or settings.MAG_ONGECONTROLEERD
        return self.stand == Stand.SCHOON and is_checked
