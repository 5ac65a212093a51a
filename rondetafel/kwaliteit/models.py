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
from rondetafel.organisaties.models import Gemeente, Organisatie
from rondetafel.regels import klacht as regels
from rondetafel.regels.afwijking import Signaal
from rondetafel.regels.klacht import Klachtstap
from rondetafel.regels.noodknop import DUUR, MINSTE_TEKENS, Noodreden, is_open
from rondetafel.toegang.mag import Kring, Wie, reach
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
# What is written of each step: on which day, and in which words.
KLACHTSTAPPEN = {
    Klachtstap.OPGEPAKT: ("opgepakt_op", "opgepakt"),
    Klachtstap.LANGER: ("langer_tot", "langer"),
    Klachtstap.OORDEEL: ("oordeel_op", "oordeel"),
    Klachtstap.REACTIE: ("gereageerd_op", "reactie"),
    Klachtstap.KLAAR: ("klaar_op", "uitkomst"),
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


class KlachtQuerySet(models.QuerySet["Klacht"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """One's own, wherever the family went since; by municipality for who handles them."""
        if wie.kring is Kring.SMAL:
            return self.filter(klager_id=wie.id)
        return self.filter(reach(wie, Onderdeel.TOEZICHT, peildatum))

    def open(self) -> Self:
        return self.filter(klaar_op__isnull=True, ingetrokken_op__isnull=True)


class Klacht(Record):
    """A complaint of somebody about an organisation (without `over`: JENS), in their own words.

    Of a person and of no family: no plan, table or logboek of a family tells that it is there. Without
    `klager` it was taken in for somebody who has no account.
    """

    klager = models.ForeignKey(Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    klager_naam = models.CharField(max_length=200)
    ingediend_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    over = models.ForeignKey(Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField(max_length=4000)
    ontvangen_op = models.DateField()
    opgepakt_op = models.DateField(null=True, blank=True)
    opgepakt = models.TextField(max_length=4000, blank=True)
    langer_tot = models.DateField(null=True, blank=True)
    langer = models.TextField(max_length=4000, blank=True)
    oordeel_op = models.DateField(null=True, blank=True)
    oordeel = models.TextField(max_length=4000, blank=True)
    gereageerd_op = models.DateField(null=True, blank=True)
    reactie = models.TextField(max_length=4000, blank=True)
    klaar_op = models.DateField(null=True, blank=True)
    uitkomst = models.TextField(max_length=4000, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects = KlachtQuerySet.as_manager()

    class Meta:
        verbose_name = "klacht"
        verbose_name_plural = "klachten"
        constraints = [
            *(
                models.CheckConstraint(
                    name=f"klacht_{tekst}_has_day_and_words",
                    condition=Q(**{f"{dag}__isnull": True, tekst: ""})
                    | Q(**{f"{dag}__gte": F("ontvangen_op"), f"{tekst}__gt": ""}),
                )
                for dag, tekst in KLACHTSTAPPEN.values()
            ),
            models.CheckConstraint(
                name="klacht_reaction_is_to_a_judgement",
                condition=Q(gereageerd_op__isnull=True) | Q(gereageerd_op__gte=F("oordeel_op")),
            ),
            models.CheckConstraint(
                name="klacht_is_done_or_withdrawn",
                condition=Q(klaar_op__isnull=True) | Q(ingetrokken_op__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "ontvangen_op"], name="klacht_gemeente"),
            models.Index(fields=["klager"], name="klacht_klager"),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.KLACHTEN
        open = (
            "id",
            "versie",
            "created_at",
            "gemeente",
            "over",
            "ontvangen_op",
            "opgepakt_op",
            "langer_tot",
            "oordeel_op",
            "gereageerd_op",
            "klaar_op",
            "ingetrokken_op",
        )

    def __str__(self) -> str:
        return f"klacht van {self.ontvangen_op:%d-%m-%Y}"

    @property
    def gesloten_op(self) -> date | None:
        return self.klaar_op or self.ingetrokken_op

    @property
    def als_regel(self) -> regels.Klacht:
        """The days of it, as the rules read them."""
        return regels.Klacht(
            ontvangen_op=self.ontvangen_op,
            opgepakt_op=self.opgepakt_op,
            oordeel_op=self.oordeel_op,
            gereageerd_op=self.gereageerd_op,
            gesloten_op=self.gesloten_op,
        )
