"""May this side still give its score? Family and worker each score a goal; the second may come later."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rondetafel.regels.datum import format_datum
from rondetafel.regels.gas import ZES_PUNTEN, Schaal, sign_score
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# The day of looking is the first: long enough to ask, short enough to remember how it was.
DAGEN = 28

TWEE_KANTEN = Bron(
    document="rondetafel",
    plek="Score van de andere kant",
    regel="Het gezin en de hulpverlener geven elk hun eigen score; de tweede kan tot en met vier weken later",
)


class Scorekant(StrEnum):
    """Who looks: somebody of the family, or somebody who helps."""

    GEZIN = "gezin"
    HULP = "hulp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorevraag:
    """A score for the newest evaluation of a goal. `geevalueerd_op` None: nobody looked at it yet."""

    doel: str
    score: int
    schaal: Schaal
    geevalueerd_op: date | None
    is_gegeven: bool
    peildatum: date


def last_day(geevalueerd_op: date) -> date:
    """The last day on which the other side may still score, that day included."""
    return geevalueerd_op + timedelta(days=DAGEN)


def is_open(geevalueerd_op: date, score: int | None, peildatum: date) -> bool:
    """Is this side still to score, and in time?"""
    return score is None and peildatum <= last_day(geevalueerd_op)


def assess_score(vraag: Scorevraag) -> Oordeel:
    return combine(
        require_evaluatie(vraag), require_eerste_score(vraag), require_score_op_tijd(vraag), _on_scale(vraag)
    )


@write_down(
    Regel(
        code="score-bij-evaluatie",
        stap=Stap.EVALUEREN,
        vraag="Waar hoort een score bij?",
        tekst="Bij de laatste keer dat er naar het doel is gekeken. Is er nog niet gekeken, dan is er nog geen score.",
        voorbeeld="Er is op 1 december gekeken: de score is van die dag. Is er nog nooit gekeken, dan kan het niet.",
        bronnen=(TWEE_KANTEN, ZES_PUNTEN),
    )
)
def require_evaluatie(vraag: Scorevraag) -> Reden | None:
    if vraag.geevalueerd_op:
        return None
    return Reden(
        tekst=f"Naar het doel “{vraag.doel}” is nog niet gekeken.",
        bron=TWEE_KANTEN,
        uitweg="Kijk eerst samen, met de eigenaar van het doel.",
    )


@write_down(
    Regel(
        code="score-een-keer",
        stap=Stap.EVALUEREN,
        vraag="Kan een score veranderen?",
        tekst="Nee. Het gezin geeft één score en de hulpverlener één. Wat gegeven is, blijft staan.",
        voorbeeld="Noor gaf -1. Een tweede score van het gezin kan niet. De hulpverlener kan nog wel scoren.",
        bronnen=(TWEE_KANTEN,),
    )
)
def require_eerste_score(vraag: Scorevraag) -> Reden | None:
    if not vraag.is_gegeven:
        return None
    return Reden(
        tekst="Van deze kant is er al een score.",
        bron=TWEE_KANTEN,
        uitweg="Geef een nieuwe score als jullie weer naar het doel kijken.",
    )


@write_down(
    Regel(
        code="score-op-tijd",
        stap=Stap.EVALUEREN,
        vraag="Tot wanneer kan de andere kant scoren?",
        tekst="Tot en met vier weken na de dag waarop naar het doel is gekeken.",
        voorbeeld="Er is gekeken op 2 november 2026. Scoren kan tot en met 30 november, op 1 december niet meer.",
        bronnen=(TWEE_KANTEN,),
    )
)
def require_score_op_tijd(vraag: Scorevraag) -> Reden | None:
    if vraag.geevalueerd_op is None or vraag.peildatum <= last_day(vraag.geevalueerd_op):
        return None
    return Reden(
        tekst=f"Scoren kon tot en met {format_datum(last_day(vraag.geevalueerd_op))}.",
        bron=TWEE_KANTEN,
        uitweg="Geef een score als jullie weer naar het doel kijken.",
    )


def _on_scale(vraag: Scorevraag) -> Reden | None:
    if vraag.score in vraag.schaal:
        return None
    return Reden(
        tekst=f"De score {sign_score(vraag.score)} past niet op de schaal.",
        bron=vraag.schaal.bron,
        uitweg=f"Kies een score van {sign_score(vraag.schaal.laagste)} tot {sign_score(vraag.schaal.hoogste)}.",
    )
