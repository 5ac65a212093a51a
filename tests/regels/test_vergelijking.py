"""What a new version changes: which values, and which running akkoorden would stand differently."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rondetafel.regels.catalogus import catalogue_with, combine_versies, read_map, read_versie
from rondetafel.regels.product import Papier
from rondetafel.regels.vergelijking import (
    Lopend,
    Verschil,
    compare_akkoorden,
    compare_catalogi,
    judge_lopend,
)
from tests.regels.voorbeelden import BEGELEIDING_GROEP, CATALOGUS

REGIO = Path(__file__).parent / "regio"
ACHT_MAANDEN = Lopend(
    gezinsnummer=12,
    product_code="begeleiding-groep",
    startdatum=date(2026, 1, 1),
    van=date(2026, 1, 1),
    tot=date(2026, 8, 31),
    eerste_startdatum=date(2026, 1, 1),
)
ZES_MAANDEN = replace(ACHT_MAANDEN, gezinsnummer=13, tot=date(2026, 6, 30))
LOGEREN = replace(ZES_MAANDEN, gezinsnummer=14, product_code="logeren", tot=date(2026, 3, 31))


def with_product(**velden):
    producten = dict(CATALOGUS.producten)
    producten["begeleiding-groep"] = replace(BEGELEIDING_GROEP, **velden)
    return replace(CATALOGUS, producten=producten)


def change(veld, waarde):
    return with_product(**{veld: replace(getattr(BEGELEIDING_GROEP, veld), waarde=waarde)})


def test_the_same_catalogue_changes_nothing():
    assert compare_catalogi(CATALOGUS, CATALOGUS) == ()
    assert list(compare_akkoorden([ACHT_MAANDEN, LOGEREN], CATALOGUS, CATALOGUS)) == []


@pytest.mark.parametrize(
    ("veld", "waarde", "oud", "nieuw"),
    [
        pytest.param("maximum_maanden", 9, "6", "9", id="getal"),
        pytest.param("rto_nodig", False, "ja", "nee", id="ja-nee"),
        pytest.param("groepsgroottes", (4, 8), "4, 6", "4, 8", id="getallen"),
        pytest.param(
            "papieren_einde", (Papier.EINDVERSLAG,), "stop-zorg, eindverslag", "eindverslag", id="papier"
        ),
    ],
)
def test_a_value_that_differs(veld, waarde, oud, nieuw):
    assert compare_catalogi(CATALOGUS, change(veld, waarde)) == (
        Verschil(code="begeleiding-groep", veld=veld, oud=oud, nieuw=nieuw),
    )


def test_a_value_that_goes_or_words_that_change():
    assert compare_catalogi(CATALOGUS, with_product(naam="Samen", maximum_maanden=None)) == (
        Verschil(code="begeleiding-groep", veld="maximum_maanden", oud="6", nieuw="niet gegeven"),
    )


def test_products_that_come_and_go():
    regio = combine_versies(read_map(REGIO), date(2026, 1, 1)).laid_over(CATALOGUS)
    verschillen = compare_catalogi(CATALOGUS, regio)

    assert Verschil(code="ambulant", veld="", oud="staat er niet in", nieuw="staat erin") in verschillen
    assert Verschil(code="logeren", veld="", oud="staat erin", nieuw="staat er niet in") in verschillen
    assert Verschil(code="verlenging-vragen", veld="aantal", oud="8", nieuw="12") in verschillen
    assert Verschil(code="week", veld="gekozen", oud="zeven-dagen", nieuw="vijf-werkdagen") in verschillen


@pytest.mark.parametrize(
    ("lopend", "bezwaren"),
    [
        pytest.param(ZES_MAANDEN, (), id="zes-maanden"),
        pytest.param(
            replace(ZES_MAANDEN, tot=date(2026, 7, 1)),
            ("Langer dan 6 maanden per akkoord.",),
            id="dag-langer",
        ),
        pytest.param(
            replace(ZES_MAANDEN, van=date(2026, 4, 1), tot=date(2026, 9, 30)), (), id="verlengd-telt-opnieuw"
        ),
        pytest.param(
            replace(ZES_MAANDEN, tot=None), ("Dit product heeft een einddatum nodig.",), id="geen-einde"
        ),
        pytest.param(
            replace(ZES_MAANDEN, product_code="behandeling-individueel", eerste_startdatum=date(2025, 6, 30)),
            ("Langer dan 12 maanden in totaal.",),
            id="totaal",
        ),
        pytest.param(
            replace(ZES_MAANDEN, product_code="paardrijden"), ("Dit product is er niet meer.",), id="weg"
        ),
        pytest.param(replace(ZES_MAANDEN, product_code="gebiedsteam", tot=None), (), id="gebiedsteam"),
    ],
)
def test_what_stands_in_the_way(lopend, bezwaren):
    assert judge_lopend(lopend, CATALOGUS).bezwaren == bezwaren


def test_the_days_that_follow():
    assert judge_lopend(ZES_MAANDEN, CATALOGUS).dagen == {
        "Eerste evaluatie": date(2026, 4, 1),
        "Eindevaluatie": date(2026, 7, 1),
        "RTO uiterlijk": date(2026, 6, 30),
        "Verlenging vragen, uiterlijk": date(2026, 5, 5),
        "Verlengen kan t/m": date(2026, 12, 31),
    }


def test_other_judgement_and_other_day_are_told_apart():
    akkoorden = [ACHT_MAANDEN, ZES_MAANDEN, LOGEREN]
    ander, dag = compare_akkoorden(akkoorden, CATALOGUS, change("maximum_maanden", 9))

    assert (ander.lopend.gezinsnummer, ander.has_other_oordeel) == (12, True)
    assert (ander.oud.bezwaren, ander.nieuw.bezwaren) == (("Langer dan 6 maanden per akkoord.",), ())
    assert (dag.lopend.gezinsnummer, dag.has_other_oordeel) == (13, False)
    assert dag.nieuw.dagen["Verlengen kan t/m"] == date(2027, 3, 31)


def test_a_version_that_is_not_in_use_yet_replaces_its_own_series_only():
    straks = catalogue_with(read_versie(REGIO / "productportfolio-2025.toml"))

    assert set(straks.producten) == {"begeleiding-groep", "ambulant"}
    assert straks.keuzes == CATALOGUS.keuzes
    assert straks.normen == CATALOGUS.normen
