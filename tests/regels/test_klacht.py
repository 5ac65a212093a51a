"""The clocks of a complaint, to the day on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.klacht import OPPAKKEN, REACTIE, Klacht, Klachtstap, assess_klacht, assess_klachtstap
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


OORDEEL_NEGEN = replace(OPGEPAKT, oordeel_op=date(2026, 11, 9))
VANDAAG = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("klacht", "stap", "op", "mag"),
    [
        pytest.param(KLACHT, Klachtstap.OPGEPAKT, date(2026, 11, 6), True, id="op-de-dag-zelf"),
        pytest.param(KLACHT, Klachtstap.OPGEPAKT, date(2026, 11, 5), False, id="voor-de-ontvangst"),
        pytest.param(KLACHT, Klachtstap.OPGEPAKT, VANDAAG, True, id="vandaag"),
        pytest.param(KLACHT, Klachtstap.OPGEPAKT, date(2026, 11, 17), False, id="morgen"),
        pytest.param(KLACHT, Klachtstap.KLAAR, VANDAAG, False, id="klaar-zonder-oppakken"),
        pytest.param(OPGEPAKT, Klachtstap.OORDEEL, date(2026, 11, 9), True, id="oordeel-op-dezelfde-dag"),
        pytest.param(OPGEPAKT, Klachtstap.OORDEEL, date(2026, 11, 8), False, id="oordeel-dag-te-vroeg"),
        pytest.param(OPGEPAKT, Klachtstap.REACTIE, VANDAAG, False, id="reactie-zonder-oordeel"),
        pytest.param(OPGEPAKT, Klachtstap.LANGER, date(2026, 11, 17), True, id="langer-tot-morgen"),
        pytest.param(OPGEPAKT, Klachtstap.LANGER, VANDAAG, False, id="langer-tot-vandaag"),
        pytest.param(OORDEEL_NEGEN, Klachtstap.KLAAR, VANDAAG, False, id="klaar-zonder-reactie"),
        pytest.param(
            replace(OORDEEL_NEGEN, gereageerd_op=VANDAAG), Klachtstap.KLAAR, VANDAAG, True, id="klaar"
        ),
        pytest.param(
            replace(OPGEPAKT, gesloten_op=VANDAAG), Klachtstap.OORDEEL, VANDAAG, False, id="gesloten"
        ),
    ],
)
def test_steps_follow_each_other(klacht, stap, op, mag):
    assert assess_klachtstap(klacht, stap, op, VANDAAG).is_akkoord is mag
