"""Is a text of the plan short, about now, and easy to read? Tips only: nobody is stopped by them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from rondetafel.regels.leesbaarheid import (
    count_syllables,
    score_text,
    split_sentences,
    split_words,
)
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.tomltabel import Tabel

VOORBEELD = Path(__file__).parent / "schrijfhulp" / "voorbeeld.toml"
# More long words than this in one tip are not read.
HOOGSTENS = 3

ALLEEN_NODIG = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="In het plan staat alleen wat nodig is om goed samen te werken: hoofdlijnen, doelen en afspraken",
)
GEEN_VERHAAL = Bron(
    document="instructie-gezinsplan-2019",
    plek="Algemeen",
    regel="Lange teksten, zoals over de familie van vroeger, horen niet in het plan",
)
LEESBAAR = Bron(
    document="leesbaarheid-douma",
    plek="Formule en normen",
    regel="Hoe korter de zinnen en de woorden, hoe gemakkelijker een tekst; vanaf 60 is hij normaal te lezen",
)
EIGEN_TIPS = Bron(
    document="rondetafel",
    plek="Tips bij het schrijven",
    regel="De grenzen en de woorden van de tips zijn een voorbeeld; een organisatie zet er haar eigen lijst neer",
)


class Tekstsoort(StrEnum):
    """What kind of text it is: how long is long enough differs."""

    DOEL = "doel"
    UITLEG = "uitleg"
    ACTIE = "actie"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vakwoord:
    """A word of professionals, and how to say it plainly. Ends in * when it is the beginning of a word."""

    woord: str
    liever: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijfhulp:
    """The limits and words by which a text is read over."""

    naam: str
    lengte: dict[Tekstsoort, int]
    zin_woorden: int
    woord_lettergrepen: int
    leesscore: int
    leesscore_vanaf_woorden: int
    verhaal: tuple[str, ...]
    vaktaal: tuple[Vakwoord, ...]


@lru_cache
def read_schrijfhulp(path: Path = VOORBEELD) -> Schrijfhulp:
    """Read the list of an organisation.

    :raises CatalogusFout: when something in it is missing or unknown.
    """
    tabel = Tabel.read(path)
    lengte, grens, verhaal = (tabel.take_table(naam) for naam in ("lengte", "grens", "verhaal"))
    hulp = Schrijfhulp(
        naam=tabel.take("naam", str),
        lengte={soort: lengte.take_count(soort) for soort in Tekstsoort},
        zin_woorden=grens.take_count("zin_woorden"),
        woord_lettergrepen=grens.take_count("woord_lettergrepen"),
        leesscore=grens.take_count("leesscore"),
        leesscore_vanaf_woorden=grens.take_count("leesscore_vanaf_woorden"),
        verhaal=verhaal.take_strings("woorden"),
        vaktaal=tuple(_read_vakwoord(rij) for rij in tabel.take_tables("vaktaal")),
    )
    for deel in (lengte, grens, verhaal, tabel):
        deel.finish()
    return hulp


def _read_vakwoord(rij: Tabel) -> Vakwoord:
    vakwoord = Vakwoord(woord=rij.take("woord", str), liever=rij.take("liever", str))
    rij.finish()
    return vakwoord


@dataclass(frozen=True, slots=True, kw_only=True)
class Plantekst:
    """One text as it was written, and the list by which it is read over."""

    tekst: str
    soort: Tekstsoort
    hulp: Schrijfhulp

    @property
    def woorden(self) -> int:
        return len(self.tekst.split())

    @property
    def lengte(self) -> int:
        """About how many words are enough."""
        return self.hulp.lengte[self.soort]


def assess_schrijfwijze(tekst: str, soort: Tekstsoort, hulp: Schrijfhulp | None = None) -> Oordeel:
    """Read a text over. Everything found is a signal: the text is saved as it is.

    The facts say how many words there are and, from some length on, how easy they are to read.
    """
    plantekst = Plantekst(tekst=tekst, soort=soort, hulp=hulp or read_schrijfhulp())
    feiten = {"Woorden": f"{plantekst.woorden} van ongeveer {plantekst.lengte}"}
    score = score_text(tekst)
    if score and plantekst.woorden >= plantekst.hulp.leesscore_vanaf_woorden:
        feiten["Leesbaarheid"] = str(score)
    return combine(
        signal_lengte(plantekst),
        signal_verhaal(plantekst),
        *signal_zinnen(plantekst),
        signal_woorden(plantekst),
        signal_vaktaal(plantekst),
        signal_leesscore(plantekst),
        feiten=feiten,
    )


@write_down(
    Regel(
        code="tekst-kort",
        stap=Stap.PLAN,
        vraag="Hoeveel schrijft u in het plan?",
        tekst=(
            "Alleen wat nodig is om samen te werken. Bij elk vak staat hoeveel woorden ongeveer genoeg zijn. "
            "Schrijft u meer, dan ziet u een tip. De tekst wordt gewoon bewaard."
        ),
        voorbeeld="Een actie van 15 woorden is kort genoeg. Bij 16 woorden ziet u een tip.",
        bronnen=(ALLEEN_NODIG, EIGEN_TIPS),
    )
)
def signal_lengte(plantekst: Plantekst) -> Reden | None:
    if plantekst.woorden <= plantekst.lengte:
        return None
    return _tip(
        f"Dit zijn {plantekst.woorden} woorden. Ongeveer {plantekst.lengte} is genoeg.",
        "Schrijf alleen op wat nodig is om samen te werken. Is de rest niet nodig? Laat het weg.",
        ALLEEN_NODIG,
    )


@write_down(
    Regel(
        code="tekst-geen-verhaal",
        stap=Stap.PLAN,
        vraag="Hoort de geschiedenis van de familie in het plan?",
        tekst=(
            "Nee. In het plan staat wat het gezin nu wil bereiken en wie wat doet. "
            "Gaat een tekst over vroeger, dan ziet u een tip."
        ),
        voorbeeld="“Moeder is opgegroeid bij haar oma” geeft een tip. “Oma haalt Noor op maandag op” niet.",
        bronnen=(GEEN_VERHAAL, ALLEEN_NODIG),
    )
)
def signal_verhaal(plantekst: Plantekst) -> Reden | None:
    gevonden = [woord for een in plantekst.hulp.verhaal if (woord := _find(plantekst.tekst, een))]
    if not gevonden:
        return None
    return _tip(
        f"Dit lijkt over vroeger te gaan: {_quoted(gevonden)}.",
        "Schrijf wat er nu nodig is. Bijvoorbeeld: Noor slaapt vijf nachten per week door.",
        GEEN_VERHAAL,
    )


@write_down(
    Regel(
        code="tekst-korte-zinnen",
        stap=Stap.PLAN,
        vraag="Hoe lang is een zin in het plan?",
        tekst="Hooguit 15 woorden, dan leest iedereen hem in één keer. Bij een langere zin ziet u een tip.",
        voorbeeld="Een zin van 15 woorden is goed. Bij 16 woorden staat erbij om welke zin het gaat.",
        bronnen=(LEESBAAR, EIGEN_TIPS),
    )
)
def signal_zinnen(plantekst: Plantekst) -> tuple[Reden, ...]:
    lang = ((zin, len(zin.split())) for zin in split_sentences(plantekst.tekst))
    return tuple(
        _tip(
            f"Deze zin heeft {aantal} woorden: “{_beginning(zin)}”",
            "Maak er twee zinnen van. Zet in elke zin één ding.",
            LEESBAAR,
        )
        for zin, aantal in lang
        if aantal > plantekst.hulp.zin_woorden
    )


@write_down(
    Regel(
        code="tekst-korte-woorden",
        stap=Stap.PLAN,
        vraag="Welke woorden zijn lang?",
        tekst="Woorden van zes lettergrepen of meer. U ziet welke het zijn.",
        voorbeeld="“Begeleidingsgesprek” heeft er zes: u ziet een tip. “Begeleiding” heeft er vier.",
        bronnen=(LEESBAAR, EIGEN_TIPS),
    )
)
def signal_woorden(plantekst: Plantekst) -> Reden | None:
    grens = plantekst.hulp.woord_lettergrepen
    woorden = split_words(plantekst.tekst)
    lang = list(dict.fromkeys(woord for woord in woorden if count_syllables(woord) >= grens))
    if not lang:
        return None
    return _tip(
        f"{'Dit zijn lange woorden' if len(lang) > 1 else 'Dit is een lang woord'}: {_quoted(lang[:HOOGSTENS])}.",
        "Knip het op. Bijvoorbeeld: een gesprek met de begeleider, in plaats van begeleidingsgesprek.",
        LEESBAAR,
    )


@write_down(
    Regel(
        code="tekst-gewone-woorden",
        stap=Stap.PLAN,
        vraag="Mag er vaktaal in het plan?",
        tekst="Liever niet: ook het gezin leest het. Bij een woord van de lijst ziet u hoe het gewoner kan.",
        voorbeeld="Bij “interventie” staat dat u ook hulp kunt zeggen, of wat iemand doet.",
        bronnen=(EIGEN_TIPS,),
    )
)
def signal_vaktaal(plantekst: Plantekst) -> Reden | None:
    vaktaal = plantekst.hulp.vaktaal
    gevonden = {
        woord: een.liever for een in vaktaal if (woord := _find(plantekst.tekst, een.woord)) is not None
    }
    if not gevonden:
        return None
    liever = "; ".join(f"“{woord}” is {anders}" for woord, anders in gevonden.items())
    return _tip(f"Dit is vaktaal: {_quoted(gevonden)}.", f"In gewone woorden: {liever}.", EIGEN_TIPS)


@write_down(
    Regel(
        code="tekst-leesbaar",
        stap=Stap.PLAN,
        vraag="Hoe gemakkelijk is een tekst te lezen?",
        tekst=(
            "Vanaf 20 woorden staat er een leesscore bij, van 0 tot 100. Onder de 60 is een tekst "
            "moeilijker dan normaal en ziet u een tip."
        ),
        voorbeeld="Korte zinnen met korte woorden scoren 80 of meer. Een tekst vol lange woorden scoort onder de 60.",
        bronnen=(LEESBAAR,),
    )
)
def signal_leesscore(plantekst: Plantekst) -> Reden | None:
    score = score_text(plantekst.tekst)
    if score is None or plantekst.woorden < plantekst.hulp.leesscore_vanaf_woorden:
        return None
    if score.waarde >= plantekst.hulp.leesscore:
        return None
    return _tip(
        f"Deze tekst is {score.woord} te lezen (leesscore {score.waarde} van de 100).",
        "Lees hem hardop voor. Gebruik korte zinnen en woorden die u ook aan tafel zegt.",
        LEESBAAR,
    )


def _tip(tekst: str, uitweg: str, bron: Bron) -> Reden:
    return Reden(tekst=tekst, uitweg=uitweg, bron=bron, blokkeert=False)


def _find(tekst: str, woord: str) -> str | None:
    """The word as it was written; one that ends in * is the beginning of a word."""
    if woord.endswith("*"):
        gevonden = re.search(rf"\b{re.escape(woord[:-1])}\w*\b", tekst, re.IGNORECASE)
    else:
        gevonden = re.search(rf"\b{re.escape(woord)}\b", tekst, re.IGNORECASE)
    return gevonden[0] if gevonden else None


def _quoted(woorden: Iterable[str]) -> str:
    return ", ".join(f"“{woord}”" for woord in woorden)


def _beginning(zin: str) -> str:
    """Enough of a sentence to know which one it is."""
    woorden = zin.split()
    return " ".join(woorden[:6]) + " …"
