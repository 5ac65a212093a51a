"""May this care be stopped in this way?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import format_datum
from rondetafel.regels.gas import ZESPUNTSSCHAAL, Schaal, sign_score
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.papieren import NAMEN as PAPIERNAMEN
from rondetafel.regels.papieren import papers_with_stop
from rondetafel.regels.product import Product
from rondetafel.regels.regelboek import Regel, Stap, write_down

REDEN_NODIG = Bron(
    document="jeugdwet",
    plek="Regeling Jeugdwet, bijlage 2: reden beëindiging",
    regel="Elke beëindiging krijgt een van vijf redenen",
)
GAS_NODIG = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.2 Doelrealisatie",
    regel="Bij het stoppen van zorg krijgt het hele zorgdoel een GAS-score",
)
WARM_OVERDRAGEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="Als het kan, neemt het netwerk of het voorliggend veld het over",
)
BINNEN_LOOPTIJD = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Zorg stopt op een dag binnen de looptijd van het akkoord",
)


class Stopreden(StrEnum):
    """Why care ended; the values are the codes of CBS."""

    VOLGENS_PLAN = "01"
    IN_OVEREENSTEMMING = "02"
    EENZIJDIG_CLIENT = "03"
    EENZIJDIG_AANBIEDER = "04"
    EXTERNE_OMSTANDIGHEDEN = "05"

    @property
    def naam(self) -> str:
        return NAMEN[self]

    @property
    def is_uitval(self) -> bool:
        """Tell whether this counts as drop-out: one side ended the care."""
        return self in (Stopreden.EENZIJDIG_CLIENT, Stopreden.EENZIJDIG_AANBIEDER)


NAMEN = {
    Stopreden.VOLGENS_PLAN: "volgens plan",
    Stopreden.IN_OVEREENSTEMMING: "eerder gestopt, samen besloten",
    Stopreden.EENZIJDIG_CLIENT: "eerder gestopt, besluit van het gezin",
    Stopreden.EENZIJDIG_AANBIEDER: "eerder gestopt, besluit van de zorgaanbieder",
    Stopreden.EXTERNE_OMSTANDIGHEDEN: "eerder gestopt door iets van buiten",
}

# After these endings nobody may be left to score with, so a missing score does not block.
SAMEN_GESTOPT = frozenset({Stopreden.VOLGENS_PLAN, Stopreden.IN_OVEREENSTEMMING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopvraag:
    """Everything the rules below look at. `gas_score` is the score on the total goal.

    `heeft_papieren`: what goes with the end of this product is there. `overgedragen_aan` says in words who takes
    over.
    """

    product: Product
    startdatum: date
    einddatum: date | None
    stopdatum: date
    reden: Stopreden | None
    gas_score: int | None
    heeft_papieren: bool
    overgedragen_aan: str = ""
    schaal: Schaal = ZESPUNTSSCHAAL


def assess_stop(vraag: Stopvraag) -> Oordeel:
    return combine(
        require_reden(vraag),
        require_not_before_start(vraag),
        require_not_after_end(vraag),
        assess_gas_score(vraag),
        signal_missing_papieren(vraag),
        signal_geen_overdracht(vraag.reden, vraag.overgedragen_aan),
        feiten={
            "Gestopt op": format_datum(vraag.stopdatum),
            "Reden": vraag.reden.naam if vraag.reden else "niet gekozen",
            "GAS-score": "niet gegeven" if vraag.gas_score is None else sign_score(vraag.gas_score),
            "Wie het overneemt": vraag.overgedragen_aan.strip() or "niet ingevuld",
        },
    )


@write_down(
    Regel(
        code="stop-reden",
        stap=Stap.STOPPEN,
        vraag="Moet er een reden zijn waarom hulp stopt?",
        tekst="Ja, een van de vijf redenen die het CBS telt.",
        voorbeeld="“Volgens plan” is een reden. Leeg laten kan niet.",
        bronnen=(REDEN_NODIG,),
    )
)
def require_reden(vraag: Stopvraag) -> Reden | None:
    if vraag.reden is not None:
        return None
    return Reden(
        tekst="Er is nog geen reden gekozen waarom de zorg stopt.",
        bron=REDEN_NODIG,
        uitweg="Kies een van de vijf redenen.",
    )


@write_down(
    Regel(
        code="stop-na-begin",
        stap=Stap.STOPPEN,
        vraag="Kan hulp stoppen voordat zij begon?",
        tekst="Nee. De laatste dag is de eerste dag of later.",
        voorbeeld="De hulp begon op 1 juni: stoppen op 1 juni kan, op 31 mei niet.",
        bronnen=(BINNEN_LOOPTIJD,),
    )
)
def require_not_before_start(vraag: Stopvraag) -> Reden | None:
    if vraag.startdatum <= vraag.stopdatum:
        return None
    return Reden(
        tekst=f"De zorg begon pas op {format_datum(vraag.startdatum)}.",
        bron=BINNEN_LOOPTIJD,
        uitweg=f"Kies {format_datum(vraag.startdatum)} of later.",
    )


@write_down(
    Regel(
        code="stop-voor-einde",
        stap=Stap.STOPPEN,
        vraag="Kan de laatste dag na het einde van het akkoord liggen?",
        tekst=("Nee. Het akkoord loopt tot en met de einddatum, en de hulp stopt op die dag of eerder."),
        voorbeeld="Het akkoord loopt t/m 30 november: stoppen op 30 november kan, op 1 december niet.",
        bronnen=(BINNEN_LOOPTIJD,),
    )
)
def require_not_after_end(vraag: Stopvraag) -> Reden | None:
    if vraag.einddatum is None or vraag.stopdatum <= vraag.einddatum:
        return None
    return Reden(
        tekst=f"Het akkoord loopt t/m {format_datum(vraag.einddatum)}.",
        bron=BINNEN_LOOPTIJD,
        uitweg=f"Kies {format_datum(vraag.einddatum)} of eerder.",
    )


@write_down(
    Regel(
        code="stop-gas",
        stap=Stap.STOPPEN,
        vraag="Is een GAS-score nodig als hulp stopt?",
        tekst=(
            "Ja, voor het hele doel, als de hulp volgens plan of samen is gestopt. Stopte één kant "
            "ermee, dan mag de score ontbreken."
        ),
        voorbeeld=(
            "Gestopt volgens plan zonder score: dat kan nog niet. Het gezin stopte zelf: dan is het "
            "een waarschuwing."
        ),
        bronnen=(GAS_NODIG,),
    )
)
def assess_gas_score(vraag: Stopvraag) -> Reden | None:
    """A score must fit its scale; a missing one blocks only when the care was ended together."""
    if vraag.gas_score is None:
        return Reden(
            tekst="Er is nog geen GAS-score voor het hele zorgdoel.",
            bron=GAS_NODIG,
            blokkeert=vraag.reden in SAMEN_GESTOPT,
            uitweg="Geef met het gezin een score aan het hele zorgdoel.",
        )
    if vraag.gas_score in vraag.schaal:
        return None
    return Reden(
        tekst=f"De score {sign_score(vraag.gas_score)} past niet op de schaal.",
        bron=vraag.schaal.bron,
        uitweg=f"Kies een score van {sign_score(vraag.schaal.laagste)} tot {sign_score(vraag.schaal.hoogste)}.",
    )


@write_down(
    Regel(
        code="stop-eindverslag",
        stap=Stap.STOPPEN,
        vraag="Hoort er een eindverslag bij het stoppen?",
        tekst=(
            "Ja. Bij een onderzoek is dat het behandelplan. Is het er nog niet, dan staat dat erbij; het houdt het "
            "stoppen niet tegen."
        ),
        voorbeeld=(
            "De hulp stopt vandaag en het verslag komt volgende week: dat kan, met een waarschuwing. Stopt een "
            "onderzoek, dan waarschuwt Rondetafel als het behandelplan er niet is."
        ),
        bepaling="papieren_einde",
    )
)
def signal_missing_papieren(vraag: Stopvraag) -> Reden | None:
    papieren = papers_with_stop(vraag.product)
    if vraag.heeft_papieren or not papieren:
        return None
    namen = " en ".join(f"het {PAPIERNAMEN[papier]}" for papier in papieren)
    return Reden(
        tekst=f"Nog niet ingeleverd: {namen}.",
        bron=vraag.product.papieren_einde.bron,
        blokkeert=False,
        uitweg=f"Vraag de zorgaanbieder om {namen}.",
    )


@write_down(
    Regel(
        code="stop-overdracht",
        stap=Stap.STOPPEN,
        vraag="Wie neemt het over als hulp stopt?",
        tekst=(
            "Als het doel bereikt is, neemt de eigen omgeving het over: het netwerk, de school of iets in de buurt. "
            "Schrijf op wie dat is. Het houdt het stoppen niet tegen."
        ),
        voorbeeld=(
            "De hulp stopt volgens plan en niemand neemt het over: een waarschuwing. "
            "“Oma en de voetbalclub”: goed."
        ),
        bronnen=(WARM_OVERDRAGEN,),
    )
)
def signal_geen_overdracht(reden: Stopreden | None, overgedragen_aan: str) -> Reden | None:
    if reden not in SAMEN_GESTOPT or overgedragen_aan.strip():
        return None
    return Reden(
        tekst="Er staat niet bij wie het overneemt.",
        bron=WARM_OVERDRAGEN,
        blokkeert=False,
        uitweg="Spreek af wie uit het netwerk of de buurt een oogje in het zeil houdt.",
    )
