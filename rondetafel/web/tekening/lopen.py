"""Where does a line leave a symbol? Every line of a person gets a point of its own on the edge."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rondetafel.web.tekening.familie import Band
from rondetafel.web.tekening.generaties import Nest
from rondetafel.web.tekening.lijnen import Doel, Loop, Stroom, free_near, route
from rondetafel.web.tekening.volgorde import Doorgang, Plaats, Stamboom, Tak
from rondetafel.web.tekening.vormen import edge

# Half of the width of a symbol along which lines may leave it.
SPREIDING = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Aansluiting:
    """Where the lines of a nest meet its people: x, and how far from the height of the middle, by person."""

    ouders: Mapping[str, tuple[float, float]]
    kinderen: Mapping[str, tuple[float, float]]
    banden: Mapping[str, Band]


def list_loops(
    boom: Stamboom, midden: Mapping[Plaats, float]
) -> tuple[list[Aansluiting], dict[int, list[Loop]]]:
    """Return for each nest where it meets its people, and for each row the ways of the lines below it."""
    nesten = boom.rijen.nesten
    onder = _ports_below(nesten, midden)
    boven = _ports_above(nesten, midden)

    def meet(sleutel: str, x: float, *, boven: bool) -> tuple[float, float]:
        return x, edge(boom.wie[sleutel], x - midden[sleutel], boven=boven)

    aansluitingen = [
        Aansluiting(
            ouders={ouder: meet(ouder, onder[nummer, ouder], boven=False) for ouder in nest.ouders},
            kinderen={
                kind.kind: meet(kind.kind, boven[nummer, kind.kind], boven=True) for kind in nest.kinderen
            },
            banden={kind.kind: kind.band for kind in nest.kinderen},
        )
        for nummer, nest in enumerate(nesten)
    ]
    stromen: dict[int, list[Stroom]] = {}
    bezet: dict[int, list[float]] = {}
    for rij, plaats_x in _fixed_points(boom, boven, midden):
        bezet.setdefault(rij, []).append(plaats_x)
    for tak in boom.takken:
        stromen.setdefault(tak.rij, []).append(
            Stroom(
                nest=tak.nest,
                bronnen=tuple(
                    midden[plaats] if isinstance(plaats, Doorgang) else onder[tak.nest, plaats]
                    for plaats in tak.boven
                ),
                doelen=tuple(_targets(boom, tak, midden, boven, bezet.get(tak.rij + 1, []))),
            )
        )
    return aansluitingen, {rij: route(lijst) for rij, lijst in stromen.items()}


def _ports_below(nesten: Sequence[Nest], midden: Mapping[Plaats, float]) -> dict[tuple[int, str], float]:
    """To the left what goes left, and of what goes the same way the nearest outermost: so they do not cross."""
    richtingen: dict[str, list[tuple[int, float, int]]] = {}
    for nummer, nest in enumerate(nesten):
        for ouder in nest.ouders:
            ander = next((wie for wie in nest.ouders if wie != ouder), ouder)
            ver = midden[ander] - midden[ouder]
            kant = (ver > 0) - (ver < 0)
            richtingen.setdefault(ouder, []).append((kant, -ver, nummer))
    return {
        (nummer, ouder): midden[ouder] + dx
        for ouder, lijst in richtingen.items()
        for (_, _, nummer), dx in zip(sorted(lijst), _spread(len(lijst)), strict=True)
    }


def _ports_above(nesten: Sequence[Nest], midden: Mapping[Plaats, float]) -> dict[tuple[int, str], float]:
    vanwaar: dict[str, list[tuple[float, int]]] = {}
    for nummer, nest in enumerate(nesten):
        boven = sum(midden[ouder] for ouder in nest.ouders) / len(nest.ouders)
        for kind in nest.kinderen:
            vanwaar.setdefault(kind.kind, []).append((boven, nummer))
    return {
        (nummer, kind): midden[kind] + dx
        for kind, lijst in vanwaar.items()
        for (_, nummer), dx in zip(sorted(lijst), _spread(len(lijst)), strict=True)
    }


def _spread(aantal: int) -> list[float]:
    if aantal == 1:
        return [0.0]
    stap = min(12.0, 2 * SPREIDING / (aantal - 1))
    return [stap * (nummer - (aantal - 1) / 2) for nummer in range(aantal)]


def _fixed_points(
    boom: Stamboom, boven: Mapping[tuple[int, str], float], midden: Mapping[Plaats, float]
) -> list[tuple[int, float]]:
    """Where a line comes in from above, by row."""
    kinderen = [(boom.rijen.rij[kind], x) for (_, kind), x in boven.items()]
    return kinderen + [(plaats.rij, x) for plaats, x in midden.items() if isinstance(plaats, Doorgang)]


def _targets(
    boom: Stamboom,
    tak: Tak,
    midden: Mapping[Plaats, float],
    boven: Mapping[tuple[int, str], float],
    bezet: list[float],
) -> list[Doel]:
    """Passages and children one by one, and twins from one point."""
    tweelingen = {kind.kind: kind.tweeling for kind in boom.rijen.nesten[tak.nest].kinderen}
    samen: dict[str, list[str]] = {}
    uit = []
    for doel in tak.onder:
        if isinstance(doel, Doorgang):
            uit.append(Doel(x=midden[doel]))
        else:
            samen.setdefault(tweelingen[doel] or f" {doel}", []).append(doel)
    for leden in samen.values():
        punten = tuple((lid, boven[tak.nest, lid]) for lid in leden)
        x = sum(punt for _, punt in punten) / len(punten)
        if len(punten) > 1:
            x = free_near(x, bezet)
            bezet.append(x)
        uit.append(Doel(x=x, leden=punten))
    return uit
