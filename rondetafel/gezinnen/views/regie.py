"""The regie passes to a colleague."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.forms.regie import RegieForm
from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.operations import assign_regie
from rondetafel.kern import klok, logboek
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.mag import require
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted, status_of

KOP = {
    "titel": gettext_lazy("Regie overdragen"),
    "over": gettext_lazy(
        "Het gezin en beide regisseurs krijgen een mail dat er nieuws is. Er staat niet in wat of over wie."
    ),
}


@require_http_methods(["GET", "POST"])
def regie(request: Verzoek, pk: UUID) -> HttpResponse:
    """Hand the regie over to a colleague, with the yes of the family."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    gemeente_id = gezin.gemeente_id
    require(request.wie, Recht.REGIE_OVERDRAGEN, gezin_id=pk, gemeente_id=gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    collegas = Gebruiker.objects.professionals(Rol.REGISSEUR).order_by("naam", "pk")
    # Whom the family chose in the intake comes along in the address.
    gekozen = {"regisseur": request.GET.get("regisseur", "")}
    form = RegieForm(posted(request), collegas=collegas, personen=queries.persons_of(pk), initial=gekozen)
    oordeel = None
    if form.is_valid():
        try:
            assign_regie(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(
                request, _("De regie gaat over. Iedereen aan tafel ziet vanaf die dag de nieuwe regisseur.")
            )
            return redirect("gezinnen:tafel", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    context = {"gezin": gezin, "form": form, "oordeel": oordeel, **KOP}
    return render(request, "gezinnen/regie.html", context, status=status_of(request))
