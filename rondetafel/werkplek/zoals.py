"""How does somebody else see this family's page? Made as that reader, in their database role, and undone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.template.loader import render_to_string

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.hertekenen import as_leesrecht
from rondetafel.gezinnen.models import DEELBAAR, Deelvraag, Gezin
from rondetafel.gezinnen.samen import redraw_samen
from rondetafel.kern.operatie import GeenToegang
from rondetafel.toegang.banden import Leesrecht, open_band
from rondetafel.toegang.context import DEUR, as_role, as_wie, load_wie
from rondetafel.toegang.mag import Wie, sees_as_much
from rondetafel.toegang.verzoek import Verzoek
from rondetafel.werkplek import queries
from rondetafel.werkplek.dossier import open_dossier


def render_as(
    request: Verzoek, gezin: Gezin, lezer_id: UUID, *, gevraagd: Leesrecht | None = None, peildatum: date
) -> str | None:
    """Return the body of the family's page as `lezer_id` gets it, with the tie that is asked for, if any.

    The tie exists inside a savepoint that is undone, so that both fences answer as they would after a yes.
    None when this reader would find no page.

    :raises GeenToegang: when that page holds something that who looks may not read.
    """
    with transaction.atomic():
        if gevraagd:
            open_band(gezin, gebruiker_id=lezer_id, recht=gevraagd)
            redraw_samen(gezin, people_of(gezin.pk), peildatum=peildatum)
        with as_role(DEUR):
            lezer = _without_what_is_hidden(load_wie(lezer_id).at(gezin.pk), request.wie)
        _require_no_more(request.wie, lezer, gezin, peildatum)
        with as_wie(lezer, meekijker=request.wie, peildatum=peildatum):
            body = _render(request, gezin.pk, lezer, peildatum)
        transaction.set_rollback(True)
    return body


def render_asked(request: Verzoek, gezin: Gezin, vraag: Deelvraag, *, peildatum: date) -> str | None:
    """The same, as the reader of one question would get it when everyone says yes today."""
    gevraagd = as_leesrecht(vraag, people_of(gezin.pk).personen, peildatum=peildatum)
    lezer_id = vraag.betrokkene.gebruiker_id
    assert lezer_id
    return render_as(request, gezin, lezer_id, gevraagd=gevraagd, peildatum=peildatum)


def _without_what_is_hidden(lezer: Wie, kijker: Wie) -> Wie:
    """Nobody learns over the shoulder of another what is hidden from themselves; nor that it is."""
    return replace(lezer, schermen=lezer.schermen + kijker.schermen)


def _require_no_more(kijker: Wie, lezer: Wie, gezin: Gezin, peildatum: date) -> None:
    eigen = kijker.at(gezin.pk).banden
    if not lezer.is_gezin or not sees_as_much(eigen, lezer.banden, DEELBAAR, peildatum):
        raise GeenToegang("deze lezer ziet meer dan wie kijkt")


def _render(request: Verzoek, gezin_id: UUID, lezer: Wie, peildatum: date) -> str | None:
    gezin = queries.find_gezin(gezin_id, lezer, peildatum)
    if gezin is None:
        return None
    context = open_dossier(gezin, lezer, peildatum).as_context()
    # What the page offers to do is for the reader, not for who looks over their shoulder.
    eigen = {"gezin": gezin, "peildatum": peildatum, "wie": lezer, "is_gezin": True, "is_voorbeeld": True}
    return render_to_string("werkplek/gezin_inhoud.html", context | eigen, request=request)
