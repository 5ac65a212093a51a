"""Who says yes to a plan, who does not, and may it then be adopted?"""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

IN_HET_OVERLEG = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 8",
    regel="Het plan wordt vastgesteld in het overleg, met wie erbij betrokken zijn",
)
GEZIN_EENS = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Het plan is er voor het gezin",
)
DRAAGVLAK = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Acceptabel: er is steun voor en het zet aan tot doen",
)


class Antwoord(StrEnum):
    """What somebody at the table says of the plan."""

    EENS = "eens"
    NIET_EENS = "niet_eens"
    AFWEZIG = "afwezig"

    @property
    def naam(self) -> str:
        return NAMEN[self]


NAMEN = {
    Antwoord.EENS: "eens met het plan",
    Antwoord.NIET_EENS: "niet eens met het plan",
    Antwoord.AFWEZIG: "was er niet bij",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelantwoord:
    """What one person at the table says; `antwoord` None: nobody asked yet. `woorden` may stay empty."""

    naam: str
    is_gezin: bool
    antwoord: Antwoord | None
    woorden: str = ""


def assess_instemming(tafel: tuple[Tafelantwoord, ...]) -> Oordeel:
    """May the plan be adopted with these answers? Somebody may disagree: that is written down, and stops nobody."""
    return combine(
        *(require_antwoord(een) for een in tafel),
        require_gezin_eens(tafel),
        *(signal_niet_eens(een) for een in tafel),
        *(signal_afwezig(een) for een in tafel),
        feiten={
            antwoord.naam.capitalize(): _names(tafel, antwoord)
            for antwoord in Antwoord
            if _names(tafel, antwoord)
        },
    )


@write_down(
    Regel(
        code="plan-ieders-antwoord",
        stap=Stap.PLAN,
        vraag="Van wie staat erbij of zij het eens zijn met het plan?",
        tekst=(
            "Van iedereen aan tafel: eens, niet eens, of niet erbij. Wie iets wil zeggen, doet dat in eigen "
            "woorden. Ook wie het niet eens is, staat erbij."
        ),
        voorbeeld=(
            "Bij het vaststellen staat van oma niets: het plan wacht. “Oma was er niet bij” mag wel: zij "
            "zegt het later."
        ),
        bronnen=(IN_HET_OVERLEG,),
    )
)
def require_antwoord(een: Tafelantwoord) -> Reden | None:
    if een.antwoord is not None:
        return None
    return Reden(
        tekst=f"Van {een.naam} staat er nog niet bij of die het eens is met het plan.",
        bron=IN_HET_OVERLEG,
        uitweg="Vraag het aan tafel. Was deze persoon er niet? Kies dan: was er niet bij.",
    )


@write_down(
    Regel(
        code="plan-gezin-eens",
        stap=Stap.PLAN,
        vraag="Moet het gezin het eens zijn met het plan?",
        tekst=(
            "Ten minste iemand van het gezin is het eens met het plan. Zonder dat wordt het niet vastgesteld. "
            "Dat één genoeg is, is een keuze van Rondetafel: de bronnen noemen geen aantal."
        ),
        voorbeeld="Alleen de school en de hulpverlener zijn het eens: het plan wacht. Zegt moeder ook ja: dan kan het.",
        bronnen=(GEZIN_EENS,),
    )
)
def require_gezin_eens(tafel: tuple[Tafelantwoord, ...]) -> Reden | None:
    if any(een.is_gezin and een.antwoord is Antwoord.EENS for een in tafel):
        return None
    return Reden(
        tekst="Nog niemand van het gezin is het eens met dit plan.",
        bron=GEZIN_EENS,
        uitweg="Pas het plan samen aan, of stel het vast als iemand van het gezin erbij is.",
    )


@write_down(
    Regel(
        code="plan-niet-eens",
        stap=Stap.PLAN,
        vraag="Wat als iemand het niet eens is met het plan?",
        tekst=(
            "Dat staat bij het plan, met wat die persoon wil zeggen. Het houdt het plan niet tegen, maar de tafel "
            "komt erop terug."
        ),
        voorbeeld="Vader is het niet eens en zegt waarom. Het plan gaat door; zijn woorden staan erbij.",
        bronnen=(DRAAGVLAK,),
    )
)
def signal_niet_eens(een: Tafelantwoord) -> Reden | None:
    if een.antwoord is not Antwoord.NIET_EENS:
        return None
    woorden = f" {een.naam} zegt: “{een.woorden}”" if een.woorden else ""
    return Reden(
        tekst=f"{een.naam} is het niet eens met het plan.{woorden}",
        bron=DRAAGVLAK,
        blokkeert=False,
        uitweg="Kom hier in het volgende overleg op terug.",
    )


@write_down(
    Regel(
        code="plan-niet-erbij",
        stap=Stap.PLAN,
        vraag="Wat als iemand er niet bij was?",
        tekst="Wie er niet bij was, zegt later of die het eens is. Tot dan staat dat bij het plan.",
        voorbeeld="Oma was ziek. Zij leest het plan later en zegt dan ja of nee.",
        bronnen=(IN_HET_OVERLEG,),
    )
)
def signal_afwezig(een: Tafelantwoord) -> Reden | None:
    if een.antwoord is not Antwoord.AFWEZIG:
        return None
    return Reden(
        tekst=f"{een.naam} was er niet bij.",
        bron=IN_HET_OVERLEG,
        blokkeert=False,
        uitweg="Bespreek het plan later, en schrijf dan het antwoord op.",
    )


def _names(tafel: tuple[Tafelantwoord, ...], antwoord: Antwoord) -> str:
    return ", ".join(een.naam for een in tafel if een.antwoord is antwoord)
