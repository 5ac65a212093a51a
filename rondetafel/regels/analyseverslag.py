"""Is the analyseverslag of the toegang whole: problems, questions and a signature?"""

from collections.abc import Collection
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down

INHOUD = Bron(
    document="begrippenlijst-jens",
    plek="Analyseverslag",
    regel="In het verslag staan de problemen en de vragen om hulp, en ouders of jeugdige tekenen het",
)


class Analysedeel(StrEnum):
    """What belongs in the analyseverslag."""

    PROBLEMEN = "problemen"
    HULPVRAGEN = "hulpvragen"
    HANDTEKENING = "handtekening"

    @property
    def naam(self) -> str:
        return NAMEN[self]


NAMEN = {
    Analysedeel.PROBLEMEN: "wat de problemen zijn",
    Analysedeel.HULPVRAGEN: "welke hulp het kind of het gezin vraagt",
    Analysedeel.HANDTEKENING: "de handtekening van ouders, van de jongere of van allebei",
}


@write_down(
    Regel(
        code="analyseverslag-compleet",
        stap=Stap.AANMELDEN,
        vraag="Wat hoort er in het analyseverslag?",
        tekst=(
            "In het analyseverslag van de gemeente staan de problemen en de vragen om hulp. Ouders, de jongere of "
            "allebei zetten hun handtekening. Ontbreekt iets, dan zegt Rondetafel dat; het dossier kan wel door."
        ),
        voorbeeld="Het verslag is er, maar niemand tekende het: een signaal aan de backoffice.",
        bronnen=(INHOUD,),
        tegenspraken=("F21",),
    )
)
def signal_incomplete_analyse(delen: Collection[Analysedeel]) -> Reden | None:
    """Return what lacks in a report that is there."""
    mist = [deel.naam for deel in Analysedeel if deel not in delen]
    if not mist:
        return None
    return Reden(
        tekst=f"In het analyseverslag ontbreekt: {', '.join(mist)}.",
        bron=INHOUD,
        blokkeert=False,
        uitweg="Vraag de toegang van de gemeente om het verslag aan te vullen.",
    )
