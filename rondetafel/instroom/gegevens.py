"""What does a verwijzer write down, and what does the backoffice add? Facts on their way from form to operation."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Geslacht, GezagSoort
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.regels.analyseverslag import Analysedeel
from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import Klasse, Triagefeiten
from rondetafel.regels.verwijzers import Verwijzer


class Relatie(TextChoices):
    """What an adult is to the jeugdige."""

    MOEDER = "moeder", _("moeder")
    VADER = "vader", _("vader")
    STIEFOUDER = "stiefouder", _("stiefouder")
    PLEEGOUDER = "pleegouder", _("pleegouder")
    GROOTOUDER = "grootouder", _("grootouder")
    VOOGD = "voogd", _("voogd")
    ANDERS = "verzorger", _("andere verzorger")


class Gezagsopgave(TextChoices):
    """What the verwijzer knows about gezag; the backoffice finds out the rest."""

    JA = "ja", _("ja")
    NEE = "nee", _("nee")
    ONBEKEND = "onbekend", _("weet ik niet")


class Gezagskeuze(TextChoices):
    """Which gezag an adult has over the jeugdige, or none."""

    GEEN = "geen", _("geen gezag")
    OUDERLIJK = GezagSoort.OUDERLIJK.value, GezagSoort.OUDERLIJK.label
    GEZAMENLIJK = GezagSoort.GEZAMENLIJK.value, GezagSoort.GEZAMENLIJK.label
    VOOGDIJ = GezagSoort.VOOGDIJ.value, GezagSoort.VOOGDIJ.label


GESLACHT_VAN = {Relatie.MOEDER: Geslacht.VROUW, Relatie.VADER: Geslacht.MAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ouderopgave:
    """A parent or carer as the verwijzer knows them."""

    voornaam: str
    tussenvoegsel: str = ""
    achternaam: str
    relatie: Relatie
    geboortedatum: date | None = None
    has_gezag: Gezagsopgave
    woont_bij_kind: bool
    email: str = ""
    telefoon: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the facts as they are kept with the aanmelding."""
        return asdict(self) | {"geboortedatum": str(self.geboortedatum or "")}

    @classmethod
    def from_json(cls, rij: dict[str, Any]) -> Self:
        """Return the facts that `as_json` wrote down.

        :raises KeyError, ValueError: when the row was written by something else.
        """
        geboortedatum = rij["geboortedatum"]
        return cls(
            **rij
            | {
                "relatie": Relatie(rij["relatie"]),
                "has_gezag": Gezagsopgave(rij["has_gezag"]),
                "geboortedatum": date.fromisoformat(geboortedatum) if geboortedatum else None,
            }
        )

    @property
    def naam(self) -> str:
        return " ".join(filter(None, [self.voornaam, self.tussenvoegsel, self.achternaam]))

    @property
    def likely_gezag(self) -> Gezagskeuze | None:
        """What the backoffice will probably find; None when it must be asked."""
        if self.has_gezag is Gezagsopgave.NEE:
            return Gezagskeuze.GEEN
        if self.has_gezag is Gezagsopgave.JA and self.relatie in GESLACHT_VAN:
            return Gezagskeuze.OUDERLIJK
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldopgave:
    """The aanmeldformulier. `gemeente` is a name: the verwijzer may name one that JENS does not work for."""

    verwijzersoort: Verwijzer
    gemeente: str
    voornaam: str
    tussenvoegsel: str = ""
    achternaam: str
    geboortedatum: date
    geslacht: str
    motivatie_18_plus: str = ""
    ouders: tuple[Ouderopgave, ...]
    hulpvraag: str
    is_acuut: bool
    has_aanmeldbrief: bool
    has_inhoud: bool
    has_analyseverslag: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Adresopgave:
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    geheim: Geheim


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoonsopgave:
    """A member of the family for the dossier; an empty `bsn` is not known yet."""

    voornaam: str
    tussenvoegsel: str
    achternaam: str
    geboortedatum: date | None
    geslacht: str
    bsn: str
    adres: Adresopgave | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volwassene:
    """An adult of the family for the dossier; `gezag` None is not known yet."""

    persoon: Persoonsopgave
    relatie: Relatie
    email: str
    gezag: Gezagskeuze | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossieropgave:
    """Everything the backoffice knows before the dossier is made; `voogd_gi` is the instelling that is voogd."""

    kind: Persoonsopgave
    volwassenen: tuple[Volwassene, ...]
    voogd_gi: UUID | None
    has_aanmeldbrief: bool
    has_inhoud: bool
    has_analyseverslag: bool
    analyse: frozenset[Analysedeel] = frozenset()

    @property
    def is_gezag_known(self) -> bool:
        """Is of every adult known whether they have gezag, and has anybody?"""
        gezag = [volwassene.gezag for volwassene in self.volwassenen]
        if None in gezag:
            return False
        return bool(self.voogd_gi) or any(keuze is not Gezagskeuze.GEEN for keuze in gezag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Triageopgave:
    """What the kernteam knows, chooses and explains; `klasse` None and no `regisseur_id` are not chosen yet."""

    feiten: Triagefeiten
    klasse: Klasse | None
    afwijking: str
    kwadranten: frozenset[Kwadrant]
    product_code: str
    motivering: str
    regisseur_id: UUID | None
