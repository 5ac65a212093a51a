"""Who looked, told per day and per person."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from rondetafel.toegang.logboek import word_ground
from rondetafel.werkplek.inzage import merge_days
from rondetafel.werkplek.logregels import Mensen

TOM, NOOR, SAMIRA = UUID(int=1), UUID(int=2), UUID(int=3)
MENSEN = Mensen(personen={SAMIRA: "Samira", NOOR: "Noor"}, relaties={TOM: "moeder"})
DAG = date(2026, 11, 16)
OCHTEND, MIDDAG = datetime(2026, 11, 16, 9, 30, tzinfo=UTC), datetime(2026, 11, 16, 14, 5, tzinfo=UTC)


def group(gebeurtenis="bekeken", onderdeel="plan", **anders):
    return {
        "dag": DAG,
        "gebruiker_id": TOM,
        "naam": "Tom Souren",
        "rol": "aanbieder",
        "organisatie": "",
        "doel": "uitvoeren van hulp",
        "grond": "aanbieder:akkoord",
        "gebeurtenis": gebeurtenis,
        "onderdeel": onderdeel,
        "uitkomst": "gelukt",
        "is_noodknop": False,
        "personen": [NOOR],
        "eerst": OCHTEND,
        "laatst": OCHTEND,
        **anders,
    }


def only(*groepen):
    [(dag, [kijker])] = merge_days(groepen, MENSEN)
    assert dag == DAG
    return kijker


def test_clicks_of_one_person_on_one_day_are_one_story():
    kijker = only(group(), group(onderdeel="zorg", eerst=MIDDAG, laatst=MIDDAG))

    assert kijker.zag == ["de hulp", "het plan"]
    assert (kijker.van, kijker.tot) == (OCHTEND, MIDDAG)
    assert kijker.deed == []


def test_what_was_done_stands_once_and_apart_from_what_was_seen():
    kijker = only(group("actie_afgevinkt"), group("actie_afgevinkt", "zorg"), group())

    assert kijker.deed == ["heeft een actie afgevinkt"]
    assert kijker.zag == ["het plan"]


def test_reason_has_purpose_and_ground():
    assert only(group(), group(onderdeel="zorg")).waarom == [
        "uitvoeren van hulp (als zorgaanbieder, op grond van lopend akkoord zorg)"
    ]


def test_refusal_is_told_without_what_it_was():
    kijker = only(group("geweigerd", "", uitkomst="geweigerd", grond=""))

    assert kijker.is_geweigerd
    assert (kijker.zag, kijker.deed, kijker.waarom) == ([], [], [])


def test_emergency_button_of_one_line_marks_the_story():
    assert only(group(), group(onderdeel="zorg", is_noodknop=True)).is_noodknop


@pytest.mark.parametrize(
    ("personen", "over"),
    [([NOOR], ["Noor"]), ([NOOR, SAMIRA], ["iedereen in het gezin"]), ([], [])],
)
def test_about_whom(personen, over):
    assert only(group(personen=personen)).over == over


def test_rol_is_a_word_that_families_use():
    assert only(group()).rol == "zorgaanbieder"
    assert only(group(organisatie="De Linde")).rol == "zorgaanbieder, De Linde"


@pytest.mark.parametrize(("wie", "woord"), [(TOM, "moeder"), (NOOR, "gezin of netwerk")])
def test_family_goes_by_what_they_are_to_it(wie, woord):
    assert only(group(rol="gezin", gebruiker_id=wie)).rol == woord


def test_newest_stays_first_and_people_stay_apart():
    els = {"naam": "Els", "gebruiker_id": SAMIRA}
    [(_, kijkers)] = merge_days([group(**els), group(), group(onderdeel="zorg", **els)], MENSEN)

    assert [kijker.naam for kijker in kijkers] == ["Els", "Tom Souren"]


def test_nobody_looked():
    assert merge_days([], MENSEN) == []


@pytest.mark.parametrize(
    ("grond", "woorden"),
    [
        ("rol:kernteam", "als lid van het kernteam"),
        ("ouder:gezag", "als ouder of voogd met gezag"),
        ("ouder:vertegenwoordiging", "als mentor, curator of aangewezen vertegenwoordiger"),
        ("netwerk:toestemming", "als netwerk, op grond van toestemming van het gezin"),
        ("", ""),
        ("rol:systeem", "rol:systeem"),
        ("ouder:verdwenen", "ouder:verdwenen"),
    ],
)
def test_ground_in_words(grond, woorden):
    assert word_ground(grond) == woorden
