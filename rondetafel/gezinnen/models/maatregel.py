from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models.delen import DelenQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import DAY_BEFORE_VAN, LOOPTIJD
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.maatregel import HOOGSTENS, VOOGDIJSOORTEN, Maatregelsoort, holds_until
from rondetafel.toegang.models import Gebruiker

VOOGDIJ = sorted(een.value for een in VOOGDIJSOORTEN)
TOEZICHT = sorted(een.value for een in HOOGSTENS)
# Toezicht and voogdij are two kinds; of each a child has one at a time.
IS_VOOGDIJ = Case(
    When(soort__in=VOOGDIJ, then=Value(1)),
    default=Value(0),
    output_field=models.IntegerField(),
)


class Maatregeleinde(models.TextChoices):
    """Why a measure ended before its last day."""

    OPGEHEVEN = "opgeheven", _("de rechter hief de maatregel op")
    ANDERE = "andere", _("er kwam een andere maatregel")
    OVERLIJDEN = "overlijden", _("overlijden")
    FOUT = "fout", _("het stond hier verkeerd")


class Maatregel(VanGezin):
    """One beschikking of the kinderrechter about one child: `van` up to and including `tot`; no `tot` is until 18.

    A measure that is prolonged is a next row. `stoel` is where the jeugdbeschermer sits: open as long as nobody
    knows who it will be. What was never true ends the day before it began, and so holds on no day.
    """

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="maatregelen")
    soort = models.CharField(max_length=20, choices=[(een.value, een.naam) for een in Maatregelsoort])
    instelling = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    stoel = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="maatregelen")
    kenmerk = models.CharField(max_length=60, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=15, choices=Maatregeleinde.choices, blank=True)
    vastgelegd_op = models.DateField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    oordeel = models.JSONField(default=dict)

    objects = DelenQuerySet.as_manager()

    class Meta:
        verbose_name = "maatregel van de kinderrechter"
        verbose_name_plural = "maatregelen van de kinderrechter"
        constraints = [
            models.CheckConstraint(
                name="maatregel_soort_bestaat", condition=Q(soort__in=[een.value for een in Maatregelsoort])
            ),
            models.CheckConstraint(
                name="maatregel_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(
                name="maatregel_van_toezicht_has_an_end",
                condition=Q(tot__isnull=False) | ~Q(soort__in=TOEZICHT),
            ),
            models.CheckConstraint(
                name="maatregel_ended_early_has_a_last_day", condition=Q(einde="") | Q(tot__isnull=False)
            ),
            ExclusionConstraint(
                name="maatregel_one_of_a_kind_at_a_time",
                expressions=[
                    ("persoon", RangeOperators.EQUAL),
                    (IS_VOOGDIJ, RangeOperators.EQUAL),
                    (LOOPTIJD, RangeOperators.OVERLAPS),
                ],
                # What never held overlaps with nothing; PostgreSQL would refuse to make a range of it.
                condition=Q(tot__isnull=True) | Q(tot__gte=models.F("van")),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.MAATREGEL
        open = ("id", "versie", "created_at", "soort", "instelling", "einde")

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def als(self) -> Maatregelsoort:
        return Maatregelsoort(self.soort)

    @property
    def geldt_tot(self) -> date | None:
        """The last day, eighteen included. Only after the person was read along."""
        return holds_until(self.tot, self.persoon.geboortedatum)

    def is_over_on(self, peildatum: date) -> bool:
        """Does it hold no more, on this day or later? Also what was never true is over."""
        laatste = self.geldt_tot
        return laatste is not None and laatste < max(peildatum, self.van)
