from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, VanGezin
from rondetafel.gezinnen.schermen import not_hidden
from rondetafel.kern import verwerkingen
from rondetafel.overleg.models.overleg import Overleg, OverlegSoort
from rondetafel.regels.intake import ZIJPADEN, Onderwerp, Voorkeur
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel


class BesprekingQuerySet(models.QuerySet["Bespreking"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum), not_hidden(wie, peildatum, "stoel__"))


class StoelQuerySet(models.QuerySet[VanGezin]):
    """Rows about one chair, which may be hidden from the reader."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum), not_hidden(wie, peildatum, "betrokkene__"))


class VoorbereidingQuerySet(models.QuerySet[VanGezin]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.PLAN, peildatum))


class Bespreking(VanGezin):
    """What was said about one step of the intake, on a day. Never changed: the newest about a step counts.

    `is_besproken` False takes an earlier note back. `stoel` or `wie`: who is preferred, asked or gone to;
    `uitkomst` is what became of the preference for who coordinates.
    """

    onderwerp = models.CharField(max_length=15, choices=[(een.value, een.value) for een in Onderwerp])
    besproken_op = models.DateField()
    is_besproken = models.BooleanField(default=True)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    stoel = models.ForeignKey(Betrokkene, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wie = models.CharField(max_length=200, blank=True)
    uitkomst = models.CharField(
        max_length=10, choices=[(een.value, een.value) for een in Voorkeur], blank=True
    )
    tekst = models.TextField(max_length=1000, blank=True)

    # Only there after queries.intake.talks_of.
    naam: str

    objects = BesprekingQuerySet.as_manager()

    class Meta:
        verbose_name = "bespreking in de intake"
        verbose_name_plural = "besprekingen in de intake"
        constraints = [
            models.CheckConstraint(
                name="bespreking_outcome_is_of_the_preference",
                condition=Q(uitkomst="") | Q(onderwerp=Onderwerp.VOORKEUR.value),
            ),
            models.CheckConstraint(
                name="bespreking_side_path_names_somebody",
                condition=~Q(onderwerp__in=[een.value for een in ZIJPADEN])
                | Q(stoel__isnull=False)
                | ~Q(wie=""),
            ),
            models.CheckConstraint(
                name="bespreking_about_known_subject",
                condition=Q(onderwerp__in=[een.value for een in Onderwerp])
                & Q(uitkomst__in=["", *(een.value for een in Voorkeur)]),
            ),
        ]
        indexes = [models.Index(fields=["gezin", "onderwerp", "created_at"], name="bespreking_newest")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "onderwerp")

    def __str__(self) -> str:
        return f"{self.onderwerp} op {self.besproken_op:%d-%m-%Y}"

    @property
    def als(self) -> Onderwerp:
        return Onderwerp(self.onderwerp)


class Voorbereiding(VanGezin):
    """What comes before a meeting: who is asked, and on which day it will be. `overleg` once that is chosen."""

    soort = models.CharField(max_length=15, choices=OverlegSoort.choices)
    besloten_op = models.DateField(null=True, blank=True)
    overleg = models.OneToOneField(
        Overleg, null=True, blank=True, on_delete=models.PROTECT, related_name="voorbereiding"
    )

    objects = VoorbereidingQuerySet.as_manager()

    class Meta:
        verbose_name = "voorbereiding van een overleg"
        verbose_name_plural = "voorbereidingen van overleg"
        constraints = [
            models.UniqueConstraint(
                name="voorbereiding_one_at_a_time", fields=["gezin"], condition=Q(overleg__isnull=True)
            )
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "soort")

    def __str__(self) -> str:
        return f"voorbereiding van een {self.get_soort_display()}"


class Komst(models.TextChoices):
    NIET = "niet", _("niet uitnodigen")
    MAG = "mag", _("mag erbij")
    ZEKER = "zeker", _("moet er zijn")


class Instemming(models.TextChoices):
    JA = "ja", _("wil komen")
    NEE = "nee", _("wil niet komen")


class Genodigde(VanGezin):
    """Whether a chair is asked to the coming meeting, must be there, and wants to.

    `besliste_mee`: a member of the family who decided along about the list.
    """

    voorbereiding = models.ForeignKey(Voorbereiding, on_delete=models.PROTECT, related_name="genodigden")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    komst = models.CharField(max_length=5, choices=Komst.choices)
    besliste_mee = models.BooleanField(default=False)
    instemming = models.CharField(max_length=3, choices=Instemming.choices, blank=True)
    gevraagd_op = models.DateField(null=True, blank=True)

    objects = StoelQuerySet.as_manager()

    class Meta:
        verbose_name = "genodigde"
        verbose_name_plural = "genodigden"
        constraints = [
            models.UniqueConstraint(
                name="genodigde_once_per_voorbereiding", fields=["voorbereiding", "betrokkene"]
            ),
            models.CheckConstraint(
                name="genodigde_answer_has_a_day",
                condition=Q(instemming="", gevraagd_op__isnull=True)
                | (~Q(instemming="") & Q(gevraagd_op__isnull=False)),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"genodigde voor {self.voorbereiding_id}"

    @property
    def komt(self) -> bool:
        return self.komst != Komst.NIET and self.instemming != Instemming.NEE


class Datumoptie(VanGezin):
    """A day and a time that are proposed for a meeting."""

    voorbereiding = models.ForeignKey(Voorbereiding, on_delete=models.PROTECT, related_name="datums")
    dag = models.DateField()
    tijd = models.TimeField(null=True, blank=True)
    is_vervallen = models.BooleanField(default=False)

    objects = VoorbereidingQuerySet.as_manager()

    class Meta:
        verbose_name = "voorgestelde datum"
        verbose_name_plural = "voorgestelde datums"
        ordering = ["dag", "tijd", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="datumoptie_proposed_once",
                fields=["voorbereiding", "dag", "tijd"],
                condition=Q(is_vervallen=False),
                nulls_distinct=False,
            )
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"{self.dag:%d-%m-%Y}"


class Beschikbaarheid(VanGezin):
    """Can who sits on a chair come on a proposed day? No row, or None: nothing was said, or it was taken back."""

    datum = models.ForeignKey(Datumoptie, on_delete=models.PROTECT, related_name="antwoorden")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    kan = models.BooleanField(null=True)

    objects = StoelQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een voorgestelde datum"
        verbose_name_plural = "antwoorden op voorgestelde datums"
        constraints = [
            models.UniqueConstraint(name="beschikbaarheid_once_per_datum", fields=["datum", "betrokkene"])
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return {True: "kan", False: "kan niet", None: "niets gezegd"}[self.kan]
