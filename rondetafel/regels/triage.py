"""How heavy is the question, where can it be helped, and who keeps hold of it?"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.regelboek import Regel, Stap, write_down

MEERVOUDIG_VANAF = 3
WIE_HEEFT_REGISSEUR = "regisseur"

VOORSTEL = Bron(
    document="rondetafel",
    plek="Voorstel voor de klasse bij triage",
    regel="De bronnen zeggen niet wanneer een vraag enkelvoudig, meervoudig of multiprobleem is",
)
KLASSE_BIJHOUDEN = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 4",
    regel="Van elke vraag is bekend of die enkelvoudig, meervoudig of multiprobleem is",
)
LICHT_EERST = Bron(
    document="halfjaarrapportage-2020-2",
    plek="3.1 Organisatie van zorg en ondersteuning",
    regel="Eerst hulp in K1 en K2; K3 meestal samen met K1 of K2",
)
EIGEN_OMGEVING_EERST = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Kader",
    regel="Het eigen netwerk en voorliggende voorzieningen gaan voor jeugdhulp",
)
EEN_REGISSEUR = Bron(
    document="productportfolio-2023-04-17",
    plek="Methodiek gezinsplan versus RTO cyclus",
    regel="Bij zorg voor een gezin hoort één plan, met één regisseur",
)
GEEN_REGISSEUR = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.7 KPI 4",
    regel="Een enkelvoudige vraag heeft geen regisseur nodig",
)


class Klasse(StrEnum):
    """How much hangs together in a family."""

    ENKELVOUDIG = "enkelvoudig"
    MEERVOUDIG = "meervoudig"
    MULTIPROBLEEM = "multiprobleem"


def heaviest(klassen: Collection[Klasse]) -> Klasse | None:
    """Of what was decided about several questions; None when nothing was."""
    return next((een for een in reversed(Klasse) if een in klassen), None)


class Regisseurbeleid(StrEnum):
    """Who has a regisseur: the sources disagree, so this is a setting."""

    ALTIJD = "altijd"
    NIET_BIJ_ENKELVOUDIG = "niet-bij-enkelvoudig"

    @property
    def bron(self) -> Bron:
        return EEN_REGISSEUR if self is Regisseurbeleid.ALTIJD else GEEN_REGISSEUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Triagefeiten:
    """What is known of the question; `veiligheid_in_geding` also holds under a measure of a judge."""

    hulpvragen: int
    leefgebieden: int
    gezinsleden_met_hulpvraag: int
    langdurig: bool
    veiligheid_in_geding: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Klassevoorstel:
    """A suggestion with its grounds; the kernteam decides."""

    klasse: Klasse
    waarom: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What the kernteam wants to decide, beside what was suggested to them."""

    voorstel: Klassevoorstel
    klasse: Klasse | None
    afwijkmotivatie: str
    kwadranten: frozenset[Kwadrant]
    motivatie_k3: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regievraag:
    """Does this family have the regisseur that its klasse asks for? `beleid` is the keuze of the catalogue."""

    klasse: Klasse
    regisseur: str | None
    beleid: Regisseurbeleid


@write_down(
    Regel(
        code="triage-klasse-voorstel",
        stap=Stap.TRIAGE,
        vraag="Hoe zwaar is een vraag?",
        tekst=(
            "De bronnen geven geen grens. Ons voorstel: meervoudig vanaf drie hulpvragen of bij meer "
            "dan één leefgebied. Multiprobleem als meer gezinsleden hulp vragen, het al lang duurt en "
            "de veiligheid telt. Het kernteam beslist."
        ),
        voorbeeld=("Twee hulpvragen op één leefgebied: enkelvoudig. Een derde hulpvraag erbij: meervoudig."),
        bronnen=(VOORSTEL,),
        tegenspraken=("F29",),
    )
)
def suggest_klasse(feiten: Triagefeiten) -> Klassevoorstel:
    """Suggest a klasse. No source gives the mapping, so this never decides by itself."""
    if feiten.gezinsleden_met_hulpvraag > 1 and feiten.langdurig and feiten.veiligheid_in_geding:
        return Klassevoorstel(
            klasse=Klasse.MULTIPROBLEEM,
            waarom="Meer gezinsleden vragen hulp, het duurt al lang en de veiligheid telt mee.",
            bron=VOORSTEL,
        )
    if feiten.hulpvragen >= MEERVOUDIG_VANAF or feiten.leefgebieden > 1:
        return Klassevoorstel(
            klasse=Klasse.MEERVOUDIG,
            waarom=f"Er zijn {feiten.hulpvragen} hulpvragen op {feiten.leefgebieden} leefgebieden.",
            bron=VOORSTEL,
        )
    return Klassevoorstel(
        klasse=Klasse.ENKELVOUDIG,
        waarom="Er zijn hoogstens twee hulpvragen, op één leefgebied.",
        bron=VOORSTEL,
    )


def assess_triage(triage: Triage) -> Oordeel:
    kwadranten = ", ".join(sorted(triage.kwadranten))
    return combine(
        require_klasse(triage),
        require_afwijkmotivatie(triage),
        require_kwadrant(triage),
        require_motivatie_k3(triage),
        signal_k3_alone(triage),
        feiten={
            "Voorstel": f"{triage.voorstel.klasse}. {triage.voorstel.waarom}",
            "Gekozen": triage.klasse or "niet gekozen",
            "Kwadranten": kwadranten or "niet gekozen",
        },
    )


def needs_regisseur(klasse: Klasse, beleid: Regisseurbeleid) -> bool:
    """Tell whether a family of this klasse has a regisseur under this setting."""
    return beleid is Regisseurbeleid.ALTIJD or klasse is not Klasse.ENKELVOUDIG


def assess_regie(vraag: Regievraag) -> Oordeel:
    return combine(
        require_regisseur(vraag),
        feiten={"Klasse": vraag.klasse, "Regisseur": vraag.regisseur or "niet gekozen"},
    )


@write_down(
    Regel(
        code="triage-klasse",
        stap=Stap.TRIAGE,
        vraag="Moet het kernteam een klasse kiezen?",
        tekst="Ja. Van elke vraag is bekend of die enkelvoudig, meervoudig of multiprobleem is.",
        voorbeeld=(
            "Het kernteam bespreekt de vraag en kiest niets: het besluit kan nog niet worden vastgelegd."
        ),
        bronnen=(KLASSE_BIJHOUDEN,),
    )
)
def require_klasse(triage: Triage) -> Reden | None:
    if triage.klasse is not None:
        return None
    return Reden(
        tekst="Er is nog geen klasse gekozen.",
        bron=KLASSE_BIJHOUDEN,
        uitweg=f"Kies een klasse. Het voorstel is {triage.voorstel.klasse}.",
    )


@write_down(
    Regel(
        code="triage-afwijken",
        stap=Stap.TRIAGE,
        vraag="Mag het kernteam een andere klasse kiezen dan het voorstel?",
        tekst="Ja, met een reden erbij.",
        voorbeeld=(
            "Het voorstel is meervoudig, het kernteam kiest enkelvoudig: dat kan als er staat waarom."
        ),
        bronnen=(VOORSTEL,),
    )
)
def require_afwijkmotivatie(triage: Triage) -> Reden | None:
    if triage.klasse in (None, triage.voorstel.klasse) or triage.afwijkmotivatie.strip():
        return None
    return Reden(
        tekst=f"U kiest {triage.klasse}, het voorstel is {triage.voorstel.klasse}.",
        bron=VOORSTEL,
        uitweg="Schrijf op waarom u een andere klasse kiest.",
    )


@write_down(
    Regel(
        code="triage-kwadrant",
        stap=Stap.TRIAGE,
        vraag="Waar wordt de vraag geholpen?",
        tekst=(
            "In K1 (voorliggend veld), K2 (gebiedsteam), K3 (specialist) of een combinatie. Er is er "
            "altijd minstens één gekozen."
        ),
        voorbeeld="K2 en K3 samen kan. Niets kiezen kan niet.",
        bronnen=(LICHT_EERST,),
    )
)
def require_kwadrant(triage: Triage) -> Reden | None:
    if triage.kwadranten:
        return None
    return Reden(
        tekst="Er is nog geen kwadrant gekozen.",
        bron=LICHT_EERST,
        uitweg="Kies K1, K2, K3 of een combinatie.",
    )


@write_down(
    Regel(
        code="triage-k3-waarom",
        stap=Stap.TRIAGE,
        vraag="Wanneer mag het kernteam voor K3 kiezen?",
        tekst=(
            "Als er staat waarom het eigen netwerk, het voorliggend veld en het gebiedsteam niet genoeg zijn."
        ),
        voorbeeld=(
            "K3 zonder uitleg: dat kan nog niet. Met “de school en het gebiedsteam hielpen al een "
            "half jaar” wel."
        ),
        bronnen=(EIGEN_OMGEVING_EERST,),
    )
)
def require_motivatie_k3(triage: Triage) -> Reden | None:
    if Kwadrant.K3 not in triage.kwadranten or triage.motivatie_k3.strip():
        return None
    return Reden(
        tekst="Er staat niet bij waarom hulp in K1 en K2 niet genoeg is.",
        bron=EIGEN_OMGEVING_EERST,
        uitweg="Schrijf op waarom het netwerk, het voorliggend veld en het gebiedsteam niet genoeg zijn.",
    )


@write_down(
    Regel(
        code="triage-k3-alleen",
        stap=Stap.TRIAGE,
        vraag="Mag K3 alleen?",
        tekst=("Het mag, maar meestal helpt iemand uit K1 of K2 mee. Het kernteam ziet een waarschuwing."),
        voorbeeld="Alleen K3 gekozen: een waarschuwing. K2 en K3 gekozen: geen waarschuwing.",
        bronnen=(LICHT_EERST,),
    )
)
def signal_k3_alone(triage: Triage) -> Reden | None:
    if triage.kwadranten != {Kwadrant.K3}:
        return None
    return Reden(
        tekst="U kiest alleen K3. Meestal helpt iemand uit K1 of K2 mee.",
        bron=LICHT_EERST,
        blokkeert=False,
        uitweg="Bespreek wat het voorliggend veld of het gebiedsteam ernaast kan doen.",
    )


@write_down(
    Regel(
        code="regisseur-nodig",
        stap=Stap.TRIAGE,
        vraag="Heeft elk gezin een regisseur?",
        tekst=(
            "Ja. Een bron zegt dat een enkelvoudige vraag zonder kan; hier geldt dat elk gezin er een "
            "heeft. Een regio kan dat anders kiezen."
        ),
        voorbeeld=(
            "Een gezin met één vraag krijgt zorg: het heeft een regisseur. Kiest de regio “niet bij "
            "enkelvoudig”, dan hoeft het niet."
        ),
        bronnen=(
            EEN_REGISSEUR,
            GEEN_REGISSEUR,
        ),
        tegenspraken=(
            "F9",
            "F10",
        ),
    )
)
def require_regisseur(vraag: Regievraag) -> Reden | None:
    if vraag.regisseur or not needs_regisseur(vraag.klasse, vraag.beleid):
        return None
    return Reden(
        tekst=f"Dit gezin heeft nog geen regisseur. De vraag is {vraag.klasse}.",
        bron=vraag.beleid.bron,
        uitweg="Wijs een regisseur aan.",
    )
