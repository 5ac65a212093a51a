"""When is something due? One row per duty, opened and closed by the operation that makes or meets it."""

from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import models

from rondetafel.kern.models import Termijn
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.termijnen import Rekenbasis, Termijnregel
from rondetafel.regels.werkdagen import Kalender, free_days


@lru_cache(maxsize=8)
def basis_on(datum: date) -> Rekenbasis:
    """Return the norms of that day, and the working days of the years around it."""
    jaren = range(datum.year - 1, datum.year + 4)
    return Rekenbasis(catalogus=catalogue_on(datum), kalender=Kalender(free_days(jaren)))


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
        gezin_id=eigenaar.pk if object_._meta.model_name == "gezin" else eigenaar.gezin_id,
        gemeente_id=eigenaar.gemeente_id,
        betreft=object_._meta.label,
        betreft_id=object_.pk,
        vervalt_op=duty.vervalt_op,
        waarschuw_vanaf=duty.waarschuw_vanaf,
    )


def close_termijn(object_: models.Model, *regels: Termijnregel, peildatum: date) -> None:
    """Close the running duties about `object_`; closing what does not run changes nothing."""
    codes = [regel.norm for regel in regels]
    Termijn.objects.running().filter(betreft_id=object_.pk, regel__in=codes).update(gesloten_op=peildatum)


def close_termijnen_of_gezin(gezin_id: UUID, *regels: Termijnregel, peildatum: date) -> None:
    """Close the running duties about anything of one family: one meeting can meet several."""
    codes = [regel.norm for regel in regels]
    Termijn.objects.running().filter(gezin_id=gezin_id, regel__in=codes).update(gesloten_op=peildatum)
