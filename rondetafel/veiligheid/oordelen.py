"""What do the rules say of a step, and of closing? Puts what is written down into what a rule asks."""

from collections.abc import Mapping
from datetime import date

from rondetafel.regels.inschatting import target_day
from rondetafel.regels.meldbesluit import EIGEN_KEUZE, Besluitvraag, assess_besluit
from rondetafel.regels.meldcode import (
    REDEN_TEKENS,
    STAPPENPLAN,
    Afweging,
    Antwoord,
    Stap,
    assess_gesprek,
    assess_volgorde,
    assess_weging,
    next_stap,
    weigh,
)
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.veiligheid.gegevens import Stapopgave
from rondetafel.veiligheid.models import Lidrol, Stapverslag

Stappen = Mapping[Stap, Stapverslag]


def judge_stap(opgave: Stapopgave, stappen: Stappen, *, lidrol: Lidrol) -> Oordeel:
    """Judge one step with what was written down before it."""
    gedaan = frozenset(stappen)
    if opgave.stap is Stap.BESLUIT:
        inhoud = _judge_besluit(opgave, stappen, lidrol)
    else:
        volgorde = assess_volgorde(opgave.stap, gedaan)
        inhoud = combine(*volgorde.redenen, *_judge_inhoud(opgave).redenen)
    return combine(*inhoud.redenen, _require_correctie(opgave), feiten=inhoud.feiten)


def judge_slot(stappen: Stappen, *, waarom: str) -> Oordeel:
    """A dossier closes after a decision, or after a weighing that found no suspicion."""
    afweging = weighing_of(stappen)
    besloten = Stap.BESLUIT in stappen or (afweging is not None and afweging.advies == "afsluiten")
    return combine(
        None
        if besloten
        else Reden(
            tekst="Er is nog niet besloten.",
            bron=STAPPENPLAN,
            uitweg="Schrijf eerst stap 5 op, of weeg opnieuw als er geen vermoeden meer is.",
        ),
        None
        if len(waarom.strip()) >= REDEN_TEKENS
        else Reden(
            tekst="Er staat nog niet waarom het dossier dicht kan.",
            bron=EIGEN_KEUZE,
            uitweg=f"Leg het uit in {REDEN_TEKENS} tekens of meer.",
        ),
    )


def weighing_of(stappen: Stappen) -> Afweging | None:
    """What the weighing that was written down leads to; None when there is none yet."""
    verslag = stappen.get(Stap.WEGING)
    return weigh(as_antwoorden(verslag.feit("antwoorden", {}))) if verslag else None


def as_antwoorden(antwoorden: Mapping[str, str]) -> dict[str, Antwoord]:
    return {code: Antwoord(waarde) for code, waarde in antwoorden.items() if waarde}


def next_day(stappen: Stappen, volgende_inschatting: date | None) -> date | None:
    """When this dossier asks for someone again: the next step, or the next estimate, whichever is first."""
    stap, eerste = next_stap(stappen), stappen.get(Stap.SIGNALEN)
    dagen = [volgende_inschatting] if volgende_inschatting else []
    if stap and eerste:
        dagen.append(target_day(stap, eerste.gedaan_op))
    return min(dagen, default=None)


def _judge_inhoud(opgave: Stapopgave) -> Oordeel:
    if opgave.stap is Stap.GESPREK:
        return assess_gesprek(
            is_gevoerd=bool(opgave.inhoud.get("is_gevoerd")), waarom_niet=opgave.inhoud.get("waarom_niet", "")
        )
    if opgave.stap is Stap.WEGING:
        return assess_weging(as_antwoorden(opgave.inhoud["antwoorden"]), opgave.inhoud["redenen"])
    return combine()


def _judge_besluit(opgave: Stapopgave, stappen: Stappen, lidrol: Lidrol) -> Oordeel:
    return assess_besluit(
        Besluitvraag(
            gedaan=frozenset(stappen),
            afweging=weighing_of(stappen),
            is_acuut=bool(opgave.inhoud.get("is_acuut")),
            is_melden=bool(opgave.inhoud.get("is_melden")),
            is_hulp=bool(opgave.inhoud.get("is_hulp")),
            afwijking=opgave.inhoud.get("afwijking", ""),
            is_aandachtsfunctionaris=lidrol is Lidrol.AANDACHT,
        )
    )


def _require_correctie(opgave: Stapopgave) -> Reden | None:
    if not opgave.gelezen or opgave.correctie.strip():
        return None
    return Reden(
        tekst="Deze stap stond er al, en er staat nog niet wat u verandert.",
        bron=EIGEN_KEUZE,
        uitweg="Schrijf kort op wat er anders is en waarom. Wat er stond, blijft te lezen.",
    )
