from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.afscherming import look_at_form
from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.maatwerk import is_maatwerk
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.papieren import nature_of_brief
from rondetafel.regels.product import Product
from rondetafel.regels.spreken import say_length
from rondetafel.regels.termijnen import BRIEF_VAN_AANBOD
from rondetafel.toegang.mag import mag, require, require_list
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, status_of
from rondetafel.zorg import queries
from rondetafel.zorg.brieven import (
    Briefstand,
    all_papers_of,
    briefs_of,
    circle_of,
    may_send,
    papers_of,
    stand_of_brief,
    waits_for_brief,
)
from rondetafel.zorg.feiten import why_k3
from rondetafel.zorg.forms import (
    MEERVOUD,
    AkkoordForm,
    GelezenForm,
    HandtekeningForm,
    PapierForm,
    StopForm,
    VerlengingForm,
)
from rondetafel.zorg.models import AkkoordZorg, Brief
from rondetafel.zorg.operations import (
    ask_verlenging,
    grant_akkoord,
    grant_verlenging,
    record_brief,
    record_handtekening,
    record_papier,
    stop_zorg,
)
from rondetafel.zorg.papieren import papers_for

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
        "is_brief_nodig": waits_for_brief(een, request.wie, peildatum),
        "mag_brief": may_send(een, request.wie, peildatum),
        "papierlijsten": all_papers_of(een),
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
    oordeel, afgeschermd = None, look_at_form(request, form, gezin.pk, "motivering", peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            grant_akkoord(gezin.pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except ValidationError as overlap:
            form.add_error(None, overlap.messages)
        else:
            messages.success(request, _("Het akkoord is gegeven. De backoffice maakt de brief van aanbod."))
            return redirect("werkplek:gezin", gezin.pk)
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, "afgeschermd": afgeschermd}
    return render(request, "zorg/nieuw.html", context, status=200 if is_voorstel else status_of(request))


@require_http_methods(["GET", "POST"])
def brief(request: Verzoek, pk: UUID) -> HttpResponse:
    """The brief van aanbod: what is in it, who must sign it; a post writes down that it went out."""
    peildatum = klok.today()
    een = _find(request, pk)
    require(request.wie, Recht.BRIEF_VASTLEGGEN, gemeente_id=een.gemeente_id, peildatum=peildatum)
    if request.method == "POST":
        record_brief(pk, door=request.wie, peildatum=peildatum)
        messages.success(request, _("Vastgelegd: de brief van aanbod is verstuurd."))
        return redirect("zorg:brief", een.pk)
    return _show_letters(request, een)


@require_POST
def tekenen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down one signature; what cannot be is shown on the page of the letter."""
    peildatum = klok.today()
    brief = get_object_or_404(Brief.objects.visible_to(request.wie, peildatum), pk=pk)
    een = _find(request, brief.akkoord_id)
    require(request.wie, Recht.BRIEF_VASTLEGGEN, gemeente_id=een.gemeente_id, peildatum=peildatum)
    form = _teken_form(stand_of_brief(brief, circle_of(een), peildatum), peildatum, request.POST)
    oordeel = None
    if form.is_valid():
        try:
            record_handtekening(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except ValidationError as dubbel:
            form.add_error(None, dubbel.messages)
        else:
            messages.success(request, _("De handtekening is vastgelegd."))
            return redirect("zorg:brief", een.pk)
    return _show_letters(request, een, getekend={brief.pk: (form, oordeel)})


@require_http_methods(["GET", "POST"])
def verlengen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Ask for an extension. What the rules say of the usual one stands there before anything is asked."""
    peildatum = klok.today()
    een = _find_running(request, pk, Recht.VERLENGING_VRAGEN)
    stand = queries.stand_of(een, peildatum)
    if stand is None:
        raise Http404
    looptijd = stand.looptijd
    form = VerlengingForm(request.POST or None, product=looptijd.product, initial={"tot": looptijd.voorstel})
    oordeel = stand.oordeel
    afgeschermd = look_at_form(request, form, een.gezin_id, "motivering", peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            ask_verlenging(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("De verlenging is gevraagd. Het kernteam beslist."))
            return redirect("werkplek:gezin", een.gezin_id)
    context = {"akkoord": een, "stand": stand, "form": form, "oordeel": oordeel}
    context |= {"papieren": papers_for(een, looptijd), "afgeschermd": afgeschermd}
    return render(request, "zorg/verlengen.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def papier(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down that a paper for the extension came in."""
    peildatum = klok.today()
    een = _find_running(request, pk, Recht.VERLENGING_VRAGEN)
    stand = queries.stand_of(een, peildatum)
    if stand is None:
        raise Http404
    nog_niet = [rij.papier for rij in papers_for(een, stand.looptijd) if rij.van_dag is None]
    form = PapierForm(request.POST or None, papieren=nog_niet, initial={"van_dag": peildatum})
    if form.is_valid():
        try:
            record_papier(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        except ValidationError as dubbel:
            form.add_error(None, dubbel.messages)
        else:
            messages.success(request, _("Vastgelegd: dit papier is ingeleverd."))
            return redirect("zorg:verlengen", een.pk)
    context = {"akkoord": een, "stand": stand, "form": form, "is_alles_er": not nog_niet}
    return render(request, "zorg/papier.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def verlenging(request: Verzoek, pk: UUID) -> HttpResponse:
    """Decide on an extension that was asked, with what the rules say of it today."""
    peildatum = klok.today()
    gevraagd = get_object_or_404(queries.find_verlenging(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.VERLENGING_GEVEN, gemeente_id=gevraagd.gemeente_id, peildatum=peildatum)
    een = _find(request, gevraagd.akkoord_id)
    form = GelezenForm(request.POST or None, initial={"gelezen": een.versie})
    oordeel, status = queries.judge_request(gevraagd, een, peildatum), status_of(request)
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
    looptijd = queries.looptijd_of(een)
    context["papieren"] = papers_for(een, looptijd) if looptijd else []
    return render(request, "zorg/verlenging.html", context, status=status)


@require_http_methods(["GET", "POST"])
def stoppen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Stop help, with a reason and a score on the whole goal."""
    peildatum = klok.today()
    een = _find_running(request, pk, Recht.ZORG_STOPPEN)
    product = catalogue_on(een.startdatum).product(een.product_code)
    begin = {"stopdatum": peildatum, "gelezen": een.versie}
    form = StopForm(request.POST or None, product=product, initial=begin)
    oordeel, status = None, status_of(request)
    velden = ("overgedragen_aan", "toelichting")
    afgeschermd = look_at_form(request, form, een.gezin_id, *velden, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            _stop(request, een, form, peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            form, status = _read_again(request, botsing, product), BOTSING
        else:
            messages.success(request, _("De hulp is gestopt."))
            # A zorgaanbieder who gave this help may not see the family any more.
            is_aanbieder = request.wie.rol is Rol.AANBIEDER
            return redirect("zorg:akkoorden") if is_aanbieder else redirect("werkplek:gezin", een.gezin_id)
    context = {"akkoord": een, "product": product.naam, "form": form, "oordeel": oordeel}
    context |= {"is_botsing": status == BOTSING, "afgeschermd": afgeschermd}
    return render(request, "zorg/stoppen.html", context, status=status)


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
        "redenen_k3": why_k3(gezin.pk, request.wie, peildatum),
        "peildatum": peildatum,
    }
    if request.method == "POST" and not is_voorstel:
        return AkkoordForm(request.POST, **keuzes), False
    begin = _as_typed(request.POST) if is_voorstel else _begin_with(gezin, request, peildatum)
    form = AkkoordForm(initial=begin, **keuzes)
    form.suggest_einddatum()
    return form, is_voorstel


def _as_typed(antwoorden: QueryDict) -> dict[str, Any]:
    return antwoorden.dict() | {naam: antwoorden.getlist(naam) for naam in MEERVOUD}


def _show_letters(
    request: Verzoek, akkoord: AkkoordZorg, *, getekend: dict[UUID, Any] | None = None
) -> HttpResponse:
    """Every letter of an akkoord; `getekend` holds a form that was sent in, with what the rules said."""
    peildatum = klok.today()
    brieven, kring = [], circle_of(akkoord)
    for brief in briefs_of(akkoord.pk, request.wie, peildatum):
        stand = stand_of_brief(brief, kring, peildatum)
        form, oordeel = (getekend or {}).get(brief.pk, (_teken_form(stand, peildatum), None))
        brieven.append({"stand": stand, "form": form, "oordeel": oordeel})
    context = {"akkoord": akkoord, "product": queries.product_of(akkoord), "brieven": brieven}
    context["papierlijst"] = papers_of(akkoord)
    catalogus = catalogue_on(akkoord.startdatum)
    product = catalogus.producten.get(akkoord.product_code)
    context["plaatsen"] = product.plaatsen if product else ()
    context["aard"] = nature_of_brief(catalogus.keuzes)
    context["binnen"] = say_length(catalogus.norm(BRIEF_VAN_AANBOD.norm))
    return render(request, "zorg/brief.html", context, status=422 if getekend else 200)


def _teken_form(stand: Briefstand, peildatum: date, antwoorden: QueryDict | None = None) -> HandtekeningForm:
    nog_niet = [(een.keuze, een.naam) for een in stand.regels if een.getekend_op is None]
    return HandtekeningForm(antwoorden, tekenaars=nog_niet, initial={"getekend_op": peildatum})


def _begin_with(gezin: Gezin, request: Verzoek, peildatum: date) -> dict[str, object]:
    code = queries.suggested_product(gezin.pk, request.wie, peildatum)
    begin: dict[str, object] = {"startdatum": peildatum, "product": code}
    product = catalogue_on(peildatum).producten.get(code)
    if product and is_maatwerk(product):
        begin["rto_op"] = queries.planned_rto(gezin.pk, peildatum)
    return begin


def _stop(request: Verzoek, akkoord: AkkoordZorg, form: StopForm, peildatum: date) -> None:
    stop_zorg(
        akkoord.pk,
        gelezen=form.cleaned_data["gelezen"],
        opgave=form.as_opgave(),
        door=request.wie,
        peildatum=peildatum,
    )


def _read_again(request: Verzoek, botsing: Botsing, product: Product) -> StopForm:
    """The same answers, on the akkoord as it stands now."""
    antwoorden = request.POST.copy()
    antwoorden["gelezen"] = str(botsing.huidig.versie)
    return StopForm(antwoorden, product=product)


def _note_rows(request: Verzoek, rijen: list[dict[str, Any]]) -> None:
    logboek.note_look(
        request,
        [AkkoordZorg(gezin_id=rij["gezin_id"], gemeente_id=rij["gemeente_id"]) for rij in rijen],
        Onderdeel.ZORG,
    )
