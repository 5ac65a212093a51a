"""How far are the goals of a plan, as the family and as the worker score them?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from rondetafel.gezinsplan.gegevens import Schaalopgave
from rondetafel.gezinsplan.models import Doel, Evaluatie
from rondetafel.gezinsplan.queries.doelen import Doelregel
from rondetafel.regels.gas import (
    SCHALEN,
    DeelBereikt,
    Doelscore,
    NietTeBerekenen,
    TScore,
    share_reached,
    t_score,
)
from rondetafel.regels.gasafspraak import Schaalafspraak


@dataclass(frozen=True, slots=True, kw_only=True)
class Gasuitkomst:
    """What one side scored over all goals of the plan."""

    deel: DeelBereikt | NietTeBerekenen
    t: TScore | NietTeBerekenen

    @property
    def ontbreekt(self) -> str:
        """What is missing to work it out; empty when nothing is."""
        return self.deel.ontbreekt if isinstance(self.deel, NietTeBerekenen) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gasuitkomsten:
    gezin: Gasuitkomst
    hulp: Gasuitkomst


def outcomes_of(regels: Sequence[Doelregel]) -> Gasuitkomsten | None:
    """Both sides beside each other; None as long as nobody gave a score."""
    standen = [regel.stand for regel in regels]
    if not any(stand and stand.is_gescoord for stand in standen):
        return None
    gezin = [stand.score_gezin if stand else None for stand in standen]
    hulp = [stand.score_hulp if stand else None for stand in standen]
    return Gasuitkomsten(gezin=_outcome(regels, gezin), hulp=_outcome(regels, hulp))


def _outcome(regels: Sequence[Doelregel], scores: Sequence[int | None]) -> Gasuitkomst:
    doelscores = [
        Doelscore(doel=str(regel.doel), score=score, gewicht=regel.doel.gewicht)
        for regel, score in zip(regels, scores, strict=True)
    ]
    return Gasuitkomst(deel=share_reached(doelscores), t=t_score(doelscores))


def as_schaalafspraak(doel: Doel, opgave: Schaalopgave) -> Schaalafspraak:
    """Return what is to be agreed as the rules read it, with whether a score was given before."""
    gescoord = Evaluatie.objects.filter(doel=doel).filter(
        Q(score_gezin__isnull=False) | Q(score_hulp__isnull=False) | Q(later__isnull=False)
    )
    return Schaalafspraak(
        schaal=SCHALEN[opgave.schaal],
        variabele=opgave.variabele,
        niveaus=opgave.niveaus,
        is_gescoord=gescoord.exists(),
    )
