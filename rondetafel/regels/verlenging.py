"""May a running akkoord zorg be extended?"""

from dataclasses import dataclass
from datetime import date

from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import DAG, format_datum, format_looptijd, last_day_of, weeks_before
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.overleg import Rto, assess_rto
from rondetafel.regels.product import Bepaling, Product

NORM = "verlenging-vragen"
LOPEND_AKKOORD = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Na de einddatum loopt er niets meer dat verlengd kan worden",
)
LATER_EINDE = Bron(
    document="rondetafel",
    plek="ADR 0009: einddatum is t/m",
    regel="Een verlenging eindigt later dan het akkoord dat verlengd wordt",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengingsvraag:
    """Everything the rules below look at. What is not here cannot decide.

    `startdatum` and `einddatum` are those of the running akkoord, `eerste_startdatum` is the
    first day of the first akkoord in the chain, `tot` the asked last day (t/m), and `norm`
    the norm "verlenging-vragen" of the catalogue.
    """

    product: Product
    norm: Norm
    startdatum: date
    einddatum: date
    eerste_startdatum: date
    tot: date
    ingediend_op: date
    rtos: tuple[Rto, ...] = ()


def assess_verlenging(vraag: Verlengingsvraag) -> Oordeel:
    return combine(
        require_running(vraag),
        require_later_end(vraag),
        *require_rto(vraag),
        require_within_maximum(vraag),
        require_within_total(vraag),
        signal_long_extension(vraag),
        signal_late_request(vraag),
        feiten={
            "Product": vraag.product.naam,
            "Looptijd nu": format_looptijd(vraag.startdatum, vraag.einddatum),
            "Gevraagd t/m": format_datum(vraag.tot),
            "Gevraagd op": format_datum(vraag.ingediend_op),
        },
    )


def last_day_to_ask(einddatum: date, norm: Norm) -> date:
    """Return the last day on which an extension is asked in time: so many weeks before the end."""
    return weeks_before(einddatum, norm.aantal)


def last_day_of_extension(einddatum: date, maanden: int) -> date:
    """Return the last day (t/m) of an extension that begins the day after `einddatum`."""
    return last_day_of(einddatum + DAG, maanden)


def require_running(vraag: Verlengingsvraag) -> Reden | None:
    if vraag.ingediend_op <= vraag.einddatum:
        return None
    return Reden(
        tekst=f"Dit akkoord is al afgelopen op {format_datum(vraag.einddatum)}.",
        bron=LOPEND_AKKOORD,
        uitweg="Vraag een nieuw akkoord aan.",
    )


def require_later_end(vraag: Verlengingsvraag) -> Reden | None:
    if vraag.tot > vraag.einddatum:
        return None
    return Reden(
        tekst=f"Dit akkoord loopt al t/m {format_datum(vraag.einddatum)}.",
        bron=LATER_EINDE,
        uitweg=f"Kies een dag na {format_datum(vraag.einddatum)}.",
    )


def require_rto(vraag: Verlengingsvraag) -> tuple[Reden, ...]:
    """An RTO that counts, held in this looptijd; one of an earlier looptijd does not count."""
    if not vraag.product.rto_nodig.waarde:
        return ()
    held = [rto for rto in vraag.rtos if _held_within(vraag, rto)]
    oordelen = [assess_rto(rto) for rto in held]
    if any(oordeel.is_akkoord for oordeel in oordelen):
        return ()
    if held:
        latest = max(held, key=lambda rto: rto.gehouden_op or vraag.startdatum)
        return assess_rto(latest).redenen
    return (_missing_rto(vraag),)


def require_within_maximum(vraag: Verlengingsvraag) -> Reden | None:
    maximum = vraag.product.maximum_maanden
    if maximum is None:
        return None
    uiterste = last_day_of_extension(vraag.einddatum, maximum.waarde)
    if vraag.tot <= uiterste:
        return None
    return _too_long(f"{vraag.product.naam} gaat per keer tot {maximum} maanden.", maximum, uiterste)


def require_within_total(vraag: Verlengingsvraag) -> Reden | None:
    totaal = vraag.product.totaal_maanden
    if totaal is None:
        return None
    uiterste = last_day_of(vraag.eerste_startdatum, totaal.waarde)
    if vraag.tot <= uiterste:
        return None
    return _too_long(
        f"{vraag.product.naam} gaat vanaf {format_datum(vraag.eerste_startdatum)} "
        f"tot {totaal} maanden in totaal.",
        totaal,
        uiterste,
    )


def signal_long_extension(vraag: Verlengingsvraag) -> Reden | None:
    # The portfolio names a usual length but does not refuse a longer one within the maximum.
    gewoon = vraag.product.verlenging_maanden
    if gewoon is None:
        return None
    uiterste = last_day_of_extension(vraag.einddatum, gewoon.waarde)
    if vraag.tot <= uiterste:
        return None
    return Reden(
        tekst=_with_contradiction(
            f"Een verlenging van {vraag.product.naam} duurt meestal {gewoon} maanden. "
            f"Dat is hier t/m {format_datum(uiterste)}.",
            gewoon,
        ),
        bron=gewoon.bron,
        blokkeert=False,
        uitweg="Schrijf op waarom langer nodig is.",
    )


def signal_late_request(vraag: Verlengingsvraag) -> Reden | None:
    # The portfolio asks for eight weeks but does not say 'refuse', so we signal.
    laatste_dag = last_day_to_ask(vraag.einddatum, vraag.norm)
    if vraag.ingediend_op <= laatste_dag:
        return None
    return Reden(
        tekst=(
            f"De vraag kwam op {format_datum(vraag.ingediend_op)}. "
            f"{vraag.norm.aantal} weken voor het einde was {format_datum(laatste_dag)}."
        ),
        bron=vraag.norm.bron,
        blokkeert=False,
        uitweg="Bespreek met de zorgaanbieder hoe de vraag de volgende keer op tijd komt.",
    )


def _held_within(vraag: Verlengingsvraag, rto: Rto) -> bool:
    return rto.gehouden_op is not None and vraag.startdatum <= rto.gehouden_op <= vraag.einddatum


def _missing_rto(vraag: Verlengingsvraag) -> Reden:
    planned = [
        rto.gepland_op
        for rto in vraag.rtos
        if rto.gepland_op and not rto.gehouden_op and rto.gepland_op <= vraag.einddatum
    ]
    uitweg = f"Plan een RTO, uiterlijk op {format_datum(vraag.einddatum)}."
    if planned:
        uitweg = f"Leg vast dat het RTO van {format_datum(max(planned))} gehouden is."
    looptijd = format_looptijd(vraag.startdatum, vraag.einddatum)
    return Reden(
        tekst=f"Er is in deze looptijd ({looptijd}) nog geen RTO gehouden.",
        bron=vraag.product.rto_nodig.bron,
        uitweg=uitweg,
    )


def _too_long(tekst: str, grens: Bepaling[int], uiterste: date) -> Reden:
    return Reden(
        tekst=_with_contradiction(f"{tekst} Dat is hier t/m {format_datum(uiterste)}.", grens),
        bron=grens.bron,
        uitweg=f"Kies {format_datum(uiterste)} of eerder.",
    )


def _with_contradiction(tekst: str, bepaling: Bepaling[int]) -> str:
    if not bepaling.tegenspraak:
        return tekst
    return f"{tekst} De bronnen zijn het hier niet eens. {bepaling.tegenspraak}"
