from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import AntwoordForm, TafelForm, VergelijkForm
from rondetafel.gezinsplan.models import Planversie
from rondetafel.gezinsplan.operations import answer_versie, record_antwoorden
from rondetafel.gezinsplan.queries import Versieregel
from rondetafel.gezinsplan.verschil import Soort, compare
from rondetafel.gezinsplan.vinden import look, read_gezin
from rondetafel.kern import klok, logboek
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of

PER_BLADZIJDE = 20


@require_safe
def versies(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Every version of the plan, the newest first, with who agreed."""
    gezin = read_gezin(request, gezin_id, klok.today())
    gevonden = queries.versies_of(gezin_id, request.wie, klok.today())
    pagina = Paginator(gevonden, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    antwoorden = queries.antwoorden_of(pagina, request.wie, klok.today())
    regels = [Versieregel(versie=een, antwoorden=antwoorden[een.pk]) for een in pagina]
    context = {"gezin": gezin, "pagina": pagina, "regels": regels}
    return render(request, "gezinsplan/versies.html", context)


@require_http_methods(["GET", "POST"])
def versie(request: Verzoek, pk: UUID) -> HttpResponse:
    """The plan as it stood, who said what of it, and a place to say it oneself."""
    peildatum = klok.today()
    versie = _read_versie(request, pk)
    stoel = None
    houdt: dict[str, Any] = {"gezin_id": versie.gezin_id, "sleutel": versie.sleutel, "peildatum": peildatum}
    if mag(request.wie, Recht.PLAN_BEANTWOORDEN, **houdt).ja:
        stoel = queries.own_chair(versie.gezin_id, request.wie, peildatum)
    if request.method == "POST":
        require(request.wie, Recht.PLAN_BEANTWOORDEN, **houdt)
    form = AntwoordForm(posted(request), is_jeugdige=request.wie.is_jeugdige) if stoel else None
    afgeschermd = look(request, form, versie.gezin_id, peildatum=peildatum) if form else None
    if form and form.is_valid() and not afgeschermd:
        answer_versie(pk, **form.as_waarden(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Het antwoord staat bij het plan."))
        return redirect("gezinsplan:versie", pk)
    context = _show(request, versie) | {"form": form, "afgeschermd": afgeschermd}
    return render(request, "gezinsplan/versie.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def antwoorden(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down what everybody at the table says of a version; for who writes the plan."""
    peildatum = klok.today()
    versie = _read_versie(request, pk)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=versie.gezin_id, peildatum=peildatum)
    form = TafelForm(posted(request), stoelen=people_at(versie.gezin_id, request.wie, peildatum))
    afgeschermd = look(request, form, versie.gezin_id, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        record_antwoorden(pk, antwoorden=form.as_antwoorden(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("De antwoorden staan bij het plan."))
        return redirect("gezinsplan:versie", pk)
    context = {"gezin": versie.gezin, "versie": versie, "form": form, "afgeschermd": afgeschermd}
    return render(request, "gezinsplan/antwoorden.html", context, status=status_of(request))


@require_safe
def vergelijken(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Two versions side by side: the newest two, unless others were chosen."""
    peildatum = klok.today()
    gezin = read_gezin(request, gezin_id, peildatum)
    gevonden = list(queries.versies_of(gezin_id, request.wie, peildatum))
    form = VergelijkForm(request.GET or None, versies=gevonden)
    was, werd = form.chosen()
    verschillen = None
    if was and werd:
        eerst, later = (queries.content_of(een, request.wie, peildatum) for een in (was, werd))
        verschillen = compare(eerst, later)
    gelijk = sum(een.soort is Soort.GELIJK for een in verschillen or [])
    context = {"gezin": gezin, "form": form, "verschillen": verschillen, "gelijk": gelijk}
    return render(request, "gezinsplan/vergelijken.html", context)


def _show(request: Verzoek, versie: Planversie) -> dict[str, Any]:
    peildatum = klok.today()
    houdt: dict[str, Any] = {
        "gezin_id": versie.gezin_id,
        "gemeente_id": versie.gemeente_id,
        "peildatum": peildatum,
    }
    bewerkt = mag(request.wie, Recht.PLAN_BEWERKEN, **houdt).ja
    return {
        "gezin": versie.gezin,
        "versie": versie,
        "leest_plan": mag(request.wie, Recht.PLAN_LEZEN, **houdt).ja,
        "standen": queries.content_of(versie, request.wie, peildatum),
        "antwoorden": queries.antwoorden_of([versie], request.wie, peildatum)[versie.pk],
        "mag_bewerken": bewerkt,
    }


def _read_versie(request: Verzoek, pk: UUID) -> Planversie:
    versies = Planversie.objects.visible_to(request.wie, klok.today()).select_related("gezin", "doel")
    versie = get_object_or_404(versies, pk=pk)
    logboek.note_look(request, [versie], Onderdeel.PLAN)
    return versie
