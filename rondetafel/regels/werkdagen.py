"""Is somebody at work that day? Working days, and the free days of the Netherlands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from rondetafel.regels.datum import DAG
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.regelboek import Regel, Stap, write_down

FEESTDAGEN = Bron(
    document="algemene-termijnenwet",
    plek="artikel 3",
    regel="Deze feestdagen tellen niet mee als werkdag",
)
EIGEN_WERKDAGEN = Bron(
    document="rondetafel",
    plek="ADR 0020: termijnen en werkdagen",
    regel="Goede Vrijdag en 5 mei stelt de organisatie in, met de dagen waarop zij zelf dicht is",
)
ZATERDAG = 5


class VijfMei(StrEnum):
    """In which years 5 May is free; employers differ, so this is a setting."""

    ELK_JAAR = "elk-jaar"
    LUSTRUM = "lustrum"
    NOOIT = "nooit"

    def is_free_in(self, jaar: int) -> bool:
        if self is VijfMei.LUSTRUM:
            return jaar % 5 == 0
        return self is VijfMei.ELK_JAAR


class BuitenKalender(ValueError):
    """A day was asked for in a year whose free days the calendar does not hold."""


@dataclass(frozen=True, slots=True)
class Kalender:
    """The days nobody works besides weekends, each with its name. It answers only for years it has days of."""

    vrije_dagen: Mapping[date, str]
    _jaren: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_jaren", frozenset(dag.year for dag in self.vrije_dagen))

    @write_down(
        Regel(
            code="werkdag",
            stap=Stap.AANMELDEN,
            vraag="Wat is een werkdag?",
            tekst=(
                "Maandag tot en met vrijdag, behalve op een feestdag. Goede Vrijdag en 5 mei zijn vrij, "
                "tenzij de organisatie dan werkt. Ook een dag waarop de organisatie dicht is, telt niet mee."
            ),
            voorbeeld=(
                "Vijf werkdagen na woensdag 5 april 2023 is vrijdag 14 april: Goede Vrijdag, Pasen en het "
                "weekend tellen niet mee. Werkt de organisatie op Goede Vrijdag, dan is het donderdag 13 april."
            ),
            bronnen=(FEESTDAGEN, EIGEN_WERKDAGEN),
            tegenspraken=("F36",),
        )
    )
    def is_werkdag(self, datum: date) -> bool:
        """Tell whether this is Monday to Friday and not a free day.

        :raises BuitenKalender: rather than counting holidays as working days.
        """
        if datum.year not in self._jaren:
            raise BuitenKalender(f"De kalender kent geen vrije dagen voor {datum.year}.")
        return datum.weekday() < ZATERDAG and datum not in self.vrije_dagen

    def add_werkdagen(self, datum: date, aantal: int) -> date:
        """Return the working day that is so many working days later; the day itself is day 0."""
        return step_days(datum, aantal, self.is_werkdag)

    def subtract_werkdagen(self, datum: date, aantal: int) -> date:
        """Return the working day that is so many working days earlier; the day itself is day 0."""
        return step_days(datum, aantal, self.is_werkdag, stap=-DAG)

    def next_werkdag(self, datum: date) -> date:
        """Return the day itself when it is a working day, else the first one after it."""
        return datum if self.is_werkdag(datum) else self.add_werkdagen(datum, 1)

    def previous_werkdag(self, datum: date) -> date:
        """Return the day itself when it is a working day, else the last one before it."""
        return datum if self.is_werkdag(datum) else self.subtract_werkdagen(datum, 1)


def step_days(datum: date, aantal: int, telt: Callable[[date], bool], *, stap: timedelta = DAG) -> date:
    """Return the day on which so many days that count have passed; the day itself is day 0.

    :raises ValueError: for a number below nought.
    """
    if aantal < 0:
        raise ValueError(f"Een aantal dagen is nul of meer, niet {aantal}.")
    while aantal:
        datum += stap
        aantal -= telt(datum)
    return datum


def free_days(
    jaren: Iterable[int], *, goede_vrijdag: bool = True, vijf_mei: VijfMei = VijfMei.ELK_JAAR
) -> dict[date, str]:
    """Return the free days of these years by name (Algemene termijnenwet, article 3).

    Goede Vrijdag and 5 mei are working days with many employers, so both can be switched.
    """
    dagen: dict[date, str] = {}
    for jaar in jaren:
        dagen |= _certain_days(jaar)
        if goede_vrijdag:
            dagen[easter_sunday(jaar) - 2 * DAG] = "Goede Vrijdag"
        if vijf_mei.is_free_in(jaar):
            dagen[date(jaar, 5, 5)] = "Bevrijdingsdag"
    return dagen


def easter_sunday(jaar: int) -> date:
    """Return the first day of Easter by the anonymous Gregorian computus."""
    golden = jaar % 19
    century, year_of_century = divmod(jaar, 100)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moon_shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year_of_century // 4) - epact - year_of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    maand, dag = divmod(epact + weekday - 7 * late + 114, 31)
    return date(jaar, maand, dag + 1)


def koningsdag(jaar: int) -> date:
    """Return 27 April, or the 26th when the 27th is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - DAG if dag.isoweekday() == 7 else dag


def _certain_days(jaar: int) -> dict[date, str]:
    pasen = easter_sunday(jaar)
    return {
        koningsdag(jaar): "Koningsdag",
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen + DAG: "tweede paasdag",
        pasen + 39 * DAG: "Hemelvaartsdag",
        pasen + 50 * DAG: "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
