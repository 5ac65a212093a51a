"""How does the thing that is measured run? Gunicorn as in production, and what /proc says of its workers."""

import json
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from bench.klant import Gemeten, Klant, Opdracht, as_json
from rondetafel.platform.mappen import BASE_DIR
from rondetafel.platform.postgres import die_with_parent
from rondetafel.platform.serveren import THREADS, WORKERS

START_SECONDS, STOP_SECONDS = 30, 10
TICKS = os.sysconf("SC_CLK_TCK")


class MetingMislukt(Exception):
    """A page did not answer as it should; measuring on would measure something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running web server."""

    poort: int
    meester: int

    def workers(self) -> list[int]:
        """The process numbers of the workers, the children of the master."""
        return [int(pid) for pid in _proc(self.meester, f"task/{self.meester}/children").split()]

    def cpu_seconds(self) -> float:
        """Processor time of all workers so far, in user and in system mode."""
        # Fields 14 and 15 of proc(5); the name of the process, in brackets, may hold spaces.
        velden = [_proc(pid, "stat").rpartition(") ")[2].split() for pid in self.workers()]
        return sum(int(veld[11]) + int(veld[12]) for veld in velden) / TICKS

    def memory_mb(self) -> float:
        """The resident memory of a worker, the median of all."""
        regels = [_proc(pid, "status").partition("VmRSS:")[2].split()[0] for pid in self.workers()]
        return statistics.median(int(kilobytes) for kilobytes in regels) / 1024

    def ask(self, klanten: list[Klant], *, verzoeken: int) -> Gemeten:
        """Let clients in a process of their own ask for pages.

        :raises MetingMislukt: when an answer was not the expected one.
        """
        opdracht = Opdracht(poort=self.poort, verzoeken=verzoeken, klanten=klanten)
        done = subprocess.run(
            [sys.executable, "-m", "bench.klant"],
            cwd=BASE_DIR,
            input=as_json(opdracht),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise MetingMislukt(done.stderr)
        gemeten = Gemeten(**json.loads(done.stdout))
        if gemeten.fouten:
            raise MetingMislukt(", ".join(gemeten.fouten[:5]))
        return gemeten


@contextmanager
def start_server(module: str, *, path: str, env: Mapping[str, str]) -> Iterator[Server]:
    """Run a WSGI application with as many workers and threads as in production; ready when `path` answers.

    :raises MetingMislukt: when it does not answer in time.
    """
    poort = _free_port()
    words = [
        *(sys.executable, "-m", "gunicorn", module, "--bind", f"127.0.0.1:{poort}"),
        *("--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--no-control-socket", "--log-level", "warning"),
    ]
    process = subprocess.Popen(  # noqa: S603 - our own words
        words, cwd=BASE_DIR, env=os.environ | env, preexec_fn=die_with_parent
    )
    try:
        _await(poort, path, process)
        yield Server(poort=poort, meester=process.pid)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()


def _proc(pid: int, name: str) -> str:
    return (Path("/proc") / str(pid) / name).read_text()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(poort: int, path: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        connection = HTTPConnection("127.0.0.1", poort, timeout=5)
        try:
            connection.request("GET", path)
            if connection.getresponse().status < 500:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise MetingMislukt(f"{path} antwoordt niet op poort {poort}")
