"""Sizes, names and shapes that a reader may count on."""

import ast
import re

import pytest

from tests.huisregels.broncode import (
    PAKKET,
    ROOT,
    called,
    calls,
    decorators,
    functions,
    is_operations,
    is_views,
    label,
    migrations,
    modules,
    read,
    room_path,
    templates,
    tree,
)

MODULE, SETTINGS, TEMPLATE, VIEW, TESTS = 400, 300, 120, 25, 400
CODE = [*modules(), ROOT / "run.py", *sorted((ROOT / "bench").glob("*.py"))]
TEST_MODULES = sorted((ROOT / "tests").rglob("*.py"))
VIEWS = [path for path in modules() if is_views(path)]
VIEW_FUNCTIONS = [
    pytest.param(function, path, id=f"{room_path(path)}-{function.name}")
    for path in VIEWS
    for function in functions(path)
    if function.args.args and function.args.args[0].arg == "request"
]

# Rooms where everybody lives and nobody is at home, and things that happen behind the reader's back.
NAMELESS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "mixins",
    "signals",
    "common",
    "misc",
}
CLOCK = {"today", "now", "utcnow"}
# These read the clock only when they are given no moment to convert.
CLOCK_WITHOUT_A_MOMENT = {"localdate", "localtime"}
# Where the day or the moment comes in; everybody else is told.
CLOCKS = {
    "kern/klok.py": "is the clock",
    "toegang/context.py": "middleware: names the day to the database, once per request",
    "platform/gegevens.py": "opdrachten on the command line",
    "platform/logregels.py": "stamps the technical log",
}
SAFE = {"require_safe", "require_GET"}
METHODS = (*SAFE, "require_POST", "require_http_methods")


def length(path):
    return len(read(path).splitlines())


@pytest.mark.parametrize("path", CODE, ids=label)
def test_module_fits_in_the_head(path):
    assert length(path) <= (SETTINGS if path.name.startswith("settings") else MODULE)


@pytest.mark.parametrize("path", TEST_MODULES, ids=label)
def test_test_module_fits_in_the_head(path):
    assert length(path) <= TESTS


@pytest.mark.parametrize("path", templates(), ids=label)
def test_template_fits_in_the_head(path):
    assert length(path) <= TEMPLATE


@pytest.mark.parametrize(("function", "path"), VIEW_FUNCTIONS)
def test_view_is_thin(function, path):
    assert function.end_lineno - function.lineno + 1 <= VIEW


@pytest.mark.parametrize(("function", "path"), VIEW_FUNCTIONS)
def test_view_says_which_methods_it_answers(function, path):
    assert [name for name in decorators(function) if name.startswith(METHODS)]


@pytest.mark.parametrize(("function", "path"), VIEW_FUNCTIONS)
def test_view_that_only_shows_calls_no_operation(function, path):
    is_safe = bool(SAFE & set(decorators(function)))
    asked = {called(call) for call in calls(function)} & imported_operations(path)

    assert not (is_safe and asked)


def imported_operations(path):
    """The names that a view took from any operations module."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and ".operations" in (node.module or "")
        for alias in node.names
    }


@pytest.mark.parametrize("path", modules(), ids=label)
def test_module_has_a_name_that_says_something(path):
    assert path.stem not in NAMELESS


@pytest.mark.parametrize("path", modules(), ids=label)
def test_nothing_happens_behind_the_readers_back(path):
    """Signals and save() overrides act where nobody called them."""
    signals = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
    imports = {node.module for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)}
    overrides = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "full_clean"}
    ]

    assert not imports & signals
    assert overrides == []


@pytest.mark.parametrize("path", [path for path in modules() if is_operations(path)], ids=label)
def test_operation_has_no_flags(path):
    """What is true or false of the world may be told; how the function should behave may not."""
    flags = [
        f"{function.name}({argument.arg})"
        for function in functions(path)
        for argument in [*function.args.args, *function.args.kwonlyargs]
        if argument.annotation and ast.unparse(argument.annotation) == "bool"
        if not re.match(r"(is|has|was|may)_", argument.arg)
    ]

    assert flags == []


def is_look_at_the_clock(call):
    name = called(call)
    return name in CLOCK or (name in CLOCK_WITHOUT_A_MOMENT and not call.args)


def is_edge(path):
    by_name = is_views(path) or path.name == "tasks.py" or "management" in path.parts
    return by_name or room_path(path) in CLOCKS


@pytest.mark.parametrize("path", [path for path in modules() if not is_edge(path)], ids=label)
def test_nobody_else_looks_at_the_clock(path):
    """A default of a model names the clock without reading it; a task reads it wherever it stands."""
    tasks = {
        id(call)
        for function in functions(path)
        if any(".task(" in name for name in decorators(function))
        for call in calls(function)
    }
    found = [
        f"regel {call.lineno}: {ast.unparse(call.func)}"
        for call in calls(tree(path))
        if is_look_at_the_clock(call) and id(call) not in tasks
    ]

    assert found == []


@pytest.mark.parametrize("path", migrations(), ids=label)
def test_migration_imports_nothing_of_ours(path):
    """A migration must still run when the code of today is gone."""
    named = [
        name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
    ]

    assert [name for name in named if name.split(".")[0] == "rondetafel"] == []


@pytest.mark.parametrize("path", [*modules(), *migrations()], ids=label)
def test_nothing_is_deleted_along(path):
    assert not re.search(r"\bCASCADE\b|on delete cascade|SET_NULL", read(path))


def test_every_exception_about_the_clock_still_stands():
    assert [place for place in CLOCKS if not (PAKKET / place).exists()] == []
