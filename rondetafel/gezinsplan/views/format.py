from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import FormatForm, IngangForm
from rondetafel.gezinsplan.models import Formatversie
from rondetafel.gezinsplan.operations import add_formatversie, correct_formatversie, start_formatversie
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.doelenmatrix import assess_matrix, read_matrix
from rondetafel.regels.gas import SCHALEN
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, ONVERWERKBAAR, posted, status_of


@require_safe
def formats(request: Verzoek) -> HttpResponse:
    """Every version of the doelenmatrix: in use, over, or still being written."""
    peildatum = klok.today()
    require(request.wie, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    context = {"versies": queries.list_formats(peildatum), "peildatum": peildatum}
    return render(request, "gezinsplan/formats.html", context)


@require_http_methods(["GET", "POST"])
def format_nieuw(request: Verzoek) -> HttpResponse:
    """Begin a version, with the text of the one that is in use now as the beginning."""
    peildatum = klok.today()
    require(request.wie, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    huidig = Formatversie.objects.in_force(peildatum).first()
    form = FormatForm(posted(request), initial={"tekst": huidig.tekst if huidig else ""})
    if form.is_valid():
        versie = add_formatversie(waarden=form.as_waarden(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("De nieuwe versie is bewaard. Niemand gebruikt haar nog."))
        return redirect("gezinsplan:format", versie.pk)
    return render(request, "gezinsplan/format_nieuw.html", {"form": form}, status=status_of(request))


@require_http_methods(["GET", "POST"])
def format_versie(request: Verzoek, pk: UUID) -> HttpResponse:
    """One version: what it says, and as long as nobody uses it the form to change it."""
    peildatum = klok.today()
    require(request.wie, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    versie = get_object_or_404(Formatversie, pk=pk)
    is_open = versie.geldig_vanaf is None
    form = FormatForm(posted(request) if is_open else None, initial=_values(versie), versie=versie)
    status = status_of(request)
    if form.is_valid():
        gelezen = form.cleaned_data["gelezen"] or 0
        try:
            correct_formatversie(
                pk, gelezen=gelezen, waarden=form.as_waarden(), door=request.wie, peildatum=peildatum
            )
            messages.success(request, _("De versie is bewaard."))
            return redirect("gezinsplan:format", pk)
        except Botsing as botsing:
            status = BOTSING
            form = FormatForm(request.POST.dict() | {"gelezen": botsing.huidig.versie}, versie=versie)
            form.add_error(
                None, _("Iemand anders bewaarde net ook. Bewaar nog een keer om uw tekst te houden.")
            )
    ingang = IngangForm(initial={"gelezen": versie.versie, "vanaf": peildatum})
    return render(request, "gezinsplan/format.html", _shown(versie, form, ingang), status=status)


@require_POST
def format_start(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take a version into use; what is not right yet is said with the line it stands on."""
    peildatum = klok.today()
    require(request.wie, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    versie = get_object_or_404(Formatversie, pk=pk, geldig_vanaf__isnull=True)
    ingang, oordeel = IngangForm(request.POST), None
    if ingang.is_valid():
        try:
            start_formatversie(pk, **ingang.as_waarden(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("De nieuwe doelenmatrix staat klaar voor nieuwe plannen."))
            return redirect("gezinsplan:formats")
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing:
            messages.info(request, _("Iemand anders veranderde net de tekst. Kijk haar eerst na."))
            return redirect("gezinsplan:format", pk)
    form = FormatForm(initial=_values(versie), versie=versie)
    context = _shown(versie, form, ingang, oordeel)
    return render(request, "gezinsplan/format.html", context, status=ONVERWERKBAAR)


def _values(versie: Formatversie) -> dict[str, Any]:
    velden = ("naam", "toelichting", "is_voorbeeld", "schaal", "tekst")
    return {naam: getattr(versie, naam) for naam in velden} | {"gelezen": versie.versie}


def _shown(
    versie: Formatversie, form: FormatForm, ingang: IngangForm, oordeel: Oordeel | None = None
) -> dict[str, Any]:
    matrix = read_matrix(versie.tekst)
    return {
        "versie": versie,
        "schaal": SCHALEN[versie.schaal],
        "matrix": matrix,
        "oordeel": oordeel,
        "nog_niet": assess_matrix(matrix),
        "form": form,
        "ingang": ingang,
    }
