"""May it be decided so, after the steps of the meldcode?"""

from dataclasses import dataclass

from rondetafel.regels.meldcode import (
    REDEN_TEKENS,
    STAPPENPLAN,
    VRAAG_2,
    Advies,
    Afweging,
    Stap,
    assess_volgorde,
    says_enough,
)
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, write_down
from rondetafel.regels.regelboek import Stap as Werkstap

EIGEN_KEUZE = Bron(
    document="rondetafel",
    plek="ADR 0026: veiligheid apart",
    regel="Afwijken kan, met een reden die later te lezen is",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluitvraag:
    """Everything the decision is judged by. `afweging` is None when nothing was weighed yet."""

    gedaan: frozenset[Stap]
    afweging: Afweging | None
    is_acuut: bool
    is_melden: bool
    is_hulp: bool
    afwijking: str
    is_aandachtsfunctionaris: bool


def assess_besluit(vraag: Besluitvraag) -> Oordeel:
    return combine(
        require_steps(vraag),
        require_report_in_danger(vraag),
        require_reason_to_deviate(vraag),
        require_aandachtsfunctionaris(vraag),
        feiten={
            "Advies": vraag.afweging.advies.naam if vraag.afweging else "niet gewogen",
            "Melden": "ja" if vraag.is_melden else "nee",
            "Hulp": "ja" if vraag.is_hulp else "nee",
        },
    )


@write_down(
    Regel(
        code="eerst-de-stappen-dan-het-besluit",
        stap=Werkstap.VEILIGHEID,
        vraag="Zijn de vier stappen voor het besluit gedaan?",
        tekst="Een besluit komt na de andere stappen. Alleen bij acuut gevaar gaat het besluit voor.",
        voorbeeld=(
            "Stap 4, wegen, is nog niet gedaan. Het besluit wacht, behalve als het vinkje bij acuut "
            "gevaar staat."
        ),
        bronnen=(STAPPENPLAN,),
    )
)
def require_steps(vraag: Besluitvraag) -> Reden | None:
    """Acute danger goes before every order of steps."""
    if vraag.is_acuut:
        return None
    oordeel = assess_volgorde(Stap.BESLUIT, vraag.gedaan)
    return oordeel.redenen[0] if oordeel.redenen else None


@write_down(
    Regel(
        code="melden-bij-acuut-gevaar",
        stap=Werkstap.VEILIGHEID,
        vraag="Is er acuut gevaar?",
        tekst="Bij acuut gevaar wordt altijd gemeld bij Veilig Thuis.",
        voorbeeld=(
            "Het vinkje bij acuut gevaar staat, en er is alleen hulp gekozen. Dat kan niet: kies ook melden."
        ),
        bronnen=(VRAAG_2,),
    )
)
def require_report_in_danger(vraag: Besluitvraag) -> Reden | None:
    if not vraag.is_acuut or vraag.is_melden:
        return None
    return Reden(
        tekst="Bij acuut gevaar hoort een melding.",
        bron=VRAAG_2,
        uitweg="Kies melden, of haal het vinkje bij acuut gevaar weg en weeg eerst.",
    )


def deviates(vraag: Besluitvraag) -> bool:
    """Is something else decided than the weighing says? More than it says is no deviation."""
    if vraag.afweging is None:
        return False
    if vraag.afweging.advies is Advies.MELDEN:
        return not vraag.is_melden
    if vraag.afweging.advies is Advies.HULP:
        return not (vraag.is_hulp or vraag.is_melden)
    return False


@write_down(
    Regel(
        code="afwijken-van-de-weging",
        stap=Werkstap.VEILIGHEID,
        vraag="Staat er waarom anders is besloten dan de weging zegt?",
        tekst=(
            "Afwijken mag, met een reden van 20 tekens of meer die later te lezen is. Meer doen dan het "
            "advies is geen afwijken."
        ),
        voorbeeld="Het advies is melden, en het besluit is alleen hulp. Dan staat erbij waarom.",
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_reason_to_deviate(vraag: Besluitvraag) -> Reden | None:
    if not deviates(vraag) or says_enough(vraag.afwijking):
        return None
    return Reden(
        tekst="Dit besluit wijkt af van de weging, en er staat nog niet waarom.",
        bron=EIGEN_KEUZE,
        uitweg=f"Leg uit waarom u anders beslist, in {REDEN_TEKENS} tekens of meer.",
    )


@write_down(
    Regel(
        code="niet-melden-bij-onveilig",
        stap=Werkstap.VEILIGHEID,
        vraag="Wie mag besluiten om niet te melden als het onveilig is?",
        tekst=(
            "Zegt de weging dat het onveilig is, dan besluit alleen de aandachtsfunctionaris om niet te "
            "melden. Zo kijken er twee mensen."
        ),
        voorbeeld=(
            "De regisseur wil bij een onveilige weging niet melden. Dat wordt geweigerd. De "
            "aandachtsfunctionaris kan het wel, met een reden."
        ),
        bronnen=(EIGEN_KEUZE,),
    )
)
def require_aandachtsfunctionaris(vraag: Besluitvraag) -> Reden | None:
    """Not reporting what is unsafe is for two pairs of eyes."""
    onveilig = vraag.afweging is not None and vraag.afweging.is_onveilig
    if not (onveilig and deviates(vraag)) or vraag.is_aandachtsfunctionaris:
        return None
    return Reden(
        tekst="De weging zegt dat het onveilig is. Alleen de aandachtsfunctionaris besluit dan om niet te melden.",
        bron=EIGEN_KEUZE,
        uitweg="Bel de aandachtsfunctionaris. Die leest mee in dit dossier.",
    )
