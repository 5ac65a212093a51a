"""Writes have one door: an operation, in one transaction, with one line in the logboek."""

import ast
import re

import pytest

from tests.huisregels.broncode import (
    called,
    calls,
    decorators,
    functions,
    is_operations,
    label,
    modules,
    room_path,
    strings,
    tree,
)

# The verbs of the work. A new one is a decision about language: is it really none of these?
VERBEN = (
    "register",
    "complete",
    "withdraw",
    "assess",
    "assign",
    "start",
    "adopt",
    "plan",
    "hold",
    "grant",
    "refuse",
    "extend",
    "stop",
    "correct",
    "record",
    "ask",
    "invite",
    "open",
    "close",
    "tick",
    "add",
    "decide",
    "answer",
)
WRITES = {
    "save",
    "create",
    "bulk_create",
    "update",
    "bulk_update",
    "delete",
    "get_or_create",
    "update_or_create",
}
# Written by operations only, and in their transaction: the deed itself needs these on its way.
MAY_WRITE = {
    "kern/logboek.py",
    "kern/versie.py",
    "kern/termijnen.py",
    "kern/post.py",
    "toegang/banden.py",
    "toegang/accounts.py",
}
SQL_THAT_WRITES = re.compile(
    r"\s*(insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b|truncate\b|copy\s+\w+.*from\s+stdin)", re.I
)

OPERATIONS = [
    pytest.param(function, id=f"{room_path(path)}-{function.name}")
    for path in modules()
    if is_operations(path)
    for function in functions(path)
]


def may_write(path):
    place = room_path(path)
    return is_operations(path) or place in MAY_WRITE or place.startswith("platform/demo/")


def is_write(call):
    """A call with the name of a write. `update` and `delete` of Django take nothing by position."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    return not (call.func.attr in {"update", "delete"} and call.args)


@pytest.mark.parametrize("path", [path for path in modules() if not may_write(path)], ids=label)
def test_only_operations_write(path):
    found = [f"regel {call.lineno}: {ast.unparse(call.func)}" for call in calls(tree(path)) if is_write(call)]

    assert found == []


@pytest.mark.parametrize("path", [path for path in modules() if not may_write(path)], ids=label)
def test_no_sql_writes_past_the_operations(path):
    assert [text[:60] for text in strings(path) if SQL_THAT_WRITES.match(text)] == []


@pytest.mark.parametrize("function", OPERATIONS)
def test_operation_is_one_transaction_with_one_line_in_the_logboek(function):
    lines = [call for call in calls(function) if ast.unparse(call.func) == "logboek.record"]

    assert "operatie" in decorators(function)
    assert len(lines) == 1


@pytest.mark.parametrize("function", OPERATIONS)
def test_operation_says_who_does_it(function):
    assert "door" in {argument.arg for argument in function.args.kwonlyargs}


@pytest.mark.parametrize("function", OPERATIONS)
def test_operation_begins_with_a_verb_of_the_list(function):
    assert function.name.split("_")[0] in VERBEN


def test_every_write_by_name_is_seen():
    code = ast.parse("Gezin.objects.filter(pk=1).update(naam='x'); rij.save(); waarden.update({'a': 1})")

    assert [called(call) for call in calls(code) if is_write(call)] == ["update", "save"]
