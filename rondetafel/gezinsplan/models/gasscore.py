from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from rondetafel.gezinnen.models import VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.models.doel import Doel
from rondetafel.gezinsplan.models.evaluatie import OP_SCHAAL, Evaluatie
from rondetafel.kern import verwerkingen
from rondetafel.regels.gasscore import Scorekant
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class GasscoreQuerySet(models.QuerySet["Gasscore"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("doel__eigenaar__"))


class Gasscore(VanGezin):
    """What one side scored after the evaluation was written down, of that same day. Never changed.

    `kant` is the family or who helps, `sleutel` that of the goal.
    """

    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.PROTECT, related_name="later")
    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(editable=False)
    kant = models.CharField(max_length=10)
    score = models.SmallIntegerField()
    gegeven_op = models.DateField()
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = GasscoreQuerySet.as_manager()

    class Meta:
        verbose_name = "score bij een evaluatie"
        verbose_name_plural = "scores bij een evaluatie"
        constraints = [
            models.UniqueConstraint(name="gasscore_once_per_side", fields=["evaluatie", "kant"]),
            models.CheckConstraint(
                name="gasscore_of_a_known_side_on_the_scale",
                condition=Q(kant__in=[een.value for een in Scorekant], score__range=OP_SCHAAL),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "kant")

    def __str__(self) -> str:
        return f"score van {self.kant} op {self.gegeven_op:%d-%m-%Y}"
