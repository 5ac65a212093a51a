"""May professionals make the plan? The family may first make its own: a familiegroepsplan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import PLAN_NA_AFZIEN, PLAN_OP_SCHRIFT

EERST_HET_GEZIN = Bron(
    document="jeugdwet",
    plek="artikel 4.1.2",
    regel="Eerst krijgt het gezin de kans om zelf een plan te maken, met de mensen eromheen",
)
AFZIEN = Bron(
    document="jeugdwet",
    plek="artikel 4.1.2",
    regel="Dat wordt alleen overgeslagen als de ouders niet willen, bij gevaar, of als het kind anders schade heeft",
)
ZES_WEKEN = Bron(
    document="jeugdwet",
    plek="artikel 4.1.3",
    regel="Ziet het gezin af van een familiegroepsplan, dan is er binnen zes weken een ander plan",
)
OUDERS_ZEGGEN_HET = Bron(
    document="jeugdwet",
    plek="artikel 4.1.2",
    regel="De ouders laten zelf weten dat zij geen eigen plan willen maken",
)
OP_SCHRIFT = Bron(
    document="jeugdwet",
    plek="artikel 4.1.3",
    regel="Wie om het plan op schrift vraagt, krijgt het binnen veertien dagen",
)


class Afzienreden(StrEnum):
    """Why the family makes no plan of its own; the law knows three grounds."""

    OUDERS_WILLEN_NIET = "ouders-willen-niet"
    BEDREIGING = "bedreiging"
    BELANG_KIND = "belang-kind"

    @property
    def naam(self) -> str:
        return AFZIENREDENEN[self]


AFZIENREDENEN = {
    Afzienreden.OUDERS_WILLEN_NIET: "de ouders willen het niet",
    Afzienreden.BEDREIGING: "het kind wordt concreet bedreigd",
    Afzienreden.BELANG_KIND: "het belang van het kind gaat voor",
}


class Eigenstap(StrEnum):
    """What can happen with a plan of the family itself: it is offered, answered, and written."""

    AANGEBODEN = "aangeboden"
    ZELF = "zelf"
    MET_HULP = "met-hulp"
    AFGEZIEN = "afgezien"
    PLAN = "plan"

    @property
    def naam(self) -> str:
        return EIGENSTAPPEN[self]


EIGENSTAPPEN = {
    Eigenstap.AANGEBODEN: "de vraag is gesteld",
    Eigenstap.ZELF: "het gezin maakt zelf een plan",
    Eigenstap.MET_HULP: "het gezin maakt zelf een plan, met hulp",
    Eigenstap.AFGEZIEN: "het gezin maakt geen eigen plan",
    Eigenstap.PLAN: "het eigen plan staat erin",
}
# What a family can answer. A plan that is there is the answer in full.
ANTWOORDEN = (Eigenstap.ZELF, Eigenstap.MET_HULP, Eigenstap.AFGEZIEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapvraag:
    """Who wants to write down which step, of which day. `is_gezin`: somebody of the family, on their own account."""

    stap: Eigenstap
    op: date
    aangeboden_op: date | None
    reden: Afzienreden | None = None
    is_gezin: bool = False
    is_ouder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenplan:
    """What is known of the plan that the family may make itself, and of the plan of professionals after it.

    `is_uitgezonderd`: jeugdreclassering, or a GI with voogdij after the gezag of the parents ended.
    """

    aangeboden_op: date | None
    afgezien_op: date | None = None
    reden: Afzienreden | None = None
    is_uitgezonderd: bool = False
    plan_op: date | None = None
    schrift_gevraagd_op: date | None = None
    schrift_gegeven_op: date | None = None


def assess_plan_van_hulpverleners(eigen: Eigenplan, basis: Rekenbasis, peildatum: date) -> Oordeel:
    """May professionals make the plan now, and are they in time?"""
    return combine(
        require_aanbod(eigen),
        require_afzienreden(eigen),
        signal_late_plan(eigen, basis, peildatum),
        signal_late_schrift(eigen, basis, peildatum),
        feiten={
            "Aangeboden op": format_datum(eigen.aangeboden_op) if eigen.aangeboden_op else "niet aangeboden",
            "Afgezien op": format_datum(eigen.afgezien_op) if eigen.afgezien_op else "niet",
            "Reden": eigen.reden.naam if eigen.reden else "geen",
        },
    )


def assess_eigenstap(vraag: Stapvraag, peildatum: date) -> Oordeel:
    """May this step on the way to a plan of the family be written down?"""
    afzien = vraag.stap is Eigenstap.AFGEZIEN
    eigen = Eigenplan(
        aangeboden_op=vraag.aangeboden_op,
        afgezien_op=vraag.op if afzien else None,
        reden=vraag.reden if afzien else None,
    )
    return combine(
        require_aanbod(eigen) if afzien else None,
        require_afzienreden(eigen),
        require_ouder(vraag),
        require_dag(vraag, peildatum),
    )


@write_down(
    Regel(
        code="familiegroepsplan-wie-afziet",
        stap=Stap.PLAN,
        vraag="Wie zegt dat het gezin geen eigen plan maakt?",
        tekst=(
            "Een ouder, of de regisseur als een van de redenen uit de wet geldt. Een jongere kan wel zeggen dat het "
            "gezin zelf een plan maakt, hulp daarbij vragen, en meeschrijven."
        ),
        voorbeeld="Noor van 14 schrijft mee aan het eigen plan. Dat het er niet komt, zegt haar moeder.",
        bronnen=(OUDERS_ZEGGEN_HET,),
    )
)
def require_ouder(vraag: Stapvraag) -> Reden | None:
    if vraag.stap is not Eigenstap.AFGEZIEN or not vraag.is_gezin or vraag.is_ouder:
        return None
    return Reden(
        tekst="Dat er geen eigen plan komt, zegt een ouder.",
        bron=OUDERS_ZEGGEN_HET,
        uitweg="Bespreek het met je ouder of met de regisseur. Wat jij ervan vindt, kun je hier wel opschrijven.",
    )


@write_down(
    Regel(
        code="familiegroepsplan-dag",
        stap=Stap.PLAN,
        vraag="Welke dag kan bij een stap staan?",
        tekst=(
            "Een dag die al geweest is. Een antwoord van het gezin kan niet van vóór de dag zijn waarop het "
            "de vraag kreeg."
        ),
        voorbeeld="De vraag is gesteld op 7 september. Een antwoord van 6 september kan niet, van 7 september wel.",
        bronnen=(EERST_HET_GEZIN,),
    )
)
def require_dag(vraag: Stapvraag, peildatum: date) -> Reden | None:
    te_vroeg = vraag.stap in ANTWOORDEN and vraag.aangeboden_op is not None and vraag.op < vraag.aangeboden_op
    if vraag.op <= peildatum and not te_vroeg:
        return None
    tekst = (
        "Deze dag moet nog komen."
        if vraag.op > peildatum
        else "Dit was vóór de dag waarop de vraag is gesteld."
    )
    return Reden(tekst=tekst, bron=EERST_HET_GEZIN, uitweg="Vul de dag in waarop het echt gebeurde.")


@write_down(
    Regel(
        code="familiegroepsplan-aanbieden",
        stap=Stap.PLAN,
        vraag="Mag het gezin eerst zelf een plan maken?",
        tekst=(
            "Ja. Eerst krijgt het gezin de kans om met familie en anderen zelf een plan te maken: een "
            "familiegroepsplan. Pas als het daarvan afziet, maken hulpverleners het plan met het gezin. "
            "Bij jeugdreclassering, en bij voogdij na beëindigd gezag, geldt dit niet."
        ),
        voorbeeld=(
            "Er is nog niets aangeboden: hulpverleners maken nog geen plan. "
            "Na het aanbod mag het gezin beginnen."
        ),
        bronnen=(EERST_HET_GEZIN,),
    )
)
def require_aanbod(eigen: Eigenplan) -> Reden | None:
    if eigen.is_uitgezonderd or eigen.aangeboden_op:
        return None
    if eigen.reden in (Afzienreden.BEDREIGING, Afzienreden.BELANG_KIND):
        return None
    return Reden(
        tekst="Het gezin kreeg nog niet de kans om zelf een plan te maken.",
        bron=EERST_HET_GEZIN,
        uitweg="Vraag het gezin of het zelf een plan wil maken, met familie of anderen.",
    )


@write_down(
    Regel(
        code="familiegroepsplan-afzien",
        stap=Stap.PLAN,
        vraag="Wanneer maakt het gezin geen eigen plan?",
        tekst=(
            "Om drie redenen: de ouders willen niet, het kind wordt concreet bedreigd, of het belang van het "
            "kind gaat voor. Een andere reden is er niet. De reden staat erbij."
        ),
        voorbeeld="“Geen tijd bij de hulpverlener” is geen reden. “De ouders willen het niet” wel.",
        bronnen=(AFZIEN,),
    )
)
def require_afzienreden(eigen: Eigenplan) -> Reden | None:
    if eigen.afgezien_op is None or eigen.reden or eigen.is_uitgezonderd:
        return None
    return Reden(
        tekst="Er staat niet bij waarom het gezin geen eigen plan maakt.",
        bron=AFZIEN,
        uitweg="Kies een van de drie redenen uit de wet.",
    )


@write_down(
    Regel(
        code="plan-na-afzien",
        stap=Stap.PLAN,
        vraag="Hoe snel is er een plan als het gezin er zelf geen maakt?",
        tekst=(
            "Binnen {plan-na-afzien} na de dag waarop het gezin afzag. "
            "Eindigt dat in een weekend of op een feestdag, dan telt de eerstvolgende werkdag nog mee."
        ),
        voorbeeld="Afgezien op 1 september 2026: op 13 oktober is het plan op tijd, op 14 oktober te laat.",
        bronnen=(ZES_WEKEN,),
    )
)
def signal_late_plan(eigen: Eigenplan, basis: Rekenbasis, peildatum: date) -> Reden | None:
    if eigen.afgezien_op is None:
        return None
    uiterlijk = PLAN_NA_AFZIEN.missed(eigen.afgezien_op, eigen.plan_op, basis, peildatum)
    if uiterlijk is None:
        return None
    return Reden(
        tekst=f"Het plan moest er uiterlijk op {format_datum(uiterlijk)} zijn.",
        bron=ZES_WEKEN,
        blokkeert=False,
        uitweg="" if eigen.plan_op else "Bespreek het plan deze week met de jeugdige en de ouders.",
    )


@write_down(
    Regel(
        code="plan-op-schrift",
        stap=Stap.PLAN,
        vraag="Moet het plan op papier staan?",
        tekst="Als de jeugdige, een ouder of de aanbieder erom vraagt wel: binnen veertien dagen.",
        voorbeeld="Een moeder vraagt het op 7 september 2026: op 21 september is het op tijd, op 22 september te laat.",
        bronnen=(OP_SCHRIFT,),
    )
)
def signal_late_schrift(eigen: Eigenplan, basis: Rekenbasis, peildatum: date) -> Reden | None:
    if eigen.schrift_gevraagd_op is None:
        return None
    uiterlijk = PLAN_OP_SCHRIFT.missed(eigen.schrift_gevraagd_op, eigen.schrift_gegeven_op, basis, peildatum)
    if uiterlijk is None:
        return None
    return Reden(
        tekst=f"Het plan moest uiterlijk op {format_datum(uiterlijk)} op schrift gegeven zijn.",
        bron=OP_SCHRIFT,
        blokkeert=False,
        uitweg="" if eigen.schrift_gegeven_op else "Geef het plan vandaag op papier.",
    )
