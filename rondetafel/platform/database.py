"""Which PostgreSQL this process talks to: the one in DATABASE_URL, else the embedded one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rondetafel.platform import rollen
from rondetafel.platform.postgres import EmbeddedPostgres

# The address of the database per login role; the settings choose one by RONDETAFEL_DATABASEROL.
URLS = {
    "app": ("DATABASE_URL", rollen.APP),
    "eigenaar": ("DATABASE_URL_EIGENAAR", rollen.EIGENAAR),
    "werker": ("DATABASE_URL_WERKER", rollen.WERKER),
}


def addresses(server: EmbeddedPostgres, *, database: str = rollen.DATABASE) -> dict[str, str]:
    """The environment that leads every login role to `database` on this embedded server."""
    return {name: server.url(user=role, database=database) for name, role in URLS.values()}


def embedded_server(var: Path) -> EmbeddedPostgres:
    """The embedded server that belongs to the data folder `var`, running or not."""
    return EmbeddedPostgres(var / "postgres")


@contextmanager
def open_database(var: Path) -> Iterator[None]:
    """Have a database for the duration: a real server is left alone, an embedded one started and stopped."""
    if "DATABASE_URL" in os.environ:
        yield
        return
    server = embedded_server(var).start()
    try:
        rollen.bootstrap(server.url(user="postgres", database="postgres"))
        os.environ |= addresses(server)
        yield
    finally:
        server.stop()
