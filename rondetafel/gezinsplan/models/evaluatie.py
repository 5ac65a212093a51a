from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.models.doel import Doel
from rondetafel.kern import verwerkingen
from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.regels.gasscore import last_day
from rondetafel.regels.oordeel import Oordeel, from_record
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel

OP_SCHAAL = (ZESPUNTSSCHAAL.laagste, ZESPUNTSSCHAAL.hoogste)


class EvaluatieQuerySet(models.QuerySet["Evaluatie"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Whoever reads a goal reads how it went; not under the name of a chair that is hidden."""
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(
            bereik.rows(sleutel="sleutel"), verborgen.leave_out("eigenaar__", "doel__eigenaar__")
        )


class Evaluatie(VanGezin):
    """How a goal stood on a day, said by its owner. Never changed: what is seen later is a new one.
    A side that gave no score then may do so later, as a Gasscore.

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
    def scoren_tot_en_met(self) -> date:
        """The last day for the side that has not scored yet."""
        return last_day(self.geevalueerd_op)

    @property
    def advies(self) -> Oordeel:
        """What followed from it, in the words of that day."""
        return from_record(self.oordeel)
