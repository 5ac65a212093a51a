"""What do people agree beside the goals of a plan? Signals when it is adopted, never a refusal."""

from dataclasses import dataclass

from rondetafel.regels.oordeel import Bron, Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down

TUSSENDOOR = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Samen is bepaald wanneer en hoe er tussendoor geëvalueerd wordt",
)
INZET = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Kwam de vraag niet via de gemeente, dan staat bij het SMART doel welke inzet er komt en hoe zwaar",
)
OVERLAP = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Werken er meer hulpverleners aan een doel, dan mogen hun acties niet dubbel zijn",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelwerk:
    """One goal: what is put in for it, and which professionals still have something to do."""

    titel: str
    inzet: str = ""
    hulpverleners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planafspraken:
    """What was agreed beside the goals. `via_gemeente`: the question came in through the municipality."""

    doelen: tuple[Doelwerk, ...]
    via_gemeente: bool
    tussendoor: str = ""


def weigh_afspraken(afspraken: Planafspraken) -> tuple[Reden | None, ...]:
    """Return every signal; a plan is adopted with them all the same."""
    return (
        signal_tussendoor(afspraken),
        signal_inzet(afspraken),
        *(signal_overlap(doel) for doel in afspraken.doelen),
    )


@write_down(
    Regel(
        code="tussendoor-evalueren",
        stap=Stap.PLAN,
        vraag="Is afgesproken wanneer en hoe jullie tussendoor evalueren?",
        tekst=(
            "Spreek bij het vaststellen van het plan af wanneer jullie tussendoor kijken hoe het gaat, en hoe: "
            "samen aan tafel, met een belletje of anders. Elk doel komt daarnaast elke {evaluatie} aan de beurt."
        ),
        voorbeeld="Er staat: elke eerste maandag, even bellen. Dan is er geen signaal.",
        bronnen=(TUSSENDOOR,),
    )
)
def signal_tussendoor(afspraken: Planafspraken) -> Reden | None:
    if afspraken.tussendoor.strip():
        return None
    return Reden(
        tekst="Er staat niet wanneer en hoe jullie tussendoor evalueren.",
        bron=TUSSENDOOR,
        blokkeert=False,
        uitweg="Spreek het samen af en schrijf het op bij het vaststellen.",
    )


@write_down(
    Regel(
        code="inzet-bij-doel",
        stap=Stap.PLAN,
        vraag="Moet bij een doel staan welke inzet er komt?",
        tekst=(
            "Kwam de vraag via een huisarts, een GI of een andere route dan de gemeente? Schrijf dan bij elk doel "
            "welke inzet er komt, hoe zwaar de vraag is en hoe vaak iemand komt. Zo kan de gemeente zien of de hulp "
            "past. Anders hoeft het alleen als het gezin erom vraagt. Rondetafel telt geen uren."
        ),
        voorbeeld="De huisarts meldde aan, en bij één doel staat geen inzet: een signaal met de naam van dat doel.",
        bronnen=(INZET,),
        tegenspraken=("F14",),
    )
)
def signal_inzet(afspraken: Planafspraken) -> Reden | None:
    leeg = [doel.titel for doel in afspraken.doelen if not doel.inzet.strip()]
    if afspraken.via_gemeente or not leeg:
        return None
    return Reden(
        tekst=f"De vraag kwam niet via de gemeente, en er staat geen inzet bij: {', '.join(leeg)}.",
        bron=INZET,
        blokkeert=False,
        uitweg="Schrijf bij het doel welke inzet er komt, hoe zwaar en hoe vaak.",
    )


@write_down(
    Regel(
        code="dubbele-acties",
        stap=Stap.PLAN,
        vraag="Doen twee hulpverleners hetzelfde?",
        tekst="Werkt er meer dan één hulpverlener aan hetzelfde doel? Kijk dan samen of hun acties niet dubbel zijn.",
        voorbeeld="Bij 'op tijd op school' hebben de begeleider en de mentor een actie: een signaal met hun namen.",
        bronnen=(OVERLAP,),
    )
)
def signal_overlap(doel: Doelwerk) -> Reden | None:
    if len(doel.hulpverleners) < 2:
        return None
    return Reden(
        tekst=f"Aan het doel “{doel.titel}” werken meer hulpverleners: {', '.join(doel.hulpverleners)}.",
        bron=OVERLAP,
        blokkeert=False,
        uitweg="Kijk samen of hun acties niet dubbel zijn.",
    )
