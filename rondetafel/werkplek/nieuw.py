"""What is new in a plan since somebody last looked? Told from the rows they may read, in one question."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
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
    "gelukt": _("Gelukt"),
    "evaluatie": _("Samen gekeken naar een doel"),
    "gepland": _("Er staat een overleg gepland"),
    "gehouden": _("Er is een overleg geweest"),
    "kleur": _("Kleur van de week"),
    "woord": _("Iemand zei iets"),
    "stoel": _("Nieuw aan tafel"),
}
PAGINAS = {"evaluatie": "gezinsplan:evaluaties", "gepland": "overleg:overleg", "gehouden": "overleg:overleg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuws:
    """One thing that is new, with who did it where that is told, and the page where it stands."""

    op: date
    wat: str
    tekst: str
    wie: str
    url: str


def news_since(gezin_id: UUID, wie: Wie, peildatum: date, *, sinds: date) -> list[Nieuws]:
    """Return what came into the plan of a family on or after a day, the newest first; one query.

    A text that was changed is not among it: the logboek tells that, to who may read it.
    """
    eerste, *andere = (een.since(sinds) for een in _sources(gezin_id, wie, peildatum))
    rijen = eerste.union(*andere, all=True).order_by("-n_op", "n_soort", "n_tekst")[:MEESTE]
    return [
        Nieuws(
            op=op,
            wat=str(WOORDEN[soort]),
            tekst=str(OverlegSoort(tekst).label) if soort in ("gepland", "gehouden") else tekst,
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

    def of_others(model: Any) -> QuerySet[Any]:
        return of(model).exclude(door_id=wie.id)

    return [
        Rubriek(soort="doel", rijen=of(Doel), tekst="specifiek"),
        Rubriek(soort="actie", rijen=of(Actie), tekst="tekst", wie="wie__naam"),
        Rubriek(soort="gelukt", rijen=of(Actie), tekst="tekst", op=F("klaar_op"), wie="wie__naam"),
        Rubriek(soort="evaluatie", rijen=of_others(Evaluatie), tekst="doel__specifiek", ding="doel_id"),
        Rubriek(soort="gepland", rijen=of(Overleg).filter(gehouden_op__isnull=True), tekst="soort"),
        Rubriek(soort="gehouden", rijen=of(Overleg), tekst="soort", op=F("gehouden_op")),
        Rubriek(soort="kleur", rijen=of_others(Weekkleur), tekst="kleur", wie="voor__voornaam"),
        Rubriek(
            soort="woord",
            rijen=of_others(Tafelwoord).filter(ingetrokken_op__isnull=True),
            tekst="tekst",
            wie="stoel__naam",
        ),
        Rubriek(soort="stoel", rijen=of(Betrokkene).exclude(naam=""), tekst="naam", wie="relatie"),
    ]
