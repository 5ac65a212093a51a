from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.conflict import show_conflict
from rondetafel.gezinsplan.forms import HUN, ActieForm, DoelForm, VaststelForm, WijzigDoelForm, values_of
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan, Matrixdoel
from rondetafel.gezinsplan.operations import (
    add_actie,
    add_doel,
    adopt_plan,
    correct_doel,
    start_plan,
    tick_actie,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht

FORMATVERSIE = "voorbeeld"
BOTSING, GEWEIGERD = 409, 422


@require_POST
def begin(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Begin the plan of a family, and go on to its goals."""
    start_plan(gezin_id, door=request.wie, peildatum=klok.today())
    return redirect("gezinsplan:matrix", gezin_id)


@require_safe
def matrix(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """The doelenmatrix to choose a goal from, by area."""
    gezin = _find_gezin(request, gezin_id)
    get_object_or_404(Gezinsplan, gezin=gezin)
    gebieden = groupby(queries.matrix_of(FORMATVERSIE), key=lambda doel: doel.gebied)
    context = {"gezin": gezin, "gebieden": [(gebied, list(doelen)) for gebied, doelen in gebieden]}
    return render(request, "gezinsplan/matrix.html", context)


@require_http_methods(["GET", "POST"])
def doel_nieuw(request: HttpRequest, gezin_id: UUID, matrixdoel_id: UUID) -> HttpResponse:
    """Make a chosen goal concrete."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id)
    matrixdoel = get_object_or_404(Matrixdoel.objects.select_related("gebied"), pk=matrixdoel_id)
    form = DoelForm(request.POST or None, betrokkenen=people_at(gezin.pk, request.wie, peildatum))
    if form.is_valid():
        doel = add_doel(
            gezin_id,
            matrixdoel_id=matrixdoel_id,
            opgave=form.as_opgave(),
            door=request.wie,
            peildatum=peildatum,
        )
        messages.success(request, _("Het doel staat in het plan. Wat gaan jullie ervoor doen?"))
        return redirect("gezinsplan:actie_nieuw", doel.pk)
    return render(request, "gezinsplan/doel.html", {"gezin": gezin, "matrixdoel": matrixdoel, "form": form})


@require_http_methods(["GET", "POST"])
def doel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a goal. When someone else saved first, both texts are shown and nothing is lost."""
    peildatum = klok.today()
    doel = _find_doel(request, pk)
    betrokkenen = people_at(doel.gezin_id, request.wie, peildatum)
    form = WijzigDoelForm(request.POST or None, initial=values_of(doel), betrokkenen=betrokkenen)
    context = {"gezin": doel.gezin, "doel": doel, "matrixdoel": doel.matrixdoel, "form": form}
    if form.is_valid():
        if form.cleaned_data["keuze"] == HUN:
            return redirect("werkplek:gezin", doel.gezin_id)
        try:
            correct_doel(
                pk,
                gelezen=form.cleaned_data["gelezen"],
                opgave=form.as_opgave(),
                door=request.wie,
                peildatum=peildatum,
            )
        except Botsing as botsing:
            context |= show_conflict(form, botsing, betrokkenen)
            return render(request, "gezinsplan/doel.html", context, status=BOTSING)
        messages.success(request, _("Het doel is bewaard."))
        return redirect("werkplek:gezin", doel.gezin_id)
    return render(request, "gezinsplan/doel.html", context)


@require_http_methods(["GET", "POST"])
def actie_nieuw(request: HttpRequest, doel_id: UUID) -> HttpResponse:
    """Add what someone does for a goal; one page later there is room for the next."""
    peildatum = klok.today()
    doel = _find_doel(request, doel_id)
    form = ActieForm(request.POST or None, betrokkenen=people_at(doel.gezin_id, request.wie, peildatum))
    if form.is_valid():
        gegeven = form.cleaned_data
        add_actie(
            doel_id,
            tekst=gegeven["tekst"],
            wie_id=gegeven["wie"],
            vanaf=gegeven["vanaf"],
            door=request.wie,
            peildatum=peildatum,
        )
        messages.success(request, _("De actie staat in het plan."))
        return redirect("werkplek:gezin", doel.gezin_id)
    return render(request, "gezinsplan/actie.html", {"gezin": doel.gezin, "doel": doel, "form": form})


@require_POST
def actie(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Tick an action off, or put it back. With htmx only its own line changes."""
    peildatum = klok.today()
    klaar_op = peildatum if request.POST.get("klaar") == "ja" else None
    actie = get_object_or_404(Actie.objects.visible_to(request.wie, peildatum), pk=pk)
    actie = tick_actie(actie.pk, klaar_op=klaar_op, door=request.wie, peildatum=peildatum)
    if request.htmx:
        context = {"actie": actie, "mag_afvinken": True, "peildatum": peildatum}
        return render(request, "gezinsplan/actieregel.html", context)
    return redirect("werkplek:gezin", actie.gezin_id)


@require_http_methods(["GET", "POST"])
def vaststellen(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Adopt the plan together; what is missing is said before anyone tries."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id)
    plan = get_object_or_404(Gezinsplan, gezin=gezin)
    oordeel = assess_vaststelling(queries.as_vaststelling(plan, request.wie, peildatum))
    form = VaststelForm(request.POST or None, initial={"gelezen": plan.versie})
    context = {"gezin": gezin, "plan": plan, "oordeel": oordeel, "form": form}
    if form.is_valid():
        try:
            adopt_plan(gezin_id, gelezen=form.cleaned_data["gelezen"], door=request.wie, peildatum=peildatum)
        except Geweigerd:
            return render(request, "gezinsplan/vaststellen.html", context, status=GEWEIGERD)
        except Botsing:
            return render(request, "gezinsplan/vaststellen.html", context | {"botsing": True}, status=BOTSING)
        messages.success(request, _("Het plan is vastgesteld. Iedereen aan tafel leest dezelfde versie."))
        return redirect("werkplek:gezin", gezin_id)
    return render(request, "gezinsplan/vaststellen.html", context)


def _find_gezin(request: HttpRequest, gezin_id: UUID) -> Gezin:
    """The family, for who writes its plan."""
    peildatum = klok.today()
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin


def _find_doel(request: HttpRequest, pk: UUID) -> Doel:
    peildatum = klok.today()
    doelen = Doel.objects.visible_to(request.wie, peildatum).select_related("gezin", "matrixdoel__gebied")
    doel = get_object_or_404(doelen, pk=pk)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [doel], Onderdeel.PLAN)
    return doel
