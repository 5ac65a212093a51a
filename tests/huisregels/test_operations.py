"""Writes have one door: an operation, in one transaction, with one line in the logboek."""

import ast
import re

from tests.huisregels.broncode import (
    called,
    calls,
    decorators,
    functions,
    is_operations,
    modules,
    offenders,
    room_path,
    strings,
    tree,
)

# The verbs of the work. A new one is a decision about language: is it really none of these?
VERBEN = (
    "register",
    "complete",
    "withdraw",
    "restore",
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
    "evaluate",
    "add",
    "decide",
    "answer",
    "receive",
    "merge",
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
    "kern/zegels.py",
    "kern/versie.py",
    "kern/termijnen.py",
    "kern/plichten.py",
    "kern/post.py",
    "documenten/opslag.py",
    "gezinsplan/versies.py",
    "toegang/banden.py",
    "toegang/accounts.py",
    "toegang/deur/briefcodes.py",
    "toegang/deur/drempels.py",
}
SQL_THAT_WRITES = re.compile(
    r"\s*(insert\s+into\b|update\s+\w+\s+set\b|delete\s+from\b|truncate\b|copy\s+\w+.*from\s+stdin)", re.I
)


def may_write(path):
    place = room_path(path)
    return is_operations(path) or place in MAY_WRITE or place.startswith("platform/demo/")


OPERATIONS = [
    (f"{room_path(path)}: {function.name}", function)
    for path in modules()
    if is_operations(path)
    for function in functions(path)
]
OTHERS = [path for path in modules() if not may_write(path)]


def is_write(call):
    """A call with the name of a write; of Django these take nothing by position, of a dict or a picture they do."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    return not (call.func.attr in {"save", "update", "delete"} and call.args)


def test_only_operations_write():
    def find(path):
        return [
            f"regel {call.lineno}: {ast.unparse(call.func)}" for call in calls(tree(path)) if is_write(call)
        ]

    assert offenders(OTHERS, find) == {}


def test_no_sql_writes_past_the_operations():
    def find(path):
        return [text[:60] for text in strings(path) if SQL_THAT_WRITES.match(text)]

    assert offenders(OTHERS, find) == {}


def test_operation_is_one_transaction():
    assert [name for name, function in OPERATIONS if "operatie" not in decorators(function)] == []


def test_operation_writes_one_line_in_the_logboek():
    lines = {
        name: sum(ast.unparse(call.func) == "logboek.record" for call in calls(function))
        for name, function in OPERATIONS
    }

    assert {name: count for name, count in lines.items() if count != 1} == {}


def test_operation_says_who_does_it():
    assert [
        name
        for name, function in OPERATIONS
        if "door" not in {argument.arg for argument in function.args.kwonlyargs}
    ] == []


def test_operation_begins_with_a_verb_of_the_list():
    assert [name for name, function in OPERATIONS if function.name.split("_")[0] not in VERBEN] == []


def test_operation_has_no_flags():
    """What is true or false of the world may be told; how the function should behave may not."""
    flags = [
        f"{name}({argument.arg})"
        for name, function in OPERATIONS
        for argument in [*function.args.args, *function.args.kwonlyargs]
        if argument.annotation and ast.unparse(argument.annotation) == "bool"
        if not re.match(r"(is|has|was|may)_", argument.arg)
    ]

    assert flags == []


def test_every_write_by_name_is_seen():
    code = ast.parse("Gezin.objects.filter(pk=1).update(naam='x'); rij.save(); waarden.update({'a': 1})")

    assert [called(call) for call in calls(code) if is_write(call)] == ["update", "save"]
