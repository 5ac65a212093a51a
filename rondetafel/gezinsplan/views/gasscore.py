from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import ScoreForm
from rondetafel.gezinsplan.operations import add_score
from rondetafel.gezinsplan.vinden import read_doel
from rondetafel.kern import klok
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of


@require_http_methods(["GET", "POST"])
def score(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """Give the score of one's own side, on one's own phone, after somebody else wrote the evaluation."""
    peildatum = klok.today()
    doel = read_doel(request, doel_id, peildatum)
    houdt = {"gezin_id": doel.gezin_id, "sleutel": doel.sleutel, "peildatum": peildatum}
    require(request.wie, Recht.DOEL_EVALUEREN, **houdt)
    form, oordeel = ScoreForm(posted(request), schaal=doel.gasschaal), None
    if form.is_valid():
        try:
            add_score(doel_id, score=form.cleaned_data["score"], door=request.wie, peildatum=peildatum)
            messages.success(request, _("De score staat bij het doel."))
            return redirect("gezinsplan:evaluaties", doel_id)
        except IntegrityError:
            messages.info(request, _("Iemand anders gaf net ook een score."))
            return redirect("gezinsplan:evaluaties", doel_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": doel.gezin, "doel": doel, "form": form, "oordeel": oordeel}
    context["evaluatie"] = queries.scorable(doel, request.wie, peildatum)
    return render(request, "gezinsplan/score.html", context, status=status_of(request))
