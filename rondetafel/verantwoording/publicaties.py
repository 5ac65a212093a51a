"""What was published? The figures of a report that JENS sent, from a data file, to lay beside our own."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from rondetafel.regels.periode import Halfjaar
from rondetafel.regels.tomltabel import Tabel
from rondetafel.verantwoording.tabellen import RIJNAMEN

MAP = Path(__file__).parent / "gepubliceerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpiwaarde:
    """A figure as it was worded; `waarom` says why it is not the figure that we count."""

    code: str
    waarde: str
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publicatie:
    """One report: table 5.1 by column and row, table 5.6 by day, and the KPI's as worded."""

    document: str
    jeugdigen: dict[str, dict[str, int]]
    aanmeldingen: dict[date, int]
    wachtenden: dict[date, int]
    kpis: tuple[Kpiwaarde, ...]


class NietGepubliceerd(LookupError):
    """Nothing was published about this half-year."""


@lru_cache(maxsize=8)
def read_publicatie(halfjaar: Halfjaar) -> Publicatie:
    """Read what was published about half a year.

    :raises NietGepubliceerd: when there is no such report.
    :raises CatalogusFout: when the file is not as it should be.
    """
    path = MAP / f"{halfjaar}.toml"
    if not path.exists():
        raise NietGepubliceerd(f"Over {halfjaar} is geen rapport gepubliceerd.")
    tabel = Tabel.read(path)
    publicatie = Publicatie(
        document=tabel.take("document", str),
        jeugdigen={rij.take("naam", str): _read_column(rij) for rij in tabel.take_tables("kolom")},
        aanmeldingen={rij.take("begin", date): _read_count(rij) for rij in tabel.take_tables("maand")},
        wachtenden={rij.take("einde", date): _read_count(rij) for rij in tabel.take_tables("kwartaal")},
        kpis=tuple(_read_kpi(rij) for rij in tabel.take_tables("kpi")),
    )
    tabel.finish()
    return publicatie


def _read_column(tabel: Tabel) -> dict[str, int]:
    kolom = {letter: tabel.take_count(letter) for letter in RIJNAMEN}
    tabel.finish()
    return kolom


def _read_count(tabel: Tabel) -> int:
    aantal = tabel.take_count("aantal")
    tabel.finish()
    return aantal


def _read_kpi(tabel: Tabel) -> Kpiwaarde:
    kpi = Kpiwaarde(
        code=tabel.take("code", str),
        waarde=tabel.take("waarde", str),
        waarom=tabel.take("waarom", str) if "waarom" in tabel else "",
    )
    tabel.finish()
    return kpi
