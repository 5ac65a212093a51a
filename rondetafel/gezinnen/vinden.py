"""The family, the person and the address that a page about basisgegevens is about, and the page with one form."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from rondetafel.gezinnen.models import Adres, Gezag, Gezin, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.deur.sterk import require_recent
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import status_of


def find_gezin(request: Verzoek, pk: UUID, peildatum: date) -> Gezin:
    """A family, for who keeps its data."""
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    return gezin


def find_persoon(request: Verzoek, pk: UUID, persoon_pk: UUID, peildatum: date) -> Persoon:
    """Somebody of this family, for who keeps its data."""
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    personen = Persoon.objects.visible_to(request.wie, peildatum).select_related("gezin")
    iemand = get_object_or_404(personen, pk=persoon_pk, gezin_id=pk)
    logboek.note_look(request, [iemand], Onderdeel.GEZIN)
    return iemand


def form_page(
    request: Verzoek,
    gezin: Gezin,
    form: Any,
    *,
    titel: str,
    oordeel: Oordeel | None = None,
    dubbel: Oordeel | None = None,
) -> HttpResponse:
    """One form about the data of a family, with what is refused above it."""
    context = {"gezin": gezin, "form": form, "titel": titel, "oordeel": oordeel, "dubbel": dubbel}
    return render(request, "gezinnen/basisformulier.html", context, status=status_of(request))


def find_adres(request: Verzoek, pk: UUID, adres_pk: UUID, peildatum: date) -> Adres:
    """An address of this family, for who keeps its data."""
    adres = _pick_adres(request, pk, adres_pk, peildatum)
    logboek.note_look(request, [adres], Onderdeel.ADRES)
    return adres


def find_written_out(request: Verzoek, pk: UUID, adres_pk: UUID, peildatum: date) -> Adres:
    """The same to be shown in full: a secret one only after a proof, and that it was seen is written down as such."""
    adres = _pick_adres(request, pk, adres_pk, peildatum)
    if adres.is_geheim:
        require_recent(request)
    als = Gebeurtenis.ADRES_ONTHULD if adres.is_geheim else Gebeurtenis.BEKEKEN
    logboek.note_look(request, [adres], Onderdeel.ADRES, gebeurtenis=als)
    return adres


def _pick_adres(request: Verzoek, pk: UUID, adres_pk: UUID, peildatum: date) -> Adres:
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    adressen = Adres.objects.visible_to(request.wie, peildatum).select_related("persoon", "gezin")
    return get_object_or_404(adressen, pk=adres_pk, gezin_id=pk)


def find_gezag(request: Verzoek, pk: UUID, gezag_pk: UUID, peildatum: date) -> Gezag:
    """Gezag over a child of this family, for who keeps its data."""
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    rijen = Gezag.objects.visible_to(request.wie, peildatum).select_related("kind", "volwassene", "gezin")
    gezag = get_object_or_404(rijen, pk=gezag_pk, gezin_id=pk)
    logboek.note_look(request, [gezag], Onderdeel.GEZIN)
    return gezag
