from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.toegang.mag import require, require_list
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.werkplek import queries
from rondetafel.werkplek.dossier import open_dossier
from rondetafel.werkplek.forms import ZoekForm
from rondetafel.werkplek.inzage import merge_days

PER_PAGINA = 50
TAKEN = 25
DAGEN_INZAGE = 90


@require_safe
def vandaag(request: Verzoek) -> HttpResponse:
    """The start page: what asks for this person today."""
    peildatum = klok.today()
    if request.wie.is_gezin:
        return _vandaag_thuis(request)
    pagina = Paginator(queries.running_termijnen(request.wie, peildatum), TAKEN).get_page(
        request.GET.get("pagina")
    )
    taken = queries.as_taken(pagina.object_list, peildatum)
    logboek.note_look(request, pagina.object_list, Onderdeel.TERMIJN)
    gevraagd = list(queries.waiting_for_decision(request.wie, peildatum))
    logboek.note_look(
        request,
        [Gezin(pk=een["gezin_id"], gemeente_id=een["gemeente_id"]) for een in gevraagd],
        Onderdeel.ZORG,
    )
    context = {"peildatum": peildatum, "pagina": pagina, "taken": taken, "gevraagd": gevraagd}
    return render(request, "werkplek/vandaag.html", context)


def _vandaag_thuis(request: Verzoek) -> HttpResponse:
    """At home the start page is the own plan; with more than one family, a choice first."""
    peildatum = klok.today()
    gezinnen = list(queries.list_gezinnen(request.wie, peildatum)[:PER_PAGINA])
    if len(gezinnen) == 1:
        return redirect("werkplek:gezin", gezinnen[0]["pk"])
    return render(request, "werkplek/thuis.html", {"gezinnen": gezinnen})


@require_http_methods(["GET", "POST"])
def gezinnen(request: Verzoek) -> HttpResponse:
    """The caseload. A search goes by POST, so that no name ends up in an address."""
    peildatum = klok.today()
    require_list(request.wie, Recht.GEZIN_LEZEN, peildatum=peildatum)
    form = ZoekForm(request.POST or None)
    zoek = form.cleaned_data["zoek"] if form.is_valid() else ""
    lijst = queries.list_gezinnen(request.wie, peildatum, zoek=zoek)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    logboek.note_look(
        request, [Gezin(pk=een["pk"], gemeente_id=een["gemeente_id"]) for een in pagina], Onderdeel.GEZIN
    )
    return render(request, "werkplek/gezinnen.html", {"form": form, "pagina": pagina, "zoek": zoek})


@require_safe
def gezin(request: Verzoek, pk: UUID) -> HttpResponse:
    """The family's own page: the table, the plan, the help and the next meeting."""
    peildatum = klok.today()
    gezin = get_object_or_404(queries.find_gezin(request.wie, peildatum), pk=pk)
    dossier = open_dossier(gezin, request.wie.at(gezin.pk), peildatum)
    for onderdeel in dossier.onderdelen:
        logboek.note_look(request, [gezin], onderdeel)
    return render(
        request, "werkplek/gezin.html", dossier.as_context() | {"gezin": gezin, "peildatum": peildatum}
    )


@require_safe
def wie_keek(request: Verzoek, pk: UUID) -> HttpResponse:
    """Who looked at this family's plan, in plain words, the newest day first."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.LOGBOEK_LEZEN, gezin_id=gezin.pk, peildatum=peildatum)
    regels = queries.looks_at(gezin.pk, request.wie, peildatum, dagen=DAGEN_INZAGE)
    pagina = Paginator(regels, PER_PAGINA * 4).get_page(request.GET.get("pagina"))
    logboek.note_look(request, [gezin], Onderdeel.LOGBOEK)
    context = {"gezin": gezin, "pagina": pagina, "dagen": merge_days(pagina), "aantal_dagen": DAGEN_INZAGE}
    return render(request, "werkplek/wie_keek.html", context)


@require_safe
def logboek_lezen(request: Verzoek) -> HttpResponse:
    """The logboek for the auditor: who did what and when, without what stood there."""
    peildatum = klok.today()
    require(request.wie, Recht.LOGBOEK_LEZEN, peildatum=peildatum)
    regels = queries.list_logregels(request.wie, peildatum)
    pagina = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "regels": queries.word_logregels(pagina)}
    return render(request, "werkplek/logboek.html", context)
