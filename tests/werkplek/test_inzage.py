"""Who looked, told per day and per person."""

from datetime import UTC, date, datetime

import pytest

from rondetafel.werkplek.inzage import merge_days


def line(
    at, gebeurtenis="bekeken", onderdeel="plan", naam="Tom Souren", rol="aanbieder", relatie="begeleider"
):
    return {
        "at": at,
        "naam": naam,
        "rol": rol,
        "relatie": relatie,
        "doel": "uitvoeren van hulp",
        "gebeurtenis": gebeurtenis,
        "onderdeel": onderdeel,
    }


OCHTEND = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)


def test_clicks_of_one_person_on_one_day_are_one_story():
    [(dag, [kijker])] = merge_days([line(OCHTEND), line(OCHTEND, onderdeel="zorg"), line(OCHTEND)])

    assert dag == date(2026, 11, 16)
    assert kijker.zag == ["de hulp", "het plan"]
    assert kijker.deed == []


def test_what_was_done_stands_once_and_apart_from_what_was_seen():
    regels = [line(OCHTEND, "actie_afgevinkt"), line(OCHTEND, "actie_afgevinkt"), line(OCHTEND)]

    [(_, [kijker])] = merge_days(regels)

    assert kijker.deed == ["heeft een actie afgevinkt"]
    assert kijker.zag == ["het plan"]


def test_rol_is_a_word_that_families_use():
    [(_, [kijker])] = merge_days([line(OCHTEND)])

    assert kijker.rol == "zorgaanbieder"


@pytest.mark.parametrize(("relatie", "woord"), [("moeder", "moeder"), (None, "gezin of netwerk")])
def test_family_goes_by_what_they_are_to_it(relatie, woord):
    [(_, [kijker])] = merge_days([line(OCHTEND, rol="gezin", relatie=relatie)])

    assert kijker.rol == woord


def test_day_changes_at_midnight_in_the_netherlands():
    laat, vroeg = datetime(2026, 11, 15, 23, 30, tzinfo=UTC), datetime(2026, 11, 15, 22, 30, tzinfo=UTC)

    assert [dag for dag, _ in merge_days([line(laat), line(vroeg)])] == [
        date(2026, 11, 16),
        date(2026, 11, 15),
    ]


def test_newest_stays_first_and_people_stay_apart():
    [(_, kijkers)] = merge_days([line(OCHTEND, naam="Els"), line(OCHTEND), line(OCHTEND, naam="Els")])

    assert [kijker.naam for kijker in kijkers] == ["Els", "Tom Souren"]


def test_nobody_looked():
    assert merge_days([]) == []
