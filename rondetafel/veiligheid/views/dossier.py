from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.gezinnen.models import Gezin
from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.regels.inschatting import question_set, target_day
from rondetafel.regels.meldcode import Stap, next_stap
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.deur.sterk import recent
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.veiligheid import queries
from rondetafel.veiligheid.forms import (
    FORMS,
    BeginForm,
    InschattingForm,
    LidForm,
    NummerForm,
    OpenForm,
    SlotForm,
    StapForm,
    initial_of,
    word_stap,
)
from rondetafel.veiligheid.gegevens import Gezinskeuze
from rondetafel.veiligheid.models import Doel, Dossier, Stapverslag
from rondetafel.veiligheid.oordelen import weighing_of
from rondetafel.veiligheid.operations import (
    add_lid,
    close_dossier,
    open_dossier,
    record_inschatting,
    record_stap,
    start_dossier,
    stop_lid,
)
from rondetafel.veiligheid.slot import (
    as_veilig,
    behind_lock,
    find_dossier,
    note_door,
    session_of,
    with_dossier,
)
from rondetafel.web.antwoorden import BOTSING, status_of


@require_safe
@behind_lock
def dossiers(request: Verzoek) -> HttpResponse:
    """The dossiers of which this person is a member: that they are there, not what stands in them."""
    peildatum = klok.today()
    rijen = list(queries.list_dossiers(request.wie, peildatum))
    logboek.note_look(request, rijen, Onderdeel.VEILIGHEID)
    context = {
        "rijen": rijen,
        "peildatum": peildatum,
        "op_nummer": request.wie.rol is Rol.AANDACHT,
        "met_signalen": bool(settings.VERWIJSINDEX) and request.wie.rol is not Rol.AANDACHT,
    }
    return render(request, "veiligheid/dossiers.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: Verzoek, gezin_id: UUID) -> HttpResponse:
    """Begin a dossier about a family one works with. The page is the same whether or not there is one."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=gezin_id)
    require(
        request.wie,
        Recht.VEILIGHEID_BEGINNEN,
        gezin_id=gezin.pk,
        gemeente_id=gezin.gemeente_id,
        peildatum=peildatum,
    )
    note_door(request, gezin.pk)
    form = BeginForm(request.POST or None)
    if form.is_valid():
        keuze = Gezinskeuze(gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, nummer=gezin.nummer)
        with as_veilig(request.wie, peildatum=peildatum):
            return _start(request, keuze, form.cleaned_data["over"])
    context = {"form": form, "gezin": gezin, "met_signalen": gezin.gemeente_id in settings.VERWIJSINDEX}
    return render(request, "veiligheid/begin.html", context, status=status_of(request))


@require_http_methods(["GET", "POST"])
@behind_lock
def begin_op_nummer(request: Verzoek) -> HttpResponse:
    """Begin a dossier by the number of a family, for the aandachtsfunctionaris of the municipality."""
    if request.wie.rol is not Rol.AANDACHT:
        raise Http404
    form = NummerForm(request.POST or None)
    if form.is_valid():
        keuze = queries.find_gezin(form.cleaned_data["nummer"])
        if keuze:
            return _start(request, keuze, form.cleaned_data["over"])
        form.add_error("nummer", _("Dit nummer is geen gezin in uw gemeente."))
    return render(request, "veiligheid/begin.html", {"form": form}, status=status_of(request))


def _start(request: Verzoek, keuze: Gezinskeuze, over: str) -> HttpResponse:
    """Begin, and have it open at once: why was said by beginning."""
    peildatum = klok.today()
    dossier = start_dossier(keuze, over=over, door=request.wie, peildatum=peildatum)
    _open(request, dossier.pk, Doel.BIJWERKEN, _("Begin van dit dossier"))
    messages.success(request, _("Het dossier is begonnen. Alleen de leden zien het."))
    return redirect("veiligheid:stap", dossier.pk, Stap.SIGNALEN.value)


def _open(request: Verzoek, pk: UUID, doel: Doel, waarom: str) -> None:
    open_dossier(
        pk, doel=doel, waarom=waarom, sessie=session_of(request), door=request.wie, peildatum=klok.today()
    )


@require_http_methods(["GET", "POST"])
@recent
@behind_lock
def openen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Ask why, before anything of the dossier is shown."""
    dossier = find_dossier(request, pk)
    form = OpenForm(request.POST or None)
    if form.is_valid():
        _open(request, pk, Doel(form.cleaned_data["doel"]), form.cleaned_data["waarom"])
        return redirect("veiligheid:dossier", pk)
    context = {"form": form, "dossier": dossier}
    return render(request, "veiligheid/openen.html", context, status=status_of(request))


@require_safe
@with_dossier
def dossier(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """The five steps, the estimates, and what is next."""
    peildatum = klok.today()
    stappen = queries.latest_stappen(dossier, request.wie, peildatum)
    queries.with_names(stappen.values())
    context = {
        "dossier": dossier,
        "stappen": [_as_rij(stap, stappen) for stap in Stap],
        "huidige": next_stap(stappen),
        "afweging": weighing_of(stappen),
        "inschattingen": queries.estimates_of(dossier, request.wie, peildatum),
        "delingen": queries.shared_from(dossier, request.wie, peildatum),
        "schrijft": queries.writes(dossier, request.wie, peildatum),
        "mag_delen": request.wie.rol is Rol.REGISSEUR,
        "uitkomst": dict(SlotForm().fields["uitkomst"].choices).get(  # type: ignore[attr-defined]
            (dossier.slot or {}).get("uitkomst")  # type: ignore[union-attr, call-overload]
        ),
        "peildatum": peildatum,
    }
    return render(request, "veiligheid/dossier.html", context)


def _as_rij(stap: Stap, stappen: dict[Stap, Stapverslag]) -> dict[str, Any]:
    """One step on the page; the aim is a hint that only holds while the step is not done."""
    verslag, eerste = stappen.get(stap), stappen.get(Stap.SIGNALEN)
    is_open = next_stap(stappen) is stap
    return {
        "stap": stap,
        "verslag": verslag,
        "regels": word_stap(stap, verslag) if verslag else [],
        "streefdag": target_day(stap, eerste.gedaan_op) if eerste and not verslag else None,
        "is_aan_de_beurt": is_open,
    }


@require_http_methods(["GET", "POST"])
@with_dossier
def stap(request: Verzoek, dossier: Dossier, nummer: int) -> HttpResponse:
    """Write down one step, or correct it; below it stands what was written before."""
    peildatum, keuze = klok.today(), _stap_of(nummer)
    _require_writer(request, dossier, peildatum)
    stappen = queries.latest_stappen(dossier, request.wie, peildatum)
    form, oordeel, status = _stap_form(request, keuze, stappen.get(keuze)), None, status_of(request)
    if form.is_valid():
        try:
            record_stap(dossier.pk, opgave=form.as_opgave(keuze), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing as botsing:
            form, status = _read_again(request, keuze, botsing), BOTSING
        else:
            messages.success(request, _("Stap %(nummer)d is opgeschreven.") % {"nummer": nummer})
            return redirect("veiligheid:dossier", dossier.pk)
    context = {"dossier": dossier, "stap": keuze, "form": form, "oordeel": oordeel, "status": status}
    return render(request, "veiligheid/stap.html", context | _around(request, dossier, keuze), status=status)


def _around(request: Verzoek, dossier: Dossier, stap: Stap) -> dict[str, Any]:
    """What stands beside the form: earlier words about this step, and what the weighing said."""
    peildatum = klok.today()
    eerder = queries.history_of(dossier, stap, request.wie, peildatum)
    stappen = queries.latest_stappen(dossier, request.wie, peildatum)
    return {
        "eerder": [(verslag, word_stap(stap, verslag)) for verslag in eerder],
        "afweging": weighing_of(stappen) if stap is Stap.BESLUIT else None,
        "namen": [een.naam for een in Stap],
    }


def _stap_of(nummer: int) -> Stap:
    if nummer not in set(Stap):
        raise Http404
    return Stap(nummer)


def _stap_form(request: Verzoek, stap: Stap, verslag: Stapverslag | None) -> StapForm:
    begin = {"gedaan_op": klok.today(), "gelezen": 0}
    if verslag:
        begin = initial_of(verslag) | {"gedaan_op": verslag.gedaan_op, "gelezen": verslag.uitgave}
    return FORMS[stap](request.POST or None, initial=begin, is_correctie=verslag is not None)


def _read_again(request: Verzoek, stap: Stap, botsing: Botsing) -> StapForm:
    """The same answers, beside what somebody else wrote meanwhile."""
    antwoorden = request.POST.copy()
    antwoorden["gelezen"] = str(getattr(botsing.huidig, "uitgave", 0))
    return FORMS[stap](antwoorden, is_correctie=True)


@require_http_methods(["GET", "POST"])
@with_dossier
def inschatten(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Estimate how safe the child is now, by the questions of the set in use."""
    peildatum = klok.today()
    _require_writer(request, dossier, peildatum)
    form = InschattingForm(request.POST or None, initial={"gedaan_op": peildatum})
    oordeel: Oordeel | None = None
    if form.is_valid():
        try:
            record_inschatting(dossier.pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        else:
            messages.success(request, _("De inschatting is opgeschreven."))
            return redirect("veiligheid:dossier", dossier.pk)
    context = {"dossier": dossier, "form": form, "oordeel": oordeel, "lijst": question_set()}
    return render(request, "veiligheid/inschatten.html", context, status=status_of(request))


@require_safe
@with_dossier
def inschattingen(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Two estimates beside each other; without a choice the last two."""
    alle = queries.estimates_of(dossier, request.wie, klok.today())
    op_sleutel = {str(een.pk): een for een in alle}
    nu = op_sleutel.get(request.GET.get("nu", ""), alle[0] if alle else None)
    eerst = op_sleutel.get(request.GET.get("eerst", ""), alle[1] if len(alle) > 1 else None)
    context = {"dossier": dossier, "alle": alle, "nu": nu, "eerst": eerst}
    if nu and eerst:
        context["vergelijking"] = queries.compare(eerst, nu)
    return render(request, "veiligheid/inschattingen.html", context)


@require_http_methods(["GET", "POST"])
@with_dossier
def leden(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Who reads along, and since when; who writes here may let others in."""
    peildatum = klok.today()
    rijen = queries.members_of(dossier, peildatum)
    schrijft = queries.writes(dossier, request.wie, peildatum)
    if request.method == "POST" and not schrijft:
        raise Http404
    form = LidForm(request.POST or None, collegas=queries.colleagues(dossier, rijen))
    if form.is_valid():
        add_lid(dossier.pk, opgave=form.as_opgave(), door=request.wie, peildatum=peildatum)
        messages.success(request, _("Deze persoon is nu lid van het dossier."))
        return redirect("veiligheid:leden", dossier.pk)
    weg = queries.may_let_go(rijen, request.wie) if schrijft else set()
    context = {"dossier": dossier, "rijen": rijen, "form": form, "schrijft": schrijft, "kan_weg": weg}
    return render(request, "veiligheid/leden.html", context, status=status_of(request))


@require_POST
@with_dossier
def lid_stoppen(request: Verzoek, dossier: Dossier, lid_id: UUID) -> HttpResponse:
    """Let a member go at once."""
    stop_lid(dossier.pk, lid_id=lid_id, door=request.wie, peildatum=klok.today())
    messages.success(request, _("Deze persoon leest niet meer mee."))
    return redirect("veiligheid:leden", dossier.pk)


@require_safe
@with_dossier
def wie_keek(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Who opened this dossier and why, for its members."""
    context = {
        "dossier": dossier,
        "bezoeken": queries.visits_to(dossier, request.wie, klok.today()),
        "daden": queries.deeds_in(dossier),
    }
    return render(request, "veiligheid/wie_keek.html", context)


@require_http_methods(["GET", "POST"])
@with_dossier
def sluiten(request: Verzoek, dossier: Dossier) -> HttpResponse:
    """Close the dossier with its outcome."""
    peildatum = klok.today()
    _require_writer(request, dossier, peildatum)
    form = SlotForm(request.POST or None, initial={"gelezen": dossier.versie})
    oordeel, status = None, status_of(request)
    if form.is_valid():
        try:
            close_dossier(dossier.pk, **form.cleaned_data, door=request.wie, peildatum=peildatum)
        except Geweigerd as geweigerd:
            oordeel = geweigerd.oordeel
        except Botsing:
            messages.warning(request, _("Iemand schreef net iets op. Lees het en sluit daarna."))
            return redirect("veiligheid:dossier", dossier.pk)
        else:
            messages.success(request, _("Het dossier is gesloten."))
            return redirect("veiligheid:dossiers")
    context = {"dossier": dossier, "form": form, "oordeel": oordeel}
    return render(request, "veiligheid/sluiten.html", context, status=status)


def _require_writer(request: Verzoek, dossier: Dossier, peildatum: date) -> None:
    if not queries.writes(dossier, request.wie, peildatum):
        raise Http404
