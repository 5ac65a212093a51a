"""What do people tell of a goal when they look back on it?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.evaluatieadvies import Moment, Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """How a goal stands on a day, in words; the family and who helps may each give a score."""

    dag: date
    moment: Moment
    uitkomst: Uitkomst
    waarneming: str
    score_gezin: int | None = None
    score_hulp: int | None = None

    @property
    def scores(self) -> tuple[int, ...]:
        return tuple(score for score in (self.score_gezin, self.score_hulp) if score is not None)
