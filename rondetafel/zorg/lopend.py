"""Which akkoorden run on a day? As the rules look at them, without anything about who they are for."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from django.db.models import F

from rondetafel.regels.datum import DAG
from rondetafel.regels.vergelijking import Lopend
from rondetafel.zorg.models import AkkoordZorg

# So many rows are fetched at a time; the rest stays in the database.
REGELS = 1000
KOLOMMEN = (
    "jeugdige_id",
    "product_code",
    "startdatum",
    "einddatum",
    "gestopt_op",
    "verlengd_na",
    "nummer",
)


def iter_lopend(peildatum: date) -> Iterator[Lopend]:
    """Read every akkoord in batches, by child and product, and yield the one of each that runs."""
    rijen = (
        AkkoordZorg.objects.filter(startdatum__lte=peildatum)
        .with_verloop()
        .annotate(nummer=F("gezin__nummer"))
        .order_by("jeugdige_id", "product_code", "startdatum")
        .values_list(*KOLOMMEN)
        .iterator(chunk_size=REGELS)
    )
    for (_, product_code), keten in groupby(rijen, key=itemgetter(0, 1)):
        eerste, vorige_tot = None, None
        for _, _, startdatum, einddatum, gestopt_op, verlengd_na, nummer in keten:
            if eerste is None or vorige_tot is None or vorige_tot + DAG != startdatum:
                eerste = startdatum
            vorige_tot = einddatum
            if gestopt_op is None and (einddatum is None or einddatum >= peildatum):
                yield Lopend(
                    gezinsnummer=nummer,
                    product_code=product_code,
                    startdatum=startdatum,
                    van=verlengd_na + DAG if verlengd_na else startdatum,
                    tot=einddatum,
                    eerste_startdatum=eerste,
                )
