"""What do the pages about papers show? Each function is one query, whatever the number of papers."""

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from rondetafel.documenten.models import Document, DocumentQuerySet
from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rechten import Recht


def papers_of(gezin_id: UUID, wie: Wie, peildatum: date) -> DocumentQuerySet:
    """The papers of a family that this person reads, the newest first."""
    return find_document(wie, peildatum).filter(gezin_id=gezin_id).order_by("-geplaatst_op", "-created_at")


def find_document(wie: Wie, peildatum: date) -> DocumentQuerySet:
    """Papers with whom they are about and who brought them, where this reader may know that name."""
    # A subquery: the accounts of families are hidden, and a join would hide their papers along.
    plaatser = Gebruiker.objects.filter(pk=OuterRef("geplaatst_door_id")).values("naam")
    return (
        Document.objects.visible_to(wie, peildatum)
        .select_related("gezin", "persoon")
        .annotate(plaatser=Subquery(plaatser[:1]))
    )


def may_bring(gezin: Gezin, wie: Wie, peildatum: date) -> bool:
    return mag(wie, Recht.DOCUMENT_DELEN, gezin_id=gezin.pk, peildatum=peildatum).ja


def about_whom(gezin: Gezin, wie: Wie, peildatum: date) -> list[Persoon]:
    """The members of the family that this person may bring a paper about."""
    return [
        persoon
        for persoon in Persoon.objects.visible_to(wie, peildatum)
        .filter(gezin=gezin)
        .order_by("geboortedatum")
        if mag(wie, Recht.DOCUMENT_DELEN, gezin_id=gezin.pk, sleutel=persoon.pk, peildatum=peildatum).ja
    ]
