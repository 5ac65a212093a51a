"""Who reads what: the page of the family, the questions, the answers, and what changes when."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen import delen, queries
from rondetafel.gezinnen.afscherming import look_at_form
from rondetafel.gezinnen.beslissers import people_of, voice_of, with_antwoorden
from rondetafel.gezinnen.forms.delen import INSTELLING, AntwoordForm, DeelvraagForm, DoorbraakForm
from rondetafel.gezinnen.models import Betrokkene, Deelvraag, Gezin
from rondetafel.gezinnen.operations import (
    answer_deelvraag,
    ask_deelvragen,
    decide_deelvraag,
    record_deelantwoord,
    withdraw_toestemming,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.accounts import AdresBezet
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import status_of


@require_safe
def wie_leest(request: Verzoek, pk: UUID) -> HttpResponse:
    """Who reads what of whom, today or on a day to come."""
    vandaag = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, vandaag), pk=pk)
    recht = Recht.TOEGANG_LEZEN
    require(request.wie, recht, gezin_id=pk, gemeente_id=gezin.gemeente_id, peildatum=vandaag)
    logboek.note_look(request, [gezin], Onderdeel.TOEGANG)
    dag = max(vandaag, _chosen_day(request) or vandaag)
    overzicht = delen.overview_of(gezin, request.wie, dag=dag, peildatum=vandaag)
    context = {"gezin": gezin, "dag": dag, "is_later": dag > vandaag, "overzicht": overzicht}
    context |= {"verjaardagen": overzicht.verjaardagen, "deelnamen": [*delen.DELEN_KORT.values()]}
    context |= {"door_werk": queries.reach_by_work()}
    return render(request, "gezinnen/wie_leest.html", context | _rights(request, gezin, vandaag))


@require_http_methods(["GET", "POST"])
def vraag_nieuw(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Ask whether somebody at the table may read along."""
    peildatum = klok.today()
    stoelen = Betrokkene.objects.visible_to(request.wie, peildatum).select_related("gezin")
    stoel = get_object_or_404(stoelen, pk=stoel_pk, gezin_id=pk, tot__isnull=True)
    personen = _askable(request, pk, peildatum)
    logboek.note_look(request, [stoel], Onderdeel.GEZIN)
    form = DeelvraagForm(
        request.POST or None, personen=personen, initial={"onderdelen": [Onderdeel.PLAN.value]}
    )
    context: dict[str, Any] = {"gezin": stoel.gezin, "stoel": stoel, "form": form}
    context["afgeschermd"] = look_at_form(request, form, pk, "doel", peildatum=peildatum)
    try:
        if form.is_valid() and not context["afgeschermd"]:
            vragen = ask_deelvragen(
                stoel_pk, opgaven=form.as_opgaven(), door=request.wie, peildatum=peildatum
            )
            messages.success(request, _("De vraag over %(wie)s staat klaar.") % {"wie": stoel})
            return _answer_asked(pk, vragen)
    except Geweigerd as geweigerd:
        context["oordeel"] = geweigerd.oordeel
    except AdresBezet:
        context["is_bezet"] = True
    return render(request, "gezinnen/vraag_nieuw.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek, pk: UUID, vraag_pk: UUID) -> HttpResponse:
    """One question: who would see what, who has to answer, and my own yes or no."""
    peildatum = klok.today()
    deelvraag = _find_vraag(request, pk, vraag_pk, peildatum)
    if request.method == "POST":
        is_ja = request.POST.get("antwoord") == "ja"
        answer_deelvraag(vraag_pk, is_ja=is_ja, door=request.wie, peildatum=peildatum)
        messages.success(request, _("Uw antwoord is bewaard."))
        return redirect("gezinnen:wie_leest", pk)
    leden = people_of(pk)
    stem = voice_of(pk, request.wie, peildatum)
    context = {
        "gezin": deelvraag.gezin,
        "stand": delen.read_vraag(deelvraag, leden, stem, peildatum),
        "beslissers": [
            delen.tell_beslisser(een, leden) for een in leden.deciders_about(deelvraag.persoon_id, peildatum)
        ],
        "beslist_mee": leden.voice(stem, over=deelvraag.persoon_id, peildatum=peildatum) is not None,
    }
    return render(request, "gezinnen/vraag.html", context | _rights(request, deelvraag.gezin, peildatum))


@require_http_methods(["GET", "POST"])
def noteren(request: Verzoek, pk: UUID, vraag_pk: UUID) -> HttpResponse:
    """Write down what somebody said at the table."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    deelvraag = _find_vraag(request, pk, vraag_pk, peildatum)
    leden = people_of(pk)
    beslissers = [
        (str(een.persoon or INSTELLING), delen.tell_beslisser(een, leden))
        for een in leden.deciders_about(deelvraag.persoon_id, peildatum)
    ]
    form = AntwoordForm(request.POST or None, beslissers=beslissers)
    if form.is_valid():
        record_deelantwoord(vraag_pk, antwoord=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Het antwoord is opgeschreven."))
        return redirect("gezinnen:vraag", pk, vraag_pk)
    titel = _("Antwoord opschrijven")
    return _form_page(request, deelvraag.gezin, form, titel=titel, over=str(deelvraag))


@require_http_methods(["GET", "POST"])
def intrekken(request: Verzoek, pk: UUID, vraag_pk: UUID) -> HttpResponse:
    """Take consent back, after one look at what that does."""
    peildatum = klok.today()
    deelvraag = _find_vraag(request, pk, vraag_pk, peildatum)
    leden = people_of(pk)
    stem = voice_of(pk, request.wie, peildatum)
    if request.method == "POST":
        withdraw_toestemming(vraag_pk, door=request.wie, peildatum=peildatum)
        messages.success(request, _("%(wie)s leest dit niet meer.") % {"wie": deelvraag.betrokkene})
        return redirect("gezinnen:wie_leest", pk)
    require(request.wie, Recht.DELEN, gezin_id=pk, sleutel=deelvraag.persoon_id, peildatum=peildatum)
    context = {"gezin": deelvraag.gezin, "stand": delen.read_vraag(deelvraag, leden, stem, peildatum)}
    return render(request, "gezinnen/intrekken.html", context)


@require_http_methods(["GET", "POST"])
def doorbreken(request: Verzoek, pk: UUID, vraag_pk: UUID) -> HttpResponse:
    """Let somebody read along on a ground from outside the family."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    deelvraag = _find_vraag(request, pk, vraag_pk, peildatum)
    form = DoorbraakForm(request.POST or None)
    oordeel, afgeschermd = None, look_at_form(request, form, pk, "reden", peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            decide_deelvraag(vraag_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("%(wie)s leest nu mee.") % {"wie": deelvraag.betrokkene})
            return redirect("gezinnen:wie_leest", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    titel, anders = _("Toch laten meelezen"), {"oordeel": oordeel, "afgeschermd": afgeschermd}
    return _form_page(request, deelvraag.gezin, form, titel=titel, over=str(deelvraag), **anders)


def _answer_asked(pk: UUID, vragen: list[Deelvraag]) -> HttpResponse:
    """To the question that was asked; to all of them when there are more."""
    if len(vragen) == 1:
        return redirect("gezinnen:vraag", pk, vragen[0].pk)
    return redirect("gezinnen:wie_leest", pk)


def _form_page(
    request: Verzoek, gezin: Gezin, form: Any, *, titel: str, over: str, **anders: Oordeel | None
) -> HttpResponse:
    context = {"gezin": gezin, "form": form, "titel": titel, "over": over, **anders}
    return render(request, "gezinnen/formulier.html", context, status=status_of(request))


def _find_vraag(request: Verzoek, pk: UUID, vraag_pk: UUID, peildatum: date) -> Deelvraag:
    """A question of this family, for who reads about that person and for who sets the table."""
    vragen = Deelvraag.objects.visible_to(request.wie, peildatum).select_related(
        "gezin", "persoon", "betrokkene"
    )
    deelvraag: Deelvraag = get_object_or_404(with_antwoorden(vragen), pk=vraag_pk, gezin_id=pk)
    logboek.note_look(request, [deelvraag.gezin], Onderdeel.TOEGANG)
    return deelvraag


def _askable(request: Verzoek, pk: UUID, peildatum: date) -> list[tuple[str, str]]:
    """The people about whom `request.wie` may ask; one who may ask about nobody finds no page."""
    leden = people_of(pk)
    dekt = mag(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum).ja
    stem = voice_of(pk, request.wie, peildatum)
    personen = [
        (str(een.pk), een.voornaam)
        for een in leden.personen.values()
        if een.overleden_op is None and (dekt or leden.voice(stem, over=een.pk, peildatum=peildatum))
    ]
    if not dekt and not personen:
        raise GeenToegang("beslist over niemand")
    if not dekt:
        require(request.wie, Recht.DELEN, gezin_id=pk, peildatum=peildatum)
    return personen


def _rights(request: Verzoek, gezin: Gezin, peildatum: date) -> dict[str, bool]:
    dekt = mag(request.wie, Recht.TAFEL_DEKKEN, gezin_id=gezin.pk, peildatum=peildatum).ja
    beslist = mag(request.wie, Recht.DELEN, gezin_id=gezin.pk, peildatum=peildatum).ja
    return {"mag_dekken": dekt, "mag_voorbeeld": dekt or beslist, "mag_vragen": dekt or beslist}


def _chosen_day(request: Verzoek) -> date | None:
    try:
        return parse_date(request.GET.get("op", ""))
    except ValueError:
        return None
