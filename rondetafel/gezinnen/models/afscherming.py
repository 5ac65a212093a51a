from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rondetafel.gezinnen.bereik import AfschermingQuerySet, ContactQuerySet
from rondetafel.gezinnen.models.gezin import Betrokkene, Persoon, VanGezin
from rondetafel.kern import verwerkingen
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.schermen import Wat


class Contact(VanGezin):
    """How to write to who sits on a chair, apart from the chair: who sees a name does not see an address."""

    betrokkene = models.OneToOneField(Betrokkene, on_delete=models.PROTECT, related_name="contact")
    email = models.EmailField(blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "contactgegeven"
        verbose_name_plural = "contactgegevens"

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.TOEGANG
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.email


class Afscherming(VanGezin):
    """What of one person is hidden from another, who has a place in the family or an account for work.

    Whoever it is hidden from cannot see that anything is. `uit_samenvoeging`: the database copied it when two
    records became one, and ends the copy when they are taken apart. No key, because the merging is written last.
    """

    beschermd = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    voor_persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    voor_gebruiker = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    wat = ArrayField(models.CharField(max_length=10, choices=Wat.choices))
    reden = models.TextField(max_length=500)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    uit_samenvoeging = models.UUIDField(null=True, blank=True, editable=False)

    # Only there after afscherming.list_afschermingen.
    voor: str

    objects = AfschermingQuerySet.as_manager()

    class Meta:
        verbose_name = "afscherming"
        verbose_name_plural = "afschermingen"
        constraints = [
            models.CheckConstraint(
                name="afscherming_is_for_one",
                condition=Q(voor_persoon__isnull=True, voor_gebruiker__isnull=False)
                | Q(voor_persoon__isnull=False, voor_gebruiker__isnull=True),
            ),
            models.CheckConstraint(
                name="afscherming_is_for_another",
                condition=Q(voor_persoon__isnull=True) | ~Q(voor_persoon=F("beschermd")),
            ),
            models.CheckConstraint(name="afscherming_hides_something", condition=~Q(wat=[])),
            models.CheckConstraint(name="afscherming_has_a_reason", condition=~Q(reden="")),
        ]

    class Privacy:
        klasse = "persoonsgegevens"
        verwerking = verwerkingen.AFSCHERMING
        open = ("id", "versie", "created_at")

    @property
    def woorden(self) -> list[str]:
        return [str(Wat(een).label) for een in self.wat]

    def __str__(self) -> str:
        return f"afscherming vanaf {self.van:%d-%m-%Y}"
