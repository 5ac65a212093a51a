"""Measures of the kinderrechter, to the day on both sides of every boundary."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rondetafel.regels.maatregel import (
    EEN_TEGELIJK,
    GEZAG_OF_VOOGDIJ,
    OTS_EEN_JAAR,
    OTS_VERLENGEN,
    TOT_ACHTTIEN,
    VOOGD_HEEFT_GEZAG,
    VOTS_DRIE_MAANDEN,
    Kindfeiten,
    Maatregelsoort,
    Maatregelvraag,
    assess_einde,
    assess_maatregel,
    assess_verlenging,
    holds_until,
    last_day_under_age,
)

OTS, VOTS = Maatregelsoort.OTS, Maatregelsoort.VOTS
VOOGDIJ, VOORLOPIG = Maatregelsoort.VOOGDIJ, Maatregelsoort.VOORLOPIGE_VOOGDIJ
EEN_DAG = timedelta(days=1)
KIND = Kindfeiten(voornaam="Sam", geboortedatum=date(2014, 5, 4))


def vraag(soort=OTS, van=date(2026, 3, 1), tot=date(2027, 2, 28), **kind):
    return Maatregelvraag(soort=soort, van=van, tot=tot, kind=replace(KIND, **kind))


def sources(oordeel):
    return [reden.bron for reden in oordeel.blokkades]


@pytest.mark.parametrize(
    ("soort", "van", "laatste"),
    [
        pytest.param(OTS, date(2026, 3, 1), date(2027, 2, 28), id="een-jaar"),
        pytest.param(OTS, date(2024, 2, 29), date(2025, 2, 28), id="een-jaar-vanaf-29-februari"),
        pytest.param(OTS, date(2023, 3, 1), date(2024, 2, 29), id="een-jaar-tot-een-schrikkeldag"),
        pytest.param(VOTS, date(2026, 3, 1), date(2026, 5, 31), id="drie-maanden"),
        pytest.param(VOTS, date(2025, 11, 30), date(2026, 2, 28), id="drie-maanden-tot-een-korte-maand"),
        pytest.param(VOTS, date(2023, 11, 30), date(2024, 2, 29), id="drie-maanden-tot-een-schrikkelmaand"),
    ],
)
def test_toezicht_lasts_no_longer_than_the_law_says(soort, van, laatste):
    bron = OTS_EEN_JAAR if soort is OTS else VOTS_DRIE_MAANDEN

    assert assess_maatregel(vraag(soort, van, laatste)).is_akkoord
    assert sources(assess_maatregel(vraag(soort, van, laatste + EEN_DAG))) == [bron]


@pytest.mark.parametrize(("soort", "bron"), [(OTS, OTS_EEN_JAAR), (VOTS, VOTS_DRIE_MAANDEN)])
def test_toezicht_has_a_last_day(soort, bron):
    assert sources(assess_maatregel(vraag(soort, tot=None))) == [bron]


@pytest.mark.parametrize("soort", [VOOGDIJ, VOORLOPIG])
def test_voogdij_may_run_until_eighteen(soort):
    assert assess_maatregel(vraag(soort, tot=None)).is_akkoord
    assert assess_maatregel(vraag(soort, tot=date(2032, 5, 3))).is_akkoord
    assert sources(assess_maatregel(vraag(soort, tot=date(2032, 5, 4)))) == [TOT_ACHTTIEN]


@pytest.mark.parametrize(
    ("geboren", "laatste"),
    [
        pytest.param(date(2009, 5, 4), date(2027, 5, 3), id="gewoon"),
        pytest.param(date(2008, 2, 29), date(2026, 2, 28), id="geboren-op-29-februari"),
        pytest.param(date(2008, 3, 1), date(2026, 2, 28), id="geboren-op-1-maart"),
    ],
)
def test_measure_stops_the_day_before_the_eighteenth_birthday(geboren, laatste):
    begin = laatste - timedelta(days=100)

    assert last_day_under_age(geboren) == laatste
    assert assess_maatregel(vraag(van=begin, tot=laatste, geboortedatum=geboren)).is_akkoord
    te_laat = vraag(van=begin, tot=laatste + EEN_DAG, geboortedatum=geboren)
    assert sources(assess_maatregel(te_laat)) == [TOT_ACHTTIEN]


def test_who_is_eighteen_gets_no_measure():
    geboren = date(2008, 5, 4)

    assert assess_maatregel(vraag(VOOGDIJ, date(2026, 5, 3), None, geboortedatum=geboren)).is_akkoord
    al_18 = vraag(VOOGDIJ, date(2026, 5, 4), None, geboortedatum=geboren)
    assert sources(assess_maatregel(al_18)) == [TOT_ACHTTIEN]


def test_an_age_must_be_known():
    assert sources(assess_maatregel(vraag(geboortedatum=None))) == [TOT_ACHTTIEN]


def test_a_measure_of_one_day_is_possible_and_one_of_none_is_not():
    dag = date(2026, 3, 1)

    assert assess_maatregel(vraag(van=dag, tot=dag)).is_akkoord
    assert sources(assess_maatregel(vraag(van=dag, tot=dag - EEN_DAG))) == [EEN_TEGELIJK]


@pytest.mark.parametrize(
    ("ander", "mag"),
    [
        pytest.param((date(2025, 3, 1), date(2026, 2, 28)), True, id="tot-de-dag-ervoor"),
        pytest.param((date(2025, 3, 2), date(2026, 3, 1)), False, id="tot-de-eerste-dag"),
        pytest.param((date(2027, 2, 28), date(2027, 8, 1)), False, id="vanaf-de-laatste-dag"),
        pytest.param((date(2027, 3, 1), date(2027, 8, 1)), True, id="vanaf-de-dag-erna"),
        pytest.param((date(2025, 1, 1), None), False, id="zonder-einde"),
    ],
)
def test_one_of_a_kind_at_a_time(ander, mag):
    oordeel = assess_maatregel(vraag(andere=(ander,)))

    assert oordeel.is_akkoord is mag
    assert mag or sources(oordeel) == [EEN_TEGELIJK]


@pytest.mark.parametrize(
    ("gezag", "mag"),
    [
        pytest.param((date(2014, 5, 4), date(2026, 2, 28)), True, id="gestopt-de-dag-ervoor"),
        pytest.param((date(2014, 5, 4), date(2026, 3, 1)), False, id="gestopt-op-de-eerste-dag"),
        pytest.param((date(2014, 5, 4), None), False, id="loopt"),
    ],
)
def test_under_voogdij_nobody_else_has_gezag(gezag, mag):
    feiten = {"gezag": (("Esther", gezag),)}
    oordeel = assess_maatregel(vraag(VOOGDIJ, tot=None, **feiten))

    assert oordeel.is_akkoord is mag
    assert mag or sources(oordeel) == [GEZAG_OF_VOOGDIJ]
    # Under toezicht parents keep gezag.
    assert assess_maatregel(vraag(**feiten)).is_akkoord


@pytest.mark.parametrize(
    ("soort", "bron"), [(OTS, None), (VOTS, VOTS_DRIE_MAANDEN), (VOOGDIJ, VOOGD_HEEFT_GEZAG)]
)
def test_only_an_ordinary_ots_is_prolonged(soort, bron):
    assert sources(assess_verlenging(soort)) == ([bron] if bron else [])


@pytest.mark.parametrize(
    ("einde", "bron"),
    [
        (date(2026, 2, 28), EEN_TEGELIJK),
        (date(2026, 3, 1), None),
        (date(2027, 2, 28), None),
        (date(2027, 3, 1), OTS_VERLENGEN),
    ],
)
def test_an_early_end_lies_within_the_measure(einde, bron):
    assert sources(assess_einde(vraag(), einde)) == ([bron] if bron else [])


def test_voogdij_without_an_end_stops_at_eighteen_at_the_latest():
    open_einde = vraag(VOOGDIJ, tot=None)

    assert assess_einde(open_einde, date(2032, 5, 3)).is_akkoord
    assert not assess_einde(open_einde, date(2032, 5, 4)).is_akkoord


@pytest.mark.parametrize(
    ("tot", "geboren", "laatste"),
    [
        (date(2027, 1, 1), date(2014, 5, 4), date(2027, 1, 1)),
        (None, date(2014, 5, 4), date(2032, 5, 3)),
        (date(2027, 1, 1), None, date(2027, 1, 1)),
        (None, None, None),
    ],
)
def test_the_earliest_of_end_and_age_is_the_last_day(tot, geboren, laatste):
    assert holds_until(tot, geboren) == laatste


def test_who_has_gezag_by_a_measure():
    assert [een for een in Maatregelsoort if een.is_voogdij] == [VOOGDIJ, VOORLOPIG]
    assert all(een.naam for een in Maatregelsoort)
