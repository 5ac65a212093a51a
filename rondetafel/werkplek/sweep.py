"""Is every duty a row, and every row a duty? All facts of all rooms are gone over in batches."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, Q

from rondetafel.gezinnen.plichten import KIND
from rondetafel.gezinsplan import plichten as gezinsplan
from rondetafel.gezinsplan.plichten_week import WEEKKLEUR
from rondetafel.instroom.plichten import AANMELDING
from rondetafel.kern.models import Termijn, TermijnQuerySet
from rondetafel.kern.plichten import Plichtbron, Verschil, as_superfluous, find_differences
from rondetafel.kwaliteit.plichten import KLACHT, NOODKNOP
from rondetafel.zorg import plichten as zorg

BRONNEN = (
    AANMELDING,
    KIND,
    gezinsplan.GEZIN,
    gezinsplan.DOEL,
    WEEKKLEUR,
    zorg.GEZIN,
    zorg.AKKOORD,
    NOODKNOP,
    KLACHT,
)
PER_KEER = 500


def sweep(peildatum: date, *, per_keer: int = PER_KEER) -> Iterator[Verschil]:
    """Tell every duty that is not as the facts of this day say, in memory for one batch at a time.

    Ask it within `one_moment`: what changes meanwhile would differ.
    """
    for bron in BRONNEN:
        for sleutels in _batches(bron.model, per_keer):
            yield from find_differences(bron, sleutels, peildatum=peildatum)
    for rij in _strays().iterator(chunk_size=per_keer):
        yield as_superfluous(rij)


@contextmanager
def one_moment() -> Iterator[None]:
    """Look at one moment of the database, and change nothing."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
        yield


def count_differences(verschillen: Iterable[Verschil]) -> list[str]:
    """How many of each kind, without a word or key about anybody: fit for the technical log."""
    aantallen = Counter((een.soort.value, een.regel, een.betreft) for een in verschillen)
    return [
        f"{soort}: {regel} van {betreft}, {aantal} keer"
        for (soort, regel, betreft), aantal in sorted(aantallen.items())
    ]


def sources_of(betreft: str) -> list[Plichtbron]:
    """Which duties can there be about this kind of row?"""
    return [bron for bron in BRONNEN if bron.betreft == betreft]


def _batches(model: type[Model], per_keer: int) -> Iterator[list[UUID]]:
    """The keys of a table in order, each time those after the last one."""
    rijen = model._default_manager.order_by("pk").values_list("pk", flat=True)
    sleutels = list(rijen[:per_keer])
    while sleutels:
        yield sleutels
        sleutels = list(rijen.filter(pk__gt=sleutels[-1])[:per_keer])


def _strays() -> TermijnQuerySet:
    """Open duties about something that is not there, or by a rule that is not about such a thing."""
    bekend = Q(pk__in=[])
    for bron in BRONNEN:
        bestaat = Exists(bron.model._default_manager.filter(pk=OuterRef("betreft_id")))
        codes = [regel.norm for regel in bron.regels]
        bekend |= Q(bestaat, betreft=bron.betreft, regel__in=codes)
    return Termijn.objects.running().exclude(bekend).order_by("pk")
