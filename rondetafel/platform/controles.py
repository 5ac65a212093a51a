"""Is it right? The checks that guard style, types, layers, tables and behaviour, and what can mend itself."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rondetafel.platform.mappen import BASE_DIR
from rondetafel.platform.opdrachten import parser

CODE = ["rondetafel", "tests", "bench", "run.py"]
TEMPLATES = "rondetafel"
PYTHON = [sys.executable, "-m"]
SETTINGS = {"DJANGO_SETTINGS_MODULE": "rondetafel.platform.settings_test"}

CHECKS = {
    "stijl": [*PYTHON, "ruff", "check", *CODE],
    "opmaak": [*PYTHON, "ruff", "format", "--check", *CODE],
    "typen": [*PYTHON, "mypy"],
    "lagen": [str(Path(sys.executable).with_name("lint-imports"))],
    "sjablonen": [*PYTHON, "djlint", TEMPLATES, "--lint", "--quiet"],
    "migraties": [*PYTHON, "django", "makemigrations", "--check", "--dry-run"],
    "kaart": [*PYTHON, "rondetafel", "kaart", "--controleer"],
}
MENDS = {
    "stijl": [*PYTHON, "ruff", "check", "--fix", *CODE],
    "opmaak": [*PYTHON, "ruff", "format", *CODE],
}


def check(words: Sequence[str]) -> int:
    """Run every check and then the tests; goes on after a failure, so that one run shows them all."""
    options = parser("check")
    options.add_argument("--zonder-tests", action="store_true", help="alleen wat zonder draaien te zien is")
    chosen = options.parse_args(words)
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    if not chosen.zonder_tests and test([]):
        failed.append("tests")
    print(f"Niet goed: {', '.join(failed)}" if failed else "Alles is goed.", flush=True)
    return bool(failed)


def fix(words: Sequence[str]) -> int:
    """Mend style and layout as far as a program can."""
    parser("fix").parse_args(words)
    return not all([_passes(name, command) for name, command in MENDS.items()])


def test(words: Sequence[str]) -> int:
    """Run pytest on all processors, or with the given words just as they are."""
    choices = list(words) or ["-n", "auto", "--maxprocesses=4"]
    if not find_chromium():
        if os.environ.get("CI"):
            print("Chromium ontbreekt; in CI moeten ook de tests in de browser draaien.", flush=True)
            return 1
        print("Chromium ontbreekt: de tests in de browser (tests/browser) worden overgeslagen.")
        print("Zo draaien ze wel: apt-get install chromium", flush=True)
        choices += ["-m", "not browser"]
    return subprocess.run([*PYTHON, "pytest", *choices], cwd=BASE_DIR).returncode


def mutations(words: Sequence[str]) -> int:
    """Take every right, policy and context call away in turn; a test has to turn red each time."""
    parser("mutaties").parse_args(words)
    return subprocess.run([*PYTHON, "tests.mutaties"], cwd=BASE_DIR).returncode


def bench(words: Sequence[str]) -> int:
    """Measure the pages with the programs in bench/, which are no part of the app."""
    return subprocess.run([*PYTHON, "bench", *(words or ["http"])], cwd=BASE_DIR).returncode


def find_chromium() -> str | None:
    """The Chromium to test with: RONDETAFEL_CHROMIUM, else the one of this machine."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("RONDETAFEL_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def _passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    done = subprocess.run(command, cwd=BASE_DIR, env=os.environ | SETTINGS, capture_output=True, text=True)
    print(
        f"{name:<10} {'goed' if done.returncode == 0 else 'FOUT':<5} {time.monotonic() - started:5.1f} s",
        flush=True,
    )
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0
