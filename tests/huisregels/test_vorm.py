"""Sizes, names and shapes that a reader may count on."""

import ast
import re

from tests.huisregels.broncode import (
    PAKKET,
    ROOT,
    called,
    calls,
    decorators,
    functions,
    is_views,
    label,
    migrations,
    modules,
    offenders,
    read,
    room_path,
    templates,
    tree,
)

MODULE, SETTINGS, TEMPLATE, VIEW, TESTS = 400, 300, 120, 25, 400
CODE = [*modules(), ROOT / "run.py", *sorted((ROOT / "bench").glob("*.py"))]
TESTS_OF_OURS = sorted((ROOT / "tests").rglob("*.py"))
VIEWS = [
    (f"{room_path(path)}: {function.name}", path, function)
    for path in modules()
    if is_views(path)
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
SIGNALS = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
OVERRIDES = {"save", "delete", "full_clean"}
CLOCK = {"today", "now", "utcnow"}
# These read the clock only when they are given no moment to convert.
CLOCK_WITHOUT_A_MOMENT = {"localdate", "localtime"}
# Where the day or the moment comes in; everybody else is told.
CLOCKS = {
    "kern/klok.py": "is the clock",
    "platform/sweep.py": "an opdracht: reads the day once",
    "toegang/context.py": "middleware: names the day to the database, once per request",
    "veiligheid/slot.py": "stands at the door of a room, once per request",
    "toegang/accounts.py": "a letter with a code holds from the moment it is made",
    "toegang/adapter.py": "counts tries at the door, once per try",
    "toegang/deur/middleware.py": "judges once per request whether a session is over",
    "toegang/deur/operations.py": "a code in a letter is used at a moment",
    "toegang/deur/sessies.py": "a session begins at a moment",
    "toegang/deur/sterk.py": "how long ago somebody proved who they are",
    "web/kladje.py": "what is typed now is kept for a day",
    "web/templatetags/regelboek.py": "a page says how long a term is that holds today",
    "kwaliteit/context.py": "how long the noodknop is open still",
    "platform/gegevens.py": "opdrachten on the command line",
    "platform/vergelijk_regels.py": "the opdracht on the command line that looks at what runs today",
    "platform/logregels.py": "stamps the technical log",
}
SAFE = {"require_safe", "require_GET"}
METHODS = (*SAFE, "require_POST", "require_http_methods")


def length(path):
    return len(read(path).splitlines())


def too_long(limit):
    return lambda path: length(path) > limit and length(path)


def test_modules_fit_in_the_head():
    settings = [path for path in CODE if path.name.startswith("settings")]

    assert offenders(CODE, too_long(MODULE)) == {}
    assert offenders(settings, too_long(SETTINGS)) == {}


def test_test_modules_fit_in_the_head():
    assert offenders(TESTS_OF_OURS, too_long(TESTS)) == {}


def test_templates_fit_in_the_head():
    assert offenders(templates(), too_long(TEMPLATE)) == {}


def test_views_are_thin():
    lines = {name: function.end_lineno - function.lineno + 1 for name, _, function in VIEWS}

    assert {name: count for name, count in lines.items() if count > VIEW} == {}


def test_view_says_which_methods_it_answers():
    def is_bound(function):
        return any(name.startswith(METHODS) for name in decorators(function))

    assert [name for name, _, function in VIEWS if not is_bound(function)] == []


def test_view_that_only_shows_calls_no_operation():
    writing = {
        name: {called(call) for call in calls(function)} & imported_operations(path)
        for name, path, function in VIEWS
        if SAFE & set(decorators(function))
    }

    assert {name: asked for name, asked in writing.items() if asked} == {}


def imported_operations(path):
    """The names that a view took from any operations module."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and ".operations" in (node.module or "")
        for alias in node.names
    }


def test_modules_have_names_that_say_something():
    assert [label(path) for path in modules() if path.stem in NAMELESS] == []


def test_nothing_happens_behind_the_readers_back():
    """Signals and save() overrides act where nobody called them."""

    def find(path):
        nodes = list(ast.walk(tree(path)))
        imports = {node.module for node in nodes if isinstance(node, ast.ImportFrom)} & SIGNALS
        overrides = [
            node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name in OVERRIDES
        ]
        return [*imports, *overrides]

    assert offenders(modules(), find) == {}


def is_look_at_the_clock(call):
    name = called(call)
    return name in CLOCK or (name in CLOCK_WITHOUT_A_MOMENT and not call.args)


def is_edge(path):
    by_name = is_views(path) or path.name == "tasks.py" or "management" in path.parts
    return by_name or room_path(path) in CLOCKS


def test_nobody_else_looks_at_the_clock():
    """A default of a model names the clock without reading it; a task reads it wherever it stands."""

    def find(path):
        tasks = {
            id(call)
            for function in functions(path)
            if any(".task(" in name for name in decorators(function))
            for call in calls(function)
        }
        return [
            f"regel {call.lineno}: {ast.unparse(call.func)}"
            for call in calls(tree(path))
            if is_look_at_the_clock(call) and id(call) not in tasks
        ]

    assert offenders([path for path in modules() if not is_edge(path)], find) == {}


def test_migrations_import_nothing_of_ours():
    """A migration must still run when the code of today is gone."""

    def find(path):
        return [
            name
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            if name.split(".")[0] == "rondetafel"
        ]

    assert offenders(migrations(), find) == {}


def test_nothing_is_deleted_along():
    def find(path):
        return re.findall(r"\bCASCADE\b|on delete cascade|SET_NULL", read(path))

    assert offenders([*modules(), *migrations()], find) == {}


def test_every_exception_about_the_clock_still_stands():
    assert [place for place in CLOCKS if not (PAKKET / place).exists()] == []
