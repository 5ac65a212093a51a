from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.kern import verwerkingen
from rondetafel.regels.familiegroepsplan import Afzienreden, Eigenstap
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class EigenplanstapQuerySet(models.QuerySet["Eigenplanstap"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Whoever reads the plan reads this too; not what was said from a chair that is hidden."""
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(), verborgen.leave_out("stoel__"))


class Eigenplanstap(VanGezin):
    """One step on the way to a plan of the family itself. Never changed: the newest answer and text count.

    `op` is the day it happened, `stoel` whose words they are, `door` the account that wrote them down. `tekst` is
    how it was offered, what was answered, or the plan itself, in the words of the family.
    """

    stap = models.CharField(max_length=10, choices=[(een.value, een.naam) for een in Eigenstap])
    op = models.DateField()
    stoel = models.ForeignKey(Betrokkene, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(
        max_length=20, blank=True, choices=[(een.value, een.naam) for een in Afzienreden]
    )
    tekst = models.TextField(blank=True)

    objects = EigenplanstapQuerySet.as_manager()

    class Meta:
        verbose_name = "stap naar een eigen plan"
        verbose_name_plural = "stappen naar een eigen plan"
        constraints = [
            models.CheckConstraint(
                name="eigenplanstap_is_a_known_step",
                condition=Q(stap__in=[een.value for een in Eigenstap]),
            ),
            models.CheckConstraint(
                name="eigenplanstap_reden_only_when_waived",
                condition=Q(stap=Eigenstap.AFGEZIEN.value, reden__in=[een.value for een in Afzienreden])
                | (~Q(stap=Eigenstap.AFGEZIEN.value) & Q(reden="")),
            ),
            models.CheckConstraint(
                name="eigenplanstap_says_how_or_what",
                condition=~Q(stap__in=[Eigenstap.AANGEBODEN.value, Eigenstap.PLAN.value]) | ~Q(tekst=""),
            ),
        ]
        indexes = [models.Index(fields=["gezin", "-created_at"], name="eigenplanstap_gezin_nieuwst")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"{Eigenstap(self.stap).naam}, {self.op:%d-%m-%Y}"

    def says(self, zin: str) -> bool:
        """Are these words in what the family wrote, whatever the spaces and capitals?"""
        return bool(zin.split()) and _plain(zin) in _plain(self.tekst)


def _plain(tekst: str) -> str:
    return " ".join(tekst.casefold().split())
