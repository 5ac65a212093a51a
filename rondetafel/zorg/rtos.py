"""Which RTO's did this family have, as the rules look at them?"""

from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg, BoolOr
from django.db.models import Q

from rondetafel.gezinnen.models import Groep
from rondetafel.overleg.models import Overleg, OverlegSoort
from rondetafel.regels.overleg import Rto


def rtos_of(gezin_id: UUID) -> tuple[Rto, ...]:
    """Every RTO of one family, in one query."""
    aanwezig = Q(deelnames__was_aanwezig=True)
    overleggen = Overleg.objects.filter(gezin_id=gezin_id, soort=OverlegSoort.RTO).annotate(
        regisseur_er=BoolOr(aanwezig & Q(deelnames__betrokkene__relatie="regisseur"), default=False),
        gezin_er=BoolOr(aanwezig & Q(deelnames__betrokkene__groep=Groep.GEZIN), default=False),
        weg=ArrayAgg("deelnames__betrokkene__naam", filter=Q(deelnames__was_aanwezig=False), default=[]),
    )
    return tuple(
        Rto(
            gepland_op=een.gepland_op,
            gehouden_op=een.gehouden_op,
            totaalproces_bekeken=een.is_totaal_besproken,
            concrete_doelen=een.concrete_doelen,
            regisseur_aanwezig=een.regisseur_er,
            gezin_aanwezig=een.gezin_er,
            afwezig=tuple(een.weg),
        )
        for een in overleggen
    )
