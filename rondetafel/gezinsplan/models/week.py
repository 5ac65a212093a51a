from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.models import Betrokkene, Persoon, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.models.doel import Doel
from rondetafel.kern import verwerkingen
from rondetafel.regels.week import Kleur
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class WeekkleurQuerySet(models.QuerySet["Weekkleur"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Whoever reads the plan of a person by a tie reads their colour; not from a chair that is hidden.

        Who reads plans by municipality does not: how a week goes is for the table.
        """
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.tied_rows(sleutel="sleutel"), verborgen.leave_out("stoel__"))

    def asking(self) -> Self:
        """Red after which nobody wrote down yet that there was contact."""
        return self.filter(kleur=Kleur.ROOD.value, contact_op__isnull=True)


class TafelwoordQuerySet(models.QuerySet["Tafelwoord"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        van_tafel = verborgen.leave_out("stoel__", "doel__eigenaar__")
        return self.filter(bereik.tied_rows(sleutel="sleutel"), van_tafel)

    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(ingetrokken_op__isnull=True)


class Weekkleur(VanGezin):
    """How a week goes, said at home. Never changed: who thinks otherwise later gives a new one, and that counts.

    `voor` empty is the parents together. `stoel` is whose chair gave it, `door` the account. `week` is its Monday.
    After red the regisseur writes down once that there was contact: `contact_op`, `contact_door`, `contact_hoe`.
    """

    voor = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sleutel = models.GeneratedField(
        expression=Coalesce("voor", "gezin"), output_field=models.UUIDField(), db_persist=True
    )
    stoel = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    gegeven_op = models.DateField()
    kleur = models.CharField(max_length=6, choices=[(een.value, een.value) for een in Kleur])
    woord = models.CharField(max_length=200, blank=True)
    contact_op = models.DateField(null=True, blank=True)
    contact_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    contact_hoe = models.CharField(max_length=200, blank=True)

    objects = WeekkleurQuerySet.as_manager()

    class Meta:
        verbose_name = "kleur van de week"
        verbose_name_plural = "kleuren van de week"
        constraints = [
            models.CheckConstraint(
                name="weekkleur_is_one_of_three", condition=Q(kleur__in=[een.value for een in Kleur])
            ),
            models.CheckConstraint(name="weekkleur_week_begins_on_monday", condition=Q(week__iso_week_day=1)),
            models.CheckConstraint(
                name="weekkleur_is_given_in_or_after_its_week", condition=Q(gegeven_op__gte=F("week"))
            ),
            models.CheckConstraint(
                name="weekkleur_contact_after_red_by_somebody",
                condition=Q(contact_op__isnull=True, contact_door__isnull=True, contact_hoe="")
                | Q(
                    kleur=Kleur.ROOD.value,
                    contact_op__gte=F("gegeven_op"),
                    contact_door__isnull=False,
                ),
            ),
        ]
        indexes = [models.Index(fields=["gezin", "-week"], name="weekkleur_gezin_week")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"{self.kleur}, week van {self.week:%d-%m-%Y}"


class Tafelwoord(VanGezin):
    """A few words of the family to the table, about a goal or in general.

    `sleutel` says who reads it: that of the goal, of the person themselves, or of the family. Who takes it back
    leaves the row without words: that something was said stays, what it was does not.
    """

    sleutel = models.UUIDField(editable=False)
    stoel = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    doel = models.ForeignKey(Doel, null=True, blank=True, on_delete=models.PROTECT, related_name="woorden")
    tekst = models.CharField(max_length=500, blank=True)
    gezegd_op = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects = TafelwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "woord aan de tafel"
        verbose_name_plural = "woorden aan de tafel"
        constraints = [
            models.CheckConstraint(
                name="tafelwoord_is_said_or_taken_back",
                condition=(Q(ingetrokken_op__isnull=True) & ~Q(tekst=""))
                | Q(ingetrokken_op__gte=F("gezegd_op"), tekst=""),
            )
        ]
        indexes = [models.Index(fields=["gezin", "-gezegd_op"], name="tafelwoord_gezin_op")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.tekst or "teruggenomen"
