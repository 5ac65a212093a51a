"""How is a number of the product table read aloud? Each field with its words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.regels.catalogus import Norm, Tijdseenheid
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.papieren import NAMEN as NAMEN_VAN_PAPIER
from rondetafel.regels.product import (
    Bepaling,
    Indirect,
    Kenmerk,
    Kenmerksoort,
    Papier,
    Personeel,
    Product,
    Regime,
)

ENKELVOUDEN = {
    Tijdseenheid.UREN: gettext_lazy("uur"),
    Tijdseenheid.WERKDAGEN: gettext_lazy("werkdag"),
    Tijdseenheid.DAGEN: gettext_lazy("dag"),
    Tijdseenheid.WEKEN: gettext_lazy("week"),
    Tijdseenheid.MAANDEN: gettext_lazy("maand"),
}
REGIMES = {Regime.JEUGDWET: gettext_lazy("Jeugdwet"), Regime.WGBO: gettext_lazy("WGBO")}

KENMERKEN = {
    Kenmerksoort.DOEL: gettext_lazy("Doel"),
    Kenmerksoort.ACTIVITEIT: gettext_lazy("Wat er gebeurt"),
    Kenmerksoort.PLAATS: gettext_lazy("Waar"),
    Kenmerksoort.WERKWIJZE: gettext_lazy("Hoe"),
    Kenmerksoort.AANDACHT: gettext_lazy("Let op"),
}

# From where a term counts, where that is not the day on which something happened.
RICHTINGEN = {
    "verlenging-vragen": gettext_lazy("voor het einde van het akkoord"),
    "maatwerk-rto": gettext_lazy("voor het einde van het akkoord"),
    "maatwerk-papieren": gettext_lazy("voor het RTO"),
}
OP_DE_DAG = {
    "rto-houden": gettext_lazy("uiterlijk op de laatste dag van het akkoord"),
    "regisseur-aanwijzen": gettext_lazy("uiterlijk op de dag waarop de hulp begint"),
    "gezinsplan-maken": gettext_lazy("uiterlijk op de dag waarop de hulp begint"),
}

Lezer = Callable[[Product, Any], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Getal:
    """One thing the table says of a product: the field, its name, the value in words, and where it stands."""

    veld: str
    naam: str
    waarde: str
    bron: Bron
    tegenspraak: str = ""


def read_product(product: Product) -> Iterator[Getal]:
    """Return everything that is known of a product, in the order of its fields; what no source gives is left out."""
    yield Getal(veld="bron", naam=_("Wat wordt geteld"), waarde=_counted(product), bron=product.bron)
    for veld in fields(product):
        if veld.name not in NAMEN:
            continue
        naam, lees = NAMEN[veld.name]
        waarde = getattr(product, veld.name)
        if isinstance(waarde, Bepaling):
            yield Getal(
                veld=veld.name,
                naam=str(naam),
                waarde=lees(product, waarde.waarde),
                bron=waarde.bron,
                tegenspraak=waarde.tegenspraak,
            )
        elif isinstance(waarde, tuple):
            for rij in waarde:
                yield Getal(veld=veld.name, naam=str(naam), waarde=lees(product, rij), bron=rij.bron)


def value_of(product: Product, veld: str) -> str:
    """Return one value in words; empty when no source gives it."""
    return ", ".join(getal.waarde for getal in read_product(product) if getal.veld == veld)


def _counted(product: Product) -> str:
    return product.eenheid.meervoud if product.eenheid else _("niet in de bron")


def _yes_or_no(_product: Product, waarde: bool) -> str:
    return _("ja") if waarde else _("nee")


def _months(_product: Product, aantal: int) -> str:
    return _("%(aantal)d maanden") % {"aantal": aantal} if aantal != 1 else _("1 maand")


def length_of(norm: Norm) -> str:
    """Return how long a term is, in words, and from where it counts when it counts back."""
    if norm.aantal == 0:
        return str(OP_DE_DAG.get(norm.code) or _("op de dag zelf"))
    eenheid = ENKELVOUDEN[norm.eenheid] if norm.aantal == 1 else norm.eenheid
    return f"{norm.aantal} {eenheid} {RICHTINGEN.get(norm.code, '')}".rstrip()


def _per_week(product: Product, aantal: int) -> str:
    hoeveel = product.eenheid.word(aantal) if product.eenheid else str(aantal)
    return _("%(hoeveel)s per week") % {"hoeveel": hoeveel}


def _minutes(_product: Product, grenzen: tuple[int, int]) -> str:
    return _("%(minste)d tot %(meeste)d minuten") % {"minste": grenzen[0], "meeste": grenzen[1]}


def _hours(_product: Product, aantal: int) -> str:
    return _("%(aantal)d uur") % {"aantal": aantal}


def _sizes(_product: Product, groottes: tuple[int, ...]) -> str:
    return _("%(groottes)s kinderen per begeleider") % {"groottes": _(" of ").join(map(str, groottes))}


def _regime(_product: Product, regime: Regime) -> str:
    return str(REGIMES[regime])


def _papers(_product: Product, papieren: tuple[Papier, ...]) -> str:
    return ", ".join(NAMEN_VAN_PAPIER[papier] for papier in papieren)


def _words(_product: Product, woorden: tuple[str, ...]) -> str:
    return ", ".join(woorden)


def _staff(_product: Product, een: Personeel) -> str:
    toezicht = _("onder toezicht van %(wie)s") % {"wie": een.toezicht} if een.toezicht else ""
    return ", ".join(filter(None, (een.niveau, een.wanneer, toezicht)))


def _indirect(_product: Product, een: Indirect) -> str:
    return f"{een.naam}, {een.voorwaarde}" if een.voorwaarde else een.naam


def _named(_product: Product, een: Any) -> str:
    return str(een.naam)


def _excluded(_product: Product, een: Any) -> str:
    return f"{een.naam}. {een.verwijzing}"


def _feature(_product: Product, een: Kenmerk) -> str:
    return f"{KENMERKEN[een.soort]}: {een.tekst}"


NAMEN: dict[str, tuple[str | Promise, Lezer]] = {
    "einddatum_nodig": (gettext_lazy("Einddatum nodig"), _yes_or_no),
    "rto_nodig": (gettext_lazy("RTO nodig voor een verlenging"), _yes_or_no),
    "regime": (gettext_lazy("Wet die over toestemming en dossier gaat"), _regime),
    "maximum_maanden": (gettext_lazy("Hoogstens per akkoord"), _months),
    "verlenging_maanden": (gettext_lazy("Gewone verlenging"), _months),
    "totaal_maanden": (gettext_lazy("Hoogstens bij elkaar, met verlengingen"), _months),
    "maximum_per_week": (gettext_lazy("Hoogstens per week"), _per_week),
    "onderwijs_per_week": (gettext_lazy("Hoogstens in plaats van school"), _per_week),
    "evaluatie_maanden": (gettext_lazy("Evalueren, elke"), _months),
    "eindevaluatie_maanden": (gettext_lazy("Eindevaluatie, na"), _months),
    "gemiddelde_minuten": (gettext_lazy("Een contactmoment duurt gemiddeld"), _minutes),
    "groepsgroottes": (gettext_lazy("Grootte van de groep"), _sizes),
    "uren_per_eenheid": (gettext_lazy("Duur van een dagdeel of etmaal"), _hours),
    "zorgvraag_jeugdige": (gettext_lazy("De vraag is van het kind zelf"), _yes_or_no),
    "diagnose_nodig": (gettext_lazy("Diagnose nodig"), _yes_or_no),
    "observatie_nodig": (gettext_lazy("Observatie nodig"), _yes_or_no),
    "onderzoek_vooraf": (gettext_lazy("Eerst onderzoek"), _yes_or_no),
    "onderzoek_maanden": (gettext_lazy("Hoe lang geleden het onderzoek mag zijn, hoogstens"), _months),
    "rto_bij_start": (gettext_lazy("Dag van het RTO al bij de start afgesproken"), _yes_or_no),
    "zonder_alternatief": (gettext_lazy("Alleen als er geen andere oplossing is"), _yes_or_no),
    "smart_doelen_nodig": (gettext_lazy("SMART-doelen nodig"), _yes_or_no),
    "doelen_kind_en_gezin": (gettext_lazy("Doelen voor kind én gezin"), _yes_or_no),
    "vaste_aanbieders": (gettext_lazy("Alleen vaste zorgaanbieders"), _yes_or_no),
    "toezichthouders": (gettext_lazy("Wie houdt toezicht"), _words),
    "papieren_start": (gettext_lazy("Papieren bij de start"), _papers),
    "papieren_vervolg": (gettext_lazy("Papieren onderweg"), _papers),
    "papieren_verlenging": (gettext_lazy("Papieren bij een verlenging"), _papers),
    "papieren_einde": (gettext_lazy("Papieren aan het einde"), _papers),
    "personeel": (gettext_lazy("Wie geeft deze hulp"), _staff),
    "voorrang": (gettext_lazy("Eerst kijken naar"), _named),
    "uitsluitingen": (gettext_lazy("Niet voor"), _excluded),
    "gronden": (gettext_lazy("Mag op grond van"), _named),
    "indirect": (gettext_lazy("Tijd zonder het gezin die toch telt"), _indirect),
    "inbegrepen": (gettext_lazy("Zit in de prijs"), _named),
    "kenmerken": (gettext_lazy("Over deze hulp"), _feature),
}
