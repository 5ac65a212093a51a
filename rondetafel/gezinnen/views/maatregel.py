"""The measures of the kinderrechter: written down, prolonged, stopped, and given to who carries them out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rondetafel.gezinnen.botsing import compare, leave_theirs, leaves_theirs
from rondetafel.gezinnen.forms.maatregel import (
    JeugdbeschermerForm,
    KenmerkForm,
    MaatregelForm,
    StopForm,
    VerlengForm,
)
from rondetafel.gezinnen.models import Maatregel, Persoon
from rondetafel.gezinnen.operations import (
    assign_jeugdbeschermer,
    correct_kenmerk,
    extend_maatregel,
    record_maatregel,
    stop_maatregel,
)
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.accounts import AdresBezet
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, status_of

BEZET = (
    "Dit adres hoort bij een ander account: van een gezin, van ander werk of van een andere instelling. "
    "Vraag de jeugdbeschermer om het mailadres van het werk."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vel:
    """One form on a page: for which child, under which title, and what it says when it went well."""

    kind: Persoon
    form: Any
    titel: str
    gelukt: str
    over: str


@require_http_methods(["GET", "POST"])
def maatregel_nieuw(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Write down what a judge decided about a child."""
    peildatum = klok.today()
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    personen = Persoon.objects.visible_to(request.wie, peildatum).select_related("gezin")
    kind = get_object_or_404(personen, pk=persoon_pk, gezin_id=pk)
    logboek.note_look(request, [kind], Onderdeel.GEZIN)
    form = MaatregelForm(request.POST or None)
    vel = Vel(
        kind=kind,
        form=form,
        titel=_("Maatregel van de rechter"),
        gelukt=_("De maatregel is opgeschreven. Wie meeleest en beslist, is meteen aangepast."),
        over=kind.voornaam,
    )

    def send() -> None:
        record_maatregel(persoon_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)

    return _answer(request, vel, send)


@require_http_methods(["GET", "POST"])
def maatregel_verlengen(request: Verzoek, pk: UUID, maatregel_pk: UUID) -> HttpResponse:
    """Write down that a judge prolonged a measure."""
    peildatum = klok.today()
    maatregel = _find(request, pk, maatregel_pk, peildatum)
    form = VerlengForm(request.POST or None)
    vel = _vel(maatregel, form, _("Maatregel verlengd"), _("De verlenging is opgeschreven."))

    def send() -> None:
        extend_maatregel(maatregel_pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)

    return _answer(request, vel, send)


@require_http_methods(["GET", "POST"])
def maatregel_stoppen(request: Verzoek, pk: UUID, maatregel_pk: UUID) -> HttpResponse:
    """Write down that a measure ended early, or was never there."""
    peildatum = klok.today()
    maatregel = _find(request, pk, maatregel_pk, peildatum)
    form = StopForm(request.POST or None)
    gelukt = _("Dit is opgeschreven. Wie meeleest, is meteen aangepast.")
    vel = _vel(maatregel, form, _("Maatregel is gestopt"), gelukt)

    def send() -> None:
        stop_maatregel(maatregel_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)

    return _answer(request, vel, send)


@require_http_methods(["GET", "POST"])
def maatregel_toewijzen(request: Verzoek, pk: UUID, maatregel_pk: UUID) -> HttpResponse:
    """Write down who carries out a measure, for the first time or in the place of somebody else."""
    peildatum = klok.today()
    maatregel = _find(request, pk, maatregel_pk, peildatum)
    form = JeugdbeschermerForm(request.POST or None)
    gelukt = _("De jeugdbeschermer staat erbij en leest nu mee.")
    vel = _vel(maatregel, form, _("Wie is de jeugdbeschermer?"), gelukt)

    def send() -> None:
        assign_jeugdbeschermer(maatregel_pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)

    return _answer(request, vel, send)


@require_http_methods(["GET", "POST"])
def maatregel_kenmerk(request: Verzoek, pk: UUID, maatregel_pk: UUID) -> HttpResponse:
    """Fill in the number of the beschikking."""
    peildatum = klok.today()
    maatregel = _find(request, pk, maatregel_pk, peildatum)
    if leaves_theirs(request):
        return leave_theirs(request, pk)
    nu = {"kenmerk": maatregel.kenmerk, "gelezen": maatregel.versie}
    form = KenmerkForm(request.POST or None, initial=nu)
    vel = _vel(maatregel, form, _("Kenmerk van de beschikking"), _("Het kenmerk is bewaard."))

    def send() -> None:
        correct_kenmerk(maatregel_pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)

    return _answer(request, vel, send)


def _answer(request: Verzoek, vel: Vel, send: Callable[[], None]) -> HttpResponse:
    """Do what was sent, or show the form again with every reason why not."""
    oordeel = conflict = None
    if vel.form.is_valid():
        try:
            send()
            messages.success(request, vel.gelukt)
            return redirect("gezinnen:persoon", vel.kind.gezin_id, vel.kind.pk)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except AdresBezet:
            vel.form.add_error("email", _(BEZET))
        except Botsing as botsing:
            conflict = compare(vel.form, botsing.huidig, vars(botsing.huidig))
            if conflict is None:
                return redirect("gezinnen:persoon", vel.kind.gezin_id, vel.kind.pk)
    context = {
        "gezin": vel.kind.gezin,
        "form": vel.form,
        "persoon": vel.kind,
        "titel": vel.titel,
        "over": vel.over,
        "oordeel": oordeel,
        "conflict": conflict,
    }
    status = BOTSING if conflict else status_of(request)
    return render(request, "gezinnen/persoonformulier.html", context, status=status)


def _find(request: Verzoek, pk: UUID, maatregel_pk: UUID, peildatum: date) -> Maatregel:
    """A measure of this family, for who sets this table."""
    require(request.wie, Recht.TAFEL_DEKKEN, gezin_id=pk, peildatum=peildatum)
    maatregelen = Maatregel.objects.visible_to(request.wie, peildatum).select_related(
        "persoon__gezin", "instelling"
    )
    maatregel: Maatregel = get_object_or_404(maatregelen, pk=maatregel_pk, gezin_id=pk)
    logboek.note_look(request, [maatregel], Onderdeel.TOEGANG)
    return maatregel


def _vel(maatregel: Maatregel, form: Any, titel: str, gelukt: str) -> Vel:
    over = _("%(soort)s van %(naam)s, %(instelling)s") % {
        "soort": str(maatregel).capitalize(),
        "naam": maatregel.persoon.voornaam,
        "instelling": maatregel.instelling.naam,
    }
    return Vel(kind=maatregel.persoon, form=form, titel=titel, gelukt=gelukt, over=over)
