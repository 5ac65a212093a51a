"""In which order does a row stand? Partners beside each other, the eldest on the left, households together.

First a family by family order from the top, then better ones by moving one group at a time for as long as that
shortens the lines. Families are small: this takes milliseconds.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rondetafel.web.tekening.familie import Genogram, Lid, Teken
from rondetafel.web.tekening.generaties import Nest, Rijen


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorgang:
    """Room in a row for a line that passes: from parents to a child two or more rows below."""

    nest: int
    rij: int


Plaats = str | Doorgang
# Partners of each other in one row, or one person or passage alone.
Groep = tuple[Plaats, ...]
Opstelling = list[list[Groep]]
Plaatsing = Callable[[Opstelling], Mapping[Plaats, float]]

# What a drawing costs, in the unit of the lines: a younger child on the left, a woman on the left of a man, and
# somebody of another household in between.
JONGSTE_LINKS, VROUW_LINKS, HUIS_VERDEELD = 900.0, 130.0, 260.0
RONDES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tak:
    """The line of a nest from one row to the next: the places where it comes from and those where it goes."""

    nest: int
    rij: int
    boven: tuple[Plaats, ...]
    onder: tuple[Plaats, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamboom:
    """What an order is judged by."""

    genogram: Genogram
    rijen: Rijen
    wie: Mapping[str, Lid]
    breedte: Mapping[Plaats, float]
    lucht: float
    takken: tuple[Tak, ...]


def plant(genogram: Genogram, rijen: Rijen, *, breedte: Mapping[Plaats, float], lucht: float) -> Stamboom:
    """Return what is needed to order a family; `lucht` is the room between two people."""
    takken = [
        Tak(
            nest=nummer,
            rij=rij,
            boven=tuple(_sources(rijen, nummer, rij)),
            onder=tuple(_targets(rijen, nummer, rij)),
        )
        for nummer, nest in enumerate(rijen.nesten)
        for rij in range(
            rijen.rij[nest.ouders[0]], max(_rows_of(rijen, nest)[1], rijen.rij[nest.ouders[0]] + 1)
        )
    ]
    return Stamboom(
        genogram=genogram, rijen=rijen, wie=genogram.wie, breedte=breedte, lucht=lucht, takken=tuple(takken)
    )


def _rows_of(rijen: Rijen, nest: Nest) -> tuple[int, int]:
    """The row of the parents and the lowest row with a child."""
    hier = rijen.rij[nest.ouders[0]]
    return hier, max((rijen.rij[kind.kind] for kind in nest.kinderen), default=hier)


def _sources(rijen: Rijen, nummer: int, rij: int) -> list[Plaats]:
    nest = rijen.nesten[nummer]
    return list(nest.ouders) if rij == _rows_of(rijen, nest)[0] else [Doorgang(nest=nummer, rij=rij)]


def _targets(rijen: Rijen, nummer: int, rij: int) -> list[Plaats]:
    nest = rijen.nesten[nummer]
    kinderen: list[Plaats] = [kind.kind for kind in nest.kinderen if rijen.rij[kind.kind] == rij + 1]
    verder = _rows_of(rijen, nest)[1] > rij + 1
    return [*kinderen, *([Doorgang(nest=nummer, rij=rij + 1)] if verder else [])]


def list_doorgangen(rijen: Rijen) -> list[Doorgang]:
    doorgangen = []
    for nummer, nest in enumerate(rijen.nesten):
        onder = max((rijen.rij[kind.kind] for kind in nest.kinderen), default=0)
        doorgangen += [Doorgang(nest=nummer, rij=rij) for rij in range(rijen.rij[nest.ouders[0]] + 1, onder)]
    return doorgangen


def list_people(rij: Sequence[Groep]) -> list[str]:
    """Return who stand in a row, without the passages: a line may run through a household."""
    return [plaats for groep in rij for plaats in groep if not isinstance(plaats, Doorgang)]


def order_rows(boom: Stamboom) -> Opstelling:
    """Return the rows from the top, each with its groups from left to right, as far as the order alone can tell."""

    def place(opstelling: Opstelling) -> dict[Plaats, float]:
        x: dict[Plaats, float] = {}
        for rij in opstelling:
            x |= place_packed(boom, rij)
        return x

    return improve(boom, _family_by_family(boom), place, rondes=RONDES)


def improve(boom: Stamboom, opstelling: Opstelling, place: Plaatsing, *, rondes: int) -> Opstelling:
    """Move one group at a time to another place in its row, for as long as the drawing gets better by it."""
    opstelling = list(opstelling)
    beste = cost_of(boom, opstelling, place(opstelling))
    for _ronde in range(rondes):
        voor = beste
        for rij in range(len(opstelling)):
            for anders in _neighbours(opstelling[rij]):
                oud, opstelling[rij] = opstelling[rij], anders
                kosten = cost_of(boom, opstelling, place(opstelling))
                if kosten < beste - 0.5:
                    beste = kosten
                else:
                    opstelling[rij] = oud
        if beste == voor:
            break
    return opstelling


def place_packed(boom: Stamboom, rij: Sequence[Groep]) -> dict[Plaats, float]:
    """Return the left side of everything in a row that stands close together around zero."""
    plaatsen = [plaats for groep in rij for plaats in groep]
    totaal = sum(boom.breedte[plaats] for plaats in plaatsen) + boom.lucht * (len(plaatsen) - 1)
    x, links = -totaal / 2, {}
    for plaats in plaatsen:
        links[plaats] = x
        x += boom.breedte[plaats] + boom.lucht
    return links


def _family_by_family(boom: Stamboom) -> Opstelling:
    aantal = max(boom.rijen.rij.values(), default=0) + 1
    groepen = _groups(boom)
    opstelling: Opstelling = [[] for _ in range(aantal)]
    geplaatst: set[Groep] = set()

    def put(groep: Groep) -> None:
        if groep in geplaatst:
            return
        geplaatst.add(groep)
        eerste = groep[0]
        rij = eerste.rij if isinstance(eerste, Doorgang) else boom.rijen.rij[eerste]
        opstelling[rij].append(groep)
        for tak in boom.takken:
            if tak.rij == rij and set(tak.boven) & set(groep):
                for onder in tak.onder:
                    put(groepen[onder])

    for lid in sorted(boom.genogram.leden, key=lambda lid: boom.rijen.rij[lid.sleutel]):
        put(groepen[lid.sleutel])
    return opstelling


def _groups(boom: Stamboom) -> dict[Plaats, Groep]:
    """Everybody with their partners, and the partners of those, in a row."""
    partners: dict[str, list[str]] = {lid.sleutel: [] for lid in boom.genogram.leden}
    for nest in _in_time(boom):
        if len(nest.ouders) == 2:
            een, ander = nest.ouders
            partners[een].append(ander)
            partners[ander].append(een)
    groepen: dict[Plaats, Groep] = {doorgang: (doorgang,) for doorgang in list_doorgangen(boom.rijen)}
    for sleutel in sorted(partners, key=lambda wie: -len(partners[wie])):
        if sleutel not in groepen:
            groep = _chain(sleutel, partners, boom.wie[sleutel].teken)
            groepen |= {wie: groep for wie in groep}
    return groepen


def _in_time(boom: Stamboom) -> list[Nest]:
    """The nests in the order in which the partners are named; the last partner is the one of now."""
    volgorde = [frozenset((paar.een, paar.ander)) for paar in boom.genogram.paren]
    return sorted(
        boom.rijen.nesten,
        key=lambda nest: volgorde.index(frozenset(nest.ouders)) if frozenset(nest.ouders) in volgorde else -1,
    )


def _chain(midden: str, partners: Mapping[str, list[str]], teken: Teken) -> Groep:
    """A person with the partner of now on one side and earlier ones on the other: a man has her on his right."""
    gezien = {midden}

    def outward(sleutel: str) -> list[str]:
        if sleutel in gezien:
            return []
        gezien.add(sleutel)
        return [sleutel, *(verder for partner in partners[sleutel] for verder in outward(partner))]

    nu = [wie for partner in partners[midden][-1:] for wie in outward(partner)]
    eerder = [wie for partner in reversed(partners[midden][:-1]) for wie in outward(partner)]
    if teken == Teken.VROUW:
        return (*reversed(nu), midden, *eerder)
    return (*reversed(eerder), midden, *nu)


def _neighbours(rij: list[Groep]) -> Iterator[list[Groep]]:
    """Yield the row with one group in another place, or turned around. The row itself must not change meanwhile."""
    for van, groep in enumerate(rij):
        rest = [*rij[:van], *rij[van + 1 :]]
        if len(groep) > 1:
            yield [*rij[:van], groep[::-1], *rij[van + 1 :]]
        for naar in range(len(rij)):
            if naar != van:
                yield [*rest[:naar], groep, *rest[naar:]]


def cost_of(boom: Stamboom, opstelling: Opstelling, x: Mapping[Plaats, float]) -> float:
    """Return how long the lines are together, and what it costs to leave a custom or to part a household."""
    lengte = 0.0
    for tak in boom.takken:
        ouders = [x[plaats] for plaats in tak.boven]
        kinderen = [x[plaats] for plaats in tak.onder]
        lengte += max(ouders) - min(ouders)
        if kinderen:
            lengte += max(kinderen) - min(kinderen)
            lengte += abs(sum(ouders) / len(ouders) - sum(kinderen) / len(kinderen))
    return lengte + _cost_of_custom(boom, x) + _cost_of_houses(boom, opstelling)


def _cost_of_custom(boom: Stamboom, x: Mapping[Plaats, float]) -> float:
    wie, kosten = boom.wie, 0.0
    for nest in boom.rijen.nesten:
        kosten += JONGSTE_LINKS * sum(
            x[oudste.kind] > x[jongste.kind]
            for oudste, jongste in combinations(nest.kinderen, 2)
            if boom.rijen.rij[oudste.kind] == boom.rijen.rij[jongste.kind]
        )
        if len(nest.ouders) == 2:
            links, rechts = sorted(nest.ouders, key=lambda ouder: x[ouder])
            kosten += VROUW_LINKS * (wie[links].teken == Teken.VROUW and wie[rechts].teken == Teken.MAN)
    return kosten


def _cost_of_houses(boom: Stamboom, opstelling: Opstelling) -> float:
    kosten = 0.0
    for huis in boom.genogram.huishoudens:
        for rij in opstelling:
            plekken = [nummer for nummer, plaats in enumerate(list_people(rij)) if plaats in huis.leden]
            if plekken:
                kosten += HUIS_VERDEELD * (plekken[-1] - plekken[0] + 1 - len(plekken))
    return kosten
