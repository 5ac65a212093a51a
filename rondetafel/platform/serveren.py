"""How does the whole app run on one machine? Database, tables, demo, jobs and web server, until Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from types import FrameType

from rondetafel.platform.database import open_database
from rondetafel.platform.gegevens import call, choose_demo, fill_demo, start_django, tell
from rondetafel.platform.gezond import PATH
from rondetafel.platform.mappen import VAR
from rondetafel.platform.opdrachten import parser
from rondetafel.platform.postgres import die_with_parent

START_SECONDS, STOP_SECONDS = 60, 10
WORKERS, THREADS = 2, 4
# Method and path, never the query string: it may hold a search for a name.
ACCESS_LOG = '{"at":"%(t)s","method":"%(m)s","path":"%(U)s","status":%(s)s,"ms":%(M)s}'

Part = subprocess.Popen[bytes]


def serve(words: Sequence[str]) -> int:
    """Run everything in the foreground; stops all of it at Ctrl-C, SIGTERM or when one part falls over."""
    options = parser("serve")
    options.add_argument("--poort", type=int, default=int(os.environ.get("RONDETAFEL_POORT", "8000")))
    options.add_argument("--adres", default="127.0.0.1", help="alleen deze machine, tenzij anders gezegd")
    chosen = options.parse_args(words)
    choose_demo()
    # Links in mails lead to the port that was chosen, unless the outside address is another one.
    os.environ.setdefault("RONDETAFEL_ADRES", f"http://localhost:{chosen.poort}")
    _require_free(chosen.adres, chosen.poort)
    for number in (signal.SIGTERM, signal.SIGINT):
        # SIGINT too: a shell that starts us in the background has made us deaf to it.
        signal.signal(number, _stop)
    started = time.monotonic()
    try:
        with open_database(VAR):
            persons = _prepare()
            with _parts(chosen.adres, chosen.poort) as parts:
                if _answers(chosen.adres, chosen.poort, parts):
                    _announce(chosen.poort, persons, time.monotonic() - started)
                    _watch(parts)
    except KeyboardInterrupt:
        tell("\nAlles is gestopt.")
        return 0
    tell("Een onderdeel is omgevallen; daarom is alles gestopt.")
    return 1


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _require_free(address: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            sys.exit(f"Poort {port} is al in gebruik. Kies een andere: python3 run.py serve --poort 8001")


def _prepare() -> list[tuple[str, str]]:
    from django.db import connections

    tell("De database draait.")
    start_django("eigenaar")
    call("migrate", "Tabellen bijgewerkt")
    call("collectstatic", "Stijl en lettertypen klaargezet", interactive=False)
    persons = fill_demo()
    # The rights of the eigenaar are needed no longer, so neither is its connection.
    connections.close_all()
    return persons


@contextmanager
def _parts(address: str, port: int) -> Iterator[list[Part]]:
    """The worker and the web server; on the way out both are asked to stop, and made to if they do not."""
    parts: list[Part] = []
    try:
        parts.append(_start("werker", ["-m", "django", "procrastinate", "worker"]))
        parts.append(_start("app", _gunicorn(address, port)))
        yield parts
    finally:
        for part in parts:
            part.terminate()
        for part in parts:
            try:
                part.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                part.kill()


def _start(role: str, words: list[str]) -> Part:
    # A session of its own: Ctrl-C reaches the launcher only, which then stops its parts in order.
    return subprocess.Popen(
        [sys.executable, *words],
        env=os.environ | {"RONDETAFEL_DATABASEROL": role},
        start_new_session=True,
        preexec_fn=die_with_parent,
    )


def _gunicorn(address: str, port: int) -> list[str]:
    quiet = os.environ.get("RONDETAFEL_DEMO") == "1"
    return [
        *("-m", "gunicorn", "rondetafel.platform.wsgi:application"),
        *("--bind", f"{address}:{port}", "--worker-class", "gthread"),
        *("--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--graceful-timeout", str(STOP_SECONDS // 2), "--no-control-socket"),
        *(
            ["--log-level", "warning"]
            if quiet
            else ["--access-logfile", "-", "--access-logformat", ACCESS_LOG]
        ),
    ]


def _answers(address: str, port: int, parts: list[Part]) -> bool:
    """Wait until the web server answers; False when it does not in time, or when a part has fallen over."""
    deadline = time.monotonic() + START_SECONDS
    while all(part.poll() is None for part in parts) and time.monotonic() < deadline:
        connection = HTTPConnection(address, port, timeout=2)
        try:
            connection.request("GET", PATH, headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return True
        except (OSError, HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    return False


def _announce(port: int, persons: list[tuple[str, str]], seconds: float) -> None:
    tell(f"\nRondetafel is klaar na {seconds:.0f} s:  http://localhost:{port}/")
    for label, email in persons:
        tell(f"  {label:<40} {email}")
    tell("Stoppen: Ctrl-C")


def _watch(parts: list[Part]) -> None:
    while all(part.poll() is None for part in parts):
        time.sleep(0.5)
