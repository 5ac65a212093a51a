"""What is hidden from one person about another? Facts and questions; the rows are kept in room gezinnen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.datum import holds_on


class Wat(TextChoices):
    """What of a person can be hidden. The words are also those of the chair it concerns: school, partner."""

    ADRES = "adres", _("het adres")
    CONTACT = "contact", _("mailadres en telefoon")
    SCHOOL = "school", _("school of opvang")
    PLAATS = "plaats", _("waar een overleg is")
    PARTNER = "partner", _("een nieuwe partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scherm:
    """Something of one person that one account does not get to see, `van` up to and including `tot`."""

    gezin_id: UUID
    beschermd_id: UUID
    wat: frozenset[str]
    van: date
    tot: date | None = None

    def hides(self, wat: Wat, peildatum: date) -> bool:
        return wat in self.wat and holds_on(peildatum, self.van, self.tot)
