"""What a linter for row-level security finds in our tables: nothing but what pgrls.toml explains and proves."""

import json
import os
import subprocess
import sys
import tomllib
from collections import defaultdict
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.db import connection
from psycopg.conninfo import make_conninfo

from rondetafel.platform.rollen import EIGENAAR
from tests.rollen import as_eigenaar

SCHEMAS = ("public", "veiligheid")
UITZONDERINGEN = tomllib.loads(Path(__file__).with_name("pgrls.toml").read_text())["uitzondering"]


@pytest.fixture(scope="module")
def findings(django_db_setup):
    """Everything pgrls objects to, by rule and place."""
    url = make_conninfo(os.environ["DATABASE_URL_EIGENAAR"], dbname=connection.settings_dict["NAME"])
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pgrls",
            "lint",
            "--database-url",
            url,
            "--schemas",
            ",".join(SCHEMAS),
            "--format",
            "json",
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr
    return [(een["rule_id"], een["location"]) for een in json.loads(done.stdout)["violations"]]


def excuses(uitzondering, regel, plek):
    return regel in uitzondering["regels"] and any(fnmatch(plek, een) for een in uitzondering["plekken"])


def test_every_finding_is_explained(findings):
    over = [een for een in findings if not any(excuses(reden, *een) for reden in UITZONDERINGEN)]
    assert over == [], "\n".join(f"{regel} {plek}" for regel, plek in over)


@pytest.mark.parametrize(
    "uitzondering", UITZONDERINGEN, ids=lambda een: f"{een['regels'][0]}-{een['plekken'][0]}"
)
def test_every_exception_still_stands_and_has_a_reason(findings, uitzondering):
    assert uitzondering["reden"].strip()
    assert any(excuses(uitzondering, *een) for een in findings)
    for patroon in uitzondering["plekken"]:
        assert any(fnmatch(plek, patroon) for _, plek in findings), patroon


@pytest.mark.django_db
def test_every_schema_of_ours_is_looked_at():
    found = {
        schema
        for (schema,) in rows(
            "select nspname from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_'"
        )
    }

    assert found == set(SCHEMAS)


@pytest.mark.django_db
def test_an_excused_policy_is_for_the_named_role_alone(findings):
    wrong = [
        (plek, roles)
        for een in UITZONDERINGEN
        if "rollen" in een
        for plek, roles in policies().items()
        if any(fnmatch(plek, patroon) for patroon in een["plekken"]) and roles != een["rollen"]
    ]

    assert wrong == []


@pytest.mark.django_db
def test_an_excused_table_gives_no_more_than_is_said(findings):
    excused = {
        plek: een["rechten"]
        for een in UITZONDERINGEN
        if "rechten" in een
        for regel, plek in findings
        if excuses(een, regel, plek)
    }
    more = {
        (plek, role): sorted(given - set(said.get(role, [])))
        for plek, said in excused.items()
        for role, given in grants()[plek].items()
        if given - set(said.get(role, []))
    }

    assert more == {}


def policies():
    """The roles of every policy, by the place as pgrls names it."""
    return {
        f"{schema}.{table}.{name}": roles
        for schema, table, name, roles in rows(
            "select schemaname, tablename, policyname, roles::text[] from pg_policies"
        )
    }


def grants():
    """What each role but the owner may do with each table as a whole, or with some of its columns."""
    found = defaultdict(lambda: defaultdict(set))
    for schema, table, role, right in rows(
        "select table_schema, table_name, grantee, privilege_type from information_schema.role_column_grants"
        " union"
        " select table_schema, table_name, grantee, privilege_type from information_schema.role_table_grants"
    ):
        if role != EIGENAAR:
            found[f"{schema}.{table}"][role].add(right)
    return found


def rows(sql):
    with as_eigenaar(), connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
