from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import Case, F, Q, When
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import (
    AdresQuerySet,
    BetrokkeneQuerySet,
    BsnQuerySet,
    GezinQuerySet,
    PersoonQuerySet,
)
from rondetafel.gezinnen.schermen import Aard, Geheim, Verband
from rondetafel.kern import verwerkingen
from rondetafel.kern.bsn import decrypt_bsn, mask_bsn
from rondetafel.kern.looptijd import DAY_BEFORE_VAN, LOOPTIJD
from rondetafel.kern.models import Record
from rondetafel.organisaties.models import Gebied, Gemeente
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.personen import Geboren
from rondetafel.regels.woonplaats import Verblijfsoort
from rondetafel.toegang.models import Gebruiker


class Gezin(Record):
    """A family round one plan. Parents who live apart belong to the same gezin of their child."""

    nummer = models.PositiveIntegerField(unique=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    gebied = models.ForeignKey(Gebied, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = GezinQuerySet.as_manager()

    class Meta:
        verbose_name = "gezin"
        verbose_name_plural = "gezinnen"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "gemeente", "gebied")

    def __str__(self) -> str:
        return f"Gezin {self.nummer:04d}"


class VanGezin(Record):
    """What every row about a family carries: whose it is, and the municipality the fences read.

    A database key ties both to the gezin, so that a row moves along when the family moves.
    """

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="%(class)s_set")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Geslacht(models.TextChoices):
    VROUW = "V", _("vrouw")
    MAN = "M", _("man")
    ONBEKEND = "O", _("onbekend of anders")


class Gezinsrol(models.TextChoices):
    KIND = "kind", _("kind")
    OUDER = "ouder", _("ouder")
    ANDERS = "anders", _("anders")


class GeenBsn(models.TextChoices):
    """Why somebody has no BSN here."""

    ONGEBOREN = "ongeboren", _("het kind is nog niet geboren")
    AANGEVRAAGD = "aangevraagd", _("het BSN is aangevraagd")
    GEEN = "geen", _("deze persoon heeft geen BSN")
    GEWEIGERD = "geweigerd", _("deze persoon wil het niet geven")
    NIET_NODIG = "niet_nodig", _("het is niet nodig: er is geen hulp voor deze persoon")


class Tolk(models.TextChoices):
    NEE = "nee", _("nee, geen tolk nodig")
    JA = "ja", _("ja, er is een tolk nodig")


class Persoon(VanGezin):
    """A member of the family, with or without an account.

    `geboortedatum` is a whole day or nothing. Of who knows less only `geboortejaar` is kept, and the month
    when that is known; `verwacht_op` is of a child that must still be born. A record that is `opgegaan_in`
    another turned out to be that same person: the database shows it to no reader.
    """

    voornaam = models.CharField(max_length=200)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=200, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    geboortejaar = models.PositiveSmallIntegerField(null=True, blank=True)
    geboortemaand = models.PositiveSmallIntegerField(null=True, blank=True)
    verwacht_op = models.DateField(null=True, blank=True)
    overleden_op = models.DateField(null=True, blank=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    rol = models.CharField(max_length=10, choices=Gezinsrol.choices)
    taal = models.CharField(max_length=35, blank=True)
    tolk = models.CharField(max_length=3, choices=Tolk.choices, blank=True)
    geen_bsn = models.CharField(max_length=15, choices=GeenBsn.choices, blank=True)
    opgegaan_in = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = PersoonQuerySet.as_manager()

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints = [
            models.CheckConstraint(
                name="persoon_birth_is_known_in_one_way",
                condition=Q(geboortejaar__isnull=True, geboortemaand__isnull=True)
                | Q(geboortedatum__isnull=True, geboortejaar__isnull=False, verwacht_op__isnull=True),
            ),
            models.CheckConstraint(
                name="persoon_born_in_a_month",
                condition=Q(geboortemaand__isnull=True) | Q(geboortemaand__range=(1, 12)),
            ),
            models.CheckConstraint(
                name="persoon_expected_is_not_born",
                condition=Q(verwacht_op__isnull=True)
                | Q(geboortedatum__isnull=True, overleden_op__isnull=True, rol=Gezinsrol.KIND),
            ),
            models.CheckConstraint(
                name="persoon_dies_after_birth",
                condition=Q(overleden_op__isnull=True)
                | Q(geboortedatum__isnull=True)
                | Q(overleden_op__gte=F("geboortedatum")),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "rol")

    def __str__(self) -> str:
        return " ".join(filter(None, [self.voornaam, self.tussenvoegsel, self.achternaam]))

    @property
    def geboren(self) -> Geboren:
        """What is known of the birth, as the rules read it."""
        return Geboren(
            dag=self.geboortedatum,
            jaar=self.geboortejaar,
            maand=self.geboortemaand,
            verwacht_op=self.verwacht_op,
        )


class Burgerservicenummer(VanGezin):
    """The BSN of one person, apart from the person so that who reads a name never reads a number."""

    persoon = models.OneToOneField(Persoon, on_delete=models.PROTECT, related_name="bsn")
    versleuteld = models.BinaryField()
    zoeksleutel = models.CharField(max_length=64, unique=True)

    objects = BsnQuerySet.as_manager()

    class Meta:
        verbose_name = "burgerservicenummer"
        verbose_name_plural = "burgerservicenummers"

    class Privacy:
        klasse = "identificatienummer"
        verwerking = verwerkingen.BSN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return mask_bsn(self.reveal())

    def reveal(self) -> str:
        """Return all nine digits, for who asked for them and gave a fresh proof."""
        return decrypt_bsn(self.versleuteld)


class AdresSoort(models.TextChoices):
    BRP = "brp", _("woonadres")
    VERBLIJF = "verblijf", _("verblijfadres")
    BRIEF = "brief", _("briefadres")


class Adres(VanGezin):
    """Where a person lives or stays, from and up to a date, and in which gemeente that is.

    What was never true ends the day before it began. Unless `geheim` is answered with no, the address is
    for nobody but who must know.
    """

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="adressen")
    soort = models.CharField(max_length=10, choices=AdresSoort.choices, default=AdresSoort.BRP)
    straat = models.CharField(max_length=200)
    huisnummer = models.CharField(max_length=20)
    postcode = models.CharField(max_length=7)
    plaats = models.CharField(max_length=100)
    geheim = models.CharField(max_length=10, choices=Geheim.choices)
    woongemeente = models.CharField(max_length=80, blank=True)
    verblijfsoort = models.CharField(
        max_length=15, choices=[(een.value, een.naam) for een in Verblijfsoort], blank=True
    )
    is_geheim = models.GeneratedField(
        expression=Case(When(geheim=Geheim.NEE.value, then=False), default=True),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = AdresQuerySet.as_manager()

    class Meta:
        verbose_name = "adres"
        verbose_name_plural = "adressen"
        constraints = [
            models.CheckConstraint(
                name="adres_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(name="adres_geheim_is_asked", condition=Q(geheim__in=Geheim.values)),
            models.CheckConstraint(
                name="adres_only_a_stay_is_of_a_kind",
                condition=Q(verblijfsoort="") | Q(soort="verblijf"),
            ),
            ExclusionConstraint(
                name="adres_one_of_a_kind_at_a_time",
                expressions=[
                    ("persoon", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("verblijfsoort", RangeOperators.EQUAL),
                    (LOOPTIJD, RangeOperators.OVERLAPS),
                ],
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
            ),
        ]

    class Privacy:
        klasse = "adres"
        verwerking = verwerkingen.ADRES
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return f"{self.straat} {self.huisnummer}, {self.plaats}"


class Groep(models.TextChoices):
    GEZIN = "gezin", _("gezin")
    NETWERK = "netwerk", _("netwerk")
    BEROEP = "beroep", _("beroep")


class Betrokkene(VanGezin):
    """A chair at the table: someone of the family, the network or a profession, or an open chair.

    An open chair has a role and no name yet: for example a huisarts whose consent is still asked.
    A chair that was called off ends the day before it began.
    `steun` is what they can and want to give; who `is_blijvend` is still there when the help has ended.
    `hoort_bij` and `aard`: this chair tells where somebody's school is, or who the new partner is.
    """

    groep = models.CharField(max_length=10, choices=Groep.choices)
    # As long as the longest name of a person.
    naam = models.CharField(max_length=430, blank=True)
    relatie = models.CharField(max_length=100)
    organisatie = models.CharField(max_length=200, blank=True)
    steun = ArrayField(
        models.CharField(max_length=15, choices=[(een.value, een.naam) for een in Steun]),
        default=list,
        blank=True,
    )
    is_blijvend = models.BooleanField(default=False)
    persoon = models.OneToOneField(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="betrokkene"
    )
    hoort_bij = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    aard = models.CharField(max_length=10, choices=Aard.choices, blank=True)
    gebruiker = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    # Only there after with_email.
    email: str

    objects = BetrokkeneQuerySet.as_manager()

    class Meta:
        verbose_name = "betrokkene"
        verbose_name_plural = "betrokkenen"
        constraints = [
            models.CheckConstraint(
                name="betrokkene_belongs_to_one_person_as_something",
                condition=Q(hoort_bij__isnull=True, aard="")
                | Q(hoort_bij__isnull=False, persoon__isnull=True, aard__in=Aard.values),
            ),
            models.CheckConstraint(
                name="betrokkene_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(
                name="betrokkene_steun_bestaat",
                condition=Q(steun__contained_by=[een.value for een in Steun]),
            ),
            models.CheckConstraint(
                name="betrokkene_person_belongs_to_gezin",
                condition=Q(persoon__isnull=True) | Q(groep=Groep.GEZIN),
            ),
            models.UniqueConstraint(
                name="betrokkene_one_chair_per_account",
                fields=["gezin", "gebruiker"],
                condition=Q(tot__isnull=True),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "groep")

    def __str__(self) -> str:
        return self.naam or self.relatie

    @property
    def is_open(self) -> bool:
        return not self.naam

    @property
    def steun_woorden(self) -> list[str]:
        return [Steun(soort).naam for soort in self.steun]

    @property
    def verband(self) -> Verband | None:
        if self.hoort_bij_id is None:
            return None
        return Verband(aard=Aard(self.aard), persoon_id=self.hoort_bij_id)
