from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import (
    DoelForm,
    MatrixForm,
    WijzigDoelForm,
    values_of,
)
from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.operations import (
    add_doel,
    correct_doel,
    tick_doelen,
)
from rondetafel.gezinsplan.queries.eigenplan import Eigenzin
from rondetafel.gezinsplan.vinden import (
    begin_first,
    find_doel,
    find_plan,
    is_ready,
    look,
    open_gezin,
    tell_saved,
)
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN, posted, status_of


@require_http_methods(["GET", "POST"])
def matrix(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """The doelenmatrix: what applies and for whom is ticked in one go."""
    peildatum = klok.today()
    gezin = open_gezin(request, gezin_id, peildatum)
    plan = find_plan(gezin)
    if not plan:
        return begin_first(request, gezin)
    mensen = queries.people_of_matrix(people_at(gezin.pk, request.wie, peildatum))
    gebieden = queries.open_matrix(plan, mensen, request.wie, peildatum)
    vakken = [vak for een in gebieden for regel in een.regels for vak in regel.vakken]
    form = MatrixForm(posted(request), vakken=vakken)
    if form.is_valid():
        tick_doelen(gezin_id, **form.as_waarden(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("De doelenmatrix is bewaard. Maak nu elk aangekruist doel concreet."))
        return redirect("werkplek:gezin", gezin_id)
    context = {"gezin": gezin, "plan": plan, "gebieden": gebieden, "form": form}
    return render(request, "gezinsplan/matrix.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def doel_nieuw(request: Verzoek, gezin_id: UUID, matrixdoel_id: UUID) -> HttpResponse:
    """Make a chosen goal concrete."""
    peildatum = klok.today()
    gezin = open_gezin(request, gezin_id, peildatum)
    plan = find_plan(gezin)
    if not plan:
        return begin_first(request, gezin)
    matrixdoel = get_object_or_404(queries.matrix_of(plan.formatversie_id), pk=matrixdoel_id)
    stoelen = people_at(gezin.pk, request.wie, peildatum)
    zin = queries.chosen_sentence(gezin.pk, request.GET.get("uit", ""), request.wie, peildatum)
    begin = {"gestart_op": peildatum, "voor": request.GET.get("voor", "")} | _words_of(zin)
    rest: dict[str, Any] = {"plan": plan, "via_gemeente": queries.came_by_gemeente(gezin.pk)}
    form = DoelForm(posted(request), initial=begin, betrokkenen=stoelen, **rest)
    afgeschermd = look(request, form, gezin.pk, peildatum=peildatum)
    if is_ready(request, form, afgeschermd):
        opgave = replace(form.as_opgave(), uit_eigenplan_id=zin.stap.pk if zin else None)
        doel = add_doel(
            gezin_id, matrixdoel_id=matrixdoel_id, opgave=opgave, door=request.wie, peildatum=peildatum
        )
        tell_saved(request, form, _("Het doel staat in het plan. Wat gaan jullie ervoor doen?"))
        return redirect("gezinsplan:actie_nieuw", doel.pk)
    context = {"gezin": gezin, "matrixdoel": matrixdoel, "form": form, "afgeschermd": afgeschermd, "zin": zin}
    return render(request, "gezinsplan/doel.html", context | {"plan": plan}, status=status_of(request))


def _words_of(zin: Eigenzin | None) -> dict[str, str]:
    """What the family wrote itself, to begin with; who said it owns the goal until the table says otherwise."""
    if zin is None:
        return {}
    return {"specifiek": zin.tekst, "eigenaar": str(zin.stap.stoel_id or "")}


@require_http_methods(["GET", "POST"])
def doel(request: Verzoek, pk: UUID) -> HttpResponse:
    """Change a goal. When someone else saved first, both texts are shown and nothing is lost."""
    peildatum = klok.today()
    doel = find_doel(request, pk, peildatum)
    rest: dict[str, Any] = {"betrokkenen": people_at(doel.gezin_id, request.wie, peildatum), "doel": doel}
    rest |= {"plan": doel.plan, "via_gemeente": queries.came_by_gemeente(doel.gezin_id)}
    form = WijzigDoelForm(posted(request), initial=values_of(doel), **rest)
    conflict = None
    afgeschermd = look(request, form, doel.gezin_id, peildatum=peildatum)
    if is_ready(request, form, afgeschermd):
        if form.cleaned_data["keuze"] != HUN:
            conflict = _correct(request, form, doel)
        if conflict is None:
            tell_saved(request, form, _("Het doel is bewaard."))
            return redirect("werkplek:gezin", doel.gezin_id)
        opnieuw = request.POST.dict() | {"gelezen": conflict["versie"]}
        form = WijzigDoelForm(opnieuw, initial=values_of(doel), **rest)
    context = {"gezin": doel.gezin, "matrixdoel": doel.matrixdoel, "doel": doel, "form": form}
    context |= {"plan": doel.plan, "conflict": conflict, "afgeschermd": afgeschermd}
    status = BOTSING if conflict else status_of(request)
    return render(request, "gezinsplan/doel.html", context, status=status)


def _correct(request: Verzoek, form: WijzigDoelForm, doel: Doel) -> dict[str, Any] | None:
    """Save the goal; when someone else saved something different first, return both texts."""
    try:
        correct_doel(
            doel.pk,
            gelezen=form.cleaned_data["gelezen"],
            opgave=form.as_opgave(),
            door=request.wie,
            peildatum=klok.today(),
        )
    except Botsing as botsing:
        assert isinstance(botsing.huidig, Doel)
        return _describe_conflict(form, botsing.huidig)
    return None


def _describe_conflict(form: WijzigDoelForm, huidig: Doel) -> dict[str, Any] | None:
    """None when both saved the same, as with a double click."""
    mijn, hun = form.describe_differences(huidig)
    if mijn == hun:
        return None
    regel = queries.last_change_of(huidig)
    return {
        "mijn": mijn,
        "hun": hun,
        "versie": huidig.versie,
        "door": regel.naam if regel else _("Iemand anders"),
        "op": date_format(timezone.localtime(regel.at), "j F H:i") if regel else _("hetzelfde moment"),
    }
