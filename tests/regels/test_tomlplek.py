"""A key is found on its line: in every catalogue file, and in the shapes that TOML allows."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rondetafel.regels.tomlplek import Pad, line_of

PAKKET = Path(__file__).parents[2] / "rondetafel"
BESTANDEN = sorted(PAKKET.rglob("*.toml"))

TEXT = """\
reeks = "normen"
lijst = [
    "a = 1",
    "[b]",
]
tekst = '''
c = 2
[[norm]]
'''

[kop]
d.e = 3

[[norm]]
code = "een"  # [geen.kop]

[norm.deel]
waarde = 1

[[norm]]
code = "twee"
in_een = { f = 4 }

[[norm.lezing]]
code = "x"

[[norm.lezing]]
code = "y"
"""


def iter_keys(waarde: object, pad: Pad = ()) -> Iterator[Pad]:
    if isinstance(waarde, dict):
        for sleutel, binnen in waarde.items():
            yield (*pad, sleutel)
            yield from iter_keys(binnen, (*pad, sleutel))
    if isinstance(waarde, list):
        for nummer, binnen in enumerate(waarde):
            yield from iter_keys(binnen, (*pad, nummer))


@pytest.mark.parametrize("path", BESTANDEN, ids=lambda path: path.stem)
def test_every_key_of_a_file_is_found_where_it_is_written(path):
    text = path.read_text(encoding="utf-8")
    regels = text.splitlines()
    elders = [
        pad for pad in iter_keys(tomllib.loads(text)) if str(pad[-1]) not in regels[line_of(text, pad) - 1]
    ]

    assert elders == []


@pytest.mark.parametrize(
    ("pad", "regel"),
    [
        pytest.param(("reeks",), 1, id="sleutel"),
        pytest.param(("lijst",), 2, id="lijst"),
        pytest.param(("tekst",), 6, id="tekst-na-lijst"),
        pytest.param(("kop",), 11, id="kop"),
        pytest.param(("kop", "d", "e"), 12, id="met-punt"),
        pytest.param(("norm",), 14, id="rijen"),
        pytest.param(("norm", 0), 14, id="eerste-rij"),
        pytest.param(("norm", 0, "code"), 15, id="eerste-code"),
        pytest.param(("norm", 0, "deel", "waarde"), 18, id="deel"),
        pytest.param(("norm", 1, "code"), 21, id="tweede-code"),
        pytest.param(("norm", 1, "in_een", "f"), 22, id="binnen-de-regel"),
        pytest.param(("norm", 1, "lezing", 1, "code"), 28, id="rij-in-rij"),
        pytest.param(("norm", 1, "ontbreekt"), 20, id="ontbreekt-in-rij"),
        pytest.param(("ontbreekt",), 1, id="ontbreekt"),
    ],
)
def test_line_of(pad, regel):
    assert line_of(TEXT, pad) == regel
