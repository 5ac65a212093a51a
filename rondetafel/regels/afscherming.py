"""Does a text tell what somebody may not know? Only a person can judge a text; the rule points and asks."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

AFGESCHERMD = Bron(
    document="rondetafel",
    plek="ADR 0029: afschermen",
    regel="Een tekst is niet te filteren; wie schrijft, krijgt vooraf een waarschuwing",
)

# Four digits and two letters; ten digits that begin with 0, or the same after +31; something with an @.
# "2026 en" is no postcode: after a blank only capitals count.
POSTCODE = re.compile(r"\b[1-9]\d{3}(?: [A-Z]{2}|[A-Za-z]{2})\b")
TELEFOON = re.compile(r"(?:\+31|0031|\b0)(?:[ -]?\d){9}\b")
MAIL = re.compile(r"\S+@\S+\.\w+")
VORMEN = (("een postcode", POSTCODE), ("een telefoonnummer", TELEFOON), ("een mailadres", MAIL))

# A shorter word is found in half of all texts.
KORTSTE_WOORD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgeschermd:
    """A word that somebody may not read: what it tells, about whom, and for whom it is hidden."""

    woord: str
    wat: str
    van: str
    voor: str


@write_down(
    Regel(
        code="tekst-met-iets-geheims",
        stap=Stap.PRIVACY,
        vraag="Staat er iets in een tekst dat iemand niet mag weten?",
        tekst=(
            "Een tekst gaat langs alle woorden die voor een lezer zijn afgeschermd, zoals een geheim "
            "adres. Ook een postcode, een telefoonnummer en een mailadres vallen op. Het programma wijst "
            "het aan. Wie schrijft, beslist."
        ),
        voorbeeld=(
            "Het adres van moeder is geheim voor vader. In een actie staat de straatnaam. Dan komt er "
            "eerst een waarschuwing, met de naam van wie het kan lezen."
        ),
        bronnen=(AFGESCHERMD,),
    )
)
def assess_tekst(tekst: str, woorden: Iterable[Afgeschermd]) -> Oordeel:
    """Point out every hidden word in `tekst`, and what looks like an address or a number.

    Case, accents, and blanks within a postcode or a number make no difference.
    """
    vlak = _flatten(tekst)
    aaneen = re.sub(r"[\s-]", "", vlak)
    gevonden = [een for een in woorden if _stands_in(een.woord, vlak, aaneen)]
    return combine(
        *(_hidden(een) for een in dict.fromkeys(gevonden)),
        *(_pattern(naam) for naam, vorm in VORMEN if not gevonden and vorm.search(tekst)),
    )


def as_text(bestandsnaam: str) -> str:
    """Return the name of a file as words, so that a rule about texts can read it too."""
    woorden = re.sub(r"[_.-]+", " ", bestandsnaam)
    # In a name capitals are rare: "6374_ef" is a postcode there.
    return re.sub(r"\b([1-9]\d{3}) ([a-z]{2})\b", r"\1\2", woorden, flags=re.I)


def _stands_in(woord: str, vlak: str, aaneen: str) -> bool:
    kaal = _flatten(woord).strip()
    if len(kaal) < KORTSTE_WOORD:
        return False
    if re.search(rf"(?<!\w){re.escape(kaal)}(?!\w)", vlak):
        return True
    # A postcode or a number is written with and without blanks.
    return bool(re.search(r"\d{4}", kaal)) and re.sub(r"[\s-]", "", kaal) in aaneen


def _flatten(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return " ".join("".join(teken for teken in ontleed if not unicodedata.combining(teken)).split())


def _hidden(een: Afgeschermd) -> Reden:
    return Reden(
        tekst=f"Hier staat ‘{een.woord}’: {een.wat} van {een.van}. Dit is afgeschermd voor {een.voor}.",
        bron=AFGESCHERMD,
        uitweg=f"Haal het weg of schrijf het anders. Anders kan {een.voor} het lezen.",
    )


def _pattern(naam: str) -> Reden:
    return Reden(
        tekst=f"Hier staat {naam}.",
        bron=AFGESCHERMD,
        uitweg="Iedereen die het plan leest, ziet dit. Is het nodig? Haal het anders weg.",
    )
