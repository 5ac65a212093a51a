"""Somebody stands in a family twice: choose the other record, see both, merge, and see what was moved."""

from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rondetafel.gezinnen.dubbelen import look_elsewhere
from rondetafel.gezinnen.forms.samenvoegen import SamenvoegForm
from rondetafel.gezinnen.models import Samenvoeging
from rondetafel.gezinnen.operations import merge_personen, restore_personen
from rondetafel.gezinnen.queries import persons_of
from rondetafel.gezinnen.samenvoegen import (
    differences,
    judge_samenvoegen,
    moved_by,
    references_to,
    side_by_side,
    words_of,
)
from rondetafel.gezinnen.vinden import find_gezin, find_persoon
from rondetafel.kern import klok
from rondetafel.kern.versie import Botsing
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.web.antwoorden import BOTSING, posted, status_of

SJABLOON = "gezinnen/samenvoegen.html"
# In the blink of an eye between looking and writing; sent once more, the page shows what changed.
NET_VOOR = gettext_lazy(
    "Iemand anders was u net voor. Kies nog een keer ‘Samenvoegen’, dan ziet u wat er anders is."
)


@require_safe
def kiezen(request: Verzoek, pk: UUID, persoon_pk: UUID) -> HttpResponse:
    """Who of this family is the same person?"""
    peildatum = klok.today()
    blijft = find_persoon(request, pk, persoon_pk, peildatum)
    anderen = [een for een in persons_of(pk) if een.pk != blijft.pk]
    elders = look_elsewhere(blijft, request.wie, peildatum)
    context = {"gezin": blijft.gezin, "blijft": blijft, "anderen": anderen, "elders": elders}
    return render(request, "gezinnen/samenvoegen_kiezen.html", context)


@require_http_methods(["GET", "POST"])
def samenvoegen(request: Verzoek, pk: UUID, persoon_pk: UUID, weg_pk: UUID) -> HttpResponse:
    """Both records beside each other: what stays, and what moves."""
    peildatum = klok.today()
    blijft = find_persoon(request, pk, persoon_pk, peildatum)
    weg = find_persoon(request, pk, weg_pk, peildatum)
    eerste = {"gelezen": blijft.versie, "gelezen_weg": weg.versie, "gezien": words_of(blijft, weg)}
    form = SamenvoegForm(posted(request), verschillen=differences(blijft, weg), initial=eerste)
    context = {"gezin": blijft.gezin, "blijft": blijft, "weg": weg, "form": form}
    context |= {"rijen": side_by_side(blijft, weg), "verhuist": references_to(weg)}
    context["oordeel"] = judge_samenvoegen(blijft, weg, request.wie, peildatum)
    if form.is_old():
        context |= {"is_botsing": True, "veranderd": form.renew()}
        return render(request, SJABLOON, context, status=BOTSING)
    if form.is_valid():
        opgave = form.as_opgave(weg_pk)
        try:
            gedaan = merge_personen(persoon_pk, opgave=opgave, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit is nu één persoon. Hieronder staat wat is verplaatst."))
            return redirect("gezinnen:samenvoeging", pk, gedaan.pk)
        except Geweigerd as geweigerd:
            context["oordeel"] = geweigerd.oordeel
        except Botsing:
            form.add_error(None, NET_VOOR)
    return render(request, SJABLOON, context, status=status_of(request))


@require_http_methods(["GET", "POST"])
def samenvoeging(request: Verzoek, pk: UUID, samenvoeging_pk: UUID) -> HttpResponse:
    """What was merged, by whom, and the way back."""
    peildatum = klok.today()
    gezin = find_gezin(request, pk, peildatum)
    rijen = Samenvoeging.objects.visible_to(request.wie, peildatum).select_related("blijft")
    gedaan = get_object_or_404(rijen, pk=samenvoeging_pk, gezin_id=pk)
    kan_niet = False
    if request.method == "POST" and gedaan.teruggedraaid_op is None:
        try:
            restore_personen(samenvoeging_pk, door=request.wie, peildatum=peildatum)
            messages.success(request, _("Dit zijn weer twee personen. Kijk hun gegevens na."))
            return redirect("gezinnen:basis", pk)
        except IntegrityError:
            kan_niet = True
    context = {"gezin": gezin, "gedaan": gedaan, "verhuisd": moved_by(gedaan), "kan_niet": kan_niet}
    return render(request, "gezinnen/samenvoeging.html", context, status=status_of(request))
