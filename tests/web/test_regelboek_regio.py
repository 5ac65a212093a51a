"""The rule book of a region shows its own numbers, and the documents they come from."""

from datetime import date
from pathlib import Path

import pytest

from rondetafel.regels.catalogus import read_map, use_regio
from rondetafel.web.regelboek import boek
from rondetafel.web.regelboek.documenten import all_documenten

REGIO = Path(__file__).parents[1] / "regels" / "regio"
LIJST = """# Bronnen

## regioplan-2025

- Titel: Regioplan jeugdhulp
- Datum: 2025
- Uitgever: Regio Verzonnen
- Adres: niet openbaar
"""


@pytest.fixture
def folder(tmp_path, settings):
    for path in REGIO.glob("*.toml"):
        text = path.read_text(encoding="utf-8").replace(
            'document = "rondetafel"', 'document = "regioplan-2025"', 1
        )
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    settings.CATALOGUS = str(tmp_path)
    use_regio(read_map(tmp_path))
    forget()
    yield tmp_path
    use_regio(())
    forget()


def forget():
    all_documenten.cache_clear()
    boek._build.cache_clear()


def maximum():
    (samen,) = [
        blad for blad in boek.book_on(date(2026, 1, 1)).producten if blad.product.naam == "Samen groeien"
    ]
    return next(een for een in samen.getallen if een.getal.veld == "maximum_maanden")


def test_its_number_with_its_document(folder):
    (folder / "bronnen.md").write_text(LIJST, encoding="utf-8")

    assert maximum().getal.waarde == "9 maanden"
    assert maximum().vindplaats.document.titel == "Regioplan jeugdhulp"


def test_a_document_that_is_not_listed_has_its_code(folder):
    document = maximum().vindplaats.document

    assert (document.titel, document.datum, document.adres) == ("regioplan-2025", "onbekend", "")
