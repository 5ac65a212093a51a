"""Five sources on when a plan is due, each on both sides of its boundary."""

from dataclasses import replace

import pytest

from rondetafel.regels.gezinsplan import Aanleiding, Gezinssituatie, weigh_gezinsplan
from rondetafel.regels.triage import Klasse

NIETS = Gezinssituatie(
    ontvangt_zorg=False, klasse=None, hulpvragen=0, organisaties=0, voorziening_gevraagd=False
)
ALLES = Gezinssituatie(
    ontvangt_zorg=True,
    klasse=Klasse.MULTIPROBLEEM,
    hulpvragen=3,
    organisaties=3,
    voorziening_gevraagd=True,
)


@pytest.mark.parametrize(
    ("afwijking", "aanleidingen"),
    [
        pytest.param({}, set(), id="niets"),
        pytest.param({"ontvangt_zorg": True}, {Aanleiding.ZORG}, id="krijgt-zorg"),
        pytest.param({"klasse": Klasse.ENKELVOUDIG}, set(), id="enkelvoudig"),
        pytest.param({"klasse": Klasse.MEERVOUDIG}, {Aanleiding.MEERVOUDIG}, id="meervoudig"),
        pytest.param({"klasse": Klasse.MULTIPROBLEEM}, {Aanleiding.MEERVOUDIG}, id="multiprobleem"),
        pytest.param({"hulpvragen": 2}, set(), id="twee-hulpvragen"),
        pytest.param({"hulpvragen": 3}, {Aanleiding.HULPVRAGEN}, id="drie-hulpvragen"),
        pytest.param({"organisaties": 2}, set(), id="twee-organisaties"),
        pytest.param({"organisaties": 3}, {Aanleiding.ORGANISATIES}, id="drie-organisaties"),
        pytest.param({"voorziening_gevraagd": True}, {Aanleiding.VOORZIENING}, id="voorziening-gevraagd"),
    ],
)
def test_each_source_has_its_own_trigger(afwijking, aanleidingen):
    plicht = weigh_gezinsplan(replace(NIETS, **afwijking))

    assert {weging.aanleiding for weging in plicht.wegingen if weging.geldt} == aanleidingen
    assert plicht.is_nodig is (Aanleiding.ZORG in aanleidingen)
    assert plicht.is_oneens is bool(aanleidingen)


@pytest.mark.parametrize("leidend", Aanleiding)
def test_the_leading_source_decides(leidend):
    assert weigh_gezinsplan(ALLES, leidend).is_nodig
    assert not weigh_gezinsplan(NIETS, leidend).is_nodig


def test_all_five_stand_side_by_side_with_their_source():
    wegingen = weigh_gezinsplan(ALLES).wegingen

    assert [weging.aanleiding for weging in wegingen] == list(Aanleiding)
    assert len({weging.bron for weging in wegingen}) == 5
    assert not weigh_gezinsplan(ALLES).is_oneens
