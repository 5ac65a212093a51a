"""What is asked when JENS grants an akkoord zorg: everything that the rules about it look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rondetafel.regels.catalogus import Norm
from rondetafel.regels.datum import add_months, format_datum, format_looptijd
from rondetafel.regels.product import Keuze, Lezing, Product, Soort
from rondetafel.regels.uitsluitingen import uitsluitingen_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EerdereHulp:
    """An akkoord that this child had before, or has now, for any product.

    `aanbieder` is the name of who gave it. `is_gestopt`: it ended on a day of its own, and cannot be extended any
    more. `is_brief_open`: not everybody signed the brief van aanbod that began it.
    """

    product_code: str
    naam: str
    soort: Soort
    van: date
    tot: date | None
    aanbieder: str = ""
    is_gestopt: bool = False
    is_brief_open: bool = False

    def __str__(self) -> str:
        return f"{self.naam}, {format_looptijd(self.van, self.tot)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plandoelen:
    """The goals in the gezinsplan as far as they are SMART, counted; `onaf` are the titles of the rest.

    `voor_kind` are about this child, `voor_gezin` about the family or somebody else in it.
    """

    voor_kind: int = 0
    voor_gezin: int = 0
    onaf: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.voor_kind or self.voor_gezin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Akkoordvraag:
    """Everything the rules look at. What is not here cannot decide.

    `aanbieder_producten` are the codes under contract. `aantal_per_week` is in the unit of the
    product. `eerder` is all help of this child, `motivatie_k3` what the triage wrote down,
    `overwogen` the codes of what was considered first and `motivering` why that is not enough.
    `uitsluitingen` are the codes that were ticked: the help would be for that alone.
    `rto_op` is the day agreed on for the RTO. `normen` and `keuzes` are the terms and readings of the catalogue.
    """

    product: Product
    startdatum: date
    einddatum: date | None
    aanbieder: str
    aanbieder_producten: frozenset[str]
    gevraagd_op: date
    normen: Mapping[str, Norm] = field(hash=False)
    keuzes: Mapping[str, Keuze] = field(hash=False)
    jeugdige: str = ""
    is_jeugdige: bool = True
    geboortedatum: date | None = None
    aantal_per_week: int | None = None
    in_plaats_van_onderwijs: bool = False
    has_diagnose: bool = False
    has_observatie: bool = False
    eerder: tuple[EerdereHulp, ...] = ()
    doelen: Plandoelen = Plandoelen()
    motivatie_k3: str = ""
    overwogen: frozenset[str] = frozenset()
    motivering: str = ""
    uitsluitingen: frozenset[str] = frozenset()
    grond: str = ""
    rto_op: date | None = None

    def reading(self, code: str) -> Lezing:
        """Return how a contradiction between the sources is read.

        :raises KeyError: when the catalogue does not hold this choice.
        """
        return self.keuzes[code].lezing

    @property
    def onderzoeken(self) -> tuple[EerdereHulp, ...]:
        """The onderzoeks-akkoorden that had begun when this help begins, and are not too old for it."""
        return tuple(
            een
            for een in self.eerder
            if een.soort is Soort.ONDERZOEK and _may_precede(een, self.product, self.startdatum)
        )

    @property
    def onderzoek_ervoor(self) -> EerdereHulp | None:
        return onderzoek_before(self.product, self.startdatum, self.eerder)

    def word_feiten(self) -> dict[str, str]:
        """Put all of it in words, as it is kept with the judgement; what does not concern the product is left out."""
        product = self.product
        feiten = {
            "Product": product.naam,
            "Looptijd": format_looptijd(self.startdatum, self.einddatum),
            "Zorgaanbieder": self.aanbieder,
        }
        if self.aantal_per_week is not None and product.eenheid:
            feiten["Hoeveel"] = f"{product.eenheid.word(self.aantal_per_week)} per week"
        if product.onderwijs_per_week:
            feiten["In plaats van school"] = _ja(self.in_plaats_van_onderwijs)
        if product.diagnose_nodig and product.diagnose_nodig.waarde:
            feiten["Diagnose"] = _ja(self.has_diagnose)
            feiten["Observatieverslag"] = _ja(self.has_observatie)
        if product.smart_doelen_nodig and product.smart_doelen_nodig.waarde:
            doelen = self.doelen
            feiten["SMART doelen"] = f"{doelen.voor_kind} voor het kind, {doelen.voor_gezin} voor het gezin"
        return feiten | self._afweging()

    def _afweging(self) -> dict[str, str]:
        """What was weighed, in words: the codes are those of the product of that day."""
        gekozen = {
            "Eerst bekeken": _names(een.naam for een in self.product.voorrang if een.code in self.overwogen),
            "Waarom dat niet genoeg is": self.motivering.strip(),
            "Reden bij de triage": self.motivatie_k3.strip(),
            "Waar de hulp niet voor is": _names(
                een.naam
                for een in uitsluitingen_of(self.product, self.keuzes)
                if een.code in self.uitsluitingen
            ),
            "Grond": _names(een.naam for een in self.product.gronden if een.code == self.grond),
            "RTO afgesproken op": format_datum(self.rto_op) if self.rto_op else "",
            "Eerdere hulp": _names(map(str, self.eerder)),
        }
        return {naam: waarde for naam, waarde in gekozen.items() if waarde}


def onderzoek_before(product: Product, startdatum: date, eerder: Iterable[EerdereHulp]) -> EerdereHulp | None:
    """Return the onderzoek that this treatment follows: the newest, unless another treatment began after it."""
    if product.soort is not Soort.BEHANDELING:
        return None
    alle = [een for een in eerder if een.van <= startdatum]
    behandeld_op = max((een.van for een in alle if een.soort is Soort.BEHANDELING), default=None)
    onderzoeken = [
        een
        for een in alle
        if een.soort is Soort.ONDERZOEK
        and _may_precede(een, product, startdatum)
        and (behandeld_op is None or behandeld_op < een.van)
    ]
    return max(onderzoeken, key=lambda een: een.van, default=None)


def _may_precede(onderzoek: EerdereHulp, product: Product, startdatum: date) -> bool:
    """Had it begun when this help begins, and is it not too old for it?"""
    hoogstens = product.onderzoek_maanden
    te_oud = (
        hoogstens is not None
        and onderzoek.tot is not None
        and startdatum > add_months(onderzoek.tot, hoogstens.waarde)
    )
    return onderzoek.van <= startdatum and not te_oud


def as_doelen_record(doelen: Plandoelen) -> dict[str, int]:
    """Count the goals as they are kept with a judgement; their titles stay in the plan."""
    return {"voor_kind": doelen.voor_kind, "voor_gezin": doelen.voor_gezin, "onaf": len(doelen.onaf)}


def from_doelen_record(record: Mapping[str, int]) -> Plandoelen:
    """Return the goals that `as_doelen_record` counted, without their titles."""
    return Plandoelen(
        voor_kind=record["voor_kind"], voor_gezin=record["voor_gezin"], onaf=("een doel",) * record["onaf"]
    )


def _ja(waarde: bool) -> str:
    return "ja" if waarde else "nee"


def _names(namen: Iterable[str]) -> str:
    return "; ".join(namen)
