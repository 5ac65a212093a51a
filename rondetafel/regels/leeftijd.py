"""How old is someone on a day, and on which day do they reach an age?"""

from calendar import isleap
from datetime import date

from rondetafel.regels.oordeel import Bron

SCHRIKKELDAG = Bron(
    document="rondetafel",
    plek="ADR 0017: verjaardag op 29 februari",
    regel="Wie op 29 februari geboren is, wordt in een gewoon jaar op 1 maart een jaar ouder",
)


def birthday_of(geboortedatum: date, leeftijd: int) -> date:
    """Return the day on which someone reaches an age; the age counts from the start of that day.

    Born on 29 February means 1 March in a common year: not a day too early (SCHRIKKELDAG).
    """
    jaar = geboortedatum.year + leeftijd
    if (geboortedatum.month, geboortedatum.day) == (2, 29) and not isleap(jaar):
        return date(jaar, 3, 1)
    return geboortedatum.replace(year=jaar)


def age_on(geboortedatum: date, peildatum: date) -> int:
    """Return the age in whole years.

    :raises ValueError: before birth there is no age.
    """
    if peildatum < geboortedatum:
        raise ValueError(f"Op {peildatum} is deze persoon nog niet geboren ({geboortedatum}).")
    jaren = peildatum.year - geboortedatum.year
    return jaren if birthday_of(geboortedatum, jaren) <= peildatum else jaren - 1
