from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import mag, require, require_list
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, status_of
from rondetafel.zorg import queries
from rondetafel.zorg.forms import AkkoordForm, GelezenForm, StopForm, VerlengingForm
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.operations import (
    ask_verlenging,
    grant_akkoord,
    grant_verlenging,
    record_brief,
    stop_zorg,
)

PER_BLADZIJDE = 50


@require_safe
def akkoorden(request: Verzoek) -> HttpResponse:
    """All help that runs, and for who decides on them the extensions that were asked."""
    peildatum = klok.today()
    require_list(request.wie, Recht.ZORG_LEZEN, peildatum=peildatum)
    lopend = queries.list_akkoorden(request.wie, peildatum)
    pagina = Paginator(lopend, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    beslist = mag(request.wie, Recht.VERLENGING_GEVEN, peildatum=peildatum).ja
    gevraagd = queries.requested_verlengingen(request.wie, peildatum)[:PER_BLADZIJDE] if beslist else []
    context = {
        "pagina": pagina,
        "rijen": queries.with_products(pagina.object_list),
        "beslist": beslist,
        "gevraagd": queries.with_products(gevraagd),
        "peildatum": peildatum,
    }
    _note_rows(request, [*pagina.object_list, *gevraagd])
    return render(request, "zorg/akkoorden.html", context)


@require_safe
def akkoord(request: Verzoek, pk: UUID) -> HttpResponse:
    """One akkoord: what was granted, all that happened since, and why that could be done."""
    peildatum = klok.today()
    een = _find(request, pk)
    context = {
        "akkoord": een,
        "product": queries.product_of(een),
        "gebeurd": queries.history_of(een),
        "kan": queries.steps_for(request.wie, een, peildatum),
        "is_brief_nodig": queries.waits_for_brief(een, request.wie, peildatum),
        "peildatum": peildatum,
    }
    return render(request, "zorg/akkoord.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Grant help; asking for the latest possible day grants nothing yet."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    require(request.wie, Recht.AKKOORD_GEVEN, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.ZORG)
    form, is_voorstel = _akkoord_form(request, gezin, peildatum)
    oordeel = None
    if not is_voorstel and form.is_valid():
        try:
            grant_akkoord(gezin.pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except ValidationError as overlap:
            form.add_error(None, overlap.messages)
        else:
            messages.success(request, _("Het akkoord is gegeven. De backoffice maakt de brief van aanbod."))
            return redirect("werkplek:gezin", gezin.pk)
    context = {"gezin": gezin, "form": form, "oordeel": oordeel}
    return render(request, "zorg/nieuw.html", context, status=200 if is_voorstel else status_of(request))


@require_POST
def brief(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down that the brief van aanbod has gone out."""
    een = _find(request, pk)
    record_brief(pk, door=request.wie, peildatum=klok.today())
    messages.success(request, _("Vastgelegd: de brief van aanbod is verstuurd."))
    return redirect("zorg:akkoord", een.pk)


@require_http_methods(["GET", "POST"])
def verlengen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Ask for an extension. What the rules say of the usual one stands there before anything is asked."""
    peildatum = klok.today()
    een = _find_running(request, pk, Recht.VERLENGING_VRAGEN)
    stand = queries.stand_of(een, peildatum)
    if stand is None:
        raise Http404
    form = VerlengingForm(request.POST or None, initial={"tot": stand.looptijd.voorstel})
    oordeel = stand.oordeel
    if form.is_valid():
        try:
            ask_verlenging(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("De verlenging is gevraagd. Het kernteam beslist."))
            return redirect("werkplek:gezin", een.gezin_id)
    context = {"akkoord": een, "stand": stand, "form": form, "oordeel": oordeel}
    return render(request, "zorg/verlengen.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def verlenging(request: Verzoek, pk: UUID) -> HttpResponse:
    """Decide on an extension that was asked, with what the rules say of it today."""
    peildatum = klok.today()
    gevraagd = get_object_or_404(queries.find_verlenging(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.VERLENGING_GEVEN, gemeente_id=gevraagd.gemeente_id, peildatum=peildatum)
    een = _find(request, gevraagd.akkoord_id)
    form = GelezenForm(request.POST or None, initial={"gelezen": een.versie})
    oordeel, status = queries.judge_request(gevraagd, een), status_of(request)
    if form.is_valid():
        try:
            grant_verlenging(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            form, status = GelezenForm(initial={"gelezen": botsing.huidig.versie}), BOTSING
        else:
            messages.success(request, _("De hulp is verlengd."))
            return redirect("werkplek:gezin", een.gezin_id)
    context = {"akkoord": een, "gevraagd": gevraagd, "form": form, "oordeel": oordeel}
    context |= {"product": queries.product_of(een), "is_botsing": status == BOTSING}
    return render(request, "zorg/verlenging.html", context, status=status)


@require_http_methods(["GET", "POST"])
def stoppen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Stop help, with a reason and a score on the whole goal."""
    peildatum = klok.today()
    een = _find_running(request, pk, Recht.ZORG_STOPPEN)
    form = StopForm(request.POST or None, initial={"stopdatum": peildatum, "gelezen": een.versie})
    oordeel, status = None, status_of(request)
    if form.is_valid():
        try:
            _stop(request, een, form, peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            form, status = _read_again(request, botsing), BOTSING
        else:
            messages.success(request, _("De hulp is gestopt."))
            # A zorgaanbieder who gave this help may not see the family any more.
            is_aanbieder = request.wie.rol is Rol.AANBIEDER
            return redirect("zorg:akkoorden") if is_aanbieder else redirect("werkplek:gezin", een.gezin_id)
    context = {"akkoord": een, "product": queries.product_of(een), "form": form, "oordeel": oordeel}
    return render(request, "zorg/stoppen.html", context | {"is_botsing": status == BOTSING}, status=status)


def _find(request: Verzoek, pk: UUID) -> AkkoordZorg:
    een = get_object_or_404(queries.find_akkoord(request.wie, klok.today()), pk=pk)
    logboek.note_look(request, [een], Onderdeel.ZORG)
    return een


def _find_running(request: Verzoek, pk: UUID, recht: Recht) -> AkkoordZorg:
    een = _find(request, pk)
    if een.gestopt_op is not None or not queries.may_handle(request.wie, een, recht, klok.today()):
        raise Http404
    return een


def _akkoord_form(request: Verzoek, gezin: Gezin, peildatum: date) -> tuple[AkkoordForm, bool]:
    """The form, and whether only the latest possible day was asked: then it comes back with that day."""
    is_voorstel = request.POST.get("stap") == "voorstel"
    keuzes: dict[str, Any] = {
        "jeugdigen": queries.children_of(gezin.pk, request.wie, peildatum),
        "aanbieders": Organisatie.objects.filter(soort=OrganisatieSoort.AANBIEDER),
        "uitvoerders": queries.uitvoerders(),
        "peildatum": peildatum,
    }
    if request.method == "POST" and not is_voorstel:
        return AkkoordForm(request.POST, **keuzes), False
    form = AkkoordForm(initial=request.POST.dict() or _begin_with(gezin, request, peildatum), **keuzes)
    form.suggest_einddatum()
    return form, is_voorstel


def _begin_with(gezin: Gezin, request: Verzoek, peildatum: date) -> dict[str, object]:
    product = queries.suggested_product(gezin.pk, request.wie, peildatum)
    return {"startdatum": peildatum, "product": product}


def _stop(request: Verzoek, akkoord: AkkoordZorg, form: StopForm, peildatum: date) -> None:
    stop_zorg(
        akkoord.pk,
        gelezen=form.cleaned_data["gelezen"],
        opgave=form.as_opgave(),
        door=request.wie,
        peildatum=peildatum,
    )


def _read_again(request: Verzoek, botsing: Botsing) -> StopForm:
    """The same answers, on the akkoord as it stands now."""
    antwoorden = request.POST.copy()
    antwoorden["gelezen"] = str(botsing.huidig.versie)
    return StopForm(antwoorden)


def _note_rows(request: Verzoek, rijen: list[dict[str, Any]]) -> None:
    logboek.note_look(
        request,
        [AkkoordZorg(gezin_id=rij["gezin_id"], gemeente_id=rij["gemeente_id"]) for rij in rijen],
        Onderdeel.ZORG,
    )
