"""What must an organisation be able to show of its processing? The register of article 30, and tables for a DPIA."""

from collections import defaultdict
from collections.abc import Iterable

from rondetafel.kern import verwerkingen
from rondetafel.kern.verwerkingen import Verwerking
from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.platform.kaart.tabellen import (
    BIBLIOTHEKEN,
    KLASSEN,
    Veldregister,
    kept,
    own_models,
    register_of,
)
from rondetafel.regels.oordeel import Bron
from rondetafel.toegang.rechten import RECHTEN, Onderdeel, Soort
from rondetafel.toegang.rollen import Hoedanigheid, Rol

WEGWIJZER = "Wat een organisatie moet kunnen laten zien over de gegevens in Rondetafel."
REGISTER_INLEIDING = """Het register van verwerkingen (artikel 30 AVG), voor zover de software het kan weten. De
organisatie vult zelf aan: haar naam en adres, de functionaris gegevensbescherming en haar verwerkers. De grondslagen
zijn onze lezing van de wet. Laat een jurist ze nakijken."""
DPIA_INLEIDING = """Tabellen om in een DPIA te gebruiken: welke gegevens, van wie, waarvoor, op welke grond en hoe lang.
De afweging zelf is aan de organisatie. De risico's en maatregelen van de software staan in het
[dreigingsmodel](../dreigingsmodel.md)."""
OPENBAAR = "openbaar"
DOORGIFTE = (
    "Geen. De software stuurt geen gegevens naar buiten de Europese Unie en kent geen diensten van anderen."
)
MAATREGELEN = """Twee hekken om elk dossier, een logboek dat alleen groeit, versleutelde BSN's en mail zonder inhoud.
Zie [SECURITY.md](../../SECURITY.md), het [dreigingsmodel](../dreigingsmodel.md) en de
[rechten](../kaart/rechten.md)."""

# Where something stands: its table and, for tables of our own, the field.
Plek = tuple[str, str]


def fields() -> dict[Plek, Veldregister]:
    """Everything that is kept, field by field; a table of a library counts as one."""
    own = {
        (model._meta.db_table, veld.name): register_of(model, veld)
        for model in own_models()
        for veld in model._meta.concrete_fields
    }
    return own | {(naam, ""): bewaring.register for naam, bewaring in BIBLIOTHEKEN.items()}


def register() -> str:
    """One section per verwerking, with every point that article 30 asks for."""
    return pile(
        *(_verwerking(een) for een in verwerkingen.REGISTER),
        section("Doorgifte naar landen buiten de EU", DOORGIFTE),
        section("Beveiliging", MAATREGELEN),
    )


def _verwerking(een: Verwerking) -> str:
    held = {plek: veld for plek, veld in fields().items() if veld.verwerking is een}
    klassen = sorted({veld.klasse for veld in held.values()})
    rijen = [
        ("doel", een.doel),
        ("grondslag", _reason(een.grondslag)),
        ("taak in de wet", _reason(een.wet)),
        ("uitzondering voor bijzondere gegevens", _reason(een.uitzondering)),
        ("over wie", een.betrokkenen),
        ("soorten gegevens", ", ".join(klassen) or "aantallen, uit de dossiers van de andere verwerkingen"),
        ("wie ze ziet", readers(een)),
        ("bewaren", _terms(een, held.values())),
        ("tabellen", ", ".join(f"`{naam}`" for naam in sorted({tabel for tabel, _ in held}))),
    ]
    return section(een.naam, table(["", "wat"], [rij for rij in rijen if rij[1]]))


def readers(een: Verwerking) -> str:
    """Who may read it by the rights that there are, with what no right says."""
    if not een.onderdeel:
        return een.ontvangers
    deel = Onderdeel(een.onderdeel)
    houders = {
        houder
        for regel in RECHTEN.values()
        if regel.soort is Soort.LEZEN and deel in regel.raakt
        for houder in regel.houders
    }
    namen = dict.fromkeys(str(wie.label) for wie in (*Hoedanigheid, *Rol) if wie in houders)
    return "; ".join(filter(None, (", ".join(namen), een.ontvangers)))


def _terms(een: Verwerking, velden: Iterable[Veldregister]) -> str:
    termijnen = {veld.bewaren for veld in velden} or {een.bewaren}
    return "; ".join(sorted({kept(termijn) for termijn in termijnen}))


def dpia() -> str:
    """The tables of the first half of a DPIA: data, purposes, terms."""
    return pile(
        section("Persoonsgegevens", table(["verwerking", "over wie", "soort", "velden"], _by_class())),
        section(
            "Doelen en grondslagen",
            table(
                ["verwerking", "doel", "grondslag", "taak in de wet", "bijzondere gegevens"],
                (
                    [een.naam, een.doel, *map(_reason, (een.grondslag, een.wet, een.uitzondering))]
                    for een in verwerkingen.REGISTER
                    if een.grondslag
                ),
            ),
        ),
        section(
            "Bewaartermijnen", table(["verwerking", "bewaren", "waarom zo lang"], dict.fromkeys(_bewaard()))
        ),
        section("Wat de soorten vragen", table(["soort", "betekent"], KLASSEN.items())),
    )


def _by_class() -> Iterable[list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (tabel, veld), een in fields().items():
        if een.klasse != OPENBAAR:
            found[een.verwerking.naam, een.klasse].append(f"`{tabel}.{veld}`" if veld else f"`{tabel}`")
    return (
        [een.naam, een.betrokkenen, klasse, ", ".join(found[een.naam, klasse])]
        for een in verwerkingen.REGISTER
        for klasse in KLASSEN
        if (een.naam, klasse) in found
    )


def _bewaard() -> Iterable[tuple[str, str, str]]:
    return (
        (een.naam, kept(veld.bewaren), _reason(veld.bewaren.bron if veld.bewaren else None))
        for een in verwerkingen.REGISTER
        for veld in fields().values()
        if veld.verwerking is een and veld.klasse != OPENBAAR
    )


def _reason(bron: Bron | None) -> str:
    return str(bron) if bron else ""
