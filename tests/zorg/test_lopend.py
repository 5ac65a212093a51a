"""Reading what runs, for the preview of a new catalogue: one question, in batches, no personal data."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from rondetafel.platform.vergelijk_regels import show
from rondetafel.regels.catalogus import read_versie
from rondetafel.zorg.lopend import iter_lopend
from tests.factories import AkkoordZorgFactory, GezinFactory, PersoonFactory, StopZorgFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db

REGIO = Path(__file__).parents[1] / "regels" / "regio"
VANDAAG = date(2026, 11, 16)


@pytest.fixture
def kind():
    return PersoonFactory(gezin=GezinFactory(nummer=147))


def make(kind, van, tot, product="begeleiding-groep", **anders):
    return AkkoordZorgFactory(jeugdige=kind, product_code=product, startdatum=van, einddatum=tot, **anders)


def read(peildatum=VANDAAG):
    with as_eigenaar():
        return list(iter_lopend(peildatum))


def test_what_runs_with_the_chain_before_it(kind):
    make(kind, date(2025, 1, 1), date(2025, 6, 30))
    make(kind, date(2026, 3, 1), date(2026, 8, 31))
    make(kind, date(2026, 9, 1), date(2027, 2, 28))
    make(kind, date(2026, 9, 1), None, product="gebiedsteam", kwadrant="K2")

    begeleiding, gebiedsteam = read()

    assert asdict(begeleiding) == {
        "gezinsnummer": 147,
        "product_code": "begeleiding-groep",
        "startdatum": date(2026, 9, 1),
        "van": date(2026, 9, 1),
        "tot": date(2027, 2, 28),
        "eerste_startdatum": date(2026, 3, 1),
    }
    assert (gebiedsteam.product_code, gebiedsteam.tot) == ("gebiedsteam", None)


@pytest.mark.parametrize(
    ("van", "tot", "loopt"),
    [
        pytest.param(date(2026, 11, 16), date(2026, 11, 16), True, id="een-dag"),
        pytest.param(date(2026, 11, 17), date(2026, 12, 31), False, id="begint-morgen"),
        pytest.param(date(2026, 6, 1), date(2026, 11, 15), False, id="gisteren-afgelopen"),
    ],
)
def test_only_what_runs_today(kind, van, tot, loopt):
    make(kind, van, tot)

    assert bool(read()) is loopt


def test_what_was_stopped_does_not_run(kind):
    StopZorgFactory(akkoord=make(kind, date(2026, 9, 1), date(2027, 2, 28)))

    assert read() == []


def test_the_preview_counts_and_names_families_by_number(kind):
    make(kind, date(2026, 9, 1), date(2027, 5, 31))
    make(PersoonFactory(gezin=kind.gezin), date(2026, 9, 1), date(2027, 2, 28))
    make(PersoonFactory(gezin=kind.gezin), date(2026, 9, 1), date(2026, 11, 30), product="logeren")
    gezegd: list[str] = []

    show(
        read_versie(REGIO / "productportfolio-2025.toml"),
        read(),
        peildatum=VANDAAG,
        say=gezegd.append,
    )

    assert "  begeleiding-groep maximum_maanden: 6 -> 9" in gezegd
    assert "  logeren: staat erin -> staat er niet in" in gezegd
    assert gezegd[-5:] == [
        "Lopende akkoorden: 3.",
        "  begeleiding-groep: 2 lopen, 1 met een ander oordeel, 1 alleen met een andere dag.",
        "    Gezinnen: 0147.",
        "  logeren: 1 lopen, 1 met een ander oordeel, 0 alleen met een andere dag.",
        "    Gezinnen: 0147.",
    ]


def test_one_question_for_few_and_many(kind, django_assert_num_queries):
    make(kind, date(2026, 9, 1), date(2027, 2, 28))
    for _ in range(3):
        make(PersoonFactory(gezin=kind.gezin), date(2026, 9, 1), date(2027, 2, 28))

    with as_eigenaar(), django_assert_num_queries(1):
        assert len(list(iter_lopend(VANDAAG))) == 4
