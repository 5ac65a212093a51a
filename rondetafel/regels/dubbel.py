"""Is this person known already? A warning before somebody is made twice, among whom the asker may see."""

from collections.abc import Sequence
from dataclasses import dataclass

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# How much two names look alike, from 0 to 1, by the groups of three letters they share. Our own choice: a
# slip of one letter stays above it, and brothers with one surname stay below.
LIJKT_OP = 0.6
# The same day of birth is half the proof.
LIJKT_OP_BIJ_ZELFDE_DAG = 0.3

EEN_KEER = Bron(
    document="rondetafel",
    plek="ADR 0049: een persoon staat er één keer",
    regel="Lijkt iemand op een persoon die u mag zien, dan waarschuwt de app voordat die er twee keer staat",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekende:
    """Somebody whom the asker may see, with how much the name looks alike."""

    naam: str
    waar: str
    gelijkenis: float
    zelfde_dag: bool


@write_down(
    Regel(
        code="persoon-twee-keer",
        stap=Stap.PLAN,
        vraag="Staat deze persoon er al?",
        tekst=(
            "Voordat u iemand toevoegt, kijkt de app naar namen die erop lijken en naar de geboortedatum. "
            "Alleen bij gezinnen die u mag zien. U beslist: het is een ander, of u voegt niemand toe. Bij een "
            "BSN dat al in gebruik is, zegt de app niet bij wie."
        ),
        voorbeeld="U voegt Zoë de Wit toe, er staat al een Zoe de Wit: de app laat dat zien voor u verdergaat.",
        bronnen=(EEN_KEER,),
    )
)
def assess_dubbel(bekenden: Sequence[Bekende]) -> Oordeel:
    """Who looks so much like the new person that a human must look first?"""
    return combine(*(_warn(een) for een in bekenden if looks_alike(een)))


def looks_alike(bekende: Bekende) -> bool:
    """Is a name so much alike, or with the same day of birth half so much, that a human must look?"""
    drempel = LIJKT_OP_BIJ_ZELFDE_DAG if bekende.zelfde_dag else LIJKT_OP
    return bekende.gelijkenis >= drempel


def _warn(bekende: Bekende) -> Reden:
    dag = ", met dezelfde geboortedatum" if bekende.zelfde_dag else ""
    return Reden(
        tekst=f"{bekende.naam} staat al in {bekende.waar}{dag}.",
        bron=EEN_KEER,
        blokkeert=False,
        uitweg="Is dit dezelfde persoon? Voeg dan niemand toe. Is het een ander? Kies ‘Toch toevoegen’.",
    )
