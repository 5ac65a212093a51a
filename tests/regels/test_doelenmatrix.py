"""A doelenmatrix as somebody pastes it: what is read, and what is said of what is not."""

from datetime import date

import pytest

from rondetafel.regels.doelenmatrix import Gebied, assess_matrix, read_matrix, require_ingang


def test_areas_and_goals_are_read_as_people_write_them():
    matrix = read_matrix("A. Veiligheid\n- Thuis veilig\n• Afspraken\n\n  B) Wonen \n1. Een bed\n* Rust")

    assert matrix.gebieden == (
        Gebied(letter="A", naam="Veiligheid", doelen=("Thuis veilig", "Afspraken")),
        Gebied(letter="B", naam="Wonen", doelen=("Een bed", "Rust")),
    )
    assert assess_matrix(matrix).is_akkoord


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        pytest.param("", "Er staat nog geen resultaatgebied.", id="leeg"),
        pytest.param("- Thuis veilig", "Regel 1 is geen gebied", id="doel-zonder-gebied"),
        pytest.param("A Veilig\n- x\nzomaar", "Regel 3 is geen gebied en geen doel: “zomaar”.", id="zomaar"),
        pytest.param("a Veilig", "Regel 1", id="kleine-letter"),
        pytest.param("A Veilig\n- x\nA Wonen\n- y", "De letter A staat er twee keer.", id="letter-dubbel"),
        pytest.param("A Veilig", "Bij A Veilig staat nog geen doel.", id="zonder-doel"),
        pytest.param("A Veilig\n- x\n- x", "Bij A Veilig staat “x” twee keer.", id="doel-dubbel"),
        pytest.param(f"A Veilig\n- {'x' * 201}", "is een doel te lang", id="doel-201"),
        pytest.param(f"A {'x' * 101}\n- x", "De naam van A is te lang.", id="naam-101"),
    ],
)
def test_what_is_not_right_is_told(tekst, reden):
    oordeel = assess_matrix(read_matrix(tekst))

    assert not oordeel.is_akkoord
    assert any(reden in een.tekst for een in oordeel.blokkades)


def test_longest_that_fits():
    assert assess_matrix(read_matrix(f"A {'x' * 100}\n- {'y' * 200}")).is_akkoord


@pytest.mark.parametrize(("dag", "mag"), [(15, False), (16, True), (17, True)])
def test_a_version_begins_today_or_later(dag, mag):
    assert (require_ingang(date(2026, 11, dag), date(2026, 11, 16)) is None) is mag
