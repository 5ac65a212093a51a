"""The catalogue of a day, and files that are refused by name."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rondetafel.regels.catalogus import (
    MAP,
    Onbekend,
    Versie,
    all_versies,
    catalogue_on,
    combine_versies,
    read_map,
    read_versie,
)
from rondetafel.regels.product import Eenheid
from rondetafel.regels.tomltabel import CatalogusFout

VANDAAG = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("code", "aantal", "eenheid"),
    [
        pytest.param("dossier-doorsturen", 5, "werkdagen", id="dossier"),
        pytest.param("kernteam-bespreken", 1, "weken", id="kernteam"),
        pytest.param("brief-van-aanbod", 5, "werkdagen", id="brief-van-aanbod"),
        pytest.param("acute-vraag", 24, "uren", id="acuut"),
        pytest.param("evaluatie", 3, "maanden", id="evaluatie"),
        pytest.param("doelen-vaststellen", 6, "weken", id="doelen"),
        pytest.param("verlenging-vragen", 8, "weken", id="verlenging"),
    ],
)
def test_norms(code, aantal, eenheid):
    norm = catalogue_on(VANDAAG).norm(code)

    assert (norm.aantal, norm.eenheid) == (aantal, eenheid)


def test_a_code_that_is_not_there_is_named_with_the_versions():
    catalogus = catalogue_on(VANDAAG)

    with pytest.raises(
        Onbekend,
        match="'paardrijden' staat niet in eigen-termijnen-2026, keuzes-2023-04-17, normen-2020, produ",
    ):
        catalogus.product("paardrijden")
    with pytest.raises(Onbekend, match="'paardrijden'"):
        catalogus.norm("paardrijden")


def test_a_day_before_the_first_version_gets_the_first():
    assert catalogue_on(date(2014, 12, 31)).versies == (
        "eigen-termijnen-2026",
        "keuzes-2023-04-17",
        "normen-2020",
        "productportfolio-2023-04-17",
        "wettelijke-termijnen-2015",
    )


DOCUMENTEN = {"productportfolio-2023-04-17": date(2023, 4, 17), "jeugdwet": date(2015, 1, 1)}


@pytest.mark.parametrize("versie", read_map(MAP), ids=lambda versie: versie.naam)
def test_a_version_holds_no_term_of_a_later_document(versie):
    """A file of 2020 says what held in 2020; how long beforehand to warn is our own choice in each of them."""
    genoemd = {norm.bron.document for norm in versie.normen}

    assert [een for een in genoemd if DOCUMENTEN.get(een, date.min) > versie.geldig_vanaf] == []
    assert versie.reeks == "eigen" or "rondetafel" not in genoemd


OUD = Versie(
    naam="normen-1", reeks="normen", geldig_vanaf=date(2020, 1, 1), producten=(), normen=(), keuzes=()
)
NIEUW = Versie(
    naam="normen-2", reeks="normen", geldig_vanaf=date(2024, 1, 1), producten=(), normen=(), keuzes=()
)
PRODUCTEN = Versie(
    naam="portfolio-1",
    reeks="productportfolio",
    geldig_vanaf=date(2023, 1, 1),
    producten=(),
    normen=(),
    keuzes=(),
)


@pytest.mark.parametrize(
    ("datum", "versies"),
    [
        pytest.param(date(2019, 12, 31), ("normen-1", "portfolio-1"), id="voor-alles"),
        pytest.param(date(2023, 12, 31), ("normen-1", "portfolio-1"), id="laatste-dag-oud"),
        pytest.param(date(2024, 1, 1), ("normen-2", "portfolio-1"), id="eerste-dag-nieuw"),
    ],
)
def test_of_each_series_the_newest_that_had_begun(datum, versies):
    assert combine_versies((NIEUW, PRODUCTEN, OUD), datum).versies == versies


TEKST = """\
reeks = "productportfolio"
document = "rondetafel"
geldig_vanaf = 2024-01-01
voorzieningen = ["buurt"]

[voor_elk_product.rto_nodig]
waarde = true
plek = "ADR 0013: regels en getallen"
regel = "Zonder RTO geen verlenging"

[[product]]
code = "groep"
naam = "Groep"
soort = "begeleiding"
kwadrant = "K3"
eenheid = "dagdeel"
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.einddatum_nodig]
waarde = true
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.maximum_maanden]
waarde = 6
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.groepsgroottes]
waarde = [4, 6]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.papieren_einde]
waarde = ["eindverslag"]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[[product.voorrang]]
code = "buurt"
naam = "De buurt"
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[[product]]
code = "alleen"
naam = "Alleen"
soort = "begeleiding"
kwadrant = "K3"
hoofdproduct = "groep"
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.einddatum_nodig]
waarde = true
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[product.gemiddelde_minuten]
waarde = [30, 90]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[[product.voorrang]]
code = "groep"
naam = "Groep"
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[voor_elk_product.regime]
waarde = "jeugdwet"
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[voor_elk_product.papieren_start]
waarde = ["akkoord-zorg"]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[voor_elk_product.papieren_verlenging]
waarde = ["evaluatie"]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"

[voor_elk_product.papieren_einde]
waarde = ["stop-zorg"]
plek = "ADR 0013: regels en getallen"
regel = "Verzonnen"
"""


def write(tmp_path: Path, old: str = "", new: str = "") -> Path:
    assert old in TEKST
    path = tmp_path / "kapot.toml"
    path.write_text(TEKST.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_text_that_is_broken_below_can_be_read(tmp_path):
    groep, alleen = read_versie(write(tmp_path)).producten

    assert (groep.rto_nodig, alleen.rto_nodig) == (groep.rto_nodig, groep.rto_nodig)
    assert (groep.hoofdproduct, alleen.hoofdproduct) == ("", "groep")
    assert (groep.eenheid, alleen.eenheid) == (Eenheid.DAGDEEL, None)
    assert (groep.gemiddelde_minuten, alleen.gemiddelde_minuten and alleen.gemiddelde_minuten.waarde) == (
        None,
        (30, 90),
    )


@pytest.mark.parametrize(
    ("old", "new", "melding"),
    [
        pytest.param("reeks =", "reeks", "kapot.toml: het bestand: is geen TOML", id="geen-toml"),
        pytest.param('"productportfolio"', '"prijzen"', "regel 1: reeks: is 'prijzen', verwacht", id="reeks"),
        pytest.param("geldig_vanaf = 2024-01-01", "", "regel 1: geldig_vanaf: ontbreekt", id="mist"),
        pytest.param("_product.regime]", "_product.wet]", "regime: ontbreekt", id="geen-wet"),
        pytest.param(
            "_product.papieren_verlenging]",
            "_product.papier]",
            "papieren_verlenging: ontbreekt",
            id="papieren",
        ),
        pytest.param(
            "2024-01-01", '"morgen"', "regel 3: geldig_vanaf: is 'morgen', verwacht date", id="datum"
        ),
        pytest.param(
            "waarde = 6",
            "waarde = true",
            r"regel 26: product\[0\].maximum_maanden.waarde: is True",
            id="soort",
        ),
        pytest.param("waarde = 6", "waarde = -6", "regel 26: .*maximum_maanden.waarde: is -6", id="negatief"),
        pytest.param('naam = "Groep"', 'naam = ""', r"regel 13: product\[0\].naam: is leeg", id="leeg"),
        pytest.param('"dagdeel"', '"uur"', r"regel 16: product\[0\].eenheid: is 'uur'", id="eenheid"),
        pytest.param(
            "waarde = 6", "waarde = 6\nextra = 1", "regel 27: .*extra: is hier onbekend", id="te-veel"
        ),
        pytest.param(
            "naam =", "bijnaam = 'x'\nnaam =", "regel 13: .*bijnaam: is hier onbekend", id="bijnaam"
        ),
        pytest.param("reeks =", "soort = 'x'\nreeks =", "regel 1: soort: is hier onbekend", id="kop"),
        pytest.param(
            'code = "alleen"',
            'code = "groep"',
            r"regel 47: product\[1\].code: 'groep' staat er twee",
            id="dubbel",
        ),
        pytest.param(
            'hoofdproduct = "groep"',
            'hoofdproduct = "g"',
            "regel 51: .*hoofdproduct: is 'g'",
            id="hoofdproduct",
        ),
        pytest.param(
            'code = "buurt"',
            'code = "burt"',
            r"regel 41: .*voorrang\[0\].code: 'burt' is geen",
            id="voorrang",
        ),
        pytest.param(
            '["eindverslag"]', '["brief"]', "regel 36: .*waarde: is 'brief', verwacht een", id="papier"
        ),
        pytest.param("[4, 6]", "[4, 0]", "regel 31: .*verwacht een lijst van getallen boven nul", id="nul"),
        pytest.param("[4, 6]", "[6, 4]", "regel 31: .*verwacht getallen die oplopen", id="volgorde"),
        pytest.param("[30, 90]", "[30]", "regel 61: .*verwacht twee getallen", id="bereik"),
        pytest.param(
            "waarde = true", "waarde = 1", "regel 7: voor_elk_product.rto_nodig.waarde: is 1", id="voor-elk"
        ),
        pytest.param(
            "[voor_elk_product.rto_nodig]", "[voor_elk_product.rto]", "regel 11: .*rto_nodig: ontb", id="rto"
        ),
    ],
)
def test_a_malformed_file_is_refused_by_file_line_and_key(tmp_path, old, new, melding):
    with pytest.raises(CatalogusFout, match=melding):
        read_versie(write(tmp_path, old, new))


def test_rows_are_tables(tmp_path):
    path = tmp_path / "kapot.toml"
    path.write_text('reeks = "normen"\ndocument = "x"\ngeldig_vanaf = 2020-01-01\nnorm = [1]\n')

    with pytest.raises(CatalogusFout, match="norm: is geen lijst van tabellen"):
        read_versie(path)


def write_part(folder: Path, name: str, *lines: str) -> None:
    folder.mkdir(exist_ok=True)
    text = "\n".join(['document = "rondetafel"', *lines])
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "melding"),
    [
        pytest.param(
            ['reeks = "normen"', "geldig_vanaf = 2025-01-01"],
            "tweede.toml, regel 3: geldig_vanaf: is 2025-01-01, en in deze map 2024-01-01",
            id="andere-dag",
        ),
        pytest.param(
            ['reeks = "keuzes"', "geldig_vanaf = 2024-01-01"],
            "tweede.toml, regel 2: reeks: is 'keuzes', en in deze map 'normen'",
            id="andere-reeks",
        ),
    ],
)
def test_files_of_one_folder_are_one_version(tmp_path, lines, melding):
    write_part(tmp_path / "normen-1", "eerste", 'reeks = "normen"', "geldig_vanaf = 2024-01-01")
    assert read_versie(tmp_path / "normen-1").naam == "normen-1"

    write_part(tmp_path / "normen-1", "tweede", *lines)
    with pytest.raises(CatalogusFout, match=melding):
        read_versie(tmp_path / "normen-1")


def test_a_folder_without_files_is_refused(tmp_path):
    with pytest.raises(CatalogusFout, match="de map: bevat geen bestand dat op .toml eindigt"):
        read_versie(tmp_path)


def test_a_folder_without_a_catalogue_is_refused(tmp_path):
    with pytest.raises(CatalogusFout, match="de map: bevat geen catalogus"):
        read_map(tmp_path)


@pytest.mark.parametrize("versie", all_versies(), ids=lambda versie: versie.naam)
def test_every_version_is_named_after_its_series(versie):
    assert versie.naam.startswith(versie.reeks)
    assert versie.geldig_vanaf <= VANDAAG + timedelta(days=365)
