"""What do the pages about care show? Each function is one or two queries, whatever the number of rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import Gezinsrol, Persoon
from rondetafel.instroom.models import Triage
from rondetafel.kern.vast import fixed
from rondetafel.overleg.queries import rtos_of
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Oordeel, from_record
from rondetafel.regels.overleg import Rto
from rondetafel.regels.stop import Stopreden
from rondetafel.toegang.mag import Reikwijdte, Wie, mag, scope_of
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.zorg.models import AkkoordQuerySet, AkkoordZorg, StopZorg, Verlenging, VerlengingStand
from rondetafel.zorg.oordelen import (
    Looptijd,
    Periode,
    ask,
    judge_verlenging,
    needs_rto,
    trace_looptijd,
)

# What the page of the family shows of an akkoord; naming columns costs as much as reading them.
ON_PAGE = (
    "gezin_id",
    "product_code",
    "gegeven_op",
    "startdatum",
    "einddatum",
    "rto_op",
    "uitvoerder_id",
    "jeugdige__voornaam",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengstand:
    """Can this help run on: what was asked, or what the rules say of the usual extension today."""

    looptijd: Looptijd
    gevraagd_tot: date | None
    oordeel: Oordeel
    is_rto_nodig: bool
    is_dringend: bool
    afgesproken_rto: date | None

    @property
    def laatste_dag(self) -> date:
        return self.looptijd.laatste_dag_om_te_vragen

    @property
    def is_waarschuwing(self) -> bool:
        """Does something stand in the way while the last day to ask comes near?"""
        return self.is_dringend and self.gevraagd_tot is None and not self.oordeel.is_akkoord


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulp:
    """One akkoord as the family's page shows it. `verlengen` is there for who may ask for it."""

    akkoord: AkkoordZorg
    product: str
    verlengen: Verlengstand | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpoverzicht:
    """All help of a family: what runs or will run, what is over, and whether this reader may grant more."""

    lopend: tuple[Hulp, ...]
    voorbij: tuple[Hulp, ...]
    mag_geven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurd:
    """One thing that happened to an akkoord, with the judgement of that day."""

    dag: date
    titel: str
    uitleg: str
    oordeel: Oordeel | None


def product_of(akkoord: AkkoordZorg) -> str:
    """The name of the product, as the catalogue of its first day calls it."""
    return name_product(akkoord.product_code, akkoord.startdatum)


def name_product(code: str, startdatum: date) -> str:
    producten = catalogue_on(startdatum).producten
    return producten[code].naam if code in producten else code


def find_akkoord(wie: Wie, peildatum: date) -> AkkoordQuerySet:
    """Akkoorden with their child, their people and what happened since, in one query."""
    return (
        AkkoordZorg.objects.visible_to(wie, peildatum)
        .with_verloop()
        .select_related("gezin", "jeugdige")
        .annotate(
            organisatie=F("aanbieder__naam"),
            uitvoerdernaam=F("uitvoerder__naam"),
            gever=F("gegeven_door__naam"),
            gas_score=F("stop__gas_score"),
        )
    )


def find_verlenging(wie: Wie, peildatum: date) -> QuerySet[Any]:
    """One open request, with who asked."""
    gevraagd = Verlenging.objects.visible_to(wie, peildatum).filter(
        stand=VerlengingStand.GEVRAAGD, akkoord__stop__isnull=True
    )
    return gevraagd.annotate(vrager=F("gevraagd_door__naam"))


def looptijd_of(akkoord: AkkoordZorg) -> Looptijd | None:
    """The period of `akkoord` that would be extended; only after `with_verloop`. One query."""
    zelfde = AkkoordZorg.objects.filter(
        jeugdige_id=akkoord.jeugdige_id, product_code=akkoord.product_code, startdatum__lt=akkoord.startdatum
    )
    return trace_looptijd(
        akkoord, eerder=zelfde.values_list("startdatum", "einddatum"), verlengd_na=akkoord.verlengd_na
    )


def list_akkoorden(wie: Wie, peildatum: date) -> QuerySet[AkkoordZorg, dict[str, Any]]:
    """Everything that runs or will run, the first to end first, as plain values for long lists."""
    niet_voorbij = Q(einddatum__isnull=True) | Q(einddatum__gte=peildatum)
    return (
        AkkoordZorg.objects.visible_to(wie, peildatum)
        .handled_by(wie, peildatum)
        .filter(niet_voorbij)
        .with_verloop()
        .order_by(F("einddatum").asc(nulls_last=True), "pk")
        .values(
            "pk",
            "gezin_id",
            "gemeente_id",
            "product_code",
            "startdatum",
            "einddatum",
            "gevraagd_tot",  # type: ignore[misc]
            gezinsnummer=F("gezin__nummer"),
            voornaam=F("jeugdige__voornaam"),
            organisatie=F("aanbieder__naam"),
            uitvoerdernaam=F("uitvoerder__naam"),
        )
    )


def requested_verlengingen(wie: Wie, peildatum: date) -> QuerySet[Any, dict[str, Any]]:
    """What the kernteam has to decide on, the first to run out first."""
    return (
        find_verlenging(wie, peildatum)
        .order_by("was", "gevraagd_op", "pk")
        .values(
            "pk",
            "gezin_id",
            "gemeente_id",
            "was",
            "tot",
            "gevraagd_op",
            "vrager",
            product_code=F("akkoord__product_code"),
            startdatum=F("akkoord__startdatum"),
            gezinsnummer=F("gezin__nummer"),
            voornaam=F("akkoord__jeugdige__voornaam"),
        )
    )


def akkoorden_of(wie: Wie, gezin_id: UUID, peildatum: date, *, rtos: tuple[Rto, ...] = ()) -> Hulpoverzicht:
    """All help of one family in one query; `rtos` are those of the family, for the extensions."""
    akkoorden = _akkoorden_of(gezin_id, scope_of(wie, Onderdeel.ZORG, peildatum))
    hulp = [
        Hulp(
            akkoord=akkoord,
            product=product_of(akkoord),
            verlengen=_judge_today(akkoord, akkoorden, rtos, peildatum)
            if may_handle(wie, akkoord, Recht.VERLENGING_VRAGEN, peildatum)
            else None,
        )
        for akkoord in akkoorden
    ]
    return Hulpoverzicht(
        lopend=tuple(een for een in hulp if not _is_over(een.akkoord, peildatum)),
        voorbij=tuple(een for een in hulp if _is_over(een.akkoord, peildatum)),
        mag_geven=mag(wie, Recht.AKKOORD_GEVEN, gezin_id=gezin_id, peildatum=peildatum).ja,
    )


@fixed
def _akkoorden_of(gezin_id: UUID, bereik: Reikwijdte) -> QuerySet[AkkoordZorg]:
    return (
        AkkoordZorg.objects.within(bereik)
        .with_verloop()
        .annotate(organisatie=F("aanbieder__naam"), uitvoerdernaam=F("uitvoerder__naam"))
        .filter(gezin_id=gezin_id)
        .select_related("jeugdige")
        .only(*ON_PAGE)
        .order_by(F("einddatum").desc(nulls_first=True), "pk")
    )


def stand_of(akkoord: AkkoordZorg, peildatum: date) -> Verlengstand | None:
    """What the rules say today about extending `akkoord`; two queries. None: it ends on no day."""
    looptijd = looptijd_of(akkoord)
    if looptijd is None:
        return None
    return _judge_usual(akkoord, looptijd, rtos=rtos_of(akkoord.gezin_id), peildatum=peildatum)


def judge_request(verlenging: Verlenging, akkoord: AkkoordZorg, peildatum: date) -> Oordeel:
    """What the rules say of granting today what was asked then; two queries."""
    looptijd = looptijd_of(akkoord)
    assert looptijd is not None
    return judge_verlenging(
        looptijd,
        tot=verlenging.tot,
        ingediend_op=verlenging.gevraagd_op,
        rtos=rtos_of(akkoord.gezin_id),
        besluit_op=peildatum,
        volgend_rto_op=verlenging.rto_op,
    )


def steps_for(wie: Wie, akkoord: AkkoordZorg, peildatum: date) -> set[str]:
    """Which steps are open to this person now, by the name of their page."""
    if akkoord.gestopt_op or _is_over(akkoord, peildatum):
        return set()
    stappen = {"stoppen": Recht.ZORG_STOPPEN}
    if akkoord.einddatum and not akkoord.gevraagd_tot:
        stappen["verlengen"] = Recht.VERLENGING_VRAGEN
    return {stap for stap, recht in stappen.items() if may_handle(wie, akkoord, recht, peildatum)}


def may_handle(wie: Wie, akkoord: AkkoordZorg, recht: Recht, peildatum: date) -> bool:
    """Does this person hold this right over this akkoord? A zorgaanbieder only over their own help.

    One query for a zorgaanbieder who does not give it: do they stand in for who does?
    """
    besluit = mag(wie, recht, gezin_id=akkoord.gezin_id, sleutel=akkoord.jeugdige_id, peildatum=peildatum)
    if not besluit.ja or wie.rol is not Rol.AANBIEDER or akkoord.uitvoerder_id == wie.id:
        return besluit.ja
    return AkkoordZorg.objects.filter(pk=akkoord.pk).handled_by(wie, peildatum).exists()


def with_products(rijen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a list, each with the name of its product."""
    return [rij | {"product": name_product(rij["product_code"], rij["startdatum"])} for rij in rijen]


def _judge_usual(
    akkoord: AkkoordZorg, looptijd: Looptijd, *, rtos: tuple[Rto, ...], peildatum: date
) -> Verlengstand:
    """What the rules say today about the usual extension."""
    return Verlengstand(
        looptijd=looptijd,
        gevraagd_tot=akkoord.gevraagd_tot,
        oordeel=judge_verlenging(
            looptijd,
            tot=looptijd.voorstel,
            ingediend_op=peildatum,
            rtos=rtos,
            volgend_rto_op=looptijd.voorstel_rto,
        ),
        is_rto_nodig=needs_rto(looptijd, rtos=rtos, peildatum=peildatum),
        is_dringend=peildatum >= looptijd.begin_to_ask,
        afgesproken_rto=ask(
            looptijd, tot=looptijd.voorstel, ingediend_op=peildatum, rtos=rtos
        ).afgesproken_rto,
    )


def history_of(akkoord: AkkoordZorg) -> list[Gebeurd]:
    """Everything that happened to an akkoord, the oldest first; two queries."""
    gebeurd = [_granted(akkoord)]
    for verlenging in akkoord.verlengingen.annotate(
        vrager=F("gevraagd_door__naam"), beslisser=F("besloten_door__naam")
    ):
        gebeurd += _extended(verlenging)
    for stop in StopZorg.objects.filter(akkoord=akkoord).annotate(stopper=F("gestopt_door__naam")):
        gebeurd.append(_stopped(stop))
    return sorted(gebeurd, key=lambda een: een.dag)


def planned_rto(gezin_id: UUID, peildatum: date) -> date | None:
    """The first RTO to come, as it was planned."""
    dagen = (rto.gepland_op for rto in rtos_of(gezin_id) if rto.gepland_op and not rto.gehouden_op)
    return min((dag for dag in dagen if dag >= peildatum), default=None)


def suggested_product(gezin_id: UUID, wie: Wie, peildatum: date) -> str:
    """The product that the last triage of this family chose, or nothing."""
    triages = Triage.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).exclude(product_code="")
    return triages.order_by("-besloten_op").values_list("product_code", flat=True).first() or ""


def children_of(gezin_id: UUID, wie: Wie, peildatum: date) -> QuerySet[Persoon]:
    kinderen = Persoon.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id, rol=Gezinsrol.KIND)
    return kinderen.order_by("geboortedatum", "pk")


def uitvoerders() -> QuerySet[Gebruiker]:
    """Everybody who gives help for a zorgaanbieder, with the organisation they work for."""
    return Gebruiker.objects.professionals(Rol.AANBIEDER).only(
        "id", "naam", "rol", "functie", "organisatie_id"
    )


def _is_over(akkoord: AkkoordZorg, peildatum: date) -> bool:
    return akkoord.einddatum is not None and akkoord.einddatum < peildatum


def _judge_today(
    akkoord: AkkoordZorg, akkoorden: Iterable[AkkoordZorg], rtos: tuple[Rto, ...], peildatum: date
) -> Verlengstand | None:
    """Only of what runs today and was not stopped; the periods before it are among the same rows."""
    if akkoord.gestopt_op or _is_over(akkoord, peildatum) or akkoord.startdatum > peildatum:
        return None
    looptijd = trace_looptijd(
        akkoord, eerder=list(_earlier(akkoord, akkoorden)), verlengd_na=akkoord.verlengd_na
    )
    if looptijd is None:
        return None
    return _judge_usual(akkoord, looptijd, rtos=rtos, peildatum=peildatum)


def _earlier(akkoord: AkkoordZorg, akkoorden: Iterable[AkkoordZorg]) -> Iterable[Periode]:
    return (
        (een.startdatum, een.einddatum)
        for een in akkoorden
        if een.jeugdige_id == akkoord.jeugdige_id
        and een.product_code == akkoord.product_code
        and een.startdatum < akkoord.startdatum
    )


def _granted(akkoord: Any) -> Gebeurd:
    return Gebeurd(
        dag=akkoord.gegeven_op,
        titel=_("Akkoord gegeven"),
        uitleg=_("door %(wie)s") % {"wie": akkoord.gever},
        oordeel=_read(akkoord.oordeel),
    )


def _extended(verlenging: Any) -> Iterable[Gebeurd]:
    """The asking, and the answer when it is there. A given extension keeps the judgement of the answer."""
    gegeven = verlenging.stand == VerlengingStand.GEGEVEN
    gevraagd = _("door %(wie)s") % {"wie": verlenging.vrager}
    if verlenging.rto_op:
        gevraagd += _(". Het volgende RTO is op %(dag)s") % {"dag": format_datum(verlenging.rto_op)}
    yield Gebeurd(
        dag=verlenging.gevraagd_op,
        titel=_("Verlenging gevraagd t/m %(dag)s") % {"dag": format_datum(verlenging.tot)},
        uitleg=f"{gevraagd}. {verlenging.motivering}".strip(". "),
        oordeel=None if gegeven else _read(verlenging.oordeel),
    )
    if gegeven:
        yield Gebeurd(
            dag=verlenging.besloten_op,
            titel=_("Verlengd t/m %(dag)s") % {"dag": format_datum(verlenging.tot)},
            uitleg=_("door %(wie)s") % {"wie": verlenging.beslisser},
            oordeel=_read(verlenging.oordeel),
        )


def _stopped(stop: Any) -> Gebeurd:
    reden = Stopreden(stop.reden).naam if stop.reden in set(Stopreden) else stop.reden
    neemt_over = (
        _("Neemt het over: %(wie)s") % {"wie": stop.overgedragen_aan} if stop.overgedragen_aan else ""
    )
    zinnen = (_("door %(wie)s") % {"wie": stop.stopper}, neemt_over, stop.toelichting)
    return Gebeurd(
        dag=stop.gestopt_op,
        titel=_("Hulp gestopt: %(reden)s") % {"reden": reden},
        uitleg=". ".join(filter(None, zinnen)),
        oordeel=_read(stop.oordeel),
    )


def _read(record: dict[str, Any]) -> Oordeel | None:
    return from_record(record) if record else None
