"""May this jeugdige be registered with JENS, and is the dossier complete enough to discuss?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.analyseverslag import Analysedeel, signal_incomplete_analyse
from rondetafel.regels.datum import format_datum
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.verwijzers import Verwijzer

MEERDERJARIG = 18
UITERSTE_LEEFTIJD = 23

VIA_VERWIJZER = Bron(
    document="begrippenlijst-jens",
    plek="JENS aanmeldformulier",
    regel="Een verwijzer meldt aan; een ouder of jongere kan dat niet zelf",
)
GEMEENTEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="Inleiding",
    regel="JENS werkt voor de gemeenten die het contract hebben",
)
LEEFTIJD = Bron(
    document="jeugdwet",
    plek="artikel 1.1",
    regel="Jeugdhulp is tot 18 jaar, en tot 23 jaar als eerdere hulp door moet gaan of terugkomt",
)
COMPLEET = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 12",
    regel="Bij een vraag horen een aanmeldbrief en inhoudelijke informatie",
)
GEZAG_BEKEND = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Van elk kind staat erbij wie gezag heeft",
)
ANALYSEVERSLAG = Bron(
    document="begrippenlijst-jens",
    plek="Analyseverslag",
    regel="De toegang van de gemeente stuurt het analyseverslag mee",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldvraag:
    """Everything the rules below look at. `verwijzer` None is a parent or jeugdige who asks.

    `gemeente` is the one that is responsible (woonplaatsbeginsel); `motivatie_18_plus` says why
    help goes on, or comes back, after the eighteenth birthday.
    """

    verwijzer: Verwijzer | None
    gemeente: str
    contractgemeenten: frozenset[str]
    geboortedatum: date
    ontvangen_op: date
    motivatie_18_plus: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What came with the aanmelding; `gezag_onbekend` are the children of whom nobody asked.

    `analyse` is what stands in the analyseverslag, when there is one.
    """

    verwijzer: Verwijzer
    aanmeldbrief_aanwezig: bool
    inhoud_aanwezig: bool
    analyseverslag_aanwezig: bool
    gezag_onbekend: tuple[str, ...] = ()
    analyse: frozenset[Analysedeel] = frozenset()


def assess_aanmelding(vraag: Aanmeldvraag) -> Oordeel:
    return combine(
        require_verwijzer(vraag),
        require_contractgemeente(vraag),
        assess_leeftijd(vraag),
        feiten={
            "Verwijzer": vraag.verwijzer.naam if vraag.verwijzer else "geen",
            "Gemeente": vraag.gemeente,
            "Geboortedatum": format_datum(vraag.geboortedatum),
            "Ontvangen op": format_datum(vraag.ontvangen_op),
        },
    )


def assess_dossier(dossier: Dossier) -> Oordeel:
    """Is it complete? Each reason says what to ask of whom."""
    return combine(
        require_aanmeldbrief(dossier),
        require_inhoud(dossier),
        require_gezag(dossier),
        signal_missing_analyseverslag(dossier),
        signal_incomplete_analyse(dossier.analyse) if dossier.analyseverslag_aanwezig else None,
        feiten={
            "Verwijzer": dossier.verwijzer.naam,
            "Aanmeldbrief": _is_there(dossier.aanmeldbrief_aanwezig),
            "Inhoudelijke informatie": _is_there(dossier.inhoud_aanwezig),
            "Analyseverslag": _is_there(dossier.analyseverslag_aanwezig),
            "Gezag": f"niet bekend van {', '.join(dossier.gezag_onbekend)}"
            if dossier.gezag_onbekend
            else "bekend",
        },
    )


@write_down(
    Regel(
        code="aanmelden-via-verwijzer",
        stap=Stap.AANMELDEN,
        vraag="Wie mag een jeugdige aanmelden?",
        tekst=(
            "Een verwijzer: bijvoorbeeld de gemeente, de huisarts of de school. Een ouder of jongere "
            "kan zich niet zelf aanmelden."
        ),
        voorbeeld=(
            "Een moeder belt zelf: dat gaat niet. Zij wordt verwezen naar de gemeente of de huisarts, "
            "en die meldt aan."
        ),
        bronnen=(VIA_VERWIJZER,),
        tegenspraken=("F39",),
    )
)
def require_verwijzer(vraag: Aanmeldvraag) -> Reden | None:
    if vraag.verwijzer is not None:
        return None
    return Reden(
        tekst="Ouders en jongeren kunnen zichzelf niet bij JENS aanmelden.",
        bron=VIA_VERWIJZER,
        uitweg="Verwijs naar de gemeente of de huisarts. Die kan aanmelden.",
    )


@write_down(
    Regel(
        code="aanmelden-gemeente",
        stap=Stap.AANMELDEN,
        vraag="Voor welke gemeenten werkt JENS?",
        tekst=(
            "Voor de gemeenten met een contract. De gemeente die verantwoordelijk is voor het kind "
            "telt, niet waar de verwijzer zit."
        ),
        voorbeeld=(
            "Heerlen is verantwoordelijk: dat kan. Is Maastricht verantwoordelijk, dan gaat de vraag "
            "naar Maastricht."
        ),
        bronnen=(GEMEENTEN,),
    )
)
def require_contractgemeente(vraag: Aanmeldvraag) -> Reden | None:
    if vraag.gemeente in vraag.contractgemeenten:
        return None
    return Reden(
        tekst=f"JENS werkt niet voor de gemeente {vraag.gemeente}.",
        bron=GEMEENTEN,
        uitweg=(
            f"Stuur de vraag naar de gemeente {vraag.gemeente}. "
            f"JENS werkt voor {', '.join(sorted(vraag.contractgemeenten))}."
        ),
    )


@write_down(
    Regel(
        code="aanmelden-leeftijd",
        stap=Stap.AANMELDEN,
        vraag="Tot welke leeftijd is er jeugdhulp?",
        tekst=(
            "Tot 18 jaar. Van 18 tot 23 jaar alleen als hulp van ervoor door moet gaan of terugkomt, "
            "met de reden erbij. Daarna niet meer."
        ),
        voorbeeld=(
            "Een jongere werd gisteren 18 en heeft nog hulp nodig die al liep: dat kan, met een "
            "reden. Op de 23e verjaardag kan het niet meer."
        ),
        bronnen=(LEEFTIJD,),
    )
)
def assess_leeftijd(vraag: Aanmeldvraag) -> Reden | None:
    """Under 18 is fine; from 18 to 23 only with a motivation, which is then shown; after that not."""
    if vraag.ontvangen_op < birthday_of(vraag.geboortedatum, MEERDERJARIG):
        return None
    uiterste = birthday_of(vraag.geboortedatum, UITERSTE_LEEFTIJD)
    if vraag.ontvangen_op >= uiterste:
        return Reden(
            tekst=f"Deze persoon werd op {format_datum(uiterste)} {UITERSTE_LEEFTIJD} jaar.",
            bron=LEEFTIJD,
            uitweg="Vraag de gemeente om hulp uit de Wmo.",
        )
    motivatie = vraag.motivatie_18_plus.strip()
    if not motivatie:
        return Reden(
            tekst=f"Deze jongere is al {MEERDERJARIG} jaar of ouder.",
            bron=LEEFTIJD,
            uitweg="Schrijf op waarom hulp van voor de achttiende verjaardag doorgaat of terugkomt.",
        )
    return Reden(
        tekst=f"Deze jongere is al {MEERDERJARIG} jaar of ouder. Uitleg: {motivatie}",
        bron=LEEFTIJD,
        blokkeert=False,
        uitweg=f"Jeugdhulp kan tot {format_datum(uiterste)}. Maak een plan voor daarna.",
    )


@write_down(
    Regel(
        code="dossier-aanmeldbrief",
        stap=Stap.AANMELDEN,
        vraag="Hoort er een aanmeldbrief bij een vraag?",
        tekst=(
            "Ja. Zonder aanmeldbrief is het dossier niet compleet en kan het kernteam er niet over praten."
        ),
        voorbeeld=("De huisarts stuurt alleen een mail met een naam: de backoffice vraagt eerst de brief."),
        bronnen=(COMPLEET,),
    )
)
def require_aanmeldbrief(dossier: Dossier) -> Reden | None:
    if dossier.aanmeldbrief_aanwezig:
        return None
    return Reden(
        tekst="De aanmeldbrief ontbreekt.",
        bron=COMPLEET,
        uitweg=f"Vraag de aanmeldbrief aan de verwijzer ({dossier.verwijzer.naam}).",
    )


@write_down(
    Regel(
        code="dossier-inhoud",
        stap=Stap.AANMELDEN,
        vraag="Wat moet er inhoudelijk bij een vraag staan?",
        tekst=(
            "Genoeg om een passende plek te zoeken: wat er speelt en welke hulp er al was. Is het te "
            "kort, dan vraagt de backoffice het na."
        ),
        voorbeeld=(
            "“Graag hulp” is te kort. Wat er thuis en op school gebeurt en wat al geprobeerd is, is genoeg."
        ),
        bronnen=(COMPLEET,),
    )
)
def require_inhoud(dossier: Dossier) -> Reden | None:
    if dossier.inhoud_aanwezig:
        return None
    return Reden(
        tekst="De inhoudelijke informatie ontbreekt of is te kort.",
        bron=COMPLEET,
        uitweg=f"Vraag de verwijzer ({dossier.verwijzer.naam}) wat er speelt en welke hulp er al was.",
    )


@write_down(
    Regel(
        code="dossier-gezag",
        stap=Stap.AANMELDEN,
        vraag="Moet bekend zijn wie gezag heeft?",
        tekst="Ja, van elk kind. Anders weet niemand wie mag beslissen en meelezen.",
        voorbeeld="Van Noor is bekend dat beide ouders gezag hebben, van Adam niet: eerst navragen.",
        bronnen=(GEZAG_BEKEND,),
    )
)
def require_gezag(dossier: Dossier) -> Reden | None:
    if not dossier.gezag_onbekend:
        return None
    return Reden(
        tekst=f"Het is niet bekend wie gezag heeft over {' en '.join(dossier.gezag_onbekend)}.",
        bron=GEZAG_BEKEND,
        uitweg="Vraag het aan de ouders en kijk het na in het gezagsregister.",
    )


@write_down(
    Regel(
        code="dossier-analyseverslag",
        stap=Stap.AANMELDEN,
        vraag="Hoort er een analyseverslag bij?",
        tekst=(
            "Als de toegang van de gemeente aanmeldt wel. Ontbreekt het, dan ziet de backoffice dat; "
            "het houdt niemand tegen."
        ),
        voorbeeld=(
            "De gemeente meldt aan zonder verslag: een waarschuwing. Meldt de huisarts aan, dan is er "
            "geen verslag nodig."
        ),
        bronnen=(ANALYSEVERSLAG,),
    )
)
def signal_missing_analyseverslag(dossier: Dossier) -> Reden | None:
    if dossier.analyseverslag_aanwezig or dossier.verwijzer is not Verwijzer.GEMEENTE:
        return None
    return Reden(
        tekst="Het analyseverslag van de gemeente is er niet bij.",
        bron=ANALYSEVERSLAG,
        blokkeert=False,
        uitweg="Vraag de toegang van de gemeente om het analyseverslag.",
    )


def _is_there(aanwezig: bool) -> str:
    return "is er" if aanwezig else "is er niet"
