"""What is new in a plan since somebody last looked? Told from the rows they may read, in one question."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.gezinsplan.models import Actie, Doel, Evaluatie, Tafelwoord, Weekkleur
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.toegang.mag import Wie

# Who was never here before, or not for long, does not get a year at once.
EERSTE_KEER = timedelta(days=14)
MEESTE = 50
VELDEN = ("n_soort", "n_op", "n_tekst", "n_wie", "n_ding")
WOORDEN = {
    "doel": _("Nieuw doel"),
    "actie": _("Nieuwe actie"),
    "doel_anders": _("Doel aangepast"),
    "actie_anders": _("Actie aangepast"),
    "doel_weg": _("Doel uit het plan gehaald"),
    "actie_weg": _("Actie uit het plan gehaald"),
    "gelukt": _("Gelukt"),
    "evaluatie": _("Samen gekeken naar een doel"),
    "gepland": _("Er staat een overleg gepland"),
    "gehouden": _("Er is een overleg geweest"),
    "afgezegd": _("Een overleg gaat niet door"),
    "kleur": _("Kleur van de week"),
    "woord": _("Iemand zei iets"),
    "woord_terug": _("Iemand nam woorden terug"),
    "stoel": _("Nieuw aan tafel"),
    "stoel_weg": _("Niet meer aan tafel"),
}
# What came in on a day and was put right on that same day is new, and no change.
CHANGED = Case(When(gewijzigd_op__gt=TruncDate("created_at"), then=F("gewijzigd_op")))
PAGINAS = {
    "evaluatie": "gezinsplan:evaluaties",
    "gepland": "overleg:overleg",
    "gehouden": "overleg:overleg",
    "afgezegd": "overleg:overleg",
}
OVERLEGGEN = ("gepland", "gehouden", "afgezegd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuws:
    """One thing that is new, with who did it where that is told, and the page where it stands."""

    op: date
    wat: str
    tekst: str
    wie: str
    url: str


def news_since(gezin_id: UUID, wie: Wie, peildatum: date, *, sinds: date) -> list[Nieuws]:
    """Return what came into the plan of a family, was changed or was taken away on or after a day.

    The newest first; one query. A text is told as it stands now: how it was stands in the versions.
    """
    eerste, *andere = (een.since(sinds) for een in _sources(gezin_id, wie, peildatum))
    rijen = eerste.union(*andere, all=True).order_by("-n_op", "n_soort", "n_tekst")[:MEESTE]
    return [
        Nieuws(
            op=op,
            wat=str(WOORDEN[soort]),
            tekst=str(OverlegSoort(tekst).label) if soort in OVERLEGGEN else tekst,
            wie=naam,
            url=reverse(PAGINAS[soort], args=[ding]) if soort in PAGINAS else "",
        )
        for soort, op, tekst, naam, ding in rijen
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubriek:
    """Where one kind of news stands: its rows, on which day, in which words, by whom, and about what it is."""

    soort: str
    rijen: QuerySet[Any]
    tekst: str
    op: Any = TruncDate("created_at")
    wie: str = ""
    ding: str = "pk"

    def since(self, sinds: date) -> QuerySet[Any, Any]:
        naam = Coalesce(F(self.wie), Value("")) if self.wie else Value("")
        nieuw = self.rijen.annotate(
            n_soort=Value(self.soort, output_field=CharField()),
            n_op=self.op,
            n_tekst=Cast(self.tekst, CharField()),
            n_wie=Cast(naam, CharField()),
            n_ding=F(self.ding),
        )
        return nieuw.filter(n_op__gte=sinds).order_by().values_list(*VELDEN)


def _sources(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Rubriek]:
    def of(model: Any) -> QuerySet[Any]:
        rijen: QuerySet[Any] = model.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
        return rijen

    planned = Overleg.objects.visible_to(wie, peildatum).planned().filter(gezin_id=gezin_id)
    at_table = of(Betrokkene).exclude(naam="")

    def of_others(model: Any) -> QuerySet[Any]:
        return of(model).exclude(door_id=wie.id)

    def was_there(model: Any) -> QuerySet[Any]:
        rijen: QuerySet[Any] = model.objects.taken_away(wie, peildatum).filter(gezin_id=gezin_id)
        return rijen

    return [
        Rubriek(soort="doel", rijen=of(Doel), tekst="specifiek"),
        Rubriek(soort="actie", rijen=of(Actie), tekst="tekst", wie="wie__naam"),
        Rubriek(soort="doel_anders", rijen=of(Doel), tekst="specifiek", op=CHANGED),
        Rubriek(soort="actie_anders", rijen=of(Actie), tekst="tekst", op=CHANGED, wie="wie__naam"),
        Rubriek(soort="doel_weg", rijen=was_there(Doel), tekst="specifiek", op=F("weggehaald_op")),
        Rubriek(soort="actie_weg", rijen=was_there(Actie), tekst="tekst", op=F("weggehaald_op")),
        Rubriek(soort="gelukt", rijen=of(Actie), tekst="tekst", op=F("klaar_op"), wie="wie__naam"),
        Rubriek(soort="evaluatie", rijen=of_others(Evaluatie), tekst="doel__specifiek", ding="doel_id"),
        Rubriek(soort="gepland", rijen=planned, tekst="soort"),
        Rubriek(soort="gehouden", rijen=of(Overleg), tekst="soort", op=F("gehouden_op")),
        Rubriek(soort="afgezegd", rijen=of(Overleg), tekst="soort", op=F("afgezegd_op")),
        Rubriek(soort="kleur", rijen=of_others(Weekkleur), tekst="kleur", wie="voor__voornaam"),
        Rubriek(
            soort="woord",
            rijen=of_others(Tafelwoord).filter(ingetrokken_op__isnull=True),
            tekst="tekst",
            wie="stoel__naam",
        ),
        # What was said is gone, also from the row; that it was taken back may be known.
        Rubriek(
            soort="woord_terug",
            rijen=of_others(Tafelwoord),
            tekst="tekst",
            op=F("ingetrokken_op"),
            wie="stoel__naam",
        ),
        Rubriek(soort="stoel", rijen=at_table, tekst="naam", wie="relatie"),
        Rubriek(
            soort="stoel_weg",
            rijen=at_table.filter(tot__lt=peildatum),
            tekst="naam",
            op=F("tot"),
            wie="relatie",
        ),
    ]
