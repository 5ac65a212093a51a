"""The family, the plan and the goals that a page or an operation is about, for who may read or write them."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from rondetafel.gezinnen.afscherming import look_at_text
from rondetafel.gezinnen.models import Gezin, Gezinsrol, Persoon
from rondetafel.gezinsplan.gegevens import NALEZEN
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.kern import logboek
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.toegang.verzoek import Verzoek


class Tekstformulier(Protocol):
    """A form in which people write in their own words."""

    @property
    def vrije_tekst(self) -> str: ...

    def is_valid(self) -> bool: ...


class Metips(Protocol):
    """A form that has tips for what was written."""

    @property
    def tips(self) -> Sequence[object]: ...


def look(request: Verzoek, form: Tekstformulier, gezin_id: UUID, *, peildatum: date) -> Oordeel | None:
    """What a text that is well-formed tells that somebody may not know."""
    if not form.is_valid():
        return None
    return look_at_text(request, gezin_id, form.vrije_tekst, peildatum=peildatum)


def is_ready(request: Verzoek, form: Tekstformulier, afgeschermd: Oordeel | None) -> bool:
    """May what was filled in be saved now? Not by the button that only reads the text over."""
    return form.is_valid() and not afgeschermd and NALEZEN not in request.POST


def tell_saved(request: Verzoek, form: Metips, zin: str) -> None:
    """Say that it is saved, and that there are tips; what was written stands in no message."""
    messages.success(request, zin)
    if form.tips:
        messages.info(request, _("Er zijn tips bij deze tekst. Kies “aanpassen” om ze te lezen."))


def own_gezin(gezin_id: UUID, door: Wie, peildatum: date) -> Gezin:
    """The family of a plan that `door` writes."""
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=gezin.pk, peildatum=peildatum)
    return gezin


def about(persoon_id: UUID | None, gezin_id: UUID) -> dict[str, UUID | None]:
    """The columns that say whom a goal is about: a child, an adult, or with None the whole family.

    :raises Persoon.DoesNotExist: for somebody of another family.
    """
    if persoon_id is None:
        return {"voor_id": None, "volwassene_id": None}
    persoon = Persoon.objects.only("rol").get(pk=persoon_id, gezin=gezin_id)
    is_kind = persoon.rol == Gezinsrol.KIND
    return {"voor_id": persoon_id if is_kind else None, "volwassene_id": None if is_kind else persoon_id}


def open_gezin(request: Verzoek, gezin_id: UUID, peildatum: date) -> Gezin:
    """The family with its plan on a page, for who writes that plan."""
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=gezin_id, peildatum=peildatum)
    gezinnen = Gezin.objects.visible_to(request.wie, peildatum).select_related("plan__formatversie")
    gezin = get_object_or_404(gezinnen, pk=gezin_id)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin


def read_gezin(
    request: Verzoek, gezin_id: UUID, peildatum: date, *, recht: Recht = Recht.PLAN_LEZEN
) -> Gezin:
    """The family with its plan on a page, for who reads that plan, or has another right in it."""
    gezinnen = Gezin.objects.visible_to(request.wie, peildatum).select_related("plan")
    gezin = get_object_or_404(gezinnen, pk=gezin_id)
    require(request.wie, recht, gezin_id=gezin_id, gemeente_id=gezin.gemeente_id, peildatum=peildatum)
    logboek.note_look(request, [gezin], Onderdeel.PLAN)
    return gezin


def find_plan(gezin: Gezin) -> Gezinsplan | None:
    return getattr(gezin, "plan", None)


def begin_first(request: Verzoek, gezin: Gezin) -> HttpResponse:
    messages.info(request, _("Begin eerst het plan. Daarna kiezen jullie een doel."))
    return redirect("werkplek:gezin", gezin.pk)


def find_doel(request: Verzoek, pk: UUID, peildatum: date) -> Doel:
    doelen = Doel.objects.visible_to(request.wie, peildatum)
    doel = get_object_or_404(
        doelen.select_related("gezin", "plan", "voor", "volwassene", "matrixdoel__gebied"), pk=pk
    )
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=doel.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [doel], Onderdeel.PLAN)
    return doel


def find_actie(request: Verzoek, pk: UUID, peildatum: date) -> Actie:
    acties = Actie.objects.visible_to(request.wie, peildatum)
    actie = get_object_or_404(acties.select_related("gezin", "doel"), pk=pk)
    require(request.wie, Recht.PLAN_BEWERKEN, gezin_id=actie.gezin_id, peildatum=peildatum)
    logboek.note_look(request, [actie], Onderdeel.PLAN)
    return actie


def read_doel(request: Verzoek, pk: UUID, peildatum: date) -> Doel:
    """A goal for who may read it."""
    doelen = Doel.objects.visible_to(request.wie, peildatum)
    doel = get_object_or_404(
        doelen.select_related("gezin", "plan", "eigenaar", "voor", "volwassene", "matrixdoel__gebied"), pk=pk
    )
    logboek.note_look(request, [doel], Onderdeel.PLAN)
    return doel
