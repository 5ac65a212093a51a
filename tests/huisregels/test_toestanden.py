"""The drawn states agree with the operations: no arrow without an operation, no operation without an arrow."""

import ast

import pytest

from rondetafel.platform.kaart.lezen import operations
from rondetafel.platform.kaart.toestanden import BEGIN, DATUMTOESTANDEN, read_aanmelding
from tests.huisregels.broncode import is_operations, modules, tree

LEVENSLOPEN = [pytest.param(een, id=een.naam) for een in (read_aanmelding(), *DATUMTOESTANDEN)]


HELPERS = {
    function.name: function
    for path in modules()
    if is_operations(path)
    for function in tree(path).body
    if isinstance(function, ast.FunctionDef) and function.name.startswith("_")
}


def nodes(function):
    """Everything in an operation and in the helpers it calls."""
    for node in ast.walk(function):
        yield node
        if isinstance(node, ast.Call) and (helper := HELPERS.get(ast.unparse(node.func))):
            yield from ast.walk(helper)


def makes(function, model):
    names = {f"{model}.objects.create", model}
    return any(isinstance(node, ast.Call) and ast.unparse(node.func) in names for node in nodes(function))


def sets(function, levensloop):
    """Whether a field gets a value on what is called after the noun: `akkoord.einddatum = …`."""
    noun = levensloop.model.lower()
    return any(
        noun.startswith(name) or noun.endswith(name)
        for node in nodes(function)
        if isinstance(node, ast.Assign)
        for target in flatten(node.targets)
        if isinstance(target, ast.Attribute) and (name := ast.unparse(target.value))
        if target.attr in levensloop.velden
    )


def flatten(targets):
    return [
        each for target in targets for each in (target.elts if isinstance(target, ast.Tuple) else [target])
    ]


@pytest.mark.parametrize("levensloop", LEVENSLOPEN)
def test_every_operation_that_moves_it_has_an_arrow(levensloop):
    moving = {
        f"{room}.{function.name}"
        for room, function in operations()
        if makes(function, levensloop.model) or sets(function, levensloop)
    }
    drawn = {pijl.operatie for pijl in levensloop.overgangen} - {""}

    assert moving <= drawn
    assert drawn <= {f"{room}.{function.name}" for room, function in operations()}


@pytest.mark.parametrize("levensloop", LEVENSLOPEN)
def test_every_state_can_be_reached(levensloop):
    reached = {BEGIN}
    for _ in levensloop.toestanden:
        reached |= {pijl.naar for pijl in levensloop.overgangen if pijl.van in reached}

    assert reached == {BEGIN, *levensloop.toestanden}
