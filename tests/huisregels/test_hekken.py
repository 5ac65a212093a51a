"""The database itself: which tables are fenced, and what the login roles may do without a context."""

import pytest
from django.db import connection

from rondetafel.platform.kaart.tabellen import own_models
from rondetafel.platform.rollen import APP, EIGENAAR, GROUPS, WERKER

pytestmark = pytest.mark.django_db

NO_PERSONS = "zegt niets over personen"
ACCOUNTS = "gelezen vóórdat de persoon bekend is; alleen de databaserol deur mag erbij"
JOBS = "bevat alleen sleutels, geen namen; alleen de wachtrij leest mee"
# Every table without a fence, and why that is right.
OPEN = {
    "organisaties_gemeente": NO_PERSONS,
    "organisaties_gebied": NO_PERSONS,
    "organisaties_organisatie": NO_PERSONS,
    "kwaliteit_weekcontrole": NO_PERSONS,
    "django_migrations": NO_PERSONS,
    "django_content_type": NO_PERSONS,
    "auth_permission": NO_PERSONS,
    "auth_group": NO_PERSONS,
    "auth_group_permissions": NO_PERSONS,
    "django_session": ACCOUNTS,
    "account_emailaddress": ACCOUNTS,
    "account_emailconfirmation": ACCOUNTS,
    "mfa_authenticator": ACCOUNTS,
    "socialaccount_socialaccount": ACCOUNTS,
    "socialaccount_socialapp": NO_PERSONS,
    "socialaccount_socialtoken": ACCOUNTS,
    "toegang_teller": ACCOUNTS,
    "procrastinate_jobs": JOBS,
    "procrastinate_events": JOBS,
    "procrastinate_periodic_defers": JOBS,
    "procrastinate_workers": JOBS,
}
# No part of anybody's file: who is in now, and how often it went wrong lately.
VOORBIJ = {"toegang_sessie", "toegang_drempel"}
EVERYBODY = (*GROUPS, APP, WERKER)
LOGINS = (APP, WERKER)
RELATIONS = "select {} from pg_class where relnamespace = 'public'::regnamespace"


def column(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()]


def test_every_table_is_fenced_or_open_for_a_reason():
    unfenced = column(
        RELATIONS.format("relname")
        + " and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)"
    )

    assert set(unfenced) == set(OPEN)


def test_every_fence_lets_somebody_through():
    """A fenced table without a policy is a table that nobody can use."""
    assert (
        column(
            RELATIONS.format("relname") + " and relrowsecurity"
            " and not exists (select from pg_policy where polrelid = pg_class.oid)"
        )
        == []
    )


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_the_eigenaar_owns_something(role):
    assert column(RELATIONS.format("relname") + " and pg_get_userbyid(relowner) = %s", role) == []
    assert column("select proname from pg_proc where pg_get_userbyid(proowner) = %s", role) == []


@pytest.mark.parametrize("role", LOGINS)
@pytest.mark.parametrize("privilege", ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"])
def test_a_login_role_can_do_nothing_itself(role, privilege):
    sql = (
        RELATIONS.format("relname")
        + " and relkind in ('r', 'p', 'v', 'm') and has_table_privilege(%s, oid, %s)"
    )

    assert column(sql, role, privilege) == []


@pytest.mark.parametrize("role", LOGINS)
def test_a_login_role_reads_no_column_itself(role):
    sql = (
        RELATIONS.format("relname")
        + " and relkind in ('r', 'p') and has_any_column_privilege(%s, oid, 'SELECT')"
    )

    assert column(sql, role) == []


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("privilege", ["DELETE", "TRUNCATE"])
def test_nobody_deletes_from_our_tables(role, privilege):
    own = [model._meta.db_table for model in own_models() if model._meta.db_table not in VOORBIJ]
    sql = RELATIONS.format("relname") + " and relname = any(%s) and has_table_privilege(%s, oid, %s)"

    assert column(sql, own, role, privilege) == []


@pytest.mark.parametrize("role", (*EVERYBODY, EIGENAAR))
def test_no_role_goes_round_the_fences(role):
    assert (
        column("select rolname from pg_roles where rolname = %s and (rolsuper or rolbypassrls)", role) == []
    )


def test_views_ask_as_the_reader():
    """A plain view reads as its owner, past every fence; a stored one keeps what its owner saw."""
    views = column(
        RELATIONS.format("relname") + " and relkind = 'v'"
        " and not coalesce('security_invoker=true' = any(reloptions), false)"
        " and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')"
    )
    stored = column(RELATIONS.format("relname") + " and relkind = 'm'")

    assert views == []
    assert stored == []


def test_functions_that_read_as_their_owner_have_a_fixed_search_path():
    assert (
        column(
            "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
            " and not exists (select from unnest(proconfig) setting where setting like 'search_path=%%')"
        )
        == []
    )
