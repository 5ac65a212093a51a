"""May this file come in? Judged by what is in it and how much there is already, never by its name."""

from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

SOORT = Bron(
    document="asvs-5.0", plek="5.2.2", regel="Alleen bestanden waarvan de inhoud past bij een soort die mag"
)
GROOTTE = Bron(
    document="asvs-5.0", plek="5.2.1", regel="Een bestand mag niet zo groot zijn dat de site vastloopt"
)
UITPAKKEN = Bron(
    document="asvs-5.0",
    plek="5.2.3",
    regel="Wat ingepakt is, blijft ook uitgepakt klein en telt weinig delen",
)
AANTAL = Bron(
    document="asvs-5.0",
    plek="5.2.4",
    regel="Er is een grens aan het aantal bestanden en aan hun totale grootte",
)

MIB = 1024 * 1024


class Bezwaar(StrEnum):
    """What can be wrong with the inside of a file."""

    LEEG = "leeg"
    SOORT = "soort"
    KAPOT = "kapot"
    SLOT = "slot"
    MACRO = "macro"
    ARCHIEF = "archief"
    BOM = "bom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """How much fits: bytes of one file, files of one family on one day, and files of one family in all."""

    bytes: int
    per_dag: int
    per_gezin: int


_REDENEN = {
    Bezwaar.LEEG: Reden(tekst="Dit bestand is leeg.", bron=SOORT, uitweg="Kies het bestand opnieuw."),
    Bezwaar.SOORT: Reden(
        tekst="Dit soort bestand kan hier niet. De naam telt daarbij niet mee, alleen wat erin zit.",
        bron=SOORT,
        uitweg="Maak er een pdf van, of neem een foto (jpg of png). Een brief in Word (docx) of odt kan ook.",
    ),
    Bezwaar.KAPOT: Reden(
        tekst="Dit bestand is beschadigd en niet te lezen.",
        bron=SOORT,
        uitweg="Bewaar het opnieuw en probeer het dan.",
    ),
    Bezwaar.SLOT: Reden(
        tekst="Op dit bestand zit een wachtwoord. Dan is het niet te controleren.",
        bron=SOORT,
        uitweg="Haal het wachtwoord eraf en kies het bestand opnieuw.",
    ),
    Bezwaar.MACRO: Reden(
        tekst="In dit bestand zit een programma (een macro of een ingevoegd object).",
        bron=SOORT,
        uitweg="Bewaar het als pdf en kies de pdf.",
    ),
    Bezwaar.ARCHIEF: Reden(
        tekst="In dit bestand zitten andere bestanden ingepakt.",
        bron=UITPAKKEN,
        uitweg="Pak het uit en kies de bestanden een voor een.",
    ),
    Bezwaar.BOM: Reden(
        tekst="Dit bestand wordt veel te groot als het wordt geopend.",
        bron=UITPAKKEN,
        uitweg="Maak de foto of het bestand kleiner.",
    ),
}


@write_down(
    Regel(
        code="grootte-van-een-bestand",
        stap=Stap.PRIVACY,
        vraag="Is dit bestand niet te groot, en zijn het er niet te veel?",
        tekst=(
            "Er is een grens aan de grootte van een bestand, aan het aantal bestanden van een gezin op "
            "een dag, en aan het aantal bij elkaar. De grenzen zijn een instelling."
        ),
        voorbeeld=(
            "De grens is 10 MB. Een foto van 12 MB komt er niet in. Maak de foto kleiner, of kies een pdf."
        ),
        bronnen=(GROOTTE, AANTAL),
    )
)
def assess_omvang(*, grootte: int, vandaag: int, in_gezin: int, grenzen: Grenzen) -> Oordeel:
    """Judge the size in bytes, and the number of files the family has had today and in all."""
    te_groot = Reden(
        tekst=f"Dit bestand is groter dan {grenzen.bytes // MIB} MB.",
        bron=GROOTTE,
        uitweg="Maak het kleiner, of verdeel het over meer bestanden.",
    )
    te_veel_vandaag = Reden(
        tekst=f"Vandaag kwamen er al {grenzen.per_dag} papieren bij voor dit gezin.",
        bron=AANTAL,
        uitweg="Ga morgen verder.",
    )
    vol = Reden(
        tekst=f"Dit gezin heeft al {grenzen.per_gezin} papieren.",
        bron=AANTAL,
        uitweg="Overleg met de beheerder.",
    )
    return combine(
        te_groot if grootte > grenzen.bytes else None,
        te_veel_vandaag if vandaag >= grenzen.per_dag else None,
        vol if in_gezin >= grenzen.per_gezin else None,
    )


@write_down(
    Regel(
        code="inhoud-van-een-bestand",
        stap=Stap.PRIVACY,
        vraag="Mag dit soort bestand erin?",
        tekst=(
            "Alleen wat in het bestand zit telt, niet de naam. Een pdf, een foto en een gewone brief "
            "mogen. Een wachtwoord, een macro of een ingepakt bestand mag niet."
        ),
        voorbeeld="Een bestand heet brief.pdf, maar er zit een programma in. Dan komt het er niet in.",
        bronnen=(SOORT, UITPAKKEN),
    )
)
def assess_inhoud(bezwaar: Bezwaar | None) -> Oordeel:
    """Judge what was found inside the file."""
    return combine(_REDENEN[bezwaar] if bezwaar else None)
