"""What another reading of the sources changes: each keuze asked with the one that holds here and with the other."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.akkoord import assess_akkoord
from rondetafel.regels.kernteam import begin_of_week
from rondetafel.regels.looptijd import asks_einddatum, longest_of
from rondetafel.regels.papieren import nature_of_brief
from rondetafel.regels.uitsluitingen import ONTLASTING, uitsluitingen_of
from tests.regels.test_akkoord import GOEDE_VRAAG
from tests.regels.voorbeelden import BEGELEIDING_GROEP, GEBIEDSTEAM, KEUZES, LOGEREN, choose

ZES_MAANDEN = choose("einddatum-gebiedsteam", "zes-maanden")
NOOIT_ONTLASTING = choose("logeren-ontlasting", "nooit-ontlasting")
TEAM = replace(GOEDE_VRAAG, product=GEBIEDSTEAM, aantal_per_week=None, eerder=())


@pytest.mark.parametrize(
    ("einddatum", "hier", "daar"),
    [
        pytest.param(None, True, False, id="zonder-einddatum"),
        pytest.param(date(2026, 6, 30), True, True, id="zes-maanden"),
        pytest.param(date(2026, 7, 1), True, False, id="een-dag-meer"),
    ],
)
def test_the_last_day_of_a_gebiedsteam(einddatum, hier, daar):
    vraag = replace(TEAM, einddatum=einddatum)
    anders = assess_akkoord(replace(vraag, keuzes=ZES_MAANDEN))

    assert assess_akkoord(vraag).is_akkoord is hier
    assert anders.is_akkoord is daar
    assert daar or {reden.bron for reden in anders.blokkades} == {
        ZES_MAANDEN["einddatum-gebiedsteam"].lezing.bron
    }


def test_the_reading_about_a_gebiedsteam_touches_no_other_help():
    for keuzes in (KEUZES, ZES_MAANDEN):
        assert asks_einddatum(BEGELEIDING_GROEP, keuzes) == BEGELEIDING_GROEP.einddatum_nodig.bron
        assert longest_of(LOGEREN, keuzes) == LOGEREN.maximum_maanden


@pytest.mark.parametrize(
    ("keuzes", "niet_voor"),
    [
        pytest.param(KEUZES, (), id="eigen-regel"),
        pytest.param(NOOIT_ONTLASTING, (ONTLASTING,), id="nooit-ontlasting"),
    ],
)
def test_logeren_for_rest_alone(keuzes, niet_voor):
    vraag = replace(GOEDE_VRAAG, product=LOGEREN, keuzes=keuzes, uitsluitingen=frozenset({ONTLASTING}))
    bron = keuzes["logeren-ontlasting"].lezing.bron

    assert tuple(een.code for een in uitsluitingen_of(LOGEREN, keuzes)) == niet_voor
    assert (bron in {reden.bron for reden in assess_akkoord(vraag).blokkades}) is bool(niet_voor)


def test_what_a_product_says_itself_is_not_said_twice():
    assert uitsluitingen_of(BEGELEIDING_GROEP, NOOIT_ONTLASTING) == BEGELEIDING_GROEP.uitsluitingen


@pytest.mark.parametrize(
    ("lezing", "woorden"),
    [
        pytest.param("beide", ("overeenkomst", "opdracht"), id="beide"),
        pytest.param("overeenkomst", ("overeenkomst",), id="overeenkomst"),
        pytest.param("opdracht", ("opdracht",), id="opdracht"),
    ],
)
def test_what_the_letter_says_it_is(lezing, woorden):
    zin = nature_of_brief(choose("aard-brief", lezing))

    assert tuple(woord for woord in ("overeenkomst", "opdracht") if woord in zin) == woorden


@pytest.mark.parametrize(
    ("lezing", "doorgestuurd_op", "begin"),
    [
        pytest.param("alleen-compleet", None, None, id="nog-niet-compleet"),
        pytest.param("alleen-compleet", date(2026, 11, 6), date(2026, 11, 6), id="compleet"),
        pytest.param("alle", None, date(2026, 11, 2), id="alle-nog-niet-compleet"),
        pytest.param("alle", date(2026, 11, 6), date(2026, 11, 2), id="alle-compleet"),
    ],
)
def test_the_week_of_the_kernteam_begins(lezing, doorgestuurd_op, begin):
    assert begin_of_week(date(2026, 11, 2), doorgestuurd_op, choose("twaalf-b", lezing)) == begin
