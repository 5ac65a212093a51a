"""How did the plan stand when it was last adopted, and who agreed? Asked in the query of the family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.schermen import Verborgen
from rondetafel.gezinsplan.gegevens import Doelinhoud, name_doers
from rondetafel.gezinsplan.models import (
    Aanleiding,
    Meedoener,
    Planantwoord,
    Planversie,
    Versieactie,
    Versiedoel,
)
from rondetafel.gezinsplan.queries.versie import Actiestand, Doelstand
from rondetafel.regels.instemming import Antwoord
from rondetafel.toegang.mag import Reikwijdte


@dataclass(frozen=True, slots=True, kw_only=True)
class Toen:
    """A goal as it was adopted. `weggehaald_op` is since when the goal, or an action of it, is gone."""

    stand: Doelstand
    weggehaald_op: tuple[date, ...]

    @classmethod
    def parse(cls, rij: Mapping[str, Any]) -> Self:
        weg = (rij["weg"], *(een["weg"] for een in rij["acties"]))
        return cls(
            stand=Doelstand(
                doel_id=UUID(rij["doel"]),
                inhoud=Doelinhoud.from_record(rij["inhoud"]),
                eigenaar=rij["eigenaar"],
                voor="",
                acties=tuple(_as_actie(een) for een in rij["acties"]),
            ),
            weggehaald_op=tuple(date.fromisoformat(dag) for dag in weg if dag),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vastgesteld:
    """The plan as it was adopted last, as far as one reader may read it, with who agreed."""

    eens: tuple[str, ...]
    doelen: tuple[Toen, ...]


def vastgesteld_within(bereik: Reikwijdte, verborgen: Verborgen) -> dict[str, ArraySubquery]:
    """What to ask with a family; `as_vastgesteld` reads the answer."""
    return {
        "toen_doelen": ArraySubquery(_doelen(bereik, verborgen)),
        "toen_antwoorden": ArraySubquery(_antwoorden(bereik, verborgen)),
    }


def as_vastgesteld(gezin: Gezin) -> Vastgesteld:
    """Read what was asked with the family; empty when its plan was never adopted."""
    antwoorden: Iterable[Mapping[str, Any]] = getattr(gezin, "toen_antwoorden", ())
    doelen: Iterable[Mapping[str, Any]] = getattr(gezin, "toen_doelen", ())
    eens = sorted(
        (een for een in antwoorden if een["antwoord"] == Antwoord.EENS), key=lambda een: een["plaats"]
    )
    return Vastgesteld(
        eens=tuple(een["naam"] for een in eens), doelen=tuple(Toen.parse(een) for een in doelen)
    )


def _newest(gezin: OuterRef) -> Subquery:
    versies = Planversie.objects.filter(gezin=gezin, aanleiding=Aanleiding.VASTGESTELD)
    return Subquery(versies.order_by("-uitgave").values("pk")[:1])


def _doelen(bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Versiedoel, Any]:
    doelen = Versiedoel.objects.within(bereik, verborgen).filter(in_versie=_newest(OuterRef(OuterRef("pk"))))
    return doelen.order_by("pk").values(
        een=JSONObject(
            doel="doel_id",
            inhoud="inhoud",
            eigenaar="eigenaar__naam",
            weg="doel__weggehaald_op",
            acties=ArraySubquery(_acties(bereik, verborgen)),
        )
    )


def _acties(bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Versieactie, Any]:
    toen = Meedoener.objects.within(bereik, verborgen).filter(
        Q(weg_at__isnull=True) | Q(weg_at__gt=OuterRef("versiedoel__in_versie__created_at")),
        actie=OuterRef("actie_id"),
        created_at__lte=OuterRef("versiedoel__in_versie__created_at"),
    )
    acties = Versieactie.objects.within(bereik, verborgen).filter(versiedoel=OuterRef("pk"))
    return acties.order_by("actie__volgnummer", "pk").values(
        een=JSONObject(
            actie="actie_id",
            tekst="tekst",
            wie="wie__naam",
            mee=ArraySubquery(toen.order_by("created_at", "pk").values("stoel__naam")),
            vanaf="vanaf",
            tot="tot",
            weg="actie__weggehaald_op",
        )
    )


def _antwoorden(bereik: Reikwijdte, verborgen: Verborgen) -> QuerySet[Planantwoord, Any]:
    antwoorden = Planantwoord.objects.within(bereik, verborgen).filter(
        in_versie=_newest(OuterRef(OuterRef("pk")))
    )
    return (
        antwoorden.order_by("stoel_id", "-created_at", "-pk")
        .distinct("stoel_id")
        .values(een=JSONObject(naam="stoel__naam", antwoord="antwoord", plaats="stoel__created_at"))
    )


def _as_actie(rij: Mapping[str, Any]) -> Actiestand:
    return Actiestand(
        actie_id=UUID(rij["actie"]),
        tekst=rij["tekst"],
        wie=name_doers([rij["wie"], *rij["mee"]]),
        vanaf=_day(rij["vanaf"]),
        tot=_day(rij["tot"]),
        klaar_op=None,
    )


def _day(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
