"""Every policy and every right is missed when it is gone: some test turns red, and we know which."""

import pytest
from django.db import connection

from rondetafel.toegang.rechten import RECHTEN, Onderdeel, Soort, may_in_general
from rondetafel.toegang.rollen import BREDE_ROLLEN, Hoedanigheid
from tests.huisregels.broncode import ROOT
from tests.huisregels.test_normen import exists
from tests.rollen import as_eigenaar
from tests.toegang.elders import POLICIES, rooms_that_ask_for
from tests.toegang.mutaties import (
    compared,
    context_calls,
    differ,
    holders,
    lets_nobody_through,
    policies,
    survives_without,
    without,
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
def test_every_right_is_missed(recht, houder, monkeypatch):
    """Either the database no longer repeats the table of rights, or tests of the room that uses it are named."""
    monkeypatch.setitem(RECHTEN, recht, RECHTEN[recht])
    without(recht, houder)

    assert not repeated_by_the_database() or rooms_that_ask_for(recht)


def repeated_by_the_database():
    houders = [("rol", rol) for rol in BREDE_ROLLEN] + [("band", een) for een in Hoedanigheid]
    asked = [(kind, houder, soort) for kind, houder in houders for soort in Soort]
    with as_eigenaar(), connection.cursor() as cursor:
        for kind, houder, soort in asked:
            cursor.execute("select onderdelen(%s, %s, %s)", [kind, houder, soort])
            in_python = {deel for deel in Onderdeel if may_in_general(houder, deel, soort)}
            if set(cursor.fetchone()[0]) != in_python:
                return False
    return True


def test_the_context_is_named_somewhere():
    assert {call.naam for call in context_calls()} >= {"enter", "as_role"}
