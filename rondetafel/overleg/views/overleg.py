from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.afscherming import TOCH, look_at_text
from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.overleg import queries
from rondetafel.overleg.forms.overleg import PlanForm, VastlegForm, values_of
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.overleg.oordelen import judge_dag, judge_rto, judge_volgende
from rondetafel.overleg.operations import hold_overleg, plan_overleg
from rondetafel.overleg.queries.intake import asked_of
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.regels.overleg import assess_rto
from rondetafel.toegang.mag import mag, require, require_list
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN, posted, status_of

PER_PAGINA = 50


@require_safe
def overleggen(request: Verzoek) -> HttpResponse:
    """The meetings to come of everyone this person sits at a table with, or those that were."""
    peildatum = klok.today()
    require_list(request.wie, Recht.PLAN_LEZEN, peildatum=peildatum)
    is_voorbij = "voorbij" in request.GET
    lijst = queries.list_overleggen(request.wie, peildatum, is_voorbij=is_voorbij)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    logboek.note_look(
        request, [Gezin(pk=een["gezin_id"], gemeente_id=een["gemeente_id"]) for een in pagina], Onderdeel.PLAN
    )
    gevraagd = [] if is_voorbij else asked_of(request.wie, peildatum)
    logboek.note_look(request, gevraagd, Onderdeel.PLAN)
    context = {
        "pagina": pagina,
        "gevraagd": gevraagd,
        "is_voorbij": is_voorbij,
        "peildatum": peildatum,
    }
    return render(request, "overleg/overleggen.html", context)


@require_safe
def overleg(request: Verzoek, pk: UUID) -> HttpResponse:
    """One meeting: when, who, and what it came to."""
    overleg = _find_overleg(request, pk)
    peildatum = klok.today()
    besluit = mag(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    # Whether it counts is a question of who works with the plan, not of the family.
    telt = overleg.soort == OverlegSoort.RTO and overleg.gehouden_op and not request.wie.is_gezin
    context = {
        "overleg": overleg,
        "mag_vastleggen": besluit.ja,
        "mag_intake": mag(request.wie, Recht.INTAKE_LOPEN, gezin_id=overleg.gezin_id, peildatum=peildatum).ja,
        "mag_vaststellen": overleg.gepland_op <= peildatum
        and not overleg.afgezegd_op
        and mag(request.wie, Recht.PLAN_BEWERKEN, gezin_id=overleg.gezin_id, peildatum=peildatum).ja,
        "vastgesteld": queries.adopted_at(overleg, request.wie, peildatum),
        "oordeel": assess_rto(queries.as_rto(overleg)) if telt else None,
        "volgende": judge_volgende(overleg) if besluit.ja and overleg.gehouden_op else None,
        "woorden": [] if overleg.afgezegd_op else queries.words_for(overleg, request.wie, klok.today()),
    }
    return render(request, "overleg/overleg.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Plan a meeting; everyone at the table is asked unless unticked."""
    peildatum = klok.today()
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=gezin_id, peildatum=peildatum)
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    stoelen = people_at(gezin.pk, request.wie, peildatum)
    initial = {"soort": request.GET.get("soort", OverlegSoort.RTO)}
    form = PlanForm(posted(request), betrokkenen=stoelen, initial=initial)
    plaats = form.cleaned_data["plaats"] if form.is_valid() else ""
    afgeschermd = look_at_text(request, gezin_id, plaats, peildatum=peildatum) if plaats else None
    oordeel = None
    if form.is_valid() and not afgeschermd:
        oordeel = _plan(request, form, gezin_id)
        if oordeel is None:
            messages.success(request, _("Het overleg staat gepland."))
            return redirect("werkplek:gezin", gezin_id)
    context = {"gezin": gezin, "form": form, "afgeschermd": afgeschermd, "oordeel": oordeel}
    return render(request, "overleg/nieuw.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def vastleggen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down what a meeting came to. An RTO that would not count is shown so first, and then kept."""
    overleg = _find_overleg(request, pk, afgezegd_op__isnull=True)
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=klok.today())
    keuzes = _choices_for(request, overleg)
    form = VastlegForm(posted(request), initial=values_of(overleg, klok.today()), **keuzes)
    telt_niet = afgeschermd = conflict = None
    if form.is_valid():
        telt_niet = _look_ahead(request, form, overleg)
        afgeschermd = look_at_text(
            request, overleg.gezin_id, form.cleaned_data["verslag"], peildatum=klok.today()
        )
        gaat_door = not telt_niet and not afgeschermd
        if gaat_door and form.cleaned_data["keuze"] != HUN:
            conflict = _hold(request, form, overleg)
        if conflict:
            opnieuw = request.POST.copy()
            opnieuw["gelezen"] = conflict["versie"]
            form = VastlegForm(opnieuw, **keuzes)
        elif gaat_door and form.is_valid():
            messages.success(request, _("Het overleg is vastgelegd."))
            return redirect("overleg:overleg", pk)
    context = {"overleg": overleg, "form": form, "conflict": conflict}
    context |= {"telt_niet": telt_niet, "afgeschermd": afgeschermd}
    return _render_vastleggen(request, context)


def _render_vastleggen(request: Verzoek, context: dict[str, Any]) -> HttpResponse:
    status = BOTSING if context["conflict"] else status_of(request)
    return render(request, "overleg/vastleggen.html", context, status=status)


def _find_overleg(request: Verzoek, pk: UUID, **eisen: Any) -> Overleg:
    overleg = get_object_or_404(queries.find_overleg(request.wie, klok.today()), pk=pk, **eisen)
    logboek.note_look(request, [overleg], Onderdeel.PLAN)
    return overleg


def _choices_for(request: Verzoek, overleg: Overleg) -> dict[str, Any]:
    """Who can have been there: who was asked, and everyone else at the table; and the goals of the plan."""
    gevraagd = [deelname.betrokkene for deelname in overleg.deelnames.all()]
    aan_tafel = people_at(overleg.gezin_id, request.wie, klok.today())
    anderen = [een for een in aan_tafel if een not in gevraagd]
    return {
        "betrokkenen": [*gevraagd, *anderen],
        "doelen": Doel.objects.standing().filter(gezin_id=overleg.gezin_id).order_by("created_at", "pk"),
    }


def _look_ahead(request: Verzoek, form: VastlegForm, overleg: Overleg) -> Oordeel | None:
    """What this RTO lacks to count, unless that was shown already or the day is to be mended first."""
    uitkomst = form.as_uitkomst()
    if TOCH in request.POST or not judge_dag(uitkomst.gehouden_op, klok.today()).is_akkoord:
        return None
    oordeel = judge_rto(overleg, uitkomst)
    return None if oordeel.is_akkoord or form.cleaned_data["keuze"] == HUN else oordeel


def _plan(request: Verzoek, form: PlanForm, gezin_id: UUID) -> Oordeel | None:
    """Why it cannot be planned; None when it was."""
    try:
        plan_overleg(
            gezin_id,
            soort=form.cleaned_data["soort"],
            moment=form.as_moment(),
            genodigden=form.cleaned_data["genodigden"],
            nodig=form.cleaned_data["nodig"],
            door=request.wie,
            peildatum=klok.today(),
        )
    except Geweigerd as geweigerd:
        return geweigerd.oordeel
    return None


def _hold(request: Verzoek, form: VastlegForm, overleg: Overleg) -> dict[str, Any] | None:
    """Write it down; a refusal stands at its field, and when someone else saved first both texts come back."""
    try:
        hold_overleg(
            overleg.pk,
            gelezen=form.cleaned_data["gelezen"],
            uitkomst=form.as_uitkomst(),
            volgende=form.as_volgende(),
            door=request.wie,
            peildatum=klok.today(),
        )
    except Geweigerd as geweigerd:
        form.add_error("gehouden_op", str(geweigerd))
    except Botsing:
        return _describe_conflict(form, queries.find_overleg(request.wie, klok.today()).get(pk=overleg.pk))
    return None


def _describe_conflict(form: VastlegForm, huidig: Overleg) -> dict[str, Any] | None:
    """None when both saved the same, as with a double click."""
    mijn, hun = form.describe_differences(huidig)
    if mijn == hun:
        return None
    regel = queries.last_record_of(huidig)
    return {
        "veld": huidig.get_soort_display(),
        "mijn": mijn,
        "hun": hun,
        "versie": huidig.versie,
        "door": regel.naam if regel else _("Iemand anders"),
        "op": date_format(timezone.localtime(regel.at), "j F H:i") if regel else _("hetzelfde moment"),
    }
