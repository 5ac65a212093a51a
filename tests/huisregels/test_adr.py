"""Are the decisions numbered without gaps, built alike, in the index, and real where they are cited?"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAP = ROOT / "docs" / "adr"
ADRS = sorted(MAP.glob("[0-9]*.md"))
PARTS = ["Context", "Decision", "Consequences", "When to look again"]
STATUSES = ("accepted", "proposed", "replaced by", "withdrawn")
READ = {".py", ".toml", ".html", ".md", ".css"}


def label(path: Path) -> str:
    return path.stem


def iter_citations():
    """Yield each number that code, catalogue, template or document cites, with the file that does."""
    roots = [ROOT / "rondetafel", ROOT / "tests", ROOT / "docs"]
    for path in (path for root in roots for path in root.rglob("*") if path.suffix in READ):
        for number in re.findall(r"\bADR[ -]?(\d+)", path.read_text(encoding="utf-8")):
            yield int(number), path.relative_to(ROOT)


def test_numbers_run_without_gaps():
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("path", ADRS, ids=label)
def test_adr_is_built_like_the_others(path):
    text = path.read_text(encoding="utf-8")

    assert re.match(rf"# {int(path.name[:4])}\. \S", text)
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == PARTS
    assert re.search(rf"^Date: \d{{4}}-\d\d-\d\d · Status: ({'|'.join(STATUSES)})", text, flags=re.MULTILINE)


@pytest.mark.parametrize("path", ADRS, ids=label)
def test_adr_stands_in_the_index_with_its_title_and_status(path):
    text = path.read_text(encoding="utf-8")
    title = text.splitlines()[0].split(". ", 1)[1]
    status = re.search(r"Status: (.*)", text)[1]

    assert f"| [{path.name[:4]}]({path.name}) | {title} | {status} |" in (MAP / "README.md").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("path", sorted(MAP.glob("*.md")), ids=label)
def test_links_lead_somewhere(path):
    targets = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))

    assert [target for target in targets if not (MAP / target).exists()] == []


def test_cited_adrs_exist():
    numbers = {int(path.name[:4]) for path in ADRS}

    assert [(number, str(path)) for number, path in iter_citations() if number not in numbers] == []
