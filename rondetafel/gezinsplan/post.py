"""Who is told that something was said at home? A mail that says nothing of what or whom."""

from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.queries.week import regisseurs_of
from rondetafel.toegang.accounts import mail_change


def warn_regisseur(gezin_id: UUID, peildatum: date) -> None:
    """Mail who has the regie on this day that something changed."""
    for regisseur_id in regisseurs_of(gezin_id, peildatum):
        mail_change(regisseur_id, gezin_id=gezin_id)
