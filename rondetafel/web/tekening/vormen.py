"""The symbols of a genogram as shapes around (0, 0), and where a line meets their edge."""

from math import sqrt

from rondetafel.web.tekening.familie import Lid, Teken

# Half of the room that every symbol gets, and the sizes that look equally big in it.
HALF = 22.0
VIERKANT, CIRKEL, RUIT, DRIEHOEK = 18.0, 20.0, 22.0, 20.0
KLEIN, BINNENRAND = 0.65, 0.76


def scale_of(lid: Lid) -> float:
    """A pregnancy that ended is drawn small."""
    return KLEIN if lid.teken == Teken.ZWANGERSCHAP and lid.is_overleden else 1.0


def outline(lid: Lid, x: float, y: float, schaal: float = 1.0) -> str:
    """Return the edge of a symbol as an SVG path."""
    maat = schaal * scale_of(lid)
    if lid.teken == Teken.VROUW:
        r = CIRKEL * maat
        return (
            f"M{x - r:.1f} {y:.1f}a{r:.1f} {r:.1f} 0 1 0 {2 * r:.1f} 0a{r:.1f} {r:.1f} 0 1 0 {-2 * r:.1f} 0z"
        )
    hoeken = [(x + dx * maat, y + dy * maat) for dx, dy in _corners(lid.teken)]
    return "M" + "L".join(f"{hoek_x:.1f} {hoek_y:.1f}" for hoek_x, hoek_y in hoeken) + "z"


def cross(lid: Lid, x: float, y: float) -> str:
    """Return the X of somebody who died as an SVG path, from edge to edge."""
    armen = {Teken.MAN: VIERKANT, Teken.VROUW: CIRKEL * sqrt(0.5), Teken.ONBEKEND: RUIT / 2}
    arm = armen.get(lid.teken, DRIEHOEK * 0.4) * scale_of(lid)
    midden = y + (DRIEHOEK * 0.4 * scale_of(lid) if lid.teken == Teken.ZWANGERSCHAP else 0.0)
    return (
        f"M{x - arm:.1f} {midden - arm:.1f}L{x + arm:.1f} {midden + arm:.1f}"
        f"M{x - arm:.1f} {midden + arm:.1f}L{x + arm:.1f} {midden - arm:.1f}"
    )


def edge(lid: Lid, dx: float, *, boven: bool) -> float:
    """Return how far above (negative) or below the middle the edge lies at `dx` from the middle."""
    maat = scale_of(lid)
    if lid.teken == Teken.VROUW:
        ver = sqrt((CIRKEL * maat) ** 2 - dx**2)
        return -ver if boven else ver
    if lid.teken == Teken.ONBEKEND:
        ver = RUIT * maat - abs(dx)
        return -ver if boven else ver
    if lid.teken == Teken.ZWANGERSCHAP:
        return -DRIEHOEK * maat + 2 * abs(dx) if boven else DRIEHOEK * maat
    return -VIERKANT if boven else VIERKANT


def _corners(teken: Teken) -> tuple[tuple[float, float], ...]:
    if teken == Teken.ONBEKEND:
        return ((0, -RUIT), (RUIT, 0), (0, RUIT), (-RUIT, 0))
    if teken == Teken.ZWANGERSCHAP:
        return ((0, -DRIEHOEK), (DRIEHOEK, DRIEHOEK), (-DRIEHOEK, DRIEHOEK))
    return ((-VIERKANT, -VIERKANT), (VIERKANT, -VIERKANT), (VIERKANT, VIERKANT), (-VIERKANT, VIERKANT))
