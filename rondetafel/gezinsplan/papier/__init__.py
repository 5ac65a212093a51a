"""The plan on paper: as it is read, in large print, or on one sheet for on the table."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

import typst
from django.utils.translation import gettext as _

from rondetafel.regels.datum import format_datum

HIER = Path(__file__).parent
_COMPILING = Lock()


class Vorm(StrEnum):
    """How the plan is put on paper."""

    GEWOON = "gewoon"
    GROOT = "groot"
    OVERLEG = "overleg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Papierdoel:
    """A goal on paper; `acties` are what, who and how far."""

    letter: str
    titel: str
    velden: tuple[tuple[str, str], ...]
    acties: tuple[tuple[str, str, str], ...]
    uiterlijk: str
    stand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Planpapier:
    """What one reader may read of a plan, in words, in the order of the regional format.

    `sindsdien` is what was changed since it was adopted. `tafel` is the role, name and origin of each chair;
    `keuzes` the letter, goal and person of each tick; `antwoorden` the name, answer and words of each person.
    """

    titel: str
    dag: date
    stand: str
    sindsdien: tuple[str, ...]
    basis: tuple[tuple[str, str], ...]
    tafel: tuple[tuple[str, str, str], ...]
    keuzes: tuple[tuple[str, str, str], ...]
    doelen: tuple[Papierdoel, ...]
    antwoorden: tuple[tuple[str, str, str], ...]


def make_pdf(papier: Planpapier, vorm: Vorm) -> bytes:
    """Return the sheet as an accessible PDF; the same plan on the same day gives the same bytes."""
    data = asdict(papier) | {
        "letter": vorm.value,
        "jaar": papier.dag.year,
        "maand": papier.dag.month,
        "dag": papier.dag.day,
        "meer": _("Op het gewone papier staat meer"),
        "meer_doelen": _("doelen"),
        "meer_acties": _("acties"),
        "voet": _("Opgehaald op %(dag)s. Alleen voor wie aan tafel zit.") % {"dag": format_datum(papier.dag)},
    }
    # One compiler for each form is kept, and is no thing for two threads at once. The standards: to be read with a
    # screen reader, and in twenty years.
    with _COMPILING:
        compiler = _compiler("overleg" if vorm is Vorm.OVERLEG else "gezinsplan")
        pdf = compiler.compile(sys_inputs={"data": json.dumps(data)}, pdf_standards=["a-2a", "ua-1"])
    assert isinstance(pdf, bytes)
    return pdf


@lru_cache
def _compiler(naam: str) -> typst.Compiler:
    """Made when it is first asked for: a process that forks after that hangs."""
    return typst.Compiler(HIER / f"{naam}.typ")
