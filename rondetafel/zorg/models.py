from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import JSONObject
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Persoon, VanGezin
from rondetafel.gezinsplan.models import Evaluatie, Gezinsplan
from rondetafel.kern import verwerkingen
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.papieren import NAMEN
from rondetafel.regels.product import Eenheid, Papier
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
            volgend_rto_op=Subquery(gegeven.values("rto_op")[:1]),
            plan_op=Subquery(Gezinsplan.objects.filter(gezin=OuterRef("gezin")).values("vastgesteld_op")[:1]),
            papieren_json=ArraySubquery(
                Verlengpapier.objects.filter(akkoord=OuterRef("pk"), was=OuterRef("einddatum"))
                .order_by("papier")
                .values(rij=JSONObject(papier="papier", ingeleverd_op="ingeleverd_op", van_dag="van_dag"))
            ),
            # Of goals of this child, and of those of the whole family.
            evaluaties_json=ArraySubquery(
                Evaluatie.objects.filter(
                    gezin=OuterRef("gezin"), sleutel__in=[OuterRef("jeugdige"), OuterRef("gezin")]
                )
                .order_by("geevalueerd_op")
                .values(rij=JSONObject(op="geevalueerd_op", moment="moment"))
            ),
        )


class AkkoordZorg(VanGezin):
    """Leave for one jeugdige to receive one product during one looptijd. A gebiedsteam has no einddatum.

    `aantal_per_week` is in `eenheid`. `overwogen` are the codes of what was considered first, and
    `motivering` says why that is not enough. `rto_op` is the day agreed on for the RTO at the start, and
    `rto_bij_start` says that the product of that day asked for it.
    `catalogus` are the versions of the rules that it was judged by, `doelen` the goals in the plan that
    day, counted (None: not kept).
    """

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
    aantal_per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=15, choices=[(een.value, een.value) for een in Eenheid], blank=True)
    in_plaats_van_onderwijs = models.BooleanField(default=False)
    has_diagnose = models.BooleanField(default=False)
    has_observatie = models.BooleanField(default=False)
    overwogen = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    motivering = models.TextField(blank=True)
    grond = models.CharField(max_length=40, blank=True)
    rto_op = models.DateField(null=True, blank=True)
    rto_bij_start = models.BooleanField(default=False)
    catalogus = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    doelen = models.JSONField(null=True, blank=True)
    oordeel = models.JSONField(default=dict)

    # Only there after `with_verloop`.
    gestopt_op: date | None
    gevraagd_tot: date | None
    verlengd_na: date | None
    volgend_rto_op: date | None
    plan_op: date | None
    papieren_json: list[dict[str, str]]
    evaluaties_json: list[dict[str, str]]

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
            models.CheckConstraint(
                name="akkoord_number_has_a_unit",
                condition=Q(aantal_per_week__isnull=True) | (Q(aantal_per_week__gte=1) & ~Q(eenheid="")),
            ),
            models.CheckConstraint(
                name="akkoord_in_place_of_school_is_counted",
                condition=Q(in_plaats_van_onderwijs=False) | Q(aantal_per_week__isnull=False),
            ),
            models.CheckConstraint(
                name="akkoord_passed_over_with_a_reason", condition=Q(overwogen=[]) | ~Q(motivering="")
            ),
            models.CheckConstraint(
                name="akkoord_rto_is_agreed_at_start",
                condition=Q(rto_bij_start=False) | Q(rto_op__isnull=False),
            ),
            models.CheckConstraint(
                name="akkoord_rto_after_start",
                condition=Q(rto_op__isnull=True) | Q(rto_op__gte=F("startdatum")),
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

    @property
    def hoeveel_per_week(self) -> str:
        """As people say it: 1 etmaal, 2 etmalen; empty where it is not counted."""
        return Eenheid(self.eenheid).word(self.aantal_per_week) if self.aantal_per_week else ""

    def __str__(self) -> str:
        return f"{self.product_code} vanaf {self.startdatum:%d-%m-%Y}"


class VerlengingStand(models.TextChoices):
    GEVRAAGD = "gevraagd", _("gevraagd")
    GEGEVEN = "gegeven", _("gegeven")


class Verlenging(VanGezin):
    """A request to let an akkoord run on until `tot`, with the judgement it was asked and given under.

    `rto_op` is the day agreed on for the RTO of the looptijd that it begins, where the product asks that.
    """

    akkoord = models.ForeignKey(AkkoordZorg, on_delete=models.PROTECT, related_name="verlengingen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    was = models.DateField()
    tot = models.DateField()
    rto_op = models.DateField(null=True, blank=True)
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


class Verlengpapier(VanGezin):
    """A paper that was handed in for the extension of the period that ends on `was`, by whom and when.

    `van_dag` is the day of the paper itself: of an evaluation the day on which it was held.
    """

    akkoord = models.ForeignKey(AkkoordZorg, on_delete=models.PROTECT, related_name="papieren")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    was = models.DateField()
    papier = models.CharField(max_length=20, choices=[(een.value, NAMEN[een]) for een in Papier])
    van_dag = models.DateField()
    ingeleverd_op = models.DateField()
    ingeleverd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = ZorgQuerySet.as_manager()

    class Meta:
        verbose_name = "papier voor een verlenging"
        verbose_name_plural = "papieren voor een verlenging"
        constraints = [
            models.UniqueConstraint(
                name="verlengpapier_once_per_period", fields=["akkoord", "was", "papier"]
            ),
            models.CheckConstraint(
                name="verlengpapier_is_written_before_it_comes",
                condition=Q(van_dag__lte=F("ingeleverd_op")),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "papier")

    def __str__(self) -> str:
        return f"{self.papier} van {self.van_dag:%d-%m-%Y}"


class Brief(VanGezin):
    """The brief van aanbod of an akkoord or of one extension of it. `tekenaars`: who must sign, from which day.

    Written when it is decided; until it is complete (`rond_op`) the facts of the day say who must sign, and
    from then on it stays as it was. Not sent until `verstuurd_op`.
    """

    akkoord = models.ForeignKey(AkkoordZorg, on_delete=models.PROTECT, related_name="brieven")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    verlenging = models.OneToOneField(
        Verlenging, null=True, blank=True, on_delete=models.PROTECT, related_name="brief"
    )
    tot = models.DateField(null=True, blank=True)
    besloten_op = models.DateField()
    tekenaars = models.JSONField(default=list)
    rond_op = models.DateField(null=True, blank=True)
    verstuurd_op = models.DateField(null=True, blank=True)
    verstuurd_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ZorgQuerySet.as_manager()

    class Meta:
        verbose_name = "brief van aanbod"
        verbose_name_plural = "brieven van aanbod"
        constraints = [
            models.UniqueConstraint(
                name="brief_once_per_akkoord", fields=["akkoord"], condition=Q(verlenging__isnull=True)
            ),
            models.CheckConstraint(
                name="brief_sent_has_day_and_person",
                condition=Q(verstuurd_op__isnull=True, verstuurd_door__isnull=True)
                | Q(verstuurd_op__gte=F("besloten_op"), verstuurd_door__isnull=False),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"brief van aanbod van {self.besloten_op:%d-%m-%Y}"


class Handtekening(VanGezin):
    """Somebody signed a brief van aanbod. Without `persoon` it is the instelling that is voogd, by `namens`."""

    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="handtekeningen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    namens = models.CharField(max_length=100, blank=True)
    getekend_op = models.DateField()
    vastgelegd_op = models.DateField()
    vastgelegd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = ZorgQuerySet.as_manager()

    class Meta:
        verbose_name = "handtekening"
        verbose_name_plural = "handtekeningen"
        constraints = [
            models.UniqueConstraint(
                name="handtekening_once_per_person", fields=["brief", "persoon"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="handtekening_of_a_person_or_in_a_name",
                condition=Q(persoon__isnull=False, namens="") | (Q(persoon__isnull=True) & ~Q(namens="")),
            ),
            models.CheckConstraint(
                name="handtekening_is_put_before_it_is_kept",
                condition=Q(getekend_op__lte=F("vastgelegd_op")),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"handtekening van {self.getekend_op:%d-%m-%Y}"


class StopZorg(VanGezin):
    """The end of an akkoord: why, on which day, and how far the total goal was reached (GAS)."""

    akkoord = models.OneToOneField(AkkoordZorg, on_delete=models.PROTECT, related_name="stop")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateField()
    gestopt_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    was_tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=30)
    overgedragen_aan = models.CharField(max_length=200, blank=True)
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
