"""Which rooms are there, what stands in each, and how big has it grown?"""

import ast
from pathlib import Path

from django.conf import settings

from rondetafel.platform.kaart.lezen import PAKKET, first_sentence, parse, python_files
from rondetafel.platform.kaart.opmaak import pile, section, table

INLEIDING = """De kamers van kelder tot dak, met hun bestanden en hoe groot die zijn. Een kamer gebruikt alleen wat in
deze lijst boven haar staat. De zinnen komen uit de code en zijn daarom in het Engels."""

# These mean the same in every room, so they need no sentence of their own.
VAST = {
    "models.py": "tabellen, grenzen in de database en wie welke rijen ziet",
    "operations.py": "alles wat hier kan veranderen",
    "forms.py": "is het antwoord goed ingevuld?",
    "views.py": "de bladzijden",
    "urls.py": "de adressen",
}
# Lines of Python in a room: from here on it asks for another look, or to be split by noun.
KIJK, SPLITS = 1200, 1600
# Rules are many small files and platform is the ground; the size of a room says nothing about them.
NIET_GEWOGEN = {"regels", "platform"}


def render() -> str:
    """Every room with its sentence and its files, after one table with the sizes."""
    kamers = ["regels", *settings.ROOMS]
    maten = [_measure(kamer) for kamer in kamers]
    return pile(
        table(["kamer", "bestanden", "regels Python", "sjablonen", ""], maten),
        *(_room(kamer) for kamer in kamers),
    )


def _measure(kamer: str) -> tuple[object, ...]:
    files = python_files(PAKKET / kamer)
    total = sum(map(_length, files))
    oordeel = "splitsen" if total > SPLITS else "kijk nog eens" if total > KIJK else ""
    sjablonen = len([*(PAKKET / kamer).rglob("templates/**/*.html")])
    return f"[{kamer}](#{kamer})", len(files), total, sjablonen, "" if kamer in NIET_GEWOGEN else oordeel


def _room(kamer: str) -> str:
    folder = PAKKET / kamer
    rijen = [
        (path.relative_to(folder).as_posix(), _sentence(path), _length(path))
        for path in python_files(folder)
        if path.name != "__init__.py" or path.parent != folder
        if _length(path)
    ]
    uitleg = first_sentence(ast.get_docstring(parse(folder / "__init__.py")))
    return section(kamer, uitleg, table(["bestand", "waarvoor", "regels"], rijen) if rijen else "")


def _sentence(path: Path) -> str:
    return first_sentence(ast.get_docstring(parse(path))) or VAST.get(path.name, "")


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
