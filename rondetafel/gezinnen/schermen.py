"""Which chairs does this reader not see, and what hangs on them? Without a shield: nothing is asked."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from rondetafel.toegang.mag import Wie
from rondetafel.toegang.schermen import Wat


class Aard(TextChoices):
    """Why a chair says something about one person. The words are those of what can be hidden."""

    SCHOOL = Wat.SCHOOL.value, _("school of opvang")
    PARTNER = Wat.PARTNER.value, _("nieuwe partner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verband:
    """What a chair says of somebody: the school or the new partner of one person. Its text is a form's value."""

    aard: Aard
    persoon_id: UUID

    def __str__(self) -> str:
        return f"{self.aard.value}:{self.persoon_id}"

    @classmethod
    def parse(cls, waarde: str) -> Self:
        """:raises ValueError: for anything that `str` of a Verband does not give."""
        aard, _teken, persoon = waarde.partition(":")
        return cls(aard=Aard(aard), persoon_id=UUID(persoon))


class Geheim(TextChoices):
    """The answer to: is this address secret? There is no answer beforehand."""

    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    ONBEKEND = "onbekend", _("dat is nog niet bekend")


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschermopgave:
    """What to hide of whom, and from whom: a member of the family, or an account. No `tot` is until further notice."""

    beschermd_id: UUID
    voor_persoon_id: UUID | None
    voor_gebruiker_id: UUID | None
    wat: frozenset[Wat]
    reden: str
    tot: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verborgen:
    """The persons of whom the school, and of whom the new partner, is hidden from one reader on one day."""

    school: frozenset[UUID]
    partner: frozenset[UUID]

    def leave_out(self, *paden: str) -> Q:
        """Return the rows whose chair is not hidden; each of `paden` leads to a chair, as `wie__`."""
        blijft = Q()
        for aard, personen in ((Aard.SCHOOL, self.school), (Aard.PARTNER, self.partner)):
            for pad in paden if personen else ():
                blijft &= ~Q(**{f"{pad}aard": aard.value, f"{pad}hoort_bij_id__one_of": personen})
        return blijft


def hidden_from(wie: Wie, peildatum: date) -> Verborgen:
    """Return whose school and whose new partner `wie` does not see on `peildatum`."""
    return Verborgen(school=wie.shielded(Wat.SCHOOL, peildatum), partner=wie.shielded(Wat.PARTNER, peildatum))


def not_hidden(wie: Wie, peildatum: date, *paden: str) -> Q:
    """Leave out the rows whose chair is hidden from `wie`; each of `paden` leads to a chair, as `wie__`."""
    return hidden_from(wie, peildatum).leave_out(*paden)
