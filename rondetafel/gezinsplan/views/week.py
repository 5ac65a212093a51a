from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import ContactForm, KleurForm, WoordForm
from rondetafel.gezinsplan.models import Tafelwoord, Weekkleur
from rondetafel.gezinsplan.operations import add_woord, record_contact, record_kleur, withdraw_woord
from rondetafel.gezinsplan.vinden import look, read_gezin
from rondetafel.kern import klok, logboek
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.week import Kleur
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of


@require_http_methods(["GET", "POST"])
def week(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """How the weeks go of everyone whose plan this person reads; and giving a colour for this week."""
    peildatum = klok.today()
    gezin = read_gezin(request, gezin_id, peildatum)
    rijen, plekken = queries.week_page_of(gezin, request.wie, peildatum)
    if request.method == "POST" and not plekken:
        raise Http404
    form = KleurForm(posted(request))
    oordeel = None
    if form.is_valid():
        try:
            record_kleur(gezin_id, **form.as_waarden(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("De kleur van deze week staat erin. Een andere kiezen kan altijd."))
            return redirect("werkplek:gezin", gezin_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": gezin, "kleurrijen": rijen, "kleurplekken": plekken, "form": form, "oordeel": oordeel}
    return render(request, "gezinsplan/week.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def contact(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down that there was contact after red."""
    peildatum = klok.today()
    rood = _find_rood(request, pk)
    if rood.contact_op:
        messages.info(request, _("Dat er contact was, staat er al."))
        return redirect("werkplek:gezin", rood.gezin_id)
    form = ContactForm(posted(request), initial={"contact_op": peildatum})
    oordeel, afgeschermd = None, look(request, form, rood.gezin_id, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            record_contact(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het contact staat erbij. De taak is klaar."))
            return redirect("werkplek:gezin", rood.gezin_id)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"rood": rood, "form": form, "oordeel": oordeel, "afgeschermd": afgeschermd}
    return render(request, "gezinsplan/week_contact.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def zeggen(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Say something to the table; each choice says who reads it, before anything is sent."""
    peildatum = klok.today()
    gezin = read_gezin(request, gezin_id, peildatum, recht=Recht.ACTIE_AFVINKEN)
    keuzes = queries.choices_of(gezin, request.wie, peildatum)
    if not keuzes:
        raise Http404
    begin = {"waarover": f"doel:{request.GET.get('doel', '')}"}
    vorm = "je" if request.wie.is_jeugdige else "u"
    form = WoordForm(posted(request), keuzes=keuzes, aanspreekvorm=vorm, initial=begin)
    if form.is_valid():
        add_woord(gezin_id, **form.as_waarden(gezin_id), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Het staat erbij. Het komt ook terug in het volgende overleg."))
        return redirect("werkplek:gezin", gezin_id)
    context = {"gezin": gezin, "form": form}
    return render(request, "gezinsplan/week_zeggen.html", context, status=status_of(request))


@require_POST
def terugnemen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Take back what one said; a second time changes nothing."""
    peildatum = klok.today()
    eigen = Tafelwoord.objects.visible_to(request.wie, peildatum).filter(door_id=request.wie.id)
    woord = get_object_or_404(eigen, pk=pk)
    if woord.ingetrokken_op is None:
        withdraw_woord(pk, door=request.wie, peildatum=peildatum)
    messages.success(request, _("Het is weg. Niemand kan het meer lezen."))
    return redirect("werkplek:gezin", woord.gezin_id)


def _find_rood(request: Verzoek, pk: UUID) -> Weekkleur:
    peildatum = klok.today()
    rode = Weekkleur.objects.visible_to(request.wie, peildatum).filter(kleur=Kleur.ROOD.value)
    rood = get_object_or_404(rode.select_related("gezin", "voor", "stoel"), pk=pk)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=rood.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [rood], Onderdeel.PLAN)
    return rood
