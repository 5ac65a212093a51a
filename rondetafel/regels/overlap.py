"""Do two professionals plan the same thing for one goal? Compared by the words that carry meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down

# Our own choice: at least half of the meaningful words are shared. Less gives noise, more misses a reworded twin.
SHARED = 0.5
# Words are compared by their beginning, so that "oefenen" is "oefent" and "gesprekken" is "gesprek".
BEGIN = 5
LEEG = frozenset(
    "aan als bij dan dat de den die dit door een elke en er gaan gaat geven haar het hem hij hoe hun in is ja je met "
    "naar niet nog of om ook op over per samen te tot uit van voor wat week wie wij worden zich zij zijn".split()
)
NIET_DUBBEL = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Werken er meer zorgverleners aan een doel, dan is hun werk niet dubbel",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpactie:
    """What one professional still does for a goal; `actie` is the letter of an action that several do together."""

    wie: str
    tekst: str
    actie: str = ""


@write_down(
    Regel(
        code="zelfde-actie",
        stap=Stap.PLAN,
        vraag="Lijken de acties van twee hulpverleners op elkaar?",
        tekst=(
            "Staat bij één doel bij twee hulpverleners bijna hetzelfde, dan ziet u dat meteen, met beide acties erbij. "
            "Het houdt niemand tegen: soms is het de bedoeling. Doen twee hulpverleners samen één actie, dan is dat "
            "afgesproken en geen dubbel werk."
        ),
        voorbeeld=(
            "Tom heeft “elke week oefenen met rekenen” en Anja “rekenen oefenen op school”: een signaal. "
            "“Samen fietsen” van oma telt niet, want zij is geen hulpverlener."
        ),
        bronnen=(NIET_DUBBEL,),
    )
)
def signal_same(doel: str, acties: Sequence[Hulpactie]) -> Reden | None:
    paren = list(find_same(acties))
    if not paren:
        return None
    een, ander = paren[0]
    return Reden(
        tekst=(
            f"{een.wie} en {ander.wie} doen bij “{doel}” misschien hetzelfde: “{een.tekst}” en “{ander.tekst}”."
        ),
        bron=NIET_DUBBEL,
        blokkeert=False,
        uitweg="Spreek af wie het doet, of schrijf op wat het verschil is.",
    )


def find_same(acties: Sequence[Hulpactie]) -> Iterator[tuple[Hulpactie, Hulpactie]]:
    """Every pair of actions of two people that share most of their words; what they do together is one action."""
    for een, ander in combinations(acties, 2):
        if een.wie == ander.wie or (een.actie and een.actie == ander.actie):
            continue
        woorden, andere = _words(een.tekst), _words(ander.tekst)
        kleinste = min(len(woorden), len(andere))
        if (
            kleinste
            and len(woorden & andere) / kleinste >= SHARED
            and len(woorden & andere) >= min(2, kleinste)
        ):
            yield een, ander


def _words(tekst: str) -> frozenset[str]:
    return frozenset(woord[:BEGIN] for woord in re.findall(r"\w+", tekst.lower()) if woord not in LEEG)
