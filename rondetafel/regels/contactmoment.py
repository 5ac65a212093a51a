"""Does this count as a contactmoment, and is the average right over the whole looptijd?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.product import Eenheid, Keuze, Product
from rondetafel.regels.regelboek import Regel, Stap, write_down

CONTACT = Bron(
    document="productportfolio-2023-04-17",
    plek="Indirect en directe tijd",
    regel="Een contactmoment is werken aan de hulpvraag met een doel, in het echt of digitaal; appen telt niet",
)
DIRECTE_TIJD = Bron(
    document="productportfolio-2023-04-17",
    plek="Indirect en directe tijd",
    regel="Directe tijd is contact met de jeugdige, met wie zorgt of wie eromheen staat, ook per telefoon",
)
INDIRECTE_TIJD = Bron(
    document="productportfolio-2023-04-17",
    plek="Indirecte cliëntgebonden tijd",
    regel="Zes soorten werk voor het kind zonder contact; die zitten in de prijs van een contactmoment",
)
NIET_CLIENTGEBONDEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Niet-cliëntgebonden tijd",
    regel="Tijd die niet over een kind gaat, zit in het tarief en komt niet op de rekening",
)


class Activiteit(StrEnum):
    """What somebody did. The values of indirect time are the codes of the catalogue."""

    GESPREK = "gesprek"
    BELLEN = "bellen"
    BEELDBELLEN = "beeldbellen"
    APPEN = "appen"
    RAPPORTAGE = "rapportage"
    OVERLEG_JEUGDIGE = "overleg"
    ANALYSE = "analyse"
    REISTIJD = "reistijd"
    VOORBEREIDING = "voorbereiding"
    COORDINATIE = "coordinatie"
    NIET_CLIENTGEBONDEN = "niet-clientgebonden"


DIRECT = frozenset({Activiteit.GESPREK, Activiteit.BELLEN, Activiteit.BEELDBELLEN})
NAMEN = {
    Activiteit.GESPREK: "gesprek",
    Activiteit.BELLEN: "bellen",
    Activiteit.BEELDBELLEN: "beeldbellen",
    Activiteit.APPEN: "appen",
    Activiteit.RAPPORTAGE: "een verslag schrijven",
    Activiteit.OVERLEG_JEUGDIGE: "overleg over de jeugdige",
    Activiteit.ANALYSE: "analyse, bijvoorbeeld voor diagnostiek",
    Activiteit.REISTIJD: "reizen van en naar de jeugdige",
    Activiteit.VOORBEREIDING: "voorbereiding",
    Activiteit.COORDINATIE: "afstemmen met andere hulpverleners",
    Activiteit.NIET_CLIENTGEBONDEN: "tijd die niet over een kind gaat",
}
# What niet-GGZ may declare although it is indirect, when the product names nothing of its own.
GENOEMD = frozenset({Activiteit.OVERLEG_JEUGDIGE, Activiteit.COORDINATIE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One activity, in minutes. `doel` is the goal it worked on; empty when there is none."""

    activiteit: Activiteit
    minuten: int
    doel: str = ""
    met_client: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Casus:
    """What is known of the help and of safety. `hoog_risico`: a chance that the child must leave home."""

    product: Product
    keuzes: Mapping[str, Keuze]
    hoog_risico: bool = False
    melding_veilig_thuis: bool = False
    raadsonderzoek: bool = False

    @property
    def is_onveilig(self) -> bool:
        """Is one of the three grounds there on which reporting counts?"""
        return self.hoog_risico or self.melding_veilig_thuis or self.raadsonderzoek


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Whether something counts as a contactmoment, and why."""

    telt: bool
    waarom: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijdtelling:
    """All activities of one akkoord so far, with its last day and the day of counting."""

    casus: Casus
    contacten: tuple[Contact, ...]
    einddatum: date
    peildatum: date


@write_down(
    Regel(
        code="contactmoment-telt",
        stap=Stap.UITVOEREN,
        vraag="Telt dit als contactmoment?",
        tekst=(
            "Een gesprek, bellen of beeldbellen telt als er aan een doel is gewerkt. Appen telt nooit. "
            "Reizen en voorbereiden zitten in de prijs. Overleg over de jeugdige en afstemmen met andere "
            "hulpverleners tellen wel, behalve bij GGZ. Een verslag schrijven telt alleen als de veiligheid "
            "ernstig in gevaar is, of na Veilig Thuis of de Raad."
        ),
        voorbeeld=(
            "Bellen met moeder over het doel, 30 minuten: telt. Appen met moeder: telt niet. Een verslag: "
            "telt niet, tenzij het kind misschien uit huis moet."
        ),
        bronnen=(CONTACT, DIRECTE_TIJD, INDIRECTE_TIJD, NIET_CLIENTGEBONDEN),
        tegenspraken=("F16", "F17", "F18"),
    )
)
def weigh_contact(contact: Contact, casus: Casus) -> Telling:
    """Tell whether an activity counts as a contactmoment in this case."""
    activiteit = contact.activiteit
    if activiteit is Activiteit.APPEN:
        return Telling(telt=False, waarom="Appen is geen contactmoment.", bron=CONTACT)
    if activiteit is Activiteit.NIET_CLIENTGEBONDEN:
        return Telling(telt=False, waarom="Dit zit in het tarief.", bron=NIET_CLIENTGEBONDEN)
    if activiteit in DIRECT:
        if contact.doel.strip():
            return Telling(telt=True, waarom="Er is aan een doel gewerkt.", bron=DIRECTE_TIJD)
        return Telling(telt=False, waarom="Er staat geen doel bij.", bron=CONTACT)
    if activiteit is Activiteit.REISTIJD:
        return _weigh_travel(casus)
    if activiteit is Activiteit.RAPPORTAGE:
        return _weigh_report(contact, casus)
    return _weigh_indirect(activiteit, casus)


@write_down(
    Regel(
        code="contactmoment-gemiddelde",
        stap=Stap.UITVOEREN,
        vraag="Hoe lang duurt een contactmoment?",
        tekst=(
            "Over de hele looptijd ligt het gemiddelde tussen de grenzen die bij het product staan. "
            "Eén kort of lang contact is dus geen "
            "probleem. Het is een signaal en geen weigering."
        ),
        voorbeeld=(
            "Een uur per week in het begin en een half uur om de week aan het eind: het gemiddelde blijft tussen "
            "30 en 90 minuten. Gemiddeld 29 of 91 minuten geeft een melding."
        ),
        bepaling="gemiddelde_minuten",
        tegenspraken=("F14",),
    )
)
def assess_gemiddelde(telling: Looptijdtelling) -> Oordeel:
    """Is the average of what counts between the bounds of the product? The bounds themselves are right."""
    product = telling.casus.product
    minuten = [een.minuten for een in telling.contacten if weigh_contact(een, telling.casus).telt]
    grenzen = product.gemiddelde_minuten
    if grenzen is None or product.eenheid is not Eenheid.CONTACTMOMENT or not minuten:
        return combine(feiten={"Contactmomenten": str(len(minuten))})
    minst, meest = grenzen.waarde
    totaal = sum(minuten)
    feiten = {
        "Contactmomenten": str(len(minuten)),
        "Gemiddeld": f"{totaal / len(minuten):.1f} minuten".replace(".", ","),
    }
    # Compared as whole numbers: an average that rounds to the bound may still be over it.
    if minst * len(minuten) <= totaal <= meest * len(minuten):
        return combine(feiten=feiten)
    loopt = telling.peildatum <= telling.einddatum
    return combine(
        Reden(
            tekst=(
                f"Een contactmoment duurt gemiddeld {minst} tot {meest} minuten. Hier is het {feiten['Gemiddeld']}."
            ),
            bron=grenzen.bron,
            blokkeert=False,
            uitweg="De hulp loopt nog: het gaat om het gemiddelde aan het eind."
            if loopt
            else "Leg bij de evaluatie uit waarom het anders was.",
        ),
        feiten=feiten,
    )


def count_contactmomenten(contacten: Iterable[Contact], casus: Casus) -> int:
    """Return how many of these count."""
    return sum(weigh_contact(een, casus).telt for een in contacten)


def _weigh_travel(casus: Casus) -> Telling:
    return Telling(
        telt=False,
        waarom="Reizen zit in de prijs van het contactmoment.",
        bron=casus.keuzes["reistijd"].lezing.bron,
    )


def _weigh_report(contact: Contact, casus: Casus) -> Telling:
    lezing = casus.keuzes["rapportage-telt"].lezing
    if casus.product.is_ggz:
        return _weigh_indirect(Activiteit.RAPPORTAGE, casus)
    if lezing.code == "hoog-risico" and casus.is_onveilig:
        return Telling(telt=True, waarom="De veiligheid is ernstig in gevaar.", bron=lezing.bron)
    if contact.met_client and contact.doel.strip():
        return Telling(
            telt=True, waarom="Het verslag is samen met het kind of gezin gemaakt.", bron=DIRECTE_TIJD
        )
    return Telling(telt=False, waarom="Een verslag hoort in het contactmoment zelf.", bron=lezing.bron)


def _weigh_indirect(activiteit: Activiteit, casus: Casus) -> Telling:
    if casus.product.is_ggz:
        lezing = casus.keuzes["ggz-indirect"].lezing
        telt = lezing.code == "alle"
        waarom = "Bij GGZ telt deze tijd mee." if telt else "Bij GGZ telt indirecte tijd niet mee."
        return Telling(telt=telt, waarom=waarom, bron=lezing.bron)
    lezing = casus.keuzes["indirect-telt"].lezing
    genoemd = {een.code for een in casus.product.indirect if not een.voorwaarde} or GENOEMD
    if lezing.code == "alleen-genoemde" and activiteit in genoemd:
        return Telling(telt=True, waarom="Dit mag als contactmoment worden geteld.", bron=lezing.bron)
    return Telling(telt=False, waarom="Dit zit in de prijs van het contactmoment.", bron=INDIRECTE_TIJD)
