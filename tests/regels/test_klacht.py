"""The clocks of a complaint, to the day on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.klacht import OPPAKKEN, REACTIE, Klacht, assess_klacht
from rondetafel.regels.termijnen import Rekenbasis
from tests.regels.voorbeelden import CATALOGUS, KALENDER

BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
KLACHT = Klacht(ontvangen_op=date(2026, 11, 6))
OPGEPAKT = replace(KLACHT, opgepakt_op=date(2026, 11, 9))


@pytest.mark.parametrize(
    ("klacht", "peildatum", "bronnen"),
    [
        pytest.param(KLACHT, date(2026, 11, 13), [], id="vijfde-werkdag"),
        pytest.param(KLACHT, date(2026, 11, 14), [OPPAKKEN], id="dag-erna"),
        pytest.param(
            replace(KLACHT, opgepakt_op=date(2026, 11, 13)), date(2027, 1, 1), [], id="opgepakt-op-tijd"
        ),
        pytest.param(
            replace(KLACHT, opgepakt_op=date(2026, 11, 16)), date(2027, 1, 1), [OPPAKKEN], id="te-laat"
        ),
        pytest.param(Klacht(ontvangen_op=date(2026, 4, 24)), date(2026, 5, 4), [], id="om-koningsdag-heen"),
        pytest.param(
            replace(OPGEPAKT, oordeel_op=date(2026, 9, 26)), date(2026, 10, 26), [], id="maand-op-maandag"
        ),
        pytest.param(
            replace(OPGEPAKT, oordeel_op=date(2026, 9, 26)), date(2026, 10, 27), [REACTIE], id="maand-voorbij"
        ),
        pytest.param(
            replace(OPGEPAKT, oordeel_op=date(2026, 9, 24)), date(2026, 10, 26), [], id="zaterdag-schuift"
        ),
        pytest.param(
            replace(OPGEPAKT, oordeel_op=date(2026, 9, 26), gereageerd_op=date(2026, 10, 26)),
            date(2027, 1, 1),
            [],
            id="gereageerd-op-tijd",
        ),
        pytest.param(OPGEPAKT, date(2027, 1, 1), [], id="geen-oordeel-geen-klok"),
    ],
)
def test_clocks_of_a_complaint(klacht, peildatum, bronnen):
    oordeel = assess_klacht(klacht, BASIS, peildatum)

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord


def test_who_is_late_hears_what_to_do_now():
    te_laat = assess_klacht(KLACHT, BASIS, date(2026, 11, 20)).redenen[0]
    gedaan = assess_klacht(
        replace(KLACHT, opgepakt_op=date(2026, 11, 20)), BASIS, date(2026, 11, 20)
    ).redenen[0]

    assert te_laat.uitweg and not gedaan.uitweg
    assert te_laat.tekst == "Deze klacht moest uiterlijk op 13 november 2026 worden opgepakt."


def test_days_stand_among_the_facts():
    feiten = assess_klacht(replace(OPGEPAKT, oordeel_op=date(2026, 9, 26)), BASIS, date(2026, 9, 30)).feiten

    assert feiten["Oppakken uiterlijk"] == "13 november 2026"
    assert feiten["Reactie uiterlijk"] == "26 oktober 2026"
