from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.instroom import queries
from rondetafel.instroom.forms.aanmelding import Aanmeldformulier
from rondetafel.instroom.forms.dossier import Dossierformulier
from rondetafel.instroom.forms.informatie import AntwoordForm, VraagForm
from rondetafel.instroom.forms.triage import Triageformulier
from rondetafel.instroom.models import Aanmelding, Stand
from rondetafel.instroom.operations import (
    ask_information,
    complete_dossier,
    decide_triage,
    record_information,
    register_aanmelding,
    start_acuut,
)
from rondetafel.kern import klok, logboek
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.termijnen import ACUTE_VRAAG, DOELEN_VASTSTELLEN
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import status_of
from rondetafel.web.regelboek.getallen import length_of

PER_BLADZIJDE = 50


@require_safe
def aanmeldingen(request: Verzoek) -> HttpResponse:
    """What came in: for a verwijzer their own, for backoffice and kernteam those of their municipalities."""
    peildatum = klok.today()
    is_verwijzer = request.wie.rol is Rol.VERWIJZER
    require(request.wie, Recht.AANMELDEN if is_verwijzer else Recht.AANMELDING_LEZEN, peildatum=peildatum)
    stand = request.GET.get("stand", queries.ALLE if is_verwijzer else queries.OPEN)
    rijen = queries.list_aanmeldingen(request.wie, peildatum, stand=stand)
    pagina = Paginator(rijen, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    logboek.note_look(request, pagina.object_list, Onderdeel.AANMELDING)
    context = {
        "pagina": pagina,
        "rijen": queries.as_rijen(pagina.object_list, peildatum),
        "stand": stand,
        "is_historie": stand in queries.HISTORIE,
        "standen": queries.filters_for(request.wie),
        "is_verwijzer": is_verwijzer,
        "peildatum": peildatum,
    }
    return render(request, "instroom/aanmeldingen.html", context)


@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """The aanmeldformulier."""
    peildatum = klok.today()
    require(request.wie, Recht.AANMELDEN, peildatum=peildatum)
    formulier = Aanmeldformulier(
        request.POST or None, peildatum=peildatum, verwijzersoort=request.wie.functie
    )
    oordeel = None
    if formulier.is_valid():
        try:
            aanmelding = register_aanmelding(formulier.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            return redirect("instroom:ontvangen", aanmelding.pk)
    acuut = catalogue_on(peildatum).norm(ACUTE_VRAAG)
    context = {"formulier": formulier, "oordeel": oordeel, "acuut": acuut}
    return render(request, "instroom/nieuw.html", context, status=status_of(request))


@require_safe
def ontvangen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Tell the verwijzer what happens now, and by when."""
    peildatum = klok.today()
    require(request.wie, Recht.AANMELDEN, peildatum=peildatum)
    aanmelding = get_object_or_404(Aanmelding.objects.visible_to(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [aanmelding], Onderdeel.AANMELDING)
    dossier, kernteam = queries.expected_steps(aanmelding.ontvangen_op)
    context = {
        "aanmelding": aanmelding,
        "dossier": dossier,
        "kernteam": kernteam,
        "bronnen": (dossier.bron, kernteam.bron),
        "acuut": catalogue_on(aanmelding.ontvangen_op).norm(ACUTE_VRAAG),
    }
    return render(request, "instroom/ontvangen.html", context)


@require_safe
def aanmelding(request: Verzoek, pk: UUID) -> HttpResponse:
    """One aanmelding: what is asked, how far it is, and what this person can do."""
    peildatum = klok.today()
    een = get_object_or_404(queries.find_aanmelding(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [een], Onderdeel.AANMELDING)
    triage = queries.find_triage(een, request.wie, peildatum) if een.stand == Stand.BESLOTEN else None
    context = {
        "aanmelding": een,
        "ouders": queries.parents_of(een),
        "rij": queries.as_rijen([een], peildatum)[0],
        "acuut": catalogue_on(een.ontvangen_op).norm(ACUTE_VRAAG),
        "acuut_tot": queries.acute_until(een),
        "is_verwijzer": request.wie.rol is Rol.VERWIJZER,
        "kan": queries.steps_for(request.wie, een, peildatum),
        "doorlooptijd": queries.lead_time_of(een),
        "mag_gezin": queries.may_open_gezin(request.wie, een, peildatum),
        "triage": triage,
        "oordelen": queries.earlier_judgements(een),
        **queries.explain(triage),
    }
    return render(request, "instroom/aanmelding.html", context)


@require_POST
def acuut(request: Verzoek, pk: UUID) -> HttpResponse:
    """Say that somebody sees to an acute question now."""
    _find(request, pk, Recht.DOSSIER_AANMAKEN)
    try:
        start_acuut(pk, door=request.wie, peildatum=klok.today(), nu=timezone.now())
    except Geweigerd as geweigerd:
        messages.warning(request, geweigerd.oordeel.redenen[0].tekst)
    else:
        messages.success(request, _("U hebt de acute vraag opgepakt."))
    return redirect("instroom:aanmelding", pk)


@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek, pk: UUID) -> HttpResponse:
    """Ask the verwijzer what is missing."""
    een = _find(request, pk, Recht.DOSSIER_AANMAKEN)
    form = VraagForm(request.POST or None)
    oordeel = None
    if form.is_valid():
        try:
            ask_information(
                pk, **form.cleaned_data, door=request.wie, peildatum=klok.today(), nu=timezone.now()
            )
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("De vraag staat bij de aanmelding. De verwijzer ziet haar ook."))
            return redirect("instroom:aanmelding", pk)
    context = {"aanmelding": een, "form": form, "oordeel": oordeel}
    return render(request, "instroom/vraag.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def antwoord(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down what the verwijzer answered."""
    een = _find(request, pk, Recht.DOSSIER_AANMAKEN)
    form = AntwoordForm(request.POST or None)
    oordeel = None
    if form.is_valid():
        try:
            record_information(pk, **form.cleaned_data, door=request.wie, peildatum=klok.today())
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("Het antwoord is bewaard. U kunt het dossier nu maken."))
            return redirect("instroom:aanmelding", pk)
    context = {"aanmelding": een, "form": form, "oordeel": oordeel}
    return render(request, "instroom/antwoord.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def dossier(request: Verzoek, pk: UUID) -> HttpResponse:
    """Make the dossier of the family and forward it to the kernteam."""
    peildatum = klok.today()
    een = _find(request, pk, Recht.DOSSIER_AANMAKEN)
    formulier = Dossierformulier(een, request.POST or None, peildatum=peildatum)
    oordeel = None
    if formulier.is_valid():
        try:
            complete_dossier(
                pk, opgave=formulier.as_opgave(), door=request.wie, peildatum=peildatum, nu=timezone.now()
            )
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("Het dossier is gemaakt en ligt bij het kernteam."))
            return redirect("instroom:aanmelding", pk)
    context = {"aanmelding": een, "formulier": formulier, "oordeel": oordeel}
    return render(request, "instroom/dossier.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def triage(request: Verzoek, pk: UUID) -> HttpResponse:
    """Decide with the kernteam; asking for the suggestion decides nothing yet."""
    peildatum = klok.today()
    een = _find(request, pk, Recht.TRIEREN)
    formulier = Triageformulier(request.POST or None, peildatum=peildatum)
    oordeel = None
    if formulier.is_valid():
        try:
            decide_triage(pk, opgave=formulier.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("Het besluit is bewaard. De regisseur ziet dit gezin nu."))
            return redirect("instroom:aanmelding", pk)
    context = {
        "aanmelding": een,
        "formulier": formulier,
        "oordeel": oordeel,
        "ouders": queries.parents_of(een),
        "doelen_binnen": length_of(catalogue_on(peildatum).norm(DOELEN_VASTSTELLEN.norm)),
    }
    template = "instroom/triage.html" + ("#voorstel" if request.htmx and formulier.is_voorstel else "")
    return render(request, template, context, status=200 if formulier.is_voorstel else status_of(request))


def _find(request: Verzoek, pk: UUID, recht: Recht) -> Aanmelding:
    peildatum = klok.today()
    een = get_object_or_404(queries.find_aanmelding(request.wie, peildatum), pk=pk)
    require(request.wie, recht, gemeente_id=een.gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [een], Onderdeel.AANMELDING)
    return een
