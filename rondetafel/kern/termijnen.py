"""When is something due? One row per duty, opened and closed by the operation that makes or meets it."""

from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from rondetafel.kern.models import Sluiting, Termijn, TermijnQuerySet
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.termijnen import Termijnregel
from rondetafel.regels.werkdagen import Kalender, VijfMei, free_days


@lru_cache(maxsize=1024)
def basis_on(datum: date) -> Rekenbasis:
    """Return the norms of that day, and the working days of the years around it."""
    return Rekenbasis(catalogus=catalogue_on(datum), kalender=_calendar_of(datum.year))


@lru_cache(maxsize=64)
def _calendar_of(jaar: int) -> Kalender:
    """The calendar table of a few years: the days of the Act as set for this house, and its own closed days."""
    jaren = range(jaar - 2, jaar + 4)
    dagen = free_days(
        jaren, goede_vrijdag=settings.GOEDE_VRIJDAG_VRIJ, vijf_mei=VijfMei(settings.VIJF_MEI_VRIJ)
    )
    eigen = {dag: naam for dag, naam in settings.EIGEN_VRIJE_DAGEN.items() if dag.year in jaren}
    return Kalender(dagen | eigen)


def open_termijn(
    object_: models.Model, regel: Termijnregel, *, vanaf: date, gebruiker_id: UUID | None = None
) -> Termijn:
    """Write the duty that `regel` gives about `object_`, counted from (or back from) `vanaf`."""
    duty = regel.apply(vanaf, basis_on(vanaf))
    eigenaar: Any = object_
    return Termijn.objects.create(
        regel=duty.regel,
        rol=duty.wie.value,
        gebruiker_id=gebruiker_id,
        gezin_id=eigenaar.pk if object_._meta.model_name == "gezin" else getattr(eigenaar, "gezin_id", None),
        gemeente_id=eigenaar.gemeente_id,
        betreft=object_._meta.label,
        betreft_id=object_.pk,
        vanaf=vanaf,
        vervalt_op=duty.vervalt_op,
        waarschuw_vanaf=duty.waarschuw_vanaf,
        bron_document=duty.bron.document,
        bron_plek=duty.bron.plek,
    )


def close_termijn(object_: models.Model, *regels: Termijnregel, peildatum: date) -> None:
    """Close the running duties about `object_` as met; closing what does not run changes nothing."""
    codes = [regel.norm for regel in regels]
    Termijn.objects.running().filter(betreft_id=object_.pk, regel__in=codes).update(
        gesloten_op=peildatum, sluiting=Sluiting.GEDAAN
    )


def meet_in_period(gezin_id: UUID, *regels: Termijnregel, gedaan_op: date) -> None:
    """Close the duties of a family whose own period holds this day: one meeting can meet several."""
    _in_period(gezin_id, regels, gedaan_op).running().update(gesloten_op=gedaan_op, sluiting=Sluiting.GEDAAN)


def reopen_in_period(gezin_id: UUID, *regels: Termijnregel, gedaan_op: date) -> None:
    """Open again what was met on this day, as far as no later duty took its place: it was written down wrongly."""
    opvolger = Termijn.objects.running().filter(betreft_id=OuterRef("betreft_id"), regel=OuterRef("regel"))
    gedaan = _in_period(gezin_id, regels, gedaan_op).filter(gesloten_op=gedaan_op, sluiting=Sluiting.GEDAAN)
    gedaan.exclude(Exists(opvolger)).update(gesloten_op=None, sluiting="")


def _in_period(gezin_id: UUID, regels: tuple[Termijnregel, ...], dag: date) -> TermijnQuerySet:
    codes = [regel.norm for regel in regels]
    return Termijn.objects.filter(
        Q(telt_vanaf__isnull=True) | Q(telt_vanaf__lte=dag),
        gezin_id=gezin_id,
        regel__in=codes,
        vanaf__gte=dag,
    )
