from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.organisaties.models import Gemeente
from rondetafel.regels.afwijking import Signaal
from rondetafel.regels.noodknop import DUUR, MINSTE_TEKENS, Noodreden, is_open
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class Weekcontrole(Record):
    """One search for looking that stands out, from `van` up to and including `tot`: proof that it was done."""

    van = models.DateField()
    tot = models.DateField()
    aantal = models.PositiveIntegerField()

    class Meta:
        verbose_name = "weekcontrole"
        verbose_name_plural = "weekcontroles"
        constraints = [
            models.CheckConstraint(
                name="weekcontrole_ends_on_or_after_start", condition=Q(tot__gte=F("van"))
            ),
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.LOGBOEK
        open = ("id", "versie", "created_at", "van", "tot", "aantal")

    def __str__(self) -> str:
        return f"controle van {self.van:%d-%m-%Y} tot en met {self.tot:%d-%m-%Y}"


class AfwijkingQuerySet(models.QuerySet["Afwijking"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.TOEZICHT, peildatum))

    def open(self) -> Self:
        return self.filter(gesloten_op__isnull=True)


class Bevinding(models.TextChoices):
    TERECHT = "terecht", _("Het kijken klopte")
    ONTERECHT = "onterecht", _("Het kijken klopte niet; dit is besproken")
    DATALEK = "datalek", _("Het kijken klopte niet; gemeld als datalek")


class Afwijking(Record):
    """One thing that stood out about somebody's looking on one day, until a person wrote down what it was.

    Without a family it is about many of them. Name and rol are kept as they were, as in the logboek.
    """

    signaal = models.CharField(max_length=20)
    dag = models.DateField()
    gebruiker_id = models.UUIDField()
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=20)
    gezin = models.ForeignKey(Gezin, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gezinsnummer = models.PositiveIntegerField(null=True, blank=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(max_length=400)
    gevonden_op = models.DateField()
    bevinding = models.CharField(max_length=10, choices=Bevinding.choices, blank=True)
    reden = models.TextField(max_length=2000, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    gesloten_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AfwijkingQuerySet.as_manager()

    class Meta:
        verbose_name = "afwijking"
        verbose_name_plural = "afwijkingen"
        constraints = [
            models.CheckConstraint(
                name="afwijking_signaal_bestaat", condition=Q(signaal__in=[een.value for een in Signaal])
            ),
            models.CheckConstraint(
                name="afwijking_closed_with_outcome_and_reason",
                condition=Q(gesloten_op__isnull=True, gesloten_door__isnull=True, bevinding="", reden="")
                | Q(
                    gesloten_op__isnull=False,
                    gesloten_door__isnull=False,
                    bevinding__in=Bevinding.values,
                    reden__gt="",
                ),
            ),
            models.UniqueConstraint(
                name="afwijking_found_once",
                fields=["signaal", "gebruiker_id", "dag", "gezin", "gemeente"],
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(
                fields=["gemeente", "gevonden_op"],
                name="afwijking_open",
                condition=Q(gesloten_op__isnull=True),
            )
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.LOGBOEK
        open = (
            "id",
            "versie",
            "created_at",
            "signaal",
            "dag",
            "rol",
            "gemeente",
            "gevonden_op",
            "bevinding",
            "gesloten_op",
        )

    def __str__(self) -> str:
        return f"{self.signaal} op {self.dag:%d-%m-%Y}"


class NoodknopQuerySet(models.QuerySet["Noodknop"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.NOODKNOP, peildatum))

    def open(self) -> Self:
        """What nobody judged yet."""
        return self.filter(beoordeeld_op__isnull=True)


class Noodoordeel(models.TextChoices):
    TERECHT = "terecht", _("De noodknop was nodig")
    ONTERECHT = "onterecht", _("De noodknop was niet nodig; dit is besproken")
    DATALEK = "datalek", _("De noodknop was niet nodig; gemeld als datalek")


REDENEN = {
    Noodreden.GEVAAR: _("Iemand is nu in gevaar"),
    Noodreden.VERMIST: _("Een kind of jongere is weg"),
    Noodreden.ZIEK: _("Iemand is plotseling ziek of gewond"),
    Noodreden.DIENST: _("Politie, ambulance of crisisdienst vraagt nu om informatie"),
}
WAS_FOUND = ("gezin", "gezinsnummer", "persoon", "tot_at")


class Noodknop(Record):
    """One use of the noodknop: who, why, about whom, and what was thought of it afterwards.

    Without a family nobody was found; that is judged as well. `created_at` is the moment it was used, by
    the clock of the database, which also sets `tot_at`; who stopped earlier moved that. Name as it was then.
    """

    gebruiker_id = models.UUIDField()
    naam = models.CharField(max_length=200)
    reden = models.CharField(max_length=10, choices=list(REDENEN.items()))
    toelichting = models.TextField(max_length=2000)
    gezin = models.ForeignKey(Gezin, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gezinsnummer = models.PositiveIntegerField(null=True, blank=True)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gebruikt_op = models.DateField()
    tot_at = models.DateTimeField(null=True, blank=True)
    oordeel = models.CharField(max_length=10, choices=Noodoordeel.choices, blank=True)
    oordeel_reden = models.TextField(max_length=2000, blank=True)
    beoordeeld_op = models.DateField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NoodknopQuerySet.as_manager()

    class Meta:
        verbose_name = "gebruik van de noodknop"
        verbose_name_plural = "gebruik van de noodknop"
        constraints = [
            models.CheckConstraint(
                name="noodknop_reden_bestaat", condition=Q(reden__in=[een.value for een in Noodreden])
            ),
            models.CheckConstraint(
                name="noodknop_says_why",
                condition=GreaterThanOrEqual(Length(Trim("toelichting")), MINSTE_TEKENS),
            ),
            models.CheckConstraint(
                name="noodknop_found_one_person_or_nobody",
                condition=Q(**{f"{naam}__isnull": True for naam in WAS_FOUND})
                | Q(**{f"{naam}__isnull": False for naam in WAS_FOUND}),
            ),
            models.CheckConstraint(
                name="noodknop_four_hours_at_most",
                condition=Q(tot_at__isnull=True) | Q(tot_at__lte=F("created_at") + DUUR),
            ),
            models.CheckConstraint(
                name="noodknop_judged_with_outcome_and_reason",
                condition=Q(
                    beoordeeld_op__isnull=True, beoordeeld_door__isnull=True, oordeel="", oordeel_reden=""
                )
                | Q(
                    beoordeeld_op__isnull=False,
                    beoordeeld_door__isnull=False,
                    oordeel__in=Noodoordeel.values,
                    oordeel_reden__gt="",
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "gebruikt_op"], name="noodknop_gemeente"),
            models.Index(fields=["gebruiker_id", "created_at"], name="noodknop_gebruiker"),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.LOGBOEK
        open = (
            "id",
            "versie",
            "created_at",
            "reden",
            "gemeente",
            "gebruikt_op",
            "tot_at",
            "oordeel",
            "beoordeeld_op",
        )

    def __str__(self) -> str:
        return f"noodknop op {self.gebruikt_op:%d-%m-%Y}"

    def is_open_at(self, nu: datetime) -> bool:
        """Does it still open something? What nobody was found for never did."""
        return self.tot_at is not None and is_open(nu, self.tot_at)
