"""May a child be signalled in the verwijsindex, on which ground, and until when?"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import DAG, last_day_of
from rondetafel.regels.leeftijd import age_on, birthday_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

GRONDEN = Bron(
    document="jeugdwet",
    plek="artikel 7.1.4.1",
    regel="Een signaal mag zonder toestemming, bij een redelijk vermoeden op een van de gronden in de wet",
)
VERVAL = Bron(
    document="jeugdwet",
    plek="artikel 7.1.4.5",
    regel="Een signaal vervalt na hoogstens twee jaar, en op de drieëntwintigste verjaardag",
)
VERTELD = Bron(
    document="rondetafel",
    plek="ADR 0026: veiligheid apart",
    regel="Een signaal wordt verteld aan wie erover gaat, of er staat waarom niet",
)
MAANDEN, LEEFTIJD = 24, 23


class Grond(StrEnum):
    """Why a child is signalled; each is a ground of the law in our own words."""

    GEWELD = "geweld"
    PSYCHISCH = "psychisch"
    OPGROEIEN = "opgroeien"
    ZWANGER = "zwanger"
    SCHOOL = "school"
    WERK = "werk"
    GELD = "geld"
    WONEN = "wonen"
    ANDEREN = "anderen"
    STRAFBAAR = "strafbaar"
    OUDERS = "ouders"
    GROEP = "groep"

    @property
    def naam(self) -> str:
        return GRONDNAMEN[self]


GRONDNAMEN = {
    Grond.GEWELD: "geweld, vernedering of verwaarlozing",
    Grond.PSYCHISCH: "psychische problemen of verslaving",
    Grond.OPGROEIEN: "ernstige problemen bij het opgroeien",
    Grond.ZWANGER: "jonger dan 18 en moeder of zwanger",
    Grond.SCHOOL: "vaak weg van school, of gestopt",
    Grond.WERK: "wil geen legaal werk",
    Grond.GELD: "grote problemen met geld",
    Grond.WONEN: "geen vaste plek om te wonen",
    Grond.ANDEREN: "gevaar voor anderen",
    Grond.STRAFBAAR: "strafbare feiten",
    Grond.OUDERS: "de ouders schieten ernstig tekort",
    Grond.GROEP: "risico's die in een bepaalde groep vaker voorkomen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaalvraag:
    """Everything a signal is judged by. `verteld_aan` empty asks for `waarom_niet`."""

    geboortedatum: date | None
    afgegeven_op: date
    verteld_aan: str
    waarom_niet: str


@write_down(
    Regel(
        code="verwijsindex-hoe-lang",
        stap=Stap.VEILIGHEID,
        vraag="Hoe lang blijft een signaal in de verwijsindex staan?",
        tekst="Ten hoogste twee jaar, en nooit langer dan tot de drieëntwintigste verjaardag.",
        voorbeeld="Afgegeven op 1 mei 2026 voor een kind van 9: het vervalt na 30 april 2028.",
        bronnen=(VERVAL,),
    )
)
def last_day(geboortedatum: date, afgegeven_op: date) -> date:
    """Two years, or the day before the twenty-third birthday when that comes first."""
    return min(last_day_of(afgegeven_op, MAANDEN), birthday_of(geboortedatum, LEEFTIJD) - DAG)


def who_to_tell(geboortedatum: date, peildatum: date) -> str:
    """Who hears of it: under 12 the parents, from 12 both, from 16 the young person."""
    leeftijd = age_on(geboortedatum, peildatum)
    if leeftijd < 12:
        return "de ouders met gezag"
    return "de jongere en de ouders met gezag" if leeftijd < 16 else "de jongere"


def assess_signaal(vraag: Signaalvraag) -> Oordeel:
    return combine(require_age(vraag), require_told(vraag))


@write_down(
    Regel(
        code="verwijsindex-tot-23-jaar",
        stap=Stap.VEILIGHEID,
        vraag="Mag deze persoon in de verwijsindex?",
        tekst="Alleen wie jonger is dan 23 jaar en van wie de geboortedatum bekend is.",
        voorbeeld="Iemand wordt op 4 april 23. Een signaal op 3 april kan nog, op 4 april niet meer.",
        bronnen=(VERVAL, GRONDEN),
    )
)
def require_age(vraag: Signaalvraag) -> Reden | None:
    geboren = vraag.geboortedatum
    if geboren and vraag.afgegeven_op < birthday_of(geboren, LEEFTIJD):
        return None
    return Reden(
        tekst="De verwijsindex is voor mensen tot 23 jaar van wie de geboortedatum bekend is.", bron=VERVAL
    )


@write_down(
    Regel(
        code="verwijsindex-vertellen",
        stap=Stap.VEILIGHEID,
        vraag="Aan wie is het signaal in de verwijsindex verteld?",
        tekst=(
            "Er staat aan wie het is verteld, of in 20 tekens of meer waarom nog niet. Onder 12 jaar "
            "zijn dat de ouders, van 12 tot 16 jaar ook de jongere, en vanaf 16 jaar de jongere zelf."
        ),
        voorbeeld="Beide vakken zijn leeg. Het signaal kan nog niet worden afgegeven.",
        bronnen=(VERTELD,),
    )
)
def require_told(vraag: Signaalvraag) -> Reden | None:
    if vraag.verteld_aan.strip() or len(" ".join(vraag.waarom_niet.split())) >= 20:
        return None
    return Reden(
        tekst="Er staat nog niet aan wie dit signaal is verteld.",
        bron=VERTELD,
        uitweg="Schrijf op wie het weet, of leg in 20 tekens of meer uit waarom nog niemand.",
    )
