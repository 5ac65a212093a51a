"""Does this Ronde Tafel Overleg (RTO) count?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.termijnen import Rol

INITIATIEFNEMERS = frozenset({Rol.REGISSEUR, Rol.AANBIEDER})

GEHOUDEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Een RTO telt als het echt geweest is",
)
TOTAAL_BEKEKEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Het RTO kijkt naar de hele hulpverlening",
)
CONCRETE_DOELEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Het RTO benoemt concrete doelen",
)
REGISSEUR_AAN_TAFEL = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="De regisseur begint het RTO, samen met de zorgaanbieder",
)
INITIATIEF = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="De regisseur en de zorgaanbieder nemen het initiatief voor het RTO",
)
VOLGENDE_DATUM = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Aan het eind van elk overleg wordt meteen de volgende datum gepland",
)
GEZIN_AAN_TAFEL = Bron(
    document="begrippenlijst-jens",
    plek="Regisseur",
    regel="Het gezin blijft steeds betrokken bij de hulp",
)
ALLEN_AAN_TAFEL = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Het RTO is met alle partijen die erbij horen",
)

EEN_OVERLEG = Bron(
    document="rondetafel",
    plek="Eén overleg op één moment",
    regel="Een gezin zit op één moment aan één overleg van een soort",
)
ZEKER_AAN_TAFEL = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Van wie er zeker bij moet zijn, spreek je dat apart af, zodat zij er ook zijn",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rto:
    """What is known of one RTO. `afwezig` and `gemist` are the names of people who were asked but not there.

    Without those in `gemist` the meeting could not do, as was agreed when it was planned. `gevraagd` are the accounts
    of all who were asked.
    """

    gepland_op: date | None = None
    gehouden_op: date | None = None
    totaalproces_bekeken: bool = False
    concrete_doelen: int = 0
    regisseur_aanwezig: bool = False
    gezin_aanwezig: bool = False
    afwezig: tuple[str, ...] = ()
    gemist: tuple[str, ...] = ()
    gevraagd: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """A meeting that was held, and the first one after it. `is_laatste`: an eindoverleg, that ends the help."""

    gehouden_op: date
    volgende_op: date | None
    is_laatste: bool


def assess_rto(rto: Rto) -> Oordeel:
    """Does this RTO count? One that is only planned gives one reason, not five."""
    gehouden = require_held(rto)
    if gehouden is not None:
        return combine(gehouden)
    return combine(
        require_totaalproces(rto),
        require_concrete_doelen(rto),
        require_regisseur(rto),
        require_gezin(rto),
        signal_gemist(rto),
        signal_afwezigen(rto),
        feiten={"RTO": name_rto(rto)},
    )


def name_rto(rto: Rto) -> str:
    """Name an RTO by its day, for use in a sentence."""
    datum = rto.gehouden_op or rto.gepland_op
    return f"het RTO van {format_datum(datum)}" if datum else "het RTO zonder datum"


@write_down(
    Regel(
        code="rto-gehouden",
        stap=Stap.OVERLEG,
        vraag="Telt een RTO dat nog komt?",
        tekst="Nee. Een RTO telt als het echt geweest is.",
        voorbeeld="Het RTO staat voor morgen: het telt nog niet. Morgen, als het gehouden is, wel.",
        bronnen=(GEHOUDEN,),
    )
)
def require_held(rto: Rto) -> Reden | None:
    if rto.gehouden_op is not None:
        return None
    return Reden(
        tekst=f"{_sentence(rto)} is nog niet gehouden.",
        bron=GEHOUDEN,
        uitweg="Leg vast dat het RTO er geweest is, of plan een nieuwe datum.",
    )


@write_down(
    Regel(
        code="rto-totaal",
        stap=Stap.OVERLEG,
        vraag="Waar kijkt een RTO naar?",
        tekst="Naar alle hulp in het gezin samen, niet naar één aanbieder.",
        voorbeeld=(
            "Alleen de begeleiding van De Linde is besproken: het RTO telt niet. Ook de GGZ en de "
            "school besproken: het telt."
        ),
        bronnen=(TOTAAL_BEKEKEN,),
    )
)
def require_totaalproces(rto: Rto) -> Reden | None:
    if rto.totaalproces_bekeken:
        return None
    return Reden(
        tekst=f"In {name_rto(rto)} is nog niet naar alle hulp samen gekeken.",
        bron=TOTAAL_BEKEKEN,
        uitweg="Bespreek alle hulp in het gezin en leg dat vast in het verslag.",
    )


@write_down(
    Regel(
        code="rto-doelen",
        stap=Stap.OVERLEG,
        vraag="Moet een RTO doelen noemen?",
        tekst="Ja, ten minste één concreet doel waar de hulp zich op richt.",
        voorbeeld="Nul doelen genoemd: het telt niet. Eén doel genoemd: het telt.",
        bronnen=(CONCRETE_DOELEN,),
    )
)
def require_concrete_doelen(rto: Rto) -> Reden | None:
    if rto.concrete_doelen > 0:
        return None
    return Reden(
        tekst=f"In {name_rto(rto)} is geen concreet doel benoemd.",
        bron=CONCRETE_DOELEN,
        uitweg="Noem ten minste één doel waar de hulp zich op richt.",
    )


@write_down(
    Regel(
        code="rto-regisseur",
        stap=Stap.OVERLEG,
        vraag="Is de regisseur bij het RTO?",
        tekst="Ja. Zonder de regisseur telt het RTO niet.",
        voorbeeld=("De aanbieder en de ouders spraken samen: dat is geen RTO. Met de regisseur erbij wel."),
        bronnen=(REGISSEUR_AAN_TAFEL,),
    )
)
def require_regisseur(rto: Rto) -> Reden | None:
    if rto.regisseur_aanwezig:
        return None
    return Reden(
        tekst=f"De regisseur was niet bij {name_rto(rto)}.",
        bron=REGISSEUR_AAN_TAFEL,
        uitweg="Plan een nieuw RTO met de regisseur.",
    )


@write_down(
    Regel(
        code="rto-gezin",
        stap=Stap.OVERLEG,
        vraag="Is het gezin bij het RTO?",
        tekst=("Ja, ten minste één van hen. Er wordt niet over het gezin gesproken zonder het gezin."),
        voorbeeld="Alleen hulpverleners aan tafel: het telt niet. De moeder erbij: het telt.",
        bronnen=(GEZIN_AAN_TAFEL,),
    )
)
def require_gezin(rto: Rto) -> Reden | None:
    if rto.gezin_aanwezig:
        return None
    return Reden(
        tekst=f"Er was niemand van het gezin bij {name_rto(rto)}.",
        bron=GEZIN_AAN_TAFEL,
        uitweg="Plan een nieuw RTO op een moment dat het gezin kan.",
    )


@write_down(
    Regel(
        code="zeker-bij-overleg",
        stap=Stap.OVERLEG,
        vraag="Wie moet er zeker bij een overleg zijn?",
        tekst=(
            "Kies bij het plannen samen met het gezin wie er zeker bij moet zijn, en wie mag komen. Was iemand die "
            "er zeker bij moest zijn er niet, dan zegt Rondetafel dat. Het RTO telt dan nog wel."
        ),
        voorbeeld="De juf moest erbij zijn en was ziek: een signaal, met het advies om haar apart te spreken.",
        bronnen=(ZEKER_AAN_TAFEL,),
    )
)
def signal_gemist(rto: Rto) -> Reden | None:
    # The source asks to make sure that they come; it does not say that the meeting counts for nothing.
    if not rto.gemist:
        return None
    return Reden(
        tekst=f"Moest er zeker bij zijn, en was niet bij {name_rto(rto)}: {', '.join(rto.gemist)}.",
        bron=ZEKER_AAN_TAFEL,
        blokkeert=False,
        uitweg="Bespreek met hen wat er is afgesproken, of plan een nieuwe dag waarop zij kunnen.",
    )


@write_down(
    Regel(
        code="rto-afwezig",
        stap=Stap.OVERLEG,
        vraag="Wat als iemand er niet was?",
        tekst="Het RTO telt, en u ziet wie er niet was. Stuur hun het verslag.",
        voorbeeld="De school kon niet komen: het RTO telt, met een waarschuwing.",
        bronnen=(ALLEN_AAN_TAFEL,),
    )
)
def signal_afwezigen(rto: Rto) -> Reden | None:
    if not rto.afwezig:
        return None
    return Reden(
        tekst=f"Niet bij {name_rto(rto)}: {', '.join(rto.afwezig)}.",
        bron=ALLEN_AAN_TAFEL,
        blokkeert=False,
        uitweg="Stuur hun het verslag en vraag of zij het eens zijn.",
    )


@write_down(
    Regel(
        code="rto-initiatief",
        stap=Stap.OVERLEG,
        vraag="Wie neemt het initiatief voor een RTO?",
        tekst="De regisseur en de zorgaanbieder. Anderen aan tafel vragen het aan een van hen.",
        voorbeeld="De regisseur plant het RTO: dat kan. Het kernteam plant er geen.",
        bronnen=(INITIATIEF,),
    )
)
def require_initiatief(wie: Rol) -> Reden | None:
    if wie in INITIATIEFNEMERS:
        return None
    return Reden(
        tekst="Een RTO plant de regisseur of de zorgaanbieder.",
        bron=INITIATIEF,
        uitweg="Vraag de regisseur van dit gezin om een RTO.",
    )


@write_down(
    Regel(
        code="overleg-volgende-datum",
        stap=Stap.OVERLEG,
        vraag="Wanneer wordt het volgende overleg gepland?",
        tekst=(
            "Aan het eind van elk overleg, meteen samen. Staat er geen volgende datum, dan ziet u dat. "
            "Na een eindoverleg hoeft het niet."
        ),
        voorbeeld="Het RTO was op 2 november en er staat niets gepland: een waarschuwing. Staat er 1 februari: goed.",
        bronnen=(VOLGENDE_DATUM,),
    )
)
def signal_geen_volgende(verslag: Verslag) -> Reden | None:
    if verslag.is_laatste or (verslag.volgende_op and verslag.volgende_op > verslag.gehouden_op):
        return None
    return Reden(
        tekst="Er is nog geen volgend overleg gepland.",
        bron=VOLGENDE_DATUM,
        blokkeert=False,
        uitweg="Spreek meteen een datum af met iedereen aan tafel.",
    )


def _sentence(rto: Rto) -> str:
    naam = name_rto(rto)
    return naam[0].upper() + naam[1:]
