"""The app as `run.py` runs it, in a process of its own, on a database of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from rondetafel.platform.database import URLS
from rondetafel.platform.gezond import PATH

START_SECONDS, STOP_SECONDS = 120, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """A running app: where it answers, its launcher and what it has said."""

    port: int
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def children(self) -> list[int]:
        """The process numbers of what the launcher started."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def answers(self) -> bool:
        connection = HTTPConnection("localhost", self.port, timeout=2)
        try:
            connection.request("GET", PATH)
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def running_app(
    folder: Path, *, database: str, given: Mapping[str, str], like: str = "template1"
) -> Iterator[App]:
    """Start the app on a fresh `database`, wait until it answers, and stop it afterwards.

    `like` names a database that the app has been started on before: making all tables costs most of a start.
    """
    port = _free_port()
    output = folder / "uitvoer.txt"
    with output.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "rondetafel", "serve", "--poort", str(port)],
            env=_environment(folder, database, like) | given,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    app = App(port=port, process=process, output=output)
    try:
        _await_answer(app)
        yield app
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(STOP_SECONDS)


def _environment(folder: Path, database: str, like: str) -> dict[str, str]:
    with psycopg.connect(os.environ["DATABASE_URL_EIGENAAR"], autocommit=True) as connection:
        connection.execute(f"drop database if exists {database} with (force)")
        connection.execute(f"create database {database} template {like}")
    urls = {name: make_conninfo(os.environ[name], dbname=database) for name, _ in URLS.values()}
    settings = {"DJANGO_SETTINGS_MODULE": "rondetafel.platform.settings", "RONDETAFEL_VAR": str(folder)}
    return os.environ | urls | settings


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_answer(app: App) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not app.answers():
        if app.process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"De app start niet:\n{app.output.read_text()[-3000:]}")
        time.sleep(0.2)
