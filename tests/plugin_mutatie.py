"""Takes away one piece of the rights before the tests run, as MUTATIE says; loaded by `run.py mutaties` alone.

`beleid TABEL NAAM` drops a policy, `recht NAAM SOORT HOUDER` takes a right from a holder, `aanroep BESTAND REGEL`
leaves out a call that names the person or the role to the database, and `voorwaarde BESTAND NUMMER` a condition.
"""

import ast
import os
from importlib.machinery import SourceFileLoader
from typing import Any

import pytest

WAT, *WOORDEN = os.environ["MUTATIE"].split()


class Weglating(ast.NodeTransformer):
    """Replaces the call on one line by something that names nobody."""

    def __init__(self, regel: int) -> None:
        self.regel = regel

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if node.lineno != self.regel or ast.unparse(node.func).rpartition(".")[2] not in _context():
            return node
        wie = ast.unparse(node.args[0]) if "wie" in ast.unparse(node.func) else "None"
        return ast.parse(f"__import__('contextlib').nullcontext({wie})", mode="eval").body


def _context() -> set[str]:
    return {"enter", "as_role", "as_wie", "as_person"}


def _without_one(source: Any) -> str:
    if WAT == "voorwaarde":
        from tests.toegang.conditie import Versoepeling

        changed = Versoepeling(int(WOORDEN[1])).visit(ast.parse(source))
    else:
        changed = Weglating(int(WOORDEN[1])).visit(ast.parse(source))
    return ast.unparse(ast.fix_missing_locations(changed))


if WAT in ("aanroep", "voorwaarde"):
    _read = SourceFileLoader.source_to_code

    def _leave_out(self: SourceFileLoader, data: Any, path: Any, **options: Any) -> Any:
        if str(path).endswith(WOORDEN[0]):
            data = _without_one(data)
        return _read(self, data, path, **options)

    SourceFileLoader.source_to_code = _leave_out  # type: ignore[method-assign]
    # Compiled code on the disk would go before the source.
    SourceFileLoader.path_stats = lambda self, path: {"mtime": -1, "size": -1}  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def _less_policies(django_db_setup: None, django_db_blocker: Any) -> None:
    """Drop the policy from the database that has just been made."""
    if WAT == "beleid":
        from django.db import connection

        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"drop policy {WOORDEN[1]} on {WOORDEN[0]}")


@pytest.fixture(scope="session", autouse=True)
def _less_rights() -> None:
    if WAT == "recht":
        from rondetafel.toegang.rechten import Recht
        from rondetafel.toegang.rollen import Hoedanigheid, Rol
        from tests.toegang.mutaties import without

        kinds = {"Rol": Rol, "Hoedanigheid": Hoedanigheid}
        without(Recht(WOORDEN[0]), kinds[WOORDEN[1]](WOORDEN[2]))
