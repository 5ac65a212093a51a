"""The catalogue of a day, and files that are refused by name."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rondetafel.regels.catalogus import (
    MAP,
    Onbekend,
    Versie,
    catalogue_on,
    combine_versies,
    read_versie,
)
from rondetafel.regels.product import Eenheid, Kwadrant
from rondetafel.regels.tomltabel import CatalogusFout

PORTFOLIO = MAP / "productportfolio-2023-04-17.toml"
VANDAAG = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("code", "kwadrant", "eenheid", "maximum", "verlenging", "totaal"),
    [
        pytest.param("begeleiding-groep", Kwadrant.K3, Eenheid.DAGDEEL, 6, 3, None, id="begeleiding-groep"),
        pytest.param(
            "begeleiding-individueel", Kwadrant.K3, Eenheid.CONTACTMOMENT, 6, 3, None, id="begeleiding-ind"
        ),
        pytest.param("behandeling-groep", Kwadrant.K3, Eenheid.DAGDEEL, 10, 3, None, id="behandeling-groep"),
        pytest.param(
            "behandeling-individueel", Kwadrant.K3, Eenheid.CONTACTMOMENT, 10, 2, 12, id="behandeling-ind"
        ),
        pytest.param("logeren", Kwadrant.K3, Eenheid.ETMAAL, 3, None, None, id="logeren"),
        pytest.param("gebiedsteam", Kwadrant.K2, Eenheid.CONTACTMOMENT, None, None, None, id="gebiedsteam"),
    ],
)
def test_products_of_the_portfolio(code, kwadrant, eenheid, maximum, verlenging, totaal):
    product = catalogue_on(VANDAAG).product(code)
    getallen = (product.maximum_maanden, product.verlenging_maanden, product.totaal_maanden)

    assert (product.kwadrant, product.eenheid) == (kwadrant, eenheid)
    assert tuple(getal and getal.waarde for getal in getallen) == (maximum, verlenging, totaal)
    assert product.einddatum_nodig.waarde is (kwadrant is Kwadrant.K3)
    assert product.rto_nodig.waarde is (kwadrant is Kwadrant.K3)


@pytest.mark.parametrize(
    ("code", "aantal", "eenheid"),
    [
        pytest.param("dossier-doorsturen", 5, "werkdagen", id="dossier"),
        pytest.param("kernteam-bespreken", 7, "dagen", id="kernteam"),
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
        Onbekend, match="'paardrijden' staat niet in keuzes-2023-04-17, normen-2020, productportfolio"
    ):
        catalogus.product("paardrijden")
    with pytest.raises(Onbekend, match="'paardrijden'"):
        catalogus.norm("paardrijden")


def test_a_day_before_the_first_version_gets_the_first():
    assert catalogue_on(date(2015, 1, 1)).versies == (
        "keuzes-2023-04-17",
        "normen-2020",
        "productportfolio-2023-04-17",
    )


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


def write(tmp_path: Path, old: str, new: str) -> Path:
    text = PORTFOLIO.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "kapot.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "melding"),
    [
        pytest.param("reeks =", "reeks", "kapot.toml: het bestand: is geen TOML", id="geen-toml"),
        pytest.param(
            'reeks = "productportfolio"',
            'reeks = "prijzen"',
            "reeks: is 'prijzen', verwacht een van",
            id="reeks",
        ),
        pytest.param(
            "geldig_vanaf = 2023-04-17", "", "kapot.toml, regel 1: geldig_vanaf: ontbreekt", id="mist"
        ),
        pytest.param(
            "2023-04-17\n\n[[", '"morgen"\n\n[[', "geldig_vanaf: is 'morgen', verwacht date", id="datum"
        ),
        pytest.param(
            "waarde = 6", "waarde = true", "maximum_maanden.waarde: is True, verwacht int", id="soort"
        ),
        pytest.param("waarde = 6", "waarde = -6", "maximum_maanden.waarde: is -6", id="negatief"),
        pytest.param('naam = "Begeleiding groep"', 'naam = ""', r"product\[0\].naam: is leeg", id="leeg"),
        pytest.param(
            'eenheid = "dagdeel"', 'eenheid = "uur"', r"product\[0\].eenheid: is 'uur'", id="eenheid"
        ),
        pytest.param("plek = ", "plaats = ", r"product\[0\].plek: ontbreekt", id="geen-bron"),
        pytest.param("waarde = 6", "waarde = 6\nextra = 1", "extra: is hier onbekend", id="te-veel-in-getal"),
        pytest.param("naam =", "bijnaam = 'x'\nnaam =", "bijnaam: is hier onbekend", id="te-veel-in-product"),
        pytest.param(
            "reeks =", "soort = 'x'\nreeks =", "kapot.toml, regel 4: soort: is hier onbekend", id="te-veel"
        ),
        pytest.param(
            'code = "begeleiding-individueel"',
            'code = "begeleiding-groep"',
            "'begeleiding-groep' staat er twee keer in",
            id="dubbel",
        ),
    ],
)
def test_a_malformed_file_is_refused_by_file_and_key(tmp_path, old, new, melding):
    with pytest.raises(CatalogusFout, match=melding):
        read_versie(write(tmp_path, old, new))


def test_rows_are_tables(tmp_path):
    path = tmp_path / "kapot.toml"
    path.write_text('reeks = "normen"\ndocument = "x"\ngeldig_vanaf = 2020-01-01\nnorm = [1]\n')

    with pytest.raises(CatalogusFout, match="norm: is geen lijst van tabellen"):
        read_versie(path)


@pytest.mark.parametrize("path", sorted(MAP.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_named_after_its_series(path):
    versie = read_versie(path)

    assert path.stem.startswith(versie.reeks)
    assert versie.geldig_vanaf <= VANDAAG + timedelta(days=365)
