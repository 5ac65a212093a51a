"""What someone fills in about safety, before it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rondetafel.regels.meldcode import Stap
from rondetafel.veiligheid.models import Lidrol


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinskeuze:
    """The family it is about, as far as this room needs to know it."""

    gezin_id: UUID
    gemeente_id: int
    nummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapopgave:
    """One step as it was filled in; `gelezen` is the uitgave on the screen, 0 when there was none."""

    stap: Stap
    gedaan_op: date
    inhoud: Mapping[str, Any] = field(hash=False)
    gelezen: int = 0
    correctie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inschattingsopgave:
    """An estimate as it was filled in: per question the answer and the words with it."""

    gedaan_op: date
    volgende_op: date
    uitkomst: str
    motivering: str
    antwoorden: Mapping[str, str] = field(hash=False)
    toelichtingen: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lidopgave:
    gebruiker_id: UUID
    rol: Lidrol
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalopgave:
    """A signal as it was filled in; `voornaam` is kept with it, because this room reads no family."""

    gezin: Gezinskeuze
    jeugdige_id: UUID
    voornaam: str
    geboortedatum: date | None
    grond: str
    bel: str
    verteld_aan: str
    waarom_niet: str
