"""What do the rules say about an akkoord, an extension, a stop? The facts of this room put to each rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.akkoord import Akkoordvraag, assess_akkoord
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG, format_datum, last_day_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.overleg import Rto
from rondetafel.regels.product import Product
from rondetafel.regels.stop import Stopvraag, assess_stop
from rondetafel.regels.verlenging import (
    LOPEND_AKKOORD,
    NORM,
    Verlengingsvraag,
    assess_verlenging,
    last_day_of_extension,
    last_day_to_ask,
    require_rto,
)
from rondetafel.zorg.gegevens import Akkoordopgave, Stopopgave
from rondetafel.zorg.models import AkkoordZorg

EEN_VRAAG = Bron(
    document="rondetafel",
    plek="ADR 0015: maximale duur en verlenging",
    regel="Over elke verlenging beslist het kernteam één keer",
)

# The first day and the last; without a last day it runs on.
Periode = tuple[date, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """The period that would be extended. After an extension a new one begins, which needs its own RTO.

    `eerste_startdatum` is the first day of the first akkoord of this product without a gap since.
    """

    product: Product
    van: date
    tot: date
    eerste_startdatum: date

    @property
    def laatste_dag_om_te_vragen(self) -> date:
        return last_day_to_ask(self.tot, catalogue_on(self.tot).norm(NORM))

    @property
    def begin_to_ask(self) -> date:
        """From when it is worth a warning: as long before the last day to ask as that is before the end."""
        return last_day_to_ask(self.laatste_dag_om_te_vragen, catalogue_on(self.tot).norm(NORM))

    @property
    def voorstel(self) -> date:
        """The usual last day of an extension, or the latest that the total allows."""
        gewoon = self.product.verlenging_maanden or self.product.maximum_maanden
        tot = last_day_of_extension(self.tot, gewoon.waarde) if gewoon else self.tot + DAG
        totaal = self.product.totaal_maanden
        return min(tot, last_day_of(self.eerste_startdatum, totaal.waarde)) if totaal else tot


def trace_looptijd(
    akkoord: AkkoordZorg, *, eerder: Iterable[Periode], verlengd_na: date | None
) -> Looptijd | None:
    """Tell which period of `akkoord` runs; None when it has no einddatum, so nothing can be extended.

    `eerder` are the periods of the same product for the same child, `verlengd_na` the einddatum that
    the last given extension moved.
    """
    if akkoord.einddatum is None:
        return None
    return Looptijd(
        product=catalogue_on(akkoord.startdatum).product(akkoord.product_code),
        van=verlengd_na + DAG if verlengd_na else akkoord.startdatum,
        tot=akkoord.einddatum,
        eerste_startdatum=_first_day_of_chain(akkoord.startdatum, eerder),
    )


def judge_akkoord(opgave: Akkoordopgave, *, aanbieder: Organisatie) -> Oordeel:
    return assess_akkoord(
        Akkoordvraag(
            product=catalogue_on(opgave.startdatum).product(opgave.product_code),
            startdatum=opgave.startdatum,
            einddatum=opgave.einddatum,
            aanbieder=aanbieder.naam,
            aanbieder_producten=frozenset(aanbieder.producten),
        )
    )


def suggest_einddatum(product_code: str, startdatum: date) -> date | None:
    """The last day that the product allows, as far as it says one."""
    producten = catalogue_on(startdatum).producten
    maximum = producten[product_code].maximum_maanden if product_code in producten else None
    return last_day_of(startdatum, maximum.waarde) if maximum else None


def judge_verlenging(looptijd: Looptijd, *, tot: date, ingediend_op: date, rtos: tuple[Rto, ...]) -> Oordeel:
    return assess_verlenging(_ask(looptijd, tot=tot, ingediend_op=ingediend_op, rtos=rtos))


def needs_rto(looptijd: Looptijd, *, rtos: tuple[Rto, ...]) -> bool:
    """Is an RTO among the things that still stand in the way?"""
    return bool(require_rto(_ask(looptijd, tot=looptijd.voorstel, ingediend_op=looptijd.van, rtos=rtos)))


def judge_stop(opgave: Stopopgave, akkoord: AkkoordZorg) -> Oordeel:
    return assess_stop(
        Stopvraag(
            startdatum=akkoord.startdatum,
            einddatum=akkoord.einddatum,
            stopdatum=opgave.stopdatum,
            reden=opgave.reden,
            gas_score=opgave.gas_score,
            eindverslag_aanwezig=opgave.has_eindverslag,
        )
    )


def stopped_on(gestopt_op: date | None) -> Oordeel:
    """Care that was stopped does not run on, also when its last day is still to come."""
    if gestopt_op is None:
        return combine()
    return combine(
        Reden(
            tekst=f"Deze hulp is al gestopt. De laatste dag is {format_datum(gestopt_op)}.",
            bron=LOPEND_AKKOORD,
            uitweg="Vraag een nieuw akkoord aan.",
        )
    )


def asked_until(tot: date | None) -> Oordeel:
    """Two people may ask at the same time; the kernteam decides about one request."""
    if tot is None:
        return combine()
    return combine(
        Reden(
            tekst=f"Er is al verlenging gevraagd, t/m {format_datum(tot)}.",
            bron=EEN_VRAAG,
            uitweg="Wacht op het besluit van het kernteam.",
        )
    )


def _ask(looptijd: Looptijd, *, tot: date, ingediend_op: date, rtos: tuple[Rto, ...]) -> Verlengingsvraag:
    return Verlengingsvraag(
        product=looptijd.product,
        norm=catalogue_on(looptijd.tot).norm(NORM),
        startdatum=looptijd.van,
        einddatum=looptijd.tot,
        eerste_startdatum=looptijd.eerste_startdatum,
        tot=tot,
        ingediend_op=ingediend_op,
        rtos=rtos,
    )


def _first_day_of_chain(startdatum: date, eerder: Iterable[Periode]) -> date:
    """Walk back over periods that end the day before the next one begins."""
    for van, tot in sorted(eerder, reverse=True):
        if tot is not None and van < startdatum == tot + DAG:
            startdatum = van
    return startdatum
