"""Who is around the family, what was asked about them, and the drawings of it all."""

from functools import partial
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen import omgeving, queries
from rondetafel.gezinnen.afscherming import TOCH
from rondetafel.gezinnen.beslissers import concerned_by, consenters_in
from rondetafel.gezinnen.botsing import Blad, leave_theirs, leaves_theirs, show_both
from rondetafel.gezinnen.dubbelen import look_for_double_around
from rondetafel.gezinnen.forms.netwerk import NetwerkForm, StoelantwoordForm, StoelvraagForm, WijzigPlekForm
from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep, Netwerkplek, Omgevingsvraag, Stoelvraag
from rondetafel.gezinnen.operations import (
    add_netwerk,
    answer_stoelvraag,
    ask_stoelvraag,
    correct_plek,
    record_niemand,
)
from rondetafel.gezinnen.tekeningen import genogram_of, kringen_of
from rondetafel.gezinnen.vinden import find_gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.omgeving import Omgeving, assess_omgeving, still_to_ask
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of

NETWERK = "gezinnen:netwerk"
FORMULIER = "gezinnen/netwerkformulier.html"


@require_safe
def netwerk(request: Verzoek, pk: UUID) -> HttpResponse:
    """Everybody around the family, and about whom to ask further."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    regels = omgeving.rows_of(pk, request.wie, peildatum)
    niemand = list(Omgevingsvraag.objects.visible_to(request.wie, peildatum).filter(gezin_id=pk))
    feiten = omgeving.facts_of(regels, queries.persons_of(pk), niemand)
    context = {
        "gezin": gezin,
        "netwerk": [een for een in regels if een.stoel.groep == Groep.NETWERK],
        "beroep": [een for een in regels if een.stoel.groep == Groep.BEROEP],
        "niemand": niemand,
        "vragen": list(still_to_ask(feiten)),
        "oordeel": assess_omgeving(feiten, peildatum),
    }
    return render(request, "gezinnen/netwerk.html", context)


@require_http_methods(["GET", "POST"])
def netwerk_nieuw(request: Verzoek, pk: UUID) -> HttpResponse:
    """Add somebody around the family."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    eerste = {"soort": request.GET.get("soort", "")}
    form = NetwerkForm(posted(request), personen=queries.persons_of(pk), initial=eerste)
    dubbel = None
    if form.is_valid() and TOCH not in request.POST:
        dubbel = look_for_double_around(pk, form.cleaned_data["naam"], request.wie, peildatum)
    if form.is_valid() and dubbel is None:
        add_netwerk(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("%(wie)s staat erbij.") % {"wie": form.cleaned_data["naam"]})
        return redirect("gezinnen:netwerk", pk)
    return _form_page(request, gezin, form, titel=_("Iemand rond het gezin"), dubbel=dubbel)


@require_http_methods(["GET", "POST"])
def netwerk_wijzigen(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Write down what somebody is to the family, and what they give."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    stoel = _find_stoel(request, pk, stoel_pk)
    if leaves_theirs(request):
        return leave_theirs(request, pk, NETWERK)
    form = WijzigPlekForm(posted(request), personen=queries.persons_of(pk), initial=_values_of(stoel))
    titel = _("Wat doet %(wie)s?") % {"wie": stoel}
    if form.is_valid():
        gelezen, opgave = form.cleaned_data["gelezen"], form.as_plek()
        try:
            correct_plek(stoel_pk, gelezen=gelezen, opgave=opgave, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven."))
            return redirect(NETWERK, pk)
        except Botsing as botsing:
            blad = Blad(gezin, form, titel, NETWERK, FORMULIER)
            return show_both(request, blad, botsing, _values_of(cast(Betrokkene, botsing.huidig)))
    return _form_page(request, gezin, form, titel=titel)


@require_http_methods(["GET", "POST"])
def stoelvraag_nieuw(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Write down that the family was asked, or the jeugdarts."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    stoel = _find_stoel(request, pk, stoel_pk)
    form = StoelvraagForm(posted(request), initial={"gevraagd_op": peildatum})
    if form.is_valid():
        try:
            with transaction.atomic():
                ask_stoelvraag(stoel_pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
            messages.success(request, _("De vraag is opgeschreven."))
            return redirect("gezinnen:netwerk", pk)
        except IntegrityError:
            form.add_error("doel", _("Deze vraag staat er al en wacht nog op een antwoord."))
    return _form_page(request, gezin, form, titel=_("Vraag over %(wie)s") % {"wie": stoel})


@require_http_methods(["GET", "POST"])
def stoelvraag_antwoord(request: Verzoek, pk: UUID, stoelvraag_pk: UUID) -> HttpResponse:
    """Write down what the family decided."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    vragen = Stoelvraag.objects.visible_to(request.wie, peildatum).filter(
        is_ja__isnull=True, gevraagd_op__isnull=False
    )
    vraag = get_object_or_404(vragen.select_related("betrokkene"), pk=stoelvraag_pk, gezin_id=pk)
    over = concerned_by(vraag)
    form = StoelantwoordForm(
        posted(request), vraag=vraag, beslissers=partial(consenters_in, pk, over=over), vandaag=peildatum
    )
    if form.is_valid():
        answer_stoelvraag(stoelvraag_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Het antwoord is opgeschreven."))
        return redirect("gezinnen:netwerk", pk)
    titel = _("%(wie)s: %(doel)s") % {"wie": vraag.naam or vraag.betrokkene, "doel": vraag.get_doel_display()}
    return _form_page(request, gezin, form, titel=titel)


@require_POST
def niemand(request: Verzoek, pk: UUID) -> HttpResponse:
    """The family was asked about people of one kind: there is nobody."""
    peildatum = klok.today()
    find_gezin(request, pk, peildatum)
    if request.POST.get("soort") not in set(Omgeving):
        return HttpResponseBadRequest()
    record_niemand(pk, soort=Omgeving(request.POST["soort"]), door=request.wie, peildatum=peildatum)
    messages.success(request, _("Opgeschreven: hier is naar gevraagd."))
    return redirect("gezinnen:netwerk", pk)


@require_safe
def tekeningen(request: Verzoek, pk: UUID) -> HttpResponse:
    """The genogram, the ecogram and the bolletjesschema, each with a table."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.TOEGANG_LEZEN, gezin_id=pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    context = {
        "gezin": gezin,
        "genogram": genogram_of(pk, request.wie, peildatum),
        "kringen": kringen_of(pk, request.wie, peildatum),
        "mag_dekken": mag(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum).ja,
    }
    return render(request, "gezinnen/tekeningen.html", context)


def _form_page(
    request: Verzoek, gezin: Gezin, form: Any, *, titel: str, dubbel: Oordeel | None = None
) -> HttpResponse:
    """One form about somebody around a family; the way back is to all of them."""
    context = {"gezin": gezin, "form": form, "titel": titel, "dubbel": dubbel}
    return render(request, FORMULIER, context, status=status_of(request))


def _find_stoel(request: Verzoek, pk: UUID, stoel_pk: UUID) -> Betrokkene:
    stoelen = Betrokkene.objects.visible_to(request.wie, klok.today()).exclude(groep=Groep.GEZIN)
    return get_object_or_404(stoelen, pk=stoel_pk, gezin_id=pk)


def _values_of(stoel: Betrokkene) -> dict[str, Any]:
    """What stands there now, as the fields of the form."""
    plek = Netwerkplek.objects.filter(betrokkene=stoel).first()
    nu = {"steun": stoel.steun, "is_blijvend": stoel.is_blijvend, "gelezen": stoel.versie}
    if plek is None:
        return nu
    velden = ("soort", "nabijheid", "lijn", "steun_nu")
    return nu | {naam: getattr(plek, naam) for naam in velden} | {"voor": plek.voor_id}
