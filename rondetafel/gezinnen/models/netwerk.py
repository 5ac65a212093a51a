"""What somebody at the table is to the family, what they give, and whether the family wants them to be asked."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import NetwerkQuerySet, OmgevingsvraagQuerySet, StoelvraagQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.omgeving import Omgeving

STEUNSOORTEN = [een.value for een in Steun]


class Nabijheid(models.TextChoices):
    """The words are those of the drawing (web/tekening/netwerk.py)."""

    DICHTBIJ = "dichtbij", _("dichtbij")
    IETS_VERDER = "iets_verder", _("iets verder weg")
    VER_WEG = "ver_weg", _("ver weg")


class Lijn(models.TextChoices):
    STERK = "sterk", _("sterk contact")
    GEWOON = "gewoon", _("gewoon contact")
    ZWAK = "zwak", _("weinig contact")
    GESPANNEN = "gespannen", _("moeilijk contact")


class Netwerkplek(VanGezin):
    """What a chair is to the family: of which kind, how near, and what is given now.

    What somebody can and wants to give stands at the chair itself. Apart from it, because who reads along
    from the network does not read how near they are.
    """

    betrokkene = models.OneToOneField(Betrokkene, on_delete=models.PROTECT, related_name="netwerkplek")
    voor = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=[(een.value, een.naam) for een in Omgeving])
    nabijheid = models.CharField(max_length=15, choices=Nabijheid.choices, default=Nabijheid.IETS_VERDER)
    lijn = models.CharField(max_length=10, choices=Lijn.choices, default=Lijn.GEWOON)
    steun_nu = ArrayField(models.CharField(max_length=15), default=list, blank=True)

    objects = NetwerkQuerySet.as_manager()

    class Meta:
        verbose_name = "plek in het netwerk"
        verbose_name_plural = "plekken in het netwerk"
        constraints = [
            models.CheckConstraint(
                name="netwerkplek_steun_bestaat", condition=Q(steun_nu__contained_by=STEUNSOORTEN)
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def nu_woorden(self) -> list[str]:
        return [Steun(soort).naam for soort in self.steun_nu]


class Vraagdoel(models.TextChoices):
    """What the family is asked to allow, or a professional to tell."""

    CONTACT = "contact", _("contact opnemen")
    UITNODIGEN = "uitnodigen", _("uitnodigen aan tafel")
    INFORMATIE = "informatie", _("informatie vragen")


class Stoelvraag(VanGezin):
    """May somebody be approached or invited: asked on a day, decided on a day, by whom of the family.

    Without `gevraagd_op` nobody asked it yet, and nothing can be decided.
    `naam` is kept here as long as there is no yes: then only who may read addresses knows who it is, and the
    chair stays without a name. With a yes it moves to the chair.
    """

    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="stoelvragen")
    doel = models.CharField(max_length=12, choices=Vraagdoel.choices)
    naam = models.CharField(max_length=200, blank=True)
    gevraagd_op = models.DateField(null=True, blank=True)
    is_ja = models.BooleanField(null=True)
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = StoelvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag over een stoel"
        verbose_name_plural = "vragen over een stoel"
        constraints = [
            models.CheckConstraint(
                name="stoelvraag_decided_says_when_and_by_whom",
                condition=Q(is_ja__isnull=True, besloten_op__isnull=True, besloten_door__isnull=True)
                | Q(is_ja__isnull=False, besloten_op__isnull=False, besloten_door__isnull=False),
            ),
            models.CheckConstraint(
                name="stoelvraag_is_decided_on_or_after_the_question",
                condition=Q(besloten_op__isnull=True) | Q(besloten_op__gte=F("gevraagd_op")),
            ),
            models.CheckConstraint(
                name="stoelvraag_is_asked_before_it_is_decided",
                condition=Q(is_ja__isnull=True) | Q(gevraagd_op__isnull=False),
            ),
            models.UniqueConstraint(
                name="stoelvraag_waits_once", fields=["betrokkene", "doel"], condition=Q(is_ja__isnull=True)
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.ADRES
        open = ("id", "versie", "created_at", "doel")

    def __str__(self) -> str:
        return self.get_doel_display()


class Omgevingsvraag(VanGezin):
    """The family was asked about people of one kind, and said that there is nobody."""

    soort = models.CharField(max_length=20, choices=[(een.value, een.naam) for een in Omgeving])
    gevraagd_op = models.DateField()

    objects = OmgevingsvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag naar het netwerk"
        verbose_name_plural = "vragen naar het netwerk"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return self.get_soort_display()
