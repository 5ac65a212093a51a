"""The lines of a genogram as polylines, from the edge of one symbol to the edge of another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rondetafel.web.tekening.familie import Stand
from rondetafel.web.tekening.lijnen import KINDSPOOR, PAARSPOOR, Doel, Loop
from rondetafel.web.tekening.lopen import Aansluiting
from rondetafel.web.tekening.volgorde import Stamboom

Punt = tuple[float, float]
# The slash through the line of partners who parted: half its width and height, and between two of them.
STREEP, STREEPHOOGTE, NAAST = 4.0, 8.0, 7.0
STREPEN = {Stand.UIT_ELKAAR: 1, Stand.GESCHEIDEN: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vloer:
    """The heights of a row: where twins part, the roof, the middle of the symbols, and the two kinds of tracks."""

    punt: float
    dak: float
    midden: float
    paar: float
    kind: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijn:
    """A line. `soort` names the style; `wie` the people at whose symbols it begins and ends, if it does."""

    soort: str
    punten: tuple[Punt, ...]
    wie: tuple[str, ...] = ()

    @property
    def d(self) -> str:
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in self.punten)


def draw_lines(
    boom: Stamboom,
    aansluitingen: Sequence[Aansluiting],
    lopen: Mapping[int, Sequence[Loop]],
    vloeren: Sequence[Vloer],
) -> Iterator[Lijn]:
    """Yield every line, row by row from above."""
    for rij, lijst in lopen.items():
        for loop in lijst:
            aansluiting = aansluitingen[loop.stroom.nest]
            yield from _above(boom, aansluiting, loop, rij, vloeren)
            if loop.stroom.doelen:
                yield from _below(aansluiting, loop, rij, vloeren)


def _above(
    boom: Stamboom, aansluiting: Aansluiting, loop: Loop, rij: int, vloeren: Sequence[Vloer]
) -> Iterator[Lijn]:
    """The line between two partners; or of one parent, or a passage, to where the children hang."""
    nest, vloer = boom.rijen.nesten[loop.stroom.nest], vloeren[rij]
    spoor = vloer.paar + PAARSPOOR * loop.paarspoor
    if boom.rijen.rij[nest.ouders[0]] < rij:
        yield Lijn(
            soort="kind",
            punten=(
                (loop.stroom.bronnen[0], vloer.punt),
                (loop.stroom.bronnen[0], spoor),
                (loop.stam, spoor),
            ),
        )
        return
    wie = tuple(sorted(aansluiting.ouders, key=lambda ouder: aansluiting.ouders[ouder]))
    begin = [(x, vloer.midden + dy) for x, dy in (aansluiting.ouders[ouder] for ouder in wie)]
    if len(wie) == 1:
        yield Lijn(soort="kind", punten=(begin[0], (begin[0][0], spoor), (loop.stam, spoor)), wie=wie)
        return
    links, rechts = begin
    punten = (links, (links[0], spoor), (rechts[0], spoor), rechts)
    yield Lijn(soort=nest.stand.value, punten=punten, wie=wie)
    yield from _slashes(nest.stand, links[0], loop.stam, rechts[0], spoor)


def _slashes(stand: Stand, links: float, stam: float, rechts: float, y: float) -> Iterator[Lijn]:
    midden = (links + stam) / 2 if stam - links > rechts - stam else (stam + rechts) / 2
    aantal = STREPEN.get(stand, 0)
    for nummer in range(aantal):
        x = midden + NAAST * (nummer - (aantal - 1) / 2)
        yield Lijn(soort="streep", punten=((x - STREEP, y + STREEPHOOGTE), (x + STREEP, y - STREEPHOOGTE)))


def _below(aansluiting: Aansluiting, loop: Loop, rij: int, vloeren: Sequence[Vloer]) -> Iterator[Lijn]:
    """From where the children hang, along a level line, down to each of them."""
    spoor = vloeren[rij].kind + KINDSPOOR * loop.kindspoor
    yield Lijn(
        soort="kind", punten=((loop.stam, vloeren[rij].paar + PAARSPOOR * loop.paarspoor), (loop.stam, spoor))
    )
    xs = [loop.stam, *(doel.x for doel in loop.stroom.doelen)]
    if max(xs) > min(xs):
        yield Lijn(soort="kind", punten=((min(xs), spoor), (max(xs), spoor)))
    for doel in loop.stroom.doelen:
        yield from _drop(aansluiting, doel, spoor, vloeren[rij + 1])


def _drop(aansluiting: Aansluiting, doel: Doel, spoor: float, vloer: Vloer) -> Iterator[Lijn]:
    if len(doel.leden) != 1:
        yield Lijn(soort="kind", punten=((doel.x, spoor), (doel.x, vloer.punt)))
    for wie, x in doel.leden:
        boven: tuple[Punt, ...] = ((doel.x, spoor),)
        if len(doel.leden) > 1:
            boven = ((doel.x, vloer.punt), (x, vloer.dak))
        onder = (x, vloer.midden + aansluiting.kinderen[wie][1])
        yield Lijn(soort=aansluiting.banden[wie].value, punten=(*boven, onder), wie=(wie,))
