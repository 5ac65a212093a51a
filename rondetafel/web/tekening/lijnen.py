"""Which way do the lines go? Between two rows, first the lines of partners and below those the lines to children.

Every line has a track of its own where it would lie on another, and leaves a symbol at a point of its own: two
lines may cross, but never run into each other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Between two tracks of partners, of children, and between upright lines.
PAARSPOOR, KINDSPOOR, VRIJ = 20.0, 13.0, 7.0
# Between two lines on one track.
TUSSEN = 12.0
STAP = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Doel:
    """Where a line goes down to: a child, twins together, or a passage."""

    x: float
    leden: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroom:
    """The lines of one nest between two rows: from one or two points above to any number below."""

    nest: int
    bronnen: tuple[float, ...]
    doelen: tuple[Doel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """A stroom that has its way: upright at `stam`, on these tracks counted from above."""

    stroom: Stroom
    stam: float
    paarspoor: int
    kindspoor: int


def route(stromen: Sequence[Stroom]) -> list[Loop]:
    """Return the way of every stroom between two rows."""
    stammen: list[float] = []
    for stroom in stromen:
        bezet = _taken_for(stroom, stromen) + stammen
        stammen.append(_choose_stem(stroom, bezet))
    boven = assign_tracks([_span((*stroom.bronnen, x)) for stroom, x in zip(stromen, stammen, strict=True)])
    onder = assign_tracks(
        [
            _span((x, *(doel.x for doel in stroom.doelen))) if stroom.doelen else None
            for stroom, x in zip(stromen, stammen, strict=True)
        ]
    )
    return [
        Loop(stroom=stroom, stam=x, paarspoor=paar or 0, kindspoor=kind or 0)
        for stroom, x, paar, kind in zip(stromen, stammen, boven, onder, strict=True)
    ]


def assign_tracks(spannen: Sequence[tuple[float, float] | None]) -> list[int | None]:
    """Return a track for every span, the short ones first; spans on one track do not meet."""
    sporen: list[list[tuple[float, float]]] = []
    gekozen: list[int | None] = [None] * len(spannen)
    op_lengte = sorted(
        ((span[1] - span[0], nummer, span) for nummer, span in enumerate(spannen) if span is not None)
    )
    for _, nummer, (links, rechts) in op_lengte:
        spoor = next(
            (
                kandidaat
                for kandidaat, bezet in enumerate(sporen)
                if all(rechts + TUSSEN < begin or einde + TUSSEN < links for begin, einde in bezet)
            ),
            len(sporen),
        )
        if spoor == len(sporen):
            sporen.append([])
        sporen[spoor].append((links, rechts))
        gekozen[nummer] = spoor
    return gekozen


def _taken_for(stroom: Stroom, stromen: Sequence[Stroom]) -> list[float]:
    """Where an upright line of another stroom runs."""
    return [
        x
        for ander in stromen
        if ander is not stroom
        for x in (*ander.bronnen, *(doel.x for doel in ander.doelen))
    ]


def _choose_stem(stroom: Stroom, bezet: Sequence[float]) -> float:
    """The free place nearest to the middle of the children, between the parents when there are two."""
    links, rechts = _span(stroom.bronnen)
    kinderen = [doel.x for doel in stroom.doelen]
    wens = (min(kinderen) + max(kinderen)) / 2 if kinderen else (links + rechts) / 2
    if len(stroom.bronnen) == 1:
        return free_near(links, bezet)
    rand = min(2 * VRIJ, (rechts - links) / 3)
    return free_near(min(max(wens, links + rand), rechts - rand), bezet, binnen=(links + rand, rechts - rand))


def free_near(wens: float, bezet: Sequence[float], binnen: tuple[float, float] | None = None) -> float:
    """Return the place nearest to `wens` that keeps clear of every upright line that is there.

    When there is no such place inside `binnen`, the one with most room around it.
    """
    links, rechts = binnen or (wens - 400.0, wens + 400.0)
    plekken = [wens, *_steps(links, rechts)]
    vrij = [plek for plek in plekken if _room(plek, bezet) >= VRIJ]
    if vrij:
        return min(vrij, key=lambda plek: abs(plek - wens))
    return max(plekken, key=lambda plek: _room(plek, bezet))


def _steps(links: float, rechts: float) -> Iterable[float]:
    return (links + STAP * stap for stap in range(int((rechts - links) / STAP) + 1))


def _room(plek: float, bezet: Sequence[float]) -> float:
    return min((abs(plek - x) for x in bezet), default=VRIJ)


def _span(punten: Iterable[float]) -> tuple[float, float]:
    gesorteerd = sorted(punten)
    return gesorteerd[0], gesorteerd[-1]
