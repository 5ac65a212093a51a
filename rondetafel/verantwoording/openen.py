"""Which families stand behind a figure? Only for who reads the part of a family that was counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rondetafel.gezinnen.bereik import GezinQuerySet
from rondetafel.gezinnen.models import Gezin
from rondetafel.instroom.models import Aanmelding
from rondetafel.regels.datum import format_datum
from rondetafel.toegang.mag import Wie, municipalities_of
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.verantwoording.aandelen import Kpi, Rijen
from rondetafel.verantwoording.kpis import find_kpi
from rondetafel.verantwoording.periode import Verslagperiode
from rondetafel.verantwoording.tabellen import RIJNAMEN, in_care, waiting_on
from rondetafel.zorg.models import AkkoordZorg

KINDEREN, VRAGEN, WACHT = "kinderen", "vragen", "wacht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur:
    """One figure that can be opened: what it counts, from which part, and the rows it was counted from."""

    titel: str
    onderdeel: Onderdeel
    rijen: Callable[[Verslagperiode], Rijen]


def may_open(wie: Wie, onderdeel: Onderdeel) -> bool:
    """Does this person read families, and the part of them that was counted?"""
    return bool(municipalities_of(wie, Onderdeel.GEZIN) and municipalities_of(wie, onderdeel))


def families_behind(figuur: Figuur, periode: Verslagperiode, wie: Wie) -> GezinQuerySet:
    sleutels = figuur.rijen(periode).filter(gezin_id__isnull=False).values("gezin_id")
    return Gezin.objects.visible_to(wie, periode.peildatum).filter(pk__in=sleutels).order_by("nummer")


def find_figuur(code: str) -> Figuur | None:
    """Return the figure under this code: a row of 5.1, a day of 5.6 or a KPI."""
    kpi = find_kpi(code)
    if kpi is not None:
        return _of_kpi(kpi)
    soort, _streep, rest = code.partition("-")
    if soort == KINDEREN and rest in ROWS:
        return Figuur(titel=_row_title(rest), onderdeel=Onderdeel.ZORG, rijen=ROWS[rest])
    return _of_day(soort, rest)


def _row_title(letter: str) -> str:
    return _("Kinderen in zorg, rij %(letter)s: %(naam)s") % {"letter": letter, "naam": RIJNAMEN[letter]}


def _of_kpi(kpi: Kpi) -> Figuur:
    titel = kpi.vraag if kpi.toont_bereikt else _("Niet bereikt: %(vraag)s") % {"vraag": kpi.vraag}
    return Figuur(titel=titel, onderdeel=kpi.onderdeel, rijen=kpi.rows_to_look_at)


def _of_day(soort: str, tekst: str) -> Figuur | None:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return None
    if soort == VRAGEN:
        return Figuur(
            titel=_("Nieuwe vragen in de maand van %(dag)s") % {"dag": format_datum(dag)},
            onderdeel=Onderdeel.AANMELDING,
            rijen=lambda periode: Aanmelding.objects.filter(
                ontvangen_op__year=dag.year, ontvangen_op__month=dag.month
            ),
        )
    if soort == WACHT:
        return Figuur(
            titel=_("Wachtlijst op %(dag)s") % {"dag": format_datum(dag)},
            onderdeel=Onderdeel.AANMELDING,
            rijen=lambda periode: waiting_on(dag),
        )
    return None


def _begin(periode: Verslagperiode) -> Rijen:
    return AkkoordZorg.objects.filter(in_care(periode.jaarbegin, periode.jaarbegin))


def _ooit(periode: Verslagperiode) -> Rijen:
    return AkkoordZorg.objects.filter(in_care(periode.jaarbegin, periode.laatste_dag))


def _einde(periode: Verslagperiode) -> Rijen:
    return AkkoordZorg.objects.filter(in_care(periode.laatste_dag, periode.laatste_dag))


def _without(alle: Rijen, andere: Rijen) -> Rijen:
    """The akkoorden of children who are not among the others."""
    return alle.exclude(jeugdige_id__in=andere.values("jeugdige_id"))


ROWS: dict[str, Callable[[Verslagperiode], Rijen]] = {
    "a": _begin,
    "b": lambda periode: _without(_ooit(periode), _begin(periode)),
    "c": _ooit,
    "d": lambda periode: _without(_ooit(periode), _einde(periode)),
    "e": _einde,
}
