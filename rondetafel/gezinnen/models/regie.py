from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import VanGezinQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import DAY_BEFORE_VAN, LOOPTIJD, holds_some_day
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


class Afzegreden(models.TextChoices):
    """Why the regie does not pass on after all."""

    GEZIN = "gezin", _("het gezin wil het toch niet")
    BLIJFT = "blijft", _("de regisseur van nu kan toch blijven")
    KAN_NIET = "kan_niet", _("de nieuwe regisseur kan toch niet")
    VERGISSING = "vergissing", _("het was een vergissing")


class Regie(VanGezin):
    """Who is the regisseur of a family: exactly one on any day.

    Of a regie that was handed over it says why, and who agreed on which day: somebody of the family, or in
    `akkoord_stoel` the jeugdbeschermer of the instelling that is voogd, with in `akkoord_hoe` how.
    One that was called off before it began ends the day before `van`; it stays, with the yes that was given.
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
    afgezegd_op = models.DateField(null=True, blank=True)
    afzegreden = models.CharField(max_length=15, choices=Afzegreden.choices, blank=True)
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
                name="regie_called_off_says_when_and_why",
                condition=Q(holds_some_day(), afgezegd_op__isnull=True, afzegreden="")
                | Q(tot=DAY_BEFORE_VAN, afgezegd_op__isnull=False, afgezegd_op__lt=F("van"))
                & ~Q(afzegreden=""),
            ),
            ExclusionConstraint(
                name="regie_one_at_a_time",
                expressions=[("gezin", RangeOperators.EQUAL), (LOOPTIJD, RangeOperators.OVERLAPS)],
                condition=holds_some_day(),
                violation_error_message="Een gezin heeft op elke dag één regisseur.",
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at")

    @property
    def is_afgezegd(self) -> bool:
        return self.afgezegd_op is not None

    @property
    def wie_zei_ja(self) -> str:
        """A record that turned out to be double is shown to nobody any more; its yes stays."""
        return str(self.akkoord_van or self.akkoord_stoel or _("iemand van het gezin"))

    def is_te_komen(self, peildatum: date) -> bool:
        """Is this a regie that passes on after `peildatum`, with a yes, and not called off?"""
        return self.van > peildatum and self.akkoord_op is not None and not self.is_afgezegd

    def __str__(self) -> str:
        return f"regie vanaf {self.van:%d-%m-%Y}"
