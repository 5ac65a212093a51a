"""What do people choose and tell of a goal and of the plan, and how does a goal stand in a version?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.utils.translation import gettext as _

from rondetafel.regels.evaluatieadvies import Moment, Uitkomst
from rondetafel.regels.familiegroepsplan import Afzienreden, Eigenstap
from rondetafel.regels.instemming import Antwoord

# Posted by the button that reads a text over and saves nothing.
NALEZEN = "nalezen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """How a goal stands on a day, in words; the family and who helps may each give a score."""

    dag: date
    moment: Moment
    uitkomst: Uitkomst
    waarneming: str
    score_gezin: int | None = None
    score_hulp: int | None = None

    @property
    def scores(self) -> tuple[int, ...]:
        return tuple(score for score in (self.score_gezin, self.score_hulp) if score is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kruis:
    """A tick in the doelenmatrix: which goal, and for whom; `persoon_id` None is the whole family.

    Its text is the value of a tick box.
    """

    matrixdoel_id: UUID
    persoon_id: UUID | None = None

    def __str__(self) -> str:
        return f"{self.matrixdoel_id}:{self.persoon_id or ''}"

    @classmethod
    def parse(cls, waarde: str) -> Self:
        """:raises ValueError: for anything that `str` of a Kruis does not give."""
        matrixdoel, _teken, persoon = waarde.partition(":")
        return cls(matrixdoel_id=UUID(matrixdoel), persoon_id=UUID(persoon) if persoon else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpeinde:
    """Until when help for a child runs (t/m), as far as its reader may know; `hulp` is what it is called."""

    kind_id: UUID
    hulp: str
    tot: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Doener:
    """Somebody who does an action, as the plan names them: `naam` is the name on the chair, `groep` whose chair."""

    naam: str
    groep: str
    gebruiker_id: UUID | None = None


# A line with more names than this is not read.
GENOEMD = 3


def name_doers(namen: Sequence[str]) -> str:
    """Anna; Anna en Ben; Anna, Ben en Carla."""
    *eerder, laatste = namen
    return f"{', '.join(eerder)} {_('en')} {laatste}" if eerder else laatste


def name_few(namen: Sequence[str]) -> str:
    """The same for the top of a page: of more than three only the first two are named."""
    if len(namen) <= GENOEMD:
        return name_doers(namen) if namen else ""
    eerste = namen[: GENOEMD - 1]
    return _("%(namen)s en %(meer)s anderen") % {
        "namen": ", ".join(eerste),
        "meer": len(namen) - len(eerste),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordopgave:
    """What the person on one chair says of the plan, and what they still want to say."""

    stoel_id: UUID
    antwoord: Antwoord
    woorden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vaststelafspraak:
    """When and how they look in between how it goes, and the day on which they last met to talk about the plan."""

    tussendoor: str = ""
    overleg_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doelinhoud:
    """The words and dates of a goal as they were; days as year-month-day, an empty text is not filled in.

    No names of people: those are read from their chairs, so that what is hidden stays hidden. `over` is the key of
    whom it is about, empty for the whole family; None in versions from before that was kept.
    """

    letter: str
    gebied: str
    matrixdoel: str
    specifiek: str
    over: str | None = None
    meetbaar: str = ""
    acceptabel: str = ""
    realistisch: str = ""
    gestart_op: str = ""
    behaald_voor: str = ""
    zwaarte: str = ""
    inzet: str = ""
    uitkomst: str = ""
    geevalueerd_op: str = ""

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """Return what was written down; a field that did not exist yet was not filled in."""
        return cls(**{veld.name: record[veld.name] for veld in fields(cls) if veld.name in record})


@dataclass(frozen=True, slots=True, kw_only=True)
class Schaalopgave:
    """How a goal is measured: on which scale, what is looked at, and the words for each score."""

    schaal: str
    variabele: str
    niveaus: Mapping[int, str]
    gewicht: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Eigenstapopgave:
    """A step on the way to a plan of the family itself; `stoel_id` is whose words the regisseur writes down."""

    stap: Eigenstap
    op: date
    tekst: str = ""
    reden: Afzienreden | None = None
    stoel_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantekeningopgave:
    """A note for the own dossier: the day it is about, the text, and the goal of the plan if it is about one."""

    op: date
    tekst: str
    doel_id: UUID | None = None
