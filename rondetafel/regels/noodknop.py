"""When may somebody read without a tie in an emergency, for how long, and who answers for it afterwards?"""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

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


@write_down(
    Regel(
        code="noodknop-vier-uur",
        stap=Stap.PRIVACY,
        vraag="Hoe lang blijft de noodknop open?",
        tekst=(
            "Vier uur vanaf het moment van openen, ook als in die nacht de klok verspringt. Langer kan "
            "niet: wie langer nodig heeft, hoort een band met het gezin te krijgen."
        ),
        voorbeeld="Geopend om 23.30 uur: dicht om 03.30 uur.",
        bronnen=(ACHTERAF,),
    )
)
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


@write_down(
    Regel(
        code="noodknop-toelichten",
        stap=Stap.PRIVACY,
        vraag="Staat er waarom het niet kan wachten?",
        tekst=(
            "Wie de noodknop gebruikt, kiest een reden en legt in 20 tekens of meer uit wat er aan de "
            "hand is."
        ),
        voorbeeld="‘Spoed’ is te kort. ‘Noor is niet thuisgekomen, de politie belt’ is genoeg.",
        bronnen=(NOODPROCEDURE,),
    )
)
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


@write_down(
    Regel(
        code="noodknop-te-vaak-gezocht",
        stap=Stap.PRIVACY,
        vraag="Mag er met de noodknop blijven worden gezocht?",
        tekst=(
            "Wie te vaak zoekt zonder iemand te vinden, moet wachten. Zo is niet te raden wie hier bekend is."
        ),
        voorbeeld=(
            "Na een paar keer zoeken zonder iemand te vinden gaat het zoeken enkele minuten dicht. Bij "
            "direct gevaar: bel 112."
        ),
        bronnen=(NIET_MEER_DAN_NODIG,),
    )
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


@write_down(
    Regel(
        code="noodknop-niet-nodig",
        stap=Stap.PRIVACY,
        vraag="Is de noodknop nodig als u al meeleest?",
        tekst="Wie al over iemand leest, heeft de noodknop niet nodig en kan die niet gebruiken.",
        voorbeeld=(
            "De regisseur van een gezin zoekt een kind uit dat gezin met de noodknop. Dat wordt "
            "geweigerd: het staat in de eigen lijst."
        ),
        bronnen=(NIET_MEER_DAN_NODIG,),
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


@write_down(
    Regel(
        code="noodknop-beoordelen",
        stap=Stap.PRIVACY,
        vraag="Wie beoordeelt het gebruik van de noodknop?",
        tekst=(
            "Elk gebruik wordt binnen {noodknop-beoordelen} beoordeeld door iemand anders dan wie de knop "
            "gebruikte, met een reden van 20 tekens of meer."
        ),
        voorbeeld="Gebruikt op 1 november: uiterlijk 8 november beoordeeld.",
        bronnen=(ACHTERAF,),
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
