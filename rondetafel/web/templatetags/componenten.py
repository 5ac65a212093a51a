"""Components: every building block of a page is one tag, filter or include. All stand on /web/componenten/.

Wrapping, `{% x %}…{% endx %}` (`niveau` is the level of the heading):
    {% kaart "Doelen" niveau=2 actie="Nieuw doel" actie_url=url %}…{% endkaart %}  all may be left out
    {% melding "fout" titel="…" bron=reden.bron %}…{% endmelding %}      fout, let-op, gelukt or uitleg
    {% leeg "Nog geen doelen" actie="Doel toevoegen" actie_url=url %}…{% endleeg %}
    {% tabel "Bijschrift" %}<thead>…</thead><tbody>…</tbody>{% endtabel %}
Whole:
    {% kruimelpad "Gezinnen" url_gezinnen "Gezin 0147" %}     text, url, …, text of this page
    {% stappen 2 "Vraag" "Controle" "Klaar" %}                the second step is the current one
    {% voortgang 21 23 "RTO voor het einde" norm=90 %}        21 of 23, with the norm in percent
    {% gas score schaal %}                                    score may be None; schaal may be left out
    {% oordeel oordeel "Titel" %}                             every reason, with source and way on
    {% foutenlijst form %}                                    {{ form }} brings its own
    {% bladeren pagina %}                                     a Page of the Paginator, in ?pagina=
    {% tafel stoelen regels=regels naam="tafel" open_tabel=True %}   Stoel's of web/tafel.py
    {% genogram … %} {% ecogram … %} {% bolletjes … %}      drawings of a family: {% load tekening %}
    {% zeg _("Uw plan") _("Jouw plan") %}                  "u", or "je" to a young person
    {% icoon "vink" %}                                        a picture of web/iconen/
Includes, {% include "web/componenten/….html" with … only %}:
    knop            tekst, url; soort=primary|secondary|subtle, gevaar, breed, icoon
                    without url it submits, as naam with waarde
    label           soort=gezin|netwerk|beroep|groen|oranje|rood, tekst
    regel           dag, titel, url, uitleg, label_soort, label: one <li> in <ul class="regels">
                    or <ul class="regels tijdlijn">
    versieconflict  veld, mijn, hun, door, op: both texts; the choice is posted as `keuze` (mijn, hun)
    ongedaan        url: a button that posts there; after a deletion, use offer_undo of web/meldingen.py
    lettermaat      three sizes of letters
Filters:
    |datum 14 oktober 2026   |moment … , 09:30 uur   |dagdatum woensdag 14 oktober 2026   |dagkort wo 14 okt
    |dag:peildatum  vandaag, morgen, gisteren, |dagkort or 25 jan 2027   |bsn  ••••••123
Plain classes: stapel, rij, rooster (rooster--smal-breed, rooster--breed-smal), formulier, knoppen, zacht,
klein, getal, cijfer, letter, voor-schermlezer, alleen-scherm (not on paper).
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rondetafel.kern.bsn import mask_bsn
from rondetafel.regels.gas import ZESPUNTSSCHAAL, Schaal
from rondetafel.regels.oordeel import Bron, Oordeel
from rondetafel.web.formulieren import list_fouten
from rondetafel.web.tafel import BREED, SMAL, Stoel, arrange_tafel

register = template.Library()

SOORTEN = ("fout", "let-op", "gelukt", "uitleg")


@register.simple_block_tag
def kaart(content: str, titel: str = "", *, niveau: int = 2, actie: str = "", actie_url: str = "") -> str:
    """A sheet of paper on the page, with a heading and at most one link beside it."""
    return _render("kaart", content=content, titel=titel, niveau=niveau, actie=actie, actie_url=actie_url)


@register.simple_block_tag
def melding(content: str, soort: str, *, titel: str = "", bron: Bron | None = None) -> str:
    """A message; with `bron` it also says where the rule is written. An unknown soort is an uitleg."""
    bekend = soort if soort in SOORTEN else "uitleg"
    return _render("melding", content=content, soort=bekend, titel=titel, bron=bron)


@register.simple_block_tag
def leeg(content: str, titel: str, *, niveau: int = 3, actie: str = "", actie_url: str = "") -> str:
    """What stands where nothing is yet: what it is for, and how to begin."""
    return _render("leeg", content=content, titel=titel, niveau=niveau, actie=actie, actie_url=actie_url)


@register.simple_block_tag
def tabel(content: str, bijschrift: str) -> str:
    """A table with its caption, in a box that scrolls sideways when the screen is narrow."""
    return _render("tabel", content=content, bijschrift=bijschrift)


@register.simple_tag
@lru_cache
def icoon(naam: str) -> SafeString:
    """A picture of our own set; decoration only, so words stand beside it."""
    return render_to_string(f"web/iconen/{naam}.html")


@register.simple_tag(takes_context=True)
def zeg(context: Context, u: str, je: str) -> str:
    """The same sentence for whoever reads it: young people are addressed with "je"."""
    wie = context.get("wie")
    return je if wie and wie.is_jeugdige else u


@register.inclusion_tag("web/componenten/kruimelpad.html")
def kruimelpad(*delen: str) -> dict[str, Any]:
    """The way up: text and url in turn, ending with the text of this page."""
    *heen, hier = delen
    return {"stappen": list(zip(heen[::2], heen[1::2], strict=True)), "hier": hier}


@register.inclusion_tag("web/componenten/stappen.html")
def stappen(huidige: int, *namen: str) -> dict[str, Any]:
    """The steps of a longer form, counted from 1."""
    return {"huidige": huidige, "namen": namen, "totaal": len(namen)}


@register.inclusion_tag("web/componenten/voortgang.html")
def voortgang(teller: int, noemer: int, label: str, *, norm: int | None = None) -> dict[str, Any]:
    """How many of how many, as a bar and in words; nothing of nothing is not 0%."""
    procent = round(100 * teller / noemer) if noemer else None
    return {"teller": teller, "noemer": noemer, "procent": procent, "label": label, "norm": norm}


@register.inclusion_tag("web/componenten/gas.html")
def gas(score: int | None, schaal: Schaal = ZESPUNTSSCHAAL) -> dict[str, Any]:
    """How far a goal is, on the scale it was made with; the words say the same as the picture."""
    return {"score": score, "schaal": schaal, "woord": schaal.woorden.get(score) if score is not None else ""}


@register.inclusion_tag("web/componenten/oordeel.html", takes_context=True)
def oordeel(context: Context, oordeel: Oordeel | None, titel: str = "") -> dict[str, Any]:
    """Every reason of an oordeel, what blocks before what is only signalled.

    As the answer to a form it gets the focus; on a page that was only opened it does not.
    """
    request = context.get("request")
    return {"oordeel": oordeel, "titel": titel, "is_antwoord": bool(request and request.method == "POST")}


@register.inclusion_tag("web/componenten/foutenlijst.html")
def foutenlijst(form: BaseForm) -> dict[str, Any]:
    """What must be put right first, with links to the fields; empty when all is well."""
    return {"fouten": list_fouten(form)}


@register.inclusion_tag("web/componenten/bladeren.html", takes_context=True)
def bladeren(context: Context, pagina: Page) -> dict[str, Any]:
    """Links to the other pages of a list; the filters in the address are kept."""
    request: HttpRequest = context["request"]
    behouden = urlencode([(naam, waarde) for naam, waarde in _pairs(request) if naam != "pagina"])
    nummers = pagina.paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
    return {"pagina": pagina, "nummers": list(nummers), "behouden": f"{behouden}&" if behouden else ""}


@register.simple_tag
def tafel(
    stoelen: Iterable[Stoel], *, regels: tuple[str, ...] = (), naam: str = "tafel", open_tabel: bool = True
) -> SafeString:
    """The round table, drawn for a phone and for a wide screen, with the same people in a table beside it."""
    return _draw_tafel(tuple(stoelen), regels, naam, open_tabel, get_language())


@lru_cache(maxsize=128)
def _draw_tafel(
    stoelen: tuple[Stoel, ...], regels: tuple[str, ...], naam: str, open_tabel: bool, _taal: str | None
) -> SafeString:
    """Drawn once for as long as nobody moves; everything that is drawn is in the key, so nothing can mix."""
    tekeningen = [(vorm, arrange_tafel(stoelen, vorm=vorm, regels=regels)) for vorm in (SMAL, BREED)]
    return _render("tafel", naam=naam, stoelen=stoelen, open_tabel=open_tabel, tekeningen=tekeningen)


@register.filter
def datum(dag: date | datetime | None) -> str:
    """14 oktober 2026; a moment becomes the day it fell on here."""
    return _written(_as_date(dag), "j F Y", get_language()) if dag else ""


@lru_cache(maxsize=2048)
def _written(dag: date, vorm: str, _taal: str | None) -> str:
    """A day in words; the days of a plan come back on every page."""
    return date_format(dag, vorm)


@register.filter
def moment(op: datetime | None) -> str:
    """14 oktober 2026, 09:30 uur; the time is that of here."""
    return date_format(timezone.localtime(op), _("j F Y, H:i \\u\\u\\r")) if op else ""


@register.filter
def dagdatum(dag: date | datetime | None) -> str:
    """woensdag 14 oktober 2026"""
    return _written(_as_date(dag), "l j F Y", get_language()) if dag else ""


@register.filter
def dagkort(dag: date | datetime | None) -> str:
    """wo 14 okt"""
    return _written(_as_date(dag), "D j b", get_language()) if dag else ""


@register.filter
def dag(dag: date | datetime | None, peildatum: date) -> str:
    """The word people use: vandaag, morgen, gisteren; a year only when it is another one."""
    if not dag:
        return ""
    gewoon = _as_date(dag)
    dichtbij = {-1: _("gisteren"), 0: _("vandaag"), 1: _("morgen")}
    if woord := dichtbij.get((gewoon - peildatum).days):
        return woord
    if gewoon.year == peildatum.year:
        return dagkort(gewoon)
    return _written(gewoon, "j b Y", get_language())


@register.filter
def bsn(nummer: str) -> str:
    """Only the last three digits: enough to compare, not enough to use."""
    return mask_bsn(nummer)


def _as_date(dag: date | datetime) -> date:
    return dag.astimezone(timezone.get_current_timezone()).date() if isinstance(dag, datetime) else dag


def _pairs(request: HttpRequest) -> list[tuple[str, str]]:
    return [(naam, waarde) for naam, waarden in request.GET.lists() for waarde in waarden]


def _render(naam: str, /, **context: Any) -> SafeString:
    return mark_safe(render_to_string(f"web/componenten/{naam}.html", context))  # noqa: S308
