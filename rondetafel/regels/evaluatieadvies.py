"""What follows when a goal is reached, goes forward or does not work: six cases, each with its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import add_months
from rondetafel.regels.oordeel import Bron

# From this long before the goal is due we suggest that it is the last time; the person may choose otherwise.
EIND_IN_ZICHT_MAANDEN = 1

DOORGAAN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Tussendoor een deel bereikt: zo nodig doorgaan tot de einddatum van het akkoord zorg",
)
ANDERS = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Tussendoor geen resultaat: stoppen en een alternatief zoeken",
)
EERDER_KLAAR = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="De einddatum kan eerder komen dan na zes maanden",
)
OVERDRAGEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Aan het eind bereikt: stoppen en overdragen aan gewone voorzieningen of het netwerk",
)
VERLENGEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Aan het eind vooruitgang: verlengen met drie maanden",
)
NIET_TE_BEREIKEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Aan het eind niet te bereiken: stoppen en een alternatief zoeken",
)


class Moment(StrEnum):
    """Is this one of the three-monthly looks, or the last?"""

    TUSSEN = "tussen"
    EIND = "eind"


class Uitkomst(StrEnum):
    """How far the goal is. At an interim look DEELS is partly reached, at the end it is visible progress."""

    BEHAALD = "behaald"
    DEELS = "deels"
    NIET = "niet"

    @property
    def naam(self) -> str:
        return NAMEN[self]


NAMEN = {
    Uitkomst.BEHAALD: "het doel is bereikt",
    Uitkomst.DEELS: "het gaat vooruit",
    Uitkomst.NIET: "het lukt niet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """What the sources say must follow. `is_laatste`: the goal is not looked at again after three months."""

    tekst: str
    uitweg: str
    bron: Bron
    is_laatste: bool = False


ADVIEZEN = {
    (Moment.TUSSEN, Uitkomst.BEHAALD): Advies(
        tekst="Het doel is eerder bereikt dan gedacht. De hulp bij dit doel kan dan eerder stoppen.",
        uitweg="Spreek af wie het overneemt: het netwerk, de school of iets in de buurt.",
        bron=EERDER_KLAAR,
        is_laatste=True,
    ),
    (Moment.TUSSEN, Uitkomst.DEELS): Advies(
        tekst="Een deel is gelukt. Ga door, uiterlijk tot de einddatum van de hulp.",
        uitweg="Kijk over drie maanden weer samen. Kan de hulp eerder stoppen? Doe dat dan.",
        bron=DOORGAAN,
    ),
    (Moment.TUSSEN, Uitkomst.NIET): Advies(
        tekst="Met deze hulp lukt het niet. Stop ermee en zoek samen iets anders.",
        uitweg="Bespreek aan tafel wat er wel past.",
        bron=ANDERS,
    ),
    (Moment.EIND, Uitkomst.BEHAALD): Advies(
        tekst="Het doel is bereikt. Stop de hulp bij dit doel en draag het over.",
        uitweg="Spreek af wie het overneemt: het netwerk, de school of iets in de buurt.",
        bron=OVERDRAGEN,
        is_laatste=True,
    ),
    (Moment.EIND, Uitkomst.DEELS): Advies(
        tekst="Het doel is nog niet bereikt, maar het gaat vooruit. De hulp kan langer.",
        uitweg="Vraag op tijd verlenging, en houd eerst een RTO. Hoeveel langer: dat staat bij de soort hulp.",
        bron=VERLENGEN,
    ),
    (Moment.EIND, Uitkomst.NIET): Advies(
        tekst="Dit doel is met deze hulp niet te bereiken. Stop de hulp en zoek samen iets anders.",
        uitweg="Bespreek aan tafel wat er wel past, en kies zo nodig een ander doel.",
        bron=NIET_TE_BEREIKEN,
        is_laatste=True,
    ),
}


def suggest_moment(dag: date, streefdatum: date | None) -> Moment:
    """Suggest the last look from a month before the goal is due; the person decides."""
    if streefdatum is None or dag < add_months(streefdatum, -EIND_IN_ZICHT_MAANDEN):
        return Moment.TUSSEN
    return Moment.EIND
