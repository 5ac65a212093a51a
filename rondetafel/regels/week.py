"""How does the family say how a week goes: who gives which colour, for which week, and what follows from red?"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rondetafel.regels.beslissers import MEEBESLISSEN_VANAF
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

GEZIN_GEEFT = Bron(
    document="rondetafel",
    plek="ADR 0046: kleur van de week",
    regel="Een kleur geeft wie bij het gezin hoort, over zichzelf; ouders ook samen, en voor een kind onder de 12",
)
ROOD_VRAAGT = Bron(
    document="rondetafel",
    plek="ADR 0046: kleur van de week",
    regel="Na rood neemt de regisseur contact op en schrijft dat op",
)


class Kleur(StrEnum):
    """How a week goes, in three steps that everyone at home knows."""

    GROEN = "groen"
    ORANJE = "oranje"
    ROOD = "rood"

    @property
    def zin(self) -> str:
        """What it means, for who does not see colours or does not like them."""
        return {"groen": "het loopt", "oranje": "het lukt, met hulp", "rood": "het lukt niet"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kleurgever:
    """Who wants to give a colour, and for whom.

    `is_zelf`: for oneself. `is_samen`: for both parents together, about nobody in particular. Else for a child:
    `naam` and `leeftijd` are those of the child; no `leeftijd` is a day of birth that is not known.
    `is_ouder`: a parent with gezag, over this child where there is one.
    """

    is_gezinslid: bool
    is_ouder: bool = False
    is_zelf: bool = False
    is_samen: bool = False
    naam: str = ""
    leeftijd: int | None = None


def week_of(dag: date) -> date:
    """Return the Monday of the week of this day."""
    return dag - timedelta(days=dag.weekday())


@write_down(
    Regel(
        code="week-wie-kleurt",
        stap=Stap.UITVOEREN,
        vraag="Wie geeft de kleur van de week?",
        tekst=(
            "Wie bij het gezin hoort, geeft een kleur over zichzelf: groen, oranje of rood. Vanaf 12 jaar doet een "
            "kind dat zelf. Voor een kind onder de 12 doen ouders met gezag het. Ouders kunnen ook samen één kleur "
            "geven. Een week loopt van maandag t/m zondag en de laatste kleur telt. Niemand is verplicht."
        ),
        voorbeeld=(
            "Noor is 13: zij kiest zelf oranje. Adam is 8: zijn moeder kiest groen voor hem. Een hulpverlener geeft "
            "geen kleur."
        ),
        bronnen=(GEZIN_GEEFT,),
    )
)
def assess_kleurgever(vraag: Kleurgever) -> Oordeel:
    """May this person give this colour?"""
    if not vraag.is_gezinslid:
        return _refuse("Alleen wie bij het gezin hoort, geeft een kleur.", "Schrijf wat u ziet bij een doel.")
    if vraag.is_zelf:
        return combine()
    if not vraag.is_ouder:
        return _refuse("Dit kan alleen een ouder met gezag.", "Geef een kleur over uzelf.")
    if vraag.is_samen:
        return combine()
    if vraag.leeftijd is None:
        return _refuse(
            f"De geboortedatum van {vraag.naam} is niet bekend.", "Vraag de regisseur om die in te vullen."
        )
    if vraag.leeftijd >= MEEBESLISSEN_VANAF:
        return _refuse(
            f"{vraag.naam} is {MEEBESLISSEN_VANAF} jaar of ouder en geeft de kleur zelf.",
            f"Vraag {vraag.naam} hoe het gaat.",
        )
    return combine()


@write_down(
    Regel(
        code="week-rood",
        stap=Stap.UITVOEREN,
        vraag="Wat gebeurt er als iemand rood geeft?",
        tekst=(
            "De regisseur krijgt bericht en neemt contact op. Dat staat bij Vandaag tot de regisseur opschrijft dat "
            "er contact was. Geeft dezelfde persoon intussen nog eens rood, dan blijft de eerste dag tellen."
        ),
        voorbeeld="Samira geeft woensdag rood. De regisseur belt haar uiterlijk donderdag en schrijft dat op.",
        bronnen=(ROOD_VRAAGT,),
    )
)
def asks_for_contact(kleur: Kleur) -> bool:
    """Does this colour ask the regisseur to get in touch?"""
    return kleur is Kleur.ROOD


@write_down(
    Regel(
        code="week-contact",
        stap=Stap.UITVOEREN,
        vraag="Welke dag telt als contact na rood?",
        tekst="Een dag op of na de dag van rood, en niet een dag die nog moet komen.",
        voorbeeld="Rood op woensdag 18 november. Bellen op woensdag of donderdag telt, bellen op dinsdag niet.",
        bronnen=(ROOD_VRAAGT,),
    )
)
def assess_contact(gegeven_op: date, contact_op: date, peildatum: date) -> Oordeel:
    """Can there have been contact on this day about a red of that day?"""
    te_vroeg, te_laat = contact_op < gegeven_op, contact_op > peildatum
    if not te_vroeg and not te_laat:
        return combine()
    tekst = "Deze dag moet nog komen." if te_laat else "Dit was vóór de dag waarop rood is gegeven."
    return combine(
        Reden(tekst=tekst, bron=ROOD_VRAAGT, uitweg="Vul de dag in waarop u elkaar echt hebt gesproken.")
    )


def _refuse(tekst: str, uitweg: str) -> Oordeel:
    return combine(Reden(tekst=tekst, bron=GEZIN_GEEFT, uitweg=uitweg))
