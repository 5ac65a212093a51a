"""Which gezag may be written down over a child, and what does the law say by itself after erkenning?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rondetafel.regels.datum import Looptijd, format_datum, overlaps
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down

ERKENNING_GEEFT_GEZAG_VANAF = date(2023, 1, 1)
HOOGSTENS_MET_GEZAG = 2
# Whose parenthood can rest on erkenning.
ERKENBAAR = frozenset({"geboorte"})

WIE_HEEFT_GEZAG = Bron(
    document="instructie-gezinsplan-2019",
    plek="Onderdeel Basis gezinsgegevens en betrokkenen",
    regel="Bij een kind staat wie gezag heeft",
)
OUDERS_OF_VOOGD = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 245",
    regel="Gezag is ouderlijk gezag of voogdij, en niet allebei",
)
SAMEN_DOOR_HUWELIJK = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 251",
    regel="Getrouwde ouders hebben samen gezag, en houden dat na een scheiding",
)
SAMEN_DOOR_ERKENNING = Bron(
    document="erkenning-en-gezag-2023",
    plek="Wat verandert er",
    regel="Wie een kind erkent vanaf 1 januari 2023 krijgt samen met de moeder gezag, behalve als zij anders kozen",
)
SAMEN_DOOR_REGISTER = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 252",
    regel="Andere ouders krijgen samen gezag door een aantekening in het gezagsregister",
)
MET_NIET_OUDER = Bron(
    document="burgerlijk-wetboek-1",
    plek="artikel 253t en 253sa",
    regel="Een ouder en iemand die geen ouder is, kunnen samen gezag hebben",
)
NAKIJKEN = Bron(
    document="nvo-gezag",
    plek="Gezag nagaan",
    regel="De hulpverlener kijkt zelf na wie gezag heeft, bijvoorbeeld in het gezagsregister",
)


class Gezagsoort(StrEnum):
    OUDERLIJK = "ouderlijk"
    SAMEN = "samen"
    ALLEEN = "alleen"
    GEZAMENLIJK = "gezamenlijk"
    VOOGDIJ = "voogdij"
    GEEN = "geen"


OUDERLIJK = frozenset({Gezagsoort.OUDERLIJK, Gezagsoort.SAMEN, Gezagsoort.ALLEEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsregel:
    """Gezag of one adult over the child, that is written down already or is asked."""

    naam: str
    soort: Gezagsoort
    looptijd: Looptijd


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsvraag:
    """What is to be written down, and what stands there of others. `has_bewijs`: more than that somebody told it."""

    nieuw: Gezagsregel
    is_ouder: bool
    anderen: Sequence[Gezagsregel] = ()
    geboortedatum: date | None = None
    has_bewijs: bool = False


def assess_gezag(vraag: Gezagsvraag) -> Oordeel:
    """May this gezag be written down?"""
    return combine(
        require_one_of_two_kinds(vraag),
        require_alone_or_together(vraag),
        _require_two_at_most(vraag),
        require_a_parent(vraag),
        _require_birth_before_gezag(vraag),
        signal_nobody_looked(vraag),
        feiten={"Gezag": f"{vraag.nieuw.naam}, {vraag.nieuw.soort.value}"},
    )


@write_down(
    Regel(
        code="gezag-ouders-of-voogd",
        stap=Stap.PLAN,
        vraag="Kunnen een ouder en een voogd op dezelfde dag gezag hebben?",
        tekst="Nee. Een kind staat onder gezag van de ouders of van een voogd, nooit van allebei.",
        voorbeeld="Tante wordt voogd op 1 mei: het gezag van moeder is dan op 30 april gestopt.",
        bronnen=(OUDERS_OF_VOOGD,),
    )
)
def require_one_of_two_kinds(vraag: Gezagsvraag) -> Reden | None:
    is_voogdij = vraag.nieuw.soort is Gezagsoort.VOOGDIJ
    for ander in _at_the_same_time(vraag):
        if (ander.soort is Gezagsoort.VOOGDIJ) != is_voogdij:
            return Reden(
                tekst=f"{ander.naam} heeft in deze dagen {_word(ander.soort)}. Dat gaat niet samen.",
                bron=OUDERS_OF_VOOGD,
                uitweg="Stop eerst het andere gezag, of kijk de dagen na.",
            )
    return None


@write_down(
    Regel(
        code="gezag-alleen-of-samen",
        stap=Stap.PLAN,
        vraag="Wanneer heeft een ouder alleen gezag?",
        tekst=(
            "Als geen ander in dezelfde dagen gezag heeft. Hebben twee mensen gezag, dan staat bij allebei dat "
            "zij het samen hebben."
        ),
        voorbeeld="Bij moeder staat ‘alleen’ en u schrijft vader op met ‘samen’: eerst verandert wat bij moeder staat.",
        bronnen=(SAMEN_DOOR_HUWELIJK, SAMEN_DOOR_REGISTER),
    )
)
def require_alone_or_together(vraag: Gezagsvraag) -> Reden | None:
    anderen = _at_the_same_time(vraag)
    alleen = [een for een in anderen if een.soort is Gezagsoort.ALLEEN]
    if vraag.nieuw.soort is Gezagsoort.GEEN:
        return None
    if vraag.nieuw.soort is Gezagsoort.ALLEEN and anderen:
        return Reden(
            tekst=f"{anderen[0].naam} heeft in deze dagen ook gezag. Dan is het niet alleen.",
            bron=SAMEN_DOOR_REGISTER,
            uitweg="Kies ‘samen’, of stop eerst het gezag van de ander.",
        )
    if alleen:
        return Reden(
            tekst=f"Bij {alleen[0].naam} staat dat die alleen gezag heeft.",
            bron=SAMEN_DOOR_REGISTER,
            uitweg=f"Stop dat gezag bij {alleen[0].naam} en schrijf op dat zij het samen hebben.",
        )
    return None


def _require_two_at_most(vraag: Gezagsvraag) -> Reden | None:
    if vraag.nieuw.soort is Gezagsoort.GEEN or len(_at_the_same_time(vraag)) < HOOGSTENS_MET_GEZAG:
        return None
    namen = " en ".join(een.naam for een in _at_the_same_time(vraag))
    return Reden(
        tekst=f"In deze dagen hebben al twee mensen gezag: {namen}.",
        bron=OUDERS_OF_VOOGD,
        uitweg="Meer dan twee kan niet. Kijk na van wie het gezag is gestopt.",
    )


@write_down(
    Regel(
        code="gezag-van-een-ouder",
        stap=Stap.PLAN,
        vraag="Wie kan ouderlijk gezag hebben?",
        tekst=(
            "Alleen een ouder volgens de wet. Een stiefouder of pleegouder heeft vanzelf geen gezag. Die kan "
            "wel samen met een ouder gezag krijgen, of voogd worden."
        ),
        voorbeeld="De nieuwe vrouw van vader heeft vanzelf geen gezag. De rechter kan het haar met vader geven.",
        bronnen=(MET_NIET_OUDER,),
    )
)
def require_a_parent(vraag: Gezagsvraag) -> Reden | None:
    if vraag.nieuw.soort not in OUDERLIJK or vraag.is_ouder:
        return None
    return Reden(
        tekst=f"{vraag.nieuw.naam} staat hier niet als ouder.",
        bron=MET_NIET_OUDER,
        uitweg="Kies ‘gezamenlijk gezag met een niet-ouder’ of ‘voogdij’, of verbeter wie ouder is.",
    )


def _require_birth_before_gezag(vraag: Gezagsvraag) -> Reden | None:
    geboren = vraag.geboortedatum
    if geboren is None or vraag.nieuw.looptijd[0] >= geboren:
        return None
    return Reden(
        tekst="Het gezag begint hier voor het kind geboren is.",
        bron=WIE_HEEFT_GEZAG,
        uitweg=f"Kies {format_datum(geboren)} of later.",
    )


@write_down(
    Regel(
        code="gezag-nagekeken",
        stap=Stap.PLAN,
        vraag="Wanneer is zeker wie gezag heeft?",
        tekst=(
            "Als u het nakeek: in het gezagsregister, de BRP, een akte of een uitspraak van de rechter. Dat "
            "iemand het vertelt, is niet genoeg. Vooral niet als de ouders uit elkaar zijn."
        ),
        voorbeeld="Moeder zegt dat zij alleen gezag heeft. Tot u het register zag, staat erbij: nog niet nagekeken.",
        bronnen=(NAKIJKEN, WIE_HEEFT_GEZAG),
    )
)
def signal_nobody_looked(vraag: Gezagsvraag) -> Reden | None:
    if vraag.has_bewijs:
        return None
    return Reden(
        tekst="Dit is nog niet nagekeken in een register of akte.",
        bron=NAKIJKEN,
        blokkeert=False,
        uitweg="Vraag een uittreksel uit het gezagsregister.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderschap:
    """How somebody is a parent of the child. `was_getrouwd`: with the other parent, when the child was born."""

    naam: str
    is_moeder: bool
    erkend_op: date | None
    was_getrouwd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsvoorstel:
    """What the law says by itself, as a suggestion; a human looks it up. `soort` None: it cannot be told."""

    naam: str
    soort: Gezagsoort | None
    uitleg: str
    bron: Bron


@write_down(
    Regel(
        code="gezag-na-erkenning",
        stap=Stap.PLAN,
        vraag="Krijgt een ouder die het kind erkent vanzelf gezag?",
        tekst=(
            "Bij erkenning vanaf 1 januari 2023 wel, samen met de moeder. Behalve als zij bij de erkenning kozen "
            "dat alleen de moeder gezag heeft. Bij erkenning voor die dag niet: dan is een aantekening in het "
            "gezagsregister nodig, ook als het kind later is geboren. Waren de ouders getrouwd bij de geboorte, "
            "dan hebben zij samen gezag. De app stelt het voor; u kijkt het na."
        ),
        voorbeeld=(
            "Vader erkende Mila op 31 december 2022, Mila is geboren op 2 januari 2023: hij heeft niet vanzelf "
            "gezag. Erkende hij haar op 1 januari 2023, dan wel."
        ),
        bronnen=(SAMEN_DOOR_ERKENNING, SAMEN_DOOR_REGISTER, SAMEN_DOOR_HUWELIJK),
    )
)
def suggest_gezag(ouder: Ouderschap) -> Gezagsvoorstel:
    """Return what the law says by itself about one parent."""
    if ouder.was_getrouwd:
        return _voorstel(
            ouder, Gezagsoort.SAMEN, "De ouders waren getrouwd bij de geboorte.", SAMEN_DOOR_HUWELIJK
        )
    if ouder.is_moeder:
        return _voorstel(
            ouder,
            None,
            "De moeder heeft gezag. Of dat samen is, hangt af van de andere ouder.",
            SAMEN_DOOR_REGISTER,
        )
    if ouder.erkend_op is None:
        return _voorstel(
            ouder, None, "Er staat niet of deze ouder het kind heeft erkend.", SAMEN_DOOR_REGISTER
        )
    dag = format_datum(ouder.erkend_op)
    if ouder.erkend_op >= ERKENNING_GEEFT_GEZAG_VANAF:
        uitleg = f"Erkend op {dag}: samen gezag, behalve als zij bij de erkenning anders kozen."
        return _voorstel(ouder, Gezagsoort.SAMEN, uitleg, SAMEN_DOOR_ERKENNING)
    uitleg = f"Erkend op {dag}, voor 1 januari 2023: alleen gezag met een aantekening in het gezagsregister."
    return _voorstel(ouder, Gezagsoort.GEEN, uitleg, SAMEN_DOOR_REGISTER)


def _at_the_same_time(vraag: Gezagsvraag) -> list[Gezagsregel]:
    """The others who hold gezag in these days; that somebody has none is no gezag."""
    if vraag.nieuw.soort is Gezagsoort.GEEN:
        return []
    return [
        een
        for een in vraag.anderen
        if een.soort is not Gezagsoort.GEEN and overlaps(een.looptijd, vraag.nieuw.looptijd)
    ]


def _word(soort: Gezagsoort) -> str:
    return "voogdij" if soort is Gezagsoort.VOOGDIJ else "ouderlijk gezag"


def _voorstel(ouder: Ouderschap, soort: Gezagsoort | None, uitleg: str, bron: Bron) -> Gezagsvoorstel:
    return Gezagsvoorstel(naam=ouder.naam, soort=soort, uitleg=uitleg, bron=bron)
