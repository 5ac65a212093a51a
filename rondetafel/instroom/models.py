from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Geslacht, Gezin, Persoon
from rondetafel.kern import verwerkingen
from rondetafel.kern.models import Record
from rondetafel.organisaties.models import Gemeente
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Rol


class AanmeldingQuerySet(models.QuerySet["Aanmelding"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """A verwijzer also reads what they sent; others read by municipality or family."""
        reachable = reach(wie, Onderdeel.AANMELDING, peildatum)
        if wie.rol is Rol.VERWIJZER:
            return self.filter(reachable | Q(verwijzer_id=wie.id))
        return self.filter(reachable)


class InstroomQuerySet(models.QuerySet["Triage | Wachtplek"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.AANMELDING, peildatum))


class Stand(models.TextChoices):
    NIEUW = "nieuw", _("nieuw")
    WACHT = "wacht", _("wacht op informatie")
    INSTROOM = "instroom", _("bij het kernteam")
    BESLOTEN = "besloten", _("besloten")


class Kwadrant(models.TextChoices):
    K1 = "K1", _("K1, voorliggend veld")
    K2 = "K2", _("K2, gebiedsteam")
    K3 = "K3", _("K3, specialistische hulp")


class Zorgclassificatie(models.TextChoices):
    ENKELVOUDIG = "enkelvoudig", _("enkelvoudig")
    MEERVOUDIG = "meervoudig", _("meervoudig")
    MULTIPROBLEEM = "multiprobleem", _("multiprobleem")


class Aanmelding(Record):
    """A verwijzer asks for help for a jeugdige: the aanmeldformulier as it came in, and how far it is.

    `wacht_sinds`: since then information is awaited and the clock stands still. `pauzes` are the times
    before: the day of the question and the day of the answer. `opgepakt_at`: when an acute question was.
    `doorlooptijd_bruto` and `_netto`: how many working days it took until it went to the kernteam, and without
    those on which the verwijzer was waited for.
    """

    nummer = models.PositiveIntegerField(unique=True)
    verwijzer = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    verwijzersoort = models.CharField(max_length=30)
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    gezin = models.ForeignKey(
        Gezin, null=True, blank=True, on_delete=models.PROTECT, related_name="aanmeldingen"
    )
    jeugdige = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ontvangen_op = models.DateField()
    stand = models.CharField(max_length=10, choices=Stand.choices, default=Stand.NIEUW)
    doorgestuurd_op = models.DateField(null=True, blank=True)

    voornaam = models.CharField(max_length=100)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=100)
    geboortedatum = models.DateField()
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices)
    ouders = models.JSONField(default=list)
    motivatie_18_plus = models.TextField(blank=True)
    hulpvraag = models.TextField()
    is_acuut = models.BooleanField(default=False)
    has_aanmeldbrief = models.BooleanField(default=False)
    has_inhoud = models.BooleanField(default=False)
    has_analyseverslag = models.BooleanField(default=False)

    informatievraag = models.TextField(blank=True)
    gevraagd_op = models.DateField(null=True, blank=True)
    antwoord = models.TextField(blank=True)
    # What the rules said when it was taken in, and when the dossier was made.
    oordeel = models.JSONField(default=dict)
    dossieroordeel = models.JSONField(default=dict)

    wacht_sinds = models.DateField(null=True, blank=True)
    pauzes = ArrayField(ArrayField(models.DateField(), size=2), default=list, blank=True)
    opgepakt_at = models.DateTimeField(null=True, blank=True)
    doorlooptijd_bruto = models.PositiveSmallIntegerField(null=True, blank=True)
    doorlooptijd_netto = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = AanmeldingQuerySet.as_manager()

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        constraints = [
            models.CheckConstraint(
                name="aanmelding_past_nieuw_has_gezin",
                condition=Q(stand__in=["nieuw", "wacht"]) | Q(gezin__isnull=False, jeugdige__isnull=False),
            ),
            models.CheckConstraint(
                name="aanmelding_is_forwarded_after_it_came",
                condition=Q(doorgestuurd_op__isnull=True) | Q(doorgestuurd_op__gte=F("ontvangen_op")),
            ),
            models.CheckConstraint(
                name="aanmelding_is_about_someone_born", condition=Q(geboortedatum__lte=F("ontvangen_op"))
            ),
            models.CheckConstraint(
                name="aanmelding_question_has_a_day",
                condition=Q(informatievraag="", gevraagd_op__isnull=True)
                | (~Q(informatievraag="") & Q(gevraagd_op__isnull=False)),
            ),
            models.CheckConstraint(
                name="aanmelding_that_waits_says_since_when",
                condition=Q(stand="wacht", wacht_sinds__isnull=False)
                | (~Q(stand="wacht") & Q(wacht_sinds__isnull=True)),
            ),
            models.CheckConstraint(
                name="aanmelding_lead_time_is_kept_twice",
                condition=Q(doorlooptijd_bruto__isnull=True, doorlooptijd_netto__isnull=True)
                | Q(doorlooptijd_netto__lte=F("doorlooptijd_bruto"), doorgestuurd_op__isnull=False),
            ),
            models.CheckConstraint(
                name="aanmelding_picked_up_is_acute", condition=Q(opgepakt_at__isnull=True) | Q(is_acuut=True)
            ),
        ]
        indexes = [
            models.Index(fields=["gemeente", "stand"], name="aanmelding_gemeente_stand"),
            models.Index(fields=["ontvangen_op"], name="aanmelding_ontvangen"),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.AANMELDING
        open = ("id", "versie", "created_at", "stand", "verwijzersoort", "gemeente")
        anders = dict.fromkeys(
            ("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "geslacht", "ouders", "verwijzer"),
            "persoonsgegevens",
        )

    def __str__(self) -> str:
        return f"Aanmelding {self.nummer:04d}"

    @property
    def naam(self) -> str:
        """The jeugdige, as the verwijzer wrote the name down."""
        return " ".join(filter(None, [self.voornaam, self.tussenvoegsel, self.achternaam]))


class Triage(Record):
    """What the kernteam decided about one aanmelding: the kind of question, which quadrants, and why.

    `motivering` says why K3 is needed, `afwijking` why another classificatie than the one suggested.
    """

    aanmelding = models.OneToOneField(Aanmelding, on_delete=models.PROTECT, related_name="triage")
    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    besloten_op = models.DateField()
    besloten_door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    classificatie = models.CharField(max_length=15, choices=Zorgclassificatie.choices)
    kwadranten = ArrayField(models.CharField(max_length=2, choices=Kwadrant.choices))
    product_code = models.CharField(max_length=40, blank=True)
    motivering = models.TextField(blank=True)
    afwijking = models.TextField(blank=True)
    oordeel = models.JSONField(default=dict)

    objects = InstroomQuerySet.as_manager()

    class Meta:
        verbose_name = "triage"
        verbose_name_plural = "triages"
        constraints = [
            models.CheckConstraint(name="triage_names_a_kwadrant", condition=Q(kwadranten__len__gt=0)),
            models.CheckConstraint(
                name="triage_product_belongs_to_k3",
                condition=Q(product_code="") | Q(kwadranten__contains=["K3"]),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.AANMELDING
        open = ("id", "versie", "created_at", "gemeente")

    def __str__(self) -> str:
        return self.get_classificatie_display()


class Wachtplek(Record):
    """A jeugdige waits for help in K2 or K3, from and up to and including a date."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="wachtplekken")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    kwadrant = models.CharField(max_length=2, choices=Kwadrant.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = InstroomQuerySet.as_manager()

    class Meta:
        verbose_name = "wachtplek"
        verbose_name_plural = "wachtplekken"
        constraints = [
            models.CheckConstraint(
                name="wachtplek_ends_on_or_after_start", condition=Q(tot__isnull=True) | Q(tot__gte=F("van"))
            ),
            models.CheckConstraint(name="wachtplek_is_for_k2_or_k3", condition=~Q(kwadrant="K1")),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.AANMELDING
        open = ("id", "versie", "created_at", "gemeente", "kwadrant")

    def __str__(self) -> str:
        return f"wacht op {self.kwadrant} vanaf {self.van:%d-%m-%Y}"
