"""Does help begin where the same help ends? Then it is an extension, and one chain of time."""

from collections.abc import Iterable
from datetime import date

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp
from rondetafel.regels.datum import DAG, format_datum, last_day_of
from rondetafel.regels.oordeel import Reden
from rondetafel.regels.regelboek import Regel, Stap, write_down


def first_day_of_chain(startdatum: date, eerder: Iterable[tuple[date, date | None]]) -> date:
    """Walk back over periods that end the day before the next one begins."""
    for van, tot in sorted(eerder, reverse=True):
        if tot is not None and van < startdatum == tot + DAG:
            startdatum = van
    return startdatum


def chain_begin(vraag: Akkoordvraag) -> date:
    """Return the first day of the same help without a day between; help that was stopped counts too."""
    zelfde = _same(vraag)
    return (
        first_day_of_chain(vraag.startdatum, ((een.van, een.tot) for een in zelfde))
        if zelfde
        else vraag.startdatum
    )


@write_down(
    Regel(
        code="akkoord-geen-vervolg",
        stap=Stap.AKKOORD,
        vraag="Kan dezelfde hulp doorgaan met een nieuw akkoord?",
        tekst=(
            "Nee. Begint een akkoord op de dag nadat dezelfde hulp afloopt, dan is het een verlenging: met een "
            "RTO, papieren en een evaluatie. Is de hulp eerder gestopt, dan kan een nieuw akkoord wel, zoals bij "
            "een andere zorgaanbieder."
        ),
        voorbeeld=(
            "Begeleiding groep t/m 30 juni: een nieuw akkoord voor begeleiding groep vanaf 1 juli kan niet, vanaf "
            "2 juli wel. Behandeling vanaf 1 juli kan ook."
        ),
        bepaling="rto_nodig",
    )
)
def require_extension(vraag: Akkoordvraag) -> Reden | None:
    nodig = vraag.product.rto_nodig
    if not nodig.waarde or not any(_runs_up_to(een, vraag.startdatum) for een in _same(vraag)):
        return None
    vorige = vraag.startdatum - DAG
    return Reden(
        tekst=f"{vraag.product.naam} loopt al t/m {format_datum(vorige)}. Daarna doorgaan is een verlenging.",
        bron=nodig.bron,
        uitweg=(
            "Vraag verlenging van het akkoord dat er is. Gaat een andere zorgaanbieder verder, leg dan eerst de "
            "stop van de eerste vast."
        ),
    )


@write_down(
    Regel(
        code="akkoord-totaal",
        stap=Stap.AKKOORD,
        vraag="Telt dezelfde hulp van ervoor mee?",
        tekst=(
            "Ja. Sluit een akkoord aan op dezelfde hulp, ook bij een andere zorgaanbieder, dan geldt de grens voor "
            "alles samen vanaf de eerste dag van die hulp."
        ),
        voorbeeld=(
            "Behandeling individueel van 1 januari t/m 31 oktober is gestopt. Bij een andere zorgaanbieder kan "
            "het daarna t/m 31 december, niet t/m 1 januari."
        ),
        bepaling="totaal_maanden",
        tegenspraken=("F1",),
    )
)
def require_within_chain(vraag: Akkoordvraag) -> Reden | None:
    totaal, begin = vraag.product.totaal_maanden, chain_begin(vraag)
    if totaal is None or vraag.einddatum is None or begin == vraag.startdatum:
        return None
    uiterste = last_day_of(begin, totaal.waarde)
    if vraag.einddatum <= uiterste:
        return None
    return Reden(
        tekst=(
            f"{vraag.product.naam} is er al sinds {format_datum(begin)}, en gaat tot {totaal} maanden in totaal. "
            f"Dat is hier t/m {format_datum(uiterste)}."
        ),
        bron=totaal.bron,
        uitweg=f"Kies {format_datum(uiterste)} of eerder als einddatum.",
    )


def _same(vraag: Akkoordvraag) -> list[EerdereHulp]:
    return [een for een in vraag.eerder if een.product_code == vraag.product.code]


def _runs_up_to(een: EerdereHulp, startdatum: date) -> bool:
    return een.tot is not None and not een.is_gestopt and een.tot + DAG == startdatum
