"""Which ties give access? Opened and closed by the operations that make or end their ground.

Ties of who stands in for a colleague are no work of this file: the database draws them after every change
here (room vervanging).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef

from rondetafel.kern.looptijd import not_over_on, running_on
from rondetafel.regels.datum import DAG
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid


class Gezinssleutel(Protocol):
    """A family as far as a tie must know it: its key and its municipality."""

    pk: UUID
    gemeente_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesrecht:
    """Why someone may come in, `van` up to and including `tot`; no `tot` is open-ended.

    `persoon_id` None is the whole family and everyone in it; `onderdelen` empty is all that goes with the
    hoedanigheid.
    """

    hoedanigheid: Hoedanigheid
    grond: Grond
    van: date
    tot: date | None = None
    persoon_id: UUID | None = None
    onderdelen: frozenset[str] = frozenset()
    doel: str = ""


def open_band(
    gezin: Gezinssleutel, *, gebruiker_id: UUID, recht: Leesrecht, grond_id: UUID | None = None
) -> Band:
    """Give an account access to a family; `grond_id` is the row this right rests on."""
    return Band.objects.create(
        gebruiker_id=gebruiker_id,
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        hoedanigheid=recht.hoedanigheid,
        grond=recht.grond,
        grond_id=grond_id,
        persoon_id=recht.persoon_id,
        onderdelen=sorted(recht.onderdelen),
        doel=recht.doel,
        van=recht.van,
        tot=recht.tot,
    )


def move_end(*, grond_id: UUID, tot: date) -> None:
    """Let every tie on this ground end on `tot`."""
    Band.objects.filter(grond_id=grond_id).update(tot=tot)


def move_running(*, grond_id: UUID, tot: date | None, peildatum: date) -> int:
    """Let the ties on this ground that hold today end on `tot`; return how many there are."""
    return Band.objects.filter(running_on(peildatum), grond_id=grond_id).update(tot=tot)


def close_banden(*, grond_id: UUID, peildatum: date) -> None:
    """End the running ties on this ground at once: from `peildatum` on they hold no more."""
    move_running(grond_id=grond_id, tot=peildatum - DAG, peildatum=peildatum)


def end_ties(banden: Iterable[UUID], *, peildatum: date) -> int:
    """End these ties at once; return how many there are."""
    return Band.objects.filter(pk__in=list(banden)).update(tot=peildatum - DAG)


def redraw_ties(
    gezin: Gezinssleutel,
    *,
    gebruiker_id: UUID,
    grond_id: UUID,
    rechten: Iterable[Leesrecht],
    peildatum: date,
) -> int:
    """Let the ties on this ground that hold today say what `rechten` say; return how many changed.

    What is not among `rechten` ends at once; another last day is moved. Who has no tie that holds is not
    let in: somebody stopped that, or never opened it.
    """
    gewenst = {_key_of(recht): recht for recht in rechten}
    geldend = Band.objects.filter(running_on(peildatum), gebruiker_id=gebruiker_id, grond_id=grond_id)
    banden = {_key_of(band): band for band in geldend}
    changed = 0
    for key, band in banden.items():
        tot = gewenst[key].tot if key in gewenst else peildatum - DAG
        changed += band.tot != tot and Band.objects.filter(pk=band.pk).update(tot=tot)
    if banden:
        for key in gewenst.keys() - banden.keys():
            open_band(gezin, gebruiker_id=gebruiker_id, recht=gewenst[key], grond_id=grond_id)
            changed += 1
    return changed


def replace_ties(
    gezin: Gezinssleutel,
    *,
    gebruiker_id: UUID | None,
    grond_id: UUID,
    rechten: Iterable[Leesrecht],
    peildatum: date,
) -> int:
    """Let the ties on this ground, from `peildatum` on, be `rechten` of one account; return how many changed.

    Unlike `redraw_ties` it also lets in who has no tie yet, and takes back what was still to begin. Without
    an account nobody is let in.
    """
    gewenst, changed = list(rechten) if gebruiker_id else [], 0
    for band in Band.objects.filter(not_over_on(peildatum), grond_id=grond_id):
        zelfde = [recht for recht in gewenst if _is_same(band, recht, gebruiker_id, peildatum)]
        if zelfde:
            gewenst.remove(zelfde[0])
            continue
        Band.objects.filter(pk=band.pk).update(tot=max(band.van, peildatum) - DAG)
        changed += 1
    for recht in gewenst:
        assert gebruiker_id
        open_band(gezin, gebruiker_id=gebruiker_id, recht=recht, grond_id=grond_id)
    return changed + len(gewenst)


def _is_same(band: Band, recht: Leesrecht, gebruiker_id: UUID | None, peildatum: date) -> bool:
    """Would opening this right change nothing from `peildatum` on?"""
    begint_gelijk = max(band.van, peildatum) == max(recht.van, peildatum)
    return (
        band.gebruiker_id == gebruiker_id
        and _key_of(band) == _key_of(recht)
        and begint_gelijk
        and band.tot == recht.tot
    )


def stands_in(wie: Wie, peildatum: date, *, voor: str) -> Exists:
    """Does `wie` stand in, in the family of a row, for the account that its column `voor` names?"""
    return Exists(
        Band.objects.filter(
            running_on(peildatum),
            gebruiker_id=wie.id,
            grond=Grond.VERVANGING,
            gezin_id=OuterRef("gezin_id"),
            vervangt__gebruiker_id=OuterRef(voor),
        )
    )


def _key_of(recht: Leesrecht | Band) -> tuple[str, str, UUID | None]:
    """Which right is this, whatever its days?"""
    return str(recht.hoedanigheid), str(recht.grond), recht.persoon_id
