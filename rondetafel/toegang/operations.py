"""What someone does with their own account."""

from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker


@operatie
def start_account(gebruiker: Gebruiker, *, wachtwoord: str, door: Wie) -> Gebruiker:
    """Set the first password of an invited account; the link that led here then works no more."""
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    logboek.record(Gebeurtenis.ACCOUNT_GESTART, gebruiker, door=door)
    return gebruiker
