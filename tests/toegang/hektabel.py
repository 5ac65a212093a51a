"""How each table is fenced, for the comparison of both fences: its part, its key, and who writes it."""

from dataclasses import dataclass, replace

from rondetafel.toegang.rechten import Onderdeel

# Lines are added about oneself only, and never changed; tests of the logboek prove it.
# Papers have conditions of their own for writing, and columns that only the worker writes: tests/documenten.
# How a goal went, how a week goes, what was said and what a plan was is never changed: tests of those rooms.
# That two records are one is written in the own name, and only taken back: tests/gezinnen.
# Questions and answers about sharing are one's own, and an answer is never changed: tests/gezinnen.
ONLY_ADDED = {
    "kern_logregel",
    "documenten_document",
    "gezinnen_deelvraag",
    "gezinnen_deelantwoord",
    "gezinnen_informatieverzoek",
    "gezinnen_samenvoeging",
    "gezinsplan_evaluatie",
    "gezinsplan_gasscore",
    "gezinsplan_weekkleur",
    "gezinsplan_eigenplanstap",
    "gezinsplan_tafelwoord",
    "gezinsplan_planversie",
    "gezinsplan_versiedoel",
    "gezinsplan_versieactie",
    "gezinsplan_planantwoord",
    "overleg_bespreking",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hek:
    """How a table is fenced: its part, the column that says whom a row is about, the part to write it.

    `alleen_met_band`: nobody reads it by municipality. `versie` is the way to the version a row stands in: in the one
    that was adopted last it is read as that part as well.
    """

    deel: Onderdeel
    sleutel: str = ""
    schrijf: Onderdeel | None = None
    alleen_met_band: bool = False
    versie: str | None = None


INTAKE = [f"overleg_{een}" for een in "bespreking voorbereiding genodigde datumoptie beschikbaarheid".split()]
AAN_TAFEL = Hek(deel=Onderdeel.PLAN, sleutel="sleutel", schrijf=Onderdeel.ACTIE, alleen_met_band=True)
VERSIE = Hek(deel=Onderdeel.PLAN, sleutel="sleutel", schrijf=Onderdeel.ACTIE)
# By table, else by room.
HEKKEN = {
    "gezinnen": Hek(deel=Onderdeel.GEZIN),
    "gezinnen_adres": Hek(deel=Onderdeel.ADRES, sleutel="persoon_id"),
    "gezinnen_contact": Hek(deel=Onderdeel.ADRES),
    "gezinnen_afscherming": Hek(deel=Onderdeel.AFSCHERMING),
    "gezinnen_burgerservicenummer": Hek(deel=Onderdeel.BSN, sleutel="persoon_id"),
    "gezinnen_deelvraag": Hek(deel=Onderdeel.TOEGANG, sleutel="persoon_id", schrijf=Onderdeel.DELEN),
    "gezinnen_deelantwoord": Hek(deel=Onderdeel.TOEGANG, sleutel="persoon_id", schrijf=Onderdeel.DELEN),
    "gezinnen_wilsbekwaamheid": Hek(deel=Onderdeel.TOEGANG, sleutel="persoon_id", schrijf=Onderdeel.GEZIN),
    "gezinnen_informatieverzoek": Hek(deel=Onderdeel.TOEGANG, sleutel="persoon_id", schrijf=Onderdeel.GEZIN),
    "gezinnen_maatregel": Hek(deel=Onderdeel.TOEGANG, sleutel="persoon_id", schrijf=Onderdeel.GEZIN),
    "gezinnen_relatie": Hek(deel=Onderdeel.TOEGANG, schrijf=Onderdeel.GEZIN),
    "gezinnen_netwerkplek": Hek(deel=Onderdeel.TOEGANG, schrijf=Onderdeel.GEZIN),
    "gezinnen_omgevingsvraag": Hek(deel=Onderdeel.TOEGANG, schrijf=Onderdeel.GEZIN),
    "gezinnen_stoelvraag": Hek(deel=Onderdeel.ADRES),
    "instroom": Hek(deel=Onderdeel.AANMELDING),
    "gezinsplan": Hek(deel=Onderdeel.PLAN),
    "gezinsplan_doel": Hek(deel=Onderdeel.PLAN, sleutel="sleutel"),
    "gezinsplan_keuze": Hek(deel=Onderdeel.PLAN, sleutel="sleutel"),
    "gezinsplan_actie": Hek(deel=Onderdeel.PLAN, sleutel="sleutel", schrijf=Onderdeel.ACTIE),
    "gezinsplan_meedoener": Hek(deel=Onderdeel.PLAN, sleutel="sleutel"),
    "gezinsplan_gasscore": Hek(deel=Onderdeel.PLAN, sleutel="sleutel", schrijf=Onderdeel.ACTIE),
    "gezinsplan_evaluatie": Hek(deel=Onderdeel.PLAN, sleutel="sleutel", schrijf=Onderdeel.ACTIE),
    "gezinsplan_weekkleur": AAN_TAFEL,
    "gezinsplan_eigenplanstap": Hek(deel=Onderdeel.PLAN, schrijf=Onderdeel.ACTIE),
    "gezinsplan_tafelwoord": AAN_TAFEL,
    "gezinsplan_planversie": replace(VERSIE, versie=""),
    "gezinsplan_versiedoel": replace(VERSIE, versie="in_versie__"),
    "gezinsplan_versieactie": replace(VERSIE, versie="versiedoel__in_versie__"),
    "gezinsplan_planantwoord": VERSIE,
    "overleg": Hek(deel=Onderdeel.PLAN),
    **dict.fromkeys(INTAKE, Hek(deel=Onderdeel.PLAN, schrijf=Onderdeel.ACTIE)),
    "zorg": Hek(deel=Onderdeel.ZORG, sleutel="jeugdige_id"),
    "documenten": Hek(deel=Onderdeel.DOCUMENT, sleutel="sleutel"),
    "kern_logregel": Hek(deel=Onderdeel.LOGBOEK, sleutel="sleutel"),
    "kern_termijn": Hek(deel=Onderdeel.TERMIJN),
    "kwaliteit": Hek(deel=Onderdeel.TOEZICHT),
    "kwaliteit_noodknop": Hek(deel=Onderdeel.NOODKNOP),
    "toegang": Hek(deel=Onderdeel.TOEGANG),
}


def hek_of(table: str) -> Hek:
    return HEKKEN.get(table) or HEKKEN[table.partition("_")[0]]
