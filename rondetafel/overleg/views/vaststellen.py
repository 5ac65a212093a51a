from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.forms import VaststelForm
from rondetafel.gezinsplan.operations import adopt_plan
from rondetafel.gezinsplan.queries import Tafel, as_vaststelling
from rondetafel.gezinsplan.vinden import begin_first, find_plan, look
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.overleg.queries import last_met_within
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, ONVERWERKBAAR, posted, status_of


@require_http_methods(["GET", "POST"])
def vaststellen(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Adopt the plan together; what is missing is said before anyone tries."""
    peildatum = klok.today()
    gezin = _open_gezin(request, gezin_id, peildatum)
    plan = find_plan(gezin)
    if not plan:
        return begin_first(request, gezin)
    stoelen = people_at(gezin_id, request.wie, peildatum)
    begin = {"gelezen": plan.versie, "tussendoor": plan.tussendoor}
    form = VaststelForm(posted(request), initial=begin, stoelen=stoelen)
    status, geweigerd = status_of(request), None
    afgeschermd = look(request, form, gezin_id, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            waarden = form.as_waarden(overleg_op=gezin.overleg_op)
            adopt_plan(gezin_id, **waarden, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het plan is vastgesteld. Iedereen aan tafel leest dezelfde versie."))
            return redirect("werkplek:gezin", gezin_id)
        except Geweigerd as weigering:
            geweigerd, status = weigering.oordeel, ONVERWERKBAAR
        except Botsing:
            status = BOTSING
    context = {"gezin": gezin, "oordeel": _judge(request, gezin, stoelen, peildatum), "form": form}
    context |= {"is_net_al": status == BOTSING, "geweigerd": geweigerd, "afgeschermd": afgeschermd}
    return render(request, "overleg/vaststellen.html", context, status=status)


def _judge(request: Verzoek, gezin: Any, stoelen: list[Betrokkene], peildatum: date) -> Oordeel:
    """Everything that speaks against adopting it now, before anyone tries."""
    tafel = Tafel(stoelen=stoelen, overleg_op=gezin.overleg_op)
    return assess_vaststelling(as_vaststelling(gezin.plan, tafel, wie=request.wie, peildatum=peildatum))


def _open_gezin(request: Verzoek, gezin_id: UUID, peildatum: date) -> Any:
    """The family with its plan and the day of its newest meeting, for who writes that plan."""
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
    gezinnen = Gezin.objects.visible_to(request.wie, peildatum).select_related("plan")
    gezinnen = gezinnen.annotate(overleg_op=last_met_within(request.wie, peildatum))
    gezin = get_object_or_404(gezinnen, pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin
