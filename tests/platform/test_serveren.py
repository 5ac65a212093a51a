"""Everything starts together and stops together."""

import os
import signal
import socket
import time

import pytest

from rondetafel.platform.serveren import serve
from tests.draaien import App, running_app

DATABASE = f"test_serveren_{os.environ.get('PYTEST_XDIST_WORKER', 'alleen')}"
ZONDER_DEMO = {"RONDETAFEL_DEMO": ""}


@pytest.fixture(scope="module")
def met_tabellen(tmp_path_factory):
    """A database that the app has been started on once, from nothing."""
    database = f"{DATABASE}_eerst"
    with running_app(tmp_path_factory.mktemp("eerst"), database=database, given=ZONDER_DEMO):
        pass
    return database


@pytest.fixture
def app(tmp_path, met_tabellen):
    with running_app(tmp_path, database=DATABASE, given=ZONDER_DEMO, like=met_tabellen) as started:
        yield started


def await_end(app: App) -> int:
    return app.process.wait(20)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_stop_leaves_nothing_running(app):
    children = app.children()
    assert len(children) == 2

    app.process.terminate()
    assert await_end(app) == 0
    assert not [pid for pid in children if is_alive(pid)]
    assert not app.answers()


def test_a_part_that_falls_over_stops_the_rest(app):
    worker, web = app.children()
    os.kill(worker, signal.SIGKILL)

    assert await_end(app) == 1
    assert not is_alive(web)
    assert "omgevallen" in app.output.read_text()


def test_a_killed_launcher_takes_its_parts_along(app):
    children = app.children()
    app.process.kill()
    app.process.wait()

    deadline = time.monotonic() + 20
    while any(map(is_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not [pid for pid in children if is_alive(pid)]


def test_a_taken_port_is_said_before_anything_starts():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SystemExit, match="al in gebruik"):
            serve(["--poort", str(taken.getsockname()[1])])
