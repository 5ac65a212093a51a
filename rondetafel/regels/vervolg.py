"""Does help begin where the same help ends? Then it is an extension, and one chain of time."""

from collections.abc import Iterable, Mapping
from datetime import date

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp
from rondetafel.regels.datum import DAG, format_datum, last_day_of
from rondetafel.regels.oordeel import Reden
from rondetafel.regels.product import Keuze
from rondetafel.regels.regelboek import Regel, Stap, write_down


def first_day_of_chain(
    startdatum: date, eerder: Iterable[tuple[date, date | None]], keuzes: Mapping[str, Keuze]
) -> date:
    """Walk back over periods that end so shortly before the next one that all of it counts as one."""
    for van, tot in sorted(eerder, reverse=True):
        if tot is not None and van < startdatum <= _last_start_after(tot, keuzes):
            startdatum = van
    return startdatum


def chain_begin(vraag: Akkoordvraag) -> date:
    """Return the first day of the same help, also when it was stopped or there was none for a short while."""
    periodes = ((een.van, een.tot) for een in _same(vraag))
    return first_day_of_chain(vraag.startdatum, periodes, vraag.keuzes)


def _last_start_after(tot: date, keuzes: Mapping[str, Keuze]) -> date:
    """The last first day with which help that ended on `tot` counts on."""
    maanden = keuzes["onderbreking"].lezing.maanden
    return (last_day_of(tot + DAG, maanden) if maanden else tot) + DAG


@write_down(
    Regel(
        code="akkoord-geen-vervolg",
        stap=Stap.AKKOORD,
        vraag="Kan dezelfde hulp doorgaan met een nieuw akkoord?",
        tekst=(
            "Nee. Begint een akkoord op de dag nadat dezelfde hulp afloopt, dan is het een verlenging: met een "
            "RTO, papieren en een evaluatie. Is de hulp eerder gestopt, dan kan een nieuw akkoord alleen bij een "
            "andere zorgaanbieder."
        ),
        voorbeeld=(
            "Begeleiding groep t/m 30 juni: een nieuw akkoord voor begeleiding groep vanaf 1 juli kan niet. Stopt De "
            "Linde op 30 juni, dan kan een ander vanaf 1 juli, en De Linde niet. Behandeling vanaf 1 juli kan ook."
        ),
        bepaling="rto_nodig",
    )
)
def require_extension(vraag: Akkoordvraag) -> Reden | None:
    nodig, vorige = vraag.product.rto_nodig, vraag.startdatum - DAG
    sluit_aan = [een for een in _same(vraag) if een.tot == vorige]
    if not nodig.waarde or all(een.is_gestopt and een.aanbieder != vraag.aanbieder for een in sluit_aan):
        return None
    if any(een.is_gestopt and een.aanbieder == vraag.aanbieder for een in sluit_aan):
        return Reden(
            tekst=(
                f"{vraag.product.naam} van {vraag.aanbieder} is gestopt op {format_datum(vorige)}. De dag erna "
                "doorgaan is een verlenging."
            ),
            bron=nodig.bron,
            uitweg="Kies een andere zorgaanbieder. Blijft het dezelfde, dan hoort er geen stop te zijn.",
        )
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
        code="akkoord-onderbreking",
        stap=Stap.AKKOORD,
        vraag="Mag dezelfde hulp na een korte tijd weer beginnen?",
        tekst=(
            "Dat mag. Geeft dezelfde zorgaanbieder de hulp, en was er maar kort geen hulp, dan ziet het kernteam dat "
            "het op een verlenging lijkt. Hoe lang kort is: {keuze:onderbreking}"
        ),
        voorbeeld=(
            "Begeleiding groep van De Linde t/m 30 juni: begint De Linde weer op 2 juli of op 1 september, dan komt "
            "er een melding. Vanaf 2 september niet meer."
        ),
        bepaling="rto_nodig",
    )
)
def signal_onderbreking(vraag: Akkoordvraag) -> Reden | None:
    zelfde = [
        een.tot
        for een in _same(vraag)
        if een.aanbieder == vraag.aanbieder
        and een.tot is not None
        and een.tot + DAG < vraag.startdatum <= _last_start_after(een.tot, vraag.keuzes)
    ]
    if not vraag.product.rto_nodig.waarde or not zelfde:
        return None
    return Reden(
        tekst=(
            f"{vraag.product.naam} van {vraag.aanbieder} was er t/m {format_datum(max(zelfde))}. Dit lijkt op een "
            "verlenging, en daarvoor is een RTO nodig."
        ),
        bron=vraag.product.rto_nodig.bron,
        blokkeert=False,
        uitweg="Vraag of er een RTO was, en waarom er geen verlenging is gevraagd.",
    )


@write_down(
    Regel(
        code="akkoord-totaal",
        stap=Stap.AKKOORD,
        vraag="Telt dezelfde hulp van ervoor mee?",
        tekst=(
            "Ja. Sluit een akkoord aan op dezelfde hulp, ook bij een andere zorgaanbieder, dan geldt de grens voor "
            "alles samen vanaf de eerste dag van die hulp. En als er even geen hulp was? {keuze:onderbreking}"
        ),
        voorbeeld=(
            "Behandeling individueel van 1 januari t/m 31 oktober is gestopt. Bij een andere zorgaanbieder kan "
            "het daarna t/m 31 december, niet t/m 1 januari. Ook niet als het pas op 15 november weer begint."
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
