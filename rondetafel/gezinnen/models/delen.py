from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from, not_hidden
from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import LOOPTIJD
from rondetafel.toegang.mag import Reikwijdte, Wie, reach, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel

# What can be shared one by one; who sits at the table goes with every other part.
DEELBAAR = (Onderdeel.GEZIN, Onderdeel.PLAN, Onderdeel.ZORG)


class DelenQuerySet(models.QuerySet[VanGezin]):
    """Rows of the part TOEGANG that are about one person: for who reads about that person."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.TOEGANG, peildatum, sleutel="persoon_id"))


class DeelvraagQuerySet(models.QuerySet["Deelvraag"]):
    """The same, without what is asked for a chair that is hidden from the reader."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.TOEGANG, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(sleutel="persoon_id"), verborgen.leave_out("betrokkene__"))


class DeelantwoordQuerySet(models.QuerySet["Deelantwoord"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        about = reach(wie, Onderdeel.TOEGANG, peildatum, sleutel="persoon_id")
        return self.filter(about, not_hidden(wie, peildatum, "vraag__betrokkene__"))


class Deelstand(models.TextChoices):
    OPEN = "open", _("nog niet beslist")
    GEGEVEN = "gegeven", _("ja")
    GEWEIGERD = "geweigerd", _("nee")
    INGETROKKEN = "ingetrokken", _("ingetrokken")
    VERVALLEN = "vervallen", _("vervangen door een nieuwe vraag")


class Doorbraak(models.TextChoices):
    """On what ground somebody reads along although not everyone who decides said yes."""

    RECHTER = "rechter", _("een besluit van de rechter")
    MAATREGEL = "maatregel", _("een maatregel van kinderbescherming of jeugdreclassering")
    NADEEL = "nadeel", _("om ernstig nadeel voor het kind te voorkomen")


class Deelvraag(VanGezin):
    """May this betrokkene read these parts about this person, for this purpose?

    `tot`: the last day of the consent that was given; after it the same question waits again.
    """

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="deelvragen")
    betrokkene = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="deelvragen")
    onderdelen = ArrayField(models.CharField(max_length=20))
    doel = models.CharField(max_length=80)
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=15, choices=Deelstand.choices, default=Deelstand.OPEN)
    tot = models.DateField(null=True, blank=True)
    doorbraak = models.CharField(max_length=15, choices=Doorbraak.choices, blank=True)
    doorbraak_reden = models.TextField(max_length=500, blank=True)

    objects = DeelvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag om mee te lezen"
        verbose_name_plural = "vragen om mee te lezen"
        constraints = [
            models.CheckConstraint(
                name="deelvraag_is_about_parts_that_can_be_shared",
                condition=Q(onderdelen__contained_by=[deel.value for deel in DEELBAAR])
                & Q(onderdelen__contains=[Onderdeel.GEZIN.value]),
            ),
            models.CheckConstraint(
                name="deelvraag_doorbraak_has_a_reason",
                condition=Q(doorbraak="", doorbraak_reden="") | (~Q(doorbraak="") & ~Q(doorbraak_reden="")),
            ),
            models.CheckConstraint(
                name="deelvraag_ends_only_when_given", condition=Q(tot__isnull=True) | Q(stand="gegeven")
            ),
            models.UniqueConstraint(
                name="deelvraag_waits_once",
                fields=["persoon", "betrokkene"],
                condition=Q(stand="open"),
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at", "stand")

    def __str__(self) -> str:
        return f"{self.betrokkene} over {self.persoon.voornaam}"

    def waits_on(self, peildatum: date) -> bool:
        """Is an answer asked: for the first time, or again after the last day of a consent?"""
        is_voorbij = self.tot is not None and self.tot < peildatum
        return self.stand == Deelstand.OPEN or (self.stand == Deelstand.GEGEVEN and is_voorbij)

    def holds_on(self, peildatum: date) -> bool:
        return self.stand == Deelstand.GEGEVEN and not self.waits_on(peildatum)


class Wijze(models.TextChoices):
    ZELF = "zelf", _("zelf, in Rondetafel")
    MONDELING = "mondeling", _("gezegd aan de regisseur")
    PAPIER = "papier", _("op papier")


class Deelantwoord(VanGezin):
    """One yes or no of one who decides; never changed: a new answer is a new row, and the newest counts.

    `beslisser` None is a gecertificeerde instelling as voogd; `persoon` is whom the question is about.
    """

    vraag = models.ForeignKey(Deelvraag, on_delete=models.PROTECT, related_name="antwoorden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    beslisser = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_ja = models.BooleanField()
    gegeven_op = models.DateField()
    wijze = models.CharField(max_length=15, choices=Wijze.choices)
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")

    objects = DeelantwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord over meelezen"
        verbose_name_plural = "antwoorden over meelezen"
        ordering = ["created_at", "pk"]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at", "wijze")

    def __str__(self) -> str:
        return "ja" if self.is_ja else "nee"


class Wilsoordeel(models.TextChoices):
    NIET = "niet", _("kan dit zelf niet goed afwegen")
    WEL = "wel", _("kan dit zelf afwegen")


class Wilsbekwaamheid(VanGezin):
    """Can somebody weigh their own interest: whose judgement, on what ground, from and up to which day?

    `vertegenwoordiger` decides after the eighteenth birthday; before it those with gezag do.
    """

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="wilsbekwaamheid")
    oordeel = models.CharField(max_length=5, choices=Wilsoordeel.choices)
    beoordeeld_door = models.CharField(max_length=200)
    grond = models.TextField(max_length=500)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vertegenwoordiger = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DelenQuerySet.as_manager()

    class Meta:
        verbose_name = "oordeel over wilsbekwaamheid"
        verbose_name_plural = "oordelen over wilsbekwaamheid"
        constraints = [
            models.CheckConstraint(
                name="wilsbekwaamheid_ends_on_or_after_start",
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
            ),
            models.CheckConstraint(
                name="wilsbekwaamheid_nobody_represents_themselves",
                condition=Q(vertegenwoordiger__isnull=True) | ~Q(vertegenwoordiger=F("persoon")),
            ),
            ExclusionConstraint(
                name="wilsbekwaamheid_one_at_a_time",
                expressions=[("persoon", RangeOperators.EQUAL), (LOOPTIJD, RangeOperators.OVERLAPS)],
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.get_oordeel_display()


class Informatieverzoek(VanGezin):
    """What a parent without gezag asked about a child, and what was told, or why not."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="informatieverzoeken")
    ouder = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateField()
    vraag = models.TextField(max_length=500)
    beantwoord_op = models.DateField()
    is_gegeven = models.BooleanField()
    verteld = models.TextField(max_length=1000, blank=True)
    reden = models.TextField(max_length=500, blank=True)

    objects = DelenQuerySet.as_manager()

    class Meta:
        verbose_name = "vraag van een ouder zonder gezag"
        verbose_name_plural = "vragen van ouders zonder gezag"
        constraints = [
            models.CheckConstraint(
                name="informatieverzoek_says_what_was_told_or_why_not",
                condition=(Q(is_gegeven=True, reden="") & ~Q(verteld=""))
                | (Q(is_gegeven=False, verteld="") & ~Q(reden="")),
            ),
            models.CheckConstraint(
                name="informatieverzoek_is_answered_on_or_after_the_question",
                condition=Q(beantwoord_op__gte=F("gevraagd_op")),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.HULP
        open = ("id", "versie", "created_at", "is_gegeven")

    def __str__(self) -> str:
        return f"vraag van {self.gevraagd_op:%d-%m-%Y}"
