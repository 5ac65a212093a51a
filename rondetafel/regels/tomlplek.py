"""On which line of a TOML file does a key stand? tomllib keeps no positions, and no reader on PyPI gives them."""

import re
import tomllib
from collections.abc import Iterator

Pad = tuple[str | int, ...]

KOP = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
SLEUTEL = re.compile(r"\s*([\w.-]+)\s*=")


def line_of(text: str, pad: Pad) -> int:
    """Return the line (from 1) of a key or of the head of a table; of what holds it when it is not there.

    Keys within one line, as in an inline table, have the line of that table.
    """
    regels: dict[Pad, int] = {}
    for gevonden, nummer in _walk(text.splitlines()):
        regels.setdefault(gevonden, nummer)
    return next((regels[pad[:diepte]] for diepte in range(len(pad), 0, -1) if pad[:diepte] in regels), 1)


def _walk(regels: list[str]) -> Iterator[tuple[Pad, int]]:
    aantallen: dict[Pad, int] = {}
    hier: Pad = ()
    nummer = 0
    while nummer < len(regels):
        kop, sleutel = KOP.match(regels[nummer]), SLEUTEL.match(regels[nummer])
        if kop:
            hier = _enter(kop[2], aantallen, is_lijst=kop[1] == "[[")
            # A table may stand only in the heads of what is inside it.
            yield from ((hier[:diepte], nummer + 1) for diepte in range(1, len(hier) + 1))
        elif sleutel:
            yield (*hier, *sleutel[1].split(".")), nummer + 1
            nummer = _last_line_of(regels, nummer)
        nummer += 1


def _enter(kop: str, aantallen: dict[Pad, int], *, is_lijst: bool) -> Pad:
    """Return the table that a head opens; a name of a list of tables stands for its last one."""
    pad: Pad = ()
    namen = kop.split(".")
    for diepte, naam in enumerate(namen, start=1):
        pad = (*pad, naam)
        if is_lijst and diepte == len(namen):
            aantallen[pad] = aantallen.get(pad, -1) + 1
        if pad in aantallen:
            pad = (*pad, aantallen[pad])
    return pad


def _last_line_of(regels: list[str], eerste: int) -> int:
    """A value may run over more lines: it has ended as soon as it can be read."""
    for laatste in range(eerste, len(regels)):
        try:
            tomllib.loads("\n".join(regels[eerste : laatste + 1]))
        except tomllib.TOMLDecodeError:
            continue
        return laatste
    return eerste
