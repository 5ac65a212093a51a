"""What the forms about sharing hand to the operations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import (
    AdresSoort,
    Doorbraak,
    Gezagsbewijs,
    GezagSoort,
    Gezinsrol,
    Lijn,
    Maatregeleinde,
    Nabijheid,
    Overdrachtsreden,
    Relatiesoort,
    Relatiestop,
    Relatievorm,
    Vraagdoel,
    Wijze,
    Wilsoordeel,
    Zekerheid,
)
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.regels.omgeving import Omgeving
from rondetafel.regels.personen import Geboren
from rondetafel.regels.woonplaats import Verblijfsoort
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
class Samenvoegopgave:
    """Which record goes into the other; of which things its value is taken; the versions that were read."""

    weg_id: UUID
    neemt: frozenset[str]
    zekerheid: Zekerheid
    gelezen: int
    gelezen_weg: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsgegevens:
    """What is known of a member of the family; `geen_bsn` says why there is no number."""

    rol: Gezinsrol
    voornaam: str
    tussenvoegsel: str
    achternaam: str
    geslacht: str
    geboren: Geboren
    overleden_op: date | None
    taal: str
    tolk: str
    geen_bsn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuwkomer:
    """Somebody who comes into the family. An empty `relatie` gives no chair at the table, an empty `bsn` no number."""

    persoon: Persoonsgegevens
    relatie: str
    bsn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhuisopgave:
    """Where these people live from a day on; what they had of the same kind ends the day before."""

    personen: frozenset[UUID]
    soort: AdresSoort
    verblijf: Verblijfsoort | None
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    woongemeente: str
    geheim: Geheim
    van: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezagsopgave:
    """Gezag of one adult over a child, or that they have none; `bewijs` empty: nobody looked yet."""

    volwassene_id: UUID
    soort: GezagSoort
    van: date
    bewijs: Gezagsbewijs | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatieopgave:
    """What somebody is to another, who is of the family (`met_id`) or only at the table (`stoel_id`)."""

    soort: Relatiesoort
    vorm: Relatievorm
    met_id: UUID | None
    stoel_id: UUID | None
    van: date | None
    erkend_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatieslot:
    """How and when it ended; what was never true has no last day."""

    einde: Relatiestop
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekopgave:
    """What a chair is to the family, how near, and what is given now and can be given."""

    soort: Omgeving
    voor_id: UUID | None
    nabijheid: Nabijheid
    lijn: Lijn
    steun_nu: tuple[str, ...]
    steun: tuple[str, ...]
    is_blijvend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Netwerkopgave:
    """Somebody new around the family. With `vraag_op` the name waits until the family says yes."""

    naam: str
    relatie: str
    organisatie: str
    plek: Plekopgave
    vraag: Vraagdoel | None
    vraag_op: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoelantwoord:
    """What the family decided about approaching somebody: who, and on which day."""

    is_ja: bool
    door_id: UUID
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Regieopgave:
    """To whom the regie passes, from which day, why, and who agreed: of the family, or at the instelling as voogd."""

    regisseur_id: UUID
    van: date
    reden: Overdrachtsreden
    akkoord_op: date
    akkoord_van_id: UUID | None = None
    akkoord_stoel_id: UUID | None = None
    akkoord_hoe: str = ""
