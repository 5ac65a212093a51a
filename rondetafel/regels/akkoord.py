"""May JENS grant this akkoord zorg? How long, how much, and by whom; `voorwaarden` asks the rest."""

from collections.abc import Callable

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.datum import format_datum, last_day_of
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.regels.looptijd import asks_einddatum, longest_of
from rondetafel.regels.maatwerkdag import require_rto_date
from rondetafel.regels.naonderzoek import signal_behandelplan, signal_brief_onderzoek
from rondetafel.regels.oordeel import Bron, Gevonden, Oordeel, Reden, combine, reasons_of
from rondetafel.regels.product import Bepaling
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.vervolg import require_extension, require_within_chain, signal_onderbreking
from rondetafel.regels.voorwaarden import (
    require_diagnose,
    require_doelen_kind_en_gezin,
    require_geen_alternatief,
    require_grond,
    require_licht_eerst,
    require_no_uitsluiting,
    require_observatie,
    require_onderzoek,
    require_smart_doelen,
    require_voorrang,
    signal_onaffe_doelen,
)

MEERDERJARIG = 18

CONTRACT = Bron(
    document="productportfolio-2023-04-17",
    plek="Specifieke zorgproducten",
    regel="Het contract zegt welke producten een aanbieder voor JENS mag leveren",
)
VOLGORDE = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="De laatste dag van een looptijd ligt niet voor de eerste dag",
)
VOOR_JEUGDIGE = Bron(
    document="productportfolio-2023-04-17",
    plek="Begeleiding groep, kolom Kader",
    regel="Een akkoord voor jeugdhulp is er alleen voor het kind of de jongere",
)
TOT_ACHTTIEN = Bron(
    document="jeugdwet",
    plek="artikel 1.1",
    regel="Jeugdhulp is in de regel voor wie jonger is dan 18",
)


def assess_akkoord(vraag: Akkoordvraag) -> Oordeel:
    """May this be granted? A maximum is a maximum: a motivation does not lift it."""
    redenen: list[Reden] = []
    for regel in REGELS:
        gevonden = regel(vraag)
        if gevonden is not None:
            redenen += reasons_of(gevonden)
    return combine(*redenen, feiten=vraag.word_feiten)


@write_down(
    Regel(
        code="akkoord-contract",
        stap=Stap.AKKOORD,
        vraag="Mag deze zorgaanbieder dit product leveren?",
        tekst=(
            "In het contract met JENS staat welke producten een zorgaanbieder mag leveren. Sommige producten "
            "hebben een eigen code en gaan alleen naar aanbieders met wie dat apart is afgesproken."
        ),
        voorbeeld="Het contract van De Linde noemt geen logeren: een akkoord voor logeren bij De Linde kan niet.",
        bronnen=(CONTRACT,),
        bepaling="vaste_aanbieders",
    )
)
def require_contract(vraag: Akkoordvraag) -> Reden | None:
    if vraag.product.code in vraag.aanbieder_producten:
        return None
    vast = vraag.product.vaste_aanbieders
    if vast is not None and vast.waarde:
        return Reden(
            tekst=(
                f"{vraag.product.naam} gaat alleen naar aanbieders met wie JENS dat apart afsprak. "
                f"{vraag.aanbieder} hoort daar niet bij."
            ),
            bron=vast.bron,
            uitweg="Kies een zorgaanbieder met dit product in het contract.",
        )
    return Reden(
        tekst=f"{vraag.aanbieder} heeft geen contract voor {vraag.product.naam}.",
        bron=CONTRACT,
        uitweg="Kies een andere zorgaanbieder, of regel eerst een contract.",
    )


@write_down(
    Regel(
        code="akkoord-einddatum",
        stap=Stap.AKKOORD,
        vraag="Heeft dit akkoord een einddatum nodig?",
        tekst=(
            "Hulp van een zorgaanbieder krijgt altijd een laatste dag. Hulp van het gebiedsteam niet, tenzij de "
            "regio daar een grens voor koos."
        ),
        voorbeeld="Begeleiding groep zonder laatste dag kan niet. Hulp van het gebiedsteam zonder laatste dag wel.",
        bepaling="einddatum_nodig",
        tegenspraken=("F15",),
    )
)
def require_einddatum(vraag: Akkoordvraag) -> Reden | None:
    bron = asks_einddatum(vraag.product, vraag.keuzes)
    if vraag.einddatum is not None or bron is None:
        return None
    return Reden(
        tekst=f"{vraag.product.naam} heeft een einddatum nodig.",
        bron=bron,
        uitweg="Vul de laatste dag van de hulp in.",
    )


@write_down(
    Regel(
        code="akkoord-volgorde",
        stap=Stap.AKKOORD,
        vraag="Kloppen de eerste en de laatste dag met elkaar?",
        tekst="De laatste dag ligt niet voor de eerste dag. Eén dag hulp mag: dan zijn ze gelijk.",
        voorbeeld="Van 1 januari t/m 1 januari kan. Van 1 januari t/m 31 december van het jaar ervoor niet.",
        bronnen=(VOLGORDE,),
    )
)
def require_order(vraag: Akkoordvraag) -> Reden | None:
    if vraag.einddatum is None or vraag.startdatum <= vraag.einddatum:
        return None
    return Reden(
        tekst=(
            f"De einddatum ({format_datum(vraag.einddatum)}) ligt voor "
            f"de startdatum ({format_datum(vraag.startdatum)})."
        ),
        bron=VOLGORDE,
        uitweg="Pas een van de datums aan.",
    )


@write_down(
    Regel(
        code="akkoord-maximum",
        stap=Stap.AKKOORD,
        vraag="Hoe lang mag één akkoord duren?",
        tekst=(
            "Per product staat vast hoeveel maanden een akkoord hoogstens duurt. "
            "Een goede reden maakt dat niet langer: daarvoor is een verlenging."
        ),
        voorbeeld="Begeleiding groep vanaf 1 januari gaat t/m 30 juni (zes maanden). T/m 1 juli kan niet.",
        bepaling="maximum_maanden",
        tegenspraken=("F1", "F2", "F3"),
    )
)
def require_within_maximum(vraag: Akkoordvraag) -> Reden | None:
    maximum = longest_of(vraag.product, vraag.keuzes)
    if maximum is None or vraag.einddatum is None:
        return None
    uiterste = last_day_of(vraag.startdatum, maximum.waarde)
    if vraag.einddatum <= uiterste:
        return None
    zinnen = (
        f"{vraag.product.naam} gaat per akkoord tot {maximum} maanden.",
        f"Dat is hier t/m {format_datum(uiterste)}.",
        maximum.tegenspraak,
    )
    return Reden(
        tekst=" ".join(filter(None, zinnen)),
        bron=maximum.bron,
        uitweg=f"Kies {format_datum(uiterste)} of eerder als einddatum.",
    )


@write_down(
    Regel(
        code="akkoord-aantal-nodig",
        stap=Stap.AKKOORD,
        vraag="Moet er staan hoeveel hulp er per week is?",
        tekst=(
            "Waar een product een grens per week heeft, moet het aantal per week erbij staan. "
            "Bij andere hulp controleert JENS het aantal niet."
        ),
        voorbeeld="Logeren zonder aantal etmalen per week kan niet. Begeleiding individueel zonder aantal wel.",
        bepaling="maximum_per_week",
        tegenspraken=("F14",),
    )
)
def require_aantal(vraag: Akkoordvraag) -> Reden | None:
    if vraag.aantal_per_week is not None:
        return None
    bron = _why_counted(vraag)
    if bron is None:
        return None
    return Reden(
        tekst=f"Bij {vraag.product.naam} staat niet hoeveel er per week is.",
        bron=bron,
        uitweg="Vul in hoeveel het er per week zijn.",
    )


@write_down(
    Regel(
        code="akkoord-maximum-per-week",
        stap=Stap.AKKOORD,
        vraag="Hoeveel hulp mag er in een week?",
        tekst="Sommige producten hebben een grens per week. Welke dat is, staat bij het product.",
        voorbeeld="Logeren met 1 etmaal per week kan. Met 2 etmalen per week niet.",
        bepaling="maximum_per_week",
    )
)
def require_within_week(vraag: Akkoordvraag) -> Reden | None:
    return _within(vraag, vraag.product.maximum_per_week, "")


@write_down(
    Regel(
        code="akkoord-in-plaats-van-school",
        stap=Stap.AKKOORD,
        vraag="Hoeveel dagdelen mag hulp in plaats van school zijn?",
        tekst=(
            "Komt de hulp in plaats van school, dan staat bij het product hoeveel er per week mag. "
            "De vakanties zijn daar al in verrekend."
        ),
        voorbeeld="Zeven dagdelen per week in plaats van school kan. Acht niet.",
        bepaling="onderwijs_per_week",
    )
)
def require_within_schoolweek(vraag: Akkoordvraag) -> Reden | None:
    if not vraag.in_plaats_van_onderwijs:
        return None
    return _within(vraag, vraag.product.onderwijs_per_week, " in plaats van school")


@write_down(
    Regel(
        code="akkoord-voor-jeugdige",
        stap=Stap.AKKOORD,
        vraag="Voor wie mag een akkoord zijn?",
        tekst="Jeugdhulp is voor het kind of de jongere. Een ouder krijgt geen akkoord voor jeugdhulp.",
        voorbeeld="Begeleiding voor Noor (13) kan. Begeleiding voor haar moeder niet: dat gaat via de Wmo.",
        bronnen=(VOOR_JEUGDIGE,),
    )
)
def require_jeugdige(vraag: Akkoordvraag) -> Reden | None:
    if vraag.is_jeugdige:
        return None
    return Reden(
        tekst=f"{vraag.jeugdige} is geen kind of jongere van dit gezin.",
        bron=VOOR_JEUGDIGE,
        uitweg="Kies een kind. Heeft een ouder hulp nodig, ga dan naar de Wmo van de gemeente.",
    )


@write_down(
    Regel(
        code="akkoord-achttien",
        stap=Stap.AKKOORD,
        vraag="Wordt de jongere 18 terwijl de hulp loopt?",
        tekst=(
            "Jeugdhulp is in de regel voor wie jonger is dan 18. Loopt de hulp door na de verjaardag, "
            "dan waarschuwt Rondetafel. Het akkoord kan wel."
        ),
        voorbeeld="Wordt iemand 18 op 1 juli, dan geeft een akkoord t/m 30 juni geen melding, en t/m 1 juli wel.",
        bronnen=(TOT_ACHTTIEN,),
    )
)
def signal_achttien(vraag: Akkoordvraag) -> Reden | None:
    if vraag.geboortedatum is None or vraag.einddatum is None:
        return None
    verjaardag = birthday_of(vraag.geboortedatum, MEERDERJARIG)
    if vraag.einddatum < verjaardag:
        return None
    return Reden(
        tekst=f"{vraag.jeugdige} wordt 18 op {format_datum(verjaardag)}. De hulp loopt dan nog.",
        bron=TOT_ACHTTIEN,
        blokkeert=False,
        uitweg="Bespreek nu al met wie het verder gaat: de Wmo, de Wlz, de zorgverzekering, of verlengde jeugdhulp.",
    )


def _why_counted(vraag: Akkoordvraag) -> Bron | None:
    """Why the number per week must be known; None when nobody asks."""
    product = vraag.product
    if product.maximum_per_week is not None:
        return product.maximum_per_week.bron
    if vraag.in_plaats_van_onderwijs and product.onderwijs_per_week is not None:
        return product.onderwijs_per_week.bron
    lezing = vraag.reading("uren-controleren")
    return lezing.bron if product.eenheid is not None and lezing.code == "ja" else None


def _within(vraag: Akkoordvraag, maximum: Bepaling[int] | None, waarvoor: str) -> Reden | None:
    aantal, product = vraag.aantal_per_week, vraag.product
    if maximum is None or aantal is None or aantal <= maximum.waarde:
        return None
    hoogstens = product.eenheid.word(maximum.waarde) if product.eenheid else f"{maximum} keer"
    return Reden(
        tekst=f"{product.naam}{waarvoor} gaat tot {hoogstens} per week. U vult {aantal} in.",
        bron=maximum.bron,
        uitweg=f"Kies hoogstens {hoogstens} per week.",
    )


# Every rule about granting, in the order in which a refusal gives its reasons.
REGELS: tuple[Callable[[Akkoordvraag], Gevonden], ...] = (
    require_jeugdige,
    require_no_uitsluiting,
    require_contract,
    require_einddatum,
    require_order,
    require_extension,
    require_within_maximum,
    require_within_chain,
    require_aantal,
    require_within_week,
    require_within_schoolweek,
    require_onderzoek,
    require_diagnose,
    require_observatie,
    require_grond,
    require_rto_date,
    require_geen_alternatief,
    require_voorrang,
    require_licht_eerst,
    require_smart_doelen,
    require_doelen_kind_en_gezin,
    signal_onaffe_doelen,
    signal_onderbreking,
    signal_behandelplan,
    signal_brief_onderzoek,
    signal_achttien,
)
