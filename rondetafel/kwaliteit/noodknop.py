"""How is the noodknop used and shut? By functions of the database: who uses it may not read or write there yet."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.kern.bsn import hash_bsn
from rondetafel.kwaliteit.models import Noodknop
from rondetafel.regels.noodknop import Noodreden


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodvraag:
    """Whom somebody looks for and why: by BSN (nine digits), else by whole name and day of birth."""

    reden: Noodreden
    toelichting: str
    bsn: str = ""
    voornaam: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None


def use(vraag: Noodvraag) -> Noodknop | None:
    """Look for one person and open at once; who was not found has no family. None: no more searches today."""
    velden = {
        "bsn": hash_bsn(vraag.bsn) if vraag.bsn else "",
        "voornaam": _plain(vraag.voornaam),
        "achternaam": _plain(vraag.achternaam),
        "geboortedatum": vraag.geboortedatum,
        "reden": vraag.reden.value,
        "toelichting": vraag.toelichting.strip(),
    }
    opdracht = [json.dumps(velden, default=str)]
    return next(iter(Noodknop.objects.raw("select * from open_noodknop(%s)", opdracht)), None)


def shut(gezin_id: UUID) -> Noodknop | None:
    """Shut what the person of this transaction has open in this family; None when that is nothing."""
    return next(iter(Noodknop.objects.raw("select * from stop_noodknop(%s)", [gezin_id])), None)


def _plain(naam: str) -> str:
    return " ".join(naam.split())
