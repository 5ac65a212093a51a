"""The words of the command line, and what they say of themselves."""

import subprocess
import sys

import pytest

from rondetafel.platform.mappen import BASE_DIR
from rondetafel.platform.opdrachten import OPDRACHTEN, main, overview


def test_help_names_every_opdracht():
    assert all(f"  {name} " in overview() for name in OPDRACHTEN)


def test_help_needs_nothing_but_python():
    bare = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        "import sys; sys.path.insert(0, '.'); import rondetafel.__main__",
    ]
    done = subprocess.run([*bare, "help"], cwd=BASE_DIR, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Gebruik: python3 run.py" in done.stdout


def test_an_unknown_word_gets_the_list():
    with pytest.raises(SystemExit, match="bestaat niet"):
        main(["vlieg"])
