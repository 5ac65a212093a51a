"""How is a number of the catalogue said? In the text of a rule it is filled in from the catalogue of the day."""

import re

from rondetafel.regels.catalogus import Catalogus, Norm, Tijdseenheid

WOORDEN = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)
ENKELVOUD = {
    Tijdseenheid.UREN: "uur",
    Tijdseenheid.WERKDAGEN: "werkdag",
    Tijdseenheid.DAGEN: "dag",
    Tijdseenheid.WEKEN: "week",
    Tijdseenheid.MAANDEN: "maand",
}
# What a text leaves open: {verlenging-vragen} is a term, {keuze:maatwerk-rto} what the reading that holds says.
OPEN = re.compile(r"\{(keuze:)?([a-z0-9-]+)\}")


def say_length(norm: Norm) -> str:
    """Say how long a term is: eight weeks, a month, 24 hours."""
    aantal = WOORDEN[norm.aantal] if norm.aantal < len(WOORDEN) else str(norm.aantal)
    is_enkel = norm.aantal == 1 or norm.eenheid is Tijdseenheid.UREN
    return f"{aantal} {ENKELVOUD[norm.eenheid] if is_enkel else norm.eenheid}"


def fill_in(tekst: str, catalogus: Catalogus) -> str:
    """Return the text of a rule with the terms and readings of this catalogue.

    :raises Onbekend: when the catalogue holds no such term or reading.
    """

    def say(gat: re.Match[str]) -> str:
        if gat[1]:
            return catalogus.keuze(gat[2]).lezing.uitleg
        return say_length(catalogus.norm(gat[2]))

    return capitalise(OPEN.sub(say, tekst))


def capitalise(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
