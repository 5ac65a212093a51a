"""What do the measured times say? Percentiles, ratios, and the table people read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """One page asked for by a number of clients at once. Times in milliseconds."""

    klanten: int
    mediaan: float
    p95: float
    per_seconde: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """Everything measured about one page; processor time of the web server in milliseconds per request.

    `vloer` is that of the bare page, measured right after this one: a machine is not always as busy.
    """

    bladzijde: str
    reeksen: tuple[Reeks, ...]
    cpu: float
    vloer: float
    queries: int


def percentile(waarden: Sequence[float], deel: int) -> float:
    """Return the smallest value that at least `deel` percent of the values do not exceed (nearest rank).

    :raises ValueError: when there are no values.
    """
    if not waarden:
        raise ValueError("niets gemeten")
    rang = max(1, math.ceil(len(waarden) * deel / 100))
    return sorted(waarden)[rang - 1]


def make_reeks(seconden: Sequence[float], *, duur: float, klanten: int) -> Reeks:
    """Sum up the answers of one run that took `duur` seconds."""
    return Reeks(
        klanten=klanten,
        mediaan=percentile(seconden, 50) * 1000,
        p95=percentile(seconden, 95) * 1000,
        per_seconde=len(seconden) / duur,
    )


def ratio(meting: Meting) -> float:
    """Return how many times the processor time of the bare page this page costs."""
    return meting.cpu / meting.vloer


def show_table(metingen: Sequence[Meting]) -> str:
    """Lay the measurements under each other; numbers as the Dutch write them."""
    aantallen = [reeks.klanten for reeks in metingen[0].reeksen]
    koppen = ["bladzijde"]
    for aantal in aantallen:
        wie = "1 klant" if aantal == 1 else f"{aantal} klanten"
        koppen += [f"{wie}: mediaan", "p95", "per s"]
    koppen += ["CPU", "queries", "x kaal"]
    rijen = [koppen, *map(_row, metingen)]
    breedtes = [max(len(rij[kolom]) for rij in rijen) for kolom in range(len(koppen))]
    return "\n".join(_line(rij, breedtes) for rij in rijen)


def _row(meting: Meting) -> list[str]:
    cellen = [meting.bladzijde]
    for reeks in meting.reeksen:
        cellen += [
            f"{show_number(reeks.mediaan)} ms",
            f"{show_number(reeks.p95)} ms",
            show_number(reeks.per_seconde),
        ]
    return [*cellen, f"{show_number(meting.cpu)} ms", str(meting.queries), show_number(ratio(meting))]


def _line(rij: Sequence[str], breedtes: Sequence[int]) -> str:
    naam, *cijfers = rij
    return "  ".join([naam.ljust(breedtes[0]), *map(str.rjust, cijfers, breedtes[1:])]).rstrip()


def show_number(waarde: float) -> str:
    """Write a number with one decimal, as the Dutch do."""
    return f"{waarde:.1f}".replace(".", ",")
