"""A rule of the book is asked somewhere: by an operation, a duty or a page of the work, not by the book alone."""

import ast
from pathlib import Path

from rondetafel.regels.regelboek import all_regels
from tests.huisregels.broncode import PAKKET, tree
from tests.huisregels.regelvragen import KAMER, asked_of, imports, named

# These tell of the rules and let them be tried out; that asks nobody anything.
VERTELT = ("regels/", "web/regelboek/", "platform/kaart/")
# What the book says of these is done elsewhere, or cannot be asked of what is kept; each says where or why.
ELDERS = {
    "contactmoment-gemiddelde": "contactmomenten are declared elsewhere, and not kept here",
    "contactmoment-telt": "contactmomenten are declared elsewhere, and not kept here",
    "rto-initiatief": "Recht.OVERLEG_PLANNEN in toegang/rechten.py",
    "dossier-lezen-als-ouder": "the second fence does it; the tests compare",
    "wat-de-vervanger-overneemt": "the second fence does it; the tests compare",
}


def works(path: Path) -> bool:
    return not path.relative_to(PAKKET).as_posix().startswith(VERTELT)


def asker_of(waar: str) -> str:
    """The name by which a rule is asked: of a method that of its class."""
    owner = waar.rpartition(".")[0]
    return owner if owner.rpartition(".")[2][0].isupper() else waar


def test_every_rule_is_asked_where_the_work_is_done():
    asked = asked_of(ast.FunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
    todo = {name for path in PAKKET.rglob("*.py") if works(path) for name in imports(tree(path)).values()}
    todo |= {
        name
        for path in PAKKET.rglob("*.py")
        if works(path)
        for name in named(tree(path), imports(tree(path)), "")
        if name.startswith(KAMER)
    }
    reached: set[str] = set()
    while todo:
        name = todo.pop()
        reached.add(name)
        todo |= asked.get(name, set()) - reached

    unused = {regel.code for regel in all_regels() if asker_of(regel.waar) not in reached}
    assert unused == ELDERS.keys()
