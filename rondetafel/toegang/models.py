import uuid
from datetime import date
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.toegang.mag import Tie, Wie
from rondetafel.toegang.rollen import Hoedanigheid, Rol

# What the decision knows of a tie; `_as_tie` reads them back.
TIE_COLUMNS = ("gezin_id", "hoedanigheid", "van", "tot", "persoon_id", "onderdelen", "doel")


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def with_banden(self) -> Self:
        """Load every tie in the same query, so that knowing a person costs one round trip."""
        banden = Band.objects.filter(gebruiker=OuterRef("pk")).values(
            band=JSONObject(**{naam: naam for naam in TIE_COLUMNS})
        )
        return self.annotate(banden_json=ArraySubquery(banden))

    def professionals(self, rol: Rol) -> Self:
        """Names to choose from; only the columns that colleagues may see."""
        return self.filter(rol=rol, is_active=True).only("id", "naam", "rol", "functie").order_by("naam")


class GebruikerManager(BaseUserManager["Gebruiker"].from_queryset(GebruikerQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, email: str) -> "Gebruiker":
        return self.get(email__iexact=email)


class Gebruiker(AbstractBaseUser):
    """An account of one person in one rol; who also has another rol has another account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=20, choices=Rol.choices)
    functie = models.CharField(max_length=100, blank=True)
    organisatie_id = models.UUIDField(null=True, blank=True)
    gemeenten = ArrayField(models.PositiveIntegerField(), default=list, blank=True)
    # Of a professional, if known: only to notice that someone looks at neighbours.
    postcode = models.CharField(max_length=7, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    # Only there after with_banden.
    banden_json: list[dict[str, Any]]

    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam", "rol"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.CheckConstraint(name="gebruiker_rol_bestaat", condition=Q(rol__in=Rol.values)),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.ACCOUNTS
        open = ("id", "rol", "functie", "organisatie_id", "gemeenten", "is_active", "created_at")
        anders = {"password": "inloggegevens"}

    def __str__(self) -> str:
        return self.naam

    def as_wie(self) -> Wie:
        """Return the facts that decide on rights; only after `with_banden`."""
        return Wie(
            id=self.pk,
            naam=self.naam,
            rol=Rol(self.rol),
            functie=self.functie,
            gemeenten=frozenset(self.gemeenten),
            banden=tuple(_as_tie(band) for band in self.banden_json),
        )


def _as_tie(band: dict[str, Any]) -> Tie:
    return Tie(
        gezin_id=uuid.UUID(band["gezin_id"]),
        hoedanigheid=Hoedanigheid(band["hoedanigheid"]),
        van=date.fromisoformat(band["van"]),
        tot=date.fromisoformat(band["tot"]) if band["tot"] else None,
        persoon_id=uuid.UUID(band["persoon_id"]) if band["persoon_id"] else None,
        onderdelen=frozenset(band["onderdelen"]),
        doel=band["doel"],
    )


class Grond(models.TextChoices):
    GEZAG = "gezag", _("gezag over een kind")
    EIGEN = "eigen", _("eigen plan vanaf 12 jaar")
    TOESTEMMING = "toestemming", _("toestemming van het gezin")
    BESLUIT = "besluit", _("een besluit buiten het gezin om, met een reden")
    VERTEGENWOORDIGING = "vertegenwoordiging", _("vertegenwoordigt iemand die niet zelf kan beslissen")
    REGIE = "regie", _("regie over het plan")
    AKKOORD = "akkoord", _("lopend akkoord zorg")


# PostgreSQL counts days: a date minus one is the day before.
DAY_BEFORE_VAN = ExpressionWrapper(F("van") - Value(1), output_field=models.DateField())


class Band(Record):
    """A tie that gives one account access to a family, or to one person in it, `van` up to and including `tot`.

    `persoon_id` None: the whole family and everyone in it. `onderdelen` empty: all that the hoedanigheid
    opens; else only these. `doel`: what it is for, shown to the family. A tie that ends at once gets a
    `tot` of the day before; it then holds on no day.
    """

    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="banden")
    gezin_id = models.UUIDField()
    gemeente_id = models.PositiveIntegerField()
    hoedanigheid = models.CharField(max_length=20, choices=Hoedanigheid.choices)
    grond = models.CharField(max_length=20, choices=Grond.choices)
    grond_id = models.UUIDField(null=True, blank=True)
    persoon_id = models.UUIDField(null=True, blank=True)
    onderdelen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    doel = models.CharField(max_length=80, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "band"
        verbose_name_plural = "banden"
        constraints = [
            models.CheckConstraint(
                name="band_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(
                name="band_hoedanigheid_bestaat", condition=Q(hoedanigheid__in=Hoedanigheid.values)
            ),
            models.CheckConstraint(
                name="band_netwerk_names_its_parts",
                condition=~Q(hoedanigheid=Hoedanigheid.NETWERK) | ~Q(onderdelen=[]),
            ),
        ]
        indexes = [models.Index(fields=["gezin_id"], name="band_gezin")]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at", "hoedanigheid", "grond")

    def __str__(self) -> str:
        return f"{self.hoedanigheid} vanaf {self.van:%d-%m-%Y}"
