"""Who is around a family besides itself, whom was asked about, and whom do we not forget?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

MEERDERJARIG = 18

HUISARTS_VRAGEN = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Vraag toestemming voor contact met de huisarts, en laat de huisarts meelopen",
)
JEUGDARTS_VRAGEN = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Van een kind onder de 18 wordt bij de jeugdarts navraag gedaan",
)
VERKEN_NETWERK = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Verken het netwerk, en neem niet aan dat er niemand is; kijk ook naar preventieve organisaties",
)
WIE_BLIJFT_ERBIJ = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Bespreek altijd wie blijft: huisarts, behandelaar, jeugdgezondheidszorg en onderwijs, familie en vrienden",
)
VERDER_DAN_OMA = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Toelichting",
    regel="Vraag verder dan opa en oma: vrienden, buren, andere ouders, vroeger, kerk, sport, werk en school",
)


class Omgeving(StrEnum):
    """What somebody is to the family. The first nine are informal, the others do it as their work."""

    FAMILIE = "familie"
    VRIENDEN = "vrienden"
    BUREN = "buren"
    OUDERS_VRIENDJES = "ouders_vriendjes"
    VROEGER = "vroeger"
    GELOOF = "geloof"
    SPORT = "sport"
    COLLEGAS = "collegas"
    LEERKRACHTEN = "leerkrachten"
    HUISARTS = "huisarts"
    BEHANDELAAR = "behandelaar"
    JGZ = "jgz"
    ONDERWIJS = "onderwijs"
    PREVENTIEF = "preventief"

    @property
    def naam(self) -> str:
        return OMGEVINGEN[self]


OMGEVINGEN = {
    Omgeving.FAMILIE: "familie",
    Omgeving.VRIENDEN: "vrienden",
    Omgeving.BUREN: "buren",
    Omgeving.OUDERS_VRIENDJES: "ouders van vriendjes en vriendinnetjes",
    Omgeving.VROEGER: "buren en vrienden van vroeger",
    Omgeving.GELOOF: "kerk, moskee of ander geloof",
    Omgeving.SPORT: "sportclub of andere club",
    Omgeving.COLLEGAS: "collega’s",
    Omgeving.LEERKRACHTEN: "juf, meester of mentor",
    Omgeving.HUISARTS: "huisarts",
    Omgeving.BEHANDELAAR: "vaste behandelaar of begeleider",
    Omgeving.JGZ: "jeugdarts of jeugdverpleegkundige",
    Omgeving.ONDERWIJS: "school of opvang",
    Omgeving.PREVENTIEF: "organisatie die voorkomt dat het erger wordt",
}
INFORMEEL = tuple(Omgeving)[:9]
FORMEEL = tuple(Omgeving)[9:]
LEVENSLANG = (
    Omgeving.HUISARTS,
    Omgeving.BEHANDELAAR,
    Omgeving.JGZ,
    Omgeving.ONDERWIJS,
    Omgeving.FAMILIE,
    Omgeving.VRIENDEN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgevingsfeiten:
    """Who is there, and about which kinds the family said that there is nobody. `geboren`: of the children.

    `toestemming` tells of the huisarts whether consent was given (True), refused, or is not answered (None);
    `jeugdarts_gevraagd`: somebody asked the jeugdarts for information.
    """

    aanwezig: frozenset[Omgeving]
    niemand: frozenset[Omgeving]
    geboren: Sequence[date] = ()
    toestemming: bool | None = None
    huisarts_gevraagd: bool = False
    jeugdarts_gevraagd: bool = False


def assess_omgeving(feiten: Omgevingsfeiten, peildatum: date) -> Oordeel:
    """What is still to be asked? Signals, never a refusal."""
    return combine(
        signal_levenslang(feiten),
        signal_huisarts(feiten),
        signal_jeugdarts(feiten, peildatum),
    )


def still_to_ask(feiten: Omgevingsfeiten) -> Iterator[Omgeving]:
    """The kinds of people about whom nobody asked yet, in the order in which one asks."""
    bekend = feiten.aanwezig | feiten.niemand
    return (een for een in Omgeving if een not in bekend)


@write_down(
    Regel(
        code="levenslange-betrokkenen",
        stap=Stap.PLAN,
        vraag="Naar wie die lang blijft, is gevraagd?",
        tekst=(
            "Vraag naar ieder van deze zes: huisarts, vaste behandelaar, jeugdgezondheidszorg, school of opvang, "
            "familie en vrienden. Is er niemand? Dan schrijft u dat op, en de vraag is gesteld."
        ),
        voorbeeld="Oma en de huisarts staan er, naar vrienden is nog niet gevraagd: een signaal met ‘vrienden’.",
        bronnen=(WIE_BLIJFT_ERBIJ, VERKEN_NETWERK, VERDER_DAN_OMA),
    )
)
def signal_levenslang(feiten: Omgevingsfeiten) -> Reden | None:
    open_ = [een.naam for een in LEVENSLANG if een not in feiten.aanwezig | feiten.niemand]
    if not open_:
        return None
    return Reden(
        tekst=f"Nog niet gevraagd wie er blijft: {', '.join(open_)}.",
        bron=WIE_BLIJFT_ERBIJ,
        blokkeert=False,
        uitweg="Zet erbij wie dat is. Is er niemand? Kies dan ‘Er is niemand’.",
    )


@write_down(
    Regel(
        code="huisarts-toestemming",
        stap=Stap.PLAN,
        vraag="Mag u contact hebben met de huisarts?",
        tekst=(
            "Alleen als wie beslist ja zegt. Dat het gezin de naam noemt, is nog geen ja. Eerst staat er: nog niet "
            "gevraagd. Schrijf op wanneer u het vroeg, en later wie besliste. Zolang er geen ja is, "
            "ziet alleen de regisseur wie de huisarts is; de stoel blijft voor anderen leeg."
        ),
        voorbeeld="Op 3 maart gevraagd, moeder zei op 5 maart ja: vanaf dan staat de naam bij de stoel.",
        bronnen=(HUISARTS_VRAGEN,),
    )
)
def signal_huisarts(feiten: Omgevingsfeiten) -> Reden | None:
    if feiten.toestemming is not None or Omgeving.HUISARTS in feiten.niemand:
        return None
    tekst = (
        "Het gezin heeft nog niet gezegd of er contact mag zijn met de huisarts."
        if feiten.huisarts_gevraagd
        else "Er is nog niet gevraagd of er contact mag zijn met de huisarts."
    )
    return Reden(
        tekst=tekst, bron=HUISARTS_VRAGEN, blokkeert=False, uitweg="Vraag het aan wie erover beslist."
    )


@write_down(
    Regel(
        code="jeugdarts-informatie",
        stap=Stap.PLAN,
        vraag="Wanneer vraagt u informatie aan de jeugdarts?",
        tekst="Als er een kind onder de 18 in het gezin is. Schrijf op wanneer u het vroeg.",
        voorbeeld="Sam wordt op 2 mei 18: op 1 mei vraagt de app er nog om, op 2 mei niet meer.",
        bronnen=(JEUGDARTS_VRAGEN,),
    )
)
def signal_jeugdarts(feiten: Omgevingsfeiten, peildatum: date) -> Reden | None:
    jong = any(peildatum < birthday_of(dag, MEERDERJARIG) for dag in feiten.geboren)
    if not jong or feiten.jeugdarts_gevraagd or Omgeving.JGZ in feiten.niemand:
        return None
    return Reden(
        tekst="Er is nog geen informatie gevraagd aan de jeugdarts.",
        bron=JEUGDARTS_VRAGEN,
        blokkeert=False,
        uitweg="Zet de jeugdarts erbij en schrijf op wanneer u het vroeg.",
    )
