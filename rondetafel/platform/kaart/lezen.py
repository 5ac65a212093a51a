"""What does the code say of itself? Rooms, files, first sentences and functions, read without running them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rondetafel.platform.mappen import BASE_DIR

PAKKET = BASE_DIR / "rondetafel"


def python_files(folder: Path) -> list[Path]:
    """The Python files of a room, migrations left out."""
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def place_of(path: Path) -> str:
    """A file as people name it: `zorg/operations.py`."""
    return path.relative_to(PAKKET).as_posix()


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def first_sentence(text: str | None) -> str:
    """The first sentence of a docstring, on one line."""
    line = " ".join((text or "").split("\n\n")[0].split())
    end = min((place for mark in ".?" if (place := line.find(f"{mark} ")) > 0), default=len(line))
    return line[: end + 1]


def operations() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every operation with its room, in the order of the code."""
    for path in python_files(PAKKET):
        if path.name != "operations.py" and path.parent.name != "operations":
            continue
        for node in parse(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield place_of(path).split("/")[0], node


def calls_to(node: ast.AST, name: str) -> Iterator[ast.Call]:
    """The calls inside `node` to what is written as `name`, such as `logboek.record`."""
    for child in ast.walk(node):
        if isinstance(child, ast.Call) and ast.unparse(child.func) == name:
            yield child


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((word.value for word in call.keywords if word.arg == name), None)
