from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen import queries
from rondetafel.gezinnen.afscherming import TOCH
from rondetafel.gezinnen.dubbelen import look_for_double_around
from rondetafel.gezinnen.forms.tafel import NieuweStoelForm, StoelForm, WijzigStoelForm
from rondetafel.gezinnen.inzage import reading_rights_of
from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.gezinnen.operations import (
    add_betrokkene,
    close_inzage,
    correct_betrokkene,
    invite_betrokkene,
    invite_by_letter,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.netwerk import assess_netwerk
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.accounts import AdresBezet
from rondetafel.toegang.deur.briefcodes import GELDIG
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Hoedanigheid
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN, ONVERWERKBAAR, status_of


@require_safe
def tafel(request: Verzoek, pk: UUID) -> HttpResponse:
    """Who sits at the table; for who sets it, also which chairs read along."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    betrokkenen = queries.people_at(gezin.pk, request.wie, peildatum)
    mag_dekken = mag(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum).ja
    if mag_dekken:
        logboek.note_look(request, [gezin], Onderdeel.TOEGANG)
    regies = queries.regies_of(pk)
    context = {
        "gezin": gezin,
        "betrokkenen": betrokkenen,
        "hout": (str(gezin), ngettext("%d stoel", "%d stoelen", len(betrokkenen)) % len(betrokkenen)),
        "stoelen": queries.as_stoelen(betrokkenen, request.wie),
        "lezende_stoelen": queries.reading_seats(gezin.pk, betrokkenen, peildatum) if mag_dekken else (),
        "mag_dekken": mag_dekken,
        "mag_regie": _may(request, Recht.REGIE_OVERDRAGEN, gezin, peildatum),
        "heeft_regie": any(queries.pick_running(regies, peildatum)[:1]),
        "overdrachten": queries.as_overdrachten(regies, peildatum),
        "netwerk": assess_netwerk(queries.as_plaatsen(betrokkenen)) if mag_dekken else None,
        "mag_toegang": _may(request, Recht.TOEGANG_LEZEN, gezin, peildatum),
    }
    return render(request, "gezinnen/tafel.html", context)


@require_http_methods(["GET", "POST"])
def stoel_nieuw(request: Verzoek, pk: UUID) -> HttpResponse:
    """Add a chair, with or without a name."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    form = NieuweStoelForm(request.POST or None, personen=queries.persons_of(gezin.pk))
    dubbel = None
    if form.is_valid() and form.cleaned_data["naam"] and TOCH not in request.POST:
        dubbel = look_for_double_around(pk, form.cleaned_data["naam"], request.wie, peildatum)
    if form.is_valid() and dubbel is None:
        betrokkene = add_betrokkene(pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        messages.success(request, _("%(wie)s heeft nu een stoel aan tafel.") % {"wie": betrokkene})
        return redirect("gezinnen:tafel", pk)
    context = {"gezin": gezin, "form": form, "dubbel": dubbel}
    return render(request, "gezinnen/stoel_nieuw.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def stoel(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Change a chair. When someone else saved first, both texts are shown and nothing is lost."""
    betrokkene = _find_stoel(request, pk, stoel_pk)
    personen = queries.persons_of(pk)
    form = WijzigStoelForm(request.POST or None, initial=_values_of(betrokkene), personen=personen)
    conflict = None
    if form.is_valid():
        if form.cleaned_data["keuze"] != HUN:
            conflict = _correct(request, form, betrokkene)
        if conflict is None:
            messages.success(request, _("De gegevens van %(wie)s zijn bewaard.") % {"wie": betrokkene})
            return redirect("gezinnen:tafel", pk)
        form = WijzigStoelForm(form.as_waarden() | {"gelezen": conflict["versie"]}, personen=personen)
    context = {"gezin": betrokkene.gezin, "betrokkene": betrokkene, "form": form, "conflict": conflict}
    status = BOTSING if conflict else status_of(request)
    return render(request, "gezinnen/stoel.html", context, status=status)


@require_http_methods(["GET", "POST"])
def uitnodigen(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Show what someone would see by law, and let them read along."""
    peildatum = klok.today()
    betrokkene = _find_stoel(request, pk, stoel_pk)
    context: dict[str, Any] = {"gezin": betrokkene.gezin, "betrokkene": betrokkene}
    try:
        context |= _invitation(betrokkene, peildatum)
        if request.method == "POST":
            invite_betrokkene(stoel_pk, door=request.wie, peildatum=peildatum)
            messages.success(request, _("De uitnodiging voor %(wie)s is onderweg.") % {"wie": betrokkene})
            return redirect("gezinnen:tafel", pk)
    except Geweigerd as geweigerd:
        context["oordeel"] = geweigerd.oordeel
    except AdresBezet:
        context["is_bezet"] = True
    return render(request, "gezinnen/uitnodigen.html", context, status=status_of(request))


@never_cache
@require_POST
def brief(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Show a letter with a code, to print now: the code is kept nowhere."""
    peildatum = klok.today()
    betrokkene = _find_stoel(request, pk, stoel_pk)
    context: dict[str, Any] = {"gezin": betrokkene.gezin, "betrokkene": betrokkene}
    try:
        context |= _invitation(betrokkene, peildatum)
        context |= {
            "code": invite_by_letter(stoel_pk, door=request.wie, peildatum=peildatum),
            "tot": peildatum + GELDIG,
            "adres": f"{settings.ADRES}{reverse('toegang:code')}",
        }
        return render(request, "gezinnen/brief.html", context)
    except Geweigerd as geweigerd:
        context["oordeel"] = geweigerd.oordeel
    return render(request, "gezinnen/uitnodigen.html", context, status=ONVERWERKBAAR)


def _may(request: Verzoek, recht: Recht, gezin: Gezin, peildatum: date) -> bool:
    in_gemeente = gezin.gemeente_id
    return mag(request.wie, recht, gezin_id=gezin.pk, gemeente_id=in_gemeente, peildatum=peildatum).ja


def _invitation(betrokkene: Betrokkene, peildatum: date) -> dict[str, Any]:
    """What an invitation opens by law; the same for a mail and a letter."""
    rechten = reading_rights_of(betrokkene, peildatum)
    return {
        "rechten": queries.name_rechten(betrokkene.gezin_id, rechten),
        "bereik": queries.reach_of(rechten[0].hoedanigheid),
        "is_jeugdige": rechten[0].hoedanigheid is Hoedanigheid.JEUGDIGE,
    }


@require_http_methods(["GET", "POST"])
def stoppen(request: Verzoek, pk: UUID, stoel_pk: UUID) -> HttpResponse:
    """Stop someone from reading along."""
    betrokkene = _find_stoel(request, pk, stoel_pk)
    if request.method == "POST":
        close_inzage(stoel_pk, door=request.wie, peildatum=klok.today())
        messages.success(request, _("%(wie)s leest niet meer mee.") % {"wie": betrokkene})
        return redirect("gezinnen:tafel", pk)
    return render(request, "gezinnen/stoppen.html", {"gezin": betrokkene.gezin, "betrokkene": betrokkene})


def _find_stoel(request: Verzoek, pk: UUID, stoel_pk: UUID) -> Betrokkene:
    """A chair of this family, for who sets this table."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    stoelen = Betrokkene.objects.visible_to(request.wie, peildatum).with_email()
    stoelen = stoelen.select_related("gezin", "persoon")
    betrokkene = get_object_or_404(stoelen, pk=stoel_pk, gezin_id=pk)
    logboek.note_look(request, [betrokkene], Onderdeel.GEZIN)
    return betrokkene


def _values_of(betrokkene: Betrokkene) -> dict[str, Any]:
    waarden = {naam: getattr(betrokkene, naam) for naam in StoelForm.base_fields}
    return waarden | {"gelezen": betrokkene.versie}


def _correct(request: Verzoek, form: WijzigStoelForm, betrokkene: Betrokkene) -> dict[str, Any] | None:
    """Save the answers; when someone else saved something different first, return both texts."""
    try:
        correct_betrokkene(
            betrokkene.pk,
            gelezen=form.cleaned_data["gelezen"],
            waarden=form.as_waarden(),
            door=request.wie,
            peildatum=klok.today(),
        )
    except Botsing:
        return _describe_conflict(form, Betrokkene.objects.with_email().get(pk=betrokkene.pk))
    return None


def _describe_conflict(form: WijzigStoelForm, huidig: Betrokkene) -> dict[str, Any] | None:
    """None when both saved the same, as with a double click."""
    mijn, hun = form.describe_differences(_values_of(huidig))
    if mijn == hun:
        return None
    regel = queries.last_change_of(huidig)
    return {
        "veld": str(huidig),
        "mijn": mijn,
        "hun": hun,
        "versie": huidig.versie,
        "door": regel.naam if regel else _("Iemand anders"),
        "op": date_format(timezone.localtime(regel.at), "j F H:i") if regel else "",
    }
