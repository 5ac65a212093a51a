"""Every rule is in the rule book, or combines rules that are."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from rondetafel.regels.regelboek import all_regels
from tests.huisregels.broncode import PAKKET, called, calls, functions, tree

REGELS = PAKKET / "regels"
KAMER = "rondetafel.regels"
# A name that begins so judges; what returns a Reden does so by whatever name.
JUDGES = re.compile(r"^(require|refuse|signal|assess|weigh)_?")
RETURNS = re.compile(r"\bReden\b")


def modules_of_rules() -> list[Path]:
    return sorted(REGELS.glob("*.py"))


def name_of(path: Path, function: str) -> str:
    return f"{KAMER}.{path.stem}.{function}"


def judges(function: ast.FunctionDef) -> bool:
    """Whether a public function says if something may be."""
    returns = ast.unparse(function.returns) if function.returns else ""
    return bool(JUDGES.match(function.name) or RETURNS.search(returns))


def asked_by(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Every function of a module with what it calls, by full name."""
    body = tree(path).body
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for function in (node for node in body if isinstance(node, ast.FunctionDef)):
        names = {called(call) for call in calls(function)}
        yield name_of(path, function.name), {imported.get(name, name_of(path, name)) for name in names}


def test_every_rule_is_written_down_or_combines_rules_that_are():
    asked = dict(pair for path in modules_of_rules() for pair in asked_by(path))
    known = {regel.waar for regel in all_regels()}
    while more := {name for name, others in asked.items() if others & known} - known:
        known |= more
    judging = [
        name_of(path, function.name)
        for path in modules_of_rules()
        for function in functions(path)
        if judges(function)
    ]

    assert judging
    assert [name for name in judging if name not in known] == []


def test_every_text_of_the_book_is_a_sentence():
    wrong = [
        regel.code
        for regel in all_regels()
        if not (regel.vraag.endswith("?") and regel.tekst.endswith(".") and regel.voorbeeld.endswith("."))
    ]

    assert wrong == []


def test_codes_read_like_words():
    assert [
        regel.code for regel in all_regels() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", regel.code)
    ] == []
