"""From when until when may a jeugdige, or a parent with gezag, read the file?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import DAG, holds_on
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron

ZELF_LEZEN_VANAF = 12
ZELF_BESLISSEN_VANAF = 16

INZAGE_JEUGDIGE = Bron(
    document="jeugdwet",
    plek="artikel 7.3.10 en 7.3.15",
    regel="Een jeugdige mag vanaf 12 jaar het eigen dossier lezen",
)
INZAGE_OUDER = Bron(
    document="jeugdwet",
    plek="artikel 7.3.5 en 7.3.11",
    regel="Een ouder met gezag mag tot de zestiende verjaardag lezen, daarna alleen met toestemming",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesperiode:
    """The days on which the law lets someone read; `tot_en_met` None has no end."""

    van: date
    tot_en_met: date | None
    bron: Bron

    def contains(self, peildatum: date) -> bool:
        return holds_on(peildatum, self.van, self.tot_en_met)


def reading_period_of_jeugdige(geboortedatum: date) -> Leesperiode:
    """From the twelfth birthday on."""
    return Leesperiode(
        van=birthday_of(geboortedatum, ZELF_LEZEN_VANAF), tot_en_met=None, bron=INZAGE_JEUGDIGE
    )


def reading_period_of_ouder(geboortedatum: date) -> Leesperiode:
    """From birth until the day before the sixteenth birthday, as far as the parent has gezag then."""
    return Leesperiode(
        van=geboortedatum,
        tot_en_met=birthday_of(geboortedatum, ZELF_BESLISSEN_VANAF) - DAG,
        bron=INZAGE_OUDER,
    )
