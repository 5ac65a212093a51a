"""Every policy and every right is missed when it is gone: some test turns red, and we know which."""

import pytest

from tests.huisregels.broncode import ROOT
from tests.huisregels.test_normen import exists
from tests.toegang.elders import POLICIES, rooms_that_ask_for
from tests.toegang.mutaties import (
    compared,
    context_calls,
    differ,
    holders,
    is_seen_by_the_database,
    lets_nobody_through,
    policies,
    survives_without,
)
from tests.toegang.werelden import build_gezinnen

pytestmark = pytest.mark.django_db


def test_every_policy_is_missed():
    """What the comparison of both fences does not look at, is proven by a test that is named."""
    gezinnen = build_gezinnen()
    alle = policies()
    silent = [policy for policy in alle if not lets_nobody_through(policy) and str(policy) not in POLICIES]

    assert not differ(gezinnen, rollen=("smal", "breed"))
    assert [str(policy) for policy in silent if policy.tabel not in compared()] == []
    assert [str(policy) for policy in silent if survives_without(policy, gezinnen)] == []


def test_tests_that_are_named_exist_and_are_needed():
    known = {str(policy) for policy in policies()}

    assert [name for name in POLICIES if name not in known] == []
    assert [toets for toetsen in POLICIES.values() for toets in toetsen if not is_there(toets)] == []


def is_there(toets):
    return exists(toets) if "::" in toets else (ROOT / toets).exists()


@pytest.mark.parametrize(("recht", "houder"), holders(), ids=lambda een: f"{type(een).__name__}-{een}")
def test_every_right_is_missed(recht, houder):
    """The database still knows it, or tests of the room that asks for it do: those are run by `run.py mutaties`."""
    assert is_seen_by_the_database(recht, houder) or rooms_that_ask_for(recht)


def test_the_context_is_named_somewhere():
    assert {call.naam for call in context_calls()} >= {"enter", "as_role"}
