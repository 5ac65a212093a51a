from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import VaststelForm
from rondetafel.gezinsplan.operations import adopt_plan, extend_plan, start_plan
from rondetafel.gezinsplan.vinden import begin_first, find_plan, look, open_gezin
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.doelen import assess_vaststelling
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, ONVERWERKBAAR, posted, status_of


@require_POST
def begin(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Begin the plan of a family, and go on to its goals."""
    peildatum = klok.today()
    open_gezin(request, gezin_id, peildatum)
    try:
        start_plan(gezin_id, door=request.wie, peildatum=peildatum)
    except IntegrityError:
        messages.info(request, _("Het plan was al begonnen."))
    return redirect("gezinsplan:matrix", gezin_id)


@require_POST
def uitbreiden(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Make a whole gezinsplan of a plan van aanpak; twice is as good as once."""
    peildatum = klok.today()
    plan = find_plan(open_gezin(request, gezin_id, peildatum))
    if plan is None:
        raise Http404
    if plan.is_hoofdlijn:
        extend_plan(gezin_id, door=request.wie, peildatum=peildatum)
    messages.success(request, _("Het is nu een gezinsplan. Alles wat er stond, staat er nog."))
    return redirect("werkplek:gezin", gezin_id)


@require_http_methods(["GET", "POST"])
def vaststellen(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Adopt the plan together; what is missing is said before anyone tries."""
    peildatum = klok.today()
    gezin = open_gezin(request, gezin_id, peildatum)
    plan = find_plan(gezin)
    if not plan:
        return begin_first(request, gezin)
    begin = {"gelezen": plan.versie, "tussendoor": plan.tussendoor}
    stoelen = people_at(gezin_id, request.wie, peildatum)
    form = VaststelForm(posted(request), initial=begin, stoelen=stoelen)
    status, geweigerd = status_of(request), None
    afgeschermd = look(request, form, gezin_id, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            adopt_plan(gezin_id, **form.as_waarden(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het plan is vastgesteld. Iedereen aan tafel leest dezelfde versie."))
            return redirect("werkplek:gezin", gezin_id)
        except Geweigerd as weigering:
            geweigerd, status = weigering.oordeel, ONVERWERKBAAR
        except Botsing:
            status = BOTSING
    plan_nu = queries.as_vaststelling(plan, stoelen, wie=request.wie, peildatum=peildatum)
    context = {"gezin": gezin, "oordeel": assess_vaststelling(plan_nu), "form": form}
    context |= {"is_net_al": status == BOTSING, "geweigerd": geweigerd, "afgeschermd": afgeschermd}
    return render(request, "gezinsplan/vaststellen.html", context, status=status)
