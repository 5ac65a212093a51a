"""Who reads what a family has together? Follows from what is open about each of them (ADR 0051)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import Gezinsleden
from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.toestemming import Gedeeld, share_together
from rondetafel.toegang.banden import Leesrecht, end_ties, open_band
from rondetafel.toegang.mag import ALLEEN_DIE_PERSOON, ALLEEN_SAMEN
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid

OP_EEN_JA = (*sorted(ALLEEN_DIE_PERSOON), ALLEEN_SAMEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenstand:
    """Does this reader see what is about the whole family; until when, or about whom is a yes still missing?

    `nog_over` names only people of whom who looks may know who reads; it may miss others.
    """

    stoel: Betrokkene
    leest: bool
    tot: date | None
    nog_over: list[str]


def redraw_samen(gezin: Gezin, leden: Gezinsleden, *, peildatum: date) -> int:
    """Open and shut what the family has together, for all who read by consent; return how many ties changed."""
    banden = Band.objects.filter(running_on(peildatum), gezin_id=gezin.pk, grond__in=OP_EEN_JA)
    van_lezer: dict[UUID, list[Band]] = {}
    for band in banden.order_by("created_at", "pk"):
        van_lezer.setdefault(band.gebruiker_id, []).append(band)
    stoelen = Betrokkene.objects.filter(gezin_id=gezin.pk, gebruiker_id__in=van_lezer, tot__isnull=True)
    zelf = dict(stoelen.values_list("gebruiker_id", "persoon_id"))
    return sum(
        _redraw_of(gezin, _concerned(leden, zelf.get(lezer)), een, peildatum)
        for lezer, een in van_lezer.items()
    )


def read_samen(
    leden: Gezinsleden, stoel: Betrokkene, banden: Iterable[Band], getoond: Iterable[Persoon], peildatum: date
) -> Samenstand:
    """What one reader by consent sees of what the family has together, as who looks may know it.

    `banden`: all ties with this family; `getoond`: the people of whom who looks may know who reads.
    """
    van_lezer = [
        een for een in banden if een.gebruiker_id == stoel.gebruiker_id and een.as_tie().holds_on(peildatum)
    ]
    over = {band.persoon_id for band in van_lezer}
    nog = [een for een in _concerned(leden, stoel.persoon_id) if een.pk not in over]
    samen = next((een for een in van_lezer if een.grond == Grond.SAMEN), None)
    return Samenstand(
        stoel=stoel,
        leest=samen is not None,
        tot=samen.tot if samen else None,
        nog_over=[een.voornaam for een in getoond if een in nog],
    )


def _concerned(leden: Gezinsleden, lezer: UUID | None) -> list[Persoon]:
    """Whom what is about the whole family is about: all of them who live, but for the reader."""
    return [een for een in leden.personen.values() if een.overleden_op is None and een.pk != lezer]


def _redraw_of(gezin: Gezin, personen: list[Persoon], banden: list[Band], peildatum: date) -> int:
    over = {
        band.persoon_id: Gedeeld(onderdelen=frozenset(band.onderdelen), tot=band.tot)
        for band in banden
        if band.persoon_id
    }
    gedeeld = share_together([over.get(een.pk) for een in personen])
    geldend = [band for band in banden if band.grond == Grond.SAMEN]
    blijft = [band for band in geldend if gedeeld and _says(band, gedeeld)]
    weg = [band.pk for band in geldend if band not in blijft]
    changed = end_ties(weg, peildatum=peildatum) if weg else 0
    if gedeeld and not blijft:
        recht = Leesrecht(
            hoedanigheid=Hoedanigheid.NETWERK,
            grond=Grond.SAMEN,
            onderdelen=gedeeld.onderdelen,
            van=peildatum,
            tot=gedeeld.tot,
        )
        open_band(gezin, gebruiker_id=banden[0].gebruiker_id, recht=recht)
        changed += 1
    return changed


def _says(band: Band, gedeeld: Gedeeld) -> bool:
    return (frozenset(band.onderdelen), band.tot) == (gedeeld.onderdelen, gedeeld.tot)
