"""Can this text be the doelenmatrix of a format: areas with a letter, each with goals that are worded beforehand?"""

import re
from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

# What fits in one line on a phone held upright, twice over.
LANGSTE_DOEL, LANGSTE_GEBIED = 200, 100
GEBIED = re.compile(r"(?P<letter>[A-Z])[.:)]?\s+(?P<naam>\S.*)")
DOEL = re.compile(r"(?:[-*•–]|\d+[.)])\s*(?P<tekst>\S.*)")

PER_GEBIED = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Doelenmatrix",
    regel="Per resultaatgebied staan er doelen klaar, met een letter",
)
BLIJFT_STAAN = Bron(
    document="rondetafel",
    plek="ADR 0019: doelenmatrix",
    regel="Een versie die in gebruik is, verandert niet: een plan houdt de versie waarmee het begon",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebied:
    letter: str
    naam: str
    doelen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What was read. `onleesbaar` are the lines, with their number, that are neither an area nor a goal of one."""

    gebieden: tuple[Gebied, ...]
    onleesbaar: tuple[tuple[int, str], ...] = ()


def read_matrix(tekst: str) -> Matrix:
    """Read an area from a line as "A Veiligheid", and a goal from each line under it that begins with a dash."""
    gebieden: list[tuple[str, str, list[str]]] = []
    onleesbaar = []
    for nummer, ruw in enumerate(tekst.splitlines(), 1):
        regel = ruw.strip()
        if doel := DOEL.fullmatch(regel) if gebieden else None:
            gebieden[-1][2].append(doel["tekst"])
        elif gebied := GEBIED.fullmatch(regel):
            gebieden.append((gebied["letter"], gebied["naam"], []))
        elif regel:
            onleesbaar.append((nummer, regel))
    return Matrix(
        gebieden=tuple(
            Gebied(letter=letter, naam=naam, doelen=tuple(doelen)) for letter, naam, doelen in gebieden
        ),
        onleesbaar=tuple(onleesbaar),
    )


@write_down(
    Regel(
        code="doelenmatrix-compleet",
        stap=Stap.PLAN,
        vraag="Wanneer kan een doelenmatrix in gebruik?",
        tekst=(
            "Als elk resultaatgebied een eigen letter, een naam en ten minste één doel heeft. "
            "Elk doel staat er in een gebied maar één keer in."
        ),
        voorbeeld="“A Veiligheid” met daaronder “- Thuis is het veilig”: dat kan. “A Veiligheid” zonder doel niet.",
        bronnen=(PER_GEBIED,),
    )
)
def assess_matrix(matrix: Matrix) -> Oordeel:
    letters = [gebied.letter for gebied in matrix.gebieden]
    return combine(
        None
        if matrix.gebieden
        else _reden("Er staat nog geen resultaatgebied.", "Begin met “A Veiligheid”."),
        *(
            _reden(
                f"Regel {nummer} is geen gebied en geen doel: “{regel}”.",
                "Zet een letter voor een gebied en een streepje voor een doel.",
            )
            for nummer, regel in matrix.onleesbaar
        ),
        *(
            _reden(f"De letter {letter} staat er twee keer.", "Geef elk gebied een eigen letter.")
            for letter in sorted({letter for letter in letters if letters.count(letter) > 1})
        ),
        *(reden for gebied in matrix.gebieden for reden in _look_at(gebied)),
        feiten={gebied.letter: gebied.naam for gebied in matrix.gebieden},
    )


@write_down(
    Regel(
        code="doelenmatrix-ingang",
        stap=Stap.PLAN,
        vraag="Vanaf wanneer geldt een nieuwe doelenmatrix?",
        tekst=(
            "Vanaf vandaag of later. Een plan dat al begonnen is, houdt zijn eigen matrix. "
            "Daarom verandert een matrix die in gebruik is niet meer."
        ),
        voorbeeld="Vandaag is 16 november 2026. Ingaan op 16 november kan, op 15 november niet.",
        bronnen=(BLIJFT_STAAN,),
    )
)
def require_ingang(vanaf: date, peildatum: date) -> Reden | None:
    if vanaf >= peildatum:
        return None
    return Reden(
        tekst=f"{format_datum(vanaf)} is al geweest.",
        bron=BLIJFT_STAAN,
        uitweg=f"Kies {format_datum(peildatum)} of later.",
    )


def _look_at(gebied: Gebied) -> list[Reden]:
    plek = f"Bij {gebied.letter} {gebied.naam}"
    gevonden = []
    if not gebied.doelen:
        gevonden.append(_reden(f"{plek} staat nog geen doel.", "Zet er een doel onder, met een streepje."))
    if len(gebied.naam) > LANGSTE_GEBIED:
        gevonden.append(_reden(f"De naam van {gebied.letter} is te lang.", "Kies een kortere naam."))
    gevonden += [
        _reden(f"{plek} is een doel te lang: “{doel[:40]}…”.", f"Houd het onder {LANGSTE_DOEL} tekens.")
        for doel in gebied.doelen
        if len(doel) > LANGSTE_DOEL
    ]
    dubbel = {doel for doel in gebied.doelen if gebied.doelen.count(doel) > 1}
    gevonden += [_reden(f"{plek} staat “{doel}” twee keer.", "Haal er één weg.") for doel in sorted(dubbel)]
    return gevonden


def _reden(tekst: str, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=PER_GEBIED, uitweg=uitweg)
