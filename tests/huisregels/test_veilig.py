"""What never stands in the code, so that whole families of attack have nowhere to begin."""

import ast
import json
import re
from functools import cache

import pytest

from tests.huisregels.broncode import (
    PAKKET,
    ROOT,
    called,
    calls,
    modules,
    offenders,
    read,
    room_path,
    templates,
    tree,
)

# The command line and the demo start programs and load tables; they take no words of visitors.
OUTSIDE_THE_WEB = ("platform/",)
WEB = [path for path in modules() if not room_path(path).startswith(OUTSIDE_THE_WEB)]
FRONT = sorted((ROOT / "front/js").rglob("*.js"))

RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
UNSAFE_MODULES = {
    "pickle": "runs what it reads",
    "shelve": "runs what it reads",
    "marshal": "runs what it reads",
    "yaml": "can run what it reads",
    "xml": "opens entities",
    "lxml": "opens entities",
    "random": "can be guessed; keys come from secrets or uuid4",
    "subprocess": "starts programs",
    "urllib3": "calls other machines",
    "requests": "calls other machines",
    "httpx": "calls other machines",
    "ldap3": "is not in use",
    "tempfile": "leaves files behind",
}
WEAK = {"md5", "sha1", "DES", "RC4", "ECB", "ARC4", "Blowfish"}
STORES_IN_BROWSER = ("localStorage", "sessionStorage", "indexedDB", "document.cookie")
RUNS_IN_BROWSER = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")

MERGES_IN_BROWSER = ("__proto__", "Object.assign", "JSON.parse", "constructor", "setPrototypeOf")


@cache
def imported(path):
    nodes = list(ast.walk(tree(path)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_no_text_becomes_code():
    """Templates and Python come from the project alone; nothing that was typed is ever run."""

    def find(path):
        return [
            f"{call.lineno}: {called(call)}"
            for call in calls(tree(path))
            if ast.unparse(call.func) in RUNS_TEXT
        ]

    assert offenders(modules(), find) == {}


@pytest.mark.parametrize("naam", UNSAFE_MODULES)
def test_rooms_do_without(naam):
    users = [path for path in WEB if any(module.split(".")[0] == naam for module in imported(path))]

    assert users == []


def test_sql_is_written_out_and_its_values_go_beside_it():
    """A statement put together from text could carry what somebody typed."""

    def is_fixed(word):
        """A literal, or a constant of the module: capitals."""
        return isinstance(word, ast.Constant) or (isinstance(word, ast.Name) and word.id.strip("_").isupper())

    def find(path):
        return [
            f"{call.lineno}: {ast.unparse(call.args[0])}"
            for call in calls(tree(path))
            if called(call) in {"execute", "executemany", "RawSQL", "raw", "extra"} and call.args
            if not is_fixed(call.args[0])
        ]

    assert offenders(WEB, find) == {}


def test_what_was_typed_is_never_a_pattern():
    """A pattern is written out; a word that is put into one has its signs made harmless first."""

    def is_fixed(word):
        if isinstance(word, ast.JoinedStr):
            inserted = [part.value for part in word.values if isinstance(part, ast.FormattedValue)]
            return all(isinstance(een, ast.Call) and ast.unparse(een.func) == "re.escape" for een in inserted)
        return isinstance(word, ast.Constant) or (isinstance(word, ast.Name) and word.id.strip("_").isupper())

    def find(path):
        return [
            f"{call.lineno}: {ast.unparse(call.args[0])}"
            for call in calls(tree(path))
            if ast.unparse(call.func).startswith("re.") and called(call) != "escape" and call.args
            if not is_fixed(call.args[0])
        ]

    assert offenders(WEB, find) == {}


def test_what_was_typed_is_never_a_format():
    """`format` fills in fixed texts only: those of the mails, which take one link or code."""

    def find(path):
        return [call.lineno for call in calls(tree(path)) if called(call) in {"format", "format_map"}]

    assert offenders([path for path in WEB if room_path(path) != "kern/mails.py"], find) == {}


def test_script_merges_no_objects():
    def find(path):
        return [word for word in MERGES_IN_BROWSER if word in read(path)]

    assert offenders(FRONT, find) == {}


def test_only_strong_algorithms():
    def find(path):
        names = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
        return WEAK & (names | {name.rpartition(".")[2] for name in imported(path)})

    assert offenders(WEB, find) == {}


def test_a_form_names_what_it_takes():
    """`__all__` or `exclude` would let a field that is added tomorrow be set from outside."""

    def find(path):
        return [
            ast.unparse(node)
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Assign)
            and any(
                isinstance(target, ast.Name) and target.id in {"fields", "exclude"} for target in node.targets
            )
            and (ast.unparse(node.targets[0]) == "exclude" or "__all__" in ast.unparse(node.value))
        ]

    assert offenders(modules(), find) == {}


def test_an_address_carries_keys_and_no_names():
    """Random keys, a token of one use, a half year, the name of a figure or provider, a step: nothing about people."""
    kinds = {
        kind
        for path in PAKKET.rglob("urls.py")
        for kind in re.findall(r"<(\w+:\w+)>", read(path))
        if not kind.startswith("uuid:")
    }

    assert kinds <= {
        "str:token",
        "str:periode",
        "str:figuur",
        "str:provider_id",
        "str:stap",
        "int:pk",
        "int:nummer",
    }


def test_nothing_is_kept_in_the_browser():
    assert offenders(FRONT, lambda path: [word for word in STORES_IN_BROWSER if word in read(path)]) == {}


def test_script_writes_text_and_no_html():
    assert offenders(FRONT, lambda path: [word for word in RUNS_IN_BROWSER if word in read(path)]) == {}


def test_a_page_holds_no_script_of_its_own():
    """Script stands in files: nothing that was typed can end up inside one. Data in JSON is not run."""

    def find(path):
        inline = re.findall(r"<script(?![^>]*(?:\bsrc=|application/json))[^>]*>", read(path))
        return inline + re.findall(r"\son\w+=\"", read(path))

    assert offenders(templates(), find) == {}


@pytest.mark.parametrize("naam", ["requirements.txt", "requirements-dev.txt", "requirements-node.txt"])
def test_every_python_package_is_locked_with_its_hash(naam):
    packages = re.split(r"\n(?=\S)", read(ROOT / naam).strip())
    packages = [package for package in packages if not package.startswith("#")]

    assert packages
    assert [
        package
        for package in packages
        if not re.match(r"[\w.-]+(\[[\w,]+\])?==.*--hash=sha256:", package, re.S)
    ] == []


def test_every_package_of_the_front_is_locked_with_its_hash():
    packages = json.loads(read(ROOT / "package-lock.json"))["packages"]

    assert [name for name, package in packages.items() if name and not package.get("integrity")] == []


def test_nobody_turns_the_guard_off():
    """Every form carries its token, and every view asks who is there unless it says that it need not."""

    def find(path):
        return [name for name in ("csrf_exempt", "xframe_options_exempt", "csp_exempt") if name in read(path)]

    assert offenders(modules(), find) == {}
