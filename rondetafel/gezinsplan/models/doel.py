from dataclasses import replace
from datetime import date
from string import ascii_lowercase
from typing import Any, Self
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import Coalesce, JSONObject

from rondetafel.gezinnen.models import Betrokkene, Persoon, VanGezin
from rondetafel.gezinnen.schermen import Verborgen, hidden_from
from rondetafel.gezinsplan.gegevens import Doener, Kruis, name_doers
from rondetafel.gezinsplan.models.eigenplan import Eigenplanstap
from rondetafel.gezinsplan.models.format import Matrixdoel
from rondetafel.gezinsplan.models.plan import Gezinsplan
from rondetafel.kern import verwerkingen
from rondetafel.regels.gas import SCHALEN, ZESPUNTSSCHAAL, Schaal
from rondetafel.regels.gasafspraak import LICHTST, ZWAARST
from rondetafel.toegang.mag import Reikwijdte, Wie, scope_of
from rondetafel.toegang.rechten import Onderdeel


class DoelQuerySet(models.QuerySet["Doel"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """A goal says whom it is about, and who owns it: the chair of its owner may be hidden."""
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.standing().filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("eigenaar__"))

    def standing(self) -> Self:
        """What was not taken away."""
        return self.filter(weggehaald_op__isnull=True)

    def reached_by(self, wie: Wie, peildatum: date) -> Self:
        """What this reader sees, or saw before it was taken away."""
        bereik, verborgen = scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("eigenaar__"))

    def taken_away(self, wie: Wie, peildatum: date) -> Self:
        return self.reached_by(wie, peildatum).filter(weggehaald_op__isnull=False)


class ActieQuerySet(models.QuerySet["Actie"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        rijen = self.filter(weggehaald_op__isnull=True, doel__weggehaald_op__isnull=True)
        return rijen.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out("wie__", "doel__eigenaar__"))

    def reached_by(self, wie: Wie, peildatum: date) -> Self:
        """What this reader sees, or saw before it was taken away; only of goals that stand."""
        bereik, verborgen = scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum)
        rijen = self.filter(bereik.rows(sleutel="sleutel"), doel__weggehaald_op__isnull=True)
        return rijen.filter(verborgen.leave_out("wie__", "doel__eigenaar__"))

    def taken_away(self, wie: Wie, peildatum: date) -> Self:
        return self.reached_by(wie, peildatum).filter(weggehaald_op__isnull=False)

    def with_doers(self, wie: Wie, peildatum: date) -> Self:
        """With who answers for it and who do it too, as far as this reader sees them; no query of its own."""
        return self.doers_within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def doers_within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        samen = Meedoener.objects.within(bereik, verborgen).filter(weg_at__isnull=True, actie=OuterRef("pk"))
        return self.select_related("wie", "uit_eigenplan__stoel").annotate(mee=samen.as_names())


class MeedoenerQuerySet(models.QuerySet["Meedoener"]):
    """Who is hidden is not among the doers; the action itself stays, with who else does it."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.PLAN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        stoelen = ("stoel__", "actie__wie__", "actie__doel__eigenaar__")
        return self.filter(bereik.rows(sleutel="sleutel"), verborgen.leave_out(*stoelen))

    def as_names(self) -> ArraySubquery:
        """Their chairs, in the order in which they came to do it, asked in the query of the actions."""
        stoel = JSONObject(
            naam="stoel__naam",
            relatie="stoel__relatie",
            groep="stoel__groep",
            gebruiker="stoel__gebruiker_id",
        )
        return ArraySubquery(self.order_by("created_at", "pk").values(een=stoel))


class Doel(VanGezin):
    """A goal chosen from the doelenmatrix and made SMART.

    `voor` is the child it is about, `volwassene` the adult; neither means the whole family. What is about an adult
    is read by everybody at the table, as what is about the family.

    `sleutel`: whom it is about, for the fences: the person, or the family for what is everyone's.
    `vastgesteld_op`: since when it stands in a plan that was adopted. `gewijzigd_op`: on which day its words were
    last changed. `weggehaald_op`: taken away on that day, and put back with everything that hangs on it when that
    was a mistake. `plek`: what the family wants first. `uit_eigenplan`: the plan of the family itself from which
    its words were taken over, with who said them.
    `variabele` is what is looked at and `niveaus` what each score on `schaal` means, in words; `gewicht` how heavy it
    counts, 1 to 3; `schaalversie` rises each time that is agreed again.
    """

    plan = models.ForeignKey(Gezinsplan, on_delete=models.PROTECT, related_name="doelen")
    matrixdoel = models.ForeignKey(Matrixdoel, on_delete=models.PROTECT, related_name="+")
    voor = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    volwassene = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    specifiek = models.CharField(max_length=200)
    meetbaar = models.TextField(max_length=500, blank=True)
    acceptabel = models.TextField(max_length=500, blank=True)
    realistisch = models.TextField(max_length=500, blank=True)
    gestart_op = models.DateField(null=True, blank=True)
    behaald_voor = models.DateField(null=True, blank=True)
    zwaarte = models.CharField(max_length=200, blank=True)
    inzet = models.CharField(max_length=200, blank=True)
    plek = models.PositiveSmallIntegerField(null=True, blank=True)
    uit_eigenplan = models.ForeignKey(
        Eigenplanstap, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    schaal = models.CharField(max_length=10, default=ZESPUNTSSCHAAL.code)
    variabele = models.CharField(max_length=200, blank=True)
    niveaus = models.JSONField(default=dict, blank=True)
    schaalversie = models.PositiveIntegerField(default=1, editable=False)
    gewicht = models.PositiveSmallIntegerField(default=LICHTST)
    vastgesteld_op = models.DateField(null=True, blank=True)
    gewijzigd_op = models.DateField(null=True, blank=True)
    weggehaald_op = models.DateField(null=True, blank=True)
    sleutel = models.GeneratedField(
        expression=Coalesce("voor", "gezin"), output_field=models.UUIDField(), db_persist=True
    )

    objects = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints = [
            models.CheckConstraint(
                name="doel_is_due_after_its_start",
                condition=Q(behaald_voor__isnull=True)
                | Q(gestart_op__isnull=True)
                | Q(behaald_voor__gt=F("gestart_op")),
            ),
            models.CheckConstraint(
                name="doel_is_measured_on_a_known_scale",
                condition=Q(schaal__in=list(SCHALEN), gewicht__range=(LICHTST, ZWAARST)),
            ),
            models.CheckConstraint(
                name="doel_is_for_one", condition=Q(voor__isnull=True) | Q(volwassene__isnull=True)
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at", "schaal", "gewicht", "schaalversie")

    def __str__(self) -> str:
        return self.specifiek

    @property
    def gasschaal(self) -> Schaal:
        """The scale with the words that were agreed for this goal; where none were, those of the scale itself."""
        schaal = SCHALEN[self.schaal]
        eigen = {score: self.niveaus.get(str(score)) or woord for score, woord in schaal.woorden.items()}
        return replace(schaal, woorden=eigen)

    @property
    def over(self) -> Persoon | None:
        """Whom it is about; None: the whole family."""
        return self.voor or self.volwassene

    @property
    def is_eigen_woord(self) -> bool:
        """Does it still say what the family wrote, word for word?"""
        return self.uit_eigenplan is not None and self.uit_eigenplan.says(self.specifiek)

    @property
    def kruis(self) -> Kruis:
        """The box of the doelenmatrix that this goal works out."""
        return Kruis(matrixdoel_id=self.matrixdoel_id, persoon_id=self.voor_id or self.volwassene_id)


class Actie(VanGezin):
    """One thing someone at the table does for a goal; `sleutel` is that of the goal.

    `wie` answers for it; who do it too are its Meedoeners.
    `volgnummer` is its letter with the goal, kept also when another action is taken away. `uit_eigenplan`: the plan
    of the family itself from which its words were taken over.
    """

    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="acties")
    tekst = models.CharField(max_length=200)
    wie = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    vanaf = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    volgnummer = models.PositiveSmallIntegerField()
    gewijzigd_op = models.DateField(null=True, blank=True)
    weggehaald_op = models.DateField(null=True, blank=True)
    klaar_op = models.DateField(null=True, blank=True)
    uit_eigenplan = models.ForeignKey(
        Eigenplanstap, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sleutel = models.UUIDField(editable=False)

    objects = ActieQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        constraints = [
            models.UniqueConstraint(name="actie_letter_once_per_doel", fields=["doel", "volgnummer"]),
            models.CheckConstraint(
                name="actie_ends_after_its_start",
                condition=Q(tot__isnull=True) | Q(vanaf__isnull=True) | Q(tot__gte=F("vanaf")),
            ),
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return self.tekst

    @property
    def is_eigen_woord(self) -> bool:
        """Does it still say what the family wrote, word for word?"""
        return self.uit_eigenplan is not None and self.uit_eigenplan.says(self.tekst)

    @property
    def letter(self) -> str:
        """a, b, …, z, aa, ab: how people at the table point at an action of a goal."""
        letters, rest = "", self.volgnummer
        while rest:
            rest, plaats = divmod(rest - 1, len(ascii_lowercase))
            letters = ascii_lowercase[plaats] + letters
        return letters

    @property
    def doeners(self) -> list[Doener]:
        """Who do it, first who answers for it; asked beforehand by `with_doers`."""
        mee: list[dict[str, Any]] = self.mee  # type: ignore[attr-defined]
        eerste = Doener(naam=str(self.wie), groep=self.wie.groep, gebruiker_id=self.wie.gebruiker_id)
        return [eerste, *(_as_doener(een) for een in mee)]

    @property
    def wie_samen(self) -> str:
        return name_doers([een.naam for een in self.doeners])

    def is_done_by(self, gebruiker_id: UUID) -> bool:
        return any(een.gebruiker_id == gebruiker_id for een in self.doeners)


def _as_doener(stoel: dict[str, Any]) -> Doener:
    gebruiker = stoel["gebruiker"]
    return Doener(
        naam=stoel["naam"] or stoel["relatie"],
        groep=stoel["groep"],
        gebruiker_id=UUID(gebruiker) if gebruiker else None,
    )


class Meedoener(VanGezin):
    """Somebody at the table who does an action together with who answers for it; `sleutel` is that of the action.

    From `created_at` until `weg_at`: so a version of the plan, which has a moment too, knows who did it then.
    """

    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="meedoeners")
    stoel = models.ForeignKey(Betrokkene, on_delete=models.PROTECT, related_name="+")
    weg_at = models.DateTimeField(null=True, blank=True)
    sleutel = models.UUIDField(editable=False)

    objects = MeedoenerQuerySet.as_manager()

    class Meta:
        verbose_name = "wie meedoet aan een actie"
        verbose_name_plural = "wie meedoen aan een actie"
        constraints = [
            models.UniqueConstraint(
                name="meedoener_once_per_actie", fields=["actie", "stoel"], condition=Q(weg_at__isnull=True)
            )
        ]

    class Privacy:
        klasse = "bijzondere persoonsgegevens"
        verwerking = verwerkingen.GEZINSPLAN
        open = ("id", "versie", "created_at")

    def __str__(self) -> str:
        return str(self.stoel)
