"""Who is told that there is something to read about a meeting? A mail that says nothing of what, where or whom."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.kern.looptijd import running_on
from rondetafel.toegang.accounts import mail_readers
from rondetafel.toegang.mag import Wie


def tell(stoelen: Collection[UUID], *, gezin_id: UUID, door: Wie, peildatum: date) -> None:
    """Mail who sits on these chairs of a family, has an account and reads along; not whoever did it.

    An invitation, another day and a meeting that is called off are one and the same mail.
    """
    zitten = Betrokkene.objects.filter(
        running_on(peildatum), pk__in=stoelen, gezin_id=gezin_id, gebruiker__isnull=False
    )
    gebruikers = set(zitten.values_list("gebruiker_id", flat=True)) - {door.id}
    if gebruikers:
        mail_readers(gebruikers, gezin_id=gezin_id, peildatum=peildatum)
