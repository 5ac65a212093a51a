from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.afscherming import list_adressen, list_afschermingen
from rondetafel.gezinnen.forms.afscherming import AfschermForm, GeheimForm
from rondetafel.gezinnen.models import Burgerservicenummer, Gezin, Persoon
from rondetafel.gezinnen.operations import answer_geheim, start_afscherming, stop_afscherming
from rondetafel.kern import klok, logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.toegang.deur.sterk import recent
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import status_of


@require_http_methods(["GET", "POST"])
def afscherming(request: Verzoek, pk: UUID) -> HttpResponse:
    """What is hidden in this family, and which addresses are secret. A post answers for one address."""
    peildatum = klok.today()
    gezin = _find_gezin(request, pk, peildatum)
    logboek.note_look(request, [gezin], Onderdeel.AFSCHERMING)
    logboek.note_look(request, [gezin], Onderdeel.ADRES)
    form = GeheimForm(request.POST or None)
    if form.is_valid():
        answer_geheim(
            form.cleaned_data["adres"],
            geheim=form.cleaned_data["geheim"],
            door=request.wie,
            peildatum=peildatum,
        )
        messages.success(request, _("Het antwoord is bewaard."))
        return redirect("gezinnen:afscherming", pk)
    context = {
        "gezin": gezin,
        "afschermingen": list_afschermingen(pk, request.wie, peildatum),
        "adressen": list_adressen(pk, request.wie, peildatum).missing_first(),
        "personen": queries.persons_of(pk),
        "peildatum": peildatum,
    }
    return render(request, "gezinnen/afscherming.html", context, status=status_of(request))


@require_safe
@recent
def onthullen(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """The addresses and the BSN of one person, in full; kept from a page that is left open."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    iemand = get_object_or_404(Persoon.objects.visible_to(request.wie, peildatum), pk=persoon_pk, gezin_id=pk)
    require(
        request.wie,
        Recht.BSN_LEZEN,
        gezin_id=pk,
        gemeente_id=gezin.gemeente_id,
        sleutel=persoon_pk,
        peildatum=peildatum,
    )
    logboek.note_look(request, [iemand], Onderdeel.ADRES, gebeurtenis=Gebeurtenis.ADRES_ONTHULD)
    context = {
        "gezin": gezin,
        "persoon": iemand,
        "adressen": list_adressen(pk, request.wie, peildatum).filter(persoon=iemand),
        "bsn": Burgerservicenummer.objects.visible_to(request.wie, peildatum).filter(persoon=iemand).first(),
    }
    return render(request, "gezinnen/onthullen.html", context)


@require_http_methods(["GET", "POST"])
def afschermen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Hide something of one person from another."""
    peildatum = klok.today()
    gezin = _find_gezin(request, pk, peildatum)
    logboek.note_look(request, [gezin], Onderdeel.AFSCHERMING)
    aan_tafel = queries.people_at(pk, request.wie, peildatum)
    form = AfschermForm(
        request.POST or None,
        personen=queries.persons_of(pk),
        stoelen=[
            een
            for een in aan_tafel
            if een.gebruiker_id and een.persoon_id is None and een.gebruiker_id != request.wie.id
        ],
    )
    if form.is_valid():
        start_afscherming(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Dit blijft vanaf nu verborgen."))
        return redirect("gezinnen:afscherming", pk)
    context = {"gezin": gezin, "form": form}
    return render(request, "gezinnen/afschermen.html", context, status=status_of(request))


@require_POST
def afscherming_stoppen(request: Verzoek, pk: UUID, afscherming_pk: UUID) -> HttpResponse:
    """Let what was hidden be seen again, from tomorrow on."""
    peildatum = klok.today()
    _find_gezin(request, pk, peildatum)
    stop_afscherming(afscherming_pk, door=request.wie, peildatum=peildatum)
    messages.success(request, _("Vanaf morgen is dit weer te zien."))
    return redirect("gezinnen:afscherming", pk)


def _find_gezin(request: Verzoek, pk: UUID, peildatum: date) -> Gezin:
    """A family, for who keeps its shields."""
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    require(request.wie, Recht.AFSCHERMEN, gezin_id=pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    return gezin
