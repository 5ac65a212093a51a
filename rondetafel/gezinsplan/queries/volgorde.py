"""Which goal comes first for the family? What has no place yet comes last, by letter."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.queries.doelen import find_doelen
from rondetafel.toegang.mag import Wie


def in_volgorde(wie: Wie, gezin_id: UUID, peildatum: date) -> list[Doel]:
    """The goals of a family, first what it wants first."""
    doelen = find_doelen(wie, peildatum).filter(gezin_id=gezin_id)
    return sorted(doelen, key=lambda doel: doel.plek or len(doelen) + 1)


def moved(doelen: Sequence[UUID], omhoog: str) -> list[UUID]:
    """The same goals with the one whose key is `omhoog` one place up; any other text moves nothing."""
    nieuw = list(doelen)
    for plek, pk in enumerate(doelen):
        if plek and str(pk) == omhoog:
            nieuw[plek - 1], nieuw[plek] = nieuw[plek], nieuw[plek - 1]
    return nieuw
