"""May this person do this, here, today? The one decision, pure: facts in, answer with its reason out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from django.db.models import Q

import rondetafel.kern.vergelijken  # noqa: F401 - teaches Q the word one_of
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.datum import holds_on
from rondetafel.toegang.rechten import (
    RECHTEN,
    Onderdeel,
    Recht,
    Soort,
    hoedanigheden_with,
    may_in_general,
    rollen_with,
)
from rondetafel.toegang.rollen import BREDE_ROLLEN, DOELEN, ROLLEN_MET_BAND, Hoedanigheid, Rol, word_for
from rondetafel.toegang.schermen import Scherm, Wat

# A tie on a yes of those who decide about one person opens that person, and nothing of the others (ADR 0051).
# What they have together opens by a tie of its own. The grounds stand in `Grond`, and a second time in the functions
# hele_gezinnen_voor and sleutels_voor of the database.
ALLEEN_DIE_PERSOON = frozenset({"toestemming", "besluit"})
ALLEEN_SAMEN = "samen"


class Kring(Enum):
    """The two kinds of reader: by family or by municipality. Also the names of the database roles."""

    SMAL = "smal"
    BREED = "breed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A dated tie of a person with one family, `van` up to and including `tot`; no `tot` is open-ended.

    `persoon_id` None ties to the whole family and everyone in it; else to that one person, and to what the
    family has together. A `grond` may open that person alone, or what they have together alone. `onderdelen`
    narrows what the hoedanigheid opens; empty narrows nothing. `tot_at` is the moment on which the noodknop
    shuts; what is past it is not read, so that the decision stays one by day.
    """

    gezin_id: UUID
    hoedanigheid: Hoedanigheid
    van: date
    tot: date | None = None
    tot_at: datetime | None = None
    persoon_id: UUID | None = None
    onderdelen: frozenset[str] = frozenset()
    grond: str = ""

    def holds_on(self, peildatum: date) -> bool:
        return holds_on(peildatum, self.van, self.tot)

    def opens(self, onderdeel: Onderdeel, soort: Soort) -> bool:
        narrowed = bool(self.onderdelen) and onderdeel not in self.onderdelen
        return not narrowed and may_in_general(self.hoedanigheid, onderdeel, soort)

    @property
    def is_heel(self) -> bool:
        """Does it tie to the whole family and everyone in it?"""
        return self.persoon_id is None and self.grond != ALLEEN_SAMEN

    @property
    def sleutels(self) -> frozenset[UUID]:
        """Whom a tie with less than that reaches: a person, what the family has together, or both."""
        samen = (
            frozenset() if self.grond in ALLEEN_DIE_PERSOON or self.is_heel else frozenset({self.gezin_id})
        )
        return samen | {self.persoon_id} if self.persoon_id else samen

    def covers(self, sleutel: UUID) -> bool:
        """Does this tie reach what is about `sleutel`, a person or the family as a whole?"""
        return self.is_heel or sleutel in self.sleutels


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Everything the decision knows of a person. What is not here cannot decide."""

    id: UUID
    naam: str
    rol: Rol
    gemeenten: frozenset[int] = frozenset()
    banden: tuple[Tie, ...] = ()
    schermen: tuple[Scherm, ...] = ()
    functie: str = ""
    organisatie_id: UUID | None = None

    def at(self, gezin_id: UUID) -> "Wie":
        """Return the same person with the ties to one family only, to ask much about that family."""
        return replace(self, banden=tuple(band for band in self.banden if band.gezin_id == gezin_id))

    def shielded(self, wat: Wat, peildatum: date) -> frozenset[UUID]:
        """Return the persons of whom `wat` is hidden from this one."""
        return frozenset(een.beschermd_id for een in self.schermen if een.hides(wat, peildatum))

    @property
    def kring(self) -> Kring:
        return Kring.BREED if self.rol in BREDE_ROLLEN else Kring.SMAL

    @property
    def doel(self) -> str:
        return DOELEN[self.rol]

    @property
    def is_gezin(self) -> bool:
        return self.rol is Rol.GEZIN

    @property
    def rolwoord(self) -> str:
        """The word beside the name: the own functie, what someone is to the family, or the rol."""
        # What a parent reads about themselves comes with the rest, and says nothing of what they are.
        zelf = (Hoedanigheid.OUDER, "eigen")
        banden = [(band.hoedanigheid, band.grond) for band in self.banden if self.is_gezin]
        woorden = {word_for(*band) for band in banden if band != zelf}
        if self.functie or len(woorden) != 1:
            return self.functie or str(self.rol.label)
        return woorden.pop()

    def noodbanden(self, peildatum: date) -> tuple[Tie, ...]:
        """The ties through which this person reads by the noodknop, now."""
        return tuple(band for band in self.banden if band.tot_at and band.holds_on(peildatum))

    @property
    def is_jeugdige(self) -> bool:
        return any(band.hoedanigheid is Hoedanigheid.JEUGDIGE for band in self.banden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Besluit:
    """Yes or no, and why: the ground on which, or the reason why not."""

    ja: bool
    reden: str


def mag(
    wie: Wie,
    recht: Recht,
    *,
    gezin_id: UUID | None = None,
    gemeente_id: int | None = None,
    sleutel: UUID | None = None,
    peildatum: date,
) -> Besluit:
    """Decide whether `wie` holds `recht` for one family in one municipality on `peildatum`.

    `sleutel` names whom in the family it is about: a person, or the family itself for what it has
    together; left out, the question is about anything at all in this family. Without a family it is
    whether `wie` holds the right anywhere in their own municipalities.
    """
    if wie.rol in rollen_with(recht):
        if gemeente_id is None or wie.kring is Kring.SMAL or gemeente_id in wie.gemeenten:
            return Besluit(ja=True, reden=f"als {wie.rol.label}")
        return Besluit(ja=False, reden="andere gemeente")
    hoedanigheden = hoedanigheden_with(recht) if wie.kring is Kring.SMAL else frozenset()
    banden = [
        band
        for band in wie.banden
        if (gezin_id is None or band.gezin_id == gezin_id)
        and band.hoedanigheid in hoedanigheden
        and band.holds_on(peildatum)
        and (not band.onderdelen or RECHTEN[recht].raakt <= band.onderdelen)
    ]
    if not banden:
        return Besluit(ja=False, reden="geen band met dit gezin die dit recht geeft")
    for band in banden:
        if sleutel is None or band.covers(sleutel):
            return Besluit(ja=True, reden=f"als {band.hoedanigheid.label} van dit gezin")
    return Besluit(ja=False, reden="geen band met deze persoon die dit recht geeft")


def require(
    wie: Wie,
    recht: Recht,
    *,
    gezin_id: UUID | None = None,
    gemeente_id: int | None = None,
    sleutel: UUID | None = None,
    peildatum: date,
) -> None:
    """Let only those pass who hold `recht`.

    :raises GeenToegang: otherwise; shown as if the thing did not exist.
    """
    besluit = mag(
        wie, recht, gezin_id=gezin_id, gemeente_id=gemeente_id, sleutel=sleutel, peildatum=peildatum
    )
    if not besluit.ja:
        raise GeenToegang(f"{recht}: {besluit.reden}")


def require_list(wie: Wie, recht: Recht, *, peildatum: date) -> None:
    """Let those pass who hold `recht` for any family, and who works or lives with families but has none now.

    A list without families is empty; it is not absent.

    :raises GeenToegang: for everybody else.
    """
    # The noodknop opens one family for a moment; it gives nobody work.
    has_gezin = any(band.holds_on(peildatum) for band in wie.banden if not band.tot_at)
    if has_gezin or wie.rol not in ROLLEN_MET_BAND:
        require(wie, recht, peildatum=peildatum)


def municipalities_of(wie: Wie, onderdeel: Onderdeel) -> frozenset[int]:
    """Return the municipalities whose `onderdeel` this person reads by rol; only a broad rol ever reads so."""
    return wie.gemeenten if may_in_general(wie.rol, onderdeel, Soort.LEZEN) else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reikwijdte:
    """How far somebody reads one part on one day, as the values that a row is compared with."""

    kring: Kring
    gemeenten: frozenset[int]
    gezinnen: frozenset[UUID]
    heel: frozenset[UUID]
    sleutels: frozenset[UUID]

    def tied_rows(self, *, sleutel: str) -> Q:
        """Return the rows within it for who has a tie with the family; nobody reads these by municipality."""
        if self.kring is Kring.BREED:
            return Q(gemeente_id__one_of=frozenset())
        return self.rows(sleutel=sleutel)

    def rows(self, *, gezin: str = "gezin_id", sleutel: str = "") -> Q:
        """Return the rows within it. `sleutel` is the column that says whom a row is about, if there is one."""
        if self.kring is Kring.BREED:
            return Q(gemeente_id__one_of=self.gemeenten)
        if not sleutel:
            return Q(**{f"{gezin}__one_of": self.gezinnen})
        return Q(**{f"{gezin}__one_of": self.heel}) | Q(**{f"{sleutel}__one_of": self.sleutels})


def scope_of(wie: Wie, onderdeel: Onderdeel, peildatum: date) -> Reikwijdte:
    """Return how far `wie` reads `onderdeel` on `peildatum`."""
    banden = _opening(wie, onderdeel, peildatum)
    return Reikwijdte(
        kring=wie.kring,
        gemeenten=municipalities_of(wie, onderdeel),
        gezinnen=frozenset(band.gezin_id for band in banden),
        heel=frozenset(band.gezin_id for band in banden if band.is_heel),
        sleutels=frozenset(sleutel for band in banden for sleutel in band.sleutels),
    )


def reach(
    wie: Wie, onderdeel: Onderdeel, peildatum: date, *, gezin: str = "gezin_id", sleutel: str = ""
) -> Q:
    """Return the rows of `onderdeel` that `wie` may read: the first fence, for every `visible_to`."""
    return scope_of(wie, onderdeel, peildatum).rows(gezin=gezin, sleutel=sleutel)


def sees_as_much(
    kijker: Iterable[Tie], lezer: Iterable[Tie], delen: Iterable[Onderdeel], peildatum: date
) -> bool:
    """Do the ties of `kijker` open, of these parts, at least what those of `lezer` open about the same people?"""
    eigen, delen = [band for band in kijker if band.holds_on(peildatum)], tuple(delen)
    return all(
        _reaches(eigen, band, deel)
        for band in lezer
        if band.holds_on(peildatum)
        for deel in delen
        if band.opens(deel, Soort.LEZEN)
    )


def _reaches(eigen: Iterable[Tie], ander: Tie, deel: Onderdeel) -> bool:
    """Do these ties reach everyone whom another tie reaches for this part?"""
    open_ = [band for band in eigen if band.opens(deel, Soort.LEZEN)]
    if ander.is_heel:
        return any(band.is_heel for band in open_)
    return all(any(band.covers(sleutel) for band in open_) for sleutel in ander.sleutels)


def _opening(wie: Wie, onderdeel: Onderdeel, peildatum: date) -> list[Tie]:
    """The ties that hold and open `onderdeel` for reading; nobody who reads by municipality has any."""
    if wie.kring is Kring.BREED:
        return []
    return [band for band in wie.banden if band.holds_on(peildatum) and band.opens(onderdeel, Soort.LEZEN)]
