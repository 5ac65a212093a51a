"""Whom do we not forget? Each signal until the day on which it is no longer asked."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.omgeving import (
    HUISARTS_VRAGEN,
    JEUGDARTS_VRAGEN,
    LEVENSLANG,
    WIE_BLIJFT_ERBIJ,
    Omgeving,
    Omgevingsfeiten,
    assess_omgeving,
    still_to_ask,
)

DAG = date(2026, 11, 16)
GOED = Omgevingsfeiten(
    aanwezig=frozenset(LEVENSLANG),
    niemand=frozenset(),
    geboren=[date(2014, 5, 4)],
    toestemming=True,
    huisarts_gevraagd=True,
    jeugdarts_gevraagd=True,
)


@pytest.mark.parametrize(
    ("anders", "bronnen"),
    [
        ({}, []),
        ({"toestemming": False}, []),
        ({"toestemming": None}, [HUISARTS_VRAGEN]),
        ({"aanwezig": frozenset(LEVENSLANG) - {Omgeving.VRIENDEN}}, [WIE_BLIJFT_ERBIJ]),
        (
            {
                "aanwezig": frozenset(LEVENSLANG) - {Omgeving.VRIENDEN},
                "niemand": frozenset({Omgeving.VRIENDEN}),
            },
            [],
        ),
        ({"jeugdarts_gevraagd": False}, [JEUGDARTS_VRAGEN]),
        ({"jeugdarts_gevraagd": False, "geboren": [date(2008, 11, 17)]}, [JEUGDARTS_VRAGEN]),
        ({"jeugdarts_gevraagd": False, "geboren": [date(2008, 11, 16)]}, []),
    ],
)
def test_what_was_not_asked_is_signalled_and_stops_nobody(anders, bronnen):
    oordeel = assess_omgeving(replace(GOED, **anders), DAG)

    assert oordeel.is_akkoord
    assert [een.bron for een in oordeel.signalen] == bronnen


def test_questions_go_further_than_family_until_all_were_asked():
    begin = replace(GOED, aanwezig=frozenset({Omgeving.FAMILIE}))

    assert list(still_to_ask(begin)) == list(Omgeving)[1:]
    assert not list(still_to_ask(replace(GOED, niemand=frozenset(Omgeving))))
