import uuid
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import F, Func, OuterRef, Q
from django.db.models.functions import JSONObject, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import DAY_BEFORE_VAN
from rondetafel.kern.models import Record
from rondetafel.regels import bewaren
from rondetafel.regels.noodknop import DUUR
from rondetafel.toegang.mag import Tie, Wie
from rondetafel.toegang.rollen import DOOR_MAATREGEL, Hoedanigheid, Rol
from rondetafel.toegang.schermen import Scherm

# What the decision knows of a tie; `_as_tie` reads them back, the parts last.
TIE_COLUMNS = ("gezin_id", "hoedanigheid", "van", "tot", "tot_at", "persoon_id", "grond", "onderdelen")

# A name to log in with: small letters, digits, dot and dash.
INLOGNAAM = r"^[a-z0-9][a-z0-9.-]{3,39}$"
INLOGNAAM_LANGST = 40


def not_past() -> Q:
    """The ties that did not end at a moment before now, by the clock of the database, as the policies see it."""
    return Q(tot_at__isnull=True) | Q(tot_at__gt=Now())


class GebruikerQuerySet(models.QuerySet["Gebruiker"]):
    def with_banden(self) -> Self:
        """Load every tie and shield in the same query, so that knowing a person costs one round trip."""
        banden = Band.objects.filter(not_past(), gebruiker=OuterRef("pk")).values(
            band=JSONObject(**{naam: naam for naam in TIE_COLUMNS})
        )
        schermen = Func(F("pk"), function="schermen_van", output_field=models.JSONField())
        return self.annotate(banden_json=ArraySubquery(banden), schermen_json=schermen)

    def professionals(self, rol: Rol) -> Self:
        """Names to choose from; only the columns that colleagues may see."""
        return self.filter(rol=rol, is_active=True).only("id", "naam", "rol", "functie").order_by("naam")

    def by_login(self, login: str) -> "Gebruiker | None":
        """Whose account is this? By e-mail or by the name they chose; capitals make no difference."""
        return self.with_banden().filter(Q(email__iexact=login) | Q(inlognaam=login.lower())).first()


class GebruikerManager(BaseUserManager["Gebruiker"].from_queryset(GebruikerQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, email: str) -> "Gebruiker":
        return self.get(email__iexact=email)


class Gebruiker(AbstractBaseUser):
    """An account of one person in one rol; who also has another rol has another account.

    Who has no e-mail logs in with a name of their own choice. Until the code of their letter is used they
    have neither, and cannot log in.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Null and not empty: any number of people may have none, and no two the same.
    email = models.EmailField(unique=True, null=True, blank=True)
    inlognaam = models.CharField(max_length=INLOGNAAM_LANGST, unique=True, null=True, blank=True)
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
    schermen_json: list[dict[str, Any]]

    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam", "rol"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        constraints = [
            models.CheckConstraint(name="gebruiker_rol_bestaat", condition=Q(rol__in=Rol.values)),
            # Without an at-sign, so that a name is never somebody's address.
            models.CheckConstraint(
                name="gebruiker_inlognaam_is_plain",
                condition=Q(inlognaam__isnull=True) | Q(inlognaam__regex=INLOGNAAM),
            ),
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
            organisatie_id=self.organisatie_id,
            gemeenten=frozenset(self.gemeenten),
            banden=tuple(_as_tie(band) for band in self.banden_json),
            schermen=tuple(_as_scherm(scherm) for scherm in self.schermen_json),
        )


def _as_tie(band: dict[str, Any]) -> Tie:
    *velden, onderdelen = (band[naam] for naam in TIE_COLUMNS)
    return _read_tie(tuple(velden), tuple(onderdelen))


@lru_cache(maxsize=10_000)
def _read_tie(velden: tuple[str | None, ...], onderdelen: tuple[str, ...]) -> Tie:
    """Read once what stays the same: who has many families comes with all their ties at every page."""
    band: dict[str, Any] = dict(zip(TIE_COLUMNS, velden, strict=False))
    return Tie(
        gezin_id=uuid.UUID(band["gezin_id"]),
        hoedanigheid=Hoedanigheid(band["hoedanigheid"]),
        van=date.fromisoformat(band["van"]),
        tot=date.fromisoformat(band["tot"]) if band["tot"] else None,
        tot_at=datetime.fromisoformat(band["tot_at"]) if band["tot_at"] else None,
        persoon_id=uuid.UUID(band["persoon_id"]) if band["persoon_id"] else None,
        onderdelen=frozenset(onderdelen),
        grond=band["grond"],
    )


def _as_scherm(scherm: dict[str, Any]) -> Scherm:
    return Scherm(
        gezin_id=uuid.UUID(scherm["gezin_id"]),
        beschermd_id=uuid.UUID(scherm["beschermd_id"]),
        wat=frozenset(scherm["wat"]),
        van=date.fromisoformat(scherm["van"]),
        tot=date.fromisoformat(scherm["tot"]) if scherm["tot"] else None,
    )


class Grond(models.TextChoices):
    GEZAG = "gezag", _("gezag over een kind")
    EIGEN = "eigen", _("eigen plan vanaf 12 jaar")
    TOESTEMMING = "toestemming", _("toestemming van het gezin")
    SAMEN = "samen", _("ja over iedereen in het gezin")
    BESLUIT = "besluit", _("een besluit buiten het gezin om, met een reden")
    VERTEGENWOORDIGING = "vertegenwoordiging", _("vertegenwoordigt iemand die niet zelf kan beslissen")
    REGIE = "regie", _("regie over het plan")
    AKKOORD = "akkoord", _("lopend akkoord zorg")
    MAATREGEL = "maatregel", _("maatregel van de kinderrechter")
    NOODKNOP = "noodknop", _("een noodsituatie")
    VERVANGING = "vervanging", _("vervanging van een collega")


# Ties by work, which pass on to who stands in. No other does: not one on a decision about one reader, and not
# one on a measure of a judge, of which the instelling itself says who carries it out.
WERK = frozenset({Grond.REGIE, Grond.AKKOORD})


class Band(Record):
    """A tie that gives one account access to a family, or to one person in it, `van` up to and including `tot`.

    `persoon_id` None: the whole family and everyone in it (on the ground SAMEN: what they have together).
    `onderdelen` empty: all that the hoedanigheid
    opens; else only these. `doel`: what it is for, shown to the family. A tie that ends at once gets a
    `tot` of the day before; it then holds on no day. Only the noodknop ends at a moment, `tot_at`: four
    hours after `created_at` at most. `vervangt`: the tie of an absent colleague that this one follows; the
    database draws and moves it (room vervanging).
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
    tot_at = models.DateTimeField(null=True, blank=True)
    vervangt = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

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
            models.CheckConstraint(
                name="band_on_a_maatregel_is_about_one_person_and_ends",
                condition=~Q(hoedanigheid__in=sorted(DOOR_MAATREGEL)) & ~Q(grond=Grond.MAATREGEL)
                | Q(
                    hoedanigheid__in=sorted(DOOR_MAATREGEL),
                    grond=Grond.MAATREGEL,
                    grond_id__isnull=False,
                    persoon_id__isnull=False,
                    tot__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="band_noodknop_is_one_person_for_four_hours",
                condition=~Q(grond=Grond.NOODKNOP)
                & ~Q(hoedanigheid=Hoedanigheid.NOODLEZER)
                & Q(tot_at__isnull=True)
                | Q(
                    grond=Grond.NOODKNOP,
                    hoedanigheid=Hoedanigheid.NOODLEZER,
                    persoon_id__isnull=False,
                    tot__isnull=False,
                    tot_at__isnull=False,
                    tot_at__lte=F("created_at") + DUUR,
                ),
            ),
            models.CheckConstraint(
                name="band_vervanging_follows_a_tie_to_a_day",
                condition=Q(grond=Grond.VERVANGING, vervangt__isnull=False, tot__isnull=False)
                | (~Q(grond=Grond.VERVANGING) & Q(vervangt__isnull=True)),
            ),
            models.UniqueConstraint(name="band_vervanging_once", fields=["vervangt", "grond_id"]),
        ]
        indexes = [models.Index(fields=["gezin_id"], name="band_gezin")]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at", "hoedanigheid", "grond")

    def __str__(self) -> str:
        return f"{self.hoedanigheid} vanaf {self.van:%d-%m-%Y}"

    def as_tie(self) -> Tie:
        """Return this row as the decision reads it."""
        return Tie(
            gezin_id=self.gezin_id,
            hoedanigheid=Hoedanigheid(self.hoedanigheid),
            van=self.van,
            tot=self.tot,
            tot_at=self.tot_at,
            persoon_id=self.persoon_id,
            onderdelen=frozenset(self.onderdelen),
            grond=self.grond,
        )


class Sessie(AbstractBaseSession):
    """One browser in which somebody is logged in, or is about to. The contents are encrypted.

    `kenmerk` names it to its owner; the key itself is never shown, because who has it is in.
    """

    kenmerk = models.UUIDField(default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    apparaat = models.CharField(max_length=100, blank=True)
    begonnen_at = models.DateTimeField(null=True, blank=True)
    laatst_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        indexes = [models.Index(fields=["expire_date"], name="sessie_verloopt")]

    class Privacy:
        klasse = "inloggegevens"
        verwerking = verwerkingen.ACCOUNTS
        bewaren = bewaren.SESSIE
        open = ("kenmerk", "begonnen_at", "laatst_at", "expire_date")

    def __str__(self) -> str:
        return self.apparaat or "sessie"

    @classmethod
    def get_session_store_class(cls) -> type:
        from rondetafel.toegang.deur.sessies import SessionStore

        return SessionStore


class Drempel(models.Model):
    """How often did it go wrong lately, for one name or from one place? Kept as a hash, never as the name."""

    sleutel = models.CharField(max_length=64, primary_key=True)
    pogingen = models.PositiveIntegerField(default=0)
    laatste_at = models.DateTimeField()
    dicht_tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "drempel"
        verbose_name_plural = "drempels"
        indexes = [models.Index(fields=["laatste_at"], name="drempel_laatste")]

    class Privacy:
        klasse = "inloggegevens"
        verwerking = verwerkingen.ACCOUNTS
        bewaren = bewaren.SESSIE
        open = ("pogingen", "laatste_at", "dicht_tot")

    def __str__(self) -> str:
        return f"{self.pogingen} pogingen"


class Briefcode(models.Model):
    """A code in a letter that opens one account once. Of the code and the day of birth only hashes are kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    # Empty when the day of birth is not known: then the code alone is asked.
    geboortedag_hash = models.CharField(max_length=64, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    vervalt_at = models.DateTimeField()
    gesloten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "briefcode"
        verbose_name_plural = "briefcodes"
        constraints = [
            models.CheckConstraint(name="briefcode_five_tries", condition=Q(pogingen__lte=5)),
            models.UniqueConstraint(
                name="briefcode_one_open_per_account",
                fields=["gebruiker"],
                condition=Q(gesloten_at__isnull=True),
            ),
        ]

    class Privacy:
        klasse = "inloggegevens"
        verwerking = verwerkingen.ACCOUNTS
        open = ("id", "created_at", "pogingen", "vervalt_at", "gesloten_at")

    def __str__(self) -> str:
        return f"briefcode tot {self.vervalt_at:%d-%m-%Y}"
