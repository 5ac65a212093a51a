"""The embedded server starts, is found again, and never outlives whoever started it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from rondetafel.platform.postgres import (
    MAX_SOCKET_FOLDER,
    THROW_AWAY,
    EmbeddedPostgres,
    NoPostgres,
    find_programs,
)

HOLD = """
import sys, time
from pathlib import Path
from rondetafel.platform.postgres import THROW_AWAY, EmbeddedPostgres
EmbeddedPostgres(Path(sys.argv[1]), server_settings=THROW_AWAY).start()
print("ready", flush=True)
time.sleep(60)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="rondetafel-test-"))
    made.chmod(0o755)
    yield made / "postgres"
    shutil.rmtree(made, ignore_errors=True)


def ask(server: EmbeddedPostgres, question: str) -> str:
    with psycopg.connect(server.url(user="postgres", database="postgres")) as connection:
        return str(connection.execute(question).fetchone()[0])


def test_starts_stops_and_keeps_what_was_written(folder):
    server = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    with psycopg.connect(server.url(user="postgres", database="postgres")) as connection:
        connection.execute("create table gezin as select 'Noor' as naam")
    server.stop()
    assert not server.is_running()

    again = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    assert ask(again, "select naam from gezin") == "Noor"
    again.stop()


def test_listens_on_its_socket_alone(folder):
    server = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    assert ask(server, "show listen_addresses") == ""
    assert oct(server.socket.stat().st_mode & 0o777) == "0o700"
    server.stop()


def test_sorts_alike_on_every_version(folder):
    server = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    order = ask(server, "select string_agg(naam, ' ' order by naam) from unnest(array['b', 'Zoë', 'a']) naam")
    assert order == "Zoë a b"
    server.stop()


def test_a_second_launcher_uses_the_running_server_and_leaves_it(folder):
    first = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    second = EmbeddedPostgres(folder, server_settings=THROW_AWAY).start()
    assert second.process is None
    second.stop()
    assert first.is_running()
    first.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent is gone")
def test_a_killed_launcher_takes_the_server_along(folder):
    launcher = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE)
    assert launcher.stdout and launcher.stdout.readline() == b"ready\n"
    server = EmbeddedPostgres(folder)
    assert server.is_running()

    launcher.send_signal(signal.SIGKILL)
    launcher.communicate()
    deadline = time.monotonic() + 10
    while server.is_running() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not server.is_running()


def test_a_deep_folder_gets_a_short_socket(folder):
    server = EmbeddedPostgres(folder / ("diep" * 25))
    assert len(os.fsencode(server.socket)) <= MAX_SOCKET_FOLDER


def test_says_so_when_there_is_no_postgres(monkeypatch, tmp_path):
    monkeypatch.setenv("RONDETAFEL_PG_BIN", str(tmp_path))
    with pytest.raises(NoPostgres, match="RONDETAFEL_PG_BIN"):
        find_programs()


def test_shows_the_log_when_it_does_not_start(folder):
    server = EmbeddedPostgres(folder, server_settings=["no_such_setting=1"])
    with pytest.raises(NoPostgres, match="no_such_setting"):
        server.start()
