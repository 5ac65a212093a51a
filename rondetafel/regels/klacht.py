"""Is a complaint taken up, and answered after the committee judged it, in time?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import KLACHT_OPPAKKEN, KLACHT_REACTIE

OPPAKKEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="5.5 Klachten en ongenoegens",
    regel="De klachtenfunctionaris pakt een klacht binnen vijf werkdagen op",
)
REACTIE = Bron(
    document="jeugdwet",
    plek="artikel 4.2.1 lid 5",
    regel="Binnen een maand na het oordeel schrijft de aanbieder welke maatregelen volgen",
)


AFHANDELEN = Bron(
    document="jeugdwet",
    plek="artikel 4.2.1",
    regel="Wie klaagt wordt gehoord en mag zich laten bijstaan; over wie het gaat handelt de klacht niet af",
)


class Klachtstap(StrEnum):
    """What can be written down about a complaint, in the order in which it happens."""

    OPGEPAKT = "opgepakt"
    LANGER = "langer"
    OORDEEL = "oordeel"
    REACTIE = "reactie"
    KLAAR = "klaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Klacht:
    """The days of one complaint, as far as they were; `oordeel_op` is when the klachtencommissie judged it."""

    ontvangen_op: date
    opgepakt_op: date | None = None
    oordeel_op: date | None = None
    gereageerd_op: date | None = None
    gesloten_op: date | None = None


def next_stappen(klacht: Klacht) -> tuple[Klachtstap, ...]:
    """What can happen now? First it is taken up; a judgement asks for a reaction before it is done."""
    if klacht.gesloten_op:
        return ()
    if klacht.opgepakt_op is None:
        return (Klachtstap.OPGEPAKT,)
    if klacht.oordeel_op is None:
        return (Klachtstap.LANGER, Klachtstap.OORDEEL, Klachtstap.KLAAR)
    if klacht.gereageerd_op is None:
        return (Klachtstap.LANGER, Klachtstap.REACTIE)
    return (Klachtstap.KLAAR,)


@write_down(
    Regel(
        code="klacht-stappen",
        stap=Stap.KLACHT,
        vraag="In welke volgorde wordt een klacht afgehandeld?",
        tekst=(
            "Eerst wordt de klacht opgepakt. Daarna is de klacht opgelost, of de klachtencommissie oordeelt. Na een "
            "oordeel volgt eerst de reactie met de maatregelen. Duurt het langer, dan staat erbij waarom. Een dag "
            "die nog moet komen, of van voor de vorige stap, kan niet."
        ),
        voorbeeld=(
            "Een klacht is op 6 november ontvangen en op 9 november opgepakt. Een oordeel van 8 november kan niet, "
            "een oordeel van 9 november wel. Daarna kan de klacht pas dicht als er een reactie is."
        ),
        bronnen=(AFHANDELEN, REACTIE),
    )
)
def assess_klachtstap(klacht: Klacht, stap: Klachtstap, op: date, peildatum: date) -> Oordeel:
    """Can this step be written down on this day? `op` of a LANGER is the day until which it takes longer."""
    if stap not in next_stappen(klacht):
        return combine(
            Reden(
                tekst="Deze stap kan nu niet.",
                bron=AFHANDELEN,
                uitweg="Kijk hoe het er nu voor staat, en kies een stap die volgt.",
            )
        )
    if stap is Klachtstap.LANGER:
        return combine(_refuse_past(op, peildatum))
    dagen = (klacht.ontvangen_op, klacht.opgepakt_op, klacht.oordeel_op, klacht.gereageerd_op)
    vorige = max(filter(None, dagen))
    return combine(_refuse_day(op, vorige, peildatum))


def _refuse_past(tot: date, peildatum: date) -> Reden | None:
    if tot > peildatum:
        return None
    return Reden(
        tekst="De nieuwe dag moet nog komen.",
        bron=AFHANDELEN,
        uitweg=f"Kies een dag na {format_datum(peildatum)}.",
    )


def _refuse_day(op: date, vorige: date, peildatum: date) -> Reden | None:
    if vorige <= op <= peildatum:
        return None
    return Reden(
        tekst=f"Dit kan niet op {format_datum(op)}.",
        bron=AFHANDELEN,
        uitweg=f"Kies een dag vanaf {format_datum(vorige)} tot en met {format_datum(peildatum)}.",
    )


def assess_klacht(klacht: Klacht, basis: Rekenbasis, peildatum: date) -> Oordeel:
    """Which days were missed, and by when is it the next one's turn? Nothing here blocks."""
    feiten = {
        "Ontvangen op": format_datum(klacht.ontvangen_op),
        "Oppakken uiterlijk": format_datum(KLACHT_OPPAKKEN.apply(klacht.ontvangen_op, basis).vervalt_op),
    }
    if klacht.oordeel_op:
        uiterlijk = KLACHT_REACTIE.apply(klacht.oordeel_op, basis).vervalt_op
        feiten["Reactie uiterlijk"] = format_datum(uiterlijk)
    return combine(
        signal_late_oppakken(klacht, basis, peildatum),
        signal_late_reactie(klacht, basis, peildatum),
        feiten=feiten,
    )


@write_down(
    Regel(
        code="klacht-oppakken",
        stap=Stap.KLACHT,
        vraag="Hoe snel wordt een klacht opgepakt?",
        tekst="De klachtenfunctionaris pakt een klacht binnen {klacht-oppakken} op. De dag zelf telt niet mee.",
        voorbeeld=(
            "Een klacht komt op vrijdag 6 november 2026. "
            "Op vrijdag 13 november is het nog op tijd, op maandag 16 november te laat."
        ),
        bronnen=(OPPAKKEN,),
    )
)
def signal_late_oppakken(klacht: Klacht, basis: Rekenbasis, peildatum: date) -> Reden | None:
    uiterlijk = KLACHT_OPPAKKEN.missed(klacht.ontvangen_op, klacht.opgepakt_op, basis, peildatum)
    if uiterlijk is None:
        return None
    return Reden(
        tekst=f"Deze klacht moest uiterlijk op {format_datum(uiterlijk)} worden opgepakt.",
        bron=OPPAKKEN,
        blokkeert=False,
        uitweg="" if klacht.opgepakt_op else "Bel vandaag met wie de klacht deed.",
    )


@write_down(
    Regel(
        code="klacht-reactie",
        stap=Stap.KLACHT,
        vraag="Hoe snel komt er een reactie op het oordeel van de klachtencommissie?",
        tekst=(
            "Binnen {klacht-reactie} schrijft de aanbieder aan wie klaagde en aan de commissie "
            "welke maatregelen er komen. Eindigt de maand in een weekend of op een feestdag, "
            "dan telt de eerstvolgende werkdag nog mee."
        ),
        voorbeeld=(
            "De commissie oordeelt op 26 september 2026. "
            "Op maandag 26 oktober is de reactie nog op tijd, op 27 oktober te laat."
        ),
        bronnen=(REACTIE,),
    )
)
def signal_late_reactie(klacht: Klacht, basis: Rekenbasis, peildatum: date) -> Reden | None:
    if klacht.oordeel_op is None:
        return None
    uiterlijk = KLACHT_REACTIE.missed(klacht.oordeel_op, klacht.gereageerd_op, basis, peildatum)
    if uiterlijk is None:
        return None
    return Reden(
        tekst=f"De reactie op het oordeel moest er uiterlijk op {format_datum(uiterlijk)} zijn.",
        bron=REACTIE,
        blokkeert=False,
        uitweg="" if klacht.gereageerd_op else "Schrijf welke maatregelen er komen, en wanneer.",
    )
