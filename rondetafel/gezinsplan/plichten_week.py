"""Which duty follows from red? The regisseur gets in touch, counted from the first red that nobody answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from rondetafel.gezinnen.plichten import regie_of
from rondetafel.gezinsplan.models import Weekkleur
from rondetafel.kern.plichten import Plicht, Plichtbron, closing
from rondetafel.regels.termijnen import CONTACT_NA_ROOD
from rondetafel.regels.week import Kleur


def read_kleuren(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The duty after these reds; two queries. A red after one that still asks adds none."""
    eerder = Weekkleur.objects.asking().filter(
        Q(created_at__lt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), pk__lt=OuterRef("pk")),
        gezin=OuterRef("gezin"),
        sleutel=OuterRef("sleutel"),
    )
    rood = Weekkleur.objects.filter(pk__in=sleutels, kleur=Kleur.ROOD.value)
    rijen: list[Any] = list(
        rood.annotate(staat_al=Exists(eerder)).only("gezin_id", "gemeente_id", "gegeven_op", "contact_op")
    )
    regie = regie_of([een.gezin_id for een in rijen])
    for een in rijen:
        if een.contact_op is None and een.staat_al:
            continue
        _, tot = regie.get(een.gezin_id, (None, None))
        yield Plicht(
            regel=CONTACT_NA_ROOD,
            betreft_id=een.pk,
            gezin_id=een.gezin_id,
            gemeente_id=een.gemeente_id,
            vanaf=een.gegeven_op,
            geldt_tot=tot,
            **closing(een.contact_op),
        )


WEEKKLEUR = Plichtbron(model=Weekkleur, regels=(CONTACT_NA_ROOD,), read=read_kleuren)
