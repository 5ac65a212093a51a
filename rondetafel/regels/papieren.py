"""Which papers are due at which moment of an akkoord zorg: at the start, after it, at an extension, at the end?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.akkoordvraag import EerdereHulp, onderzoek_before
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Bepaling, Keuze, Papier, Product
from rondetafel.regels.regelboek import Regel, Stap, write_down


class Moment(StrEnum):
    """The moments at which papers are due, in the order of the life of an akkoord."""

    START = "start"
    VERVOLG = "vervolg"
    VERLENGING = "verlenging"
    EINDE = "einde"


NAMEN = {
    Papier.AKKOORD_ZORG: "akkoord zorg",
    Papier.BRIEF_VAN_AANBOD: "brief van aanbod",
    Papier.EVALUATIE: "evaluatie en verslag van de voortgang",
    Papier.PLAN_VAN_AANPAK: "plan van aanpak",
    Papier.GEZINSPLAN: "gezinsplan, besproken met het gezin",
    Papier.BEHANDELPLAN: "behandelplan",
    Papier.STOP_ZORG: "stop zorg",
    Papier.EINDVERSLAG: "eindverslag",
}
BRIEF_BIJ_AKKOORD = Bron(
    document="halfjaarrapportage-2020-2",
    plek="4.1 Doorlooptijd start hulp jeugdigen",
    regel="De brief van aanbod volgt binnen vijf werkdagen op het akkoord zorg",
)
ALLEEN_AKKOORD = Bron(
    document="productportfolio-2023-04-17",
    plek="Behandeling individueel, kolom JENS-HBC",
    regel="Na het onderzoek komt alleen een akkoord zorg, bij een verlenging ook een brief van aanbod",
)
BIJ_VERLENGING = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Acht weken vooraf een evaluatie met de vraag, en bij een verlenging een plan van aanpak",
)
BIJ_EINDE = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom JENS-HBC",
    regel="Bij het afsluiten horen een stop zorg en een eindverslag",
)
EEN_BRIEF = Bron(
    document="rondetafel",
    plek="ADR 0038: de brief van aanbod",
    regel="Eén brief is overeenkomst voor het gezin en opdracht voor de zorgaanbieder",
)
AARD = {
    "beide": "Deze brief is een overeenkomst met het gezin, en de opdracht aan de zorgaanbieder.",
    "overeenkomst": "Deze brief is een overeenkomst met het gezin.",
    "opdracht": "Deze brief is de opdracht aan de zorgaanbieder.",
}
# What JENS sends; the rest is handed in by the zorgaanbieder.
VAN_JENS = (Papier.AKKOORD_ZORG, Papier.BRIEF_VAN_AANBOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papierlijst:
    """What is due at one moment, and why."""

    moment: Moment
    papieren: tuple[Papier, ...]
    bron: Bron

    @property
    def namen(self) -> tuple[str, ...]:
        return tuple(NAMEN[papier] for papier in self.papieren)


@write_down(
    Regel(
        code="papieren-bij-akkoord",
        stap=Stap.BRIEF,
        vraag="Welke papieren horen bij een nieuw akkoord?",
        tekst=(
            "Bij de start van hulp horen een akkoord zorg en een brief van aanbod. Volgt een behandeling op het "
            "onderzoek, dan is een akkoord zorg genoeg: bij het onderzoek is al getekend. Dat is zo voor de eerste "
            "behandeling na dat onderzoek."
        ),
        voorbeeld=(
            "Onderzoek in maart: akkoord en brief. Behandeling in mei na dat onderzoek: alleen een akkoord. "
            "Behandeling zonder onderzoek ervoor: akkoord en brief. Een tweede behandeling, vanaf december: ook."
        ),
        bronnen=(BRIEF_BIJ_AKKOORD, ALLEEN_AKKOORD),
        tegenspraken=("F19",),
    )
)
def papers_of_grant(
    product: Product, startdatum: date, eerder: tuple[EerdereHulp, ...], keuzes: Mapping[str, Keuze]
) -> Papierlijst:
    """Return what is due when this product is granted from `startdatum`, after the earlier help of this child."""
    lezing = keuzes["brief-na-onderzoek"].lezing
    if onderzoek_before(product, startdatum, eerder) and lezing.code == "alleen-akkoord":
        return _list(Moment.VERVOLG, product.papieren_vervolg or product.papieren_start)
    return _list(Moment.START, product.papieren_start)


@write_down(
    Regel(
        code="brief-wat-het-is",
        stap=Stap.BRIEF,
        vraag="Wat is de brief van aanbod?",
        tekst=(
            "Eén brief is allebei: de overeenkomst met het gezin, en de opdracht aan de zorgaanbieder. Wat de brief "
            "hier is, staat er bovenaan."
        ),
        voorbeeld="Het gezin tekent de brief. De zorgaanbieder krijgt dezelfde brief als opdracht.",
        bronnen=(EEN_BRIEF,),
        tegenspraken=("F20",),
    )
)
def nature_of_brief(keuzes: Mapping[str, Keuze]) -> str:
    """Return in one sentence what the letter is, as the sources are read here."""
    return AARD[keuzes["aard-brief"].lezing.code]


@write_down(
    Regel(
        code="papieren-bij-verlenging",
        stap=Stap.VERLENGEN,
        vraag="Welke papieren horen bij een verlenging?",
        tekst=(
            "De zorgaanbieder levert de nieuwste evaluatie in met een plan van aanpak, en het gezinsplan dat met "
            "het gezin is besproken. Na het besluit stuurt JENS een akkoord zorg en een brief van aanbod."
        ),
        voorbeeld=(
            "Begeleiding groep loopt t/m 30 juni. Uiterlijk op 5 mei zijn de evaluatie, het plan van aanpak en "
            "het besproken gezinsplan ingeleverd."
        ),
        bronnen=(BIJ_VERLENGING, ALLEEN_AKKOORD),
        tegenspraken=("F12", "F13"),
    )
)
def papers_of_verlenging(product: Product, keuzes: Mapping[str, Keuze]) -> Papierlijst:
    """Return what the zorgaanbieder hands in before an extension; what JENS sends itself is not among it."""
    bepaling = product.papieren_verlenging
    if bepaling is None:
        return Papierlijst(moment=Moment.VERLENGING, papieren=(), bron=product.rto_nodig.bron)
    ingeleverd = tuple(papier for papier in bepaling.waarde if papier not in VAN_JENS)
    lezing = keuzes["verlenging-papieren"].lezing
    if lezing.code == "alle-die-gelden" and Papier.GEZINSPLAN not in ingeleverd:
        ingeleverd = (*ingeleverd, Papier.GEZINSPLAN)
    if lezing.code == "alleen-jens":
        ingeleverd = tuple(papier for papier in ingeleverd if papier is not Papier.GEZINSPLAN)
    return Papierlijst(moment=Moment.VERLENGING, papieren=ingeleverd, bron=bepaling.bron)


@write_down(
    Regel(
        code="papieren-bij-einde",
        stap=Stap.STOPPEN,
        vraag="Welke papieren horen bij het einde van de hulp?",
        tekst=(
            "Bij het afsluiten levert de zorgaanbieder een stop zorg in, met een eindverslag. Een onderzoek eindigt "
            "met een behandelplan."
        ),
        voorbeeld=(
            "De hulp stopt op 30 juni: er horen een stop zorg en een eindverslag bij. Bij een onderzoek hoort het "
            "behandelplan erbij."
        ),
        bronnen=(BIJ_EINDE,),
    )
)
def papers_of_end(product: Product) -> Papierlijst:
    """Return what is handed in when help ends."""
    return _list(Moment.EINDE, product.papieren_einde)


def papers_with_stop(product: Product) -> tuple[Papier, ...]:
    """Return what is to be there when help stops, besides the stop itself."""
    return tuple(papier for papier in product.papieren_einde.waarde if papier is not Papier.STOP_ZORG)


def _list(moment: Moment, bepaling: Bepaling[tuple[Papier, ...]]) -> Papierlijst:
    return Papierlijst(moment=moment, papieren=bepaling.waarde, bron=bepaling.bron)
