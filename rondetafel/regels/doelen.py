"""Is this goal SMART, and can the plan be adopted?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.afspraken import Planafspraken, weigh_afspraken
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Smartdoel:
    """One chosen goal as it was worked out; an empty text means not filled in yet."""

    titel: str
    specifiek: str
    meetbaar: str
    acceptabel: str
    realistisch: str
    startdatum: date
    streefdatum: date | None
    acties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafelgenoot:
    """Somebody at the table: who they are to the family, and their name."""

    rol: str
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaststelling:
    """The plan as it would be adopted."""

    doelen: tuple[Smartdoel, ...]
    tafel: tuple[Tafelgenoot, ...]
    afspraken: Planafspraken | None = None


def assess_doel(doel: Smartdoel) -> Oordeel:
    return combine(
        _require_text(doel, doel.specifiek, SPECIFIEK, "wie wat doet, waar en waarom"),
        _require_text(doel, doel.meetbaar, MEETBAAR, "waaraan u ziet dat het gelukt is"),
        _require_text(doel, doel.acceptabel, ACCEPTABEL, "wie het ermee eens is en meedoet"),
        _require_text(doel, doel.realistisch, REALISTISCH, "waarom het haalbaar is"),
        require_streefdatum(doel),
        require_actie(doel),
    )


def assess_vaststelling(plan: Vaststelling) -> Oordeel:
    """Can this be adopted? At least one goal, every goal SMART, everybody at the table named.

    What else was agreed is only signalled.
    """
    return combine(
        require_doelen(plan),
        *(reden for doel in plan.doelen for reden in assess_doel(doel).redenen),
        *(require_named(tafelgenoot) for tafelgenoot in plan.tafel),
        *(weigh_afspraken(plan.afspraken) if plan.afspraken else ()),
        feiten={
            "Doelen": ", ".join(doel.titel for doel in plan.doelen) or "geen",
            "Aan tafel": ", ".join(genoot.naam or genoot.rol for genoot in plan.tafel) or "niemand",
        },
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


def require_actie(doel: Smartdoel) -> Reden | None:
    if doel.acties > 0:
        return None
    return Reden(
        tekst=f"Bij het doel “{doel.titel}” staat nog geen actie.",
        bron=ACTIES,
        uitweg="Schrijf op wie wat gaat doen.",
    )


def require_doelen(plan: Vaststelling) -> Reden | None:
    if plan.doelen:
        return None
    return Reden(
        tekst="Er staat nog geen doel in het plan.",
        bron=DOELEN_NODIG,
        uitweg="Kies met het gezin ten minste één doel.",
    )


def require_named(tafelgenoot: Tafelgenoot) -> Reden | None:
    if tafelgenoot.naam.strip():
        return None
    return Reden(
        tekst=f"Van iemand aan tafel staat er geen naam bij: {tafelgenoot.rol}.",
        bron=IEDEREEN_GENOEMD,
        uitweg="Vul de naam in, of haal deze persoon van de lijst.",
    )


def _require_text(doel: Smartdoel, tekst: str, bron: Bron, vraag: str) -> Reden | None:
    if tekst.strip():
        return None
    return Reden(
        tekst=f"Bij het doel “{doel.titel}” staat niet {vraag}.",
        bron=bron,
        uitweg=f"Schrijf op {vraag}.",
    )
