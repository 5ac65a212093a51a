"""The rule book: for everyone, with or without an account."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from rondetafel.kern import klok
from rondetafel.regels.catalogus import Catalogus, Onbekend, catalogue_on
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.werkdagen import BuitenKalender
from rondetafel.web.regelboek.boek import (
    STAPNAMEN,
    all_ingangen,
    all_producten,
    book_on,
    series_on,
)
from rondetafel.web.regelboek.forms import ZoekForm
from rondetafel.web.regelboek.inhoud import contents_of
from rondetafel.web.regelboek.proeven import PROEVEN
from rondetafel.web.regelboek.proeven.proef import Proef
from rondetafel.web.regelboek.zoeken import Deel, Vraag, choose

DEELNAMEN = {
    Deel.TERMIJNEN: gettext_lazy("Termijnen"),
    Deel.TEGENSPRAKEN: gettext_lazy("Waar de bronnen het niet eens zijn"),
    Deel.BRONNEN: gettext_lazy("Bronnen"),
    Deel.ALLES: gettext_lazy("Alle regels"),
}


@login_not_required
@require_safe
def boek(request: HttpRequest) -> HttpResponse:
    form = ZoekForm(request.GET)
    gevraagd = _read(form)
    datum: date | None = gevraagd.get("datum")
    regelboek = book_on(datum or klok.today())
    vraag = Vraag(
        zoek=gevraagd.get("zoek", ""),
        stap=Stap(gevraagd["stap"]) if gevraagd.get("stap") else None,
        product=gevraagd.get("product", ""),
        deel=next((deel for deel in Deel if deel == request.GET.get("deel")), None),
    )
    context = {
        "form": form,
        "boek": regelboek,
        "vraag": vraag,
        "keus": None if vraag.is_leeg else choose(regelboek, vraag),
        "inhoud": contents_of(regelboek),
        "reeksen": series_on(regelboek, datum or klok.today()),
        "ingangen": all_ingangen(),
        "kop": _heading(vraag),
        "bij_datum": f"&datum={datum.isoformat()}" if datum else "",
        "boek_url": reverse("regels:boek"),
        "proeven": [proef for proef in PROEVEN.values() if proef.stap == vraag.stap],
    }
    return render(request, "regelboek/boek.html", context)


@login_not_required
@require_safe
def probeer(request: HttpRequest) -> HttpResponse:
    """Let anyone put a case to a rule. Nothing of it is kept."""
    proef = PROEVEN.get(request.GET.get("wat", ""))
    if proef is None:
        return render(request, "regelboek/proeven.html", {"proeven": PROEVEN.values()})
    is_gevraagd = "toon" in request.GET
    form = proef.formulier(request.GET if is_gevraagd else None)
    catalogus = catalogue_on(klok.today())
    oordeel = None
    if is_gevraagd and form.is_valid():
        catalogus = catalogue_on(form.cleaned_data[proef.peilveld])
        oordeel = _judged(proef, form, catalogus)
    context = {"proef": proef, "form": form, "oordeel": oordeel, "versies": catalogus.versies}
    return render(request, "regelboek/probeer.html", context)


def _judged(proef: Proef, form: Form, catalogus: Catalogus) -> Oordeel | None:
    """A product or a day that the catalogue of then does not know is a mistake in the form."""
    try:
        return proef.judge(form.cleaned_data, catalogus)
    except (Onbekend, BuitenKalender) as fout:
        form.add_error(None, str(fout))
        return None


def _read(form: ZoekForm) -> dict[str, Any]:
    """What could not be read is told with the question; the rest of what was asked still holds."""
    form.is_valid()
    return form.cleaned_data


def _heading(vraag: Vraag) -> str:
    if vraag.product:
        return all_producten()[vraag.product]
    if vraag.stap:
        return str(STAPNAMEN[vraag.stap])
    if vraag.zoek:
        return _("Zoeken in de regels")
    return str(DEELNAMEN[vraag.deel]) if vraag.deel else _("Regels")
