"""The database keeps its doors shut until somebody says who is asking."""

import psycopg
import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from rondetafel.platform import rollen
from rondetafel.platform.rollen import APP, EIGENAAR, GROUPS, MEMBERS, WERKER
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db


def current_role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        return str(cursor.fetchone()[0])


def attributes(role: str) -> tuple[bool, ...]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper, rolbypassrls, rolcreaterole, rolinherit, rolcreatedb, rolcanlogin"
            " from pg_roles where rolname = %s",
            [role],
        )
        return tuple(cursor.fetchone())


@pytest.mark.parametrize("role", [APP, WERKER])
def test_login_roles_have_no_power_of_their_own(role):
    assert attributes(role) == (False, False, False, False, False, True)


def test_eigenaar_may_make_databases_and_no_more():
    assert attributes(EIGENAAR) == (False, False, False, False, True, True)


@pytest.mark.parametrize("group", GROUPS)
def test_nobody_logs_in_as_a_group(group):
    assert attributes(group)[-1] is False


@pytest.mark.parametrize("member", [APP, WERKER, EIGENAAR])
def test_members_may_become_only_what_is_listed(member):
    others = {*GROUPS, APP, WERKER, EIGENAAR} - {member}
    with connection.cursor() as cursor:
        cursor.execute(
            "select r from unnest(%s::text[]) r where pg_has_role(%s, r, 'member')", [[*others], member]
        )
        assert {row[0] for row in cursor.fetchall()} == set(MEMBERS[member])


def test_a_test_runs_as_the_app_and_reads_nothing():
    assert current_role() == APP
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("select 1 from django_migrations")


def test_as_eigenaar_gives_role_and_person_back():
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('role', 'smal', true), set_config('rondetafel.gebruiker', 'x', true)"
        )
        with as_eigenaar():
            assert current_role() == EIGENAAR
        cursor.execute("select current_user, current_setting('rondetafel.gebruiker')")
        assert cursor.fetchone() == ("smal", "x")


def test_as_eigenaar_gives_the_role_back_after_an_error():
    with pytest.raises(ProgrammingError), as_eigenaar():
        connection.cursor().execute("select 1 from no_such_table")
    assert current_role() == APP


def test_no_group_may_make_tables():
    for group in GROUPS:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(f"set local role {group}; create table own (id int)")


def test_bootstrap_runs_twice():
    database = settings.DATABASES["default"]
    rollen.bootstrap(f"postgresql://postgres@/postgres?host={database['HOST']}")


def test_extensions_come_along_to_test_databases():
    with connection.cursor() as cursor:
        cursor.execute("select extname from pg_extension")
        assert set(rollen.EXTENSIONS) <= {row[0] for row in cursor.fetchall()}


def test_worker_reads_as_systeem_by_its_connection(monkeypatch):
    from django.db import connections

    host = connections["default"].settings_dict["HOST"]
    with psycopg.connect(host=host, dbname="rondetafel", user=WERKER, options="-c role=systeem") as worker:
        assert worker.execute("select current_user").fetchone() == ("systeem",)
