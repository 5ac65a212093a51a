from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.kern import klok, logboek
from rondetafel.kern.versie import Botsing
from rondetafel.kwaliteit import queries
from rondetafel.kwaliteit.forms import SluitForm
from rondetafel.kwaliteit.models import Afwijking, Bevinding, Weekcontrole
from rondetafel.kwaliteit.operations import close_afwijking
from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import status_of

PER_PAGINA = 50
REGELS = 200


@require_safe
def afwijkingen(request: Verzoek) -> HttpResponse:
    """What stood out about looking: open, or with ?stand=gesloten what was closed."""
    peildatum = klok.today()
    require(request.wie, Recht.TOEZICHT_LEZEN, peildatum=peildatum)
    is_open = request.GET.get("stand") != "gesloten"
    lijst = queries.list_afwijkingen(request.wie, peildatum, is_open=is_open)
    context = {
        "pagina": Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina")),
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
    oordeel = None
    if form.is_valid():
        oordeel = _close(request, een, form)
        if oordeel is None:
            return redirect("kwaliteit:afwijkingen")
    context = {
        "afwijking": een,
        "form": form,
        "oordeel": oordeel,
        "regels": queries.word_lines(queries.lines_behind(een, request.wie, peildatum)[:REGELS]),
    }
    status = status_of(request)
    return render(request, "kwaliteit/afwijking.html", context, status=status)


def _close(request: Verzoek, een: Afwijking, form: SluitForm) -> Oordeel | None:
    """Close it, or return what stands in the way. What a colleague closed meanwhile stays as it is."""
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
        return geweigerd.oordeel
    except Botsing:
        messages.warning(request, _("Een collega heeft dit intussen afgesloten. Uw tekst is niet bewaard."))
        return None
    messages.success(request, _("Afgesloten. Uw uitkomst en reden zijn bewaard."))
    return None
