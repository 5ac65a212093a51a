"""Where does the intake of a family stand, and which step asks for which other one?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

DERTIEN = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 1 tot en met 13",
    regel="De intake heeft dertien stappen, van voorbereiden tot de datum van het startoverleg",
)
EERST_WIE = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 9 tot en met 12",
    regel="Eerst wie er komen en wie er zeker bij moet zijn, dan pas de datum",
)
VERTEL_HET = Bron(
    document="1gezin1plan-fase-2-intake",
    plek="Stap 6",
    regel="Zijn er minderjarigen, vertel dan dat zij een signaal in de verwijsindex krijgen",
)


class Onderwerp(StrEnum):
    """What is talked about in an intake: the steps in their order, and the side paths."""

    VOORBEREIDEN = "voorbereiden"
    GEGEVENS = "gegevens"
    NETWERK = "netwerk"
    BEROEP = "beroep"
    VOORKEUR = "voorkeur"
    VERWIJSINDEX = "verwijsindex"
    CONCEPTPLAN = "conceptplan"
    UITLEG = "uitleg"
    TOEGANG = "toegang"
    UITNODIGEN = "uitnodigen"
    ZEKER = "zeker"
    DATA = "data"
    DATUM = "datum"
    STARTOVERLEG = "startoverleg"
    MAATWERK = "maatwerk"
    OPSCHALING = "opschaling"


ZIJPADEN = (Onderwerp.MAATWERK, Onderwerp.OPSCHALING)
STAPPEN = tuple(een for een in Onderwerp if een not in ZIJPADEN)
# Step 9 of the method is two questions: who may read the plan, and who is asked to the meeting.
NUMMERS = {
    **{een: str(nummer) for nummer, een in enumerate(STAPPEN[:8], start=1)},
    Onderwerp.TOEGANG: "9a",
    Onderwerp.UITNODIGEN: "9b",
    **{een: str(nummer) for nummer, een in enumerate(STAPPEN[10:], start=10)},
}
# The source says of these that they are done as far as the family wants it.
NAAR_WENS = frozenset({Onderwerp.CONCEPTPLAN})
# What the family can say or do itself, on its own account.
VAN_HET_GEZIN = frozenset(
    {
        Onderwerp.GEGEVENS,
        Onderwerp.NETWERK,
        Onderwerp.BEROEP,
        Onderwerp.VOORKEUR,
        Onderwerp.CONCEPTPLAN,
        Onderwerp.TOEGANG,
        Onderwerp.UITNODIGEN,
        Onderwerp.ZEKER,
        Onderwerp.DATA,
    }
)


class Stand(StrEnum):
    OPEN = "open"
    BEZIG = "bezig"
    KLAAR = "klaar"
    NIET_NODIG = "niet-nodig"

    @property
    def is_af(self) -> bool:
        return self in (Stand.KLAAR, Stand.NIET_NODIG)


class Voorkeur(StrEnum):
    """What became of the question who should coordinate."""

    GEEN = "geen"
    GEVRAAGD = "gevraagd"
    KAN = "kan"
    SAMEN = "samen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intakefeiten:
    """What the records of a family say of its intake. `besproken`: about what somebody noted a talk."""

    personen: int = 0
    zonder_geboortedatum: int = 0
    minderjarigen: int = 0
    netwerk: int = 0
    netwerk_zonder_steun: int = 0
    beroep: int = 0
    is_verwijsindex_aan: bool = False
    is_plan_begonnen: bool = False
    doelen: int = 0
    lezers: int = 0
    genodigden: int = 0
    zeker: int = 0
    besloten_op: date | None = None
    datums: int = 0
    startoverleg_op: date | None = None
    is_startoverleg_gehouden: bool = False
    voorkeur: Voorkeur | None = None
    besproken: frozenset[Onderwerp] = frozenset()


def _or(is_klaar: bool, is_begonnen: bool) -> Stand:
    if is_klaar:
        return Stand.KLAAR
    return Stand.BEZIG if is_begonnen else Stand.OPEN


def _gegevens(feiten: Intakefeiten) -> Stand:
    return _or(feiten.personen > 0 and not feiten.zonder_geboortedatum, feiten.personen > 0)


def _netwerk(feiten: Intakefeiten) -> Stand:
    return _or(feiten.netwerk > 0 and not feiten.netwerk_zonder_steun, feiten.netwerk > 0)


def _voorkeur(feiten: Intakefeiten) -> Stand:
    return _or(
        feiten.voorkeur not in (None, Voorkeur.GEVRAAGD),
        feiten.voorkeur is Voorkeur.GEVRAAGD,
    )


def _conceptplan(feiten: Intakefeiten) -> Stand:
    return _or(feiten.doelen > 0, feiten.is_plan_begonnen)


def _uitnodigen(feiten: Intakefeiten) -> Stand:
    is_gepland = feiten.startoverleg_op is not None
    return _or(is_gepland or feiten.besloten_op is not None, feiten.genodigden > 0)


def _zeker(feiten: Intakefeiten) -> Stand:
    return _or(feiten.startoverleg_op is not None or feiten.zeker > 0, is_begonnen=False)


def _data(feiten: Intakefeiten) -> Stand:
    # "A number of dates": one leaves nothing to choose.
    return _or(feiten.startoverleg_op is not None or feiten.datums > 1, feiten.datums > 0)


def _startoverleg(feiten: Intakefeiten) -> Stand:
    return _or(feiten.is_startoverleg_gehouden, feiten.startoverleg_op is not None)


UIT_DE_GEGEVENS: Mapping[Onderwerp, Callable[[Intakefeiten], Stand]] = {
    Onderwerp.GEGEVENS: _gegevens,
    Onderwerp.NETWERK: _netwerk,
    Onderwerp.BEROEP: lambda feiten: _or(feiten.beroep > 0, is_begonnen=False),
    Onderwerp.VOORKEUR: _voorkeur,
    Onderwerp.CONCEPTPLAN: _conceptplan,
    Onderwerp.TOEGANG: lambda feiten: _or(feiten.lezers > 0, is_begonnen=False),
    Onderwerp.UITNODIGEN: _uitnodigen,
    Onderwerp.ZEKER: _zeker,
    Onderwerp.DATA: _data,
    Onderwerp.DATUM: lambda feiten: _or(feiten.startoverleg_op is not None, is_begonnen=False),
    Onderwerp.STARTOVERLEG: _startoverleg,
}
# These are facts only: saying that it was talked about makes no invitation and no date.
ALLEEN_GEGEVENS = frozenset(
    {Onderwerp.VOORKEUR, Onderwerp.UITNODIGEN, Onderwerp.ZEKER, Onderwerp.DATA, Onderwerp.DATUM}
)


@write_down(
    Regel(
        code="intake-stand",
        stap=Stap.PLAN,
        vraag="Wanneer is een stap van de intake klaar?",
        tekst=(
            "Rondetafel kijkt naar wat er al staat: namen en geboortedatums, mensen uit het netwerk met de steun die "
            "zij geven, doelen, wie meeleest, wie is uitgenodigd en de datum. Is er alleen over gepraat, dan noteert "
            "u dat het besproken is. De voorkeur, de uitnodiging en de datum zijn pas klaar als ze er staan."
        ),
        voorbeeld="Oma en de buurman staan aan tafel, met de steun die zij geven: de stap netwerk is klaar.",
        bronnen=(DERTIEN,),
    )
)
def stand_of(stap: Onderwerp, feiten: Intakefeiten) -> Stand:
    if stap is Onderwerp.VERWIJSINDEX and not is_verwijsindex_nodig(feiten):
        return Stand.NIET_NODIG
    lees = UIT_DE_GEGEVENS.get(stap)
    stand = lees(feiten) if lees else Stand.OPEN
    if stap in feiten.besproken and stap not in ALLEEN_GEGEVENS:
        return Stand.KLAAR
    return stand


def standen_of(feiten: Intakefeiten) -> dict[Onderwerp, Stand]:
    return {stap: stand_of(stap, feiten) for stap in STAPPEN}


@write_down(
    Regel(
        code="intake-verwijsindex",
        stap=Stap.PLAN,
        vraag="Hoort de verwijsindex bij deze intake?",
        tekst=(
            "Alleen als de organisatie meedoet met de verwijsindex en er iemand jonger dan 18 in het gezin is. "
            "Dan vertelt u het gezin wat een signaal is, voordat u het afgeeft."
        ),
        voorbeeld="De organisatie doet niet mee: stap 6 hoeft niet, en dat staat erbij.",
        bronnen=(VERTEL_HET,),
    )
)
def is_verwijsindex_nodig(feiten: Intakefeiten) -> bool:
    return feiten.is_verwijsindex_aan and feiten.minderjarigen > 0


def next_step(standen: Mapping[Onderwerp, Stand]) -> Onderwerp | None:
    """Where to go on: the first step that is not done; what is done as wanted is skipped unless it was begun."""
    for stap, stand in standen.items():
        if not stand.is_af and not (stap in NAAR_WENS and stand is Stand.OPEN):
            return stap
    return None


# What a step needs, whether it can be done without, and why.
NODIG: Mapping[Onderwerp, tuple[tuple[Onderwerp, bool, str], ...]] = {
    Onderwerp.TOEGANG: (
        (
            Onderwerp.GEGEVENS,
            False,
            "Wie meeleest hangt af van leeftijd en gezag. Kijk eerst of die kloppen.",
        ),
    ),
    Onderwerp.UITNODIGEN: (
        (Onderwerp.NETWERK, False, "Bekijk eerst het netwerk. Anders vergeet u misschien iemand."),
        (
            Onderwerp.BEROEP,
            False,
            "Bekijk eerst welke beroepskrachten er zijn. Anders vergeet u misschien iemand.",
        ),
    ),
    Onderwerp.ZEKER: (
        (Onderwerp.UITNODIGEN, True, "Kies eerst wie er komen. Wie er zeker bij moet zijn, is een van hen."),
    ),
    Onderwerp.DATA: (
        (Onderwerp.UITNODIGEN, True, "Kies eerst wie er komen. Aan hen vraagt u wanneer zij kunnen."),
    ),
    Onderwerp.DATUM: (
        (Onderwerp.ZEKER, True, "Kies eerst wie er zeker bij moet zijn. Die mensen bepalen welke dag kan."),
        (Onderwerp.DATA, True, "Stel eerst een paar dagen voor. Dan is er iets te kiezen."),
    ),
    Onderwerp.STARTOVERLEG: (
        (Onderwerp.DATUM, True, "Kies eerst de datum. De agenda hoort bij een overleg."),
    ),
}


@write_down(
    Regel(
        code="intake-volgorde",
        stap=Stap.PLAN,
        vraag="In welke volgorde gaat de intake?",
        tekst=(
            "De stappen mogen door elkaar, waar dat kan. Drie dingen hebben een volgorde: eerst wie er komen, dan wie "
            "er zeker bij moet zijn en welke dagen kunnen, dan pas de datum. Bekijk ook eerst het netwerk en de "
            "beroepskrachten, voordat u iemand uitnodigt."
        ),
        voorbeeld="U wilt een datum kiezen en niemand is nog uitgenodigd: Rondetafel zegt wat er eerst moet.",
        bronnen=(EERST_WIE,),
    )
)
def assess_volgorde(stap: Onderwerp, standen: Mapping[Onderwerp, Stand]) -> Oordeel:
    return combine(
        *(
            Reden(tekst=waarom, bron=EERST_WIE, blokkeert=blokkeert, uitweg=f"Ga naar stap {NUMMERS[eerst]}.")
            for eerst, blokkeert, waarom in NODIG.get(stap, ())
            if standen[eerst] is Stand.OPEN
        )
    )
