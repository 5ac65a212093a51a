from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.documenten import opslag, queries
from rondetafel.documenten.forms import KringForm, PapierForm
from rondetafel.documenten.models import Deelkring, Document, Papiersoort
from rondetafel.documenten.operations import open_document, receive_document
from rondetafel.gezinnen.afscherming import look_at_name
from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.models import Record
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, status_of

PER_BLADZIJDE = 50
# A document runs nothing and loads nothing, whatever a browser thinks it is.
OPGESLOTEN = "default-src 'none'; frame-ancestors 'none'; sandbox"


@require_safe
def papieren(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """The papers of a family, each with how far it is and with whom it is shared."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id, peildatum)
    pagina = Paginator(queries.papers_of(gezin.pk, request.wie, peildatum), PER_BLADZIJDE).get_page(
        request.GET.get("pagina")
    )
    logboek.note_look(request, [gezin], Onderdeel.DOCUMENT)
    context = {
        "gezin": gezin,
        "pagina": pagina,
        "deelbaar": {een.pk for een in pagina if een.is_shared_by(request.wie)},
        "mag_brengen": queries.may_bring(gezin, request.wie, peildatum),
    }
    return render(request, "documenten/papieren.html", context)


@require_http_methods(["GET", "POST"])
def toevoegen(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Bring a file. When its name gives an address away, it is kept close until that is looked at."""
    peildatum = klok.today()
    gezin = _find_gezin(request, gezin_id, peildatum)
    require(request.wie, Recht.DOCUMENT_DELEN, gezin_id=gezin.pk, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.DOCUMENT)
    form = _papier_form(request, gezin, peildatum)
    oordeel = None
    if form.is_valid():
        try:
            document = _receive(request, gezin, form, peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except opslag.GeenPlek:
            form.add_error(None, _("Het bestand kon niet bewaard worden. Probeer het later nog eens."))
        else:
            return _after(request, document, form.as_opgave().kring)
    context = {"gezin": gezin, "form": form, "oordeel": oordeel}
    return render(request, "documenten/toevoegen.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def delen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Choose with whom a paper is shared, with a warning of what its name gives away."""
    peildatum = klok.today()
    document = _find(request, pk, peildatum)
    if not document.is_shared_by(request.wie):
        raise Http404
    form = KringForm(request.POST or None, initial={"kring": document.kring, "gelezen": document.versie})
    status = status_of(request)
    if form.is_valid():
        try:
            open_document(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        except Botsing as botsing:
            form, status = _form_of(botsing.huidig), BOTSING
        else:
            messages.success(request, _("Bewaard: met wie dit papier gedeeld is."))
            return redirect("documenten:papieren", document.gezin_id)
    context = {"document": document, "gezin": document.gezin, "form": form, "is_botsing": status == BOTSING}
    context["verraadt"] = look_at_name(
        document.gezin_id, document.titel, document.bestandsnaam, wie=request.wie, peildatum=peildatum
    )
    return render(request, "documenten/delen.html", context, status=status)


@require_safe
def bestand(request: Verzoek, pk: UUID) -> HttpResponse:
    """Give the bytes of a paper to keep, never to open inside the page; only when a scanner saw it."""
    document = _find(request, pk, klok.today())
    if not document.is_open:
        raise Http404
    try:
        inhoud = opslag.fetch(document.bestand)
    except FileNotFoundError as weg:
        raise Http404 from weg
    response = HttpResponse(inhoud, content_type=document.formaat.mime)
    # Django writes the name in both forms of RFC 6266, with every sign that could end the header encoded.
    response.headers["Content-Disposition"] = content_disposition_header(True, document.bestandsnaam)
    response.headers["Content-Security-Policy"] = OPGESLOTEN
    return response


def _find_gezin(request: Verzoek, gezin_id: UUID, peildatum: date) -> Gezin:
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    require(request.wie, Recht.DOCUMENT_LEZEN, gezin_id=gezin.pk, peildatum=peildatum)
    return gezin


def _find(request: Verzoek, pk: UUID, peildatum: date) -> Document:
    document = get_object_or_404(queries.find_document(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [document], Onderdeel.DOCUMENT)
    return document


def _papier_form(request: Verzoek, gezin: Gezin, peildatum: date) -> PapierForm:
    iedereen = mag(
        request.wie, Recht.DOCUMENT_DELEN, gezin_id=gezin.pk, sleutel=gezin.pk, peildatum=peildatum
    )
    return PapierForm(
        request.POST or None,
        request.FILES or None,
        personen=queries.about_whom(gezin, request.wie, peildatum),
        mag_iedereen=iedereen.ja,
    )


def _receive(request: Verzoek, gezin: Gezin, form: PapierForm, peildatum: date) -> Document:
    """Keep a photo, or a paper whose name gives something away, with few until with whom is chosen again."""
    opgave = form.as_opgave()
    verraadt = look_at_name(gezin.pk, opgave.titel, opgave.bestandsnaam, wie=request.wie, peildatum=peildatum)
    # What a photo shows (a street, a school, a face) no rule can read: somebody looks before it is shared.
    if verraadt or opgave.soort == Papiersoort.FOTO:
        opgave = replace(opgave, kring=Deelkring.REGIE)
    return receive_document(
        gezin.pk,
        opgave=opgave,
        inhoud=form.cleaned_data["bestand"].read(),
        door=request.wie,
        peildatum=peildatum,
    )


def _after(request: Verzoek, document: Document, gevraagd: Deelkring) -> HttpResponse:
    if document.kring != gevraagd:
        messages.warning(request, _("Het papier is bewaard. Kijk nog even met wie u het deelt."))
        return redirect("documenten:delen", document.pk)
    messages.success(request, _("Het papier is bewaard. Het wordt nu gecontroleerd op virussen."))
    return redirect("documenten:papieren", document.gezin_id)


def _form_of(huidig: Record) -> KringForm:
    assert isinstance(huidig, Document)
    return KringForm(initial={"kring": huidig.kring, "gelezen": huidig.versie})
