"""Which rule asks which? Every piece of the modules of rules, with the full names that it looks at."""

import ast
from collections.abc import Iterator

from tests.huisregels.broncode import PAKKET, tree

KAMER = "rondetafel.regels"


def imports(module: ast.Module) -> dict[str, str]:
    """What a module knows of the rules, by the name it uses."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(KAMER)
        for alias in node.names
    }


def named(node: ast.AST, known: dict[str, str], own: str) -> Iterator[str]:
    """Every full name that this piece of code looks at."""
    for een in ast.walk(node):
        if isinstance(een, ast.Name) and isinstance(een.ctx, ast.Load):
            yield known.get(een.id, f"{own}.{een.id}")
        elif isinstance(een, ast.Attribute) and isinstance(een.value, ast.Name) and een.value.id in known:
            yield f"{known[een.value.id]}.{een.attr}"


def definitions(module: ast.Module, kinds: tuple[type[ast.stmt], ...]) -> Iterator[tuple[str, ast.stmt]]:
    """The functions, classes and values of these kinds, each with its name."""
    for node in module.body:
        if not isinstance(node, kinds):
            continue
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((een.id, node) for een in targets if isinstance(een, ast.Name))


def asked_of(*kinds: type[ast.stmt]) -> dict[str, set[str]]:
    """Each piece of a module of rules, of these kinds, with what it asks."""
    asked: dict[str, set[str]] = {}
    for path in (PAKKET / "regels").glob("*.py"):
        own, module = f"{KAMER}.{path.stem}", tree(path)
        known = imports(module)
        for name, node in definitions(module, kinds):
            asked.setdefault(f"{own}.{name}", set()).update(named(node, known, own))
    return asked
