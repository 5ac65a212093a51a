"""Which duties follow from an aanmelding? The dossier, the kernteam, and an acute question within a day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.plichten import Plicht, Plichtbron, closing
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.kernteam import begin_of_week
from rondetafel.regels.stilstand import Pauze
from rondetafel.regels.termijnen import ACUUT_OPPAKKEN, DOSSIER_DOORSTUREN, KERNTEAM_BESPREKEN

FEITEN = (
    "gezin_id",
    "gemeente_id",
    "created_at",
    "ontvangen_op",
    "doorgestuurd_op",
    "is_acuut",
    "opgepakt_at",
    "wacht_sinds",
    "pauzes",
)


def pauzes_of(aanmelding: Aanmelding) -> tuple[Pauze, ...]:
    """When information was awaited, and since when it is now."""
    eerder = tuple(Pauze(van=van, tot=tot) for van, tot in aanmelding.pauzes)
    nu = (Pauze(van=aanmelding.wacht_sinds, tot=None),) if aanmelding.wacht_sinds else ()
    return eerder + nu


def read_aanmeldingen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duties about these aanmeldingen, met or not; one query."""
    rijen = Aanmelding.objects.filter(pk__in=sleutels).annotate(besloten_op=F("triage__besloten_op"))
    for een in rijen.only(*FEITEN):
        yield _dossier(een)
        if een.is_acuut:
            yield _acuut(een)
        vanaf = begin_of_week(een.ontvangen_op, een.doorgestuurd_op, catalogue_on(een.ontvangen_op).keuzes)
        if vanaf:
            yield _about(
                een,
                regel=KERNTEAM_BESPREKEN,
                vanaf=vanaf,
                pauzes=pauzes_of(een),
                **closing(een.besloten_op),
            )


def _dossier(een: Aanmelding) -> Plicht:
    return _about(
        een,
        regel=DOSSIER_DOORSTUREN,
        vanaf=een.ontvangen_op,
        pauzes=_before_dossier(een),
        **closing(een.doorgestuurd_op),
    )


def _before_dossier(een: Aanmelding) -> tuple[Pauze, ...]:
    """What the kernteam asked later stops its own clock, and not that of the dossier."""
    klaar = een.doorgestuurd_op
    return tuple(pauze for pauze in pauzes_of(een) if klaar is None or pauze.van < klaar)


def _acuut(een: Aanmelding) -> Plicht:
    """Somebody said so, or asked the verwijzer something, or made the dossier: then it was picked up."""
    gezegd_op = timezone.localdate(een.opgepakt_at) if een.opgepakt_at else None
    gevraagd_op = een.pauzes[0][0] if een.pauzes else een.wacht_sinds
    gedaan_op = min(filter(None, (gezegd_op, gevraagd_op, een.doorgestuurd_op)), default=None)
    return _about(
        een,
        regel=ACUUT_OPPAKKEN,
        vanaf=een.ontvangen_op,
        begin_at=timezone.localtime(een.created_at),
        **closing(gedaan_op),
    )


def _about(een: Aanmelding, **velden: Any) -> Plicht:
    return Plicht(betreft_id=een.pk, gezin_id=een.gezin_id, gemeente_id=een.gemeente_id, **velden)


AANMELDING = Plichtbron(
    model=Aanmelding,
    regels=(DOSSIER_DOORSTUREN, ACUUT_OPPAKKEN, KERNTEAM_BESPREKEN),
    read=read_aanmeldingen,
)
