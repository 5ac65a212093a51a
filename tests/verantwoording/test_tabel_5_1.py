"""Table 5.1 follows the records: move the dates of one child and every row moves along."""

from datetime import date

import pytest

from rondetafel.regels.periode import Halfjaar
from rondetafel.regels.stop import Stopreden
from rondetafel.toegang.context import as_person
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from rondetafel.verantwoording.rapport import make_rapport
from rondetafel.zorg.gegevens import Stopopgave
from rondetafel.zorg.operations import stop_zorg
from tests.factories import (
    HEERLEN,
    LANDGRAAF,
    VOERENDAAL,
    AkkoordZorgFactory,
    BandFactory,
    GebruikerFactory,
    GemeenteFactory,
    PersoonFactory,
)
from tests.rollen import as_eigenaar

H2 = Halfjaar(2025, 2)
LATER = date(2026, 3, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def directie():
    for code in (HEERLEN, LANDGRAAF, VOERENDAAL):
        GemeenteFactory(code=code)
    return GebruikerFactory(rol=Rol.DIRECTIE, gemeenten=[HEERLEN, LANDGRAAF, VOERENDAAL])


@pytest.fixture
def noor():
    return PersoonFactory()


def rows(als, halfjaar=H2, peildatum=LATER):
    """The rows a to e of everybody together."""
    with as_person(als, peildatum=peildatum) as wie:
        totaal = make_rapport(wie, halfjaar, peildatum=peildatum).jeugdigen.totaal
    return tuple(totaal.row(letter) for letter in "abcde")


def akkoord(noor, van, tot, **anders):
    kwadrant = "K3" if tot else "K2"
    return AkkoordZorgFactory(
        jeugdige=noor, startdatum=van, einddatum=tot, **({"kwadrant": kwadrant} | anders)
    )


@pytest.mark.parametrize(
    ("perioden", "verwacht"),
    [
        pytest.param([((2025, 3, 1), (2025, 6, 30))], (0, 1, 1, 1, 0), id="binnen-het-jaar"),
        pytest.param([((2024, 5, 1), (2025, 1, 1))], (1, 0, 1, 1, 0), id="t/m-1-januari"),
        pytest.param([((2024, 5, 1), (2024, 12, 31))], (0, 0, 0, 0, 0), id="t/m-31-december-ervoor"),
        pytest.param([((2025, 1, 1), (2025, 3, 31))], (1, 0, 1, 1, 0), id="begint-op-1-januari"),
        pytest.param([((2025, 1, 2), (2025, 3, 31))], (0, 1, 1, 1, 0), id="begint-op-2-januari"),
        pytest.param([((2025, 9, 1), (2025, 12, 31))], (0, 1, 1, 0, 1), id="t/m-31-december"),
        pytest.param([((2025, 9, 1), (2025, 12, 30))], (0, 1, 1, 1, 0), id="t/m-30-december"),
        pytest.param([((2025, 12, 31), (2026, 5, 31))], (0, 1, 1, 0, 1), id="begint-op-31-december"),
        pytest.param([((2026, 1, 1), (2026, 5, 31))], (0, 0, 0, 0, 0), id="begint-na-het-jaar"),
        pytest.param([((2024, 2, 1), None)], (1, 0, 1, 0, 1), id="geen-einddatum"),
        pytest.param(
            [((2024, 10, 1), (2025, 2, 28)), ((2025, 6, 1), (2025, 8, 31))],
            (1, 0, 1, 1, 0),
            id="gat-in-het-jaar",
        ),
        pytest.param(
            [((2024, 10, 1), (2024, 12, 31)), ((2025, 1, 2), (2025, 8, 31))],
            (0, 1, 1, 1, 0),
            id="gat-op-1-januari",
        ),
        pytest.param(
            [((2025, 2, 1), (2025, 12, 30)), ((2026, 1, 1), (2026, 5, 31))],
            (0, 1, 1, 1, 0),
            id="gat-op-31-december",
        ),
        pytest.param(
            [((2024, 10, 1), (2025, 6, 30)), ((2025, 7, 1), (2026, 1, 31))], (1, 0, 1, 0, 1), id="aansluitend"
        ),
    ],
)
def test_rows_follow_the_akkoorden_of_one_child(directie, noor, perioden, verwacht):
    for van, tot in perioden:
        akkoord(noor, date(*van), date(*tot) if tot else None)

    assert rows(directie) == verwacht


def test_two_akkoorden_at_once_are_one_child(directie, noor):
    akkoord(noor, date(2024, 5, 1), date(2025, 10, 31))
    akkoord(noor, date(2025, 2, 1), date(2026, 1, 31), product_code="begeleiding-groep")

    assert rows(directie) == (1, 0, 1, 0, 1)


def test_moving_the_dates_moves_the_table(directie, noor):
    hulp = akkoord(noor, date(2024, 5, 1), date(2025, 10, 31))
    assert rows(directie) == (1, 0, 1, 1, 0)

    with as_eigenaar():
        type(hulp).objects.filter(pk=hulp.pk).update(startdatum=date(2025, 2, 1), einddatum=date(2026, 1, 31))

    assert rows(directie) == (0, 1, 1, 0, 1)


def test_stopping_early_moves_the_child_out(directie, noor):
    hulp = akkoord(noor, date(2025, 3, 1), date(2026, 2, 28))
    regisseur = BandFactory(
        gezin=noor.gezin, hoedanigheid=Hoedanigheid.REGISSEUR, gebruiker__rol=Rol.REGISSEUR
    )
    opgave = Stopopgave(
        stopdatum=date(2025, 11, 30),
        reden=Stopreden.VOLGENS_PLAN,
        gas_score=1,
        overgedragen_aan="",
        toelichting="",
        has_papieren=True,
    )
    assert rows(directie) == (0, 1, 1, 0, 1)

    with as_person(regisseur.gebruiker, peildatum=LATER) as wie:
        stop_zorg(hulp.pk, gelezen=1, opgave=opgave, door=wie, peildatum=LATER)

    assert rows(directie) == (0, 1, 1, 1, 0)


def test_first_half_year_ends_in_june(directie, noor):
    akkoord(noor, date(2025, 3, 1), date(2025, 6, 30))

    assert rows(directie, Halfjaar(2025, 1)) == (0, 1, 1, 0, 1)
    assert rows(directie, Halfjaar(2025, 2)) == (0, 1, 1, 1, 0)


def test_a_running_period_is_counted_up_to_today(directie, noor):
    akkoord(noor, date(2025, 3, 1), date(2025, 10, 31))

    assert rows(directie, peildatum=date(2025, 10, 31)) == (0, 1, 1, 0, 1)
    assert rows(directie, peildatum=date(2025, 11, 1)) == (0, 1, 1, 1, 0)


def test_columns_are_municipalities_and_add_up(directie):
    for code, aantal in ((HEERLEN, 3), (LANDGRAAF, 2)):
        for _ in range(aantal):
            kind = PersoonFactory(gezin__gemeente=GemeenteFactory(code=code))
            akkoord(kind, date(2025, 3, 1), date(2026, 2, 28))

    with as_person(directie, peildatum=LATER) as wie:
        jeugdigen = make_rapport(wie, H2, peildatum=LATER).jeugdigen

    assert [(kolom.naam, kolom.einde) for kolom in jeugdigen.kolommen] == [
        ("Heerlen", 3),
        ("Landgraaf", 2),
        ("Voerendaal", 0),
    ]
    assert jeugdigen.totaal.einde == 5
    assert [rij.totaal for rij in jeugdigen.rijen] == [0, 5, 5, 0, 5]
