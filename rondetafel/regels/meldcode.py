"""Which step of the meldcode is next, and what does the weighing say?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, write_down
from rondetafel.regels.regelboek import Stap as Werkstap

STAPPENPLAN = Bron(
    document="besluit-meldcode",
    plek="het stappenplan",
    regel="De vijf stappen staan in het dossier: signalen, overleg, gesprek, wegen en beslissen",
)
GESPREK = Bron(
    document="besluit-meldcode",
    plek="het gesprek met de cliënt",
    regel="Zorgen worden met het gezin besproken, tenzij dat gevaar geeft",
)
VRAAG_1 = Bron(
    document="afwegingskader-meldcode", plek="vraag 1", regel="Zonder vermoeden wordt het dossier gesloten"
)
VRAAG_2 = Bron(
    document="afwegingskader-meldcode",
    plek="vraag 2",
    regel="Acute of blijvende onveiligheid wordt altijd gemeld",
)
VRAAG_3 = Bron(
    document="afwegingskader-meldcode",
    plek="vraag 3",
    regel="Wie zelf geen goede hulp kan bieden of regelen, meldt",
)
VRAAG_4 = Bron(
    document="afwegingskader-meldcode",
    plek="vraag 4",
    regel="Nemen de mensen om wie het gaat de hulp niet aan, dan volgt een melding",
)
VRAAG_5 = Bron(
    document="afwegingskader-meldcode",
    plek="vraag 5",
    regel="Helpt de hulp niet op tijd, dan volgt (weer) een melding",
)

# A reason must say something to who reads it in a year.
REDEN_TEKENS = 20


class Stap(IntEnum):
    SIGNALEN = 1
    OVERLEG = 2
    GESPREK = 3
    WEGING = 4
    BESLUIT = 5

    @property
    def naam(self) -> str:
        return STAPNAMEN[self]


STAPNAMEN = {
    Stap.SIGNALEN: "Signalen opschrijven",
    Stap.OVERLEG: "Overleggen",
    Stap.GESPREK: "Praten met het gezin",
    Stap.WEGING: "Wegen",
    Stap.BESLUIT: "Beslissen",
}


class Antwoord(StrEnum):
    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"


class Advies(StrEnum):
    """What the answers lead to."""

    AFSLUITEN = "afsluiten"
    HULP = "hulp"
    MELDEN = "melden"

    @property
    def naam(self) -> str:
        return ADVIESNAMEN[self]


ADVIESNAMEN = {
    Advies.AFSLUITEN: "Er is geen vermoeden meer. Sluit het dossier.",
    Advies.HULP: "Bied of regel hulp, en weeg daarna opnieuw.",
    Advies.MELDEN: "Meld bij Veilig Thuis.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegvraag:
    """One question of the weighing; an answer in `beslist` decides, and `advies` is what it decides."""

    code: str
    tekst: str
    beslist: frozenset[Antwoord]
    advies: Advies
    bron: Bron


_NEE_OF_ONBEKEND = frozenset({Antwoord.NEE, Antwoord.ONBEKEND})
# Not knowing counts as the careful side: as unsafe, as no help, as not accepted. Only whether help works
# may be unknown, because it has yet to begin.
WEEGVRAGEN = (
    Weegvraag(
        code="vermoeden",
        tekst="Denkt u, na stap 1 tot en met 3, aan geweld of verwaarlozing?",
        beslist=frozenset({Antwoord.NEE}),
        advies=Advies.AFSLUITEN,
        bron=VRAAG_1,
    ),
    Weegvraag(
        code="onveilig",
        tekst="Is het nu gevaarlijk, of blijft het onveilig?",
        beslist=frozenset({Antwoord.JA, Antwoord.ONBEKEND}),
        advies=Advies.MELDEN,
        bron=VRAAG_2,
    ),
    Weegvraag(
        code="hulp",
        tekst="Kunt u goede hulp geven of regelen?",
        beslist=_NEE_OF_ONBEKEND,
        advies=Advies.MELDEN,
        bron=VRAAG_3,
    ),
    Weegvraag(
        code="aanvaard",
        tekst="Nemen de mensen om wie het gaat de hulp aan?",
        beslist=_NEE_OF_ONBEKEND,
        advies=Advies.MELDEN,
        bron=VRAAG_4,
    ),
    Weegvraag(
        code="werkt",
        tekst="Wordt het met die hulp op tijd veilig, en blijft het veilig?",
        beslist=frozenset({Antwoord.NEE}),
        advies=Advies.MELDEN,
        bron=VRAAG_5,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Afweging:
    """What the answers lead to, and the question that turned the scale; None when none did."""

    advies: Advies
    doorslag: Weegvraag | None = None

    @property
    def is_onveilig(self) -> bool:
        return self.doorslag is not None and self.doorslag.bron is VRAAG_2


@write_down(
    Regel(
        code="wegen-van-zorgen",
        stap=Werkstap.VEILIGHEID,
        vraag="Waar leidt het wegen van de zorgen toe?",
        tekst=(
            "Er zijn vijf vragen, in een vaste volgorde. De eerste vraag met een antwoord dat beslist, "
            "geeft de doorslag: afsluiten, hulp bieden of melden. Niet weten telt als de voorzichtige "
            "kant."
        ),
        voorbeeld=(
            "Op vraag 2 is het antwoord ‘weet ik niet’. Dat telt als onveilig. Het advies is dan: meld "
            "bij Veilig Thuis."
        ),
        bronnen=(VRAAG_1, VRAAG_2, VRAAG_3, VRAAG_4, VRAAG_5),
    )
)
def weigh(antwoorden: Mapping[str, Antwoord]) -> Afweging:
    """Go through the questions in their order; the first deciding answer turns the scale."""
    for vraag in WEEGVRAGEN:
        if antwoorden.get(vraag.code, Antwoord.ONBEKEND) in vraag.beslist:
            return Afweging(advies=vraag.advies, doorslag=vraag)
    return Afweging(advies=Advies.HULP)


def next_stap(gedaan: Collection[Stap]) -> Stap | None:
    """Return the first step that is still to be done; None when all five are."""
    return next((stap for stap in Stap if stap not in gedaan), None)


@write_down(
    Regel(
        code="stappen-van-de-meldcode",
        stap=Werkstap.VEILIGHEID,
        vraag="Mag deze stap van de meldcode nu worden opgeschreven?",
        tekst=(
            "De vijf stappen gaan een voor een: signalen, overleg, gesprek, wegen en beslissen. "
            "Verbeteren mag later altijd. Bij acuut gevaar gaat het besluit voor, en volgt de rest "
            "daarna."
        ),
        voorbeeld=(
            "Stap 2 is nog niet gedaan. Dan kan stap 3 nog niet worden opgeschreven. Is er nu gevaar, "
            "dan kan stap 5 meteen."
        ),
        bronnen=(STAPPENPLAN,),
    )
)
def assess_volgorde(stap: Stap, gedaan: Collection[Stap]) -> Oordeel:
    """May this step be written down now? One by one, and each may be corrected later.

    A decision in acute danger goes before the others; those are then written down afterwards.
    """
    eerder = [een for een in Stap if een < stap and een not in gedaan]
    if not eerder or stap in gedaan or Stap.BESLUIT in gedaan:
        return combine()
    return combine(
        Reden(
            tekst=f"Stap {eerder[0].value} is nog niet gedaan: {eerder[0].naam.lower()}.",
            bron=STAPPENPLAN,
            uitweg=f"Schrijf eerst stap {eerder[0].value} op. Is er nu gevaar? Ga dan meteen naar stap 5.",
        )
    )


@write_down(
    Regel(
        code="praten-met-het-gezin",
        stap=Werkstap.VEILIGHEID,
        vraag="Is er met het gezin gepraat over de zorgen?",
        tekst=(
            "Zorgen worden met het gezin besproken. Kan dat niet, omdat het gevaar geeft, dan staat er "
            "waarom niet, in 20 tekens of meer."
        ),
        voorbeeld=(
            "Het gesprek is niet gevoerd en de reden is ‘lukt niet’. Dat is te kort. ‘Vader zou Noor dan "
            "meteen meenemen’ is genoeg."
        ),
        bronnen=(GESPREK,),
    )
)
def assess_gesprek(*, is_gevoerd: bool, waarom_niet: str) -> Oordeel:
    """A talk with the family, or a reason why there is none."""
    if is_gevoerd or says_enough(waarom_niet):
        return combine()
    return combine(
        Reden(
            tekst="Er is niet met het gezin gepraat, en er staat nog niet waarom.",
            bron=GESPREK,
            uitweg=f"Leg uit waarom niet, in {REDEN_TEKENS} tekens of meer.",
        )
    )


@write_down(
    Regel(
        code="alle-weegvragen-beantwoord",
        stap=Werkstap.VEILIGHEID,
        vraag="Zijn alle vragen van de weging beantwoord?",
        tekst=(
            "Elke vraag tot en met de vraag die beslist, heeft een antwoord en een reden in woorden. De "
            "vragen daarna hoeven niet meer."
        ),
        voorbeeld=(
            "Vraag 2 beslist. Vraag 1 en 2 hebben een antwoord met een reden. Vraag 3 tot en met 5 mogen "
            "leeg blijven."
        ),
        bronnen=(VRAAG_1, VRAAG_2, VRAAG_3, VRAAG_4, VRAAG_5),
    )
)
def assess_weging(antwoorden: Mapping[str, Antwoord], redenen: Mapping[str, str]) -> Oordeel:
    """Each question up to the one that decides has an answer, and a reason in words."""
    afweging = weigh(antwoorden)
    missing = []
    for vraag in WEEGVRAGEN:
        if vraag.code not in antwoorden or not redenen.get(vraag.code, "").strip():
            missing.append(vraag)
        if vraag == afweging.doorslag:
            break
    return combine(
        *(
            Reden(
                tekst=f"Nog niet beantwoord: {vraag.tekst}",
                bron=vraag.bron,
                uitweg="Kies een antwoord en schrijf op waarom.",
            )
            for vraag in missing
        )
    )


def says_enough(tekst: str) -> bool:
    """Tell whether a reason is long enough to be of use to who reads it later."""
    return len(" ".join(tekst.split())) >= REDEN_TEKENS
