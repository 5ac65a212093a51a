"""What does the portfolio say about one kind of help? Each number with the place it comes from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from rondetafel.regels.oordeel import Bron

Waarde = TypeVar("Waarde")


class Kwadrant(StrEnum):
    """Where help takes place: voorliggend veld, gebiedsteam, specialist."""

    K1 = "K1"
    K2 = "K2"
    K3 = "K3"


class Eenheid(StrEnum):
    """What is counted when care is delivered."""

    CONTACTMOMENT = "contactmoment"
    DAGDEEL = "dagdeel"
    ETMAAL = "etmaal"

    @property
    def meervoud(self) -> str:
        return MEERVOUDEN[self]

    def word(self, aantal: int) -> str:
        """Say a number of these as people do: 1 etmaal, 2 etmalen."""
        return f"{aantal} {self.value if aantal == 1 else self.meervoud}"


MEERVOUDEN = {
    Eenheid.CONTACTMOMENT: "contactmomenten",
    Eenheid.DAGDEEL: "dagdelen",
    Eenheid.ETMAAL: "etmalen",
}


class Soort(StrEnum):
    """The sections of the portfolio, and the help of a gebiedsteam that stands outside it."""

    BEGELEIDING = "begeleiding"
    ONDERZOEK = "onderzoek"
    BEHANDELING = "behandeling"
    LOGEREN = "logeren"
    VERVOER = "vervoer"
    SPECIFIEK = "specifiek"
    GEBIEDSTEAM = "gebiedsteam"


class Vorm(StrEnum):
    """With others at the same time, or alone."""

    GROEP = "groep"
    INDIVIDUEEL = "individueel"


class Regime(StrEnum):
    """Which law decides about consent, file and signing."""

    JEUGDWET = "jeugdwet"
    WGBO = "wgbo"


class Papier(StrEnum):
    """What is handed in or sent at a moment in the life of an akkoord zorg."""

    AKKOORD_ZORG = "akkoord-zorg"
    BRIEF_VAN_AANBOD = "brief-van-aanbod"
    EVALUATIE = "evaluatie"
    PLAN_VAN_AANPAK = "plan-van-aanpak"
    GEZINSPLAN = "gezinsplan"
    BEHANDELPLAN = "behandelplan"
    STOP_ZORG = "stop-zorg"
    EINDVERSLAG = "eindverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bepaling(Generic[Waarde]):
    """A value with the place it comes from; `tegenspraak` says where the sources disagree."""

    waarde: Waarde
    bron: Bron
    tegenspraak: str = ""

    def __str__(self) -> str:
        return str(self.waarde)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorrang:
    """What is tried before this product: a code of another product, or a name of our own for the rest."""

    code: str
    naam: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitsluiting:
    """What this product is not for, and where the question goes instead."""

    code: str
    naam: str
    verwijzing: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Grond:
    """A ground on which this product may be granted; without grounds in the catalogue none is asked."""

    code: str
    naam: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Personeel:
    """Who may give this help: a level of training, when it suffices, and under whose supervision."""

    niveau: str
    wanneer: str
    toezicht: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Indirect:
    """Indirect time that counts as a contactmoment after all; `voorwaarde` is empty when it always does."""

    code: str
    naam: str
    voorwaarde: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbegrepen:
    """What is in the price of one unit, and is not counted or invoiced apart."""

    code: str
    naam: str
    bron: Bron


class Kenmerksoort(StrEnum):
    """What a kenmerk is about."""

    DOEL = "doel"
    ACTIVITEIT = "activiteit"
    PLAATS = "plaats"
    WERKWIJZE = "werkwijze"
    AANDACHT = "aandacht"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerk:
    """What the portfolio tells of this help that no rule judges: shown to people who choose it."""

    soort: Kenmerksoort
    tekst: str
    bron: Bron


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A kind of help that JENS grants. A value that is None is not given by the source.

    `hoofdproduct` is the code of the product of which this is a variant with rules of its own.
    `maximum_maanden` holds per akkoord, `verlenging_maanden` is the usual length of an
    extension, `totaal_maanden` holds for the akkoord and all its extensions together.
    `maximum_per_week` and `onderwijs_per_week` (in place of school) are in `eenheid` per week;
    `groepsgroottes` are children per worker; `gemiddelde_minuten` is the least and the most that a
    contactmoment takes on average over the whole looptijd; `uren_per_eenheid` are the hours of one
    dagdeel or etmaal. `onderzoek_maanden` is how long ago the onderzoek beforehand
    may have ended. `papieren_vervolg` is what is due instead of `papieren_start` after an onderzoek. With
    `zorgvraag_jeugdige` the question is the child's own, not only the parents'. With
    `rto_bij_start` the day of the RTO is agreed at the start and the papers hang on it (maatwerk); with
    `zonder_alternatief` the help is there only while there is no other solution (logeren).
    """

    code: str
    naam: str
    soort: Soort
    kwadrant: Kwadrant
    eenheid: Eenheid | None
    bron: Bron
    einddatum_nodig: Bepaling[bool]
    rto_nodig: Bepaling[bool]
    regime: Bepaling[Regime]
    papieren_start: Bepaling[tuple[Papier, ...]]
    papieren_einde: Bepaling[tuple[Papier, ...]]
    vorm: Vorm | None = None
    hoofdproduct: str = ""
    maximum_maanden: Bepaling[int] | None = None
    verlenging_maanden: Bepaling[int] | None = None
    totaal_maanden: Bepaling[int] | None = None
    maximum_per_week: Bepaling[int] | None = None
    onderwijs_per_week: Bepaling[int] | None = None
    evaluatie_maanden: Bepaling[int] | None = None
    eindevaluatie_maanden: Bepaling[int] | None = None
    gemiddelde_minuten: Bepaling[tuple[int, int]] | None = None
    groepsgroottes: Bepaling[tuple[int, ...]] | None = None
    uren_per_eenheid: Bepaling[int] | None = None
    zorgvraag_jeugdige: Bepaling[bool] | None = None
    diagnose_nodig: Bepaling[bool] | None = None
    observatie_nodig: Bepaling[bool] | None = None
    onderzoek_vooraf: Bepaling[bool] | None = None
    onderzoek_maanden: Bepaling[int] | None = None
    rto_bij_start: Bepaling[bool] | None = None
    zonder_alternatief: Bepaling[bool] | None = None
    smart_doelen_nodig: Bepaling[bool] | None = None
    doelen_kind_en_gezin: Bepaling[bool] | None = None
    vaste_aanbieders: Bepaling[bool] | None = None
    toezichthouders: Bepaling[tuple[str, ...]] | None = None
    papieren_vervolg: Bepaling[tuple[Papier, ...]] | None = None
    papieren_verlenging: Bepaling[tuple[Papier, ...]] | None = None
    personeel: tuple[Personeel, ...] = ()
    voorrang: tuple[Voorrang, ...] = ()
    uitsluitingen: tuple[Uitsluiting, ...] = ()
    gronden: tuple[Grond, ...] = ()
    indirect: tuple[Indirect, ...] = ()
    inbegrepen: tuple[Inbegrepen, ...] = ()
    kenmerken: tuple[Kenmerk, ...] = ()

    @property
    def is_ggz(self) -> bool:
        return self.regime.waarde is Regime.WGBO

    @property
    def aandacht(self) -> tuple[str, ...]:
        """What who grants this help should think of, and no rule judges."""
        return tuple(een.tekst for een in self.kenmerken if een.soort is Kenmerksoort.AANDACHT)

    @property
    def plaatsen(self) -> tuple[str, ...]:
        """Where this help is given, as far as the source says."""
        return tuple(een.tekst for een in self.kenmerken if een.soort is Kenmerksoort.PLAATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lezing:
    """One way to read sources that contradict each other. `maanden`: the number that comes with it, if any."""

    code: str
    uitleg: str
    bron: Bron
    maanden: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """Where the sources disagree: the readings, the one that holds here, and the ADR that says why.

    `tegenspraken` are the numbers in docs/bronnen/tegenspraken.csv (F1 and on). `vast` says why no region
    may choose another reading; empty where it may.
    """

    code: str
    vraag: str
    tegenspraken: tuple[str, ...]
    gekozen: str
    lezingen: tuple[Lezing, ...]
    adr: int
    vast: str = ""

    @property
    def lezing(self) -> Lezing:
        """The reading that holds."""
        # A plain walk: asked for every akkoord that is judged, where a generator costs as much as a rule.
        for een in self.lezingen:
            if een.code == self.gekozen:
                return een
        raise LookupError(f"{self.code} kent geen lezing {self.gekozen}")
