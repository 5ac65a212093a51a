from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.organisaties.models import Organisatie
from rondetafel.toegang.banden import stands_in
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Rol

# Up to and including the einddatum, as regisseurs say it: 't/m'.
LOOPTIJD = Func("startdatum", "einddatum", Value("[]"), function="DATERANGE", output_field=DateRangeField())


Rij = TypeVar("Rij", bound=VanGezin)


class ZorgQuerySet(models.QuerySet[Rij]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.ZORG, peildatum))

    def within(self, bereik: Reikwijdte) -> Self:
        return self.filter(bereik.rows(sleutel="jeugdige_id"))


class AkkoordQuerySet(ZorgQuerySet["AkkoordZorg"]):
    def running_on(self, peildatum: date) -> Self:
        return self.filter(startdatum__lte=peildatum).filter(
            Q(einddatum__isnull=True) | Q(einddatum__gte=peildatum)
        )

    def handled_by(self, wie: Wie, peildatum: date) -> Self:
        """What somebody may extend or stop: a zorgaanbieder the help they give, also for who they stand in."""
        if wie.rol is not Rol.AANBIEDER:
            return self
        return self.filter(Q(uitvoerder_id=wie.id) | Q(stands_in(wie, peildatum, voor="uitvoerder_id")))

    def with_verloop(self) -> Self:
        """Add what happened since: the stop, the open request and the end that was extended last."""
        verlengingen = Verlenging.objects.filter(akkoord=OuterRef("pk"))
        gevraagd = verlengingen.filter(stand=VerlengingStand.GEVRAAGD)
        gegeven = verlengingen.filter(stand=VerlengingStand.GEGEVEN).order_by("-was")
        return self.annotate(
            gestopt_op=F("stop__gestopt_op"),
            gevraagd_tot=Subquery(gevraagd.values("tot")[:1]),
            verlengd_na=Subquery(gegeven.values("was")[:1]),
        )


class AkkoordZorg(VanGezin):
    """Leave for one jeugdige to receive one product during one looptijd. A gebiedsteam has no einddatum."""

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="akkoorden")
    product_code = models.CharField(max_length=40)
    kwadrant = models.CharField(max_length=2)
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    uitvoerder = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    startdatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    gegeven_op = models.DateField()
    gegeven_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    oordeel = models.JSONField(default=dict)

    # Only there after `with_verloop`.
    gestopt_op: date | None
    gevraagd_tot: date | None
    verlengd_na: date | None

    objects = AkkoordQuerySet.as_manager()

    class Meta:
        verbose_name = "akkoord zorg"
        verbose_name_plural = "akkoorden zorg"
        constraints = [
            models.CheckConstraint(
                name="akkoord_ends_on_or_after_start",
                condition=Q(einddatum__isnull=True) | Q(einddatum__gte=F("startdatum")),
                violation_error_message="De einddatum ligt niet vóór de startdatum.",
            ),
            models.CheckConstraint(
                name="akkoord_k3_has_einddatum", condition=~Q(kwadrant="K3") | Q(einddatum__isnull=False)
            ),
            ExclusionConstraint(
                name="akkoord_no_overlap",
                expressions=[
                    ("jeugdige", RangeOperators.EQUAL),
                    ("product_code", RangeOperators.EQUAL),
                    (LOOPTIJD, RangeOperators.OVERLAPS),
                ],
                violation_error_message="Voor dit product loopt al een akkoord in deze periode.",
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "startdatum", "einddatum"], name="akkoord_gemeente_looptijd")
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "gemeente", "kwadrant")

    def __str__(self) -> str:
        return f"{self.product_code} vanaf {self.startdatum:%d-%m-%Y}"


class VerlengingStand(models.TextChoices):
    GEVRAAGD = "gevraagd", _("gevraagd")
    GEGEVEN = "gegeven", _("gegeven")


class Verlenging(VanGezin):
    """A request to let an akkoord run on until `tot`, with the judgement it was asked and given under."""

    akkoord = models.ForeignKey(AkkoordZorg, on_delete=models.PROTECT, related_name="verlengingen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    was = models.DateField()
    tot = models.DateField()
    motivering = models.TextField(blank=True)
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=10, choices=VerlengingStand.choices, default=VerlengingStand.GEVRAAGD)
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    oordeel = models.JSONField(default=dict)

    objects = ZorgQuerySet.as_manager()

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        constraints = [
            models.CheckConstraint(name="verlenging_ends_later", condition=Q(tot__gt=F("was"))),
            models.CheckConstraint(
                name="verlenging_given_has_date_and_person",
                condition=Q(stand="gevraagd", besloten_op__isnull=True, besloten_door__isnull=True)
                | Q(stand="gegeven", besloten_op__isnull=False, besloten_door__isnull=False),
            ),
            models.UniqueConstraint(
                name="verlenging_one_open_request", fields=["akkoord"], condition=Q(stand="gevraagd")
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "stand")

    def __str__(self) -> str:
        return f"verlenging t/m {self.tot:%d-%m-%Y}"


class StopZorg(VanGezin):
    """The end of an akkoord: why, on which day, and how far the total goal was reached (GAS)."""

    akkoord = models.OneToOneField(AkkoordZorg, on_delete=models.PROTECT, related_name="stop")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateField()
    gestopt_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    was_tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=30)
    gas_score = models.SmallIntegerField(null=True, blank=True)
    toelichting = models.TextField(blank=True)
    oordeel = models.JSONField(default=dict)

    objects = ZorgQuerySet.as_manager()

    class Meta:
        verbose_name = "stop zorg"
        verbose_name_plural = "stoppen zorg"
        constraints = [
            models.CheckConstraint(
                name="stop_gas_in_scale",
                condition=Q(gas_score__isnull=True) | Q(gas_score__gte=-3, gas_score__lte=2),
            )
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "reden")

    def __str__(self) -> str:
        return f"gestopt op {self.gestopt_op:%d-%m-%Y}"
