"""An honest age, and what cannot be true of a person."""

from datetime import date

import pytest

from rondetafel.regels.personen import Geboren, Persoonsfeiten, assess_persoon, word_age

DAG = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("geboren", "op", "tekst"),
    [
        (Geboren(dag=date(2014, 11, 16)), DAG, "12 jaar"),
        (Geboren(dag=date(2014, 11, 17)), DAG, "11 jaar"),
        (Geboren(jaar=2014), DAG, "11 of 12 jaar"),
        (Geboren(jaar=2014), date(2026, 12, 31), "12 jaar"),
        (Geboren(jaar=2014), date(2026, 12, 30), "11 of 12 jaar"),
        (Geboren(jaar=2014, maand=11), date(2026, 11, 30), "12 jaar"),
        (Geboren(jaar=2014, maand=11), date(2026, 11, 1), "11 of 12 jaar"),
        (Geboren(jaar=2014, maand=11), date(2026, 10, 31), "11 jaar"),
        (Geboren(jaar=2026), DAG, "0 jaar"),
        (Geboren(), DAG, "leeftijd niet bekend"),
        (Geboren(verwacht_op=date(2027, 1, 3)), DAG, "nog niet geboren, verwacht op 3 januari 2027"),
    ],
)
def test_age_says_no_more_than_is_known(geboren, op, tekst):
    assert word_age(geboren, op) == tekst


def test_who_died_has_the_age_of_that_day():
    assert word_age(Geboren(dag=date(1950, 1, 1)), DAG, date(2019, 12, 31)) == "overleden, 69 jaar"


@pytest.mark.parametrize(
    ("anders", "blokkades", "signalen"),
    [
        ({"geboren": Geboren(dag=date(2014, 1, 1)), "has_bsn": True}, 0, 0),
        ({"geboren": Geboren(dag=DAG), "has_reden_zonder_bsn": True}, 0, 0),
        ({"geboren": Geboren(dag=date(2026, 11, 17))}, 1, 1),
        ({"geboren": Geboren(jaar=2014), "overleden_op": date(2013, 12, 31), "has_bsn": True}, 1, 0),
        ({"geboren": Geboren(jaar=2014), "overleden_op": date(2026, 11, 17), "has_bsn": True}, 1, 0),
        ({"geboren": Geboren(verwacht_op=date(2026, 10, 16)), "has_reden_zonder_bsn": True}, 0, 0),
        ({"geboren": Geboren(verwacht_op=date(2026, 10, 15)), "has_reden_zonder_bsn": True}, 0, 1),
        ({"geboren": Geboren(verwacht_op=DAG), "is_kind": False, "has_bsn": True}, 1, 0),
        ({"geboren": Geboren(jaar=2026, verwacht_op=DAG), "has_bsn": True}, 1, 0),
    ],
)
def test_what_cannot_be_is_refused_and_what_lacks_is_said(anders, blokkades, signalen):
    oordeel = assess_persoon(Persoonsfeiten(naam="Noor", **anders), DAG)

    assert (len(oordeel.blokkades), len(oordeel.signalen)) == (blokkades, signalen)
