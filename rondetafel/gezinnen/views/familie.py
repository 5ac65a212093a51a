"""Who has gezag over a child, and what people of the family are to each other."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.botsing import Blad, leave_theirs, leaves_theirs, show_both
from rondetafel.gezinnen.forms.familie import GezagNakijkForm, GezagNieuwForm, RelatieEindeForm, RelatieForm
from rondetafel.gezinnen.models import Gezinsrol, Relatie
from rondetafel.gezinnen.operations import correct_gezag, record_gezag, record_relatie, stop_relatie
from rondetafel.gezinnen.vinden import find_gezag, find_gezin, find_persoon, form_page
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted


@require_http_methods(["GET", "POST"])
def gezag_nieuw(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down who has gezag over a child, or that somebody has none."""
    kind = find_persoon(request, pk, persoon_pk, klok.today())
    volwassenen = [een for een in queries.persons_of(pk) if een.rol != Gezinsrol.KIND]
    form = GezagNieuwForm(posted(request), volwassenen=volwassenen, initial={"van": kind.geboortedatum})
    oordeel = None
    if form.is_valid():
        try:
            record_gezag(persoon_pk, opgave=form.as_opgave(), door=request.wie, peildatum=klok.today())
            messages.success(request, _("Dit is opgeschreven. Wie beslist en meeleest, is meteen aangepast."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    titel = _("Gezag over %(wie)s") % {"wie": kind.voornaam}
    return form_page(request, kind.gezin, form, titel=titel, oordeel=oordeel)


@require_http_methods(["GET", "POST"])
def gezag_nakijken(request: Verzoek, pk: UUID, gezag_pk: UUID) -> HttpResponse:
    """Write down where somebody looked who has gezag, and what was found."""
    peildatum = klok.today()
    gezag = find_gezag(request, pk, gezag_pk, peildatum)
    if leaves_theirs(request):
        return leave_theirs(request, pk)
    form = GezagNakijkForm(posted(request), volwassenen=[gezag.volwassene], initial=_values_of(gezag))
    wie, kind = gezag.volwassene.voornaam, gezag.kind.voornaam
    titel = _("Gezag van %(wie)s over %(kind)s") % {"wie": wie, "kind": kind}
    oordeel = None
    if form.is_valid():
        gelezen, opgave = form.cleaned_data["gelezen"], form.as_opgave()
        try:
            correct_gezag(gezag_pk, gelezen=gelezen, opgave=opgave, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven. Wie beslist en meeleest, is meteen aangepast."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            return show_both(request, Blad(gezag.gezin, form, titel), botsing, _values_of(botsing.huidig))
    return form_page(request, gezag.gezin, form, titel=titel, oordeel=oordeel)


@require_http_methods(["GET", "POST"])
def relatie_nieuw(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down who is a parent or the partner of somebody."""
    peildatum = klok.today()
    iemand = find_persoon(request, pk, persoon_pk, klok.today())
    aan_tafel = queries.people_at(pk, request.wie, peildatum)
    form = RelatieForm(
        posted(request),
        persoon=iemand,
        personen=queries.persons_of(pk),
        stoelen=[een for een in aan_tafel if een.persoon_id is None and not een.is_open],
    )
    oordeel = None
    if form.is_valid():
        try:
            record_relatie(persoon_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    titel = _("Ouder of partner van %(wie)s") % {"wie": iemand.voornaam}
    return form_page(request, iemand.gezin, form, titel=titel, oordeel=oordeel)


@require_http_methods(["GET", "POST"])
def relatie_stoppen(request: Verzoek, pk: UUID, relatie_pk: UUID) -> HttpResponse:
    """Write down that two people are no longer together, or that it stood here wrongly."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    rijen = Relatie.objects.visible_to(request.wie, peildatum).select_related("persoon", "met", "met_stoel")
    relatie = get_object_or_404(rijen, pk=relatie_pk, gezin_id=pk, einde="")
    logboek.note_look(request, [relatie], Onderdeel.TOEGANG)
    form = RelatieEindeForm(posted(request))
    if form.is_valid():
        try:
            stop_relatie(relatie_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven."))
            return redirect("gezinnen:basis", pk)
        except ValidationError:
            form.add_error("tot", _("Deze dag ligt voor de eerste dag."))
    titel = _("%(wie)s en %(ander)s") % {"wie": relatie.persoon, "ander": relatie.met or relatie.met_stoel}
    return form_page(request, gezin, form, titel=titel)


def _values_of(gezag: Any) -> dict[str, Any]:
    """What stands there now, as the fields of the form."""
    velden = {
        "volwassene": "volwassene_id",
        "soort": "soort",
        "van": "van",
        "bewijs": "bewijs",
        "gelezen": "versie",
    }
    return {naam: getattr(gezag, veld) for naam, veld in velden.items()}
