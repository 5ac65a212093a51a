"""Was it agreed beforehand, in words, what each score of a goal means? Otherwise a score says little."""

from collections.abc import Mapping
from dataclasses import dataclass

from rondetafel.regels.gas import ZES_PUNTEN, Schaal, sign_score
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# Importance from 1 to 3, as in the manuals; with 1 for all of them every goal weighs the same.
LICHTST, ZWAARST = 1, 3
VOORAF = Bron(
    document="gas-literatuur",
    plek="Zespuntsschaal",
    regel="Wat elke score betekent, is vooraf samen afgesproken, over één ding",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaalafspraak:
    """What is looked at and what each score means, in words. `is_gescoord`: somebody gave a score already."""

    schaal: Schaal
    variabele: str
    niveaus: Mapping[int, str]
    is_gescoord: bool = False


def assess_schaalafspraak(afspraak: Schaalafspraak) -> Oordeel:
    """May these levels be agreed? More than one thing at a time is only signalled."""
    return combine(
        require_beforehand(afspraak),
        *require_words(afspraak),
        signal_one_thing(afspraak),
    )


@write_down(
    Regel(
        code="gas-vooraf",
        stap=Stap.EVALUEREN,
        vraag="Mag u later veranderen wat een score betekent?",
        tekst=(
            "Nee. Zodra er een score is gegeven, blijft staan wat elke score betekent. "
            "Anders is er niets te vergelijken."
        ),
        voorbeeld="Het gezin gaf -1. Daarna bepalen dat -1 iets anders betekent, kan niet.",
        bronnen=(VOORAF,),
    )
)
def require_beforehand(afspraak: Schaalafspraak) -> Reden | None:
    if not afspraak.is_gescoord:
        return None
    return Reden(
        tekst="Bij dit doel is al een score gegeven.",
        bron=VOORAF,
        uitweg="Maak een nieuw doel als u anders wilt meten.",
    )


@write_down(
    Regel(
        code="gas-in-woorden",
        stap=Stap.EVALUEREN,
        vraag="Wat spreekt u af over de scores van een doel?",
        tekst=(
            "Waar jullie naar kijken, en bij elke score in gewone woorden hoe het er dan uitziet. "
            "Alle scores zijn ingevuld."
        ),
        voorbeeld=(
            "-2: nooit op tijd. -1: twee dagen. 0: vier dagen. +1: vijf dagen. "
            "Staat er niets bij +2, dan is de afspraak niet af."
        ),
        bronnen=(VOORAF, ZES_PUNTEN),
    )
)
def require_words(afspraak: Schaalafspraak) -> tuple[Reden, ...]:
    leeg = [score for score in afspraak.schaal.woorden if not afspraak.niveaus.get(score, "").strip()]
    redenen = [
        Reden(
            tekst=f"Bij score {sign_score(score)} staat nog niet hoe het er dan uitziet.",
            bron=VOORAF,
            uitweg="Schrijf op wat jullie dan zien.",
        )
        for score in leeg
    ]
    if not afspraak.variabele.strip():
        kijken = "Er staat nog niet waar jullie naar kijken."
        redenen.insert(0, Reden(tekst=kijken, bron=VOORAF, uitweg="Noem één ding dat u kunt zien of tellen."))
    return tuple(redenen)


@write_down(
    Regel(
        code="gas-een-ding",
        stap=Stap.EVALUEREN,
        vraag="Naar hoeveel dingen kijkt één schaal?",
        tekst="Naar één. Noemt u er twee, dan ziet u een tip. Het houdt niemand tegen.",
        voorbeeld="“Op tijd op school” is één ding. “Op tijd op school en minder ruzie” zijn er twee.",
        bronnen=(VOORAF,),
    )
)
def signal_one_thing(afspraak: Schaalafspraak) -> Reden | None:
    if " en " not in f" {afspraak.variabele.lower()} ":
        return None
    return Reden(
        tekst=f"Dit lijken twee dingen: “{afspraak.variabele}”.",
        bron=VOORAF,
        blokkeert=False,
        uitweg="Kies er één, of maak van het andere een eigen doel.",
    )
