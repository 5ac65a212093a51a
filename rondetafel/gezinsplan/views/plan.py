from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rondetafel.gezinsplan.operations import extend_plan, start_plan
from rondetafel.gezinsplan.vinden import find_plan, open_gezin
from rondetafel.kern import klok
from rondetafel.toegang.verzoek import Verzoek


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
