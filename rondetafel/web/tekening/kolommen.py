"""Where in its row does everybody stand? Parents above the middle of their children, nobody over another."""

from collections.abc import Mapping, Sequence

from rondetafel.web.tekening.volgorde import Groep, Opstelling, Plaats, Stamboom, Tak, place_packed

RONDES = 12


def place_columns(
    boom: Stamboom, opstelling: Opstelling, anker: Mapping[Plaats, float], *, rondes: int = RONDES
) -> dict[Plaats, float]:
    """Return the left side of everything; `anker` is how far from there its line begins.

    Row by row, down and up again, each group moves to where its family would have it, as far as the
    groups beside it leave room.
    """
    links: dict[Plaats, float] = {}
    for rij in opstelling:
        links |= place_packed(boom, rij)
    for ronde in range(rondes):
        omlaag = ronde % 2 == 0
        rijen = list(enumerate(opstelling))
        for nummer, rij in rijen if omlaag else reversed(rijen):
            takken = [tak for tak in boom.takken if tak.rij == nummer - omlaag and tak.onder]
            wensen = _wishes(takken, links, anker, omlaag=omlaag)
            links |= _fit(boom, rij, links, wensen)
    begin = min(links.values(), default=0.0)
    return {plaats: x - begin for plaats, x in links.items()}


def _wishes(
    takken: Sequence[Tak], links: Mapping[Plaats, float], anker: Mapping[Plaats, float], *, omlaag: bool
) -> dict[Plaats, list[float]]:
    """How far everything would move to stand right below its parents, or right above its children."""
    wensen: dict[Plaats, list[float]] = {}
    for tak in takken:
        verschil = _middle(tak.boven, links, anker) - _middle(tak.onder, links, anker)
        for plaats in tak.onder if omlaag else tak.boven:
            wensen.setdefault(plaats, []).append(verschil if omlaag else -verschil)
    return wensen


def _middle(
    plaatsen: Sequence[Plaats], links: Mapping[Plaats, float], anker: Mapping[Plaats, float]
) -> float:
    punten = [links[plaats] + anker[plaats] for plaats in plaatsen]
    return (min(punten) + max(punten)) / 2


def _fit(
    boom: Stamboom,
    rij: Sequence[Groep],
    links: Mapping[Plaats, float],
    wensen: Mapping[Plaats, list[float]],
) -> dict[Plaats, float]:
    """Move each group as near to its wish as the order allows; groups that would meet share the distance."""
    blokken: list[tuple[float, int]] = []
    begin, stand = 0.0, []
    for groep in rij:
        gevraagd = [wens for plaats in groep for wens in wensen.get(plaats, [])]
        wens = links[groep[0]] + (sum(gevraagd) / len(gevraagd) if gevraagd else 0.0) - begin
        stand.append(begin)
        begin += sum(boom.breedte[plaats] + boom.lucht for plaats in groep)
        blokken.append((wens, 1))
        while len(blokken) > 1 and blokken[-2][0] > blokken[-1][0]:
            (later, hier), (eerder, daar) = blokken.pop(), blokken.pop()
            blokken.append(((later * hier + eerder * daar) / (hier + daar), hier + daar))
    schuif = [waarde for waarde, aantal in blokken for _ in range(aantal)]
    nieuw: dict[Plaats, float] = {}
    for groep, vanaf, verder in zip(rij, stand, schuif, strict=True):
        x = vanaf + verder
        for plaats in groep:
            nieuw[plaats] = x
            x += boom.breedte[plaats] + boom.lucht
    return nieuw
