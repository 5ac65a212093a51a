from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.organisaties.models import Gemeente
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.regels.oordeel import Oordeel, from_record
from rondetafel.toegang.mag import Reikwijdte, Wie, reach, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel

OP_SCHAAL = (ZESPUNTSSCHAAL.laagste, ZESPUNTSSCHAAL.hoogste)


class PlanQuerySet(models.QuerySet[VanGezin]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum))


class DoelQuerySet(models.QuerySet["Doel"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """A goal says whom it is about, and who owns it: the chair of its owner may be hidden."""
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("eigenaar__"))


class ActieQuerySet(models.QuerySet["Actie"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("wie__", "doel__eigenaar__"))


class EvaluatieQuerySet(models.QuerySet["Evaluatie"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Whoever reads a goal reads how it went; not under the name of a chair that is hidden."""
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(
            bereik.rows(sleutel="sleutel"), verborgen.leave_out("eigenaar__", "doel__eigenaar__")
        )


class Resultaatgebied(Record):
    """One area of the doelenmatrix in one version of the format, with a letter."""

    formatversie = models.CharField(max_length=40)
    letter = models.CharField(max_length=1)
    naam = models.CharField(max_length=100)

    class Meta:
        verbose_name = "resultaatgebied"
        verbose_name_plural = "resultaatgebieden"
        ordering = ["formatversie", "letter"]
        constraints = [
            models.UniqueConstraint(
                name="resultaatgebied_letter_once_per_format", fields=["formatversie", "letter"]
            )
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "formatversie", "letter", "naam")

    def __str__(self) -> str:
        return f"{self.letter} {self.naam}"


class Matrixdoel(Record):
    """A goal that the format words beforehand; a plan chooses it and makes it concrete."""

    gebied = models.ForeignKey(Resultaatgebied, on_delete=models.PROTECT, related_name="doelen")
    nummer = models.PositiveSmallIntegerField()
    tekst = models.CharField(max_length=200)

    class Meta:
        verbose_name = "doel uit de doelenmatrix"
        verbose_name_plural = "doelen uit de doelenmatrix"
        ordering = ["gebied", "nummer"]
        constraints = [
            models.UniqueConstraint(name="matrixdoel_nummer_once_per_gebied", fields=["gebied", "nummer"])
        ]

    class Privacy:
        klasse = "openbaar"
        verwerking = verwerkingen.INRICHTING
        open = ("id", "versie", "created_at", "gebied", "nummer", "tekst")

    def __str__(self) -> str:
        return self.tekst


class Gezinsplan(Record):
    """The one plan of a family. `vastgesteld_op`: the day everybody at the table agreed; none is a draft.

    `tussendoor` is when and how they look how it goes, beside the evaluation of each goal.
    """

    gezin = models.OneToOneField(Gezin, on_delete=models.PROTECT, related_name="plan")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    gestart_op = models.DateField()
    vastgesteld_op = models.DateField(null=True, blank=True)
    uitgave = models.PositiveSmallIntegerField(default=0)
    tussendoor = models.CharField(max_length=200, blank=True)
    oordeel = models.JSONField(default=dict)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "gezinsplan"
        verbose_name_plural = "gezinsplannen"
        constraints = [
            models.CheckConstraint(
                name="gezinsplan_is_adopted_after_its_start",
                condition=Q(vastgesteld_op__isnull=True) | Q(vastgesteld_op__gte=F("gestart_op")),
            )
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "gemeente", "uitgave")

    def __str__(self) -> str:
        return f"plan, uitgave {self.uitgave}"


class Doel(VanGezin):
    """A goal chosen from the doelenmatrix and made SMART; `voor` empty means the whole family.

    `sleutel`: whom it is about, for the fences: the person, or the family for what is everyone's.
    `vastgesteld_op`: since when it stands in a plan that was adopted.
    """

    plan = models.ForeignKey(Gezinsplan, on_delete=models.PROTECT, related_name="doelen")
    matrixdoel = models.ForeignKey(Matrixdoel, on_delete=models.PROTECT, related_name="+")
    voor = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    specifiek = models.CharField(max_length=200)
    meetbaar = models.TextField(max_length=500, blank=True)
    acceptabel = models.TextField(max_length=500, blank=True)
    realistisch = models.TextField(max_length=500, blank=True)
    gestart_op = models.DateField(null=True, blank=True)
    behaald_voor = models.DateField(null=True, blank=True)
    inzet = models.CharField(max_length=200, blank=True)
    vastgesteld_op = models.DateField(null=True, blank=True)
    sleutel = models.GeneratedField(
        expression=Coalesce("voor", "gezin"), output_field=models.UUIDField(), db_persist=True
    )

    objects = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            models.CheckConstraint(
                name="doel_is_due_after_its_start",
                condition=Q(behaald_voor__isnull=True)
                | Q(gestart_op__isnull=True)
                | Q(behaald_voor__gt=F("gestart_op")),
            )
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.specifiek


class Actie(VanGezin):
    """One thing someone at the table does for a goal; `sleutel` is that of the goal."""

    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="acties")
    tekst = models.CharField(max_length=200)
    wie = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    vanaf = models.DateField(null=True, blank=True)
    klaar_op = models.DateField(null=True, blank=True)
    sleutel = models.UUIDField(editable=False)

    objects = ActieQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.tekst


class Evaluatie(VanGezin):
    """How a goal stood on a day, said by its owner. Never changed: what is seen later is a new one.

    `eigenaar` is whose goal it was, `door` the account that wrote it down: the owner or the regisseur.
    `begonnen_op` is the start of the goal and `uitgave` the edition of the plan as they were then.
    `volgende_op` is the last day for the next one; none after the last. `sleutel` is that of the goal.
    """

    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="evaluaties")
    sleutel = models.UUIDField(editable=False)
    eigenaar = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    begonnen_op = models.DateField()
    geevalueerd_op = models.DateField()
    uitgave = models.PositiveSmallIntegerField()
    moment = models.CharField(max_length=10)
    uitkomst = models.CharField(max_length=10)
    waarneming = models.TextField(max_length=1000)
    score_gezin = models.SmallIntegerField(null=True, blank=True)
    score_hulp = models.SmallIntegerField(null=True, blank=True)
    volgende_op = models.DateField(null=True, blank=True)
    oordeel = models.JSONField(default=dict)

    objects = EvaluatieQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        constraints = [
            models.UniqueConstraint(name="evaluatie_once_per_day", fields=["doel", "geevalueerd_op"]),
            models.CheckConstraint(
                name="evaluatie_is_after_the_start", condition=Q(geevalueerd_op__gte=F("begonnen_op"))
            ),
            models.CheckConstraint(
                name="evaluatie_next_is_later",
                condition=Q(volgende_op__isnull=True) | Q(volgende_op__gt=F("geevalueerd_op")),
            ),
            models.CheckConstraint(
                name="evaluatie_has_known_outcome",
                condition=Q(
                    moment__in=[een.value for een in Moment], uitkomst__in=[een.value for een in Uitkomst]
                ),
            ),
            models.CheckConstraint(name="evaluatie_says_what_was_seen", condition=~Q(waarneming="")),
            models.CheckConstraint(
                name="evaluatie_scores_on_the_scale",
                condition=(Q(score_gezin__isnull=True) | Q(score_gezin__range=OP_SCHAAL))
                & (Q(score_hulp__isnull=True) | Q(score_hulp__range=OP_SCHAAL)),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"evaluatie op {self.geevalueerd_op:%d-%m-%Y}"

    @property
    def uitkomstwoord(self) -> str:
        return Uitkomst(self.uitkomst).naam

    @property
    def is_laatste_keer(self) -> bool:
        return self.moment == Moment.EIND

    @property
    def is_door_eigenaar(self) -> bool:
        return self.door_id == self.eigenaar.gebruiker_id

    @property
    def advies(self) -> Oordeel:
        """What followed from it, in the words of that day."""
        return from_record(self.oordeel)
