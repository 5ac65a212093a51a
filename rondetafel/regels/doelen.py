"""Is this goal SMART, and can the plan be adopted?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.afspraken import Planafspraken, weigh_afspraken
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.vaststelling import Omlijsting, weigh_omlijsting

SPECIFIEK = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Specifiek: wie doet wat, waar en waarom",
)
MEETBAAR = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Meetbaar: waaraan iedereen ziet dat het doel bereikt is",
)
ACCEPTABEL = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Acceptabel: er is steun voor en het zet aan tot doen",
)
REALISTISCH = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Realistisch: haalbaar en niet te hoog gegrepen",
)
TIJDGEBONDEN = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel SMART Doelen",
    regel="Tijdgebonden: bekend is wanneer het doel bereikt moet zijn",
)
ACTIES = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Doelenmatrix",
    regel="Elk gekozen doel is uitgewerkt met acties",
)
DOELEN_NODIG = Bron(
    document="begrippenlijst-jens",
    plek="Gezinsplan",
    regel="In een gezinsplan staan doelen en afspraken",
)
IEDEREEN_GENOEMD = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Van iedereen die erbij hoort zijn de gegevens ingevuld",
)


VOOR_JEUGDIGE = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding individueel, kolom Visie JENS",
    regel="De doelen van de hulp gaan over de jeugdige",
)
BINNEN_ZES_WEKEN = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Visie JENS",
    regel="De doelen staan binnen zes weken na de start vast",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Smartdoel:
    """One chosen goal as it was worked out; an empty text means not filled in yet.

    `is_hoofdlijn`: it stands in a plan van aanpak, which has main lines only.
    """

    titel: str
    specifiek: str
    meetbaar: str
    acceptabel: str
    realistisch: str
    startdatum: date
    streefdatum: date | None
    acties: int
    voor_jeugdige: bool = True
    is_hoofdlijn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelgenoot:
    """Somebody at the table: who they are to the family, and their name."""

    rol: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaststelling:
    """The plan as it would be adopted. `uiterlijk`: the last day on which the goals are set in time.

    `onuitgewerkt` are the goals that were ticked in the doelenmatrix and not made concrete yet, with for whom.
    """

    doelen: tuple[Smartdoel, ...]
    tafel: tuple[Tafelgenoot, ...]
    afspraken: Planafspraken | None = None
    omlijsting: Omlijsting | None = None
    onuitgewerkt: tuple[str, ...] = ()
    dag: date | None = None
    uiterlijk: date | None = None


@write_down(
    Regel(
        code="smart-doel",
        stap=Stap.PLAN,
        vraag="Wanneer is een doel duidelijk genoeg?",
        tekst=(
            "Er staat wie wat doet en waarom, waaraan u ziet dat het gelukt is, wie meedoet, waarom "
            "het haalbaar is en wanneer het klaar is. Dat heet SMART. In een plan van aanpak is genoeg: wat, "
            "waaraan u ziet dat het gelukt is, en wanneer."
        ),
        voorbeeld=(
            "“Noor voelt zich beter” is niet duidelijk. “Noor is elke schooldag om half negen binnen, "
            "uiterlijk 1 december” wel, met de andere antwoorden erbij."
        ),
        bronnen=(
            SPECIFIEK,
            MEETBAAR,
            ACCEPTABEL,
            REALISTISCH,
        ),
    )
)
def assess_doel(doel: Smartdoel) -> Oordeel:
    if doel.is_hoofdlijn:
        return combine(
            _require_text(doel, doel.specifiek, SPECIFIEK, "waaraan gewerkt wordt"),
            _require_text(doel, doel.meetbaar, MEETBAAR, "waaraan u ziet dat de hulp werkt"),
            require_streefdatum(doel),
            require_actie(doel),
        )
    return combine(
        _require_text(doel, doel.specifiek, SPECIFIEK, "wie wat doet, waar en waarom"),
        _require_text(doel, doel.meetbaar, MEETBAAR, "waaraan u ziet dat het gelukt is"),
        _require_text(doel, doel.acceptabel, ACCEPTABEL, "wie het ermee eens is en meedoet"),
        _require_text(doel, doel.realistisch, REALISTISCH, "waarom het haalbaar is"),
        require_streefdatum(doel),
        require_actie(doel),
    )


def assess_vaststelling(plan: Vaststelling) -> Oordeel:
    """Can this be adopted? At least one goal, every goal SMART, everybody at the table named, and the family was
    offered to make its own plan first.

    What else was agreed, the meeting of that day and who decides are only signalled.
    """
    return combine(
        *(weigh_omlijsting(plan.omlijsting) if plan.omlijsting else ()),
        require_doelen(plan),
        *(require_uitgewerkt(titel) for titel in plan.onuitgewerkt),
        *(reden for doel in plan.doelen for reden in assess_doel(doel).redenen),
        *(require_named(tafelgenoot) for tafelgenoot in plan.tafel),
        *(weigh_afspraken(plan.afspraken) if plan.afspraken else ()),
        signal_doel_jeugdige(plan),
        signal_zes_weken(plan),
        feiten={
            "Doelen": ", ".join(doel.titel for doel in plan.doelen) or "geen",
            "Aan tafel": ", ".join(genoot.naam or genoot.rol for genoot in plan.tafel) or "niemand",
            **_tell_beslissers(plan.omlijsting),
        },
    )


@write_down(
    Regel(
        code="doel-streefdatum",
        stap=Stap.PLAN,
        vraag="Moet een doel een einddag hebben?",
        tekst=(
            "Ja. Er staat wanneer het doel bereikt is, en die dag ligt na het begin. Het hoeft niet "
            "de dag te zijn waarop de hulp stopt."
        ),
        voorbeeld="Het doel begint op 19 januari 2026. Klaar op 20 januari kan, op 19 januari niet.",
        bronnen=(TIJDGEBONDEN,),
    )
)
def require_streefdatum(doel: Smartdoel) -> Reden | None:
    if doel.streefdatum is None:
        return Reden(
            tekst=f"Bij het doel “{doel.titel}” staat niet wanneer het klaar is.",
            bron=TIJDGEBONDEN,
            uitweg="Kies samen een dag waarop het doel bereikt is.",
        )
    if doel.streefdatum > doel.startdatum:
        return None
    return Reden(
        tekst=(
            f"Het doel “{doel.titel}” begint op {format_datum(doel.startdatum)} "
            f"en is klaar op {format_datum(doel.streefdatum)}."
        ),
        bron=TIJDGEBONDEN,
        uitweg=f"Kies een dag na {format_datum(doel.startdatum)}.",
    )


@write_down(
    Regel(
        code="doel-met-actie",
        stap=Stap.PLAN,
        vraag="Hoort bij elk doel een actie?",
        tekst="Ja, ten minste één: wie gaat wat doen.",
        voorbeeld=("Een doel zonder actie kan niet worden vastgesteld. Met “oma fietst op maandag mee” wel."),
        bronnen=(ACTIES,),
    )
)
def require_actie(doel: Smartdoel) -> Reden | None:
    if doel.acties > 0:
        return None
    return Reden(
        tekst=f"Bij het doel “{doel.titel}” staat nog geen actie.",
        bron=ACTIES,
        uitweg="Schrijf op wie wat gaat doen.",
    )


@write_down(
    Regel(
        code="gekozen-doel-uitgewerkt",
        stap=Stap.PLAN,
        vraag="Wat gebeurt er met een doel dat is aangekruist?",
        tekst=(
            "Elk aangekruist doel wordt SMART gemaakt, voor wie het is aangekruist. "
            "Zolang dat niet is gebeurd, staat het als nog niet af in het plan en wordt het plan niet vastgesteld."
        ),
        voorbeeld=(
            "F1 is aangekruist voor Noor, en er is nog geen doel van gemaakt: het plan wordt niet vastgesteld. "
            "Met een doel voor Noor, of zonder het kruis, wel."
        ),
        bronnen=(ACTIES,),
    )
)
def require_uitgewerkt(titel: str) -> Reden:
    return Reden(
        tekst=f"Dit doel is aangekruist en nog niet uitgewerkt: {titel}.",
        bron=ACTIES,
        uitweg="Maak het doel concreet in het plan, of haal het kruis weg in de doelenmatrix.",
    )


@write_down(
    Regel(
        code="plan-met-doel",
        stap=Stap.PLAN,
        vraag="Kan een plan zonder doel worden vastgesteld?",
        tekst="Nee. Er staat ten minste één doel in het plan.",
        voorbeeld="Een plan met alleen namen wordt niet vastgesteld. Met één doel wel.",
        bronnen=(DOELEN_NODIG,),
    )
)
def require_doelen(plan: Vaststelling) -> Reden | None:
    if plan.doelen:
        return None
    return Reden(
        tekst="Er staat nog geen doel in het plan.",
        bron=DOELEN_NODIG,
        uitweg="Kies met het gezin ten minste één doel.",
    )


@write_down(
    Regel(
        code="tafel-met-namen",
        stap=Stap.PLAN,
        vraag="Moet van iedereen aan tafel de naam bekend zijn?",
        tekst=(
            "Ja, bij het vaststellen heeft iedereen aan tafel een naam. Een stoel die nog open is, "
            "telt niet mee."
        ),
        voorbeeld=(
            "Aan tafel zit “de juf” zonder naam: het plan wordt niet vastgesteld. Met “Anja Maas” wel."
        ),
        bronnen=(IEDEREEN_GENOEMD,),
    )
)
def require_named(tafelgenoot: Tafelgenoot) -> Reden | None:
    if tafelgenoot.naam.strip():
        return None
    return Reden(
        tekst=f"Van iemand aan tafel staat er geen naam bij: {tafelgenoot.rol}.",
        bron=IEDEREEN_GENOEMD,
        uitweg="Vul de naam in, of haal deze persoon van de lijst.",
    )


@write_down(
    Regel(
        code="doel-voor-jeugdige",
        stap=Stap.PLAN,
        vraag="Over wie gaan de doelen?",
        tekst=(
            "Hulp gaat om de jeugdige: ten minste één doel gaat over een kind. Doelen van het hele gezin horen "
            "daarbij. Gaat geen enkel doel over een kind, dan ziet u dat."
        ),
        voorbeeld="Eén doel, van het hele gezin: een waarschuwing. Met een doel voor Noor erbij: goed.",
        bronnen=(VOOR_JEUGDIGE,),
    )
)
def signal_doel_jeugdige(plan: Vaststelling) -> Reden | None:
    if not plan.doelen or any(doel.voor_jeugdige for doel in plan.doelen):
        return None
    return Reden(
        tekst="Geen doel in dit plan gaat over een kind.",
        bron=VOOR_JEUGDIGE,
        blokkeert=False,
        uitweg="Kies met het gezin ook een doel voor een kind, als daar hulp voor is.",
    )


@write_down(
    Regel(
        code="doelen-binnen-zes-weken",
        stap=Stap.PLAN,
        vraag="Wanneer staan de doelen vast?",
        tekst=(
            "Binnen {doelen-vaststellen} na de eerste dag van de eerste hulp in het gezin. Later kan nog wel, maar "
            "u ziet dat het te laat is. Zonder hulp is er geen dag."
        ),
        voorbeeld=(
            "Het besluit is van 18 augustus en de hulp begint op 1 september 2026: vaststellen op 13 oktober is op "
            "tijd, op 14 oktober te laat."
        ),
        bronnen=(BINNEN_ZES_WEKEN,),
    )
)
def signal_zes_weken(plan: Vaststelling) -> Reden | None:
    if plan.uiterlijk is None or plan.dag is None or plan.dag <= plan.uiterlijk:
        return None
    return Reden(
        tekst=f"De doelen moesten uiterlijk op {format_datum(plan.uiterlijk)} vaststaan.",
        bron=BINNEN_ZES_WEKEN,
        blokkeert=False,
    )


def _tell_beslissers(omlijsting: Omlijsting | None) -> dict[str, str]:
    """Who decides about each child that a goal is about."""
    beslissers = omlijsting.beslissers if omlijsting else ()
    wie = dict.fromkeys(f"{een.naam} over {een.over}" for een in beslissers)
    return {"Wie beslist": ", ".join(wie)} if wie else {}


def _require_text(doel: Smartdoel, tekst: str, bron: Bron, vraag: str) -> Reden | None:
    if tekst.strip():
        return None
    return Reden(
        tekst=f"Bij het doel “{doel.titel}” staat niet {vraag}.",
        bron=bron,
        uitweg=f"Schrijf op {vraag}.",
    )
