"""Who looked, told as people tell it: one story per person per day, not one per click."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Uitkomst
from rondetafel.toegang.logboek import word_ground
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Rol
from rondetafel.werkplek.logregels import Mensen

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
    "noodknop": "het gebruik van de noodknop",
    "eigendossier": "het eigen dossier van een organisatie",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijker:
    """One person on one day: from when until when, as what and why, what they saw and did, about whom."""

    naam: str
    rol: str
    van: datetime
    tot: datetime
    zag: list[str]
    deed: list[str]
    over: list[str]
    waarom: list[str]
    is_geweigerd: bool
    is_noodknop: bool


def merge_days(groepen: Iterable[dict[str, Any]], mensen: Mensen) -> list[tuple[date, list[Kijker]]]:
    """Put merged lines together per day and person; the order of the lines is kept."""
    dagen: dict[date, dict[tuple[Any, ...], list[dict[str, Any]]]] = {}
    for groep in groepen:
        wie = (groep["gebruiker_id"], groep["naam"], groep["rol"])
        dagen.setdefault(groep["dag"], {}).setdefault(wie, []).append(groep)
    return [
        (dag, [_as_kijker(groepen, mensen) for groepen in kijkers.values()]) for dag, kijkers in dagen.items()
    ]


def _as_kijker(groepen: list[dict[str, Any]], mensen: Mensen) -> Kijker:
    geweigerd = [groep for groep in groepen if groep["uitkomst"] == Uitkomst.GEWEIGERD]
    gekeken = [groep for groep in groepen if groep["gebeurtenis"] == Gebeurtenis.BEKEKEN]
    gedaan = [groep for groep in groepen if groep not in gekeken and groep not in geweigerd]
    return Kijker(
        naam=groepen[0]["naam"],
        rol=_word_for(groepen[0], mensen),
        van=min(groep["eerst"] for groep in groepen),
        tot=max(groep["laatst"] for groep in groepen),
        zag=sorted({_part_of(groep) for groep in gekeken} - {""}),
        deed=list(dict.fromkeys(str(Gebeurtenis(groep["gebeurtenis"]).label) for groep in gedaan)),
        over=_about({pk for groep in groepen for pk in groep["personen"]}, mensen),
        waarom=list(dict.fromkeys(filter(None, map(_reason_of, groepen)))),
        is_geweigerd=bool(geweigerd),
        is_noodknop=any(groep["is_noodknop"] for groep in groepen),
    )


def _part_of(groep: dict[str, Any]) -> str:
    """What was looked at. Of an own dossier is told whose it is, and nothing of what stands in it."""
    if groep["onderdeel"] == Onderdeel.EIGENDOSSIER and groep["organisatie"]:
        return _("het eigen dossier van %(organisatie)s") % groep
    return WOORDEN.get(groep["onderdeel"], groep["onderdeel"])


def _word_for(groep: dict[str, Any], mensen: Mensen) -> str:
    """Professionals go by their rol and organisation; who is of the family, by what they are to it."""
    relatie = mensen.relaties.get(groep["gebruiker_id"]) if groep["rol"] == Rol.GEZIN else None
    rol = relatie or str(ROLWOORDEN.get(groep["rol"], groep["rol"]))
    return f"{rol}, {groep['organisatie']}" if groep["organisatie"] else rol


def _about(personen: set[UUID], mensen: Mensen) -> list[str]:
    """First names; of everyone together there is one word."""
    personen = {mensen.opgegaan.get(pk, pk) for pk in personen}
    if len(mensen.personen) > 1 and personen >= mensen.personen.keys():
        return [_("iedereen in het gezin")]
    return [naam for pk, naam in mensen.personen.items() if pk in personen]


def _reason_of(groep: dict[str, Any]) -> str:
    """The purpose, with the ground on which it was allowed; what was refused had none."""
    grond = word_ground(groep["grond"])
    return f"{groep['doel']} ({grond})" if grond else ""
