"""Which duties follow from the facts, and are those the rows? The same for one deed and for the nightly sweep.

A room says, in its `plichten.py`, which duties follow from its own rows. An operation settles those of what
it changed; the sweep does so for everything, and tells where a row is not what the facts say.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import F, Model, Q

from rondetafel.kern.models import Sluiting, Termijn
from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.stilstand import Pauze
from rondetafel.regels.tellen import Wachttijd
from rondetafel.regels.termijnen import Termijnregel


@dataclass(frozen=True, slots=True, kw_only=True)
class Plicht:
    """A duty as the facts have it. The fields are those of Termijn.

    `begin_at` is the moment from which a term in hours runs. `gesloten_op` empty: it is still to be met.
    `rij_zegt_het`: no fact but the row itself tells that it was met.
    """

    regel: Termijnregel
    betreft_id: UUID
    gezin_id: UUID | None
    gemeente_id: int | None
    vanaf: date
    gebruiker_id: UUID | None = None
    telt_vanaf: date | None = None
    geldt_tot: date | None = None
    begin_at: datetime | None = None
    pauzes: tuple[Pauze, ...] = ()
    wachttijden: tuple[Wachttijd, ...] = ()
    gesloten_op: date | None = None
    sluiting: str = ""
    rij_zegt_het: bool = False

    @property
    def sleutel(self) -> tuple[str, UUID, date]:
        return self.regel.norm, self.betreft_id, self.vanaf

    def asks_on(self, peildatum: date) -> bool:
        """Is it still to be met, and is what it is about not over?"""
        return self.gesloten_op is None and (self.geldt_tot is None or peildatum <= self.geldt_tot)

    def as_values(self) -> dict[str, Any]:
        """Count the days, and return what a row about this duty holds while it is open."""
        basis = basis_on(self.vanaf)
        if self.begin_at:
            termijn = self.regel.apply_moment(self.begin_at, basis, self.wachttijden)
        else:
            termijn = self.regel.apply(self.vanaf, basis, self.pauzes)
        return {
            "rol": termijn.wie.value,
            "gebruiker_id": self.gebruiker_id,
            "gezin_id": self.gezin_id,
            "gemeente_id": self.gemeente_id,
            "telt_vanaf": self.telt_vanaf,
            "geldt_tot": self.geldt_tot,
            "vervalt_op": termijn.vervalt_op,
            "vervalt_at": termijn.vervalt_at,
            "waarschuw_vanaf": termijn.waarschuw_vanaf,
            "stil_sinds": termijn.stil_sinds,
        }


def closing(gedaan_op: date | None, gestopt_op: date | None = None) -> dict[str, Any]:
    """How a duty was closed, for a Plicht: met on a day, or else no longer needed because it all stopped before."""
    if gedaan_op and (gestopt_op is None or gedaan_op <= gestopt_op):
        return {"gesloten_op": gedaan_op, "sluiting": Sluiting.GEDAAN}
    return _closed(gestopt_op) if gestopt_op else {}


Lezer = Callable[[Sequence[UUID], date], Iterable[Plicht]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtbron:
    """The duties about one kind of row: which rules, and `read`, that tells them for rows by key on a day.

    `read` asks a constant number of queries, whatever the number of keys.
    """

    model: type[Model]
    regels: tuple[Termijnregel, ...]
    read: Lezer

    @property
    def betreft(self) -> str:
        return self.model._meta.label


# A later room says here which of its duties are for the account on a chair; the room of the chairs asks for them.
_for_chairs: list[tuple[Plichtbron, Callable[[UUID], Iterable[UUID]]]] = []


def follow_chair(bron: Plichtbron, keys_of: Callable[[UUID], Iterable[UUID]]) -> Plichtbron:
    """Let the duties of `bron` pass on when a chair gets another account; `keys_of` names what hangs on a chair."""
    _for_chairs.append((bron, keys_of))
    return bron


def settle_chair(stoel_id: UUID, *, peildatum: date) -> "list[Verschil]":
    """Make the duties of who sits on a chair what the facts say now, and return what was not."""
    return [
        verschil
        for bron, keys_of in _for_chairs
        for sleutel in list(keys_of(stoel_id))
        for verschil in settle(bron, sleutel, peildatum=peildatum)
    ]


# A later room says here which of its duties a last look at a goal meets; the room of the goals tells of it.
_met_by_last_look: list[tuple[Termijnregel, Callable[[UUID], Iterable[UUID]]]] = []


def meet_by_last_look(regel: Termijnregel, keys_of: Callable[[UUID], Iterable[UUID]]) -> Termijnregel:
    """Let a last look at a goal meet the duties of `regel`; `keys_of` names what such a duty is about."""
    _met_by_last_look.append((regel, keys_of))
    return regel


def meet_last_looks(doel_id: UUID, *, gedaan_op: date) -> None:
    """Close what a last look at this goal meets: every duty of which the period had begun by then.

    What an earlier look or a stop met before this day stays as it is; who tells of an earlier day moves it.
    """
    for regel, keys_of in _met_by_last_look:
        rijen = Termijn.objects.filter(
            regel=regel.norm, betreft_id__in=list(keys_of(doel_id)), telt_vanaf__lte=gedaan_op
        ).exclude(sluiting=Sluiting.VERVALLEN)
        later = rijen.filter(Q(gesloten_op__isnull=True) | Q(gesloten_op__gt=gedaan_op))
        later.update(gesloten_op=gedaan_op, sluiting=Sluiting.GEDAAN)


class Soort(StrEnum):
    """How a row and the facts differ."""

    ONTBREEKT = "ontbreekt"
    TE_VEEL = "te veel"
    ANDERS = "anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One duty that is not as the facts say; `anders` are the fields that differ, with what they should be."""

    soort: Soort
    regel: str
    betreft: str
    betreft_id: UUID
    gezin_id: UUID | None
    plicht: Plicht | None
    rij: Termijn | None
    anders: dict[str, Any]


def settle(bron: Plichtbron, betreft_id: UUID, *regels: Termijnregel, peildatum: date) -> list[Verschil]:
    """Make the rows about one thing what the facts say now, and return what was not.

    Only `regels`, or all that `bron` knows: name them where the person of this transaction cannot read all
    the facts.
    """
    verschillen = find_differences(bron, [betreft_id], *regels, peildatum=peildatum)
    for verschil in verschillen:
        repair(verschil, peildatum=peildatum)
    return verschillen


def find_differences(
    bron: Plichtbron, sleutels: Sequence[UUID], *regels: Termijnregel, peildatum: date
) -> list[Verschil]:
    """Compare the rows about these things with the facts; what is to be closed comes before what is to be made.

    A duty that was met is compared where it has a row: what was met before it came here has none.
    """
    codes = {regel.norm for regel in regels or bron.regels}
    rijen = _rows_of(bron, sleutels, codes)
    sluiten: list[Verschil] = []
    maken: list[Verschil] = []
    for plicht in bron.read(sleutels, peildatum):
        if plicht.regel.norm not in codes:
            continue
        verschil = _compare(plicht, rijen.pop(plicht.sleutel, None), bron, peildatum)
        if verschil:
            (maken if plicht.asks_on(peildatum) else sluiten).append(verschil)
    over = [rij for rij in rijen.values() if rij.gesloten_op is None and not _has_lapsed(rij, peildatum)]
    return [*map(as_superfluous, over), *sluiten, *maken]


def as_superfluous(rij: Termijn) -> Verschil:
    """A row that nothing asks for."""
    return Verschil(
        soort=Soort.TE_VEEL,
        regel=rij.regel,
        betreft=rij.betreft,
        betreft_id=rij.betreft_id,
        gezin_id=rij.gezin_id,
        plicht=None,
        rij=rij,
        anders={},
    )


def repair(verschil: Verschil, *, peildatum: date) -> None:
    """Write what the facts say; a duty that nothing asks for any more is closed as no longer needed."""
    plicht, rij = verschil.plicht, verschil.rij
    if rij is None and plicht is not None:
        create_termijn(plicht, betreft=verschil.betreft)
    elif rij is not None:
        Termijn.objects.filter(pk=rij.pk).update(**verschil.anders or _closed(peildatum))


def create_termijn(plicht: Plicht, *, betreft: str) -> Termijn:
    """Write a duty that is still to be met."""
    norm = basis_on(plicht.vanaf).catalogus.norm(plicht.regel.norm)
    return Termijn.objects.create(
        regel=plicht.regel.norm,
        betreft=betreft,
        betreft_id=plicht.betreft_id,
        vanaf=plicht.vanaf,
        bron_document=norm.bron.document,
        bron_plek=norm.bron.plek,
        **plicht.as_values(),
    )


def _rows_of(
    bron: Plichtbron, sleutels: Sequence[UUID], codes: Iterable[str]
) -> dict[tuple[str, UUID, date], Termijn]:
    """The rows by rule, thing and first day; of more than one the open row, or else the newest."""
    rijen = Termijn.objects.filter(betreft=bron.betreft, betreft_id__in=sleutels, regel__in=codes)
    op_volgorde = rijen.order_by(F("gesloten_op").asc(nulls_last=True), "created_at")
    return {(rij.regel, rij.betreft_id, rij.vanaf): rij for rij in op_volgorde}


def _compare(plicht: Plicht, rij: Termijn | None, bron: Plichtbron, peildatum: date) -> Verschil | None:
    if rij is None:
        return _differ(Soort.ONTBREEKT, plicht, None, bron) if plicht.asks_on(peildatum) else None
    if rij.gesloten_op and plicht.rij_zegt_het and rij.sluiting == Sluiting.GEDAAN:
        return None
    if rij.gesloten_op is None and plicht.gesloten_op is None and not plicht.asks_on(peildatum):
        return None
    gewenst: dict[str, Any] = {"gesloten_op": plicht.gesloten_op, "sluiting": plicht.sluiting}
    if plicht.gesloten_op is None:
        gewenst |= plicht.as_values()
    anders = {veld: waarde for veld, waarde in gewenst.items() if getattr(rij, veld) != waarde}
    return _differ(Soort.ANDERS, plicht, rij, bron, **anders) if anders else None


def _differ(soort: Soort, plicht: Plicht, rij: Termijn | None, bron: Plichtbron, **anders: Any) -> Verschil:
    return Verschil(
        soort=soort,
        regel=plicht.regel.norm,
        betreft=bron.betreft,
        betreft_id=plicht.betreft_id,
        gezin_id=plicht.gezin_id,
        plicht=plicht,
        rij=rij,
        anders=anders,
    )


def _has_lapsed(rij: Termijn, peildatum: date) -> bool:
    return rij.geldt_tot is not None and rij.geldt_tot < peildatum


def _closed(peildatum: date) -> dict[str, Any]:
    return {"gesloten_op": peildatum, "sluiting": Sluiting.VERVALLEN}
