"""Which duties follow from who is in a family? To talk about the birthdays on which rights turn."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezinsrol, Persoon, Regie
from rondetafel.kern.looptijd import holds_some_day
from rondetafel.kern.plichten import Plicht, Plichtbron
from rondetafel.regels.beslissers import turning_birthdays
from rondetafel.regels.datum import DAG
from rondetafel.regels.termijnen import VERJAARDAGEN


def regie_of(gezinnen: Sequence[UUID]) -> dict[UUID, tuple[date, date | None]]:
    """From and up to when these families have a regisseur, the newest time; one query.

    A regie that was handed over goes on: it began when the first of those without a gap began. Who it is
    differs by day, so a duty of the regisseur carries no name: it is for who has the regie on the day itself.
    """
    rijen = Regie.objects.filter(holds_some_day(), gezin_id__in=gezinnen).order_by("van")
    regie: dict[UUID, tuple[date, date | None]] = {}
    for gezin_id, van, tot in rijen.values_list("gezin_id", "van", "tot"):
        sinds, vorige_tot = regie.get(gezin_id, (van, None))
        gaat_door = vorige_tot is not None and van <= vorige_tot + DAG
        regie[gezin_id] = (sinds if gaat_door else van, tot)
    return regie


def read_kinderen(sleutels: Sequence[UUID], peildatum: date) -> Iterator[Plicht]:
    """The birthdays of these children since their family has a regisseur, for as long as it has one.

    That a family talked about one stands in the row alone. Two queries.
    """
    kinderen = Persoon.objects.standing().filter(pk__in=sleutels, rol=Gezinsrol.KIND)
    rijen = list(
        kinderen.filter(geboortedatum__isnull=False).values_list(
            "pk", "gezin_id", "gemeente_id", "geboortedatum"
        )
    )
    regie = regie_of([gezin_id for _, gezin_id, _, _ in rijen])
    for pk, gezin_id, gemeente_id, geboortedatum in rijen:
        if gezin_id not in regie:
            continue
        van, tot = regie[gezin_id]
        for leeftijd, dag in turning_birthdays(geboortedatum) if geboortedatum else ():
            if dag > van:
                yield Plicht(
                    regel=VERJAARDAGEN[leeftijd],
                    betreft_id=pk,
                    gezin_id=gezin_id,
                    gemeente_id=gemeente_id,
                    vanaf=dag,
                    geldt_tot=tot,
                    rij_zegt_het=True,
                )


KIND = Plichtbron(model=Persoon, regels=tuple(VERJAARDAGEN.values()), read=read_kinderen)
