from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit import queries
from rondetafel.kwaliteit.forms import BeoordeelForm, NoodknopForm, SluitForm
from rondetafel.kwaliteit.models import Afwijking, Bevinding, Noodknop, Noodoordeel, Weekcontrole
from rondetafel.kwaliteit.operations import close_afwijking, decide_noodknop, open_noodknop, stop_noodknop
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.deur.sterk import is_recent, recent
from rondetafel.toegang.mag import mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of

PER_PAGINA = 50
REGELS = 200
# Asked for by who read what the noodknop does.
VERDER = "verder"


@require_http_methods(["GET", "POST"])
def noodknop(request: Verzoek) -> HttpResponse:
    """What the noodknop does, and for who proved a moment ago who they are the form."""
    require(request.wie, Recht.NOODKNOP_GEBRUIKEN, peildatum=klok.today())
    if request.method == "POST" or VERDER in request.GET or is_recent(request, timezone.now()):
        return _fill_in(request)
    return render(request, "kwaliteit/noodknop.html", {"form": None, "oordeel": None, "is_niemand": False})


@recent
def _fill_in(request: Verzoek) -> HttpResponse:
    """The form of the noodknop; sending it opens at once."""
    form = NoodknopForm(posted(request))
    gebruik = oordeel = None
    if form.is_valid():
        gebruik, oordeel = _use(request, form)
    if gebruik and gebruik.gezin_id:
        return redirect("werkplek:gezin", gebruik.gezin_id)
    context = {"form": form, "oordeel": oordeel, "is_niemand": gebruik is not None}
    return render(request, "kwaliteit/noodknop.html", context, status=status_of(request))


@require_POST
def noodknop_stoppen(request: Verzoek, pk: UUID) -> HttpResponse:
    """Shut the noodknop of this family before its time."""
    stop_noodknop(pk, door=request.wie, peildatum=klok.today())
    messages.success(request, _("De noodknop is dicht. U leest niet meer mee bij dit gezin."))
    return redirect("werkplek:vandaag")


@require_safe
def noodknoppen(request: Verzoek) -> HttpResponse:
    """Where the noodknop was used: still to judge, or with ?stand=beoordeeld what was judged."""
    peildatum = klok.today()
    require(request.wie, Recht.NOODKNOP_BEOORDELEN, peildatum=peildatum)
    is_open = request.GET.get("stand") != "beoordeeld"
    lijst = queries.list_noodknoppen(request.wie, peildatum, is_open=is_open)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = queries.word_noodknoppen(pagina.object_list)
    rijen = [
        Noodknop(**{naam: rij[naam] for naam in (*queries.VAN_WIE, "persoon_id")})
        for rij in pagina.object_list
    ]
    logboek.note_look(request, rijen, Onderdeel.TOEZICHT)
    context = {"pagina": pagina, "is_open": is_open, "peildatum": peildatum}
    return render(request, "kwaliteit/noodknoppen.html", context)


@require_http_methods(["GET", "POST"])
def noodknopgebruik(request: Verzoek, pk: UUID) -> HttpResponse:
    """One use: why, what was read, and for who judges the form. The regisseur of the family reads along."""
    peildatum = klok.today()
    gebruik = get_object_or_404(queries.with_judge(request.wie, peildatum), pk=pk)
    form = None
    if _judges(request, gebruik, peildatum):
        # Whether looking was right is checked without the family seeing when.
        logboek.note_look(request, [gebruik], Onderdeel.TOEZICHT)
        form = BeoordeelForm(posted(request), initial={"gelezen": gebruik.versie})
    else:
        logboek.note_look(request, [gebruik], Onderdeel.NOODKNOP)
    oordeel, mijn = None, ""
    if form and form.is_valid():
        oordeel, mijn = _judge(request, gebruik, form)
        if not oordeel and not mijn:
            return redirect("kwaliteit:noodknoppen")
        gebruik = queries.with_judge(request.wie, peildatum).get(pk=pk)
    context = {
        "gebruik": gebruik,
        **{"mijn": mijn, "form": form, "oordeel": oordeel},
        "is_open": gebruik.is_open_at(timezone.now()),
        "regels": queries.word_lines(queries.lines_through(gebruik, request.wie, peildatum)[:REGELS]),
    }
    return render(request, "kwaliteit/noodknopgebruik.html", context, status=_status(request, mijn))


@require_safe
def afwijkingen(request: Verzoek) -> HttpResponse:
    """What stood out about looking: open, or with ?stand=gesloten what was closed."""
    peildatum = klok.today()
    require(request.wie, Recht.TOEZICHT_LEZEN, peildatum=peildatum)
    is_open = request.GET.get("stand") != "gesloten"
    lijst = queries.list_afwijkingen(request.wie, peildatum, is_open=is_open)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    rijen = [Afwijking(**{naam: rij[naam] for naam in queries.VAN_WIE}) for rij in pagina.object_list]
    logboek.note_look(request, rijen, Onderdeel.TOEZICHT)
    context = {
        "pagina": pagina,
        "is_open": is_open,
        "laatste": Weekcontrole.objects.order_by("-tot").first(),
        "bevindingen": dict(Bevinding.choices),
        "dagen_open": queries.DAGEN_OPEN,
    }
    return render(request, "kwaliteit/afwijkingen.html", context)


@require_http_methods(["GET", "POST"])
def afwijking(request: Verzoek, pk: UUID) -> HttpResponse:
    """One finding, with the lines it rests on, and the form that closes it."""
    peildatum = klok.today()
    een = get_object_or_404(queries.with_closer(request.wie, peildatum), pk=pk)
    logboek.note_look(request, [een], Onderdeel.TOEZICHT)
    form = SluitForm(request.POST or None, initial={"gelezen": een.versie})
    oordeel, mijn = None, ""
    if form.is_valid():
        oordeel, mijn = _close(request, een, form)
        if not (oordeel or mijn):
            return redirect("kwaliteit:afwijkingen")
        een = queries.with_closer(request.wie, peildatum).get(pk=pk)
    context = {
        "afwijking": een,
        "mijn": mijn,
        "form": form,
        "oordeel": oordeel,
        "regels": queries.word_lines(queries.lines_behind(een, request.wie, peildatum)[:REGELS]),
    }
    return render(request, "kwaliteit/afwijking.html", context, status=_status(request, mijn))


def _status(request: Verzoek, mijn: str) -> int:
    """A text that a colleague was before is a conflict."""
    return BOTSING if mijn else status_of(request)


def _close(request: Verzoek, een: Afwijking, form: SluitForm) -> tuple[Oordeel | None, str]:
    """Close it, or return what stands in the way, or one's own text when a colleague closed it meanwhile."""
    try:
        close_afwijking(
            een.pk,
            gelezen=form.cleaned_data["gelezen"],
            bevinding=Bevinding(form.cleaned_data["bevinding"]),
            reden=form.cleaned_data["reden"],
            door=request.wie,
            peildatum=klok.today(),
        )
    except Geweigerd as geweigerd:
        return geweigerd.oordeel, ""
    except Botsing:
        return None, form.cleaned_data["reden"]
    messages.success(request, _("Afgesloten. Uw uitkomst en reden zijn bewaard."))
    return None, ""


def _use(request: Verzoek, form: NoodknopForm) -> tuple[Noodknop | None, Oordeel | None]:
    """Use the noodknop, or return what stands in the way."""
    try:
        return open_noodknop(
            form.as_vraag(), door=request.wie, peildatum=klok.today(), nu=timezone.now()
        ), None
    except Geweigerd as geweigerd:
        return None, geweigerd.oordeel


def _judges(request: Verzoek, gebruik: Noodknop, peildatum: date) -> bool:
    """Does this person judge it? Who may only read cannot send anything."""
    recht, gemeente_id = Recht.NOODKNOP_BEOORDELEN, gebruik.gemeente_id
    if request.method == "POST":
        require(request.wie, recht, gemeente_id=gemeente_id, peildatum=peildatum)
    return mag(request.wie, recht, gemeente_id=gemeente_id, peildatum=peildatum).ja


def _judge(request: Verzoek, gebruik: Noodknop, form: BeoordeelForm) -> tuple[Oordeel | None, str]:
    """Judge it, or return what stands in the way, or one's own text when a colleague judged it meanwhile."""
    try:
        decide_noodknop(
            gebruik.pk,
            gelezen=form.cleaned_data["gelezen"],
            oordeel=Noodoordeel(form.cleaned_data["oordeel"]),
            reden=form.cleaned_data["reden"],
            door=request.wie,
            peildatum=klok.today(),
        )
    except Geweigerd as geweigerd:
        return geweigerd.oordeel, ""
    except Botsing:
        return None, form.cleaned_data["reden"]
    messages.success(request, _("Uw oordeel en uw reden zijn bewaard."))
    return None, ""
