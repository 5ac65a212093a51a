"""An ecogram and a bolletjesschema as numbers: the person in the middle, and room for every name around.

Units are pixels at the usual letter. The picture grows until nothing touches; on a phone it is moved in its own box.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import cos, hypot, pi, sin

from rondetafel.web.tafel import Tekst, Vak, shorten, text_width
from rondetafel.web.tekening.netwerk import Contact, Kracht, Kring, Kringen, Richting

LETTER, KLEINE_LETTER, REGEL = 15.0, 13.0, 1.2
# Wide enough for “jeugdbeschermer”, the longest word that stands in most drawings.
NAAM_MAX = 114.0
MIDDEN, BOL, NAAST, LUCHT, RAND = 34.0, 17.0, 4.0, 6.0, 8.0
STRAAL, GROEI = 104.0, 8.0
# An arrow, and the waves of a tense line: as long as one wave, as high as half.
PIJL, PIJLBREEDTE, GOLF, GOLFHOOGTE = 11.0, 6.0, 7.0, 5.0
# From where the circle of a ring begins to turn, so that names of two rings rarely stand in one line.
DRAAI = {Kring.DICHTBIJ: 0.0, Kring.IETS_VERDER: 0.4, Kring.VER_WEG: 0.15}
BAND = 62.0

Punt = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bol:
    """Somebody in their place, with what is written beside or below."""

    contact: Contact
    x: float
    y: float
    anker: str
    regels: tuple[Tekst, ...]
    vakken: tuple[Vak, Vak]


@dataclass(frozen=True, slots=True, kw_only=True)
class Straal:
    """The line of a contact, from edge to edge, with the points of its arrows."""

    soort: str
    punten: tuple[Punt, ...]
    pijlen: tuple[tuple[Punt, ...], ...]

    @property
    def d(self) -> str:
        return _path(self.punten)

    @property
    def pijl(self) -> str:
        return "".join(f"{_path(pijl)}z" for pijl in self.pijlen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A circle of the bolletjesschema."""

    kring: Kring
    straal: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kringbeeld:
    """The whole drawing; the person stands at (0, 0). `links` and `boven` are where the picture begins."""

    links: float
    boven: float
    breedte: float
    hoogte: float
    midden: Tekst
    straal: float
    bollen: tuple[Bol, ...]
    stralen: tuple[Straal, ...] = ()
    ringen: tuple[Ring, ...] = ()


@lru_cache(maxsize=128)
def arrange_ecogram(kringen: Kringen) -> Kringbeeld:
    """Return a star: the nearest at the top and then clockwise, each with a line to the middle."""
    volgorde = sorted(kringen.contacten, key=lambda contact: list(Kring).index(contact.kring))
    straal = STRAAL
    bollen = _star(volgorde, straal)
    while _any_touch(bollen) or _any_crossed(bollen):
        straal += GROEI
        bollen = _star(volgorde, straal)
    return _frame(kringen, bollen, stralen=tuple(_ray(bol) for bol in bollen))


@lru_cache(maxsize=128)
def arrange_bolletjes(kringen: Kringen) -> Kringbeeld:
    """Return three rings around the person: the nearer, the closer to the middle. Empty rings are drawn too."""
    bollen: list[Bol] = []
    ringen: list[Ring] = []
    binnen = MIDDEN + LUCHT
    for kring in Kring:
        hier = [contact for contact in kringen.contacten if contact.kring == kring]
        straal = binnen + BAND / 2
        nieuw = _ring(hier, straal, DRAAI[kring])
        while _any_touch([*bollen, *nieuw]) or _touches_middle(nieuw):
            straal += GROEI
            nieuw = _ring(hier, straal, DRAAI[kring])
        bollen += nieuw
        binnen = straal + BAND / 2
        ringen.append(Ring(kring=kring, straal=binnen))
    return _frame(kringen, bollen, ringen=tuple(ringen))


def _star(contacten: Sequence[Contact], straal: float) -> list[Bol]:
    bollen = []
    for nummer, contact in enumerate(contacten):
        hoek = 2 * pi * nummer / len(contacten)
        x, y = straal * sin(hoek), -straal * cos(hoek)
        regels = _lines(contact, met_letters=True)
        breedte = max(text_width(tekst, letter) for tekst, letter in regels)
        hoogte = sum(letter for _, letter in regels) * REGEL
        if abs(sin(hoek)) < 0.25:
            boven = y - BOL - NAAST - hoogte if y < 0 else y + BOL + NAAST
            bollen.append(_bol(contact, x, y, regels, "middle", (x - breedte / 2, boven)))
        elif x > 0:
            bollen.append(_bol(contact, x, y, regels, "start", (x + BOL + NAAST, y - hoogte / 2)))
        else:
            bollen.append(_bol(contact, x, y, regels, "end", (x - BOL - NAAST - breedte, y - hoogte / 2)))
    return bollen


def _ring(contacten: Sequence[Contact], straal: float, draai: float) -> list[Bol]:
    bollen = []
    for nummer, contact in enumerate(contacten):
        hoek = 2 * pi * (nummer + draai) / len(contacten)
        x, y = straal * sin(hoek), -straal * cos(hoek)
        regels = _lines(contact, met_letters=False)
        breedte = max(text_width(tekst, letter) for tekst, letter in regels)
        # The bolletje and the name below it stand around the middle of the band together.
        y -= sum(letter for _, letter in regels) * REGEL / 2
        bollen.append(_bol(contact, x, y, regels, "middle", (x - breedte / 2, y + BOL + NAAST)))
    return bollen


def _bol(
    contact: Contact, x: float, y: float, regels: Sequence[tuple[str, float]], anker: str, hoek: Punt
) -> Bol:
    links, boven = hoek
    breedte = max(text_width(tekst, letter) for tekst, letter in regels)
    tekst_x = {"middle": links + breedte / 2, "start": links, "end": links + breedte}[anker]
    onder, teksten = boven, []
    for tekst, letter in regels:
        onder += letter * REGEL
        teksten.append(Tekst(tekst=tekst, letter=letter, x=tekst_x, y=onder - letter * 0.3))
    rond = Vak(links=x - BOL, rechts=x + BOL, boven=y - BOL, onder=y + BOL)
    naam = Vak(links=links, rechts=links + breedte, boven=boven, onder=onder)
    return Bol(contact=contact, x=x, y=y, anker=anker, regels=tuple(teksten), vakken=(rond, naam))


def _lines(contact: Contact, *, met_letters: bool) -> list[tuple[str, float]]:
    onder = contact.letters if met_letters else ""
    regels = [
        (contact.kort or contact.naam or contact.wie or "?", LETTER),
        *((regel, KLEINE_LETTER) for regel in _wrap(onder or contact.wie)),
    ]
    uniek = {
        shorten(tekst, breedte=NAAM_MAX, letter=letter): letter for tekst, letter in reversed(regels) if tekst
    }
    return list(reversed(uniek.items()))


def _wrap(tekst: str) -> list[str]:
    """The text on one line, or on two when it is too wide: the first as full as can be."""
    woorden = tekst.split()
    for aantal in range(len(woorden), 0, -1):
        eerste, rest = " ".join(woorden[:aantal]), " ".join(woorden[aantal:])
        if text_width(eerste, letter=KLEINE_LETTER) <= NAAM_MAX:
            return [eerste, rest]
    return [tekst]


def _ray(bol: Bol) -> Straal:
    """The line of a contact; a tense one goes up and down, and a possible one is not there yet."""
    contact, ver = bol.contact, hypot(bol.x, bol.y)
    langs, dwars = (bol.x / ver, bol.y / ver), (-bol.y / ver, bol.x / ver)
    begin, einde = MIDDEN, ver - BOL
    afstanden = [(begin, 0.0), (einde, 0.0)]
    if contact.kracht == Kracht.GESPANNEN and contact.is_nu:
        aantal = int((einde - begin - 2 * PIJL) / GOLF)
        golven = [(begin + PIJL + GOLF * (n + 0.5), GOLFHOOGTE * (-1) ** n) for n in range(aantal)]
        afstanden = [(begin, 0.0), (begin + PIJL, 0.0), *golven, (einde - PIJL, 0.0), (einde, 0.0)]
    punten = [(af * langs[0] + opzij * dwars[0], af * langs[1] + opzij * dwars[1]) for af, opzij in afstanden]
    pijlen = []
    if contact.richting in (Richting.GEEFT, Richting.BEIDE):
        pijlen.append(_arrow(begin, begin + PIJL, langs, dwars))
    if contact.richting in (Richting.VRAAGT, Richting.BEIDE):
        pijlen.append(_arrow(einde, einde - PIJL, langs, dwars))
    soort = contact.kracht.value if contact.is_nu else "mogelijk"
    return Straal(soort=soort, punten=tuple(punten), pijlen=tuple(pijlen))


def _arrow(punt: float, voet: float, langs: Punt, dwars: Punt) -> tuple[Punt, ...]:
    return tuple(
        (af * langs[0] + opzij * dwars[0], af * langs[1] + opzij * dwars[1])
        for af, opzij in ((punt, 0.0), (voet, PIJLBREEDTE), (voet, -PIJLBREEDTE))
    )


def _any_touch(bollen: Sequence[Bol]) -> bool:
    return any(
        vak.touches(ander, LUCHT)
        for een, twee in combinations(bollen, 2)
        for vak in een.vakken
        for ander in twee.vakken
    )


def _any_crossed(bollen: Sequence[Bol]) -> bool:
    """Does a line to somebody run through another or another's name?"""
    return any(
        crosses(vak.shrink(-GOLFHOOGTE - LUCHT), bol.x, bol.y)
        for bol in bollen
        for ander in bollen
        if ander is not bol
        for vak in ander.vakken
    )


def crosses(vak: Vak, x: float, y: float) -> bool:
    """Does the straight line from the middle (0, 0) to (x, y) run through this box?"""
    begin, einde = 0.0, 1.0
    for richting, laag, hoog in ((x, vak.links, vak.rechts), (y, vak.boven, vak.onder)):
        if richting == 0:
            if not laag < 0 < hoog:
                return False
            continue
        een, twee = sorted((laag / richting, hoog / richting))
        begin, einde = max(begin, een), min(einde, twee)
    return begin < einde


def _touches_middle(bollen: Sequence[Bol]) -> bool:
    kern = Vak(links=-MIDDEN, rechts=MIDDEN, boven=-MIDDEN, onder=MIDDEN)
    return any(vak.touches(kern, LUCHT) for bol in bollen for vak in bol.vakken)


def _frame(
    kringen: Kringen,
    bollen: Sequence[Bol],
    *,
    stralen: tuple[Straal, ...] = (),
    ringen: tuple[Ring, ...] = (),
) -> Kringbeeld:
    buiten = max((ring.straal for ring in ringen), default=MIDDEN)
    vakken = [
        Vak(links=-buiten, rechts=buiten, boven=-buiten, onder=buiten),
        *(vak for bol in bollen for vak in bol.vakken),
    ]
    links, boven = min(vak.links for vak in vakken) - RAND, min(vak.boven for vak in vakken) - RAND
    naam = shorten(kringen.naam, breedte=2 * MIDDEN - 6, letter=LETTER)
    return Kringbeeld(
        links=links,
        boven=boven,
        breedte=max(vak.rechts for vak in vakken) + RAND - links,
        hoogte=max(vak.onder for vak in vakken) + RAND - boven,
        midden=Tekst(tekst=naam, letter=LETTER, x=0.0, y=LETTER * 0.35),
        straal=MIDDEN,
        bollen=tuple(bollen),
        stralen=stralen,
        ringen=ringen,
    )


def _path(punten: Sequence[Punt]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in punten)
