"""How do we stand with each norm? Counted from the ledgers in docs/normen, which people fill in by hand."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.platform.mappen import BASE_DIR

FOLDER = BASE_DIR / "docs" / "normen"
INLEIDING = """Per norm één grootboek: een bestand met een regel per eis. Een eis is `ok` met de naam van de toets
die het bewijst, `open`, of `nvt` met de reden. Een toets bewaakt dat elke genoemde toets bestaat. De nummers komen uit
de norm, de woorden zijn van ons. Dit is geen verklaring dat Rondetafel aan een norm voldoet: dat zegt alleen een
buitenstaander."""
STANDEN = ("ok", "open", "nvt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One norm: its ledger, what it is and how sure we are of its numbers."""

    bestand: str
    titel: str
    herkomst: str


NORMEN = (
    Norm(
        bestand="asvs-5.0.csv",
        titel="OWASP ASVS 5.0.0",
        herkomst="Application Security Verification Standard, OWASP, CC BY-SA 4.0. Alle 345 eisen, in drie niveaus.",
    ),
    Norm(
        bestand="digid.csv",
        titel="DigiD ICT-beveiligingsassessment, normenkader 3.0",
        herkomst="Logius. 21 normen; van de eerste zeven is het nummer nagelezen, van de andere nog niet.",
    ),
    Norm(
        bestand="bio2.csv",
        titel="BIO2 v1.3",
        herkomst="Baseline Informatiebeveiliging Overheid. Alleen eisen waar software iets aan doet. Waar "
        "'ontwerpversie' staat, kan het nummer in v1.3 anders zijn.",
    ),
    Norm(
        bestand="nen7513.csv",
        titel="NEN 7513",
        herkomst="Logging van zorgdossiers, de uitgave van 2018, met de namen die Logius in kaart bracht. Bij "
        "een veld staat de kolom van het logboek (docs/kaart/tabellen.md).",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """One line of a ledger. `niveau` is empty where the norm knows no levels."""

    nummer: str
    onderwerp: str
    stand: str
    toets: str
    opmerking: str
    niveau: str = ""


def read(norm: Norm) -> list[Eis]:
    """Return the lines of one ledger, in the order of the norm."""
    with (FOLDER / norm.bestand).open(encoding="utf-8", newline="") as file:
        return [Eis(**rij) for rij in csv.DictReader(file)]


def overview() -> str:
    """The count of each norm, then what is still open."""
    eisen = {norm: read(norm) for norm in NORMEN}
    return pile(
        section("Waar we staan", table(["norm", "niveau", *STANDEN, "ok van wat geldt"], _counts(eisen))),
        *(_ledger(norm, eisen[norm]) for norm in NORMEN),
    )


def _ledger(norm: Norm, eisen: list[Eis]) -> str:
    is_open = (een for een in eisen if een.stand == "open")
    return section(
        norm.titel,
        f"{norm.herkomst} Grootboek: [{norm.bestand}]({norm.bestand}).",
        "Open:",
        table(
            ["nummer", "niveau", "onderwerp", "opmerking"],
            ([een.nummer, een.niveau, een.onderwerp, een.opmerking] for een in is_open),
        ),
    )


def _counts(eisen: dict[Norm, list[Eis]]) -> Iterable[list[str]]:
    for norm, alle in eisen.items():
        for niveau in sorted({een.niveau for een in alle}):
            aantal = Counter(een.stand for een in alle if een.niveau == niveau)
            geldt = aantal["ok"] + aantal["open"]
            aandeel = f"{100 * aantal['ok'] // geldt}%" if geldt else ""
            yield [norm.titel, niveau, *(str(aantal[stand]) for stand in STANDEN), aandeel]
