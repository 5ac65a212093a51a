"""Who did what, who looked at what? Written in the transaction of the deed, never afterwards.

Every line goes through one function of the database (`schrijf_logregels`), in one round trip. It writes a
line for each person of the family concerned, adds on which ground this was allowed, and refuses a line in
the name of somebody else.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from django.db import connection, models
from django.http import HttpRequest

from rondetafel.kern.gebeurtenissen import ACTIES, Gebeurtenis
from rondetafel.kern.models import Logregel, Uitkomst

# Which column of a row, if it has one, says that the row is about one person of the family.
PERSOON = ("persoon_id", "jeugdige_id", "voor_id")


class Handelend(Protocol):
    """Whoever acts: enough of a person to write a line about."""

    @property
    def id(self) -> UUID | None: ...
    @property
    def naam(self) -> str: ...
    @property
    def rol(self) -> str: ...
    @property
    def doel(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Werker:
    """What the app does by itself, by the clock: nobody's account, and a purpose of its own."""

    doel: str
    id: UUID | None = None
    naam: str = "Rondetafel"
    rol: str = "systeem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One look at one part of one family; with `persoon_id` at one person of it."""

    gezin_id: UUID | None
    gemeente_id: int | None
    onderdeel: str
    persoon_id: UUID | None = None
    betreft: str = ""
    betreft_id: UUID | None = None
    gebeurtenis: Gebeurtenis = Gebeurtenis.BEKEKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Where a line comes from: which request, from which address on the network, through which system."""

    verzoek_id: UUID
    netwerkadres: str | None
    bron: str


class GeenTransactie(RuntimeError):
    """A line was asked for outside a transaction: then it could exist without the deed, or the deed without it."""


_herkomst: ContextVar[Herkomst | None] = ContextVar("herkomst", default=None)


@contextmanager
def from_origin(herkomst: Herkomst) -> Iterator[None]:
    """Let every line written in this block say where it comes from."""
    token = _herkomst.set(herkomst)
    try:
        yield
    finally:
        _herkomst.reset(token)


def record(
    gebeurtenis: Gebeurtenis,
    object_: models.Model,
    *,
    door: Handelend,
    onderdeel: str = "",
    raakt: Iterable[models.Model] = (),
    **details: Any,
) -> None:
    """Write that `door` did something to `object_`; details must be JSON values, dates or numbers.

    `raakt`: rows about the families that it concerns, when the thing itself is of none; each gets its line.

    :raises GeenTransactie: outside a transaction.
    """
    _write(
        *map(_whose, raakt),
        door=door,
        gebeurtenis=gebeurtenis,
        onderdeel=onderdeel,
        **_about(object_),
        details={naam: _plain(waarde) for naam, waarde in details.items()},
    )


def record_refusal(
    operatie: str, redenen: list[str], *, door: Handelend, betreft_id: UUID | None, onderdeel: str = ""
) -> None:
    """Write that `door` tried something and was refused; `redenen` name rules, never people."""
    _write(
        door=door,
        gebeurtenis=Gebeurtenis.GEWEIGERD,
        uitkomst=Uitkomst.GEWEIGERD,
        onderdeel=onderdeel,
        betreft_id=betreft_id,
        details={"operatie": operatie, "redenen": redenen},
    )


def note_look(
    request: HttpRequest,
    rows: Iterable[models.Model],
    onderdeel: str,
    *,
    gebeurtenis: Gebeurtenis = Gebeurtenis.BEKEKEN,
) -> None:
    """Remember that this page shows `rows`; the lines are written before the answer leaves."""
    request.inzage.extend(  # type: ignore[attr-defined]
        Inzage(onderdeel=onderdeel, gebeurtenis=gebeurtenis, **_about(row)) for row in rows
    )


def record_looks(inzagen: Iterable[Inzage], *, door: Handelend) -> None:
    """Write one line per person concerned and part looked at, in one statement."""
    regels = {
        (inzage.gezin_id or inzage.betreft_id, inzage.persoon_id, inzage.onderdeel, inzage.gebeurtenis): {
            "gebeurtenis": inzage.gebeurtenis,
            "onderdeel": inzage.onderdeel,
            "gezin_id": inzage.gezin_id,
            "gemeente_id": inzage.gemeente_id,
            "persoon_id": inzage.persoon_id,
            "betreft": inzage.betreft,
            "betreft_id": inzage.betreft_id,
        }
        for inzage in inzagen
    }
    if regels:
        _write_all(door, list(regels.values()))


def _write(*van_wie: dict[str, Any], door: Handelend, **velden: Any) -> None:
    """One line, or one for each of `van_wie`."""
    if not connection.in_atomic_block:
        raise GeenTransactie
    _write_all(door, [velden | een for een in van_wie] or [velden])


def _write_all(door: Handelend, regels: list[dict[str, Any]]) -> None:
    herkomst = _herkomst.get()
    wie = {
        # The default of the field, so that a demonstration can stand on another day.
        "at": Logregel._meta.get_field("at").get_default(),
        "gebruiker_id": door.id,
        "naam": door.naam,
        "rol": door.rol,
        "doel": door.doel,
        "verzoek_id": herkomst and herkomst.verzoek_id,
        "netwerkadres": herkomst and herkomst.netwerkadres,
        "bron": herkomst.bron if herkomst else "",
    }
    regels = [{"actie": ACTIES[regel["gebeurtenis"]], **regel} for regel in regels]
    with connection.cursor() as cursor:
        cursor.execute(
            "select schrijf_logregels(%s::jsonb, %s::jsonb)",
            [json.dumps(wie, default=str), json.dumps(regels, default=str)],
        )


def _about(object_: models.Model) -> dict[str, Any]:
    """Whose data it is: the family, its municipality, and the one person when the row is about one."""
    return _whose(object_) | {"betreft": object_._meta.label, "betreft_id": object_.pk}


def _whose(object_: models.Model) -> dict[str, Any]:
    namen = {veld.attname for veld in object_._meta.concrete_fields}
    gezin_id = object_.pk if object_._meta.model_name == "gezin" else getattr(object_, "gezin_id", None)
    personen = (getattr(object_, naam) for naam in PERSOON if naam in namen)
    persoon_id = object_.pk if object_._meta.model_name == "persoon" else next(filter(None, personen), None)
    return {
        "gezin_id": gezin_id,
        "gemeente_id": getattr(object_, "gemeente_id", None),
        "persoon_id": persoon_id,
    }


def _plain(waarde: Any) -> Any:
    if isinstance(waarde, date | Decimal | UUID):
        return str(waarde)
    return waarde
