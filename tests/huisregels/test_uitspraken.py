"""Where does every statement of the sources live? Each number stands once, each named place exists."""

import ast
import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from django.apps import apps

from rondetafel.regels.catalogus import Onbekend, catalogue_on
from rondetafel.regels.regelboek import all_regels
from rondetafel.regels.uitspraken import (
    TEGENSPRAKEN,
    UITSPRAKEN,
    Plaats,
    Soort,
    Woning,
    all_tegenspraken,
    all_uitspraken,
    uitspraken_in,
    uitspraken_of,
)
from tests.huisregels.broncode import ROOT

PAKKET = ROOT / "rondetafel"
HOOGSTENS = 200

# The numbers of what can be checked in four documents and in the lead times of a fifth. What is left out
# tells of a form, a role, a step outside the intake, or a principle.
NUMMERS = {
    Soort.VOORWAARDE: (
        "4 8 9 11 19 24 32 35 37-41 46-48 50 51 65-70 73 76 81-101 108 112 114-121 123 125 130-134 138-140 "
        "143 144 148-151 153 156-159 161 162 164-168 171-174 176 180 183-188 190-197 203 209 213-215 220 "
        "222-230 235 237 238 240-250 259-261 263-268 270 271 273 276-278 280 281 283 285-287 289 290 295-300 "
        "302-331 338-340 342 350 351 353 423 462 463"
    ),
    Soort.TERMIJN: (
        "77 128 129 141 142 147 160 169 170 175 177-179 198-200 204 210 211 216 217 232 233 256 458-460 465"
    ),
    Soort.GETAL: "78-80 124 126 201 202 231 234 336",
}
# H4 and R1 are no clash but a gap: a colour that carried meaning is lost, and what no source says was met here.
TEGENSPRAAKNUMMERS = [*(f"F{nummer}" for nummer in range(1, 41)), "H4", "R1"]


def spread(nummers: str) -> Iterator[int]:
    for deel in nummers.split():
        eerste, _, laatste = deel.partition("-")
        yield from range(int(eerste), int(laatste or eerste) + 1)


def waar_found() -> Iterator[tuple[str, Plaats]]:
    for een in (*all_uitspraken(), *all_tegenspraken()):
        for plaats in een.waar:
            yield str(een.nummer), plaats


def is_regel(naam: str) -> bool:
    return naam in {regel.code for regel in all_regels()}


def is_in_catalogus(naam: str) -> bool:
    """A code of the newest catalogue with a field that holds something; a norm and a keuze may share one."""
    code, _, veld = naam.rpartition(".")
    catalogus = catalogue_on(date.max)
    for find in (catalogus.product, catalogus.norm, catalogus.keuze):
        try:
            rij = find(code)
        except Onbekend:
            continue
        if getattr(rij, veld, None) not in (None, "", ()):
            return True
    return False


@cache
def grenzen() -> frozenset[str]:
    return frozenset(grens.name for model in apps.get_models() for grens in model._meta.constraints)


@cache
def names_in(path: str) -> frozenset[str]:
    """What a file makes: functions, classes and names with a value."""
    if not (PAKKET / path).is_file():
        return frozenset()
    namen = set()
    for node in ast.parse((PAKKET / path).read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=naam) | ast.ClassDef(name=naam):
                namen.add(naam)
            case ast.Assign(targets=[ast.Name(id=naam)]) | ast.AnnAssign(target=ast.Name(id=naam)):
                namen.add(naam)
    return frozenset(namen)


def is_code(naam: str) -> bool:
    path, _, name = naam.partition(":")
    return name in names_in(path)


def is_scherm(naam: str) -> bool:
    return any(PAKKET.glob(f"*/templates/{naam}"))


def is_in_handboek(naam: str) -> bool:
    bladzijde, _, kop = naam.partition("#")
    path = ROOT / f"docs/handboek/{bladzijde}.md"
    return path.is_file() and kop in re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)


BESTAAT = {
    Woning.REGEL: is_regel,
    Woning.CATALOGUS: is_in_catalogus,
    Woning.GRENS: lambda naam: naam in grenzen(),
    Woning.CODE: is_code,
    Woning.SCHERM: is_scherm,
    Woning.HANDBOEK: is_in_handboek,
    Woning.NIET: lambda reden: bool(reden.strip()),
}


@pytest.mark.parametrize("soort", Soort)
def test_every_statement_stands_once(soort):
    found = [een.nummer for een in all_uitspraken() if een.soort is soort]

    assert found == list(spread(NUMMERS[soort]))


def test_every_contradiction_stands_once():
    assert [een.nummer for een in all_tegenspraken()] == TEGENSPRAAKNUMMERS


def test_both_lists_are_in_order_and_well_formed():
    nummers = [een.nummer for een in all_uitspraken()]

    assert nummers == sorted(nummers)
    for path in (UITSPRAKEN, TEGENSPRAKEN):
        with path.open(encoding="utf-8", newline="") as bestand:
            breedte = {len(rij) for rij in csv.reader(bestand, strict=True)}
        assert breedte == {6}


@pytest.mark.parametrize("woning", Woning)
def test_every_named_place_exists(woning):
    missing = {
        f"{nummer}: {plaats.naam}"
        for nummer, plaats in waar_found()
        if plaats.woning is woning and not BESTAAT[woning](plaats.naam)
    }

    assert missing == set()


@pytest.mark.parametrize("plaats", ["regel:verzonnen", "catalogus:logeren.kleur", "grens:verzonnen"])
def test_a_place_that_does_not_exist_is_found(plaats):
    woning, _, naam = plaats.partition(":")

    assert not BESTAAT[Woning(woning)](naam)


def test_what_lives_nowhere_lives_nowhere_else():
    half = {
        een.nummer
        for een in (*all_uitspraken(), *all_tegenspraken())
        if len(een.waar) > 1 and any(plaats.woning is Woning.NIET for plaats in een.waar)
    }

    assert half == set()


def test_a_rule_of_the_book_is_named_as_a_rule():
    """What stands in the rule book is named by its code there, so that the page can lead to it."""
    in_boek = {regel.waar.removeprefix("rondetafel.") for regel in all_regels()}
    as_code = {
        f"{nummer}: {plaats.naam}"
        for nummer, plaats in waar_found()
        if plaats.woning is Woning.CODE and plaats.naam.replace("/", ".").replace(".py:", ".") in in_boek
    }

    assert as_code == set()


def test_our_own_words_are_short():
    teksten = [een.tekst for een in all_uitspraken()] + [een.kern for een in all_tegenspraken()]
    teksten += [plaats.naam for _nummer, plaats in waar_found()]

    assert [tekst for tekst in teksten if not 0 < len(tekst) <= HOOGSTENS] == []


def test_every_choice_and_decision_exists():
    keuzes = catalogue_on(date.max).keuzes
    missing = {een.nummer for een in all_tegenspraken() if een.keuze and een.keuze not in keuzes}
    missing |= {
        een.nummer
        for een in all_tegenspraken()
        if een.adr and not any(ROOT.glob(f"docs/adr/{een.adr:04d}-*.md"))
    }

    assert missing == set()


def test_a_choice_and_its_contradictions_name_each_other():
    by_keuze = {(een.keuze, een.nummer, een.adr) for een in all_tegenspraken() if een.keuze}
    by_catalogus = {
        (keuze.code, nummer, keuze.adr)
        for keuze in catalogue_on(date.max).keuzes.values()
        for nummer in keuze.tegenspraken
    }

    assert by_keuze == by_catalogus


def test_every_rule_names_contradictions_that_exist():
    unknown = {
        f"{regel.code}: {nummer}"
        for regel in all_regels()
        for nummer in regel.tegenspraken
        if nummer not in TEGENSPRAAKNUMMERS
    }

    assert unknown == set()


def test_contradictions_name_statements_that_are_listed():
    """A number of these documents that is not in the list is a role, a form or a step: it has no row."""
    listed = {een.nummer for een in all_uitspraken()}
    named = {nummer for een in all_tegenspraken() for nummer in een.uitspraken}

    assert len(named & listed) > len(named) / 2
    assert all(een.uitspraken for een in all_tegenspraken())


def test_statements_are_found_by_document_and_by_rule():
    documenten = {een.document for een in all_uitspraken()}
    assert sum(len(uitspraken_of(naam)) for naam in documenten) == len(all_uitspraken())
    for een in all_uitspraken():
        for plaats in een.waar:
            if plaats.woning is Woning.REGEL:
                assert een in uitspraken_in(plaats.naam)
