"""About what may this person say something, and who reads it then?"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at, ties_of
from rondetafel.gezinsplan.queries.doelen import find_doelen
from rondetafel.gezinsplan.queries.week import own_stoel
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Band
from rondetafel.toegang.rechten import Onderdeel, Soort, may_in_general
from rondetafel.toegang.rollen import Hoedanigheid


def choices_of(gezin: Gezin, wie: Wie, peildatum: date) -> list[tuple[str, str]]:
    """What it can be about, as value and words with who reads it; empty for who is no member of the family.

    Three queries.
    """
    betrokkenen = people_at(gezin.pk, wie, peildatum)
    stoel = own_stoel(betrokkenen, wie)
    if stoel is None:
        return []
    banden = [een for een in ties_of(gezin.pk, peildatum) if _reads_plan(een, peildatum)]
    namen = {een.gebruiker_id: een.naam for een in betrokkenen if een.gebruiker_id}

    def readers(sleutel: UUID) -> str:
        return _name_readers(banden, namen, sleutel)

    keuzes = [
        (
            f"doel:{doel.pk}",
            _("Het doel “%(doel)s”. %(wie)s") % {"doel": doel, "wie": readers(doel.voor_id or gezin.pk)},
        )
        for doel in find_doelen(wie, peildatum).filter(gezin=gezin)
    ]
    if stoel.persoon_id:
        keuzes.append((f"over:{stoel.persoon_id}", _("Mezelf. %s") % readers(stoel.persoon_id)))
    keuzes.append((f"over:{gezin.pk}", _("Iets anders, voor iedereen aan tafel. %s") % readers(gezin.pk)))
    return keuzes


def _reads_plan(band: Band, peildatum: date) -> bool:
    return (
        band.van <= peildatum
        and may_in_general(Hoedanigheid(band.hoedanigheid), Onderdeel.PLAN, Soort.LEZEN)
        and (not band.onderdelen or Onderdeel.PLAN in band.onderdelen)
    )


def _name_readers(banden: Iterable[Band], namen: dict[UUID, str], sleutel: UUID) -> str:
    """Who reads what is about this person, or about the family together."""
    lezers = {
        namen.get(een.gebruiker_id) or getattr(een, "werknaam", None)
        for een in banden
        if een.as_tie().covers(sleutel)
    }
    return _("Dit lezen: %s.") % ", ".join(sorted(filter(None, lezers)))
