"""The facts behind reading along: age, gezag, capacity, and what a parent without gezag asked."""

from datetime import date
from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen import maatregelen
from rondetafel.gezinnen.afscherming import look_at_form
from rondetafel.gezinnen.botsing import compare, leave_theirs, leaves_theirs
from rondetafel.gezinnen.forms.feiten import GeboortedatumForm, GezagForm, InformatieForm, WilsForm
from rondetafel.gezinnen.models import Gezag, Gezinsrol, Informatieverzoek, Persoon, Wilsbekwaamheid
from rondetafel.gezinnen.operations import (
    complete_verjaardag,
    correct_geboortedatum,
    record_informatie,
    record_wilsoordeel,
    stop_gezag,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.beslissers import KEERPUNTEN
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, status_of


@require_safe
def persoon(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Everything that says who decides about one person, and where to put it right."""
    peildatum = klok.today()
    iemand = _find_persoon(request, pk, persoon_pk)
    context = {
        "gezin": iemand.gezin,
        "persoon": iemand,
        "gezag": Gezag.objects.filter(kind=iemand).select_related("volwassene").order_by("van"),
        "oordelen": Wilsbekwaamheid.objects.filter(persoon=iemand).order_by("-van"),
        "verzoeken": Informatieverzoek.objects.filter(persoon=iemand).select_related("ouder"),
        "maatregelen": maatregelen.all_measures_of(iemand, peildatum),
        "is_kind": iemand.rol == Gezinsrol.KIND,
        "peildatum": peildatum,
    }
    return render(request, "gezinnen/persoon.html", context)


@require_http_methods(["GET", "POST"])
def gezag_stoppen(request: Verzoek, pk: UUID, gezag_pk: UUID) -> HttpResponse:
    """Write down that gezag ended."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    gevonden = Gezag.objects.visible_to(request.wie, peildatum).select_related("kind__gezin", "volwassene")
    gezag = get_object_or_404(gevonden, pk=gezag_pk, gezin_id=pk)
    logboek.note_look(request, [gezag], Onderdeel.GEZIN)
    form = GezagForm(request.POST or None)
    if form.is_valid():
        try:
            stop_gezag(gezag_pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven. Wie meeleest, is meteen aangepast."))
            return redirect("gezinnen:persoon", pk, gezag.kind_id)
        except ValidationError:
            form.add_error("tot", _("Deze dag ligt vóór het begin van het gezag."))
    titel = _("Gezag is gestopt")
    return _form_page(request, gezag.kind, form, titel=titel, over=str(gezag.volwassene))


@require_http_methods(["GET", "POST"])
def geboortedatum(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Put a day of birth right."""
    iemand = _find_persoon(request, pk, persoon_pk)
    if leaves_theirs(request):
        return leave_theirs(request, pk)
    nu = {"geboortedatum": iemand.geboortedatum, "gelezen": iemand.versie}
    form = GeboortedatumForm(request.POST or None, initial=nu)
    conflict = None
    if form.is_valid():
        try:
            correct_geboortedatum(persoon_pk, **form.cleaned_data, door=request.wie, peildatum=klok.today())
            messages.success(request, _("De geboortedatum is verbeterd. Wie meeleest, is meteen aangepast."))
            return redirect("gezinnen:persoon", pk, persoon_pk)
        except Botsing as botsing:
            huidig = cast(Persoon, botsing.huidig)
            conflict = compare(form, huidig, {"geboortedatum": huidig.geboortedatum})
            if conflict is None:
                return redirect("gezinnen:persoon", pk, persoon_pk)
    context = {"gezin": iemand.gezin, "persoon": iemand, "form": form, "conflict": conflict}
    context |= {"over": iemand.voornaam, "titel": _("Geboortedatum verbeteren")}
    status = BOTSING if conflict else status_of(request)
    return render(request, "gezinnen/persoonformulier.html", context, status=status)


@require_http_methods(["GET", "POST"])
def wilsoordeel(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down whether somebody can decide."""
    iemand = _find_persoon(request, pk, persoon_pk)
    anderen = Persoon.objects.filter(gezin_id=pk).exclude(pk=persoon_pk).exclude(rol=Gezinsrol.KIND)
    form = WilsForm(request.POST or None, personen=[(str(een.pk), str(een)) for een in anderen])
    peildatum = klok.today()
    afgeschermd = look_at_form(request, form, pk, "beoordeeld_door", "grond", peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        record_wilsoordeel(persoon_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Het oordeel is opgeschreven. Wie beslist en meeleest, is aangepast."))
        return redirect("gezinnen:persoon", pk, persoon_pk)
    titel, over = _("Zelf kunnen beslissen"), iemand.voornaam
    return _form_page(request, iemand, form, titel=titel, over=over, afgeschermd=afgeschermd)


@require_http_methods(["GET", "POST"])
def informatie(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down what a parent without gezag asked, and what was told."""
    peildatum = klok.today()
    kind = _find_persoon(request, pk, persoon_pk)
    ouders = Persoon.objects.filter(gezin_id=pk, rol=Gezinsrol.OUDER).order_by("voornaam", "pk")
    form = InformatieForm(request.POST or None, ouders=[(str(een.pk), str(een)) for een in ouders])
    velden = ("vraag", "verteld", "reden")
    oordeel, afgeschermd = None, look_at_form(request, form, pk, *velden, peildatum=peildatum)
    if form.is_valid() and not afgeschermd:
        try:
            record_informatie(persoon_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("De vraag en uw antwoord staan in het dossier."))
            return redirect("gezinnen:persoon", pk, persoon_pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    anders = {"oordeel": oordeel, "afgeschermd": afgeschermd}
    titel = _("Ouder zonder gezag vroeg iets")
    return _form_page(request, kind, form, titel=titel, over=kind.voornaam, **anders)


@require_POST
def verjaardag(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """The family heard what changes on this birthday."""
    iemand = _find_persoon(request, pk, persoon_pk)
    gekozen = [leeftijd for leeftijd in KEERPUNTEN if str(leeftijd) == request.POST.get("leeftijd")]
    if not gekozen:
        return HttpResponseBadRequest()
    complete_verjaardag(iemand.pk, leeftijd=gekozen[0], door=request.wie, peildatum=klok.today())
    messages.success(request, _("Fijn dat dit besproken is."))
    return redirect("gezinnen:wie_leest", pk)


def _find_persoon(request: Verzoek, pk: UUID, persoon_pk: UUID) -> Persoon:
    """Somebody of this family, for who sets this table."""
    peildatum: date = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    personen = Persoon.objects.visible_to(request.wie, peildatum).select_related("gezin")
    iemand = get_object_or_404(personen, pk=persoon_pk, gezin_id=pk)
    logboek.note_look(request, [iemand], Onderdeel.GEZIN)
    return iemand


def _form_page(
    request: Verzoek, iemand: Persoon, form: object, *, titel: str, over: str, **anders: Oordeel | None
) -> HttpResponse:
    context = {"gezin": iemand.gezin, "persoon": iemand, "form": form, "titel": titel, "over": over, **anders}
    status = status_of(request)
    return render(request, "gezinnen/persoonformulier.html", context, status=status)
