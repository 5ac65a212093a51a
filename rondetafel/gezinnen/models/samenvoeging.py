"""Two records of one human being became one: which into which, by whom, and what moved."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.bereik import SamenvoegingQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.toegang.models import Gebruiker

# What of a person may be taken from the other record. The database repeats it, and exchanges nothing else.
WISSELBAAR = (
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "geboortejaar",
    "geboortemaand",
    "verwacht_op",
    "overleden_op",
    "geslacht",
    "rol",
    "taal",
    "tolk",
    "geen_bsn",
)


class Zekerheid(models.TextChoices):
    """How is it known that these two are one? A choice and no free text."""

    PAPIER = "papier", _("ik zag een identiteitsbewijs of een register")
    GEZIN = "gezin", _("het gezin zei het")
    ZELF = "zelf", _("iemand is hier twee keer ingevoerd")


class Samenvoeging(VanGezin):
    """One record went into another. Nothing is deleted: the record that went stays as nobody reads it any more.

    The database moves what refers to it, in the statement that makes this row, and writes in `verplaatst`
    what it moved and in `bleef` what stands at the other already. `velden` were exchanged between both, so
    what was set aside stands in the record that went.
    """

    weg = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    blijft = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    velden = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    zekerheid = models.CharField(max_length=10, choices=Zekerheid.choices)
    samengevoegd_op = models.DateField()
    door = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="+")
    verplaatst = models.JSONField(default=list, editable=False)
    bleef = models.JSONField(default=list, editable=False)
    stoel = models.ForeignKey(
        Betrokkene, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    teruggedraaid_op = models.DateField(null=True, blank=True)
    teruggedraaid_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SamenvoegingQuerySet.as_manager()

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        constraints = [
            models.CheckConstraint(name="samenvoeging_is_of_two", condition=~Q(weg=F("blijft"))),
            models.CheckConstraint(
                name="samenvoeging_exchanges_what_is_of_a_person",
                condition=Q(velden__contained_by=list(WISSELBAAR)),
            ),
            models.CheckConstraint(
                name="samenvoeging_undone_says_when_and_by_whom",
                condition=Q(teruggedraaid_op__isnull=True, teruggedraaid_door__isnull=True)
                | Q(teruggedraaid_op__isnull=False, teruggedraaid_door__isnull=False),
            ),
            models.UniqueConstraint(
                name="samenvoeging_once", fields=["weg"], condition=Q(teruggedraaid_op__isnull=True)
            ),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.GEZIN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"samenvoeging op {self.samengevoegd_op:%d-%m-%Y}"
