from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rondetafel.kern import klok, logboek
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.mag import require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.verantwoording.openen import families_behind, find_figuur, may_open
from rondetafel.verantwoording.periode import Verslagperiode
from rondetafel.verantwoording.rapport import list_rapporten, make_rapport
from rondetafel.verantwoording.staven import draw_staven
from rondetafel.verantwoording.tabellen import TABEL_5_1, TABEL_5_6

PER_BLADZIJDE = 50


@require_safe
def periodes(request: Verzoek) -> HttpResponse:
    """The half-years there is something to tell about."""
    return render(
        request,
        "verantwoording/periodes.html",
        {"perioden": list_rapporten(request.wie, peildatum=klok.today())},
    )


@require_safe
def rapport(request: Verzoek, periode: str) -> HttpResponse:
    """The report of half a year: figures without names, each with what it counts and where that stands."""
    inhoud = make_rapport(request.wie, _parse(periode), peildatum=klok.today())
    context = {
        "rapport": inhoud,
        "code": periode,
        "tabel_5_1": TABEL_5_1,
        "tabel_5_6": TABEL_5_6,
        "staven": draw_staven(inhoud.productie.aanmeldingen),
        "open_voor": {deel for deel in Onderdeel if may_open(request.wie, deel)},
    }
    return render(request, "verantwoording/rapport.html", context)


@require_safe
def gezinnen(request: Verzoek, periode: str, figuur: str) -> HttpResponse:
    """The families behind one figure, for who may know them."""
    peildatum = klok.today()
    require(request.wie, Recht.CIJFERS_LEZEN, peildatum=peildatum)
    geopend = find_figuur(figuur)
    if geopend is None or not may_open(request.wie, geopend.onderdeel):
        raise Http404
    verslag = Verslagperiode(halfjaar=_parse(periode), peildatum=peildatum)
    lijst = families_behind(geopend, verslag, request.wie).select_related("gemeente")
    pagina = Paginator(lijst, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    logboek.note_look(request, pagina.object_list, geopend.onderdeel)
    context = {"pagina": pagina, "figuur": geopend, "periode": verslag, "code": periode}
    return render(request, "verantwoording/gezinnen.html", context)


def _parse(periode: str) -> Halfjaar:
    try:
        return Halfjaar.parse(periode)
    except ValueError as fout:
        raise Http404 from fout
