"""How far were the goals reached? Goal Attainment Scaling (GAS), its words and its T-score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

# The correlation that Kiresuk and Sherman assume between goals of one person.
RHO = 0.3
DOEL_BEREIKT = 0

ZES_PUNTEN = Bron(
    document="gas-literatuur",
    plek="Zespuntsschaal",
    regel="Van -3 (achteruit) via -2 (begin) en 0 (doel bereikt) tot +2",
)
VIJF_PUNTEN = Bron(
    document="gas-literatuur",
    plek="Vijfpuntsschaal",
    regel="Van -2 (veel minder dan verwacht) via 0 (zoals verwacht) tot +2",
)
T_SCORE = Bron(
    document="gas-literatuur",
    plek="T-score",
    regel="50 plus tien keer de gewogen som, gedeeld door de spreiding bij een samenhang van 0,3",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaal:
    """The levels of a scale, each with its words; the keys are the scores."""

    code: str
    naam: str
    woorden: Mapping[int, str]
    bron: Bron

    def __contains__(self, score: int) -> bool:
        return score in self.woorden

    @property
    def laagste(self) -> int:
        return min(self.woorden)

    @property
    def hoogste(self) -> int:
        return max(self.woorden)


ZESPUNTSSCHAAL = Schaal(
    code="zespunts",
    naam="Zespuntsschaal (-3 tot +2)",
    woorden={
        -3: "achteruitgegaan",
        -2: "zoals aan het begin",
        -1: "minder dan het doel",
        0: "doel bereikt",
        1: "meer dan het doel",
        2: "veel meer dan het doel",
    },
    bron=ZES_PUNTEN,
)
VIJFPUNTSSCHAAL = Schaal(
    code="vijfpunts",
    naam="Vijfpuntsschaal (-2 tot +2)",
    woorden={
        -2: "veel minder dan verwacht",
        -1: "minder dan verwacht",
        0: "zoals verwacht",
        1: "meer dan verwacht",
        2: "veel meer dan verwacht",
    },
    bron=VIJF_PUNTEN,
)
SCHALEN = {schaal.code: schaal for schaal in (ZESPUNTSSCHAAL, VIJFPUNTSSCHAAL)}


def sign_score(score: int) -> str:
    """A score as people write it: +1, 0, -2."""
    return f"{score:+d}" if score else "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelscore:
    """One goal with its score; `gewicht` is importance, 1 when all goals weigh the same."""

    doel: str
    score: int | None
    gewicht: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NietTeBerekenen:
    """There is no outcome; `ontbreekt` says what is missing. Never shown as 0."""

    ontbreekt: str

    def __str__(self) -> str:
        return f"niet te berekenen: {self.ontbreekt}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TScore:
    """50 means that all goals were reached exactly.

    `buiten_formule` tells that a score of -3 took part, which the formula was not made for.
    """

    waarde: float
    buiten_formule: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelBereikt:
    """How many goals were reached (score 0 or more), and of how many."""

    bereikt: int
    totaal: int


@write_down(
    Regel(
        code="gas-t-score",
        stap=Stap.EVALUEREN,
        vraag="Hoe tellen scores op meer doelen samen op?",
        tekst=(
            "Als T-score: 50 betekent dat alle doelen precies zijn bereikt. Ontbreekt een score, dan "
            "is er geen uitkomst; nooit een nul."
        ),
        voorbeeld=("Twee doelen, allebei score 0: de T-score is 50. Eén score ontbreekt: niet te berekenen."),
        bronnen=(
            T_SCORE,
            ZES_PUNTEN,
        ),
    )
)
def t_score(scores: Sequence[Doelscore], schaal: Schaal = ZESPUNTSSCHAAL) -> TScore | NietTeBerekenen:
    """Return the weighted T-score over the goals.

    :raises ValueError: for a score outside the scale or a weight of zero or less.
    """
    known = _known_scores(scores, schaal)
    if isinstance(known, NietTeBerekenen):
        return known
    gewichten = [doelscore.gewicht for doelscore in scores]
    som = sum(gewicht * score for gewicht, score in zip(gewichten, known, strict=True))
    kwadraten = sum(gewicht**2 for gewicht in gewichten)
    spreiding = sqrt((1 - RHO) * kwadraten + RHO * sum(gewichten) ** 2)
    return TScore(
        waarde=50 + 10 * som / spreiding,
        buiten_formule=min(known) < VIJFPUNTSSCHAAL.laagste,
    )


@write_down(
    Regel(
        code="gas-deel-bereikt",
        stap=Stap.EVALUEREN,
        vraag="Hoeveel doelen zijn bereikt?",
        tekst=(
            "Een doel is bereikt bij een score van 0 of hoger. Wij tellen hoeveel dat er zijn, en van "
            "hoeveel."
        ),
        voorbeeld="Scores 0, 1 en -1: twee van de drie doelen zijn bereikt.",
        bronnen=(ZES_PUNTEN,),
    )
)
def share_reached(
    scores: Sequence[Doelscore], schaal: Schaal = ZESPUNTSSCHAAL
) -> DeelBereikt | NietTeBerekenen:
    """Return how many goals were reached: easier to read than a T-score.

    :raises ValueError: for a score outside the scale or a weight of zero or less.
    """
    known = _known_scores(scores, schaal)
    if isinstance(known, NietTeBerekenen):
        return known
    return DeelBereikt(bereikt=sum(score >= DOEL_BEREIKT for score in known), totaal=len(known))


def _known_scores(scores: Sequence[Doelscore], schaal: Schaal) -> list[int] | NietTeBerekenen:
    if not scores:
        return NietTeBerekenen(ontbreekt="er zijn geen doelen")
    known: list[int] = []
    for doelscore in scores:
        if doelscore.gewicht <= 0:
            raise ValueError(f"Het gewicht van {doelscore.doel!r} moet meer dan nul zijn.")
        if doelscore.score is None:
            return NietTeBerekenen(ontbreekt=f"de score van het doel {doelscore.doel!r}")
        if doelscore.score not in schaal:
            raise ValueError(f"De score van {doelscore.doel!r} past niet op de {schaal.naam}.")
        known.append(doelscore.score)
    return known
