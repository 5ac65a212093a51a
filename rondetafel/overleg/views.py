from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.models import Doel
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.forms import PlanForm, VastlegForm
from rondetafel.overleg.models import OverlegSoort
from rondetafel.overleg.operations import hold_overleg, plan_overleg
from rondetafel.overleg.queries import as_rto, find_overleg, list_overleggen
from rondetafel.regels.overleg import assess_rto
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht

PER_PAGINA = 50


@require_safe
def overleggen(request: HttpRequest) -> HttpResponse:
    """The meetings to come of everyone this person sits at a table with, or those that were."""
    peildatum = klok.today()
    require(request.wie, Recht.PLAN_LEZEN, peildatum=peildatum)
    is_voorbij = "voorbij" in request.GET
    lijst = list_overleggen(request.wie, peildatum, is_voorbij=is_voorbij)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    logboek.note_look(
        request, [Gezin(pk=een["gezin_id"], gemeente_id=een["gemeente_id"]) for een in pagina], Onderdeel.PLAN
    )
    context = {
        "pagina": pagina,
        "is_voorbij": is_voorbij,
        "peildatum": peildatum,
        "soorten": dict(OverlegSoort.choices),
    }
    return render(request, "overleg/overleggen.html", context)


@require_safe
def overleg(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One meeting: when, who, and what it came to."""
    peildatum = klok.today()
    overleg = get_object_or_404(find_overleg(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [overleg], Onderdeel.PLAN)
    besluit = mag(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    is_rto = overleg.soort == OverlegSoort.RTO and overleg.gehouden_op
    context = {
        "overleg": overleg,
        "mag_vastleggen": besluit.ja and not overleg.gehouden_op,
        "oordeel": assess_rto(as_rto(overleg)) if is_rto else None,
    }
    return render(request, "overleg/overleg.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, gezin_id: UUID) -> HttpResponse:
    """Plan a meeting; everyone at the table is asked unless unticked."""
    peildatum = klok.today()
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=gezin_id, peildatum=peildatum)
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    form = PlanForm(
        request.POST or None,
        betrokkenen=people_at(gezin.pk, request.wie, peildatum),
        initial={"soort": request.GET.get("soort", OverlegSoort.RTO)},
    )
    if form.is_valid():
        plan_overleg(
            gezin_id,
            soort=form.cleaned_data["soort"],
            moment=form.as_moment(),
            genodigden=form.cleaned_data["genodigden"],
            door=request.wie,
            peildatum=peildatum,
        )
        messages.success(request, _("Het overleg staat gepland."))
        return redirect("werkplek:gezin", gezin_id)
    return render(request, "overleg/nieuw.html", {"gezin": gezin, "form": form})


@require_http_methods(["GET", "POST"])
def vastleggen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what a meeting came to. When someone else did meanwhile, theirs is shown first."""
    peildatum = klok.today()
    overleg = get_object_or_404(find_overleg(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [overleg], Onderdeel.PLAN)
    form = VastlegForm(
        request.POST or None,
        deelnames=overleg.deelnames.all(),
        doelen=Doel.objects.filter(gezin_id=overleg.gezin_id),
        initial={"gelezen": overleg.versie, "gehouden_op": min(overleg.gepland_op, peildatum)},
    )
    context = {"overleg": overleg, "form": form}
    if form.is_valid():
        try:
            hold_overleg(
                pk,
                gelezen=form.cleaned_data["gelezen"],
                uitkomst=form.as_uitkomst(),
                volgende=form.as_volgende(),
                door=request.wie,
                peildatum=peildatum,
            )
        except Botsing as botsing:
            return render(request, "overleg/vastleggen.html", context | {"botsing": botsing}, status=409)
        messages.success(request, _("Het overleg is vastgelegd."))
        return redirect("overleg:overleg", pk)
    return render(request, "overleg/vastleggen.html", context)
