"""Each keuze of the catalogue steers something, or says why there is nothing to choose."""

import ast
from collections.abc import Iterator
from datetime import date

from rondetafel.regels.catalogus import catalogue_on
from tests.huisregels.broncode import modules, tree

KEUZES = catalogue_on(date(2026, 1, 1)).keuzes
ASKS = {"keuze", "reading"}


def constants() -> dict[str, set[str]]:
    """What a name at the top of a module may stand for, where that is one text; modules share names."""
    names: dict[str, set[str]] = {}
    for path in modules():
        for node in tree(path).body:
            match node:
                case ast.Assign(targets=[ast.Name(id=naam)], value=ast.Constant(value=str(tekst))):
                    names.setdefault(naam, set()).add(tekst)
    return names


def asked_in(module: ast.Module) -> Iterator[ast.expr]:
    """What stands between the brackets of `keuze(…)`, `reading(…)` and `keuzes[…]`."""
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(attr=naam), args=[code]) if naam in ASKS:
                yield code
            case ast.Subscript(value=ast.Name(id="keuzes") | ast.Attribute(attr="keuzes"), slice=code):
                yield code


def read_codes() -> set[str]:
    names = constants()
    codes: set[str] = set()
    for path in modules():
        for code in asked_in(tree(path)):
            codes |= (
                {str(code.value)} if isinstance(code, ast.Constant) else names.get(ast.unparse(code), set())
            )
    return codes


def test_each_keuze_is_read_by_the_code_or_says_why_it_is_fixed():
    read = read_codes()

    assert [code for code, keuze in KEUZES.items() if not keuze.vast and code not in read] == []


def test_what_is_fixed_is_not_read_as_if_it_could_be_chosen():
    read = read_codes()

    assert [code for code, keuze in KEUZES.items() if keuze.vast and code in read] == []
