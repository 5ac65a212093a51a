from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.models import Gezin, Gezinsrol, Persoon
from rondetafel.kern import klok, logboek
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.regels.verwijsindex import who_to_tell
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.veiligheid import queries
from rondetafel.veiligheid.forms import SignaalForm
from rondetafel.veiligheid.gegevens import Gezinskeuze, Signaalopgave
from rondetafel.veiligheid.operations import register_signaal, withdraw_signaal
from rondetafel.veiligheid.slot import as_veilig, behind_lock, note_door
from rondetafel.web.antwoorden import status_of


@require_safe
@behind_lock
def signalen(request: Verzoek) -> HttpResponse:
    """The own signals in the verwijsindex, and who else signalled the same child."""
    if not settings.VERWIJSINDEX or request.wie.rol is Rol.AANDACHT:
        raise Http404
    regels = queries.signals_of(request.wie, klok.today())
    logboek.note_look(request, [regel.signaal for regel in regels], Onderdeel.VEILIGHEID)
    return render(request, "veiligheid/signalen.html", {"regels": regels})


@require_http_methods(["GET", "POST"])
def signaal_nieuw(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Write down a signal, in a municipality that still uses the verwijsindex."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    require(request.wie, Recht.VERWIJSINDEX_SIGNALEREN, gezin_id=gezin.pk, peildatum=peildatum)
    if gezin.gemeente_id not in settings.VERWIJSINDEX:
        raise Http404
    note_door(request, gezin.pk)
    kinderen = {een.pk: een for een in Persoon.objects.filter(gezin=gezin, rol=Gezinsrol.KIND)}
    form = SignaalForm(request.POST or None, kinderen=_name_children(kinderen.values(), peildatum))
    oordeel: Oordeel | None = None
    if form.is_valid():
        try:
            _signal(request, gezin, kinderen[UUID(form.cleaned_data["jeugdige"])], form.cleaned_data)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            return redirect("veiligheid:signalen")
    context = {"form": form, "gezin": gezin, "oordeel": oordeel}
    return render(
        request,
        "veiligheid/signaal_nieuw.html",
        context,
        status=status_of(request),
    )


def _name_children(kinderen: Iterable[Persoon], peildatum: date) -> list[tuple[UUID, str]]:
    """Each child with who must hear of a signal."""
    return [
        (een.pk, f"{een} ({_('vertel het')} {who_to_tell(een.geboortedatum, peildatum)})")
        for een in kinderen
        if een.geboortedatum
    ]


def _signal(request: Verzoek, gezin: Gezin, kind: Persoon, feiten: dict[str, Any]) -> None:
    opgave = Signaalopgave(
        gezin=Gezinskeuze(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, nummer=gezin.nummer),
        jeugdige_id=kind.pk,
        voornaam=kind.voornaam,
        geboortedatum=kind.geboortedatum,
        **{veld: feiten[veld] for veld in ("grond", "bel", "verteld_aan", "waarom_niet")},
    )
    peildatum = klok.today()
    with as_veilig(request.wie, peildatum=peildatum):
        register_signaal(opgave, door=request.wie, peildatum=peildatum)


@require_POST
@behind_lock
def signaal_intrekken(request: Verzoek, pk: UUID) -> HttpResponse:
    """End an own signal."""
    if not settings.VERWIJSINDEX:
        raise Http404
    withdraw_signaal(pk, door=request.wie, peildatum=klok.today())
    messages.success(request, _("Het signaal is ingetrokken."))
    return redirect("veiligheid:signalen")
