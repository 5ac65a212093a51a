from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.afscherming import look_at_text
from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import (
    ActieForm,
    DoelForm,
    EvaluatieForm,
    VaststelForm,
    WijzigDoelForm,
    values_of,
)
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan, Matrixdoel
from rondetafel.gezinsplan.operations import (
    add_actie,
    add_doel,
    adopt_plan,
    correct_doel,
    evaluate_doel,
    start_plan,
    tick_actie,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.evaluatieadvies import suggest_moment
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN, ONVERWERKBAAR, posted, status_of

FORMATVERSIE = "voorbeeld"


@require_POST
def begin(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Begin the plan of a family, and go on to its goals."""
    _find_gezin(request, gezin_id)
    try:
        start_plan(gezin_id, door=request.wie, peildatum=klok.today())
    except IntegrityError:
        messages.info(request, _("Het plan was al begonnen."))
    return redirect("gezinsplan:matrix", gezin_id)


@require_safe
def matrix(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """The doelenmatrix to choose a goal from, by area."""
    gezin = _find_gezin(request, gezin_id)
    if not _find_plan(gezin):
        return _begin_first(request, gezin)
    gebieden = groupby(queries.matrix_of(FORMATVERSIE), key=lambda doel: doel.gebied)
    context = {"gezin": gezin, "gebieden": [(gebied, list(doelen)) for gebied, doelen in gebieden]}
    return render(request, "gezinsplan/matrix.html", context)


@require_http_methods(["GET", "POST"])
def doel_nieuw(request: Verzoek, gezin_id: UUID, matrixdoel_id: UUID) -> HttpResponse:
    """Make a chosen goal concrete."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id)
    if not _find_plan(gezin):
        return _begin_first(request, gezin)
    matrixdoel = get_object_or_404(Matrixdoel.objects.select_related("gebied"), pk=matrixdoel_id)
    stoelen = people_at(gezin.pk, request.wie, peildatum)
    form = DoelForm(posted(request), initial={"gestart_op": peildatum}, betrokkenen=stoelen)
    afgeschermd = _look(request, form, gezin.pk)
    if form.is_valid() and not afgeschermd:
        opgave = form.as_opgave()
        doel = add_doel(
            gezin_id, matrixdoel_id=matrixdoel_id, opgave=opgave, door=request.wie, peildatum=peildatum
        )
        messages.success(request, _("Het doel staat in het plan. Wat gaan jullie ervoor doen?"))
        return redirect("gezinsplan:actie_nieuw", doel.pk)
    context = {"gezin": gezin, "matrixdoel": matrixdoel, "form": form, "afgeschermd": afgeschermd}
    return render(request, "gezinsplan/doel.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def doel(request: Verzoek, pk: UUID) -> HttpResponse:
    """Change a goal. When someone else saved first, both texts are shown and nothing is lost."""
    doel = _find_doel(request, pk)
    stoelen = people_at(doel.gezin_id, request.wie, klok.today())
    form = WijzigDoelForm(posted(request), initial=values_of(doel), betrokkenen=stoelen, doel=doel)
    conflict = None
    afgeschermd = _look(request, form, doel.gezin_id)
    if form.is_valid() and not afgeschermd:
        if form.cleaned_data["keuze"] != HUN:
            conflict = _correct(request, form, doel)
        if conflict is None:
            messages.success(request, _("Het doel is bewaard."))
            return redirect("werkplek:gezin", doel.gezin_id)
        opnieuw = request.POST.dict() | {"gelezen": conflict["versie"]}
        form = WijzigDoelForm(opnieuw, betrokkenen=stoelen, doel=doel)
    context = {"gezin": doel.gezin, "matrixdoel": doel.matrixdoel, "doel": doel, "form": form}
    context |= {"conflict": conflict, "afgeschermd": afgeschermd}
    return render(
        request, "gezinsplan/doel.html", context, status=BOTSING if conflict else status_of(request)
    )


@require_http_methods(["GET", "POST"])
def actie_nieuw(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """Add what someone does for a goal, and another one right after when asked."""
    peildatum = klok.today()
    doel = _find_doel(request, doel_id)
    form = ActieForm(posted(request), betrokkenen=people_at(doel.gezin_id, request.wie, peildatum))
    afgeschermd = _look(request, form, doel.gezin_id)
    if form.is_valid() and not afgeschermd:
        add_actie(doel_id, **form.as_waarden(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("De actie staat in het plan."))
        if "nog" in request.POST:
            return redirect("gezinsplan:actie_nieuw", doel_id)
        return redirect("werkplek:gezin", doel.gezin_id)
    context = {"gezin": doel.gezin, "doel": doel, "acties": queries.acties_of(doel), "form": form}
    context["afgeschermd"] = afgeschermd
    return render(request, "gezinsplan/actie.html", context, status=status_of(request))


@require_POST
def actie(request: Verzoek, pk: UUID) -> HttpResponse:
    """Tick an action off, or put it back. With htmx only its own line changes."""
    peildatum = klok.today()
    klaar_op = peildatum if request.POST.get("klaar") == "ja" else None
    get_object_or_404(Actie.objects.visible_to(request.wie, peildatum), pk=pk)
    actie = tick_actie(pk, klaar_op=klaar_op, door=request.wie, peildatum=peildatum)
    if not request.htmx:
        return redirect("werkplek:gezin", actie.gezin_id)
    if actie.wie.gebruiker_id == request.wie.id:
        # The page also shows it among the own steps.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"actie": actie, "mag_afvinken": True, "in_plan": True}
    return render(request, "gezinsplan/actieregel.html", context)


@require_http_methods(["GET", "POST"])
def evalueren(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """Write down how a goal goes; what follows from it is shown right after."""
    peildatum = klok.today()
    doel = _read_doel(request, doel_id)
    if not queries.may_evaluate(doel, request.wie, peildatum):
        raise Http404
    begin = {"dag": peildatum, "moment": suggest_moment(peildatum, doel.behaald_voor).value}
    form = EvaluatieForm(posted(request), initial=begin)
    oordeel, afgeschermd = None, _look(request, form, doel.gezin_id)
    if form.is_valid() and not afgeschermd:
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
    doel = _read_doel(request, doel_id)
    gevonden = list(queries.evaluaties_of(doel, request.wie, peildatum))
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    context = {
        "gezin": doel.gezin,
        "doel": doel,
        "evaluaties": gevonden,
        "is_te_bespreken": bool(gevonden) and gevonden[0].uitgave == doel.plan.uitgave,
        "mag_bewerken": mag(request.wie, Recht.PLAN_BEWERKEN, **houdt).ja,
        "mag_evalueren": queries.may_evaluate(doel, request.wie, peildatum),
    }
    return render(request, "gezinsplan/evaluaties.html", context)


@require_http_methods(["GET", "POST"])
def vaststellen(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Adopt the plan together; what is missing is said before anyone tries."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id)
    plan = _find_plan(gezin)
    if not plan:
        return _begin_first(request, gezin)
    begin = {"gelezen": plan.versie, "tussendoor": plan.tussendoor}
    form, status = VaststelForm(posted(request), initial=begin), status_of(request)
    if form.is_valid():
        try:
            adopt_plan(gezin_id, **form.as_waarden(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het plan is vastgesteld. Iedereen aan tafel leest dezelfde versie."))
            return redirect("werkplek:gezin", gezin_id)
        except Geweigerd:
            status = ONVERWERKBAAR
        except Botsing:
            status = BOTSING
    oordeel = assess_vaststelling(queries.as_vaststelling(plan, request.wie, peildatum))
    context = {"gezin": gezin, "plan": plan, "oordeel": oordeel, "form": form, "is_net_al": status == BOTSING}
    return render(request, "gezinsplan/vaststellen.html", context, status=status)


def _look(request: Verzoek, form: DoelForm | ActieForm | EvaluatieForm, gezin_id: UUID) -> Oordeel | None:
    """What a text that is well-formed tells that somebody may not know."""
    if not form.is_valid():
        return None
    return look_at_text(request, gezin_id, form.vrije_tekst, peildatum=klok.today())


def _find_gezin(request: Verzoek, gezin_id: UUID) -> Gezin:
    """The family with its plan, for who writes that plan."""
    peildatum = klok.today()
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
    gezinnen = Gezin.objects.visible_to(request.wie, peildatum).select_related("plan")
    gezin = get_object_or_404(gezinnen, pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin


def _find_plan(gezin: Gezin) -> Gezinsplan | None:
    return getattr(gezin, "plan", None)


def _begin_first(request: Verzoek, gezin: Gezin) -> HttpResponse:
    messages.info(request, _("Begin eerst het plan. Daarna kiezen jullie een doel."))
    return redirect("werkplek:gezin", gezin.pk)


def _find_doel(request: Verzoek, pk: UUID) -> Doel:
    peildatum = klok.today()
    doelen = Doel.objects.visible_to(request.wie, peildatum)
    doel = get_object_or_404(doelen.select_related("gezin", "voor", "matrixdoel__gebied"), pk=pk)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [doel], Onderdeel.PLAN)
    return doel


def _read_doel(request: Verzoek, pk: UUID) -> Doel:
    """A goal for who may read it."""
    doelen = Doel.objects.visible_to(request.wie, klok.today())
    doel = get_object_or_404(
        doelen.select_related("gezin", "plan", "eigenaar", "voor", "matrixdoel__gebied"), pk=pk
    )
    logboek.note_look(request, [doel], Onderdeel.PLAN)
    return doel


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
