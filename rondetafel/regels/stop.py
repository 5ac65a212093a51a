"""May this care be stopped in this way?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import format_datum
from rondetafel.regels.gas import ZESPUNTSSCHAAL, Schaal
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine

REDEN_NODIG = Bron(
    document="jeugdwet",
    plek="Regeling Jeugdwet, bijlage 2: reden beëindiging",
    regel="Elke beëindiging krijgt een van vijf redenen",
)
GAS_NODIG = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.2 Doelrealisatie",
    regel="Bij het stoppen van zorg krijgt het hele zorgdoel een GAS-score",
)
EINDVERSLAG_NODIG = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Bij het stoppen hoort een eindverslag",
)
BINNEN_LOOPTIJD = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Zorg stopt op een dag binnen de looptijd van het akkoord",
)


class Stopreden(StrEnum):
    """Why care ended; the values are the codes of CBS."""

    VOLGENS_PLAN = "01"
    IN_OVEREENSTEMMING = "02"
    EENZIJDIG_CLIENT = "03"
    EENZIJDIG_AANBIEDER = "04"
    EXTERNE_OMSTANDIGHEDEN = "05"

    @property
    def naam(self) -> str:
        return NAMEN[self]

    @property
    def is_uitval(self) -> bool:
        """Tell whether this counts as drop-out: one side ended the care."""
        return self in (Stopreden.EENZIJDIG_CLIENT, Stopreden.EENZIJDIG_AANBIEDER)


NAMEN = {
    Stopreden.VOLGENS_PLAN: "volgens plan",
    Stopreden.IN_OVEREENSTEMMING: "eerder gestopt, samen besloten",
    Stopreden.EENZIJDIG_CLIENT: "eerder gestopt, besluit van het gezin",
    Stopreden.EENZIJDIG_AANBIEDER: "eerder gestopt, besluit van de zorgaanbieder",
    Stopreden.EXTERNE_OMSTANDIGHEDEN: "eerder gestopt door iets van buiten",
}

# After these endings nobody may be left to score with, so a missing score does not block.
SAMEN_GESTOPT = frozenset({Stopreden.VOLGENS_PLAN, Stopreden.IN_OVEREENSTEMMING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopvraag:
    """Everything the rules below look at. `gas_score` is the score on the total goal."""

    startdatum: date
    einddatum: date | None
    stopdatum: date
    reden: Stopreden | None
    gas_score: int | None
    eindverslag_aanwezig: bool
    schaal: Schaal = ZESPUNTSSCHAAL


def assess_stop(vraag: Stopvraag) -> Oordeel:
    return combine(
        require_reden(vraag),
        require_not_before_start(vraag),
        require_not_after_end(vraag),
        assess_gas_score(vraag),
        signal_missing_eindverslag(vraag),
        feiten={
            "Gestopt op": format_datum(vraag.stopdatum),
            "Reden": vraag.reden.naam if vraag.reden else "niet gekozen",
            "GAS-score": "niet gegeven" if vraag.gas_score is None else f"{vraag.gas_score:+d}",
        },
    )


def require_reden(vraag: Stopvraag) -> Reden | None:
    if vraag.reden is not None:
        return None
    return Reden(
        tekst="Er is nog geen reden gekozen waarom de zorg stopt.",
        bron=REDEN_NODIG,
        uitweg="Kies een van de vijf redenen.",
    )


def require_not_before_start(vraag: Stopvraag) -> Reden | None:
    if vraag.startdatum <= vraag.stopdatum:
        return None
    return Reden(
        tekst=f"De zorg begon pas op {format_datum(vraag.startdatum)}.",
        bron=BINNEN_LOOPTIJD,
        uitweg=f"Kies {format_datum(vraag.startdatum)} of later.",
    )


def require_not_after_end(vraag: Stopvraag) -> Reden | None:
    if vraag.einddatum is None or vraag.stopdatum <= vraag.einddatum:
        return None
    return Reden(
        tekst=f"Het akkoord loopt t/m {format_datum(vraag.einddatum)}.",
        bron=BINNEN_LOOPTIJD,
        uitweg=f"Kies {format_datum(vraag.einddatum)} of eerder.",
    )


def assess_gas_score(vraag: Stopvraag) -> Reden | None:
    """A score must fit its scale; a missing one blocks only when the care was ended together."""
    if vraag.gas_score is None:
        return Reden(
            tekst="Er is nog geen GAS-score voor het hele zorgdoel.",
            bron=GAS_NODIG,
            blokkeert=vraag.reden in SAMEN_GESTOPT,
            uitweg="Geef met het gezin een score aan het hele zorgdoel.",
        )
    if vraag.gas_score in vraag.schaal:
        return None
    return Reden(
        tekst=f"De score {vraag.gas_score:+d} past niet op de schaal.",
        bron=vraag.schaal.bron,
        uitweg=f"Kies een score van {vraag.schaal.laagste:+d} tot {vraag.schaal.hoogste:+d}.",
    )


def signal_missing_eindverslag(vraag: Stopvraag) -> Reden | None:
    if vraag.eindverslag_aanwezig:
        return None
    return Reden(
        tekst="Het eindverslag is er nog niet.",
        bron=EINDVERSLAG_NODIG,
        blokkeert=False,
        uitweg="Vraag de zorgaanbieder om het eindverslag.",
    )
