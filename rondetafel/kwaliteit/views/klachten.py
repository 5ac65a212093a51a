from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.termijnen import basis_on
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit import queries
from rondetafel.kwaliteit.forms import KlachtForm, KlachtstapForm
from rondetafel.kwaliteit.models import Klacht
from rondetafel.kwaliteit.operations import record_klachtstap, register_klacht, withdraw_klacht
from rondetafel.regels.klacht import Klachtstap, assess_klacht, next_stappen
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of

PER_PAGINA = 50


@require_http_methods(["GET", "POST"])
def klagen(request: Verzoek, pk: UUID) -> HttpResponse:
    """How a complaint goes and who helps with it, and the form; who works here takes one in for somebody."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.KLACHT_INDIENEN, gezin_id=pk, peildatum=peildatum)
    klagers = None if request.wie.is_gezin else queries.klagers_at(pk, request.wie, peildatum)
    # As on any page of this family: a line that tells nothing of a complaint.
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    form = KlachtForm(posted(request), klagers=klagers)
    if form.is_valid():
        schoon = form.cleaned_data
        van = UUID(schoon["van"]) if klagers is not None else None
        opgave = {"van": van, "over_id": schoon["over"], "tekst": schoon["tekst"]}
        klacht = register_klacht(pk, **opgave, door=request.wie, peildatum=peildatum)
        messages.success(request, _("De klacht is verstuurd aan de klachtenfunctionaris."))
        return redirect("kwaliteit:klacht", klacht.pk) if klagers is None else redirect("werkplek:gezin", pk)
    context = {"gezin": gezin, "form": form, "is_voor_ander": klagers is not None}
    return render(request, "kwaliteit/klagen.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def klacht(request: Verzoek, pk: UUID) -> HttpResponse:
    """One complaint and how it stands; for who handles it also the next step."""
    peildatum = klok.today()
    een = get_object_or_404(queries.with_over(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [een], Onderdeel.TOEZICHT)
    is_behandelaar = _handles(request, een, peildatum)
    stappen = next_stappen(een.als_regel) if is_behandelaar else ()
    form = KlachtstapForm(
        posted(request),
        stappen=stappen or tuple(Klachtstap),
        initial={"gelezen": een.versie, "op": peildatum},
    )
    context = {"klacht": een, "form": form, "oordeel": None, "is_botsing": False, "stappen": stappen}
    if form.is_valid() and _keep(request, een, form, context):
        return redirect("kwaliteit:klacht", pk)
    context |= _stand(een, peildatum) | {
        "is_behandelaar": is_behandelaar,
        "is_eigen": een.klager_id == request.wie.id,
    }
    status = BOTSING if context["is_botsing"] else status_of(request)
    return render(request, "kwaliteit/klacht.html", context, status=status)


@require_POST
def klacht_intrekken(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take back one's own complaint."""
    withdraw_klacht(pk, door=request.wie, peildatum=klok.today())
    messages.success(request, _("De klacht is ingetrokken. Er gebeurt niets meer mee."))
    return redirect("kwaliteit:klacht", pk)


@require_safe
def klachten(request: Verzoek) -> HttpResponse:
    """One's own complaints, or those to handle: open, or with ?stand=gesloten what was closed."""
    peildatum = klok.today()
    if not request.wie.is_gezin:
        require(request.wie, Recht.KLACHT_BEHANDELEN, peildatum=peildatum)
    is_open = request.GET.get("stand") != "gesloten"
    lijst = queries.list_klachten(request.wie, peildatum, is_open=is_open)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "is_open": is_open, "peildatum": peildatum}
    return render(request, "kwaliteit/klachten.html", context)


def _handles(request: Verzoek, een: Klacht, peildatum: date) -> bool:
    """Does this person handle it? Who may only read cannot send anything."""
    recht, gemeente_id = Recht.KLACHT_BEHANDELEN, een.gemeente_id
    if request.method == "POST":
        require(request.wie, recht, gemeente_id=gemeente_id, peildatum=peildatum)
    return mag(request.wie, recht, gemeente_id=gemeente_id, peildatum=peildatum).ja


def _stand(een: Klacht, peildatum: date) -> dict[str, Any]:
    """By which days something has to happen, and what was missed."""
    termijnen = assess_klacht(een.als_regel, basis_on(een.ontvangen_op), peildatum)
    return {
        "termijnen": termijnen,
        "oppakken_voor": termijnen.feiten["Oppakken uiterlijk"],
        "reactie_voor": termijnen.feiten.get("Reactie uiterlijk", ""),
    }


def _keep(request: Verzoek, een: Klacht, form: KlachtstapForm, context: dict[str, Any]) -> bool:
    """Write the step down, or put in the context what stands in the way."""
    schoon = form.cleaned_data
    opgave = {"gelezen": schoon["gelezen"], "op": schoon["op"], "tekst": schoon["tekst"]}
    stap = Klachtstap(schoon["stap"])
    try:
        record_klachtstap(een.pk, stap=stap, **opgave, door=request.wie, peildatum=klok.today())
    except Geweigerd as geweigerd:
        context["oordeel"] = geweigerd.oordeel
        return False
    except Botsing as botsing:
        stappen = context["stappen"] or tuple(Klachtstap)
        nieuw = request.POST.dict() | {"gelezen": str(botsing.huidig.versie)}
        context |= {"is_botsing": True, "form": KlachtstapForm(nieuw, stappen=stappen)}
        return False
    messages.success(request, _("Bewaard. Wie klaagt, krijgt een mail dat er iets nieuws staat."))
    return True
