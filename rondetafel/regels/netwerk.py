"""Who stays when the help ends, and what do the people around the family give? Signals, never a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# The source says 'few or none' and gives no number; one person is few.
WEINIG = 1

WIE_BLIJFT = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Wie lang bij een gezin blijft, zoals huisarts, school en familie, wordt altijd besproken",
)
VRAAG_DOOR = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Vraag verder dan opa en oma; een klein netwerk groter maken kan een doel zijn",
)
WELKE_STEUN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Van mensen in het netwerk is bekend welke steun zij kunnen en willen geven",
)


class Steun(StrEnum):
    """What someone of the network can give, and wants to."""

    PRAKTISCH = "praktisch"
    EMOTIONEEL = "emotioneel"
    FINANCIEEL = "financieel"
    DENKKRACHT = "denkkracht"
    BETROKKENHEID = "betrokkenheid"

    @property
    def naam(self) -> str:
        return STEUNNAMEN[self]


STEUNNAMEN = {
    Steun.PRAKTISCH: "iets doen, zoals oppassen of rijden",
    Steun.EMOTIONEEL: "luisteren en troosten",
    Steun.FINANCIEEL: "geld",
    Steun.DENKKRACHT: "meedenken",
    Steun.BETROKKENHEID: "laten merken dat je er bent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """Somebody at the table, seen as support; an open chair has no name and is left out."""

    naam: str
    is_netwerk: bool
    is_blijvend: bool = False
    steun: tuple[Steun, ...] = ()


def assess_netwerk(tafel: Sequence[Plaats]) -> Oordeel:
    netwerk = [een.naam for een in tafel if een.is_netwerk]
    blijvers = [een.naam for een in tafel if een.is_blijvend]
    return combine(
        signal_nobody_stays(tafel),
        signal_small_network(tafel),
        signal_unknown_steun(tafel),
        feiten={"Netwerk": ", ".join(netwerk) or "niemand", "Blijft": ", ".join(blijvers) or "niemand"},
    )


@write_down(
    Regel(
        code="wie-blijft",
        stap=Stap.PLAN,
        vraag="Wie blijft er bij het gezin als de hulp stopt?",
        tekst=(
            "Bespreek altijd wie lang bij het gezin blijft. Denk aan de huisarts, de school, de "
            "jeugdgezondheidszorg, familie en vrienden. Zet dat bij hun stoel."
        ),
        voorbeeld="Aan tafel zitten een begeleider en oma, en bij niemand staat dat die blijft: een signaal.",
        bronnen=(WIE_BLIJFT,),
    )
)
def signal_nobody_stays(tafel: Sequence[Plaats]) -> Reden | None:
    if any(een.is_blijvend for een in tafel):
        return None
    return Reden(
        tekst="Bij niemand aan tafel staat dat die blijft als de hulp stopt.",
        bron=WIE_BLIJFT,
        blokkeert=False,
        uitweg="Bespreek het met het gezin: huisarts, school, jeugdgezondheidszorg, familie en vrienden.",
    )


@write_down(
    Regel(
        code="klein-netwerk",
        stap=Stap.PLAN,
        vraag="Zijn er genoeg mensen om het gezin?",
        tekst=(
            "Zit er hoogstens één iemand uit het netwerk aan tafel? Vraag dan verder. Blijft het bij weinig, dan "
            "kan een groter netwerk een doel zijn. Het getal één is onze keuze: de bron zegt 'weinig of niemand'."
        ),
        voorbeeld="Alleen oma zit aan tafel: een signaal. Komt de buurman erbij, dan verdwijnt het.",
        bronnen=(VRAAG_DOOR,),
    )
)
def signal_small_network(tafel: Sequence[Plaats]) -> Reden | None:
    aantal = sum(een.is_netwerk for een in tafel)
    if aantal > WEINIG:
        return None
    return Reden(
        tekst="Er zit maar één iemand uit het netwerk aan tafel."
        if aantal
        else "Er zit niemand uit het netwerk aan tafel.",
        bron=VRAAG_DOOR,
        blokkeert=False,
        uitweg=(
            "Vraag verder: vrienden, buren van nu en vroeger, ouders van vriendjes, sport, kerk of moskee, "
            "werk en school. Of kies als doel een groter netwerk."
        ),
    )


@write_down(
    Regel(
        code="welke-steun",
        stap=Stap.PLAN,
        vraag="Welke steun kan en wil iemand uit het netwerk geven?",
        tekst=(
            "Bij elke stoel van het netwerk staat welke steun die persoon kan en wil geven: iets doen, luisteren, "
            "geld, meedenken of er gewoon zijn."
        ),
        voorbeeld="Van oma staat er dat zij oppast, van de buurman nog niets: een signaal met zijn naam.",
        bronnen=(WELKE_STEUN,),
    )
)
def signal_unknown_steun(tafel: Sequence[Plaats]) -> Reden | None:
    onbekend = [een.naam for een in tafel if een.is_netwerk and not een.steun]
    if not onbekend:
        return None
    return Reden(
        tekst=f"Nog niet bekend is welke steun zij kunnen geven: {', '.join(onbekend)}.",
        bron=WELKE_STEUN,
        blokkeert=False,
        uitweg="Vraag het hun, en kies het bij hun stoel. Meedenken telt ook.",
    )
