"""What stands in the dossier of one's own organisation about a family?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F

from rondetafel.gezinsplan.models import Aantekening, Doel
from rondetafel.gezinsplan.models.eigendossier import AantekeningQuerySet
from rondetafel.gezinsplan.queries.doelen import find_doelen
from rondetafel.toegang.mag import Wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Notitie:
    """A note as it reads now, with the texts that stood there before, the newest first, and the goal it is about."""

    nu: Aantekening
    eerdere: list[Aantekening]
    doel: Doel | None

    @property
    def eerste(self) -> Aantekening:
        return self.eerdere[-1] if self.eerdere else self.nu


def notes_of(gezin_id: UUID, wie: Wie, peildatum: date) -> AantekeningQuerySet:
    """The notes as they read now, the newest day first, with who wrote them as `schrijver`."""
    return _with_writer(gezin_id, wie, peildatum).newest().order_by("-op", "-created_at", "-pk")


def with_earlier(
    bladzijde: Iterable[Aantekening], doelen: dict[UUID, Doel], *, gezin_id: UUID, wie: Wie, peildatum: date
) -> list[Notitie]:
    """The notes of one page with what stood there before; one query. A goal that is hidden is not named."""
    nieuwste = {een.stam: een for een in bladzijde}
    eerdere: dict[UUID, list[Aantekening]] = {stam: [] for stam in nieuwste}
    alle = _with_writer(gezin_id, wie, peildatum).filter(stam__in=nieuwste).order_by("-created_at", "-pk")
    for een in alle.exclude(pk__in=[een.pk for een in nieuwste.values()]):
        eerdere[een.stam].append(een)
    return [
        Notitie(nu=een, eerdere=eerdere[stam], doel=doelen.get(een.doel_id) if een.doel_id else None)
        for stam, een in nieuwste.items()
    ]


def goals_to_name(gezin_id: UUID, wie: Wie, peildatum: date) -> dict[UUID, Doel]:
    """The goals of the plan that this person reads, by key."""
    return {doel.pk: doel for doel in find_doelen(wie, peildatum).filter(gezin_id=gezin_id)}


def _with_writer(gezin_id: UUID, wie: Wie, peildatum: date) -> AantekeningQuerySet:
    eigen = Aantekening.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    return eigen.annotate(schrijver=F("door__naam"))
