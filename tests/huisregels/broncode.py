"""The code of Rondetafel as trees: what the house rules read."""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import rondetafel

ROOT = Path(__file__).parents[2]
PAKKET = Path(rondetafel.__file__).parent


def label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_path(path: Path) -> str:
    """The path within the package, such as `kern/post.py`: how the lists of exceptions name a file."""
    return path.relative_to(PAKKET).as_posix()


def modules() -> list[Path]:
    """Every Python file of the package but the migrations."""
    return [path for path in sorted(PAKKET.rglob("*.py")) if "migrations" not in path.parts]


def migrations() -> list[Path]:
    return sorted(PAKKET.rglob("migrations/*.py"))


def templates() -> list[Path]:
    return sorted(PAKKET.rglob("templates/**/*.html"))


def is_operations(path: Path) -> bool:
    """A room that outgrew operations.py has a folder of that name."""
    return path.name == "operations.py" or path.parent.name == "operations"


def is_views(path: Path) -> bool:
    return path.name == "views.py" or path.parent.name == "views"


def offenders(paths: Iterable[Path], find: Callable[[Path], object]) -> dict[str, object]:
    """What `find` objects to, by file; a rule holds when nothing is left."""
    found = {label(path): find(path) for path in paths}
    return {name: objection for name, objection in found.items() if objection}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(read(path))


def calls(node: ast.AST) -> Iterator[ast.Call]:
    return (child for child in ast.walk(node) if isinstance(child, ast.Call))


def called(call: ast.Call) -> str:
    """The last word of what is called: `record` for `logboek.record(…)`."""
    return ast.unparse(call.func).rpartition(".")[2]


def functions(path: Path) -> list[ast.FunctionDef]:
    """The public functions of a module."""
    body = tree(path).body
    return [node for node in body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def decorators(function: ast.FunctionDef) -> list[str]:
    return [ast.unparse(decorator) for decorator in function.decorator_list]


def strings(path: Path) -> Iterator[str]:
    """Every text in a module, with the fixed parts of f-strings apart."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
