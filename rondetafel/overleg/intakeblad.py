"""What every page of the intake needs: who may, how a step is shown, and what came of a form that was sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from rondetafel.gezinnen.afscherming import look_at_text
from rondetafel.kern import logboek
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.gegevens import Invulling
from rondetafel.overleg.operations import record_intake
from rondetafel.overleg.queries.intake import Intake, find_intake
from rondetafel.overleg.stappen import STANDWOORDEN, UITLEG
from rondetafel.regels.intake import NAAR_WENS, NUMMERS, VAN_HET_GEZIN, Onderwerp, Stand
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapkaart:
    """One step as a page shows it."""

    stap: Onderwerp
    nummer: str
    uitleg: Any
    stand: Stand | None
    woord: Any
    kleur: str
    gesprek: Any
    naar_wens: bool
    is_van_lezer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """What came of a form that was sent: kept, refused with reasons, or overtaken by somebody else."""

    is_bewaard: bool = False
    oordeel: Oordeel | None = None
    afgeschermd: Oordeel | None = None
    is_botsing: bool = False


def open_intake(request: Verzoek, gezin_id: UUID, peildatum: date) -> Intake:
    """The intake, for who walks it; note that it was looked at."""
    require(request.wie, Recht.INTAKE_LOPEN, gezin_id=gezin_id, peildatum=peildatum)
    found = find_intake(gezin_id, request.wie, peildatum)
    if found is None:
        raise Http404
    logboek.note_look(request, [found.gezin], Onderdeel.GEZIN)
    logboek.note_look(request, [found.gezin], Onderdeel.PLAN)
    return found


def may(request: Verzoek, recht: Recht, gezin_id: UUID, peildatum: date) -> bool:
    return mag(request.wie, recht, gezin_id=gezin_id, peildatum=peildatum).ja


def as_card(request: Verzoek, found: Intake, stap: Onderwerp) -> Stapkaart:
    stand = found.standen.get(stap)
    woord, kleur = STANDWOORDEN[stand] if stand else ("", "")
    return Stapkaart(
        stap=stap,
        nummer=NUMMERS.get(stap, ""),
        uitleg=UITLEG[stap],
        stand=stand,
        woord=woord,
        kleur=kleur,
        gesprek=found.gesprekken.get(stap),
        naar_wens=stap in NAAR_WENS,
        is_van_lezer=is_own(request, stap),
    )


def send(request: Verzoek, gezin_id: UUID, invulling: Invulling, peildatum: date) -> Antwoord:
    """Keep what was filled in; nothing new is kept as well, without a line in the logboek."""
    tekst = " ".join(f"{een.tekst} {een.wie}" for een in invulling.gezegd).strip()
    afgeschermd = look_at_text(request, gezin_id, tekst, peildatum=peildatum) if tekst else None
    if afgeschermd:
        return Antwoord(afgeschermd=afgeschermd)
    if not invulling:
        return Antwoord(is_bewaard=True)
    try:
        record_intake(gezin_id, invulling=invulling, door=request.wie, peildatum=peildatum)
    except Geweigerd as geweigerd:
        return Antwoord(oordeel=geweigerd.oordeel)
    except Botsing:
        return Antwoord(is_botsing=True)
    return Antwoord(is_bewaard=True)


def is_own(request: Verzoek, stap: Onderwerp) -> bool:
    return not request.wie.is_gezin or stap in VAN_HET_GEZIN
