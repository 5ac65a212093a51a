from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import EvaluatieForm, SchaalForm, schaal_of
from rondetafel.gezinsplan.models import Doel
from rondetafel.gezinsplan.operations import evaluate_doel, plan_schaal
from rondetafel.gezinsplan.trend import draw_trend
from rondetafel.gezinsplan.vinden import find_doel, is_ready, look, read_doel
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.evaluatieadvies import suggest_moment
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import mag
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of


@require_http_methods(["GET", "POST"])
def evalueren(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """Write down how a goal goes; what follows from it is shown right after."""
    peildatum = klok.today()
    doel = read_doel(request, doel_id, peildatum)
    if not queries.may_evaluate(doel, request.wie, peildatum):
        raise Http404
    begin = {"dag": peildatum, "moment": suggest_moment(peildatum, doel.behaald_voor).value}
    form = EvaluatieForm(posted(request), initial=begin, schaal=doel.gasschaal)
    oordeel, afgeschermd = None, look(request, form, doel.gezin_id, peildatum=peildatum)
    if is_ready(request, form, afgeschermd):
        try:
            evaluate_doel(doel_id, bevinding=form.as_bevinding(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("De evaluatie staat bij het doel."))
            return redirect("gezinsplan:evaluaties", doel_id)
        except IntegrityError:
            messages.info(request, _("Iemand anders schreef net ook een evaluatie op van deze dag."))
            return redirect("gezinsplan:evaluaties", doel_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": doel.gezin, "doel": doel, "form": form, "oordeel": oordeel}
    context["afgeschermd"] = afgeschermd
    return render(request, "gezinsplan/evalueren.html", context, status=status_of(request))


@require_safe
def evaluaties(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """How a goal went so far, for everyone who reads the goal; on top what follows from the newest."""
    peildatum = klok.today()
    doel = read_doel(request, doel_id, peildatum)
    gevonden = queries.evaluaties_of(doel, request.wie, peildatum)
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    context = {
        "gezin": doel.gezin,
        "doel": doel,
        "evaluaties": gevonden,
        "trend": draw_trend(gevonden, doel.gasschaal),
        "is_te_bespreken": bool(gevonden) and gevonden[0].uitgave == doel.plan.uitgave,
        "mag_bewerken": mag(request.wie, Recht.PLAN_BEWERKEN, **houdt).ja,
        "mag_evalueren": queries.may_evaluate(doel, request.wie, peildatum),
        "mag_scoren": queries.may_score(doel, gevonden, request.wie, peildatum),
    }
    return render(request, "gezinsplan/evaluaties.html", context)


@require_http_methods(["GET", "POST"])
def schaal(request: Verzoek, pk: UUID) -> HttpResponse:
    """Agree what each score of a goal means, in words, before the first score."""
    peildatum = klok.today()
    doel = find_doel(request, pk, peildatum)
    form, oordeel, status = SchaalForm(posted(request), initial=schaal_of(doel)), None, status_of(request)
    afgeschermd = look(request, form, doel.gezin_id, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        gelezen, opgave = form.cleaned_data["gelezen"], form.as_opgave()
        try:
            plan_schaal(pk, gelezen=gelezen, opgave=opgave, door=request.wie, peildatum=peildatum)
            messages.success(
                request, _("Afgesproken. Bij de volgende keer kijken staan deze woorden bij de scores.")
            )
            return redirect("gezinsplan:evaluaties", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            assert isinstance(botsing.huidig, Doel)
            status = BOTSING
            form = SchaalForm(request.POST.dict() | {"gelezen": botsing.huidig.schaalversie})
            form.add_error(
                None, _("Iemand anders bewaarde net ook. Bewaar nog een keer om uw tekst te houden.")
            )
    context = {"gezin": doel.gezin, "doel": doel, "form": form, "oordeel": oordeel}
    return render(request, "gezinsplan/schaal.html", context | {"afgeschermd": afgeschermd}, status=status)
