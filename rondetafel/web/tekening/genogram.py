"""A genogram as numbers: where everybody stands and how the lines run. Units are pixels at the usual letter.

Rows from the eldest generation down; in a row partners beside each other, the name to the right of the symbol, so
that above and below a symbol only lines run. Between two rows: first the lines of partners, then those to children.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rondetafel.web.tafel import Tekst, Vak, shorten, text_width
from rondetafel.web.tekening import huizen
from rondetafel.web.tekening.familie import Genogram, Lid
from rondetafel.web.tekening.generaties import assign_rijen
from rondetafel.web.tekening.kolommen import place_columns
from rondetafel.web.tekening.lijnen import KINDSPOOR, PAARSPOOR, Loop
from rondetafel.web.tekening.lopen import list_loops
from rondetafel.web.tekening.strepen import Lijn, Vloer, draw_lines
from rondetafel.web.tekening.volgorde import (
    Doorgang,
    Opstelling,
    Plaats,
    Stamboom,
    improve,
    list_doorgangen,
    list_people,
    order_rows,
    plant,
)
from rondetafel.web.tekening.vormen import BINNENRAND, HALF, cross, outline

LETTER, KLEINE_LETTER = 15.0, 13.0
NAAM_MAX, NAAM_BIJ_HUIS, NAAST = 104.0, 58.0, 5.0
LUCHT, DOORGANG = 22.0, 6.0
HUISRAND, HUISSTAP, HUISREGEL = 7.0, 5.0, 17.0
# Below the symbols, between partners and children, and above the symbols, where twins come together.
BOVEN_PAAR, ONDER_PAAR, BOVEN_KIND, TWEELING = 14.0, 12.0, 16.0, 26.0
RAND = 8.0
# How precisely an order is tried out before it is chosen.
PROEFRONDES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbool:
    """Somebody in their place, with the name beside it."""

    lid: Lid
    x: float
    y: float
    regels: tuple[Tekst, ...]
    vakken: tuple[Vak, ...]

    @property
    def omtrek(self) -> str:
        return outline(self.lid, self.x, self.y)

    @property
    def binnenrand(self) -> str:
        """The second border of the person whom the drawing is about."""
        return outline(self.lid, self.x, self.y, BINNENRAND)

    @property
    def kruis(self) -> str:
        return cross(self.lid, self.x, self.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Huis:
    """A household: its letter, the closed lines around it, and where the letter stands."""

    letter: str
    naam: str
    omtrek: str
    opschriften: tuple[Tekst, ...]
    vakken: tuple[Vak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genogrambeeld:
    """The whole drawing. `niet_getekend`: two people whose tie does not fit in rows."""

    breedte: float
    hoogte: float
    symbolen: tuple[Symbool, ...]
    lijnen: tuple[Lijn, ...]
    huizen: tuple[Huis, ...]
    niet_getekend: tuple[tuple[str, str], ...]


@lru_cache(maxsize=128)
def arrange_genogram(genogram: Genogram) -> Genogrambeeld:
    """Return the drawing of a family.

    :raises ValueError: without anybody in it.
    """
    if not genogram.leden:
        raise ValueError("Een genogram heeft minstens één persoon.")
    rijen = assign_rijen(genogram)
    boom = plant(
        genogram,
        rijen,
        breedte=_widths(genogram, list_doorgangen(rijen)),
        lucht=LUCHT + 2 * HUISSTAP * len(genogram.huishoudens),
    )
    anker = {plaats: DOORGANG / 2 if isinstance(plaats, Doorgang) else HALF for plaats in boom.breedte}
    opstelling = improve(
        boom,
        order_rows(boom),
        lambda proef: place_columns(boom, proef, anker, rondes=PROEFRONDES),
        rondes=PROEFRONDES,
    )
    marge = RAND + HUISRAND + HUISSTAP * len(genogram.huishoudens)
    links = {plaats: x + marge for plaats, x in place_columns(boom, opstelling, anker).items()}
    midden = {plaats: x + anker[plaats] for plaats, x in links.items()}
    aansluitingen, lopen = list_loops(boom, midden)
    vloeren = _floors(boom, opstelling, lopen)
    symbolen = _symbols(boom, midden, vloeren)
    return Genogrambeeld(
        breedte=max(links[plaats] + boom.breedte[plaats] for plaats in links) + marge,
        hoogte=vloeren[-1].paar + RAND,
        symbolen=symbolen,
        lijnen=tuple(draw_lines(boom, aansluitingen, lopen, vloeren)),
        huizen=_houses(boom, opstelling, links, vloeren),
        niet_getekend=rijen.niet_getekend,
    )


def label_lines(lid: Lid) -> list[tuple[str, float]]:
    """Return what stands beside a symbol, with the size of the letters."""
    regels = [(lid.kort or lid.naam, LETTER), (lid.jaren, KLEINE_LETTER)]
    return [(shorten(tekst, breedte=NAAM_MAX, letter=letter), letter) for tekst, letter in regels if tekst]


def _widths(genogram: Genogram, doorgangen: Sequence[Doorgang]) -> dict[Plaats, float]:
    breedte: dict[Plaats, float] = dict.fromkeys(doorgangen, DOORGANG)
    kleinste = NAAM_BIJ_HUIS if genogram.huishoudens else 0.0
    for lid in genogram.leden:
        namen = [text_width(tekst, letter) for tekst, letter in label_lines(lid)]
        breedte[lid.sleutel] = 2 * HALF + NAAST + max([kleinste, *namen])
    return breedte


def _floors(boom: Stamboom, opstelling: Opstelling, lopen: Mapping[int, Sequence[Loop]]) -> tuple[Vloer, ...]:
    """How high everything stands, row by row from above."""
    extra = HUISSTAP * len(boom.genogram.huishoudens)
    tweelingen = {boom.rijen.rij[kind.kind] for kind in boom.genogram.kinderen if kind.tweeling}
    y, vloeren = RAND, []
    for rij in range(len(opstelling)):
        strook = HUISREGEL * _most_houses(boom, rij)
        dak = (
            y
            + (TWEELING if rij in tweelingen else 0.0)
            + (HUISRAND + extra if boom.genogram.huishoudens else 0.0)
        )
        midden = dak + strook + BOVEN_KIND * (rij > 0) + HALF
        paar = midden + HALF + BOVEN_PAAR + (HUISRAND + extra if boom.genogram.huishoudens else 0.0)
        sporen = [loop.paarspoor for loop in lopen.get(rij, ())]
        kind = paar + PAARSPOOR * (max(sporen) + 1 if sporen else 0) + ONDER_PAAR
        kinderen = [loop.kindspoor for loop in lopen.get(rij, ()) if loop.stroom.doelen]
        vloeren.append(Vloer(punt=y, dak=dak, midden=midden, paar=paar, kind=kind))
        y = kind + KINDSPOOR * (max(kinderen) + 1 if kinderen else 0)
    laatste = vloeren[-1]
    diepst = max([loop.paarspoor for loop in lopen.get(len(opstelling) - 1, ())], default=-1)
    slot = laatste.paar + PAARSPOOR * (diepst + 1)
    return (*vloeren, Vloer(punt=slot, dak=slot, midden=slot, paar=slot, kind=slot))


def _most_houses(boom: Stamboom, rij: int) -> int:
    """In how many households does somebody of this row live at most?"""
    aantallen = [
        sum(lid.sleutel in huis.leden for huis in boom.genogram.huishoudens)
        for lid in boom.genogram.leden
        if boom.rijen.rij[lid.sleutel] == rij
    ]
    return max(aantallen, default=0)


def _symbols(boom: Stamboom, midden: Mapping[Plaats, float], vloeren: Sequence[Vloer]) -> tuple[Symbool, ...]:
    symbolen = []
    for lid in boom.genogram.leden:
        x, y = midden[lid.sleutel], vloeren[boom.rijen.rij[lid.sleutel]].midden
        regels = label_lines(lid)
        begin = x + HALF + NAAST
        hoogte = sum(letter for _, letter in regels) * 1.15
        onder, teksten = y - hoogte / 2, []
        for tekst, letter in regels:
            onder += letter * 1.15
            teksten.append(Tekst(tekst=tekst, letter=letter, x=begin, y=onder - letter * 0.3))
        breedte = max((text_width(tekst, letter) for tekst, letter in regels), default=0.0)
        vakken = (
            Vak(links=x - HALF, rechts=x + HALF, boven=y - HALF, onder=y + HALF),
            Vak(links=begin, rechts=begin + breedte, boven=y - hoogte / 2, onder=y + hoogte / 2),
        )
        symbolen.append(Symbool(lid=lid, x=x, y=y, regels=tuple(teksten), vakken=vakken))
    return tuple(symbolen)


def _houses(
    boom: Stamboom, opstelling: Opstelling, links: Mapping[Plaats, float], vloeren: Sequence[Vloer]
) -> tuple[Huis, ...]:
    getekend: list[Huis] = []
    hoger: dict[Plaats, int] = {}
    for nummer, huis in enumerate(boom.genogram.huishoudens):
        marge = HUISRAND + HUISSTAP * nummer
        per_rij: list[list[Vak]] = []
        opschriften: list[Tekst] = []
        for rij, groepen in enumerate(opstelling):
            plaatsen = list_people(groepen)
            vloer, vakken = vloeren[rij], []
            for eerste, laatste in huizen.runs(
                plek for plek, plaats in enumerate(plaatsen) if plaats in huis.leden
            ):
                begin, einde = plaatsen[eerste], plaatsen[laatste]
                vakken.append(
                    Vak(
                        links=links[begin] - marge,
                        rechts=links[einde] + boom.breedte[einde] + marge,
                        boven=vloer.dak - marge,
                        onder=vloer.midden + HALF + marge,
                    )
                )
                plek = hoger.get(begin, 0)
                hoger[begin] = plek + 1
                opschriften.append(
                    Tekst(
                        tekst=f"Huis {letter_of(nummer)}",
                        letter=KLEINE_LETTER,
                        x=links[begin] + 2 * HALF + NAAST,
                        y=vloer.dak + HUISREGEL * (plek + 0.75),
                    )
                )
            per_rij.append(vakken)
        getekend.append(_house(huis.naam, letter_of(nummer), per_rij, opschriften))
    return tuple(getekend)


def _house(naam: str, letter: str, per_rij: list[list[Vak]], opschriften: list[Tekst]) -> Huis:
    bruggen = [
        brug
        for boven, onder in zip(per_rij, per_rij[1:], strict=False)
        for brug in huizen.bridges(boven, onder, 2 * HALF)
    ]
    lussen = huizen.outline_of([*(vak for vakken in per_rij for vak in vakken), *bruggen])
    return Huis(
        letter=letter,
        naam=naam,
        omtrek="".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in lus) + "z" for lus in lussen),
        opschriften=tuple(opschriften),
        vakken=tuple(
            Vak(
                links=tekst.x,
                rechts=tekst.x + text_width(tekst.tekst, tekst.letter),
                boven=tekst.y - tekst.letter * 0.8,
                onder=tekst.y + tekst.letter * 0.25,
            )
            for tekst in opschriften
        ),
    )


def letter_of(nummer: int) -> str:
    """A, B, C, …; after Z the letters double."""
    return chr(ord("A") + nummer % 26) * (nummer // 26 + 1)
