"""An akkoord follows the catalogue of its own first day, also when a newer version has come since."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.catalogus import Versie, catalogue_on, use_regio
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.oordelen import suggest_einddatum, trace_looptijd

OUD, NIEUW = date(2025, 1, 1), date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _two_versions():
    use_regio([make_versie(OUD, maanden=6), make_versie(NIEUW, maanden=4)])
    yield
    use_regio(())


def make_versie(geldig_vanaf, *, maanden):
    product = catalogue_on(geldig_vanaf).product("begeleiding-groep")
    assert product.maximum_maanden is not None
    return Versie(
        naam=f"productportfolio-{geldig_vanaf}",
        reeks="productportfolio",
        geldig_vanaf=geldig_vanaf,
        producten=(
            replace(
                product,
                maximum_maanden=replace(product.maximum_maanden, waarde=maanden),
                verlenging_maanden=None,
            ),
        ),
        normen=(),
        keuzes=(),
    )


@pytest.mark.parametrize(
    ("startdatum", "einddatum"),
    [
        pytest.param(date(2026, 6, 30), date(2026, 12, 29), id="laatste-dag-van-oud"),
        pytest.param(date(2026, 7, 1), date(2026, 10, 31), id="eerste-dag-van-nieuw"),
    ],
)
def test_a_new_akkoord(startdatum, einddatum):
    assert suggest_einddatum("begeleiding-groep", startdatum) == einddatum


@pytest.mark.parametrize(
    ("startdatum", "voorstel"),
    [
        pytest.param(date(2026, 3, 1), date(2027, 2, 28), id="begonnen-onder-oud"),
        pytest.param(date(2026, 7, 1), date(2026, 12, 31), id="begonnen-onder-nieuw"),
    ],
)
def test_a_verlenging_asked_after_the_new_version(startdatum, voorstel):
    akkoord = AkkoordZorg(
        product_code="begeleiding-groep", startdatum=startdatum, einddatum=date(2026, 8, 31)
    )
    akkoord.papieren_json, akkoord.evaluaties_json, akkoord.plan_op = [], [], None

    looptijd = trace_looptijd(akkoord, eerder=(), verlengd_na=None)

    assert looptijd is not None
    assert looptijd.voorstel == voorstel
