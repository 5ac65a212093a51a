"""Everyone in a family: who they are, where they live, and which gemeente is responsible, on any day."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.afscherming import TOCH
from rondetafel.gezinnen.basis import partners_on, read_gezin, sheets_of
from rondetafel.gezinnen.botsing import Blad, leave_theirs, leaves_theirs, show_both
from rondetafel.gezinnen.dubbelen import look_for_double
from rondetafel.gezinnen.forms.basis import (
    PLEKVELDEN,
    AdresEindeForm,
    AdresForm,
    BsnForm,
    NieuwePersoonForm,
    OpDatumForm,
    PersoonForm,
    VerhuisForm,
    WijzigPersoonForm,
)
from rondetafel.gezinnen.models import Persoon
from rondetafel.gezinnen.operations import (
    add_persoon,
    correct_adres,
    correct_persoon,
    record_bsn,
    record_verhuizing,
    stop_adres,
)
from rondetafel.gezinnen.samenvoegen import merged_into
from rondetafel.gezinnen.vinden import find_adres, find_gezin, find_persoon, find_written_out, form_page
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import posted


@require_safe
def basis(request: Verzoek, pk: UUID) -> HttpResponse:
    """The family as it is today, or as it was on another day."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    form = OpDatumForm(request.GET or None)
    op = (form.cleaned_data["op"] if form.is_valid() else None) or peildatum
    feiten = read_gezin(pk, request.wie, peildatum)
    context = {
        "gezin": gezin,
        "bladen": sheets_of(feiten, op, peildatum),
        "samengevoegd": merged_into(feiten.personen.values()),
        "partners": partners_on(feiten, op),
        "form": form,
        "op": op,
        "is_vandaag": op == peildatum,
    }
    return render(request, "gezinnen/basis.html", context)


@sensitive_post_parameters("bsn")
@require_http_methods(["GET", "POST"])
def persoon_nieuw(request: Verzoek, pk: UUID) -> HttpResponse:
    """Add somebody to the family."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    form = NieuwePersoonForm(posted(request), initial={"geslacht": "O"})
    oordeel = dubbel = None
    if form.is_valid() and TOCH not in request.POST:
        dubbel = look_for_double(form.as_persoon(), request.wie, peildatum)
    if form.is_valid() and dubbel is None:
        try:
            persoon = add_persoon(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("%(wie)s hoort nu bij het gezin.") % {"wie": persoon})
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    return form_page(request, gezin, form, titel=_("Iemand toevoegen"), oordeel=oordeel, dubbel=dubbel)


@require_http_methods(["GET", "POST"])
def persoon_wijzigen(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Put right what is known of somebody."""
    iemand = find_persoon(request, pk, persoon_pk, klok.today())
    if leaves_theirs(request):
        return leave_theirs(request, pk)
    form = WijzigPersoonForm(posted(request), initial=PersoonForm.values_of(iemand))
    titel = _("Gegevens van %(wie)s") % {"wie": iemand}
    oordeel = None
    if form.is_valid():
        try:
            _correct(request, form, iemand)
            messages.success(request, _("Dit is bewaard. Wie beslist en meeleest, is meteen aangepast."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            nu = PersoonForm.values_of(cast(Persoon, botsing.huidig))
            return show_both(request, Blad(iemand.gezin, form, titel), botsing, nu)
    return form_page(request, iemand.gezin, form, titel=titel, oordeel=oordeel)


@sensitive_post_parameters("bsn")
@require_http_methods(["GET", "POST"])
def bsn(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down a BSN; what stands there is not shown."""
    iemand = find_persoon(request, pk, persoon_pk, klok.today())
    form = BsnForm(posted(request))
    oordeel = None
    if form.is_valid():
        try:
            record_bsn(persoon_pk, **form.cleaned_data, door=request.wie, peildatum=klok.today())
            messages.success(request, _("Het BSN is bewaard."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    titel = _("BSN van %(wie)s") % {"wie": iemand}
    return form_page(request, iemand.gezin, form, titel=titel, oordeel=oordeel)


@require_http_methods(["GET", "POST"])
def verhuizen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Write down where people live from a day on."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    eerste = {"personen": [request.GET["wie"]]} if "wie" in request.GET else {}
    form = VerhuisForm(posted(request), personen=queries.persons_of(pk), initial=eerste)
    oordeel = None
    if form.is_valid():
        try:
            record_verhuizing(pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het adres is opgeschreven. Het oude blijft te lezen."))
            return redirect("gezinnen:basis", pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
    return form_page(request, gezin, form, titel=_("Nieuw adres"), oordeel=oordeel)


@require_http_methods(["GET", "POST"])
def adres_wijzigen(request: Verzoek, pk: UUID, adres_pk: UUID) -> HttpResponse:
    """Put an address right, or fill in of which gemeente it is; a secret one is shown as elsewhere, after a proof."""
    peildatum = klok.today()
    adres = find_written_out(request, pk, adres_pk, peildatum)
    if leaves_theirs(request):
        return leave_theirs(request, pk)
    form = AdresForm(posted(request), initial=_place_of(adres) | {"gelezen": adres.versie})
    titel = _("Adres van %(wie)s") % {"wie": adres.persoon}
    if form.is_valid():
        gelezen, waarden = form.cleaned_data["gelezen"], form.as_waarden()
        try:
            correct_adres(adres_pk, gelezen=gelezen, waarden=waarden, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Het adres is verbeterd."))
            return redirect("gezinnen:basis", pk)
        except Botsing as botsing:
            return show_both(request, Blad(adres.gezin, form, titel), botsing, _place_of(botsing.huidig))
    return form_page(request, adres.gezin, form, titel=titel)


@require_http_methods(["GET", "POST"])
def adres_stoppen(request: Verzoek, pk: UUID, adres_pk: UUID) -> HttpResponse:
    """Write down that somebody does not live somewhere any more."""
    peildatum = klok.today()
    adres = find_adres(request, pk, adres_pk, peildatum)
    form = AdresEindeForm(posted(request))
    if form.is_valid():
        try:
            stop_adres(adres_pk, tot=form.last_day, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is opgeschreven."))
            return redirect("gezinnen:basis", pk)
        except ValidationError as fout:
            form.add_error("tot", fout)
    titel = _("Adres van %(wie)s stopt") % {"wie": adres.persoon}
    return form_page(request, adres.gezin, form, titel=titel)


def _correct(request: Verzoek, form: WijzigPersoonForm, iemand: Persoon) -> None:
    correct_persoon(
        iemand.pk,
        gelezen=form.cleaned_data["gelezen"],
        opgave=form.as_persoon(),
        door=request.wie,
        peildatum=klok.today(),
    )


def _place_of(adres: Any) -> dict[str, Any]:
    return {naam: getattr(adres, naam) for naam in PLEKVELDEN}
