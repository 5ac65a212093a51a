"""What must the note of a talk in the intake hold? Who coordinates, who is asked to join, and to whom it goes up."""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import format_datum
from rondetafel.regels.intake import DERTIEN, Onderwerp, Voorkeur
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

VOORKEUR_VRAGEN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Het gezin mag zeggen wie de hulp coördineert; kan dat niet, dan kiest iedereen samen",
)
ERBIJ_VRAGEN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Lijkt een maatwerkvoorziening nodig, dan wordt gevraagd wie daarover gaat om aan te sluiten",
)
OPSCHALEN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Loopt het vast, dan wordt er opgeschaald",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprek:
    """What was noted of a talk. `met_wie`: there is a name, as preference or as who is asked."""

    onderwerp: Onderwerp
    besproken_op: date
    met_wie: bool = False
    tekst: str = ""
    voorkeur: Voorkeur | None = None


def assess_gesprek(gesprek: Gesprek, peildatum: date) -> Oordeel:
    return combine(
        require_past(gesprek, peildatum),
        require_voorkeur(gesprek),
        require_erbij(gesprek),
        require_opschaling(gesprek),
    )


@write_down(
    Regel(
        code="intake-dag",
        stap=Stap.PLAN,
        vraag="Op welke dag is er gepraat?",
        tekst="Vandaag of eerder. Een gesprek dat nog komt, is nog niet besproken.",
        voorbeeld="Op 16 november schrijft u een gesprek van 16 november op: dat kan. Van 17 november kan niet.",
        bronnen=(DERTIEN,),
    )
)
def require_past(gesprek: Gesprek, peildatum: date) -> Reden | None:
    if gesprek.besproken_op <= peildatum:
        return None
    return Reden(
        tekst=f"{format_datum(gesprek.besproken_op)} is nog niet geweest.",
        bron=DERTIEN,
        uitweg="Kies de dag van het gesprek.",
    )


@write_down(
    Regel(
        code="intake-voorkeur",
        stap=Stap.PLAN,
        vraag="Wie coördineert de hulp?",
        tekst=(
            "Vraag het gezin of zij een voorkeur hebben. Bespreek of dat kan. Kan het niet, dan kiest iedereen samen "
            "iemand. Bij een voorkeur en bij een keuze hoort een naam."
        ),
        voorbeeld="Het gezin wil Bram, en dat kan: klaar. Is er alleen gevraagd, dan is de stap begonnen.",
        bronnen=(VOORKEUR_VRAGEN,),
    )
)
def require_voorkeur(gesprek: Gesprek) -> Reden | None:
    if gesprek.onderwerp is not Onderwerp.VOORKEUR:
        return None
    if gesprek.voorkeur is Voorkeur.GEEN or (gesprek.voorkeur and gesprek.met_wie):
        return None
    return Reden(
        tekst="Er staat nog niet om wie het gaat.",
        bron=VOORKEUR_VRAGEN,
        uitweg="Kies een naam, of kies dat er geen voorkeur is.",
    )


@write_down(
    Regel(
        code="maatwerk-erbij-vragen",
        stap=Stap.PLAN,
        vraag="Wat doet u als er misschien een maatwerkvoorziening nodig is?",
        tekst=(
            "Vraag wie daarover gaat om aan te sluiten. De bron noemt het Sociaal Team (Jeugd) van Midden-Holland; "
            "hier is dat het kernteam of de gemeente. Schrijf op wie u vroeg."
        ),
        voorbeeld="Er lijkt vervoer nodig. U vraagt het kernteam mee te denken, en schrijft dat op.",
        bronnen=(ERBIJ_VRAGEN,),
    )
)
def require_erbij(gesprek: Gesprek) -> Reden | None:
    if gesprek.onderwerp is not Onderwerp.MAATWERK or gesprek.met_wie:
        return None
    return Reden(
        tekst="Er staat nog niet wie u vroeg om aan te sluiten.",
        bron=ERBIJ_VRAGEN,
        uitweg="Kies iemand aan tafel, of schrijf een naam of team op.",
    )


@write_down(
    Regel(
        code="opschalen",
        stap=Stap.PLAN,
        vraag="Wat doet u als de hulp vastloopt?",
        tekst="U schaalt op. Schrijf op naar wie u gaat en waarom. Dat kan op elk moment, ook na de intake.",
        voorbeeld="Twee aanbieders wachten op elkaar. U gaat naar het kernteam: met naam en reden opgeschreven.",
        bronnen=(OPSCHALEN,),
    )
)
def require_opschaling(gesprek: Gesprek) -> Reden | None:
    if gesprek.onderwerp is not Onderwerp.OPSCHALING or (gesprek.met_wie and gesprek.tekst.strip()):
        return None
    return Reden(
        tekst="Er staat nog niet naar wie u opschaalt, en waarom.",
        bron=OPSCHALEN,
        uitweg="Vul beide in. Kort is genoeg.",
    )
