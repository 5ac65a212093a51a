"""Who did what, who looked at what? Written in the transaction of the deed, never afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from django.db import connection, models
from django.http import HttpRequest

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel, Uitkomst


class Handelend(Protocol):
    """Whoever acts: enough of a person to write a line about."""

    @property
    def id(self) -> UUID: ...
    @property
    def naam(self) -> str: ...
    @property
    def rol(self) -> str: ...
    @property
    def doel(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One look at one part of one family."""

    gezin_id: UUID | None
    gemeente_id: int | None
    onderdeel: str
    betreft_id: UUID | None = None


class GeenTransactie(RuntimeError):
    """A line was asked for outside a transaction: then it could exist without the deed, or the deed without it."""


def record(
    gebeurtenis: Gebeurtenis, object_: models.Model, *, door: Handelend, onderdeel: str = "", **details: Any
) -> None:
    """Write that `door` did something to `object_`; details must be JSON values, dates or numbers.

    :raises GeenTransactie: outside a transaction.
    """
    _write(
        gebeurtenis=gebeurtenis,
        door=door,
        onderdeel=onderdeel,
        gezin_id=_gezin_of(object_),
        gemeente_id=getattr(object_, "gemeente_id", None),
        betreft=object_._meta.label,
        betreft_id=object_.pk,
        details={naam: _plain(waarde) for naam, waarde in details.items()},
    )


def record_refusal(operatie: str, redenen: list[str], *, door: Handelend, betreft_id: UUID | None) -> None:
    """Write that `door` tried something and was refused; `redenen` name rules, never people."""
    _write(
        gebeurtenis=Gebeurtenis.GEWEIGERD,
        uitkomst=Uitkomst.GEWEIGERD,
        door=door,
        betreft_id=betreft_id,
        details={"operatie": operatie, "redenen": redenen},
    )


def note_look(request: HttpRequest, rows: Iterable[models.Model], onderdeel: str) -> None:
    """Remember that this page shows `rows`; the lines are written before the answer leaves."""
    request.inzage.extend(  # type: ignore[attr-defined]
        Inzage(
            gezin_id=_gezin_of(row),
            gemeente_id=getattr(row, "gemeente_id", None),
            onderdeel=onderdeel,
            betreft_id=row.pk,
        )
        for row in rows
    )


def record_looks(inzagen: Iterable[Inzage], *, door: Handelend) -> None:
    """Write one line per family and part looked at, in one statement."""
    regels = {
        (inzage.gezin_id or inzage.betreft_id, inzage.onderdeel): Logregel(
            gebruiker_id=door.id,
            naam=door.naam,
            rol=door.rol,
            doel=door.doel,
            gebeurtenis=Gebeurtenis.BEKEKEN,
            onderdeel=inzage.onderdeel,
            gezin_id=inzage.gezin_id,
            gemeente_id=inzage.gemeente_id,
            betreft_id=inzage.betreft_id,
        )
        for inzage in inzagen
    }
    if regels:
        Logregel.objects.bulk_create(regels.values())


def _write(*, door: Handelend, **velden: Any) -> None:
    if not connection.in_atomic_block:
        raise GeenTransactie
    Logregel.objects.create(gebruiker_id=door.id, naam=door.naam, rol=door.rol, doel=door.doel, **velden)


def _gezin_of(object_: models.Model) -> UUID | None:
    gezin_id: UUID | None = getattr(object_, "gezin_id", None)
    return object_.pk if object_._meta.model_name == "gezin" else gezin_id


def _plain(waarde: Any) -> Any:
    if isinstance(waarde, date | Decimal | UUID):
        return str(waarde)
    return waarde
