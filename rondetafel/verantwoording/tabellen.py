"""What stands in the tables of the half-year report? Children and questions, counted from the records themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.fields import DateField
from django.db.models.functions import JSONObject, TruncMonth

from rondetafel.instroom.models import Aanmelding, Kwadrant, Wachtplek
from rondetafel.kern.looptijd import running_on
from rondetafel.organisaties.models import Gemeente
from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.oordeel import Bron
from rondetafel.verantwoording.periode import Verslagperiode
from rondetafel.zorg.models import AkkoordZorg

TABEL_5_1 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="5.1 Cliënten jeugdhulp",
    regel="Hoeveel kinderen in zorg waren, erbij kwamen en uit zorg gingen, per gemeente",
)
TABEL_5_6 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="5.6 Productie",
    regel="Hoeveel nieuwe vragen er per maand kwamen, en hoeveel kinderen wachtten aan het eind van elk kwartaal",
)
RIJNAMEN = {
    "a": "op 1 januari",
    "b": "nieuw",
    "c": "samen (a + b)",
    "d": "uit zorg",
    "e": "op de laatste dag (c - d)",
}
WACHTEN_OP = (Kwadrant.K2, Kwadrant.K3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """Children of one municipality, or of all: in care at the begin, at some time, and at the end.

    The two other rows follow, so that c = a + b and e = c - d hold by construction: ADR 0014.
    """

    naam: str
    begin: int
    ooit: int
    einde: int

    @property
    def nieuw(self) -> int:
        return self.ooit - self.begin

    @property
    def uit(self) -> int:
        return self.ooit - self.einde

    def row(self, letter: str) -> int:
        """Return the number in row a to e of table 5.1."""
        rijen = {"a": self.begin, "b": self.nieuw, "c": self.ooit, "d": self.uit, "e": self.einde}
        return rijen[letter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row of table 5.1: its numbers in the order of the columns."""

    letter: str
    naam: str
    aantallen: tuple[int, ...]

    @property
    def code(self) -> str:
        """Under what name the children of this row are opened."""
        return f"kinderen-{self.letter}"

    @property
    def totaal(self) -> int:
        return sum(self.aantallen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeugdigen:
    """Table 5.1."""

    kolommen: tuple[Kolom, ...]

    @property
    def rijen(self) -> tuple[Rij, ...]:
        return tuple(
            Rij(letter=letter, naam=naam, aantallen=tuple(kolom.row(letter) for kolom in self.kolommen))
            for letter, naam in RIJNAMEN.items()
        )

    @property
    def totaal(self) -> Kolom:
        return Kolom(
            naam="totaal",
            begin=sum(kolom.begin for kolom in self.kolommen),
            ooit=sum(kolom.ooit for kolom in self.kolommen),
            einde=sum(kolom.einde for kolom in self.kolommen),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Productie:
    """Table 5.6: questions by the first day of their month, children who wait by the last day of a quarter."""

    aanmeldingen: dict[date, int]
    wachtenden: dict[date, int | NietTeBerekenen]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorlooptijd:
    """From aanmelding to kernteam: of how many questions, and the working days on average, rounded to tenths.

    `netto` is without the days on which the verwijzer was waited for.
    """

    aantal: int
    bruto: Decimal
    netto: Decimal


def in_care(van: date, tot_en_met: date) -> Q:
    """The akkoorden that cover at least one of these days. A stop has moved the einddatum already."""
    return Q(startdatum__lte=tot_en_met) & (Q(einddatum__isnull=True) | Q(einddatum__gte=van))


def count_jeugdigen(periode: Verslagperiode, gemeenten: Iterable[int]) -> Jeugdigen:
    """Count the children of each municipality in one query; a child with two akkoorden is one child."""
    begin, einde = periode.jaarbegin, periode.laatste_dag
    telling = (
        AkkoordZorg.objects.filter(gemeente_id=OuterRef("code"))
        .values("gemeente_id")
        .annotate(
            telling=JSONObject(
                begin=_children(in_care(begin, begin)),
                ooit=_children(in_care(begin, einde)),
                einde=_children(in_care(einde, einde)),
            )
        )
    )
    rijen = (
        Gemeente.objects.filter(code__in=list(gemeenten))
        .annotate(telling=Subquery(telling.values("telling")))
        .values_list("naam", "telling")
    )
    nul = {"begin": 0, "ooit": 0, "einde": 0}
    return Jeugdigen(kolommen=tuple(Kolom(naam=naam, **(telling or nul)) for naam, telling in rijen))


def count_productie(periode: Verslagperiode) -> Productie:
    """Count questions per month and who waits per quarter, in one query."""
    einde = periode.laatste_dag
    vragen = (
        Aanmelding.objects.filter(ontvangen_op__range=(periode.jaarbegin, einde))
        .annotate(soort=Value("vraag"), dag=TruncMonth("ontvangen_op"))
        .values("soort", "dag")
        .annotate(aantal=Count("pk"))
        .values_list("soort", "dag", "aantal")
    )
    wachtend = [_count_waiting(dag) for dag in periode.kwartaaleinden if dag <= einde]
    geteld = {(soort, dag): aantal for soort, dag, aantal in vragen.union(*wachtend, all=True)}
    return Productie(
        aanmeldingen={dag: geteld.get(("vraag", dag), 0) for dag in periode.maanden},
        wachtenden={
            dag: geteld.get(("wacht", dag), 0)
            if dag <= einde
            else NietTeBerekenen(ontbreekt="het kwartaal is nog niet voorbij")
            for dag in periode.kwartaaleinden
        },
    )


def measure_doorlooptijd(periode: Verslagperiode) -> Doorlooptijd | NietTeBerekenen:
    """How long questions took that went to the kernteam in this period; one query."""
    doorgestuurd = Aanmelding.objects.filter(
        doorgestuurd_op__range=(periode.van, periode.laatste_dag), doorlooptijd_bruto__isnull=False
    )
    gemeten = doorgestuurd.aggregate(
        aantal=Count("pk"), bruto=Avg("doorlooptijd_bruto"), netto=Avg("doorlooptijd_netto")
    )
    if not gemeten["aantal"]:
        return NietTeBerekenen(ontbreekt="in deze periode ging geen vraag met een gemeten doorlooptijd door")
    bruto, netto = (round(Decimal(gemeten[naam]), 1) for naam in ("bruto", "netto"))
    return Doorlooptijd(aantal=gemeten["aantal"], bruto=bruto, netto=netto)


def _children(voorwaarde: Q) -> Count:
    return Count("jeugdige_id", distinct=True, filter=voorwaarde)


def waiting_on(dag: date) -> QuerySet[Wachtplek]:
    return Wachtplek.objects.filter(running_on(dag), kwadrant__in=WACHTEN_OP)


def _count_waiting(dag: date) -> QuerySet[Any, Any]:
    return (
        waiting_on(dag)
        .annotate(soort=Value("wacht"), dag=Value(dag, output_field=DateField()))
        .values("soort", "dag")
        .annotate(aantal=Count("jeugdige_id", distinct=True))
        .values_list("soort", "dag", "aantal")
    )


def first_day() -> date | None:
    """The first day there is something to count; None when there is nothing yet."""
    eerste = [
        AkkoordZorg.objects.aggregate(dag=Min("startdatum"))["dag"],
        Aanmelding.objects.aggregate(dag=Min("ontvangen_op"))["dag"],
    ]
    return min(filter(None, eerste), default=None)
