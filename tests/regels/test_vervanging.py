"""Who may stand in, and on which days a tie passes on: to the day."""

from datetime import date, timedelta

import pytest

from rondetafel.regels.datum import holds_on
from rondetafel.regels.vervanging import (
    EIGEN_KEUZE,
    GEEN_BEKENDE,
    VERVANGER,
    Vervangingsvraag,
    assess_stoppen,
    assess_vervanging,
    ended_on,
    last_day_of_absence,
    shared_days,
)

DAG = timedelta(days=1)
VANDAAG = date(2026, 11, 16)
VAKANTIE = (date(2026, 11, 23), date(2026, 12, 3))


def ask(**anders):
    feiten = {
        "wie": "Els Habets",
        "vervanger": "Joris Crombach",
        "is_zelf": False,
        "is_collega": True,
        "van": VAKANTIE[0],
        "tot": VAKANTIE[1],
        "peildatum": VANDAAG,
    }
    return Vervangingsvraag(**feiten | anders)


@pytest.mark.parametrize(
    ("peildatum", "leest_mee"),
    [
        pytest.param(date(2026, 11, 22), False, id="dag-voor-van"),
        pytest.param(date(2026, 11, 23), True, id="van"),
        pytest.param(date(2026, 12, 3), True, id="tot"),
        pytest.param(date(2026, 12, 4), False, id="dag-na-tot"),
    ],
)
def test_a_tie_passes_on_from_the_first_day_up_to_and_including_the_last(peildatum, leest_mee):
    van, tot = shared_days((date(2026, 1, 1), None), VAKANTIE)

    assert holds_on(peildatum, van, tot) is leest_mee


@pytest.mark.parametrize(
    ("band", "dagen"),
    [
        pytest.param((date(2026, 1, 1), None), VAKANTIE, id="loopt-door"),
        pytest.param((date(2026, 1, 1), date(2026, 11, 22)), None, id="band-eindigt-dag-ervoor"),
        pytest.param((date(2026, 1, 1), VAKANTIE[0]), (VAKANTIE[0],) * 2, id="band-eindigt-op-eerste-dag"),
        pytest.param((VAKANTIE[1], None), (VAKANTIE[1],) * 2, id="band-begint-op-laatste-dag"),
        pytest.param((date(2026, 12, 4), None), None, id="band-begint-dag-erna"),
        pytest.param(
            (date(2026, 11, 25), date(2026, 11, 30)), (date(2026, 11, 25), date(2026, 11, 30)), id="erbinnen"
        ),
        pytest.param((VAKANTIE[0], VAKANTIE[0] - DAG), None, id="band-geldt-op-geen-dag"),
        pytest.param((date(2026, 11, 30), date(2026, 11, 29)), None, id="gesloten-tijdens-de-vakantie"),
    ],
)
def test_days_that_both_hold(band, dagen):
    assert shared_days(band, VAKANTIE) == dagen


@pytest.mark.parametrize(
    ("van", "laatste"),
    [
        pytest.param(date(2026, 11, 16), date(2027, 2, 15), id="gewoon"),
        pytest.param(date(2026, 1, 1), date(2026, 3, 31), id="eerste-van-de-maand"),
        pytest.param(date(2026, 11, 30), date(2027, 2, 28), id="februari-is-te-kort"),
        pytest.param(date(2027, 11, 29), date(2028, 2, 28), id="schrikkeljaar-29-november"),
        pytest.param(date(2027, 11, 30), date(2028, 2, 29), id="schrikkeljaar-30-november"),
        pytest.param(date(2028, 2, 29), date(2028, 5, 28), id="vanaf-29-februari"),
    ],
)
def test_three_months_at_most(van, laatste):
    assert last_day_of_absence(van) == laatste
    assert assess_vervanging(ask(van=van, tot=laatste, peildatum=van)).is_akkoord
    assert not assess_vervanging(ask(van=van, tot=laatste + DAG, peildatum=van)).is_akkoord


@pytest.mark.parametrize(
    ("van", "peildatum", "tot"),
    [
        pytest.param(VAKANTIE[0], date(2026, 11, 30), date(2026, 11, 29), id="onderweg"),
        pytest.param(VAKANTIE[0], VAKANTIE[0], date(2026, 11, 22), id="op-de-eerste-dag"),
        pytest.param(VAKANTIE[0], VANDAAG, date(2026, 11, 22), id="nog-niet-begonnen"),
        pytest.param(
            date(2028, 2, 1), date(2028, 3, 1), date(2028, 2, 29), id="op-1-maart-in-een-schrikkeljaar"
        ),
    ],
)
def test_stopping_works_from_that_day_on(van, peildatum, tot):
    assert ended_on(van, peildatum) == tot


@pytest.mark.parametrize(
    ("peildatum", "mag"),
    [
        pytest.param(VANDAAG, True, id="nog-niet-begonnen"),
        pytest.param(VAKANTIE[1], True, id="tot"),
        pytest.param(VAKANTIE[1] + DAG, False, id="dag-na-tot"),
    ],
)
def test_what_is_over_cannot_be_stopped(peildatum, mag):
    assert assess_stoppen(*VAKANTIE, peildatum).is_akkoord is mag


def test_what_was_stopped_before_it_began_is_over():
    assert not assess_stoppen(VAKANTIE[0], VAKANTIE[0] - DAG, VANDAAG).is_akkoord


@pytest.mark.parametrize(
    ("anders", "bron"),
    [
        pytest.param({"is_zelf": True}, EIGEN_KEUZE, id="zichzelf"),
        pytest.param({"is_collega": False}, VERVANGER, id="ander-werk"),
        pytest.param({"van": VANDAAG - DAG}, EIGEN_KEUZE, id="gisteren"),
        pytest.param({"tot": VAKANTIE[0] - DAG}, EIGEN_KEUZE, id="omgekeerd"),
        pytest.param({"andere": ((VAKANTIE[1], VAKANTIE[1]),)}, EIGEN_KEUZE, id="al-vastgelegd"),
        pytest.param({"vervanger_weg": ((VANDAAG, VAKANTIE[0]),)}, EIGEN_KEUZE, id="vervanger-zelf-weg"),
        pytest.param({"works_elsewhere": True}, EIGEN_KEUZE, id="ook-in-een-andere-gemeente"),
        pytest.param({"verbanden": ("In gezin 0147 heet iemand ook Crombach.",)}, GEEN_BEKENDE, id="naam"),
    ],
)
def test_every_refusal_says_why_and_how_to_go_on(anders, bron):
    blokkades = assess_vervanging(ask(**anders)).blokkades

    assert [reden.bron for reden in blokkades] == [bron]
    assert all(reden.tekst and reden.uitweg for reden in blokkades)


@pytest.mark.parametrize(
    "anders",
    [
        pytest.param({}, id="gewoon"),
        pytest.param({"van": VANDAAG, "tot": VANDAAG}, id="een-dag-vandaag"),
        pytest.param({"andere": ((VANDAAG, VAKANTIE[0] - DAG),)}, id="sluit-aan"),
        pytest.param({"vervanger_weg": ((VAKANTIE[1] + DAG, None),)}, id="vervanger-gaat-daarna"),
        pytest.param({"verbanden": ("In gezin 0147.",), "is_nagegaan": True}, id="nagegaan"),
    ],
)
def test_what_may(anders):
    assert assess_vervanging(ask(**anders)).is_akkoord
