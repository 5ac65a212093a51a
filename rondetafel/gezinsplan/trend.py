"""How did a goal go over time? Two lines that are told apart by their marks, and the same in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rondetafel.regels.datum import add_months
from rondetafel.regels.gas import Schaal, sign_score

# In units of the drawing; it is drawn as wide as its place is.
BREED, HOOG, RAND, KANTLIJN = 320, 150, 14, 30


class Gekeken(Protocol):
    """A time that somebody looked at the goal, with what each side scored."""

    @property
    def geevalueerd_op(self) -> date: ...

    @property
    def score_gezin(self) -> int | None: ...

    @property
    def score_hulp(self) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Trede:
    """One level of the scale as a line across; the level at which the goal is reached is drawn heavier."""

    score: int
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    x: float
    y: float
    dag: date
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """The scores of one side, the oldest first."""

    punten: tuple[Punt, ...]

    @property
    def pad(self) -> str:
        return " ".join(f"{punt.x:g},{punt.y:g}" for punt in self.punten)

    @property
    def woorden(self) -> str:
        """From where to where, and in how long; empty with fewer than two scores."""
        if len(self.punten) < 2:
            return ""
        eerste, laatste = self.punten[0], self.punten[-1]
        duur = _tell_time(eerste.dag, laatste.dag)
        if eerste.score == laatste.score:
            return f"bleef {sign_score(laatste.score)} in {duur}"
        return f"van {sign_score(eerste.score)} naar {sign_score(laatste.score)} in {duur}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The drawing, and for the table every evaluation with a score."""

    treden: tuple[Trede, ...]
    gezin: Lijn
    hulp: Lijn
    rijen: tuple[Gekeken, ...]

    breed = BREED
    hoog = HOOG

    @property
    def woorden(self) -> str:
        """The same in words: of the family first, else of who helps. Empty as long as nothing can be compared."""
        return self.gezin.woorden or self.hulp.woorden


def draw_trend(evaluaties: Sequence[Gekeken], schaal: Schaal) -> Trend | None:
    """Draw the scores of a goal, given newest first; None without any."""
    rijen = tuple(
        een for een in reversed(evaluaties) if een.score_gezin is not None or een.score_hulp is not None
    )
    if not rijen:
        return None
    stap = (HOOG - 2 * RAND) / (schaal.hoogste - schaal.laagste)

    def height(score: int) -> float:
        return round(RAND + (schaal.hoogste - score) * stap, 1)

    def line(scores: Sequence[int | None]) -> Lijn:
        tussen = (BREED - KANTLIJN - RAND) / max(1, len(rijen) - 1)
        return Lijn(
            punten=tuple(
                Punt(
                    x=round(KANTLIJN + plek * tussen, 1), y=height(score), dag=een.geevalueerd_op, score=score
                )
                for plek, (een, score) in enumerate(zip(rijen, scores, strict=True))
                if score is not None
            )
        )

    return Trend(
        treden=tuple(Trede(score=score, y=height(score)) for score in schaal.woorden),
        gezin=line([een.score_gezin for een in rijen]),
        hulp=line([een.score_hulp for een in rijen]),
        rijen=rijen,
    )


def _tell_time(van: date, tot: date) -> str:
    """Months when there are any, else weeks, else days; one goal is looked at once a day at most."""
    dagen = (tot - van).days
    soorten = (
        (_full_months(van, tot), "maand", "maanden"),
        (dagen // 7, "week", "weken"),
        (dagen, "dag", "dagen"),
    )
    aantal, een, meer = next(soort for soort in soorten if soort[0])
    return f"{aantal} {een if aantal == 1 else meer}"


def _full_months(van: date, tot: date) -> int:
    aantal = (tot.year - van.year) * 12 + tot.month - van.month
    return aantal if add_months(van, aantal) <= tot else aantal - 1
