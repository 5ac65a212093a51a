"""Where does each statement of the sources live? A count, a table per document, and the contradictions."""

from collections.abc import Iterable, Iterator

from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.regels.regelboek import all_regels
from rondetafel.regels.uitspraken import (
    Plaats,
    Tegenspraak,
    Uitspraak,
    Woning,
    all_tegenspraken,
    all_uitspraken,
)

UITLEG = """Alles in deze documenten wat na te gaan is: voorwaarden, termijnen en getallen, met nummer en in onze eigen
woorden, en waar het woont. De lijst zelf is [uitspraken.csv](../bronnen/uitspraken.csv)."""
TELLING = """Een uitspraak telt mee in elke kolom waarin zij een plek heeft; zij kan ook twee plekken hebben. Nergens
is: geen software, met de reden erbij."""
KOLOMMEN = {
    Woning.REGEL: "regel",
    Woning.CATALOGUS: "getal of keuze",
    Woning.GRENS: "grens",
    Woning.CODE: "code",
    Woning.SCHERM: "scherm",
    Woning.HANDBOEK: "handboek",
    Woning.NIET: "nergens",
}


def render() -> str:
    """The count, then one table per document, then the contradictions, then the rule book itself."""
    uitspraken = all_uitspraken()
    documenten = sorted({een.document for een in uitspraken})
    per_document = {naam: [een for een in uitspraken if een.document == naam] for naam in documenten}
    return pile(
        section("Uitspraken van de bronnen", UITLEG, TELLING, _counts(per_document)),
        *(_document(naam, rijen) for naam, rijen in per_document.items()),
        section("Tegenspraken", table(["nummer", "uitspraken", "kern", "waar"], _contradictions())),
        section("Regelboek", table(["stap", "regel", "vraag", "waar in de code"], _rules())),
    )


def _counts(per_document: dict[str, list[Uitspraak]]) -> str:
    rijen = [[naam, *_count(uitspraken)] for naam, uitspraken in per_document.items()]
    rijen.append(["samen", *_count(all_uitspraken())])
    return table(["document", "uitspraken", *KOLOMMEN.values()], rijen)


def _count(uitspraken: Iterable[Uitspraak]) -> list[str]:
    alle = [een.woningen for een in uitspraken]
    return [str(len(alle)), *(str(sum(woning in een for een in alle)) for woning in KOLOMMEN)]


def _document(naam: str, uitspraken: list[Uitspraak]) -> str:
    rijen = ([str(een.nummer), een.plek, een.tekst, _tell(een.waar)] for een in uitspraken)
    return f"### {naam}\n\n" + table(["nummer", "plek", "uitspraak", "waar"], rijen)


def _contradictions() -> Iterator[list[str]]:
    for een in all_tegenspraken():
        nummers = ", ".join(str(nummer) for nummer in een.uitspraken)
        yield [een.nummer, nummers, een.kern, _tell(een.waar) + _decision(een)]


def _decision(tegenspraak: Tegenspraak) -> str:
    return f"; ADR {tegenspraak.adr:04d}" if tegenspraak.adr else ""


def _rules() -> Iterator[list[str]]:
    for regel in all_regels():
        yield [regel.stap, f"`{regel.code}`", regel.vraag, f"`{regel.waar.removeprefix('rondetafel.')}`"]


def _tell(waar: Iterable[Plaats]) -> str:
    return "; ".join(
        f"nergens: {plaats.naam}" if plaats.woning is Woning.NIET else f"{plaats.woning} `{plaats.naam}`"
        for plaats in waar
    )
