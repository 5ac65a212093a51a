"""The regie passes to a colleague, or a family gets its first regisseur."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.forms.regie import AfzegForm, EersteRegieForm, RegieForm
from rondetafel.gezinnen.models import Afzegreden, Gezin, Regie
from rondetafel.gezinnen.operations import assign_regie, start_regie, withdraw_regie
from rondetafel.gezinnen.voogden import speakers_in
from rondetafel.kern import klok, logboek
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.regels.regie import assess_afzegging, assess_eerste_regie
from rondetafel.toegang.mag import require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of

OVER = gettext_lazy(
    "Het gezin en de regisseurs krijgen een mail dat er nieuws is. Er staat niet in wat of over wie."
)


@require_http_methods(["GET", "POST"])
def regie(request: Verzoek, pk: UUID) -> HttpResponse:
    """Hand the regie over with the yes of the family, or give a family without a regisseur its first one."""
    peildatum = klok.today()
    gezin = _find(request, pk, peildatum)
    huidig, _volgende = queries.running_regie(pk, peildatum)
    form = _form(request, gezin, huidig, peildatum)
    oordeel = (
        assess_eerste_regie(peildatum, huidig.van, peildatum) if huidig and _was_first(request) else None
    )
    if form.is_valid():
        try:
            messages.success(request, _save(request, gezin, form, peildatum))
            return redirect("gezinnen:tafel", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    titel = _("Regie overdragen") if huidig else _("Een regisseur kiezen")
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, "titel": titel, "over": OVER}
    return render(request, "gezinnen/regie.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def afzeggen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Call off a transfer that is still to come; who has the regie keeps it."""
    peildatum = klok.today()
    gezin = _find(request, pk, peildatum)
    volgende = next((een for een in queries.regies_of(pk) if een.is_te_komen(peildatum)), None)
    form = AfzegForm(request.POST or None, initial={"regie": volgende.pk if volgende else None})
    oordeel = None if volgende else assess_afzegging(None, peildatum)
    if form.is_valid():
        reden = Afzegreden(form.cleaned_data["reden"])
        try:
            withdraw_regie(
                pk, regie_id=form.cleaned_data["regie"], reden=reden, door=request.wie, peildatum=peildatum
            )
            messages.success(request, _("De overdracht is afgezegd. De regisseur van nu blijft."))
            return redirect("gezinnen:tafel", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, "volgende": volgende}
    return render(request, "gezinnen/regie_afzeggen.html", context, status=status_of(request))


def _find(request: Verzoek, pk: UUID, peildatum: date) -> Gezin:
    """The family, for who may pass its regie on."""
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    gemeente_id = gezin.gemeente_id
    require(request.wie, Recht.REGIE_OVERDRAGEN, gezin_id=pk, gemeente_id=gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    return gezin


def _form(request: Verzoek, gezin: Gezin, huidig: Regie | None, peildatum: date) -> EersteRegieForm:
    collegas = Gebruiker.objects.professionals(Rol.REGISSEUR).order_by("naam", "pk")
    # Whom the family chose in the intake comes along in the address.
    gekozen = {"regisseur": request.GET.get("regisseur", "")}
    if huidig is None:
        return EersteRegieForm(posted(request), collegas=collegas, initial=gekozen | {"van": peildatum})
    if _was_first(request):
        gekozen = {"regisseur": request.POST.get("regisseur", ""), "van": request.POST.get("van", "")}
    return RegieForm(
        None if _was_first(request) else posted(request),
        collegas=collegas.exclude(pk=huidig.regisseur_id),
        namens=speakers_in(gezin.pk, peildatum),
        initial=gekozen,
    )


def _was_first(request: Verzoek) -> bool:
    """Was this sent from a page on which the family had no regisseur yet?"""
    return request.method == "POST" and "is_eerste" in request.POST


def _save(request: Verzoek, gezin: Gezin, form: EersteRegieForm, peildatum: date) -> str:
    """Write it down; return what the reader is told."""
    if isinstance(form, RegieForm):
        assign_regie(gezin.pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        return _("De regie gaat over. Iedereen aan tafel ziet vanaf die dag de nieuwe regisseur.")
    opgave = {"regisseur_id": UUID(form.cleaned_data["regisseur"]), "van": form.cleaned_data["van"]}
    start_regie(gezin.pk, **opgave, door=request.wie, peildatum=peildatum)
    return _("Het gezin heeft nu een regisseur.")
