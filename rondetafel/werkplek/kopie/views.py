from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.kern import klok, logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.deur.sterk import recent_file
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.werkplek.kopie import parts_of, people_copied, read_kopie


@require_safe
def kopie(request: Verzoek, pk: UUID) -> HttpResponse:
    """What the copy holds, about whom, and whom to ask for the rest."""
    gezin, personen = _find(request, pk)
    logboek.note_look(request, [gezin], Onderdeel.GEZIN)
    over = Persoon.objects.visible_to(request.wie, klok.today()).filter(pk__in=personen)
    return render(request, "werkplek/kopie.html", {"gezin": gezin, "over": over.order_by("created_at", "pk")})


@require_safe
@recent_file
def bestand(request: Verzoek, pk: UUID) -> HttpResponse:
    """The copy itself, as a page to keep: it opens everywhere and can be printed."""
    peildatum = klok.today()
    gezin, _personen = _find(request, pk)
    for onderdeel in parts_of():
        logboek.note_look(request, [gezin], onderdeel, gebeurtenis=Gebeurtenis.KOPIE_OPGEHAALD)
    context = {"delen": read_kopie(gezin, request.wie, peildatum), "peildatum": peildatum}
    antwoord = render(request, "werkplek/kopie_bestand.html", context)
    antwoord["Content-Disposition"] = 'attachment; filename="kopie-van-het-dossier.html"'
    return antwoord


def _find(request: Verzoek, pk: UUID) -> tuple[Gezin, frozenset[UUID]]:
    """A family in which this account reads about itself or about somebody it decides for, and about whom."""
    peildatum = klok.today()
    gezin = get_object_or_404(Gezin.objects.visible_to(request.wie, peildatum), pk=pk)
    personen = people_copied(pk, request.wie, peildatum)
    if not personen:
        raise GeenToegang("geen recht op een kopie")
    return gezin, personen
