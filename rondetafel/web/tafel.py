"""Where does everyone sit? The round table as numbers: pure geometry, drawn by componenten/tafel.html.

The seats stand on a stadium: two half circles with straight sides between them. With few people the
sides have no length and the table is round; each time something would touch, the sides grow. The wood
is the same stadium, as wide as the names leave free. Units are those of the viewBox of the drawing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, pi, sin
from typing import Literal

Groep = Literal["gezin", "netwerk", "beroep"]

# Between a chair and its own name, between two neighbours, and around the drawing.
DICHTBIJ = 3.0
LUCHT = 8.0
RAND = 4.0
REGELAFSTAND = 1.2
KIND_GROTER = 5.0
NERF = 9.0
GROEISTAP = 8.0
KLEINSTE_STRAAL = 95.0
STRAAL_PER_STOEL = 22.0
# The part of the width of the wood that text may take, so that it stays clear of the round ends.
WOOD_FOR_TEXT = 0.84

# At most how wide a letter is in Atkinson Hyperlegible Next 700, in em (measured, rounded up).
LETTERBREEDTEN = (
    (0.40, " .,:;'’()-·ijltfrı"),
    (0.57, "acehknsuvxyzéëèïç79FJLI1"),
    (0.64, "bdgopqşöüEPSTZ234568"),
    (0.76, "wABCDGHKNOQRUVXY0…"),
)
BREEDSTE_LETTER = 0.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoel:
    """A chair. `kort` is what fits beside it ("Noor", "huisarts"); `naam` in full stands in the table.

    `rolwoord` says who this is in the words of the family; an open chair waits for someone.
    `status` is one short text for the table, such as "toestemming gevraagd".
    """

    naam: str
    kort: str
    rolwoord: str
    groep: Groep
    is_kind: bool = False
    is_open: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorm:
    """A size to draw for: how wide, how big a chair, how big the letters, how long a name may be."""

    naam: str
    breedte: float
    straal: float
    letter: float
    opschrift: float
    naamruimte: float


# The letters of SMAL are 15 units of 320: at least 14 px in a card on a phone of 360 px.
SMAL = Vorm(naam="smal", breedte=320, straal=22, letter=15, opschrift=20, naamruimte=88)
BREED = Vorm(naam="breed", breedte=560, straal=29, letter=16, opschrift=27, naamruimte=132)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A rectangle that something takes up."""

    links: float
    boven: float
    rechts: float
    onder: float

    @property
    def breedte(self) -> float:
        return self.rechts - self.links

    @property
    def hoogte(self) -> float:
        return self.onder - self.boven

    def shrink(self, maat: float) -> "Vak":
        return Vak(
            links=self.links + maat,
            rechts=self.rechts - maat,
            boven=self.boven + maat,
            onder=self.onder - maat,
        )

    def touches(self, ander: "Vak", lucht: float = 0.0) -> bool:
        return (
            self.links < ander.rechts + lucht
            and ander.links < self.rechts + lucht
            and self.boven < ander.onder + lucht
            and ander.boven < self.onder + lucht
        )

    def distance_to_axis(self, *, midden: float, halve_as: float) -> float:
        """Return how far this stays from the upright line through the middle of the table."""
        dx = max(self.links - midden, midden - self.rechts, 0.0)
        dy = max(self.boven - halve_as, -halve_as - self.onder, 0.0)
        return hypot(dx, dy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """One line of text, centred on x, with its baseline on y."""

    tekst: str
    letter: float
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A chair in its place, with what is written in it and beside it."""

    stoel: Stoel
    x: float
    y: float
    straal: float
    teken: str
    regels: tuple[Tekst, ...]
    vakken: tuple[Vak, ...]

    @property
    def omtrek(self) -> str:
        """The outline as an SVG path: a hexagon for the network, a rounded square for a profession."""
        return _hexagon(self) if self.stoel.groep == "netwerk" else _square(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """The whole drawing. The wood is a rectangle with fully round ends around (x, 0)."""

    vorm: Vorm
    boven: float
    hoogte: float
    x: float
    halve_breedte: float
    halve_hoogte: float
    plekken: tuple[Plek, ...]
    regels: tuple[Tekst, ...]

    @property
    def hout(self) -> Vak:
        return Vak(
            links=self.x - self.halve_breedte,
            rechts=self.x + self.halve_breedte,
            boven=-self.halve_hoogte,
            onder=self.halve_hoogte,
        )

    @property
    def nerf(self) -> Vak:
        """The line along the edge of the wood."""
        return self.hout.shrink(min(NERF, self.halve_breedte / 2))


def arrange_tafel(stoelen: Sequence[Stoel], *, vorm: Vorm, regels: Sequence[str] = ()) -> Tafel:
    """Return the drawing for these chairs; `regels` are short texts for on the wood.

    :raises ValueError: without a single chair: then there is no table to draw.
    """
    if not stoelen:
        raise ValueError("Een tafel heeft minstens één stoel.")
    return _arrange(tuple(stoelen), vorm, tuple(regels))


# The same table is drawn on every visit, and working it out costs as much as a query.
@lru_cache(maxsize=256)
def _arrange(stoelen: tuple[Stoel, ...], vorm: Vorm, regels: tuple[str, ...]) -> Tafel:
    volgorde = order_seats(stoelen)
    zijde = 0.0
    plekken = _place(volgorde, vorm, zijde)
    while _any_touch(plekken):
        zijde += GROEISTAP
        plekken = _place(volgorde, vorm, zijde)
    midden = vorm.breedte / 2
    vakken = [vak for plek in plekken for vak in plek.vakken]
    ruimte = min(vak.distance_to_axis(midden=midden, halve_as=zijde) for vak in vakken) - LUCHT
    boven = min(min(vak.boven for vak in vakken), -zijde - ruimte) - RAND
    onder = max(max(vak.onder for vak in vakken), zijde + ruimte) + RAND
    return Tafel(
        vorm=vorm,
        boven=boven,
        hoogte=onder - boven,
        x=midden,
        halve_breedte=ruimte,
        halve_hoogte=ruimte + zijde,
        plekken=tuple(plekken),
        regels=_write_on_wood(regels, vorm, ruimte, zijde),
    )


def order_seats(stoelen: Iterable[Stoel]) -> list[Stoel]:
    """Return the chairs clockwise from the top: the young person, family and network on both sides.

    The professionals sit together at the far end, in the order given.
    """
    per_groep: dict[str, list[Stoel]] = {"kind": [], "gezin": [], "netwerk": [], "beroep": []}
    for stoel in stoelen:
        per_groep["kind" if stoel.is_kind else stoel.groep].append(stoel)
    eigen = [*per_groep["kind"], *per_groep["gezin"], *per_groep["netwerk"]]
    rechts, links = eigen[1::2], eigen[2::2]
    return [*eigen[:1], *rechts, *per_groep["beroep"], *reversed(links)]


def text_width(tekst: str, letter: float) -> float:
    """Return at most how wide a text becomes in bold letters of this size."""
    return letter * sum(_em(teken) for teken in tekst)


def shorten(tekst: str, *, breedte: float, letter: float) -> str:
    """Return the text, or its beginning with … when it is wider than `breedte`."""
    if text_width(tekst, letter) <= breedte:
        return tekst
    kort = tekst
    while kort and text_width(f"{kort}…", letter) > breedte:
        kort = kort[:-1]
    return f"{kort.rstrip(' -·,')}…"


def _em(teken: str) -> float:
    return next((breedte for breedte, tekens in LETTERBREEDTEN if teken in tekens), BREEDSTE_LETTER)


def _place(volgorde: Sequence[Stoel], vorm: Vorm, zijde: float) -> list[Plek]:
    # A few people sit close to each other, at a small table.
    ruim = vorm.breedte / 2 - vorm.naamruimte / 2 - RAND
    straal = min(ruim, KLEINSTE_STRAAL + STRAAL_PER_STOEL * len(volgorde))
    punten = _points(len(volgorde), straal, zijde)
    return [_seat(stoel, vorm, x, y) for stoel, (x, y) in zip(volgorde, punten, strict=True)]


def _points(aantal: int, straal: float, zijde: float) -> Iterator[tuple[float, float]]:
    """Yield points at equal distance along a stadium, clockwise from the top."""
    kwart, recht = straal * pi / 2, 2 * zijde
    omtrek = 4 * kwart + 2 * recht
    for nummer in range(aantal):
        weg = omtrek * nummer / aantal
        spiegel = -1 if weg > omtrek / 2 else 1
        x, y = _point(min(weg, omtrek - weg), straal, zijde)
        yield spiegel * x, y


def _point(weg: float, straal: float, zijde: float) -> tuple[float, float]:
    """Return the point after `weg` along the right half of a stadium."""
    kwart, recht = straal * pi / 2, 2 * zijde
    if weg <= kwart:
        hoek = weg / straal
        return straal * sin(hoek), -zijde - straal * cos(hoek)
    if weg <= kwart + recht:
        return straal, weg - kwart - zijde
    hoek = (weg - kwart - recht) / straal
    return straal * cos(hoek), zijde + straal * sin(hoek)


def _seat(stoel: Stoel, vorm: Vorm, dx: float, y: float) -> Plek:
    x = vorm.breedte / 2 + dx
    straal = vorm.straal + (KIND_GROTER if stoel.is_kind else 0.0)
    woorden = [woord for woord in dict.fromkeys((stoel.kort, stoel.rolwoord)) if woord]
    regels = [shorten(woord, breedte=vorm.naamruimte, letter=vorm.letter) for woord in woorden]
    hoogte = len(regels) * vorm.letter * REGELAFSTAND
    # Names stand on the outside: above the chair in the upper half, below it in the lower half.
    boven = y - straal - DICHTBIJ - hoogte if y < -1.0 else y + straal + DICHTBIJ
    breedte = max((text_width(regel, vorm.letter) for regel in regels), default=0.0)
    rond = Vak(links=x - straal, rechts=x + straal, boven=y - straal, onder=y + straal)
    naam = Vak(links=x - breedte / 2, rechts=x + breedte / 2, boven=boven, onder=boven + hoogte)
    return Plek(
        stoel=stoel,
        x=x,
        y=y,
        straal=straal,
        teken="+" if stoel.is_open else _initial(stoel.kort),
        regels=tuple(
            Tekst(
                tekst=regel, letter=vorm.letter, x=x, y=boven + vorm.letter * (REGELAFSTAND * nummer + 0.95)
            )
            for nummer, regel in enumerate(regels)
        ),
        vakken=(rond, naam),
    )


def _hexagon(plek: Plek) -> str:
    x, y, r = plek.x, plek.y, plek.straal
    hoeken = [(x + r * cos(pi / 3 * nummer), y + r * sin(pi / 3 * nummer)) for nummer in range(6)]
    return "M" + "L".join(f"{hoek_x:.1f} {hoek_y:.1f}" for hoek_x, hoek_y in hoeken) + "Z"


def _square(plek: Plek) -> str:
    # A square looks bigger than a circle of the same height: a little smaller makes them equal.
    halve, bocht = plek.straal * 0.88, plek.straal * 0.3
    zijde = 2 * (halve - bocht)
    links, boven = plek.x - halve, plek.y - halve
    return (
        f"M{links + bocht:.1f} {boven:.1f}h{zijde:.1f}q{bocht:.1f} 0 {bocht:.1f} {bocht:.1f}"
        f"v{zijde:.1f}q0 {bocht:.1f} -{bocht:.1f} {bocht:.1f}h-{zijde:.1f}"
        f"q-{bocht:.1f} 0 -{bocht:.1f} -{bocht:.1f}v-{zijde:.1f}q0 -{bocht:.1f} {bocht:.1f} -{bocht:.1f}z"
    )


def _initial(kort: str) -> str:
    # "oma Ria" and "juf Anja" are known by the name, not by what comes before it.
    letters = [teken for teken in kort if teken.isupper()] or [teken for teken in kort if teken.isalpha()]
    return letters[0].upper() if letters else "?"


def _any_touch(plekken: Sequence[Plek]) -> bool:
    return any(
        vak.touches(ander, LUCHT)
        for een, twee in combinations(plekken, 2)
        for vak in een.vakken
        for ander in twee.vakken
    )


def _write_on_wood(regels: Sequence[str], vorm: Vorm, ruimte: float, zijde: float) -> tuple[Tekst, ...]:
    """Return the lines that fit on the wood, centred; a line too wide is left out, not broken off."""
    letters = [vorm.opschrift, *[vorm.letter] * (len(regels) - 1)]
    plat = 2 * ruimte * WOOD_FOR_TEXT
    passend = [
        (regel, letter)
        for regel, letter in zip(regels, letters, strict=False)
        if text_width(regel, letter) <= plat
    ]
    passend = passend[: int((plat + 2 * zijde) / (vorm.opschrift * REGELAFSTAND))]
    y = -sum(letter * REGELAFSTAND for _, letter in passend) / 2
    teksten = []
    for regel, letter in passend:
        y += letter * REGELAFSTAND
        teksten.append(Tekst(tekst=regel, letter=letter, x=vorm.breedte / 2, y=y - letter * 0.3))
    return tuple(teksten)
