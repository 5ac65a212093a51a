"""An oordeel keeps every reason, refuses with all of them, and survives being stored."""

import copy
import json

import pytest

from rondetafel.regels.oordeel import Bron, Geweigerd, Oordeel, Reden, as_record, combine, from_record

BRON = Bron(document="rondetafel", plek="ergens", regel="Zo is het")
BLOKKADE = Reden(tekst="Dit mag niet.", bron=BRON, uitweg="Doe iets anders.")
SIGNAAL = Reden(tekst="Let op.", bron=BRON, blokkeert=False)


@pytest.mark.parametrize(
    ("redenen", "akkoord"),
    [
        pytest.param([], True, id="geen-redenen"),
        pytest.param([None, None], True, id="niemand-heeft-iets"),
        pytest.param([SIGNAAL], True, id="alleen-een-signaal"),
        pytest.param([SIGNAAL, BLOKKADE], False, id="signaal-en-blokkade"),
    ],
)
def test_only_a_blocking_reason_stands_in_the_way(redenen, akkoord):
    oordeel = combine(*redenen)

    assert oordeel.is_akkoord is akkoord
    assert oordeel.redenen == tuple(reden for reden in redenen if reden)
    assert oordeel.blokkades + oordeel.signalen == tuple(
        sorted(oordeel.redenen, key=lambda r: not r.blokkeert)
    )


def test_enforce_refuses_with_every_blocking_reason_in_words():
    oordeel = combine(SIGNAAL, BLOKKADE, BLOKKADE)

    with pytest.raises(Geweigerd) as refusal:
        oordeel.enforce()

    assert refusal.value.oordeel is oordeel
    assert str(refusal.value) == "Dit mag niet. Dit mag niet."
    assert copy.copy(refusal.value).oordeel == oordeel


def test_enforce_hands_back_what_it_allowed():
    oordeel = combine(SIGNAAL)

    assert oordeel.enforce() is oordeel


def test_an_oordeel_survives_json():
    oordeel = combine(SIGNAAL, BLOKKADE, feiten={"Product": "Begeleiding groep"})

    assert from_record(json.loads(json.dumps(as_record(oordeel)))) == oordeel


def test_a_record_shows_the_outcome_and_the_source():
    record = as_record(combine(BLOKKADE))

    assert record["akkoord"] is False
    assert record["redenen"][0]["bron"] == {
        "document": "rondetafel",
        "plek": "ergens",
        "regel": "Zo is het",
    }


def test_a_record_without_its_source_is_not_read():
    record = as_record(combine(BLOKKADE))
    del record["redenen"][0]["bron"]

    with pytest.raises(KeyError):
        from_record(record)


def test_a_bron_reads_as_rule_and_place():
    assert str(BRON) == "Zo is het (rondetafel, ergens)"


def test_an_oordeel_can_be_kept_in_a_set():
    assert len({Oordeel(), combine(), combine(BLOKKADE)}) == 2


def test_facts_are_worded_once_and_only_for_who_asks():
    asked = []

    def word():
        asked.append(1)
        return {"Product": "Begeleiding groep"}

    oordeel = combine(BLOKKADE, feiten=word)
    assert not oordeel.is_akkoord and asked == []

    assert oordeel == combine(BLOKKADE, feiten={"Product": "Begeleiding groep"})
    assert from_record(json.loads(json.dumps(as_record(oordeel)))) == oordeel
    assert (len(oordeel.feiten), repr(oordeel.feiten)) == (1, "{'Product': 'Begeleiding groep'}")
    assert asked == [1]
