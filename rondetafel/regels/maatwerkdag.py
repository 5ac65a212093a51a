"""At maatwerk the day of the RTO is agreed when a looptijd begins: is it there, and is it one on which it may be?"""

from datetime import date

from rondetafel.regels.akkoordvraag import Akkoordvraag
from rondetafel.regels.datum import DAG, format_datum
from rondetafel.regels.maatwerk import RTO, is_maatwerk, rto_window
from rondetafel.regels.oordeel import Reden
from rondetafel.regels.product import Lezing, Product
from rondetafel.regels.regelboek import Regel, Stap, write_down
from rondetafel.regels.verlengingsvraag import Verlengingsvraag


@write_down(
    Regel(
        code="maatwerk-rto-bij-start",
        stap=Stap.AKKOORD,
        vraag="Wanneer is het RTO bij maatwerk?",
        tekst=(
            "Bij maatwerk spreekt u bij de start al af wanneer het RTO is. {keuze:maatwerk-rto} Zo besluit iedereen "
            "samen hoe het verdergaat."
        ),
        voorbeeld="Loopt maatwerk t/m 31 maart, dan is het RTO op 25 t/m 31 maart. Op 24 maart kan niet.",
        bepaling="rto_bij_start",
        tegenspraken=("F5",),
    )
)
def require_rto_date(vraag: Akkoordvraag) -> Reden | None:
    if vraag.einddatum is None or not is_maatwerk(vraag.product):
        return None
    lezing = vraag.reading("maatwerk-rto")
    venster = rto_window(vraag.einddatum, lezing, vraag.normen[RTO])
    return _object_to_day(vraag.product, vraag.rto_op, vraag.startdatum, venster, lezing)


@write_down(
    Regel(
        code="verlenging-volgend-rto",
        stap=Stap.VERLENGEN,
        vraag="Wanneer is bij maatwerk het RTO van de nieuwe looptijd?",
        tekst=(
            "Ook een verlenging van maatwerk begint met een afgesproken dag. Wie verlenging vraagt, vult in wanneer "
            "het volgende RTO is. {keuze:maatwerk-rto}"
        ),
        voorbeeld="Maatwerk wordt verlengd t/m 30 juni: het volgende RTO is op 24 t/m 30 juni. Op 23 juni kan niet.",
        bepaling="rto_bij_start",
        tegenspraken=("F5",),
    )
)
def require_next_rto(vraag: Verlengingsvraag) -> Reden | None:
    """Only at the asking: who decides cannot fill it in any more."""
    if vraag.besluit_op is not None or not is_maatwerk(vraag.product):
        return None
    lezing = vraag.keuzes["maatwerk-rto"].lezing
    begin = vraag.einddatum + DAG
    return _object_to_day(vraag.product, vraag.volgend_rto_op, begin, vraag.venster_volgend_rto, lezing)


def _object_to_day(
    product: Product, rto_op: date | None, van: date, venster: tuple[date | None, date], lezing: Lezing
) -> Reden | None:
    """Say what is wrong with the day agreed for the RTO of a looptijd that begins on `van`; None: nothing."""
    eerste, laatste = venster
    wanneer = (
        f"van {format_datum(eerste)} t/m {format_datum(laatste)}"
        if eerste
        else f"uiterlijk op {format_datum(laatste)}"
    )
    if rto_op is None:
        bij_start = product.rto_bij_start
        assert bij_start is not None
        return Reden(
            tekst=f"Bij {product.naam} is de datum van het RTO al bij de start bekend. Die is nog niet ingevuld.",
            bron=bij_start.bron,
            uitweg=f"Kies met het gezin en de zorgaanbieder een dag, {wanneer}.",
        )
    if max(van, eerste or van) <= rto_op <= laatste:
        return None
    return Reden(
        tekst=f"Het RTO staat op {format_datum(rto_op)}. Dat past niet bij {product.naam}.",
        bron=lezing.bron,
        uitweg=f"Kies een dag {wanneer}.",
    )
