"""When may somebody read without a tie in an emergency, for how long, and who answers for it afterwards?"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine

NOODPROCEDURE = Bron(
    document="nen-7513",
    plek="hoofdstuk 6 en 9: noodprocedure",
    regel="Wie in nood buiten de gewone rechten leest, legt vast dat het nood was, en dat is later te zien",
)
NIET_MEER_DAN_NODIG = Bron(
    document="bio2", plek="8.03.02", regel="Wie werkt, ziet alleen wat het werk van die dag nodig heeft"
)
ACHTERAF = Bron(
    document="rondetafel",
    plek="ADR 0031: noodknop",
    regel="Elk gebruik wordt binnen zeven dagen beoordeeld, door iemand anders dan wie de knop gebruikte",
)

# Long enough for a night at a hospital or a police station, too short to work with. Our own choice: ADR 0031.
DUUR = timedelta(hours=4)
MINSTE_TEKENS = 20


class Noodreden(StrEnum):
    """What the emergency is. No reason of the list fits curiosity, or being in a hurry."""

    GEVAAR = "gevaar"
    VERMIST = "vermist"
    ZIEK = "ziek"
    DIENST = "dienst"


def closes_at(geopend_at: datetime) -> datetime:
    """Return the moment on which the noodknop shuts, in the same zone: four hours on a clock that never jumps.

    :raises ValueError: for a moment without time zone.
    """
    if geopend_at.tzinfo is None:
        raise ValueError("Een moment heeft een tijdzone nodig.")
    return (geopend_at.astimezone(UTC) + DUUR).astimezone(geopend_at.tzinfo)


def is_open(nu: datetime, tot_at: datetime) -> bool:
    """Does it still open? At the moment itself no more."""
    return nu < tot_at


def assess_openen(toelichting: str) -> Oordeel:
    """Did somebody say in words why it cannot wait?"""
    return combine(
        Reden(
            tekst=f"De toelichting is korter dan {MINSTE_TEKENS} tekens.",
            bron=NOODPROCEDURE,
            uitweg="Schrijf in één zin wat er aan de hand is en waarom het niet kan wachten.",
        )
        if len(toelichting.strip()) < MINSTE_TEKENS
        else None
    )


def refuse_more_tries() -> Oordeel:
    """The answer to who searched without finding too often: searching is no way to learn who is known."""
    return combine(
        Reden(
            tekst="U hebt te vaak gezocht zonder iemand te vinden.",
            bron=NIET_MEER_DAN_NODIG,
            uitweg="Wacht een paar minuten, en zoek de gegevens intussen na. Bij direct gevaar: bel 112.",
        )
    )


def refuse_who_reads() -> Oordeel:
    """The answer to who reads about this person already."""
    return combine(
        Reden(
            tekst="U leest al over deze persoon.",
            bron=NIET_MEER_DAN_NODIG,
            uitweg="Open het gezin in uw lijst. De noodknop is niet nodig.",
        )
    )


def assess_beoordelen(reden: str, *, door: UUID, gebruiker: UUID) -> Oordeel:
    """May this use be judged, by this person and with this reason?"""
    return combine(
        Reden(
            tekst="Dit gaat over uw eigen gebruik.",
            bron=ACHTERAF,
            uitweg="Vraag een collega met dezelfde rol om het te beoordelen.",
        )
        if door == gebruiker
        else None,
        Reden(
            tekst=f"De reden is korter dan {MINSTE_TEKENS} tekens.",
            bron=ACHTERAF,
            uitweg="Schrijf op wat u hebt nagevraagd, bij wie, en waarom u dit vindt.",
        )
        if len(reden.strip()) < MINSTE_TEKENS
        else None,
    )
