"""On what does each rule rest? Every Bron in code and catalogue, and every statement of the sources."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rondetafel.platform.kaart import uitspraken
from rondetafel.platform.kaart.lezen import PAKKET, keyword, parse, place_of, python_files
from rondetafel.platform.kaart.opmaak import pile, section, table
from rondetafel.platform.mappen import BASE_DIR

INLEIDING = """Elke regel die Rondetafel toepast: op welke plek in welk document zij rust, wat daar staat in onze eigen
woorden, en waar zij in de code woont. Daaronder, andersom: wat de bronnen zeggen en waar dat woont, en waar zij elkaar
tegenspreken. De documenten zelf staan in [bronnen](../bronnen.md)."""

CATALOGUS = PAKKET / "regels" / "catalogus"
# What we chose ourselves stands in a decision; its number leads there.
BESLUIT = re.compile(r"ADR (\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Vindplaats:
    """One Bron as it is written somewhere in the project."""

    document: str
    plek: str
    regel: str
    waar: str


def render() -> str:
    """One table per document, places in the order of the alphabet; then the statements, the other way round."""
    vindplaatsen = sorted({*in_code(), *in_catalogus()})
    documenten = sorted({een.document for een in vindplaatsen})
    return pile(
        *(_document(naam, [een for een in vindplaatsen if een.document == naam]) for naam in documenten),
        uitspraken.render(),
    )


def in_code() -> Iterator[Vindplaats]:
    """Every `Bron(…)` that is written out in Python."""
    for path in python_files(PAKKET):
        for naam, node in _named_parts(path):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("Bron"):
                    words = [keyword(call, word) for word in ("document", "plek", "regel")]
                    if all(isinstance(word, ast.Constant | ast.JoinedStr) for word in words):
                        document, plek, regel = (_text(word) for word in words)
                        yield Vindplaats(
                            document=document, plek=plek, regel=regel, waar=f"`{place_of(path)}` {naam}"
                        )


def in_catalogus() -> Iterator[Vindplaats]:
    """Every place named in the dated tables of the catalogue."""
    for path in sorted(CATALOGUS.rglob("*.toml")):
        tabel = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from _in_table(tabel, document="", waar=f"`{place_of(path)}`")


def _in_table(tabel: dict[str, Any], *, document: str, waar: str) -> Iterator[Vindplaats]:
    document = tabel.get("document", document)
    waar = f"{waar} {tabel['code']}" if "code" in tabel else waar
    if "plek" in tabel:
        yield Vindplaats(document=document, plek=tabel["plek"], regel=tabel.get("regel", ""), waar=waar)
    for naam, waarde in tabel.items():
        for rij in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(rij, dict):
                verder = waar if isinstance(waarde, list) else f"{waar}.{naam}"
                yield from _in_table(rij, document=document, waar=verder)


def _named_parts(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    for node in parse(path).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=naam), *_]) | ast.AnnAssign(target=ast.Name(id=naam)):
                yield naam, node
            case ast.FunctionDef(name=naam) | ast.ClassDef(name=naam):
                yield naam, node


def _text(word: ast.expr | None) -> str:
    """A text as it stands in the code; what is filled in later is shown between braces."""
    if isinstance(word, ast.Constant):
        return str(word.value)
    delen = word.values if isinstance(word, ast.JoinedStr) else []
    return "".join(
        str(deel.value) if isinstance(deel, ast.Constant) else "{" + ast.unparse(deel.value) + "}"  # type: ignore[attr-defined]
        for deel in delen
    )


def _document(naam: str, vindplaatsen: list[Vindplaats]) -> str:
    rijen = ((_linked(een.plek), een.regel, een.waar) for een in vindplaatsen)
    return section(naam, table(["plek", "regel", "waar in de code"], rijen))


def _linked(plek: str) -> str:
    if found := BESLUIT.match(plek):
        for path in (BASE_DIR / "docs/adr").glob(f"{found[1]}-*.md"):
            return f"[{plek}](../adr/{path.name})"
    return plek
