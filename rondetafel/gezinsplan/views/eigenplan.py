from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import EigenAntwoordForm, EigenplanForm
from rondetafel.gezinsplan.gegevens import Eigenstapopgave
from rondetafel.gezinsplan.operations import record_eigenstap
from rondetafel.gezinsplan.vinden import find_plan, look, read_gezin
from rondetafel.kern import klok
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of


@require_http_methods(["GET", "POST"])
def eigenplan(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """How it stands with a plan of the family itself; the regisseur and the family write a step."""
    peildatum = klok.today()
    gezin = read_gezin(request, gezin_id, peildatum)
    form = _form_for(request, gezin, peildatum)
    if request.method == "POST" and form is None:
        raise Http404
    oordeel, afgeschermd = None, look(request, form, gezin_id, peildatum=peildatum) if form else None
    if form and form.is_valid() and not afgeschermd:
        try:
            record_eigenstap(
                gezin_id, opgave=_step_of(form, peildatum), door=request.wie, peildatum=peildatum
            )
            messages.success(request, _("Het staat erbij. De hele tafel kan het lezen."))
            return redirect("gezinsplan:eigenplan", gezin_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, "afgeschermd": afgeschermd}
    context |= _standing(gezin, request.wie, peildatum) | _take_over(request, gezin, peildatum)
    return render(request, "gezinsplan/eigenplan.html", context, status=status_of(request))


def _standing(gezin: Gezin, wie: Wie, peildatum: date) -> dict[str, Any]:
    """Where the family stands, and what the law says of it."""
    stand, plan = queries.eigenplan_of(gezin.pk, wie, peildatum), find_plan(gezin)
    neemt_over = plan is not None and mag(wie, Recht.PLAN_BEWERKEN, gezin_id=gezin.pk, peildatum=peildatum).ja
    return {
        "mag_overnemen": neemt_over,
        "eigenplan": stand,
        "wettelijk": stand.assess(plan.vastgesteld_op if plan else None, peildatum),
    }


def _take_over(request: Verzoek, gezin: Gezin, peildatum: date) -> dict[str, Any]:
    """The sentence that is taken over, for which goal it may be an action, and what of the matrix it may work out."""
    plan = find_plan(gezin)
    zin = queries.chosen_sentence(gezin.pk, request.GET.get("uit", ""), request.wie, peildatum)
    if plan is None or zin is None:
        return {}
    doelen = queries.goals_to_name(gezin.pk, request.wie, peildatum).values()
    return {"zin": zin, "doelen": doelen, "matrixdoelen": queries.matrix_of(plan.formatversie_id)}


def _form_for(request: Verzoek, gezin: Gezin, peildatum: date) -> EigenplanForm | EigenAntwoordForm | None:
    """The form of the regisseur, that of the family, or none for who only reads."""
    wie = request.wie
    betrokkenen = people_at(gezin.pk, wie, peildatum)
    if mag(wie, Recht.PLAN_BEWERKEN, gezin_id=gezin.pk, peildatum=peildatum).ja:
        stoelen = [(str(een.pk), str(een)) for een in queries.speakers_of(betrokkenen)]
        return EigenplanForm(posted(request), stoelen=stoelen, initial={"op": peildatum})
    if queries.own_stoel(betrokkenen, wie) is None:
        return None
    is_ouder = queries.is_ouder(wie, gezin.pk, peildatum)
    return EigenAntwoordForm(posted(request), is_ouder=is_ouder, is_jeugdige=wie.is_jeugdige)


def _step_of(form: EigenplanForm | EigenAntwoordForm, peildatum: date) -> Eigenstapopgave:
    return form.as_opgave() if isinstance(form, EigenplanForm) else form.as_opgave(peildatum)
