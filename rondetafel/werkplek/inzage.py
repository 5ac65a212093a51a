"""Who looked, told as people tell it: one line per person per day, not one per click."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.toegang.rollen import Rol

ROLWOORDEN = dict(Rol.choices)
WOORDEN = {
    "gezin": "wie erbij horen",
    "plan": "het plan",
    "zorg": "de hulp",
    "adres": "adressen",
    "aanmelding": "de aanmelding",
    "logboek": "wie er keek",
    "toegang": "wie er mag meelezen",
    "termijn": "wat er moet gebeuren",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijker:
    """One person on one day: why they were here, what they saw, and what they did."""

    naam: str
    rol: str
    doel: str
    zag: list[str]
    deed: list[str]


def merge_days(regels: Iterable[dict[str, Any]]) -> list[tuple[date, list[Kijker]]]:
    """Put lines of the logboek together per day and person; the order of the lines is kept."""
    dagen: dict[date, dict[tuple[str, str], list[dict[str, Any]]]] = {}
    for regel in regels:
        dag = timezone.localdate(regel["at"])
        dagen.setdefault(dag, {}).setdefault((regel["naam"], regel["rol"]), []).append(regel)
    return [(dag, [_as_kijker(regels) for regels in personen.values()]) for dag, personen in dagen.items()]


def _word_for(regel: dict[str, Any]) -> str:
    """Professionals go by their rol; who is of the family, by what they are to it."""
    if regel["rol"] == Rol.GEZIN and regel["relatie"]:
        return str(regel["relatie"])
    return str(ROLWOORDEN.get(regel["rol"], regel["rol"]))


def _as_kijker(regels: list[dict[str, Any]]) -> Kijker:
    gekeken = [regel for regel in regels if regel["gebeurtenis"] == Gebeurtenis.BEKEKEN]
    gedaan = [regel for regel in regels if regel["gebeurtenis"] != Gebeurtenis.BEKEKEN]
    return Kijker(
        naam=regels[0]["naam"],
        rol=_word_for(regels[0]),
        doel=regels[0]["doel"],
        zag=sorted({WOORDEN.get(regel["onderdeel"], regel["onderdeel"]) for regel in gekeken}),
        deed=list(dict.fromkeys(str(Gebeurtenis(regel["gebeurtenis"]).label) for regel in gedaan)),
    )
