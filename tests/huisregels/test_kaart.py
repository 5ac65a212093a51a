"""The drawn map: the same code gives the same pages, and docs/kaart holds the pages of today."""

import pytest

from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.platform.kaart import DOCS, check, regels, write_kaart
from rondetafel.platform.kaart.lezen import first_sentence
from rondetafel.platform.kaart.opmaak import table
from rondetafel.platform.kaart.tabellen import own_models
from rondetafel.toegang.rechten import Recht
from tests.regels.test_bronnen import is_adr, listed


def test_docs_are_up_to_date():
    assert check(DOCS) == [], "Teken de kaart opnieuw: python3 run.py kaart"


def test_what_is_drawn_is_up_to_date(tmp_path):
    write_kaart(tmp_path)

    assert check(tmp_path) == []


def test_a_page_that_differs_lacks_or_is_left_over_is_found(tmp_path):
    write_kaart(tmp_path)
    (tmp_path / "kaart/kamers.md").write_text("met de hand veranderd")
    (tmp_path / "avg/dpia-tabellen.md").unlink()
    (tmp_path / "kaart/oud.md").touch()

    assert check(tmp_path) == ["avg/dpia-tabellen.md", "kaart/kamers.md", "kaart/oud.md"]

    write_kaart(tmp_path)

    assert check(tmp_path) == []


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kaart")
    write_kaart(folder)
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("kaart/*.md")}


def test_map_is_complete(pages):
    assert [recht for recht in Recht if f"| `{recht.value}` |" not in pages["rechten"]] == []
    assert [een for een in Gebeurtenis if f"| `{een.value}` |" not in pages["gebeurtenissen"]] == []
    assert [model for model in own_models() if f"(`{model._meta.db_table}`)" not in pages["tabellen"]] == []


def test_every_bron_of_every_room_names_a_listed_document():
    """The same sources as the list knows, as the map reads them from all rooms and from the catalogue."""
    documenten = listed()
    found = {*regels.in_code(), *regels.in_catalogus()}

    assert found
    assert [
        een
        for een in found
        if een.plek not in documenten.get(een.document, set()) and not is_adr(een.document, een.plek)
    ] == []


def test_first_sentence():
    assert first_sentence("May this?  Yes,\nit may. Or not.\n\nMore.") == "May this?"
    assert first_sentence("Only this") == "Only this"
    assert first_sentence(None) == ""


def test_a_cell_breaks_no_row():
    assert table(["a"], [["x|y\nz"]]) == "| a |\n|---|\n| x\\|y z |"
