"""Every source that code, catalogue or statement names is listed in docs/bronnen.md, and nothing else is."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from rondetafel.regels.uitspraken import all_uitspraken

ROOT = Path(__file__).parents[2]
PAKKET = ROOT / "rondetafel"
# These two build a Bron from what a record or a catalogue file holds; the files are read below.
READS_BRONNEN = {PAKKET / "regels/oordeel.py", PAKKET / "regels/cataloguslezer.py"}


def listed() -> dict[str, set[str]]:
    documenten: dict[str, set[str]] = {}
    for deel in (ROOT / "docs/bronnen.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        naam, _, rest = deel.partition("\n")
        plekken = rest.partition("\nPlekken")[2]
        documenten[naam.strip()] = set(re.findall(r"^- (.+)$", plekken, re.MULTILINE))
    return documenten


def cited_in_code() -> Iterator[tuple[str, str]]:
    for path in sorted(PAKKET.rglob("*.py")):
        if path in READS_BRONNEN:
            continue
        text = path.read_text(encoding="utf-8")
        if "Bron(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "Bron":
                woorden = {keyword.arg: keyword.value for keyword in node.keywords}
                document, plek = woorden["document"], woorden["plek"]
                if ast.unparse(document).endswith(".document"):
                    continue  # copied from a Bron that is checked where it is written
                assert isinstance(document, ast.Constant) and isinstance(plek, ast.Constant), (
                    f"{path}:{node.lineno}: write document and plek out, so that they can be found"
                )
                yield str(document.value), str(plek.value)


def cited_in_table(tabel: dict[str, object], document: str) -> Iterator[tuple[str, str]]:
    document = str(tabel.get("document", document))
    if "plek" in tabel:
        yield document, str(tabel["plek"])
    for waarde in tabel.values():
        for rij in waarde if isinstance(waarde, list) else [waarde]:
            if isinstance(rij, dict):
                yield from cited_in_table(rij, document)


def cited_in_catalogus() -> Iterator[tuple[str, str]]:
    for path in sorted((PAKKET / "regels/catalogus").rglob("*.toml")):
        yield from cited_in_table(tomllib.loads(path.read_text(encoding="utf-8")), "")


def cited() -> set[tuple[str, str]]:
    in_uitspraken = {(een.document, een.plek) for een in all_uitspraken()}
    return in_uitspraken.union(cited_in_code(), cited_in_catalogus())


def is_adr(document: str, plek: str) -> bool:
    """Our own choices point to a decision; its file is the listing."""
    number = re.match(r"ADR (\d{4}): ", plek)
    return document == "rondetafel" and bool(number and [*ROOT.glob(f"docs/adr/{number[1]}-*.md")])


def test_every_bron_names_a_listed_document_and_place():
    documenten = listed()
    missing = {
        f"{document}: {plek}"
        for document, plek in cited()
        if plek not in documenten.get(document, set()) and not is_adr(document, plek)
    }

    assert missing == set()


def test_every_listed_place_is_cited():
    found = cited()
    unused = {
        f"{document}: {plek}"
        for document, plekken in listed().items()
        for plek in plekken
        if (document, plek) not in found
    }

    assert unused == set()
