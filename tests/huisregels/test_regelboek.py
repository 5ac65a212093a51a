"""Every rule is in the rule book, or combines rules that are."""

import ast
import re
from datetime import date
from pathlib import Path

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.regelboek import Stap, all_regels
from rondetafel.regels.spreken import fill_in
from rondetafel.regels.volgorde import PLEKKEN, VOLGORDE
from tests.huisregels.broncode import PAKKET, functions
from tests.huisregels.regelvragen import KAMER, asked_of

REGELS = PAKKET / "regels"
CATALOGUS = catalogue_on(date(2026, 1, 1))
# A name that begins so judges; what returns a Reden does so by whatever name.
JUDGES = re.compile(r"^(require|refuse|signal|assess|weigh)_?")
RETURNS = re.compile(r"\bReden\b")


def modules_of_rules() -> list[Path]:
    """All of them but the one that says what a judgement is: it collects reasons and gives none itself."""
    return sorted(path for path in REGELS.glob("*.py") if path.stem != "oordeel")


def name_of(path: Path, function: str) -> str:
    return f"{KAMER}.{path.stem}.{function}"


def judges(function: ast.FunctionDef) -> bool:
    """Whether a public function says if something may be."""
    returns = ast.unparse(function.returns) if function.returns else ""
    return bool(JUDGES.match(function.name) or RETURNS.search(returns))


def test_every_rule_is_written_down_or_combines_rules_that_are():
    # A list of rules asks them; what a class can do, its users need not have asked.
    asked = asked_of(ast.FunctionDef, ast.AnnAssign)
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


def test_every_rule_has_a_place_in_the_order_of_the_work():
    """A new rule is named where it is met (`regels/volgorde.py`), or stands in a list of reasons."""
    stappen = {regel.code: list(Stap).index(regel.stap) for regel in all_regels()}
    in_lijst = {regel.code for regel in all_regels() if regel.stap is Stap.AKKOORD}

    assert len(PLEKKEN) == len(VOLGORDE)
    assert stappen.keys() - in_lijst == PLEKKEN.keys()
    assert [stappen[code] for code in VOLGORDE] == sorted(stappen[code] for code in VOLGORDE)


def test_every_text_of_the_book_is_a_sentence():
    wrong = [
        regel.code
        for regel in all_regels()
        if not regel.vraag.endswith("?")
        or not fill_in(regel.tekst, CATALOGUS).endswith(".")
        or not regel.voorbeeld.endswith(".")
    ]

    assert wrong == []


def test_codes_read_like_words():
    assert [
        regel.code for regel in all_regels() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", regel.code)
    ] == []
