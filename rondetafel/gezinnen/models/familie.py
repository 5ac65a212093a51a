"""What people of one family are to each other: gezag, parent and child, partners."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import GezagQuerySet, RelatieQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import LOOPTIJD
from rondetafel.regels.gezag import ERKENBAAR
from rondetafel.toegang.models import Gebruiker


class GezagSoort(models.TextChoices):
    """Ouderlijk gezag is from before somebody looked whether it is held alone or together."""

    OUDERLIJK = "ouderlijk", _("ouderlijk gezag")
    SAMEN = "samen", _("ouderlijk gezag, samen met de andere ouder")
    ALLEEN = "alleen", _("ouderlijk gezag, alleen")
    GEZAMENLIJK = "gezamenlijk", _("gezamenlijk gezag met een niet-ouder")
    VOOGDIJ = "voogdij", _("voogdij")
    GEEN = "geen", _("geen gezag")


class Gezagsbewijs(models.TextChoices):
    """On what it rests that somebody has gezag, or has none."""

    REGISTER = "register", _("het gezagsregister")
    BRP = "brp", _("de basisregistratie personen (BRP)")
    UITSPRAAK = "uitspraak", _("een uitspraak van de rechter")
    AKTE = "akte", _("een geboorteakte of huwelijksakte")
    VERTELD = "verteld", _("iemand vertelde het")


class Gezag(VanGezin):
    """Which person decides for a child, or that somebody does not.

    Voogdij of a gecertificeerde instelling is a Maatregel, and only that. Without `gecontroleerd_op` nobody
    looked yet whether it is so.
    """

    kind = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag")
    volwassene = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag_over")
    soort = models.CharField(max_length=15, choices=GezagSoort.choices)
    bewijs = models.CharField(max_length=10, choices=Gezagsbewijs.choices, blank=True)
    gecontroleerd_op = models.DateField(null=True, blank=True)
    gecontroleerd_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = GezagQuerySet.as_manager()

    class Meta:
        verbose_name = "gezag"
        verbose_name_plural = "gezag"
        constraints = [
            models.CheckConstraint(
                name="gezag_ends_on_or_after_start", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(
                name="gezag_checked_says_when_and_by_whom",
                condition=Q(gecontroleerd_op__isnull=True, gecontroleerd_door__isnull=True)
                | Q(gecontroleerd_op__isnull=False, gecontroleerd_door__isnull=False),
            ),
            models.CheckConstraint(name="gezag_is_about_somebody_else", condition=~Q(kind=F("volwassene"))),
            ExclusionConstraint(
                name="gezag_one_of_an_adult_at_a_time",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    ("volwassene", RangeOperators.EQUAL),
                    (LOOPTIJD, RangeOperators.OVERLAPS),
                ],
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "soort", "bewijs")

    def __str__(self) -> str:
        return self.get_soort_display()


class Relatiesoort(models.TextChoices):
    OUDER = "ouder", _("ouder en kind")
    PARTNER = "partner", _("partners")


class Relatievorm(models.TextChoices):
    """How somebody became a parent, or how two people are together."""

    GEBOORTE = "geboorte", _("ouder bij de geboorte")
    ADOPTIE = "adoptie", _("adoptieouder")
    PLEEG = "pleeg", _("pleegouder")
    STIEF = "stief", _("stiefouder")
    GEHUWD = "gehuwd", _("getrouwd")
    PARTNERSCHAP = "partnerschap", _("geregistreerd partnerschap")
    SAMEN = "samen", _("samen zonder trouwen")


class Relatiestop(models.TextChoices):
    UIT_ELKAAR = "uit_elkaar", _("uit elkaar")
    GESCHEIDEN = "gescheiden", _("gescheiden")
    OVERLEDEN = "overleden", _("een van beiden is overleden")
    FOUT = "fout", _("het stond hier verkeerd")


OUDERVORMEN = ("geboorte", "adoptie", "pleeg", "stief")
PARTNERVORMEN = ("gehuwd", "partnerschap", "samen")


class Relatie(VanGezin):
    """What two people are to each other: `persoon` is the child, or one of two partners.

    The other is of the family (`met`) or sits at the table without belonging to it (`met_stoel`): a
    grandmother, or a new partner who can stay hidden. `erkend_op` is the day on which a parent recognised
    the child. Without `van` nobody knows since when. Twins are not written down: they follow from the
    day of birth and the mother.
    """

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="relaties")
    met = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="relaties_als_ander"
    )
    met_stoel = models.ForeignKey(
        Betrokkene, null=True, blank=True, on_delete=models.PROTECT, related_name="relaties"
    )
    soort = models.CharField(max_length=10, choices=Relatiesoort.choices)
    vorm = models.CharField(max_length=15, choices=Relatievorm.choices)
    erkend_op = models.DateField(null=True, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=15, choices=Relatiestop.choices, blank=True)

    objects = RelatieQuerySet.as_manager()

    class Meta:
        verbose_name = "relatie"
        verbose_name_plural = "relaties"
        constraints = [
            models.CheckConstraint(
                name="relatie_is_with_one_other",
                condition=Q(met__isnull=True, met_stoel__isnull=False)
                | (Q(met__isnull=False, met_stoel__isnull=True) & ~Q(met=F("persoon"))),
            ),
            models.CheckConstraint(
                name="relatie_vorm_fits_soort",
                condition=Q(soort="ouder", vorm__in=OUDERVORMEN) | Q(soort="partner", vorm__in=PARTNERVORMEN),
            ),
            models.CheckConstraint(
                name="relatie_only_a_parent_recognises",
                condition=Q(erkend_op__isnull=True) | Q(soort="ouder", vorm__in=sorted(ERKENBAAR)),
            ),
            models.CheckConstraint(
                name="relatie_ends_on_or_after_start",
                condition=Q(tot__isnull=True) | Q(van__isnull=True) | Q(tot__gte=F("van")),
            ),
            models.CheckConstraint(
                name="relatie_that_ended_says_how",
                condition=Q(einde="", tot__isnull=True)
                | (~Q(einde="") & (Q(tot__isnull=False) | Q(einde="fout"))),
            ),
            models.UniqueConstraint(
                name="relatie_runs_once",
                fields=["persoon", "met", "soort"],
                condition=Q(einde=""),
            ),
            models.UniqueConstraint(
                name="relatie_with_a_chair_runs_once",
                fields=["persoon", "met_stoel", "soort"],
                condition=Q(einde=""),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at", "soort", "vorm", "einde")

    def __str__(self) -> str:
        return self.get_vorm_display()
