"""A PostgreSQL to throw away, up before pytest-django reads the settings; workers of xdist share it.

Loaded with `-p`, because a hook in conftest.py comes too late.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from rondetafel.platform import rollen
from rondetafel.platform.database import addresses
from rondetafel.platform.postgres import THROW_AWAY, EmbeddedPostgres

RUNNING = pytest.StashKey[EmbeddedPostgres]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        return  # a worker of xdist: the main process has set everything up
    folder = Path(tempfile.mkdtemp(prefix="rondetafel-test-"))
    folder.chmod(0o755)
    server = EmbeddedPostgres(folder / "postgres", server_settings=THROW_AWAY).start()
    early_config.stash[RUNNING] = server
    maintenance = server.url(user="postgres", database="postgres")
    rollen.bootstrap(maintenance)
    rollen.prepare_database(maintenance, database="template1")
    os.environ |= addresses(server) | {
        "RONDETAFEL_TEST": "1",
        "RONDETAFEL_VAR": str(folder),
        "RONDETAFEL_DATABASEROL": "eigenaar",
    }


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(RUNNING, None)
    if server:
        server.stop()
        shutil.rmtree(server.folder.parent, ignore_errors=True)
        shutil.rmtree(server.socket, ignore_errors=True)
