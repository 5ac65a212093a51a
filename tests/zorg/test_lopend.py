"""Reading what runs, for the preview of a new catalogue: one question, in batches, no personal data."""

from datetime import date
from pathlib import Path

import pytest

from rondetafel.kern.termijnen import basis_on
from rondetafel.platform.vergelijk_regels import show
from rondetafel.regels.akkoordvraag import Plandoelen
from rondetafel.regels.catalogus import read_versie
from rondetafel.zorg.lopend import iter_lopend
from rondetafel.zorg.models import Verlenging
from tests.factories import AkkoordZorgFactory, GezinFactory, PersoonFactory, StopZorgFactory, TriageFactory
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

    begeleiding, gebiedsteam = sorted(read(), key=lambda een: een.product_code)

    assert (begeleiding.gezinsnummer, begeleiding.van, begeleiding.tot, begeleiding.eerste_startdatum) == (
        147,
        date(2026, 9, 1),
        date(2027, 2, 28),
        date(2026, 3, 1),
    )
    assert [een.van for een in begeleiding.vraag.eerder] == [date(2025, 1, 1), date(2026, 3, 1)]
    assert (gebiedsteam.product_code, gebiedsteam.tot) == ("gebiedsteam", None)


def test_it_is_judged_as_it_was_asked_with_the_triage_and_the_goals_of_that_day(kind):
    akkoord = make(
        kind,
        date(2026, 3, 1),
        date(2026, 11, 30),
        gegeven_op=date(2026, 2, 20),
        aantal_per_week=3,
        eenheid="dagdeel",
        doelen={"voor_kind": 2, "voor_gezin": 1, "onaf": 1},
    )
    with as_eigenaar():
        Verlenging.objects.create(
            gezin=kind.gezin,
            gemeente=kind.gezin.gemeente,
            jeugdige=kind,
            akkoord=akkoord,
            was=date(2026, 8, 31),
            tot=date(2026, 11, 30),
            gevraagd_op=date(2026, 6, 1),
            gevraagd_door=akkoord.gegeven_door,
            stand="gegeven",
            besloten_op=date(2026, 6, 8),
            besloten_door=akkoord.gegeven_door,
        )
    for op, waarom in ((date(2026, 2, 20), "Toen."), (date(2026, 2, 21), "Later.")):
        TriageFactory(gezin=kind.gezin, aanmelding__jeugdige=kind, besloten_op=op, motivering=waarom)
    TriageFactory(gezin=kind.gezin, besloten_op=date(2026, 2, 20), motivering="Over een broer.")

    [lopend] = read()

    assert (lopend.vraag.einddatum, lopend.van) == (date(2026, 8, 31), date(2026, 9, 1))
    assert (lopend.vraag.motivatie_k3, lopend.vraag.aantal_per_week, lopend.eenheid) == (
        "Toen.",
        3,
        "dagdeel",
    )
    assert lopend.vraag.doelen == Plandoelen(voor_kind=2, voor_gezin=1, onaf=("een doel",))
    assert kind.voornaam not in repr(lopend)


def test_goals_that_were_never_kept_are_unknown(kind):
    make(kind, date(2026, 9, 1), date(2027, 2, 28))

    assert [een.has_doelen for een in read()] == [False]


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
        basis=basis_on(VANDAAG),
        say=gezegd.append,
    )

    assert "  begeleiding-groep maximum_maanden: 6 -> 9" in gezegd
    assert "  logeren: staat erin -> staat er niet in" in gezegd
    vanaf = gezegd.index("Lopende akkoorden: 3.")
    langer, korter, logeren = "\n".join(gezegd[vanaf:]).split("    Gezin 0147")[1:]
    assert gezegd[vanaf + 1] == (
        "  begeleiding-groep: 2 lopen, 2 met een ander oordeel, 0 alleen met een andere dag of plicht."
    )
    assert "akkoord-maximum: Hoe lang mag één akkoord duren?" in langer + korter
    assert "nu: Begeleiding groep gaat per akkoord tot 6 maanden." in langer + korter
    assert "straks: geen bezwaar" in langer + korter
    assert "Verlengen kan t/m: 31 augustus 2027 -> 31 augustus 2027" not in langer + korter
    assert "straks: Dit product is er niet meer." in logeren
    assert kind.voornaam not in "".join(gezegd)


def test_one_question_for_few_and_many(kind, django_assert_num_queries):
    make(kind, date(2026, 9, 1), date(2027, 2, 28))
    for _ in range(3):
        make(PersoonFactory(gezin=kind.gezin), date(2026, 9, 1), date(2027, 2, 28))

    with as_eigenaar(), django_assert_num_queries(1):
        assert len(list(iter_lopend(VANDAAG))) == 4
