"""How does a goal stand, and what follows from that? Its owner looks every three months."""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.evaluatieadvies import (
    ADVIEZEN,
    ANDERS,
    DOORGAAN,
    EERDER_KLAAR,
    NIET_TE_BEREIKEN,
    OVERDRAGEN,
    VERLENGEN,
    Moment,
    Uitkomst,
)
from rondetafel.regels.gas import ZESPUNTSSCHAAL, Schaal, sign_score
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

DOOR_EIGENAAR = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="De eigenaar van een doel evalueert het elke drie maanden en legt dat vast",
)
IN_DE_TIJD = Bron(
    document="rondetafel",
    plek="ADR 0041: evaluatie van een doel",
    regel="Een evaluatie is van een dag die geweest is, na het begin van het doel en na de vorige keer",
)
IN_WOORDEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Hoe het met een doel gaat, beschrijft u in een evaluatie die bij dat doel hoort",
)
PLAN_BESPREKEN = Bron(
    document="begrippenlijst-jens",
    plek="Gezinsplan",
    regel="Na elke evaluatie bespreekt de regisseur het plan met het gezin en past het aan",
)
NIET_OPSTUREN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="De evaluatie per drie maanden hoeft niet naar JENS; bij een verlenging hoort wel een evaluatie",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluatievraag:
    """Everything the rules below look at.

    `vorige` is the day of the last evaluation before this one, `uiterlijk` the day on which this one was due,
    `scores` are the GAS scores that were given. `is_regisseur` also holds for who stands in.
    """

    doel: str
    eigenaar: str
    is_eigenaar: bool
    is_regisseur: bool
    dag: date
    peildatum: date
    begonnen_op: date
    moment: Moment
    uitkomst: Uitkomst
    waarneming: str
    vorige: date | None = None
    uiterlijk: date | None = None
    scores: tuple[int, ...] = ()
    schaal: Schaal = ZESPUNTSSCHAAL


def assess_evaluatie(vraag: Evaluatievraag) -> Oordeel:
    """May this be written down? And what follows: the advice stands among the signals."""
    return combine(
        require_eigenaar(vraag),
        require_dag(vraag),
        require_waarneming(vraag),
        require_scores(vraag),
        signal_advies(vraag),
        signal_laat(vraag),
        signal_opsturen(vraag),
        signal_bespreken(vraag),
        feiten={
            "Doel": vraag.doel,
            "Eigenaar": vraag.eigenaar,
            "Dag": format_datum(vraag.dag),
            "Moment": "de laatste keer" if vraag.moment is Moment.EIND else "tussendoor",
            "Uitkomst": vraag.uitkomst.naam,
        },
    )


def is_last(vraag: Evaluatievraag) -> bool:
    """Tell whether the goal is done with, so that nobody looks again after three months."""
    return ADVIEZEN[vraag.moment, vraag.uitkomst].is_laatste


@write_down(
    Regel(
        code="evaluatie-door-eigenaar",
        stap=Stap.EVALUEREN,
        vraag="Wie evalueert een doel?",
        tekst=(
            "De eigenaar van het doel kijkt elke {evaluatie} hoe het gaat en schrijft dat op. "
            "De regisseur mag het opschrijven voor een eigenaar die dat niet zelf doet."
        ),
        voorbeeld=(
            "Het doel is van de moeder van Noor. Zij evalueert op 3 november: dat kan. "
            "De vader is geen eigenaar en geen regisseur: hij kan het niet opschrijven."
        ),
        bronnen=(DOOR_EIGENAAR,),
    )
)
def require_eigenaar(vraag: Evaluatievraag) -> Reden | None:
    if vraag.is_eigenaar or vraag.is_regisseur:
        return None
    return Reden(
        tekst=f"Het doel “{vraag.doel}” is van {vraag.eigenaar}.",
        bron=DOOR_EIGENAAR,
        uitweg=f"Vraag {vraag.eigenaar} of de regisseur om op te schrijven hoe het gaat.",
    )


@write_down(
    Regel(
        code="evaluatie-dag",
        stap=Stap.EVALUEREN,
        vraag="Op welke dag kan een evaluatie zijn?",
        tekst=(
            "Op een dag die al geweest is, vanaf het begin van het doel. "
            "Er is één evaluatie per dag, en een nieuwe komt na de vorige."
        ),
        voorbeeld=(
            "Het doel begon op 1 september en is geëvalueerd op 1 december. "
            "Een nieuwe evaluatie op 1 december kan niet, op 2 december wel."
        ),
        bronnen=(IN_DE_TIJD,),
    )
)
def require_dag(vraag: Evaluatievraag) -> Reden | None:
    if vraag.dag > vraag.peildatum:
        return Reden(
            tekst=f"{format_datum(vraag.dag)} is nog niet geweest.",
            bron=IN_DE_TIJD,
            uitweg=f"Kies {format_datum(vraag.peildatum)} of eerder.",
        )
    if vraag.dag < vraag.begonnen_op:
        return Reden(
            tekst=f"Dit doel begon pas op {format_datum(vraag.begonnen_op)}.",
            bron=IN_DE_TIJD,
            uitweg=f"Kies {format_datum(vraag.begonnen_op)} of later.",
        )
    if vraag.vorige and vraag.dag <= vraag.vorige:
        return Reden(
            tekst=f"Dit doel is al geëvalueerd op {format_datum(vraag.vorige)}.",
            bron=IN_DE_TIJD,
            uitweg=f"Kies een dag na {format_datum(vraag.vorige)}.",
        )
    return None


@write_down(
    Regel(
        code="evaluatie-in-woorden",
        stap=Stap.EVALUEREN,
        vraag="Moet er bij een evaluatie iets in woorden staan?",
        tekst="Ja. Schrijf in gewone woorden wat jullie zien, zodat iedereen aan tafel het begrijpt.",
        voorbeeld="“Noor was deze maand twaalf van de zestien dagen op tijd.” Alleen een cijfer is niet genoeg.",
        bronnen=(IN_WOORDEN,),
    )
)
def require_waarneming(vraag: Evaluatievraag) -> Reden | None:
    if vraag.waarneming.strip():
        return None
    return Reden(
        tekst="Er staat nog niet wat jullie zien.",
        bron=IN_WOORDEN,
        uitweg="Schrijf in een paar zinnen hoe het nu gaat.",
    )


@write_down(
    Regel(
        code="evaluatie-score",
        stap=Stap.EVALUEREN,
        vraag="Welke score kan een doel krijgen?",
        tekst=(
            "Een score mag, maar hoeft niet. Het gezin en de hulpverlener geven elk hun eigen score, "
            "op de schaal van -3 tot en met +2."
        ),
        voorbeeld="Het gezin geeft -1 en de hulpverlener 0: dat kan. Een score van +3 bestaat niet.",
        bronnen=(ZESPUNTSSCHAAL.bron,),
    )
)
def require_scores(vraag: Evaluatievraag) -> Reden | None:
    buiten = [score for score in vraag.scores if score not in vraag.schaal]
    if not buiten:
        return None
    return Reden(
        tekst=f"De score {sign_score(buiten[0])} past niet op de schaal.",
        bron=vraag.schaal.bron,
        uitweg=f"Kies een score van {sign_score(vraag.schaal.laagste)} tot {sign_score(vraag.schaal.hoogste)}.",
    )


@write_down(
    Regel(
        code="evaluatie-uitkomst",
        stap=Stap.EVALUEREN,
        vraag="Wat volgt er uit een evaluatie?",
        tekst=(
            "Tussendoor: gaat het vooruit, ga dan door tot de einddatum. Lukt het niet, stop en zoek iets anders. "
            "Aan het eind: is het doel bereikt, stop en draag over. Gaat het vooruit, verleng zo lang als bij de "
            "soort hulp staat. "
            "Is het niet te bereiken, stop en zoek iets anders. Het is een advies: de tafel beslist."
        ),
        voorbeeld=(
            "Bij de laatste evaluatie is Noor bijna elke dag op tijd, maar nog niet alle dagen. "
            "Het gaat vooruit, dus de begeleiding kan drie maanden langer."
        ),
        bronnen=(DOORGAAN, ANDERS, EERDER_KLAAR, OVERDRAGEN, VERLENGEN, NIET_TE_BEREIKEN),
        tegenspraken=("F2", "F3"),
    )
)
def signal_advies(vraag: Evaluatievraag) -> Reden:
    advies = ADVIEZEN[vraag.moment, vraag.uitkomst]
    return Reden(tekst=advies.tekst, bron=advies.bron, blokkeert=False, uitweg=advies.uitweg)


@write_down(
    Regel(
        code="evaluatie-op-tijd",
        stap=Stap.EVALUEREN,
        vraag="Wanneer is een evaluatie te laat?",
        tekst=(
            "Een doel wordt binnen {evaluatie} na de vorige keer geëvalueerd. "
            "De tijd telt vanaf de dag van de evaluatie zelf."
        ),
        voorbeeld=(
            "Geëvalueerd op 3 augustus: de volgende is uiterlijk 3 november. "
            "Op 4 november is het een dag te laat."
        ),
        bronnen=(DOOR_EIGENAAR,),
    )
)
def signal_laat(vraag: Evaluatievraag) -> Reden | None:
    if vraag.uiterlijk is None or vraag.dag <= vraag.uiterlijk:
        return None
    return Reden(
        tekst=f"Deze evaluatie moest uiterlijk op {format_datum(vraag.uiterlijk)}.",
        bron=DOOR_EIGENAAR,
        blokkeert=False,
        uitweg="Spreek meteen af wanneer jullie de volgende keer kijken.",
    )


@write_down(
    Regel(
        code="evaluatie-opsturen",
        stap=Stap.EVALUEREN,
        vraag="Moet een evaluatie naar JENS?",
        tekst=(
            "Nee, de evaluatie die er elke {evaluatie} is, blijft in het plan. "
            "Vraagt iemand verlenging, dan hoort de nieuwste evaluatie daarbij."
        ),
        voorbeeld="Een evaluatie tussendoor blijft in het plan. Wordt de hulp verlengd, dan leest JENS haar mee.",
        bronnen=(NIET_OPSTUREN,),
        tegenspraken=("F7",),
    )
)
def signal_opsturen(vraag: Evaluatievraag) -> Reden | None:
    if (vraag.moment, vraag.uitkomst) != (Moment.EIND, Uitkomst.DEELS):
        return None
    return Reden(
        tekst="Vraagt u verlenging? Dan hoort deze evaluatie daarbij. Anders hoeft zij niet naar JENS.",
        bron=NIET_OPSTUREN,
        blokkeert=False,
    )


@write_down(
    Regel(
        code="evaluatie-plan-bespreken",
        stap=Stap.EVALUEREN,
        vraag="Wat gebeurt er met het plan na een evaluatie?",
        tekst="De regisseur bespreekt het plan met het gezin en past het aan. Dat gebeurt na elke evaluatie.",
        voorbeeld=(
            "Een doel is geëvalueerd op 3 november. "
            "Daarna stelt de regisseur met de tafel het plan opnieuw vast."
        ),
        bronnen=(PLAN_BESPREKEN,),
    )
)
def signal_bespreken(_vraag: Evaluatievraag) -> Reden:
    return Reden(
        tekst="De regisseur bespreekt nu het plan met het gezin en past het aan.",
        bron=PLAN_BESPREKEN,
        blokkeert=False,
    )
