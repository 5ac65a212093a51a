"""What do the rules say about an akkoord, an extension, a stop? The facts of this room put to each rule."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.akkoord import assess_akkoord
from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG, format_datum, last_day_of
from rondetafel.regels.evaluatieadvies import Moment
from rondetafel.regels.looptijd import longest_of
from rondetafel.regels.oordeel import Bron, Oordeel, Reden, combine
from rondetafel.regels.overleg import Rto
from rondetafel.regels.product import Papier, Product
from rondetafel.regels.stop import Stopvraag, assess_stop
from rondetafel.regels.verlengeisen import require_rto, require_rto_of_maatwerk
from rondetafel.regels.verlenging import LOPEND_AKKOORD, assess_verlenging
from rondetafel.regels.verlengingsvraag import (
    NORM,
    Ingeleverd,
    Verlengingsvraag,
    last_day_of_extension,
    last_day_to_ask,
)
from rondetafel.regels.vervolg import first_day_of_chain
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
class Achtergrond:
    """What the system knows already about a child that gets help: nothing of it is asked again."""

    jeugdige: str
    is_jeugdige: bool
    geboortedatum: date | None
    eerder: tuple[EerdereHulp, ...]
    doelen: Plandoelen
    motivatie_k3: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """The period that would be extended. After an extension a new one begins, which needs its own RTO.

    `eerste_startdatum` is the first day of the first akkoord of this product, with no gap that counts since,
    `rto_op` the day agreed on for the RTO, and `ingeleverd` the papers that came in for this period.
    `evaluaties` are the days on which goals in the plan were evaluated in this period, and
    `eindevaluaties` those of them that looked back on the whole. `plan_op` is when the plan was adopted last.
    """

    product: Product
    van: date
    tot: date
    eerste_startdatum: date
    rto_op: date | None = None
    ingeleverd: tuple[Ingeleverd, ...] = ()
    evaluaties: tuple[date, ...] = ()
    eindevaluaties: tuple[date, ...] = ()
    plan_op: date | None = None
    uitvoerder: UUID | None = None

    @property
    def laatste_dag_om_te_vragen(self) -> date:
        return ask(self, tot=self.voorstel, ingediend_op=self.van).laatste_dag_om_te_vragen

    @property
    def begin_to_ask(self) -> date:
        """From when it is worth a warning: as long before the last day to ask as that is before the end."""
        return last_day_to_ask(self.laatste_dag_om_te_vragen, catalogue_on(self.tot).norm(NORM))

    @property
    def voorstel_rto(self) -> date:
        """A day that would do for the RTO of the usual extension: the last on which it may be."""
        return ask(self, tot=self.voorstel, ingediend_op=self.van).venster_volgend_rto[1]

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
    van = verlengd_na + DAG if verlengd_na else akkoord.startdatum
    catalogus = catalogue_on(akkoord.startdatum)
    gezien = [(date.fromisoformat(een["op"]), een["moment"]) for een in akkoord.evaluaties_json]
    return Looptijd(
        product=catalogus.product(akkoord.product_code),
        van=van,
        evaluaties=tuple(op for op, _ in gezien if op >= van),
        eindevaluaties=tuple(op for op, moment in gezien if op >= van and moment == Moment.EIND),
        plan_op=akkoord.plan_op,
        uitvoerder=akkoord.uitvoerder_id,
        tot=akkoord.einddatum,
        eerste_startdatum=first_day_of_chain(akkoord.startdatum, eerder, catalogus.keuzes),
        rto_op=akkoord.volgend_rto_op if verlengd_na else akkoord.rto_op,
        ingeleverd=tuple(
            Ingeleverd(
                papier=Papier(een["papier"]),
                ingeleverd_op=date.fromisoformat(een["ingeleverd_op"]),
                van_dag=date.fromisoformat(een["van_dag"]),
            )
            for een in akkoord.papieren_json
        ),
    )


def judge_akkoord(
    opgave: Akkoordopgave, achtergrond: Achtergrond, *, aanbieder: Organisatie, peildatum: date
) -> Oordeel:
    catalogus = catalogue_on(opgave.startdatum)
    return assess_akkoord(
        Akkoordvraag(
            product=catalogus.product(opgave.product_code),
            startdatum=opgave.startdatum,
            einddatum=opgave.einddatum,
            aanbieder=aanbieder.naam,
            aanbieder_producten=frozenset(aanbieder.producten),
            gevraagd_op=peildatum,
            normen=catalogus.normen,
            keuzes=catalogus.keuzes,
            jeugdige=achtergrond.jeugdige,
            is_jeugdige=achtergrond.is_jeugdige,
            geboortedatum=achtergrond.geboortedatum,
            aantal_per_week=opgave.aantal_per_week,
            in_plaats_van_onderwijs=opgave.in_plaats_van_onderwijs,
            has_diagnose=opgave.has_diagnose,
            has_observatie=opgave.has_observatie,
            eerder=achtergrond.eerder,
            doelen=achtergrond.doelen,
            motivatie_k3=achtergrond.motivatie_k3,
            overwogen=frozenset(opgave.overwogen),
            motivering=opgave.motivering,
            uitsluitingen=frozenset(opgave.uitsluitingen),
            grond=opgave.grond,
            rto_op=opgave.rto_op,
        )
    )


def suggest_einddatum(product_code: str, startdatum: date) -> date | None:
    """The last day that the product allows, as far as it says one."""
    catalogus = catalogue_on(startdatum)
    product = catalogus.producten.get(product_code)
    maximum = longest_of(product, catalogus.keuzes) if product else None
    return last_day_of(startdatum, maximum.waarde) if maximum else None


def judge_verlenging(
    looptijd: Looptijd,
    *,
    tot: date,
    ingediend_op: date,
    rtos: tuple[Rto, ...],
    besluit_op: date | None = None,
    volgend_rto_op: date | None = None,
) -> Oordeel:
    vraag = ask(looptijd, tot=tot, ingediend_op=ingediend_op, rtos=rtos)
    return assess_verlenging(replace(vraag, besluit_op=besluit_op, volgend_rto_op=volgend_rto_op))


def needs_rto(looptijd: Looptijd, *, rtos: tuple[Rto, ...], peildatum: date) -> bool:
    """Is an RTO among the things that still stand in the way of asking today?"""
    vraag = ask(looptijd, tot=looptijd.voorstel, ingediend_op=peildatum, rtos=rtos)
    return bool(require_rto(vraag) or require_rto_of_maatwerk(vraag))


def ask(looptijd: Looptijd, *, tot: date, ingediend_op: date, rtos: tuple[Rto, ...] = ()) -> Verlengingsvraag:
    """The question whether help may run on, as the rules read it."""
    catalogus = catalogue_on(looptijd.tot)
    return Verlengingsvraag(
        product=looptijd.product,
        normen=catalogus.normen,
        keuzes=catalogus.keuzes,
        startdatum=looptijd.van,
        einddatum=looptijd.tot,
        eerste_startdatum=looptijd.eerste_startdatum,
        tot=tot,
        ingediend_op=ingediend_op,
        rto_op=looptijd.rto_op,
        rtos=rtos,
        ingeleverd=looptijd.ingeleverd,
        evaluaties=looptijd.evaluaties,
        eindevaluaties=looptijd.eindevaluaties,
        plan_op=looptijd.plan_op,
        uitvoerder=looptijd.uitvoerder,
    )


def judge_stop(opgave: Stopopgave, akkoord: AkkoordZorg) -> Oordeel:
    return assess_stop(
        Stopvraag(
            product=catalogue_on(akkoord.startdatum).product(akkoord.product_code),
            startdatum=akkoord.startdatum,
            einddatum=akkoord.einddatum,
            stopdatum=opgave.stopdatum,
            reden=opgave.reden,
            gas_score=opgave.gas_score,
            heeft_papieren=opgave.has_papieren,
            overgedragen_aan=opgave.overgedragen_aan,
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
