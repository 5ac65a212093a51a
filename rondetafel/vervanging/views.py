from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rondetafel.kern import klok
from rondetafel.regels.datum import overlaps
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.regels.vervanging import GEEN_BEKENDE
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.rollen import Rol
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.vervanging import queries
from rondetafel.vervanging.forms import VervangForm
from rondetafel.vervanging.models import Vervanging
from rondetafel.vervanging.operations import start_vervanging, stop_vervanging
from rondetafel.web.antwoorden import posted, status_of


@require_http_methods(["GET", "POST"])
def afwezig(request: Verzoek) -> HttpResponse:
    """Who is away and who stands in; and the form that records it."""
    peildatum = klok.today()
    require(request.wie, Recht.VERVANGING_REGELEN, peildatum=peildatum)
    form, oordeel = _make_form(request), None
    if form.is_valid():
        oordeel = _start(request, form)
        if oordeel is None:
            return redirect("vervanging:afwezig")
        if any(reden.bron == GEEN_BEKENDE for reden in oordeel.blokkades):
            form.ask_about_relations()
    context = {
        "form": form,
        "oordeel": oordeel,
        "peildatum": peildatum,
        "vervangingen": queries.list_vervangingen(request.wie, peildatum),
        "is_kernteam": request.wie.rol is Rol.KERNTEAM,
    }
    return render(request, "vervanging/afwezig.html", context, status=status_of(request))


@require_POST
def stoppen(request: Verzoek, pk: UUID) -> HttpResponse:
    """End a replacement now."""
    try:
        stop_vervanging(pk, door=request.wie, peildatum=klok.today())
    except Geweigerd as geweigerd:
        messages.warning(request, str(geweigerd))
    else:
        messages.success(request, _("De vervanging is gestopt. De vervanger leest vanaf nu niet meer mee."))
    return redirect("vervanging:afwezig")


def _make_form(request: Verzoek) -> VervangForm:
    wie = request.wie
    rol = Rol.REGISSEUR if wie.rol is Rol.KERNTEAM else wie.rol
    return VervangForm(
        posted(request),
        door=wie,
        afwezigen=queries.absentees(wie),
        collegas=queries.colleagues_of(wie.id, rol),
        initial={"van": klok.today()},
    )


def _start(request: Verzoek, form: VervangForm) -> Oordeel | None:
    """Record it, or return what stands in the way."""
    try:
        vervanging = start_vervanging(form.as_opgave(), door=request.wie, peildatum=klok.today())
    except Geweigerd as geweigerd:
        return geweigerd.oordeel
    messages.success(
        request,
        _("Vastgelegd. %(naam)s leest mee op de dagen die u koos, en niet daarna.")
        % {"naam": vervanging.vervanger.naam},
    )
    _point_out_gap(request, vervanging)
    return None


def _point_out_gap(request: Verzoek, vervanging: Vervanging) -> None:
    """Who is away may stand in for others; those families do not pass on a second time."""
    dagen = (vervanging.van, vervanging.tot)
    for een in queries.list_vervangingen(request.wie, klok.today()).filter(vervanger=vervanging.wie_id):
        if overlaps((een.van, een.tot), dagen):
            messages.warning(
                request,
                _("%(naam)s vervangt zelf %(ander)s. Die gezinnen gaan niet mee: kies ook daar iemand voor.")
                % {"naam": een.vervangernaam, "ander": een.wienaam},
            )
