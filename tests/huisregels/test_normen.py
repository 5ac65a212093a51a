"""The ledgers of norms: every line is judged, and what is called ok names a test that exists."""

import ast
from collections import Counter
from functools import cache

import pytest

from rondetafel.platform.kaart.normen import NORMEN, STANDEN, read
from tests.huisregels.broncode import ROOT

# How many lines each norm has, by level; ASVS counts 345.
AANTALLEN = {"asvs-5.0.csv": {"1": 70, "2": 183, "3": 92}, "digid.csv": {"": 21}}


@cache
def names_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def exists(toets):
    path, _, name = toets.partition("::")
    return (ROOT / path).is_file() and name.startswith("test_") and name in names_in(path)


def objections(eis):
    if not eis.onderwerp.strip() or eis.stand not in STANDEN:
        yield "geen onderwerp of geen geldige stand"
    yield from (f"bestaat niet: {toets}" for toets in eis.toets.split() if not exists(toets))
    if eis.stand == "ok" and not eis.toets:
        yield "ok zonder toets"
    if eis.stand != "ok" and not eis.opmerking:
        yield "open en nvt zeggen waarom"
    if eis.stand == "nvt" and eis.toets:
        yield "wat niet geldt, heeft geen toets"


@pytest.mark.parametrize("norm", NORMEN, ids=lambda norm: norm.bestand)
def test_every_line_is_judged_and_shown(norm):
    found = {eis.nummer: list(objections(eis)) for eis in read(norm)}

    assert {nummer: bezwaren for nummer, bezwaren in found.items() if bezwaren} == {}


@pytest.mark.parametrize("norm", NORMEN, ids=lambda norm: norm.bestand)
def test_every_number_stands_once(norm):
    twice = [nummer for nummer, count in Counter(eis.nummer for eis in read(norm)).items() if count > 1]

    assert twice == []


@pytest.mark.parametrize("bestand", AANTALLEN)
def test_the_norm_is_complete(bestand):
    norm = next(norm for norm in NORMEN if norm.bestand == bestand)

    assert Counter(eis.niveau for eis in read(norm)) == AANTALLEN[bestand]
