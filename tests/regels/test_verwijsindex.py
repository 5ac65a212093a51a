"""A signal in the verwijsindex: until which day, who is told, and what it needs."""

from datetime import date

import pytest

from rondetafel.regels.verwijsindex import (
    VERTELD,
    VERVAL,
    Signaalvraag,
    assess_signaal,
    last_day,
    who_to_tell,
)

DAG = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("geboren", "laatste"),
    [
        pytest.param(date(2013, 5, 4), date(2028, 11, 15), id="twee-jaar"),
        pytest.param(date(2004, 11, 17), date(2027, 11, 16), id="dag-voor-23"),
    ],
)
def test_last_day(geboren, laatste):
    assert last_day(geboren, DAG) == laatste


@pytest.mark.parametrize(
    ("geboren", "wie"),
    [
        pytest.param(date(2014, 11, 17), "de ouders met gezag", id="11"),
        pytest.param(date(2014, 11, 16), "de jongere en de ouders met gezag", id="12-vandaag"),
        pytest.param(date(2010, 11, 16), "de jongere", id="16-vandaag"),
    ],
)
def test_who_to_tell(geboren, wie):
    assert who_to_tell(geboren, DAG) == wie


@pytest.mark.parametrize(
    ("geboren", "verteld", "waarom_niet", "bronnen"),
    [
        pytest.param(date(2013, 5, 4), "moeder", "", [], id="verteld"),
        pytest.param(date(2013, 5, 4), "", "", [VERTELD], id="niet-verteld"),
        pytest.param(date(2013, 5, 4), "", "dat maakt het nu gevaarlijker", [], id="met-reden"),
        pytest.param(None, "moeder", "", [VERVAL], id="leeftijd-onbekend"),
        pytest.param(date(2003, 11, 16), "hijzelf", "", [VERVAL], id="23-vandaag"),
    ],
)
def test_signal(geboren, verteld, waarom_niet, bronnen):
    vraag = Signaalvraag(
        geboortedatum=geboren, afgegeven_op=DAG, verteld_aan=verteld, waarom_niet=waarom_niet
    )

    assert [reden.bron for reden in assess_signaal(vraag).blokkades] == bronnen
