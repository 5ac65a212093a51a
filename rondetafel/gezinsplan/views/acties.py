from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan import queries
from rondetafel.gezinsplan.forms import ActieForm, WijzigActieForm, as_words
from rondetafel.gezinsplan.models import Actie, Doel
from rondetafel.gezinsplan.operations import add_actie, correct_actie, tick_actie
from rondetafel.gezinsplan.queries.eigenplan import Eigenzin
from rondetafel.gezinsplan.vinden import find_actie, find_doel, is_ready, look, tell_saved
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.overlap import signal_same
from rondetafel.toegang.mag import mag
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, HUN, posted, status_of


@require_http_methods(["GET", "POST"])
def actie_nieuw(request: Verzoek, doel_id: UUID) -> HttpResponse:
    """Add what someone does for a goal, and another one right after when asked."""
    peildatum = klok.today()
    doel = find_doel(request, doel_id, peildatum)
    zin = queries.chosen_sentence(doel.gezin_id, request.GET.get("uit", ""), request.wie, peildatum)
    stoelen = people_at(doel.gezin_id, request.wie, peildatum)
    form = ActieForm(posted(request), initial=_words_of(zin), betrokkenen=stoelen)
    afgeschermd = look(request, form, doel.gezin_id, peildatum=peildatum)
    if is_ready(request, form, afgeschermd):
        opgave = replace(form.as_opgave(), uit_eigenplan_id=zin.stap.pk if zin else None)
        add_actie(doel_id, opgave=opgave, door=request.wie, peildatum=peildatum)
        tell_saved(request, form, _("De actie staat in het plan."))
        _warn_of_overlap(request, doel)
        if "nog" in request.POST:
            return redirect("gezinsplan:actie_nieuw", doel_id)
        return redirect("werkplek:gezin", doel.gezin_id)
    context = {"gezin": doel.gezin, "doel": doel, "form": form, "afgeschermd": afgeschermd, "zin": zin}
    context["acties"] = queries.acties_of(doel, request.wie, peildatum)
    return render(request, "gezinsplan/actie.html", context, status=status_of(request))


def _words_of(zin: Eigenzin | None) -> dict[str, str]:
    """What the family wrote itself, to begin with; who said it does it until the table says otherwise."""
    if zin is None:
        return {}
    return {"tekst": zin.tekst, "wie": str(zin.stap.stoel_id or "")}


@require_http_methods(["GET", "POST"])
def actie_wijzigen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Change an action. When someone else saved first, both texts are shown and nothing is lost."""
    peildatum = klok.today()
    actie = find_actie(request, pk, peildatum)
    stoelen = people_at(actie.gezin_id, request.wie, peildatum)
    form = WijzigActieForm(posted(request), initial=_values(request, actie), betrokkenen=stoelen)
    conflict = None
    afgeschermd = look(request, form, actie.gezin_id, peildatum=peildatum)
    if is_ready(request, form, afgeschermd):
        if form.cleaned_data["keuze"] != HUN:
            conflict = _correct(request, form, actie)
        if conflict is None:
            tell_saved(request, form, _("De actie is bewaard."))
            _warn_of_overlap(request, actie.doel)
            return redirect("werkplek:gezin", actie.gezin_id)
        opnieuw = request.POST.copy()
        opnieuw["gelezen"] = str(conflict["versie"])
        form = WijzigActieForm(opnieuw, betrokkenen=stoelen)
    context = {"gezin": actie.gezin, "doel": actie.doel, "actie": actie, "form": form, "conflict": conflict}
    context["afgeschermd"] = afgeschermd
    status = BOTSING if conflict else status_of(request)
    return render(request, "gezinsplan/actie_wijzigen.html", context, status=status)


@require_POST
def actie(request: Verzoek, pk: UUID) -> HttpResponse:
    """Tick an action off, or put it back. With htmx only its own line changes."""
    peildatum = klok.today()
    klaar_op = peildatum if request.POST.get("klaar") == "ja" else None
    get_object_or_404(Actie.objects.visible_to(request.wie, peildatum), pk=pk)
    actie = tick_actie(pk, klaar_op=klaar_op, door=request.wie, peildatum=peildatum)
    if not request.htmx:
        return redirect("werkplek:gezin", actie.gezin_id)
    if actie.is_done_by(request.wie.id):
        # The page also shows it among the own steps.
        return HttpResponse(headers={"HX-Refresh": "true"})
    mag_bewerken = mag(
        request.wie, Recht.PLAN_BEWERKEN, gezin_id=actie.gezin_id, sleutel=actie.sleutel, peildatum=peildatum
    ).ja
    context = {"actie": actie, "mag_afvinken": True, "mag_bewerken": mag_bewerken, "in_plan": True}
    return render(request, "gezinsplan/actieregel.html", context)


def _warn_of_overlap(request: Verzoek, doel: Doel) -> None:
    """Right after writing it down, while it is still fresh, two people who do the same are told."""
    acties = queries.acties_of(doel, request.wie, klok.today())
    if reden := signal_same(str(doel), queries.as_hulpacties(acties)):
        messages.warning(request, f"{reden.tekst} {reden.uitweg}")


def _values(request: Verzoek, actie: Actie) -> dict[str, Any]:
    waarden = {naam: getattr(actie, naam) for naam in ("tekst", "vanaf", "tot")}
    mee = queries.doers_beside(actie, request.wie, klok.today())
    return waarden | {"wie": actie.wie_id, "mee": mee, "gelezen": actie.versie}


def _correct(request: Verzoek, form: WijzigActieForm, actie: Actie) -> dict[str, Any] | None:
    """Save the action; when someone else saved something different first, return both texts."""
    gelezen, opgave = form.cleaned_data["gelezen"], form.as_opgave()
    try:
        correct_actie(actie.pk, gelezen=gelezen, opgave=opgave, door=request.wie, peildatum=klok.today())
        return None
    except Botsing as botsing:
        huidig = botsing.huidig
        assert isinstance(huidig, Actie)
    hun_mee = queries.doers_beside(huidig, request.wie, klok.today())
    mijn = as_words(opgave.tekst, form.name_chairs(opgave.wie_id, opgave.mee), opgave.vanaf, opgave.tot)
    hun = as_words(huidig.tekst, form.name_chairs(huidig.wie_id, hun_mee), huidig.vanaf, huidig.tot)
    if mijn == hun:
        return None
    regel = queries.last_change_of(huidig)
    return {
        "mijn": mijn,
        "hun": hun,
        "versie": huidig.versie,
        "door": regel.naam if regel else _("Iemand anders"),
        "op": date_format(timezone.localtime(regel.at), "j F H:i") if regel else _("hetzelfde moment"),
    }
