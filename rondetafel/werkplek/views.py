from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.afscherming import list_adressen, look_at_text
from rondetafel.gezinnen.models import DEELBAAR, Betrokkene, Deelvraag, Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.operations import Actieopgave, add_actie
from rondetafel.gezinsplan.papier import Vorm, make_pdf
from rondetafel.gezinsplan.queries import find_doelen, last_looked, plan_of, young_children
from rondetafel.gezinsplan.queries.papier import families_for_paper, read_papier
from rondetafel.gezinsplan.vinden import find_plan
from rondetafel.kern import klok, logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.models import Logregel
from rondetafel.kwaliteit.queries import recent_noodknoppen
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.context import as_wie
from rondetafel.toegang.deur.sterk import recent_file
from rondetafel.toegang.mag import mag, require, require_list
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.veiligheid.models import Dossier
from rondetafel.veiligheid.operations import record_deling
from rondetafel.veiligheid.queries import writes
from rondetafel.veiligheid.slot import with_dossier
from rondetafel.web.antwoorden import status_of
from rondetafel.werkplek import queries
from rondetafel.werkplek.auditevent import as_bundle, as_ndjson
from rondetafel.werkplek.dossier import as_ends, help_within, open_dossier
from rondetafel.werkplek.forms import ActieDelenForm, KijkForm, PeriodeForm, ZoekForm
from rondetafel.werkplek.inzage import WOORDEN, merge_days
from rondetafel.werkplek.logregels import (
    Keuze,
    Mensen,
    by_moment,
    lines_of,
    list_logregels,
    lookers,
    merged,
    people_of,
    rows_of,
    word_logregels,
)
from rondetafel.werkplek.nieuw import EERSTE_KEER, news_since
from rondetafel.werkplek.taken import as_taken
from rondetafel.werkplek.zoals import render_as, render_asked

PER_PAGINA = 50
TAKEN = 25
# A file is made in memory and within one request.
MEESTE_REGELS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Kijken:
    """What someone asked to see of who looked at a family."""

    gezin: Gezin
    form: KijkForm
    keuze: Keuze
    mensen: Mensen
    regels: QuerySet[Logregel]


@require_safe
def vandaag(request: Verzoek) -> HttpResponse:
    """The start page: what asks for this person today."""
    peildatum = klok.today()
    if request.wie.is_gezin:
        return _vandaag_thuis(request)
    pagina = Paginator(queries.running_termijnen(request.wie, peildatum), TAKEN).get_page(
        request.GET.get("pagina")
    )
    taken = as_taken(pagina.object_list, peildatum)
    logboek.note_look(request, pagina.object_list, queries.noted_part(request.wie))
    gevraagd = list(queries.waiting_for_decision(request.wie, peildatum))
    logboek.note_look(
        request,
        [Gezin(pk=een["gezin_id"], gemeente_id=een["gemeente_id"]) for een in gevraagd],
        Onderdeel.ZORG,
    )
    deelvragen = list(queries.waiting_deelvragen(request.wie, peildatum))
    logboek.note_look(request, [een.gezin for een in deelvragen], Onderdeel.TOEGANG)
    noodknoppen = recent_noodknoppen(request.wie, peildatum)
    logboek.note_look(request, noodknoppen, Onderdeel.NOODKNOP)
    context = {"peildatum": peildatum, "pagina": pagina, "taken": taken, "gevraagd": gevraagd}
    context |= {"deelvragen": deelvragen, "noodknoppen": noodknoppen}
    context |= {"vervangingen": queries.own_absences(request.wie, peildatum)}
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
    wie = request.wie.at(pk)
    gezin = queries.find_gezin(pk, wie, peildatum)
    if gezin is None:
        raise Http404
    dossier = open_dossier(gezin, wie, peildatum)
    for onderdeel in dossier.onderdelen:
        logboek.note_look(request, [gezin], onderdeel)
    context = dossier.as_context() | {
        "gezin": gezin,
        "peildatum": peildatum,
        "betrokkenen": dossier.betrokkenen,
    }
    if wie.noodbanden(peildatum):
        # Who sets the table reads addresses elsewhere; in an emergency they stand where one looks first.
        context["adressen"] = list(list_adressen(pk, request.wie, peildatum))
        logboek.note_look(request, [gezin], Onderdeel.ADRES)
    return render(request, "werkplek/gezin.html", context)


@require_safe
@recent_file
def papier(request: Verzoek, pk: UUID, vorm: Vorm) -> HttpResponse:
    """The plan as a PDF, with what this reader may read of it and of the help beside it."""
    peildatum = klok.today()
    gezinnen = families_for_paper(request.wie, peildatum).annotate(hulp=help_within(request.wie, peildatum))
    gezin = get_object_or_404(gezinnen, pk=pk)
    gemeente_id = gezin.gemeente_id
    require(request.wie, Recht.PLAN_LEZEN, gezin_id=pk, gemeente_id=gemeente_id, peildatum=peildatum)
    plan = find_plan(gezin)
    if plan is None:
        raise Http404
    logboek.note_look(request, [gezin], Onderdeel.PLAN, gebeurtenis=Gebeurtenis.PLAN_GEDOWNLOAD)
    hulp = as_ends(getattr(gezin, "hulp", []))
    logboek.note_look(request, [gezin] if hulp else [], Onderdeel.ZORG)
    blad = read_papier(gezin, plan, request.wie, peildatum, hulp=hulp)
    naam = content_disposition_header(True, f"plan-{vorm}.pdf")
    return HttpResponse(
        make_pdf(blad, vorm), content_type="application/pdf", headers={"Content-Disposition": naam}
    )


@require_safe
def nieuw(request: Verzoek, pk: UUID) -> HttpResponse:
    """What is new since this person last looked, on a day before today."""
    peildatum = klok.today()
    gezin = _find_planned(request, pk)
    gezien_op = last_looked(pk, peildatum)
    sinds = gezien_op or peildatum - EERSTE_KEER
    dingen = news_since(pk, request.wie, peildatum, sinds=sinds)
    context = {"gezin": gezin, "peildatum": peildatum, "gezien_op": gezien_op, "dingen": dingen}
    return render(request, "werkplek/nieuw.html", context)


@require_safe
def kindkaart(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """The plan in the words of a child that does not read along yet, for the parent who tells it."""
    peildatum = klok.today()
    gezin, wie = _find_planned(request, pk), request.wie.at(pk)
    betrokkenen = people_at(pk, wie, peildatum)
    kinderen = {een.pk: een for een in young_children(betrokkenen, wie, pk, peildatum)}
    if persoon_pk not in kinderen:
        raise Http404
    doelen = [
        regel.doel
        for regel in plan_of(wie, pk, peildatum)
        if regel.doel.kruis.persoon_id in (None, persoon_pk) and not regel.is_bereikt
    ]
    mensen = [een for een in betrokkenen if not een.is_open and een.persoon_id != persoon_pk]
    context = {"gezin": gezin, "kind": kinderen[persoon_pk], "doelen": doelen, "mensen": mensen}
    return render(request, "werkplek/kindkaart.html", context)


def _find_planned(request: Verzoek, pk: UUID) -> Gezin:
    """A family whose plan this person reads."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.PLAN_LEZEN, gezin_id=pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin


@require_safe
def zoals(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """The family's page as somebody at the table reads it today."""
    peildatum = klok.today()
    gezin = _find_previewed(request, pk, peildatum)
    stoelen = Betrokkene.objects.visible_to(request.wie, peildatum).filter(gebruiker__isnull=False)
    stoel = get_object_or_404(stoelen, pk=stoel_pk, gezin_id=pk)
    assert stoel.gebruiker_id
    body = render_as(request, gezin, stoel.gebruiker_id, peildatum=peildatum)
    return render(request, "werkplek/zoals.html", {"gezin": gezin, "stoel": stoel, "body": body})


@require_safe
def zoals_gevraagd(request: Verzoek, pk: UUID, vraag_pk: UUID) -> HttpResponse:
    """The family's page as somebody would read it when everyone says yes to one question."""
    peildatum = klok.today()
    gezin = _find_previewed(request, pk, peildatum)
    vragen = Deelvraag.objects.visible_to(request.wie, peildatum).filter(betrokkene__gebruiker__isnull=False)
    vraag = get_object_or_404(vragen.select_related("betrokkene"), pk=vraag_pk, gezin_id=pk)
    body = render_asked(request, gezin, vraag, peildatum=peildatum)
    context = {"gezin": gezin, "stoel": vraag.betrokkene, "vraag": vraag, "body": body}
    return render(request, "werkplek/zoals.html", context)


def _find_previewed(request: Verzoek, pk: UUID, peildatum: date) -> Gezin:
    """A family whose sharing this person decides on, or whose table they set; looking is written as their own."""
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    if not mag(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum).ja:
        require(request.wie, Recht.DELEN, gezin_id=pk, peildatum=peildatum)
    for onderdeel in DEELBAAR:
        logboek.note_look(request, [gezin], onderdeel)
    return gezin


@require_safe
def wie_keek(request: Verzoek, pk: UUID) -> HttpResponse:
    """Who looked at this family's data, in plain words, the newest day first."""
    gekeken = _open_kijken(request, pk)
    pagina = Paginator(merged(gekeken.regels), PER_PAGINA * 2).get_page(request.GET.get("pagina"))
    logboek.note_look(request, [gekeken.gezin], Onderdeel.LOGBOEK)
    context = {
        "gezin": gekeken.gezin,
        "form": gekeken.form,
        "keuze": gekeken.keuze,
        "pagina": pagina,
        "dagen": merge_days(pagina, gekeken.mensen),
    }
    return render(request, "werkplek/wie_keek.html", context)


@require_safe
@recent_file
def wie_keek_bestand(request: Verzoek, pk: UUID) -> HttpResponse:
    """The same lines as a file, for who wants to keep or check them."""
    gekeken = _open_kijken(request, pk)
    # That something of a person is hidden is not for the family itself: it may be hidden from who reads this.
    regels = [
        regel | {"is_afgeschermd": False}
        for regel in rows_of(gekeken.regels.order_by("at", "pk"), MEESTE_REGELS + 1)
    ]
    logboek.note_look(request, [gekeken.gezin], Onderdeel.LOGBOEK, gebeurtenis=Gebeurtenis.LOGBOEK_GEDOWNLOAD)
    return _as_file(request, regels, f"wie-keek-{gekeken.gezin.nummer:04d}")


@require_safe
def logboek_lezen(request: Verzoek) -> HttpResponse:
    """The logboek by municipality: who did what and when, without what stood there."""
    peildatum = klok.today()
    require(request.wie, Recht.LOGBOEK_LEZEN, peildatum=peildatum)
    form = PeriodeForm(request.GET or None)
    regels = list_logregels(request.wie, peildatum, keuze=form.as_keuze(peildatum))
    pagina = Paginator(by_moment(regels), PER_PAGINA).get_page(request.GET.get("pagina"))
    logboek.note_look(request, _families_in(pagina.object_list), Onderdeel.LOGBOEK)
    context = {"form": form, "pagina": pagina, "regels": word_logregels(pagina)}
    return render(request, "werkplek/logboek.html", context)


@require_safe
@recent_file
def logboek_bestand(request: Verzoek) -> HttpResponse:
    """The lines of the same days as a file for a system that reviews logs."""
    peildatum = klok.today()
    require(request.wie, Recht.LOGBOEK_LEZEN, peildatum=peildatum)
    keuze = PeriodeForm(request.GET or None).as_keuze(peildatum)
    regels = rows_of(list_logregels(request.wie, peildatum, keuze=keuze), MEESTE_REGELS + 1)
    logboek.note_look(
        request, _families_in(regels), Onderdeel.LOGBOEK, gebeurtenis=Gebeurtenis.LOGBOEK_GEDOWNLOAD
    )
    return _as_file(request, regels, f"logboek-{keuze.van}-{keuze.tot}")


def _open_kijken(request: Verzoek, pk: UUID) -> Kijken:
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.LOGBOEK_LEZEN, gezin_id=gezin.pk, peildatum=peildatum)
    regels = lines_of(gezin.pk, request.wie, peildatum)
    mensen = people_of(gezin.pk, request.wie, peildatum)
    keuzes = {
        "wie": lookers(regels),
        "deel": list(WOORDEN.items()),
        "over": [(str(een), naam) for een, naam in mensen.personen.items()],
    }
    form = KijkForm(request.GET, keuzes=keuzes)
    keuze = form.as_keuze(peildatum)
    return Kijken(gezin=gezin, form=form, keuze=keuze, mensen=mensen, regels=regels.filter(keuze.filter))


def _families_in(regels: Iterable[dict[str, Any]]) -> list[Gezin]:
    """The families that these lines are about, each once."""
    gezinnen = {regel["gezin_id"]: regel["gemeente_id"] for regel in regels if regel["gezin_id"]}
    return [Gezin(pk=pk, gemeente_id=gemeente_id) for pk, gemeente_id in gezinnen.items()]


def _as_file(request: Verzoek, regels: list[dict[str, Any]], naam: str) -> HttpResponse:
    """As FHIR, one event a line, or with ?vorm=bundel in one piece; too much at once is not given by halves."""
    if len(regels) > MEESTE_REGELS:
        return render(request, "werkplek/te_veel_regels.html", {"meeste": MEESTE_REGELS})
    is_bundel = request.GET.get("vorm") == "bundel"
    inhoud, soort = (as_bundle(regels), "json") if is_bundel else (as_ndjson(regels), "ndjson")
    bestand = HttpResponse(inhoud, content_type=f"application/fhir+{soort}; charset=utf-8")
    bestand["Content-Disposition"] = f'attachment; filename="{naam}.{soort}"'
    return bestand


@require_http_methods(["GET", "POST"])
@with_dossier
def actie_delen(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Put an ordinary action into the plan, worded anew. The plan does not know where it came from."""
    peildatum = klok.today()
    if not writes(dossier, request.wie, peildatum):
        raise Http404
    form = _share_form(request, dossier)
    afgeschermd = _look_at_action(request, dossier, form) if form.is_valid() else None
    if form.is_valid() and not afgeschermd:
        feiten = form.cleaned_data
        with as_wie(request.wie, peildatum=peildatum):
            add_actie(
                UUID(feiten["doel"]),
                opgave=Actieopgave(tekst=feiten["tekst"], wie_id=UUID(feiten["wie"])),
                door=request.wie,
                peildatum=peildatum,
            )
        record_deling(dossier.pk, tekst=feiten["tekst"], door=request.wie, peildatum=peildatum)
        messages.success(request, _("De actie staat in het plan. Iedereen aan tafel ziet hem."))
        return redirect("veiligheid:dossier", dossier.pk)
    context = {"form": form, "dossier": dossier, "afgeschermd": afgeschermd}
    return render(request, "werkplek/actie_delen.html", context, status=status_of(request))


def _look_at_action(request: Verzoek, dossier: Dossier, form: ActieDelenForm) -> Oordeel | None:
    """What the new words tell that somebody at the table may not know, looked up as the regisseur."""
    peildatum, tekst = klok.today(), form.cleaned_data["tekst"]
    with as_wie(request.wie, peildatum=peildatum):
        return look_at_text(request, dossier.gezinssleutel, tekst, peildatum=peildatum)


def _share_form(request: Verzoek, dossier: Dossier) -> ActieDelenForm:
    """The goals and chairs of this family, read as the regisseur reads them."""
    peildatum, gezin_id = klok.today(), dossier.gezinssleutel
    with as_wie(request.wie, peildatum=peildatum):
        require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
        doelen = find_doelen(request.wie, peildatum).filter(gezin_id=gezin_id)
        stoelen = people_at(gezin_id, request.wie, peildatum)
        return ActieDelenForm(
            request.POST or None,
            doelen=[(een.pk, een.specifiek) for een in doelen],
            stoelen=[(een.pk, f"{een.naam} ({een.relatie})") for een in stoelen if not een.is_open],
        )
