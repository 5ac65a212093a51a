"""Every right opens something, and every event of the logboek can happen."""

import ast

import pytest

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.toegang.rechten import RECHTEN, Recht, Soort
from tests.huisregels.broncode import called, calls, modules, room_path, tree

# These say what there is; the question is who asks for it.
REGISTERS = ("toegang/rechten.py", "kern/gebeurtenissen.py", "platform/kaart/")


def asked(is_asked=lambda function: True):
    """What is named in calls of these functions, written out: `Recht.TRIEREN`, `Onderdeel.PLAN`."""
    return {
        ast.unparse(word)
        for path in modules()
        if not room_path(path).startswith(REGISTERS)
        for call in calls(tree(path))
        if is_asked(called(call))
        for word in [*call.args, *(keyword.value for keyword in call.keywords)]
    }


REACHED = asked({"reach", "scope_of", "municipalities_of"}.__contains__)
# A look is what `note_look` writes when nothing else is said.
RECORDED = asked({"record", "_write", "note_look"}.__contains__) | {"Gebeurtenis.BEKEKEN"}
# A room may ask through a function of its own that also finds and locks the row.
REQUIRED = asked()


@pytest.mark.parametrize("recht", Recht)
def test_recht_is_written_out(recht):
    assert RECHTEN[recht].omschrijving
    assert RECHTEN[recht].houders


@pytest.mark.parametrize("recht", Recht)
def test_recht_is_used(recht):
    """A right to read is asked through the part it opens: every `visible_to` does."""
    regel = RECHTEN[recht]
    through_its_part = (
        regel.soort is Soort.LEZEN and {f"Onderdeel.{deel.name}" for deel in regel.raakt} <= REACHED
    )

    assert f"Recht.{recht.name}" in REQUIRED or through_its_part


@pytest.mark.parametrize("gebeurtenis", Gebeurtenis)
def test_gebeurtenis_is_recorded_somewhere(gebeurtenis):
    assert f"Gebeurtenis.{gebeurtenis.name}" in RECORDED
