from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.db.models import Subquery
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import AantekeningForm
from rondetafel.gezinsplan.models import Aantekening
from rondetafel.gezinsplan.operations import add_aantekening, correct_aantekening
from rondetafel.kern import klok, logboek
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.eigendossier import Aantekeningvraag, assess_aantekening
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of

PER_BLADZIJDE = 20


@require_http_methods(["GET", "POST"])
def ons_dossier(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """The dossier of the own organisation about a family, and a place to write in it."""
    peildatum, wie = klok.today(), request.wie
    gezin, oordeel = _open(request, gezin_id, peildatum), None
    doelen = queries.goals_to_name(gezin_id, wie, peildatum)
    form = AantekeningForm(posted(request), doelen=doelen.values(), initial={"op": peildatum})
    if form.is_valid():
        try:
            add_aantekening(gezin_id, opgave=form.as_opgave(), door=wie, peildatum=peildatum)
            messages.success(request, _("De aantekening staat in het dossier."))
            return redirect("gezinsplan:ons_dossier", gezin_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    gevonden = queries.notes_of(gezin_id, wie, peildatum)
    pagina = Paginator(gevonden, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    waar: dict[str, Any] = {"gezin_id": gezin_id, "wie": wie, "peildatum": peildatum}
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, "pagina": pagina}
    context["notities"] = queries.with_earlier(pagina, doelen, **waar)
    return render(request, "gezinsplan/ons_dossier.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def aanpassen(request: Verzoek, gezin_id: UUID, pk: UUID) -> HttpResponse:
    """Put another text in place of a note."""
    peildatum, wie = klok.today(), request.wie
    gezin, oordeel = _open(request, gezin_id, peildatum), None
    oud = get_object_or_404(Aantekening.objects.visible_to(wie, peildatum), pk=pk, gezin_id=gezin_id)
    doelen = queries.goals_to_name(gezin_id, wie, peildatum)
    begin = {"op": oud.op, "tekst": oud.tekst, "doel": oud.doel_id}
    form = AantekeningForm(posted(request), doelen=doelen.values(), initial=begin)
    if form.is_valid():
        try:
            correct_aantekening(pk, opgave=form.as_opgave(), door=wie, peildatum=peildatum)
            messages.success(request, _("De aantekening is aangepast. De tekst van eerst blijft te lezen."))
            return redirect("gezinsplan:ons_dossier", gezin_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except IntegrityError:
            vraag = Aantekeningvraag(op=form.cleaned_data["op"], is_vervangen=True)
            oordeel = assess_aantekening(vraag, peildatum)
    context = {"gezin": gezin, "oud": oud, "form": form, "oordeel": oordeel}
    return render(request, "gezinsplan/aantekening.html", context, status=status_of(request))


def _open(request: Verzoek, gezin_id: UUID, peildatum: date) -> Gezin:
    """The family, with the name of the organisation whose dossier is opened."""
    wie = request.wie
    require(wie, Recht.EIGENDOSSIER_LEZEN, gezin_id=gezin_id, peildatum=peildatum)
    if wie.organisatie_id is None:
        raise Http404
    naam = Organisatie.objects.filter(pk=wie.organisatie_id).values("naam")
    gezinnen = Gezin.objects.visible_to(wie, peildatum).annotate(organisatienaam=Subquery(naam))
    gezin = get_object_or_404(gezinnen, pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.EIGENDOSSIER)
    return gezin
