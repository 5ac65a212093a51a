"""On which days does this house work? Goede Vrijdag, 5 mei, and the days on which it is closed."""

import os
import tomllib
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from rondetafel.platform.omgeving import is_on
from rondetafel.regels.werkdagen import VijfMei

__all__ = ["EIGEN_VRIJE_DAGEN", "GOEDE_VRIJDAG_VRIJ", "VIJF_MEI_VRIJ"]

SLEUTELS = {"datum", "reden", "bron"}


def read_calendar(path: Path) -> dict[date, str]:
    """Read the calendar table of this house: a [[dag]] per day, with why nobody works and who decided so.

    :raises ImproperlyConfigured: with the row that is not a day, or does not say why and by whom.
    """
    try:
        rijen = tomllib.loads(path.read_text()).get("dag", [])
    except (OSError, tomllib.TOMLDecodeError) as fout:
        raise ImproperlyConfigured(f"RONDETAFEL_KALENDER: {path} is niet te lezen ({fout})") from fout
    dagen: dict[date, str] = {}
    for nummer, rij in enumerate(rijen, start=1):
        is_dag = type(rij.get("datum")) is date
        if set(rij) != SLEUTELS or not is_dag or not rij["reden"] or not rij["bron"]:
            raise ImproperlyConfigured(
                f"RONDETAFEL_KALENDER: dag {nummer} heeft datum, reden en bron nodig, en niets anders"
            )
        dagen[rij["datum"]] = f"{rij['reden']} ({rij['bron']})"
    return dagen


def _choose(waarde: str) -> str:
    if waarde not in list(VijfMei):
        raise ImproperlyConfigured(f"RONDETAFEL_VIJF_MEI is {waarde!r}, kies uit {', '.join(VijfMei)}")
    return waarde


_path = os.environ.get("RONDETAFEL_KALENDER")

GOEDE_VRIJDAG_VRIJ = "RONDETAFEL_GOEDE_VRIJDAG" not in os.environ or is_on("RONDETAFEL_GOEDE_VRIJDAG")
VIJF_MEI_VRIJ = _choose(os.environ.get("RONDETAFEL_VIJF_MEI", VijfMei.ELK_JAAR.value))
EIGEN_VRIJE_DAGEN = read_calendar(Path(_path)) if _path else {}
