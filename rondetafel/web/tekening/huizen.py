"""Who live together? A closed line around members and nobody else, in one piece where the rows allow it."""

from collections.abc import Iterable, Sequence

from rondetafel.web.tafel import Vak

Punt = tuple[float, float]


def outline_of(vakken: Sequence[Vak]) -> list[list[Punt]]:
    """Return the edge around these boxes together, as one or more closed lines of upright and level pieces."""
    xs = sorted({x for vak in vakken for x in (vak.links, vak.rechts)})
    ys = sorted({y for vak in vakken for y in (vak.boven, vak.onder)})
    vol = {
        (kolom, rij)
        for kolom in range(len(xs) - 1)
        for rij in range(len(ys) - 1)
        if any(_covers(vak, xs[kolom], xs[kolom + 1], ys[rij], ys[rij + 1]) for vak in vakken)
    }
    volgende = {van: naar for cel in vol for van, naar in _open_sides(cel, vol)}
    lussen = []
    while volgende:
        begin = next(iter(volgende))
        lus, hier = [begin], volgende.pop(begin)
        while hier != begin:
            lus.append(hier)
            hier = volgende.pop(hier)
        lussen.append([(xs[kolom], ys[rij]) for kolom, rij in _corners_only(lus)])
    return lussen


def runs(leden: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of every series of places beside each other."""
    reeksen: list[tuple[int, int]] = []
    for plek in sorted(leden):
        if reeksen and plek == reeksen[-1][1] + 1:
            reeksen[-1] = (reeksen[-1][0], plek)
        else:
            reeksen.append((plek, plek))
    return reeksen


def bridges(boven: Sequence[Vak], onder: Sequence[Vak], minstens: float) -> list[Vak]:
    """Return the pieces that join boxes of one row with those of the next, where they stand above each other."""
    bruggen = []
    for een in boven:
        for twee in onder:
            links, rechts = max(een.links, twee.links), min(een.rechts, twee.rechts)
            if rechts - links >= minstens:
                bruggen.append(Vak(links=links, rechts=rechts, boven=een.onder, onder=twee.boven))
    return bruggen


def _covers(vak: Vak, links: float, rechts: float, boven: float, onder: float) -> bool:
    return vak.links <= links and rechts <= vak.rechts and vak.boven <= boven and onder <= vak.onder


def _open_sides(
    cel: tuple[int, int], vol: set[tuple[int, int]]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The sides of a cell that nothing lies against, clockwise."""
    x, y = cel
    zijden = {
        (x, y - 1): ((x, y), (x + 1, y)),
        (x + 1, y): ((x + 1, y), (x + 1, y + 1)),
        (x, y + 1): ((x + 1, y + 1), (x, y + 1)),
        (x - 1, y): ((x, y + 1), (x, y)),
    }
    return [zijde for buur, zijde in zijden.items() if buur not in vol]


def _corners_only(lus: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the points halfway along a straight piece."""
    return [
        hier
        for vorig, hier, verder in zip([lus[-1], *lus[:-1]], lus, [*lus[1:], lus[0]], strict=True)
        if not (vorig[0] == hier[0] == verder[0] or vorig[1] == hier[1] == verder[1])
    ]
