from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import VanGezinQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import LOOPTIJD
from rondetafel.toegang.models import Gebruiker


class Overdrachtsreden(models.TextChoices):
    """Why the regie passed to somebody else."""

    WERK = "werk", _("de regisseur krijgt ander werk")
    GEZIN = "gezin", _("het gezin wil iemand anders")
    VERHUIZING = "verhuizing", _("het gezin is verhuisd")
    AFWEZIG = "afwezig", _("de regisseur is lang afwezig")


class Akkoordwijze(models.TextChoices):
    """How the instelling that is voogd said yes."""

    GESPREK = "gesprek", _("in een gesprek")
    TELEFOON = "telefoon", _("aan de telefoon")
    SCHRIFTELIJK = "schriftelijk", _("in een mail of brief")


class Regie(VanGezin):
    """Who is the regisseur of a family: exactly one on any day.

    Of a regie that was handed over it says why, and who agreed on which day: somebody of the family, or in
    `akkoord_stoel` the jeugdbeschermer of the instelling that is voogd, with in `akkoord_hoe` how.
    """

    regisseur = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=15, choices=Overdrachtsreden.choices, blank=True)
    akkoord_op = models.DateField(null=True, blank=True)
    akkoord_van = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    akkoord_stoel = models.ForeignKey(
        Betrokkene, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    akkoord_hoe = models.CharField(max_length=15, choices=Akkoordwijze.choices, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = VanGezinQuerySet.as_manager()

    class Meta:
        verbose_name = "regie"
        verbose_name_plural = "regie"
        constraints = [
            models.CheckConstraint(
                name="regie_handed_over_says_why_and_who_agreed",
                condition=Q(reden="", akkoord_op__isnull=True)
                & Q(akkoord_van__isnull=True, akkoord_stoel__isnull=True)
                | ~Q(reden="")
                & Q(akkoord_op__isnull=False)
                & (
                    Q(akkoord_van__isnull=False, akkoord_stoel__isnull=True)
                    | Q(akkoord_van__isnull=True, akkoord_stoel__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="regie_says_how_an_instelling_agreed",
                condition=Q(akkoord_stoel__isnull=True, akkoord_hoe="")
                | (Q(akkoord_stoel__isnull=False) & ~Q(akkoord_hoe="")),
            ),
            models.CheckConstraint(
                name="regie_ends_on_or_after_start", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            ExclusionConstraint(
                name="regie_one_at_a_time",
                expressions=[("gezin", RangeOperators.EQUAL), (LOOPTIJD, RangeOperators.OVERLAPS)],
                violation_error_message="Een gezin heeft op elke dag één regisseur.",
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"regie vanaf {self.van:%d-%m-%Y}"
