"""What does a measure of the kinderrechter open, to whom and until when; and how does the family read it?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from rondetafel.gezinnen.beslissers import Gezinsleden, Maatregelfeit, Stem
from rondetafel.gezinnen.gegevens import Maatregelopgave
from rondetafel.gezinnen.models import Gezag, Maatregel, Persoon
from rondetafel.regels.beslissers import decides_until
from rondetafel.regels.datum import DAG
from rondetafel.regels.maatregel import (
    VERLENGBAAR,
    VOOGDIJSOORTEN,
    Kindfeiten,
    Maatregelsoort,
    Maatregelvraag,
    holds_until,
)
from rondetafel.toegang.banden import Leesrecht
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import DOELEN, Hoedanigheid, Rol

JEUGDBESCHERMER = "jeugdbeschermer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelblad:
    """One measure as the family reads it, with its last day; who carries it out may not be known yet."""

    maatregel: Maatregelfeit
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelregel:
    """One measure for who sets the table. `is_later`: it must still begin; `is_voorbij`: it holds no more."""

    maatregel: Maatregel
    tot: date | None
    is_later: bool
    is_voorbij: bool
    mag_langer: bool


def rights_of(maatregel: Maatregel, leden: Gezinsleden, peildatum: date) -> tuple[Leesrecht, ...]:
    """Return what a measure opens from `peildatum` on: as voogd while the instelling decides, else to read.

    The measure goes with its person. Nothing is left of one that is over, or of a child without a known age.
    """
    einde, van = maatregel.geldt_tot, max(maatregel.van, peildatum)
    if einde is None or einde < van:
        return ()
    beslist_tot = _decides_until(maatregel, leden, van)
    return tuple(_as_rights(maatregel.persoon_id, van, einde, beslist_tot))


def facts_of(kind: Persoon, soort: Maatregelsoort) -> Kindfeiten:
    """What the rules must know of a child before a measure of this kind; two queries."""
    zelfde = Q(soort__in=sorted(VOOGDIJSOORTEN))
    maatregelen = Maatregel.objects.filter(zelfde if soort.is_voogdij else ~zelfde, persoon=kind)
    gezag = Gezag.objects.held().filter(kind=kind).select_related("volwassene")
    return Kindfeiten(
        voornaam=kind.voornaam,
        geboortedatum=kind.geboortedatum,
        andere=tuple((een.van, een.tot) for een in maatregelen if een.tot is None or een.tot >= een.van),
        gezag=tuple((str(een.volwassene), (een.van, een.tot)) for een in gezag),
    )


def question_of(kind: Persoon, opgave: Maatregelopgave) -> Maatregelvraag:
    """What was filled in, as the rules read it."""
    return Maatregelvraag(
        soort=opgave.soort, van=opgave.van, tot=opgave.tot, kind=facts_of(kind, opgave.soort)
    )


def measures_of(leden: Gezinsleden, persoon_id: UUID, peildatum: date) -> list[Maatregelblad]:
    """The measures of one child that run or must still begin; no queries."""
    geboortedatum = leden.personen[persoon_id].geboortedatum
    bladen = [
        Maatregelblad(maatregel=een, tot=holds_until(een.tot, geboortedatum))
        for een in leden.maatregelen[persoon_id]
    ]
    return [een for een in bladen if een.tot is None or een.tot >= max(peildatum, een.maatregel.van)]


def all_measures_of(kind: Persoon, peildatum: date) -> list[Maatregelregel]:
    """Every measure of one child that was ever written down, the newest first; for who sets the table."""
    maatregelen = Maatregel.objects.filter(persoon=kind).select_related("persoon", "stoel", "instelling")
    return [
        Maatregelregel(
            maatregel=een,
            tot=een.geldt_tot,
            is_later=een.van > peildatum,
            is_voorbij=een.is_over_on(peildatum),
            mag_langer=een.als in VERLENGBAAR and not een.einde,
        )
        for een in maatregelen.order_by("-van", "-created_at")
    ]


def last_day_of_chair(maatregelen: Iterable[Maatregel]) -> date | None:
    """Return until when somebody sits at the table who carries out these measures; None has no end."""
    dagen = [een.geldt_tot for een in maatregelen]
    return None if None in dagen else max(filter(None, dagen), default=None)


def _decides_until(maatregel: Maatregel, leden: Gezinsleden, van: date) -> date | None:
    """The last day on which the instelling decides, counted from `van`; None: it does not decide then."""
    if not maatregel.als.is_voogdij:
        return None
    stem = Stem(voogd_over=frozenset({maatregel.persoon_id}))
    if leden.voice(stem, over=maatregel.persoon_id, peildatum=van) is None:
        return None
    return decides_until(leden.mensen[maatregel.persoon_id], None, van)


def _as_rights(persoon_id: UUID, van: date, einde: date, beslist_tot: date | None) -> Iterator[Leesrecht]:
    begin = van
    if beslist_tot is not None:
        laatste = min(beslist_tot, einde)
        yield _right(Hoedanigheid.VOOGD, persoon_id, van, laatste)
        begin = laatste + DAG
    if begin <= einde:
        yield _right(Hoedanigheid.JEUGDBESCHERMER, persoon_id, begin, einde)


def _right(hoedanigheid: Hoedanigheid, persoon_id: UUID, van: date, tot: date) -> Leesrecht:
    return Leesrecht(
        hoedanigheid=hoedanigheid,
        grond=Grond.MAATREGEL,
        persoon_id=persoon_id,
        doel=DOELEN[Rol.JEUGDBESCHERMER],
        van=van,
        tot=tot,
    )
