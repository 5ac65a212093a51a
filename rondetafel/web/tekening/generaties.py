"""On which row does everybody stand? Partners beside each other, children below their parents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rondetafel.web.tekening.familie import Genogram, Kind, Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Nest:
    """One or two parents with their children; two partners without children are a nest as well."""

    ouders: tuple[str, ...]
    stand: Stand
    kinderen: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """The row of everybody, counted from the eldest generation, and what is drawn between them.

    `niet_getekend` holds pairs of people whose tie fits in no row: somebody who would be below themselves.
    """

    rij: Mapping[str, int]
    nesten: tuple[Nest, ...]
    niet_getekend: tuple[tuple[str, str], ...]


def assign_rijen(genogram: Genogram) -> Rijen:
    """Return the rows. A tie that would put somebody above and below themselves is left out and named."""
    klas = {lid.sleutel: lid.sleutel for lid in genogram.leden}
    ouderbanden, weg = _keep_acyclic(genogram)
    samen: list[frozenset[str]] = []
    for een, ander in _pairs(genogram):
        proef = {sleutel: klas[een] if van == klas[ander] else van for sleutel, van in klas.items()}
        if _has_cycle(proef, ouderbanden):
            weg.append((een, ander))
        else:
            klas = proef
            samen.append(frozenset((een, ander)))
    rij_van_klas = _rows(klas, ouderbanden, genogram)
    return Rijen(
        rij={sleutel: rij_van_klas[van] for sleutel, van in klas.items()},
        nesten=_nests(genogram, ouderbanden, samen),
        niet_getekend=tuple(weg),
    )


def _pairs(genogram: Genogram) -> list[tuple[str, str]]:
    """Everybody who are or were partners, or have a child together; each pair once."""
    paren = [(paar.een, paar.ander) for paar in genogram.paren]
    paren += [(kind.ouders[0], kind.ouders[1]) for kind in genogram.kinderen if len(kind.ouders) == 2]
    uniek: dict[frozenset[str], tuple[str, str]] = {}
    for een, ander in paren:
        uniek.setdefault(frozenset((een, ander)), (een, ander))
    return list(uniek.values())


def _keep_acyclic(genogram: Genogram) -> tuple[set[tuple[str, str]], list[tuple[str, str]]]:
    """The ties of parent and child that can be drawn, and those that would close a circle."""
    gelijk = {lid.sleutel: lid.sleutel for lid in genogram.leden}
    banden: set[tuple[str, str]] = set()
    weg: list[tuple[str, str]] = []
    for kind in genogram.kinderen:
        for ouder in kind.ouders:
            if (ouder, kind.kind) in banden or (ouder, kind.kind) in weg:
                continue
            if _has_cycle(gelijk, banden | {(ouder, kind.kind)}):
                weg.append((ouder, kind.kind))
            else:
                banden.add((ouder, kind.kind))
    return banden, weg


def _has_cycle(klas: Mapping[str, str], banden: Iterable[tuple[str, str]]) -> bool:
    return len(_in_order(klas, banden)) < len(set(klas.values()))


def _in_order(klas: Mapping[str, str], banden: Iterable[tuple[str, str]]) -> list[str]:
    """Every class after the classes of its parents; those in a circle are missing."""
    boven: dict[str, set[str]] = {van: set() for van in klas.values()}
    for ouder, kind in banden:
        boven[klas[kind]].add(klas[ouder])
    volgorde: list[str] = []
    klaar: set[str] = set()
    while vrij := [van for van, ouders in boven.items() if van not in klaar and ouders <= klaar]:
        volgorde += vrij
        klaar.update(vrij)
    return volgorde


def _rows(klas: Mapping[str, str], banden: set[tuple[str, str]], genogram: Genogram) -> dict[str, int]:
    rij: dict[str, int] = {}
    for van in _in_order(klas, banden):
        rij[van] = max((rij[klas[ouder]] + 1 for ouder, kind in banden if klas[kind] == van), default=0)
    met_ouders = {klas[kind] for _, kind in banden}
    for van in rij:
        # Parents of whom no parents are known stand right above their children, not at the top.
        onder = [rij[klas[kind]] for ouder, kind in banden if klas[ouder] == van]
        if van not in met_ouders and onder:
            rij[van] = min(onder) - 1
    los = set(rij) - met_ouders - {klas[ouder] for ouder, _ in banden}
    for huis in genogram.huishoudens:
        rijen = [rij[klas[lid]] for lid in huis.leden if klas[lid] not in los]
        for lid in huis.leden:
            if klas[lid] in los and rijen:
                rij[klas[lid]] = min(rijen)
    return rij


def _nests(genogram: Genogram, banden: set[tuple[str, str]], samen: list[frozenset[str]]) -> tuple[Nest, ...]:
    standen = {frozenset((paar.een, paar.ander)): paar.stand for paar in genogram.paren}
    kinderen: dict[frozenset[str], list[Kind]] = {ouders: [] for ouders in samen}
    for kind in genogram.kinderen:
        bekend = [ouder for ouder in kind.ouders if (ouder, kind.kind) in banden]
        ouders = frozenset(bekend if frozenset(bekend) in samen else bekend[:1])
        if ouders and all(ander.kind != kind.kind for ander in kinderen.setdefault(ouders, [])):
            kinderen[ouders].append(kind)
    volgorde = [lid.sleutel for lid in genogram.leden]
    return tuple(
        Nest(
            ouders=tuple(sorted(ouders, key=volgorde.index)),
            stand=standen.get(ouders, Stand.ONBEKEND),
            kinderen=tuple(gezin),
        )
        for ouders, gezin in kinderen.items()
    )
