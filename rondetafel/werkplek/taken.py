"""What asks for somebody today? Each duty as a line: by when, about whom, who, and the rule that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.gezinsplan.models import Doel, Weekkleur
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Termijn
from rondetafel.kern.termijnen import basis_on
from rondetafel.kwaliteit.models import Klacht, Noodknop
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.termijnen import Rol
from rondetafel.zorg.models import AkkoordZorg

WIE = {
    Rol.TOEGANG: gettext_lazy("toegang en backoffice"),
    Rol.KERNTEAM: gettext_lazy("het kernteam"),
    Rol.BACKOFFICE: gettext_lazy("de backoffice"),
    Rol.REGISSEUR: gettext_lazy("de regisseur"),
    Rol.AANBIEDER: gettext_lazy("de zorgaanbieder"),
    Rol.DOELEIGENAAR: gettext_lazy("wie eigenaar is van het doel"),
    Rol.BEVEILIGING: gettext_lazy("de functionaris beveiliging"),
    Rol.KLACHTENFUNCTIONARIS: gettext_lazy("de klachtenfunctionaris"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taak:
    """A duty as a line on the start page. `label_soort` is the colour, `label` says the same in words.

    `geteld_vanaf` is the day from which, or back from which, it is counted; `bron` the rule it follows from.
    """

    vervalt_op: date
    titel: str
    waarover: str
    url: str
    label_soort: str
    label: str
    wie: str
    geteld_vanaf: date
    bron: Bron


def as_taken(termijnen: Iterable[Termijn], peildatum: date) -> list[Taak]:
    """Word the duties for people; five queries at most for all of them."""
    termijnen = list(termijnen)
    namen = (
        _names_of(Gezin, "nummer", {een.gezin_id for een in termijnen if een.gezin_id})
        | _names_of(Aanmelding, "nummer", _subjects(Aanmelding, termijnen))
        | _names_of(Doel, "specifiek", _subjects(Doel, termijnen))
        | _names_of(Persoon, "voornaam", _subjects(Persoon, termijnen))
        | _help_of(_subjects(AkkoordZorg, termijnen))
    )
    return [_as_taak(termijn, namen, peildatum) for termijn in termijnen]


def _subjects(model: type[Model], termijnen: Iterable[Termijn]) -> set[UUID]:
    return {een.betreft_id for een in termijnen if een.betreft == model._meta.label}


def _names_of(model: type[Model], veld: str, sleutels: set[UUID]) -> dict[UUID, Any]:
    if not sleutels:
        return {}
    return dict(model._default_manager.filter(pk__in=sleutels).values_list("pk", veld))


def _help_of(sleutels: set[UUID]) -> dict[UUID, str]:
    """Which help it is, and for whom: a family may have more than one."""
    if not sleutels:
        return {}
    akkoorden = AkkoordZorg.objects.filter(pk__in=sleutels)
    rijen = akkoorden.values_list("pk", "product_code", "startdatum", "jeugdige__voornaam")
    return {
        pk: f"{catalogue_on(start).product(code).naam}, {voornaam}" for pk, code, start, voornaam in rijen
    }


def _as_taak(termijn: Termijn, namen: dict[UUID, Any], peildatum: date) -> Taak:
    norm = basis_on(termijn.vanaf).catalogus.norm(termijn.regel)
    soort, label = judge_urgency(termijn, peildatum)
    waarover, url = _subject(termijn, namen)
    return Taak(
        vervalt_op=termijn.vervalt_op,
        titel=norm.naam,
        waarover=waarover,
        url=url,
        label_soort=soort,
        label=label,
        wie=str(WIE[Rol(termijn.rol)]),
        geteld_vanaf=termijn.vanaf,
        bron=norm.bron,
    )


def _subject(termijn: Termijn, namen: dict[UUID, Any]) -> tuple[str, str]:
    """What it is about in words, and the page where it is done."""
    if termijn.betreft == Noodknop._meta.label:
        return _("Gebruik van de noodknop"), reverse("kwaliteit:noodknopgebruik", args=[termijn.betreft_id])
    if termijn.betreft == Klacht._meta.label:
        return _("Een klacht"), reverse("kwaliteit:klacht", args=[termijn.betreft_id])
    if termijn.gezin_id is None or termijn.betreft == Aanmelding._meta.label:
        waarover = _("Aanmelding %(nummer)04d") % {"nummer": namen[termijn.betreft_id]}
        return waarover, reverse("instroom:aanmelding", args=[termijn.betreft_id])
    waarover = _("Gezin %(nummer)04d") % {"nummer": namen[termijn.gezin_id]}
    if termijn.betreft != Gezin._meta.label and termijn.betreft_id in namen:
        waarover = f"{waarover} · {namen[termijn.betreft_id]}"
    if termijn.betreft == Weekkleur._meta.label:
        return waarover, reverse("gezinsplan:week_contact", args=[termijn.betreft_id])
    pagina = "gezinnen:wie_leest" if termijn.betreft == Persoon._meta.label else "werkplek:gezin"
    return waarover, reverse(pagina, args=[termijn.gezin_id])


def judge_urgency(termijn: Termijn, peildatum: date) -> tuple[str, str]:
    """How soon it is due: the colour of a label and the words; what stands still is not late."""
    dagen = (termijn.vervalt_op - peildatum).days
    if termijn.stil_sinds:
        return "netwerk", _("staat stil sinds %(dag)s") % {"dag": format_datum(termijn.stil_sinds)}
    if dagen < 0:
        return "rood", ngettext("%(n)d dag te laat", "%(n)d dagen te laat", -dagen) % {"n": -dagen}
    if termijn.vervalt_at:
        uur = timezone.localtime(termijn.vervalt_at)
        return "rood", _("voor %(dag)s, %(uur)s uur") % {"dag": format_datum(uur), "uur": f"{uur:%H.%M}"}
    if dagen == 0:
        return "rood", _("laatste dag")
    if termijn.waarschuw_vanaf <= peildatum:
        return "oranje", ngettext("nog %(n)d dag", "nog %(n)d dagen", dagen) % {"n": dagen}
    return "groen", _("op tijd")
