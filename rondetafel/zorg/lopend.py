"""Which akkoorden run on a day? As they were asked, and as the rules look at them, without a name."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from rondetafel.gezinnen.models import Gezinsrol
from rondetafel.instroom.models import Triage
from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen, from_doelen_record
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import DAG
from rondetafel.regels.herbeoordeling import Lopend
from rondetafel.regels.vervolg import first_day_of_chain
from rondetafel.zorg.models import AkkoordZorg, Verlenging, VerlengingStand

# So many rows are fetched at a time; the rest stays in the database.
REGELS = 1000


def iter_lopend(peildatum: date) -> Iterator[Lopend]:
    """Read every akkoord in batches, by child, and yield those that run."""
    for _, rijen in groupby(_read(peildatum).iterator(chunk_size=REGELS), key=attrgetter("jeugdige_id")):
        alle: list[Any] = list(rijen)
        for een in alle:
            if een.gestopt_op is None and (een.einddatum is None or een.einddatum >= peildatum):
                eerder = [ander for ander in alle if _is_earlier(ander, een)]
                yield _as_lopend(een, eerder=eerder, begin=_begin_of(een, alle))


def _read(peildatum: date) -> QuerySet[AkkoordZorg]:
    """With the reason of the triage as it was when help was granted, and the end as it was asked."""
    triages = Triage.objects.filter(
        aanmelding__jeugdige=OuterRef("jeugdige"), besloten_op__lte=OuterRef("gegeven_op")
    )
    gegeven = Verlenging.objects.filter(akkoord=OuterRef("pk"), stand=VerlengingStand.GEGEVEN)
    erbij: dict[str, Any] = {
        "nummer": F("gezin__nummer"),
        "aanbiedernaam": F("aanbieder__naam"),
        "producten": F("aanbieder__producten"),
        "rol": F("jeugdige__rol"),
        "geboortedatum": F("jeugdige__geboortedatum"),
        "motivatie": Subquery(
            triages.exclude(motivering="").order_by("-besloten_op").values("motivering")[:1]
        ),
        "gestopt_op": F("stop__gestopt_op"),
        "verlengd_na": Subquery(gegeven.order_by("-was").values("was")[:1]),
        "volgend_rto_op": Subquery(gegeven.order_by("-was").values("rto_op")[:1]),
        "gevraagd_einde": Subquery(gegeven.order_by("was").values("was")[:1]),
    }
    rijen = AkkoordZorg.objects.filter(startdatum__lte=peildatum).annotate(**erbij).defer("oordeel")
    return rijen.order_by("jeugdige_id", "startdatum", "pk")


def _as_lopend(een: Any, *, eerder: Iterable[Any], begin: date) -> Lopend:
    catalogus = catalogue_on(een.startdatum)
    vraag = Akkoordvraag(
        product=catalogus.product(een.product_code),
        startdatum=een.startdatum,
        einddatum=een.gevraagd_einde or een.einddatum,
        aanbieder=een.aanbiedernaam,
        aanbieder_producten=frozenset(een.producten),
        gevraagd_op=een.gegeven_op,
        normen=catalogus.normen,
        keuzes=catalogus.keuzes,
        jeugdige=f"het kind van gezin {een.nummer:04d}",
        is_jeugdige=een.rol == Gezinsrol.KIND,
        geboortedatum=een.geboortedatum,
        aantal_per_week=een.aantal_per_week,
        in_plaats_van_onderwijs=een.in_plaats_van_onderwijs,
        has_diagnose=een.has_diagnose,
        has_observatie=een.has_observatie,
        eerder=tuple(filter(None, map(_as_earlier, eerder))),
        doelen=Plandoelen() if een.doelen is None else from_doelen_record(een.doelen),
        motivatie_k3=een.motivatie or "",
        overwogen=frozenset(een.overwogen),
        motivering=een.motivering,
        grond=een.grond,
        rto_op=een.rto_op,
    )
    return Lopend(
        gezinsnummer=een.nummer,
        vraag=vraag,
        van=een.verlengd_na + DAG if een.verlengd_na else een.startdatum,
        tot=een.einddatum,
        eerste_startdatum=begin,
        rto_op=een.volgend_rto_op if een.verlengd_na else een.rto_op,
        eenheid=een.eenheid,
        has_doelen=een.doelen is not None,
    )


def _begin_of(een: Any, alle: Iterable[Any]) -> date:
    """The first day of help with the same product, with no gap since that starts the counting again."""
    zelfde = ((ander.startdatum, ander.einddatum) for ander in alle if ander.product_code == een.product_code)
    return first_day_of_chain(een.startdatum, zelfde, catalogue_on(een.startdatum).keuzes)


def _is_earlier(ander: Any, een: Any) -> bool:
    """Was this help there when the other was granted?"""
    return _granted(ander) < _granted(een)


def _granted(een: Any) -> tuple[Any, ...]:
    return een.gegeven_op, een.startdatum, een.created_at


def _as_earlier(een: Any) -> EerdereHulp | None:
    product = catalogue_on(een.startdatum).producten.get(een.product_code)
    if product is None:
        return None
    return EerdereHulp(
        product_code=product.code,
        naam=product.naam,
        soort=product.soort,
        van=een.startdatum,
        tot=een.einddatum,
        aanbieder=een.aanbiedernaam,
        is_gestopt=een.gestopt_op is not None,
    )
