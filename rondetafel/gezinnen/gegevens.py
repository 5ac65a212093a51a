"""What the forms about sharing hand to the operations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Doorbraak, Maatregeleinde, Wijze, Wilsoordeel
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.toegang.rechten import Onderdeel


class Gezagseinde(TextChoices):
    """Why gezag ended; a choice and no free text, because it is kept in the logboek."""

    RECHTER = "rechter", _("een besluit van de rechter")
    REGISTER = "register", _("een wijziging in het gezagsregister")
    OVERLIJDEN = "overlijden", _("overlijden")
    FOUT = "fout", _("het stond hier verkeerd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelopgave:
    """May somebody read these parts about this person, for this purpose?"""

    persoon_id: UUID
    onderdelen: frozenset[Onderdeel]
    doel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordopgave:
    """What one who decides said; None is the gecertificeerde instelling as voogd."""

    beslisser_id: UUID | None
    is_ja: bool
    wijze: Wijze


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorbraakopgave:
    """On what ground somebody reads along although not everyone said yes, and why."""

    doorbraak: Doorbraak
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wilsopgave:
    """Whose judgement it is whether somebody can decide, on what ground, and who decides else after 18."""

    oordeel: Wilsoordeel
    beoordeeld_door: str
    grond: str
    vertegenwoordiger_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Informatieopgave:
    """What a parent without gezag asked, and what was told; a refusal has a reason instead."""

    ouder_id: UUID
    gevraagd_op: date
    vraag: str
    is_gegeven: bool
    verteld: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeugdbeschermer:
    """Who carries out a measure: the name, and the address for work that the account belongs to."""

    naam: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelopgave:
    """One beschikking; without `jeugdbeschermer` the chair stays open, without `tot` it runs until eighteen."""

    soort: Maatregelsoort
    instelling_id: UUID
    van: date
    tot: date | None
    kenmerk: str
    jeugdbeschermer: Jeugdbeschermer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelstop:
    """The last day of a measure that was to run longer, and why; what was never true has no last day."""

    tot: date | None
    einde: Maatregeleinde
