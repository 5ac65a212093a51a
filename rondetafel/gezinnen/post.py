"""Who is told that the regie passes on? A mail that says nothing of what or whom."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.kern.looptijd import running_on
from rondetafel.toegang.accounts import mail_change, mail_readers
from rondetafel.toegang.mag import Wie


def tell_of_regie(gezin_id: UUID, regisseurs: Iterable[UUID], *, door: Wie, peildatum: date) -> None:
    """Mail who of the family reads along, and these colleagues; not whoever did it.

    Who gets the regie reads nothing of the family yet, so the tie of today does not decide for colleagues.
    """
    thuis = Betrokkene.objects.filter(
        running_on(peildatum), gezin_id=gezin_id, groep=Groep.GEZIN, gebruiker__isnull=False
    )
    gebruikers = set(thuis.values_list("gebruiker_id", flat=True)) - {door.id}
    if gebruikers:
        mail_readers(gebruikers, gezin_id=gezin_id, peildatum=peildatum)
    for regisseur_id in set(regisseurs) - {door.id}:
        mail_change(regisseur_id)
