from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.models import Actie, Doel
from rondetafel.gezinsplan.operations import (
    assign_volgorde,
    restore_actie,
    restore_doel,
    withdraw_actie,
    withdraw_doel,
)
from rondetafel.gezinsplan.vinden import begin_first, find_plan, open_gezin
from rondetafel.kern import klok
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.meldingen import offer_undo


@require_POST
def doel_weghalen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take a goal away, and show how to put it back."""
    peildatum = klok.today()
    doel = get_object_or_404(Doel.objects.reached_by(request.wie, peildatum), pk=pk)
    _require_regie(request, doel, peildatum)
    # Pressed twice, or pressed by two people: it is away, which is what was asked.
    if doel.weggehaald_op is None:
        withdraw_doel(pk, door=request.wie, peildatum=peildatum)
    offer_undo(request, _("Het doel is uit het plan gehaald."), reverse("gezinsplan:doel_terug", args=[pk]))
    return redirect("gezinsplan:weggehaald", doel.gezin_id)


@require_POST
def doel_terug(request: Verzoek, pk: UUID) -> HttpResponse:
    """Put a goal back in the plan."""
    peildatum = klok.today()
    doel = get_object_or_404(Doel.objects.reached_by(request.wie, peildatum), pk=pk)
    _require_regie(request, doel, peildatum)
    if doel.weggehaald_op is not None:
        restore_doel(pk, door=request.wie, peildatum=peildatum)
    messages.success(request, _("Het doel staat weer in het plan."))
    return redirect("werkplek:gezin", doel.gezin_id)


@require_POST
def actie_weghalen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take an action away, and show how to put it back."""
    peildatum = klok.today()
    actie = get_object_or_404(Actie.objects.reached_by(request.wie, peildatum), pk=pk)
    _require_regie(request, actie, peildatum)
    # Pressed twice, or pressed by two people: it is away, which is what was asked.
    if actie.weggehaald_op is None:
        withdraw_actie(pk, door=request.wie, peildatum=peildatum)
    offer_undo(request, _("De actie is uit het plan gehaald."), reverse("gezinsplan:actie_terug", args=[pk]))
    return redirect("gezinsplan:weggehaald", actie.gezin_id)


@require_POST
def actie_terug(request: Verzoek, pk: UUID) -> HttpResponse:
    """Put an action back in the plan."""
    peildatum = klok.today()
    actie = get_object_or_404(Actie.objects.reached_by(request.wie, peildatum), pk=pk)
    _require_regie(request, actie, peildatum)
    if actie.weggehaald_op is not None:
        restore_actie(pk, door=request.wie, peildatum=peildatum)
    messages.success(request, _("De actie staat weer in het plan."))
    return redirect("werkplek:gezin", actie.gezin_id)


@require_safe
def weggehaald(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """What was taken from the plan, each with a button to put it back."""
    peildatum = klok.today()
    gezin = open_gezin(request, gezin_id, peildatum)
    doelen = Doel.objects.taken_away(request.wie, peildatum).filter(gezin_id=gezin_id)
    acties = Actie.objects.taken_away(request.wie, peildatum).with_doers(request.wie, peildatum)
    acties = acties.filter(gezin_id=gezin_id).select_related("doel")
    context = {
        "gezin": gezin,
        "doelen": doelen.select_related("matrixdoel__gebied").order_by("-weggehaald_op", "created_at"),
        "acties": acties.order_by("-weggehaald_op", "created_at"),
    }
    return render(request, "gezinsplan/weggehaald.html", context)


@require_http_methods(["GET", "POST"])
def volgorde(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """What does the family want first? Each press of a button moves one goal one place."""
    peildatum = klok.today()
    gezin = open_gezin(request, gezin_id, peildatum)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
    if not find_plan(gezin):
        return begin_first(request, gezin)
    doelen = queries.in_volgorde(request.wie, gezin_id, peildatum)
    if request.method == "POST":
        nieuw = queries.moved([doel.pk for doel in doelen], request.POST.get("omhoog", ""))
        assign_volgorde(gezin_id, doelen=nieuw, door=request.wie, peildatum=peildatum)
        return redirect("gezinsplan:volgorde", gezin_id)
    return render(request, "gezinsplan/volgorde.html", {"gezin": gezin, "doelen": doelen})


def _require_regie(request: Verzoek, iets: Doel | Actie, peildatum: date) -> None:
    require(
        request.wie,
        Recht.PLAN_BEWERKEN,
        gezin_id=iets.gezin_id,
        sleutel=iets.sleutel,
        peildatum=peildatum,
    )
