"""Which database roles there are and what each may become; run as superuser, as often as you like.

The two login roles of the app own nothing and read nothing themselves (NOINHERIT): each
transaction must first take a group role, so a forgotten context ends in "permission denied".
"""

import psycopg
from psycopg import sql

EIGENAAR = "rondetafel_eigenaar"
APP = "rondetafel_app"
WERKER = "rondetafel_werker"
DATABASE = "rondetafel"
GROUPS = ("deur", "smal", "breed", "cijfers", "systeem", "veilig")
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")

# NOINHERIT also holds for the eigenaar, who must become a role before reading as that role reads.
LOGIN = "login nosuperuser nocreaterole noreplication nobypassrls noinherit"
ROLES = {
    **{group: "nologin nosuperuser nocreatedb nocreaterole nobypassrls" for group in GROUPS},
    EIGENAAR: f"{LOGIN} createdb",
    APP: f"{LOGIN} nocreatedb",
    WERKER: f"{LOGIN} nocreatedb",
}
MEMBERS = {
    APP: ("deur", "smal", "breed", "cijfers", "veilig"),
    WERKER: ("systeem",),
    EIGENAAR: (*GROUPS, APP, WERKER),
}
# Any number will do; two bootstraps at the same moment wait for each other on it.
LOCK = 716_253


def bootstrap(maintenance_url: str) -> None:
    """Create what is missing: roles, memberships, the database and its extensions.

    `maintenance_url` connects a superuser to the database `postgres` of the server.
    """
    with psycopg.connect(maintenance_url, autocommit=True) as connection:
        connection.execute("select pg_advisory_lock(%s)", [LOCK])
        for role, attributes in ROLES.items():
            _ensure_role(connection, role, attributes)
        for member, roles in MEMBERS.items():
            for role in roles:
                connection.execute(_statement("grant {} to {}", role, member))
        _ensure_database(connection)
    prepare_database(maintenance_url, database=DATABASE)


def prepare_database(maintenance_url: str, *, database: str) -> None:
    """Open one database for the roles: who may make tables, who may look for them, and the extensions.

    What is done in `template1` comes along to every database made later, such as those of tests.
    """
    with psycopg.connect(maintenance_url, dbname=database, autocommit=True) as connection:
        connection.execute("revoke create on schema public from public")
        connection.execute(_statement("grant create, usage on schema public to {}", EIGENAAR))
        for group in GROUPS:
            connection.execute(_statement("grant usage on schema public to {}", group))
        for extension in EXTENSIONS:
            connection.execute(_statement("create extension if not exists {}", extension))


def _statement(text: str, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*map(sql.Identifier, names))


def _ensure_role(connection: psycopg.Connection, role: str, attributes: str) -> None:
    found = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    verb = "alter" if found else "create"
    connection.execute(_statement(f"{verb} role {{}} {attributes}", role))


def _ensure_database(connection: psycopg.Connection) -> None:
    found = connection.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone()
    if not found:
        connection.execute(_statement("create database {} owner {} encoding 'UTF8'", DATABASE, EIGENAAR))
    connection.execute(_statement("revoke temporary on database {} from public", DATABASE))
