"""A planned meeting gets another day, or is called off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rondetafel.gezinnen.afscherming import look_at_text
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.forms.overleg import VerzetForm
from rondetafel.overleg.models import Overleg, knows_places
from rondetafel.overleg.operations import assign_moment, withdraw_overleg
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of


@require_http_methods(["GET", "POST"])
def verzetten(request: Verzoek, pk: UUID) -> HttpResponse:
    """Another day, time or place for a meeting that is still to come."""
    overleg = _find_planned(request, pk)
    if overleg.gehouden_op or overleg.afgezegd_op:
        return redirect("overleg:overleg", pk)
    kent_plek = knows_places(request.wie, overleg.gezin_id, klok.today())
    form = VerzetForm(posted(request), overleg=overleg, kent_plek=kent_plek)
    context: dict[str, Any] = {"overleg": overleg, "form": form}
    if form.is_valid():
        plaats = form.cleaned_data.get("plaats", "")
        context["afgeschermd"] = look_at_text(request, overleg.gezin_id, plaats, peildatum=klok.today())
        if not context["afgeschermd"]:
            context |= _move(request, form, overleg)
        if context.get("is_verzet"):
            messages.success(request, _("Bewaard. Iedereen die komt, ziet de nieuwe dag."))
            return redirect("overleg:overleg", pk)
    status = BOTSING if context.get("huidig") else status_of(request)
    return render(request, "overleg/verzetten.html", context, status=status)


@require_POST
def afzeggen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Call a planned meeting off; pressed twice, it is off."""
    overleg = _find_planned(request, pk)
    if overleg.gehouden_op is None and overleg.afgezegd_op is None:
        try:
            withdraw_overleg(pk, door=request.wie, peildatum=klok.today())
            messages.success(request, _("Het overleg is afgezegd. Iedereen die zou komen, ziet dat."))
        except Botsing:
            messages.info(request, _("Iemand anders was net voor. Dit is hoe het nu staat."))
    return redirect("overleg:overleg", pk)


def _find_planned(request: Verzoek, pk: UUID) -> Overleg:
    overleggen = Overleg.objects.visible_to(request.wie, klok.today()).with_plaats()
    overleg = get_object_or_404(overleggen, pk=pk)
    require(request.wie, Recht.OVERLEG_PLANNEN, gezin_id=overleg.gezin_id, peildatum=klok.today())
    logboek.note_look(request, [overleg], Onderdeel.PLAN)
    return overleg


def _move(request: Verzoek, form: VerzetForm, overleg: Overleg) -> dict[str, Any]:
    """Moved, or why not: a day that was, or somebody else who was first (`huidig`)."""
    if form.is_same(overleg):
        return {"is_verzet": True}
    gegeven = form.cleaned_data
    try:
        assign_moment(
            overleg.pk,
            gelezen=gegeven["gelezen"],
            moment=form.as_moment(),
            door=request.wie,
            peildatum=klok.today(),
        )
    except Geweigerd as geweigerd:
        return {"oordeel": geweigerd.oordeel}
    except Botsing:
        return {"huidig": overleg, "form": form.read_again(overleg)}
    return {"is_verzet": True}
