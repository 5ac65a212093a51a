"""What is known about the safety of a child. Whose family it is stands here, and here alone.

No key ties these tables to other rooms: nothing outside can notice a row through an error of a key. The
names `gezinssleutel` and `gemeentecode` differ from those of other rooms on purpose: a line in the logboek
about a dossier names the dossier and never the family, so no list by family can contain it.
"""

import uuid
from datetime import date, timedelta
from typing import Any, Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import ExpressionWrapper, F, Q, Value
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rondetafel.kern import verwerkingen
from rondetafel.kern.looptijd import DAY_BEFORE_VAN, LOOPTIJD, running_on
from rondetafel.kern.models import Record
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.veiligheid.velden import GeheimVeld

LEDENROLLEN = frozenset({Rol.REGISSEUR, Rol.AANBIEDER, Rol.AANDACHT})
# The ties by work with a family; who has one has a reason to read what they are a member of.
WERKBANDEN = frozenset({Hoedanigheid.REGISSEUR, Hoedanigheid.AANBIEDER})
# How long an opening holds.
DUUR = timedelta(minutes=30)


Rij = TypeVar("Rij", bound=models.Model)


def still_involved(wie: Wie, peildatum: date, *, van: str = "") -> Q:
    """The dossiers of families for which `wie` works on that day, whatever they are a member of.

    By a tie of their work, or as aandachtsfunctionaris of the municipality. `van` leads to the dossier.
    """
    if wie.rol not in LEDENROLLEN:
        return Q(pk__in=[])
    if wie.rol is Rol.AANDACHT:
        return Q(**{f"{van}gemeentecode__in": wie.gemeenten})
    gezinnen = {
        band.gezin_id for band in wie.banden if band.hoedanigheid in WERKBANDEN and band.holds_on(peildatum)
    }
    return Q(**{f"{van}gezinssleutel__in": gezinnen})


class Lidrol(models.TextChoices):
    HOUDER = "houder", _("dossierhouder")
    MEELEZER = "meelezer", _("meelezer")
    AANDACHT = "aandacht", _("aandachtsfunctionaris")


SCHRIJVERS = (Lidrol.HOUDER, Lidrol.AANDACHT)


class DossierQuerySet(models.QuerySet["Dossier"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Return the dossiers `wie` is a member of: enough to know there is one, not what stands in it."""
        return self.filter(pk__in=Lidmaatschap.objects.held_by(wie, peildatum).values("dossier_id"))

    def written_by(self, wie: Wie, peildatum: date) -> Self:
        """Return the dossiers `wie` may write in: a meelezer only reads."""
        leden = Lidmaatschap.objects.held_by(wie, peildatum).filter(rol__in=SCHRIJVERS)
        return self.filter(pk__in=leden.values("dossier_id"))


class Dossier(Record):
    """One worry about one family, from the first signals to a decision. A family may have more than one.

    There is no rule of one open dossier per family: being refused would tell that there is one already.
    `over` says who it is about. `gesloten_op` and `slot` (outcome, words) are filled when it ends.
    """

    gezinssleutel = models.UUIDField()
    gemeentecode = models.PositiveIntegerField()
    begonnen_op = models.DateField()
    begonnen_door = models.UUIDField()
    over = GeheimVeld()
    volgende_op = models.DateField(null=True, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    slot = GeheimVeld(null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        db_table = '"veiligheid"."dossier"'
        verbose_name = "dossier veiligheid"
        verbose_name_plural = "dossiers veiligheid"
        constraints = [
            models.CheckConstraint(
                name="dossier_closed_with_outcome",
                condition=Q(gesloten_op__isnull=True, slot__isnull=True)
                | Q(gesloten_op__isnull=False, slot__isnull=False, volgende_op__isnull=True),
            )
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.VEILIGHEID
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return str(_("Dossier van %(dag)s")) % {"dag": f"{self.begonnen_op:%d-%m-%Y}"}


class LidmaatschapQuerySet(models.QuerySet["Lidmaatschap"]):
    def running_on(self, peildatum: date) -> Self:
        return self.filter(running_on(peildatum))

    def held_by(self, wie: Wie, peildatum: date) -> Self:
        """Return what opens a dossier for `wie`: a membership, while they still work for that family."""
        betrokken = still_involved(wie, peildatum, van="dossier__")
        return self.running_on(peildatum).filter(betrokken, gebruiker_id=wie.id)

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(dossier__in=Dossier.objects.visible_to(wie, peildatum))


class Lidmaatschap(Record):
    """Who may read one dossier, `van` up to and including `tot`, while they work for the family. Nobody else does."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="leden")
    gebruiker_id = models.UUIDField()
    rol = models.CharField(max_length=10, choices=Lidrol.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gegeven_door = models.UUIDField()
    reden = GeheimVeld()

    objects = LidmaatschapQuerySet.as_manager()

    class Meta:
        db_table = '"veiligheid"."lidmaatschap"'
        verbose_name = "lidmaatschap van een dossier"
        verbose_name_plural = "lidmaatschappen van dossiers"
        constraints = [
            models.CheckConstraint(
                name="lidmaatschap_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
            models.CheckConstraint(name="lidmaatschap_rol_bestaat", condition=Q(rol__in=Lidrol.values)),
            ExclusionConstraint(
                name="lidmaatschap_once_at_a_time",
                expressions=[
                    ("dossier", RangeOperators.EQUAL),
                    ("gebruiker_id", RangeOperators.EQUAL),
                    (LOOPTIJD, RangeOperators.OVERLAPS),
                ],
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
            ),
        ]
        indexes = [models.Index(fields=["gebruiker_id"], name="lidmaatschap_gebruiker")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.VEILIGHEID
        open = ("id", "versie", "created_at", "rol")

    def __str__(self) -> str:
        return f"{self.rol} vanaf {self.van:%d-%m-%Y}"


class Doel(models.TextChoices):
    """Why someone opens a dossier."""

    BIJWERKEN = "bijwerken", _("een stap of inschatting opschrijven")
    OVERLEG = "overleg", _("een overleg voorbereiden")
    BESLUIT = "besluit", _("een besluit nemen of bijstellen")
    TOEZIEN = "toezien", _("nagaan of het zorgvuldig gaat")


class OpeningQuerySet(models.QuerySet["Opening"]):
    def running(self) -> Self:
        # By the clock of the database, as the fence there does.
        return self.filter(at__gt=Now() - Value(DUUR, output_field=models.DurationField()))

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(dossier__in=Dossier.objects.visible_to(wie, peildatum))


class Opening(models.Model):
    """That someone opened a dossier, and why. Holds thirty minutes, in the session it was given in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="openingen")
    gebruiker_id = models.UUIDField()
    at = models.DateTimeField(default=timezone.now, editable=False)
    sessie = models.CharField(max_length=64)
    waarom = GeheimVeld()

    objects = OpeningQuerySet.as_manager()

    class Meta:
        db_table = '"veiligheid"."opening"'
        verbose_name = "opening van een dossier"
        verbose_name_plural = "openingen van dossiers"
        indexes = [models.Index(fields=["gebruiker_id", "-at"], name="opening_gebruiker_at")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.VEILIGHEID
        open = ("id",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"


class InhoudQuerySet(models.QuerySet[Rij]):
    """What stands in a dossier: for members who opened it within the last thirty minutes."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        geopend = Opening.objects.running().filter(gebruiker_id=wie.id).values("dossier_id")
        return self.filter(dossier__in=Dossier.objects.visible_to(wie, peildatum).filter(pk__in=geopend))


class Inhoud(Record):
    """A page of a dossier. Only added to: a correction is a new row beside the old one."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="%(class)s_set")
    gedaan_op = models.DateField()
    door = models.UUIDField()
    inhoud = GeheimVeld()

    class Meta:
        abstract = True

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.VEILIGHEID
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} van {self.gedaan_op:%d-%m-%Y}"

    def feit(self, naam: str, anders: Any = "") -> Any:
        """Return one thing that was written down."""
        inhoud: Any = self.inhoud
        return inhoud.get(naam, anders)


class Stapverslag(Inhoud):
    """What was written down about one step of the meldcode; the highest `uitgave` holds.

    `inhoud` bears the answers of the form of that step, and from the second on `correctie`: what changed.
    """

    stap = models.PositiveSmallIntegerField()
    uitgave = models.PositiveSmallIntegerField()

    objects = InhoudQuerySet["Stapverslag"].as_manager()

    class Meta:
        db_table = '"veiligheid"."stapverslag"'
        verbose_name = "stap van de meldcode"
        verbose_name_plural = "stappen van de meldcode"
        constraints = [
            models.UniqueConstraint(
                name="stapverslag_one_row_per_uitgave", fields=["dossier", "stap", "uitgave"]
            ),
            models.CheckConstraint(name="stapverslag_five_steps", condition=Q(stap__gte=1, stap__lte=5)),
        ]

    class Privacy(Inhoud.Privacy):
        pass


class Inschatting(Inhoud):
    """How safe a child was found to be on a day: the questions as they were shown, the answers, the outcome."""

    volgende_op = models.DateField()

    objects = InhoudQuerySet["Inschatting"].as_manager()

    class Meta:
        db_table = '"veiligheid"."inschatting"'
        verbose_name = "inschatting van de veiligheid"
        verbose_name_plural = "inschattingen van de veiligheid"
        constraints = [
            models.CheckConstraint(
                name="inschatting_next_is_later", condition=Q(volgende_op__gt=F("gedaan_op"))
            )
        ]

    class Privacy(Inhoud.Privacy):
        pass


class GedeeldeActie(Inhoud):
    """That an action went into the plan, worded anew for everybody to read. The plan does not know of it."""

    objects = InhoudQuerySet["GedeeldeActie"].as_manager()

    class Meta:
        db_table = '"veiligheid"."gedeelde_actie"'
        verbose_name = "actie die in het plan kwam"
        verbose_name_plural = "acties die in het plan kwamen"

    class Privacy(Inhoud.Privacy):
        pass


class SignaalQuerySet(models.QuerySet["Signaal"]):
    def running_on(self, peildatum: date) -> Self:
        return self.filter(afgegeven_op__lte=peildatum, tot__gte=peildatum)

    def given_by(self, wie: Wie) -> Self:
        return self.filter(door=wie.id) if wie.rol in LEDENROLLEN else self.none()

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """Return the own signals, to withdraw, and those of others about a child of a family one still works for,
        for whom an own signal runs.
        """
        eigen = Signaal.objects.given_by(wie).running_on(peildatum)
        kinderen = eigen.filter(still_involved(wie, peildatum)).values("jeugdige")
        return self.filter(
            Q(pk__in=Signaal.objects.given_by(wie).values("pk"))
            | Q(pk__in=Signaal.objects.running_on(peildatum).filter(jeugdige__in=kinderen).values("pk"))
        )


class Signaal(Record):
    """That a child was signalled in the verwijsindex, `afgegeven_op` up to and including `tot`. No content.

    `gegevens` bears the ground, the name of the child, whom to call, and who was told.
    """

    jeugdige = models.UUIDField()
    gezinssleutel = models.UUIDField()
    gemeentecode = models.PositiveIntegerField()
    door = models.UUIDField()
    afgegeven_op = models.DateField()
    tot = models.DateField()
    gegevens = GeheimVeld()

    objects = SignaalQuerySet.as_manager()

    class Meta:
        db_table = '"veiligheid"."signaal"'
        verbose_name = "signaal in de verwijsindex"
        verbose_name_plural = "signalen in de verwijsindex"
        constraints = [
            models.CheckConstraint(
                name="signaal_ends_at_most_a_day_before_it_starts",
                condition=Q(
                    tot__gte=ExpressionWrapper(F("afgegeven_op") - Value(1), output_field=models.DateField())
                ),
            )
        ]
        indexes = [models.Index(fields=["jeugdige"], name="signaal_jeugdige")]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.VERWIJSINDEX
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return f"signaal van {self.afgegeven_op:%d-%m-%Y}"
