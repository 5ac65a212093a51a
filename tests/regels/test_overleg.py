"""When an RTO counts."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.overleg import (
    ALLEN_AAN_TAFEL,
    CONCRETE_DOELEN,
    GEHOUDEN,
    GEZIN_AAN_TAFEL,
    INITIATIEF,
    INITIATIEFNEMERS,
    REGISSEUR_AAN_TAFEL,
    TOTAAL_BEKEKEN,
    VOLGENDE_DATUM,
    ZEKER_AAN_TAFEL,
    Rto,
    Verslag,
    assess_rto,
    require_initiatief,
    signal_geen_volgende,
)
from rondetafel.regels.termijnen import Rol
from rondetafel.toegang.rechten import Recht, hoedanigheden_with
from tests.regels.voorbeelden import goed_rto

GOED = goed_rto(date(2026, 5, 12))


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({}, [], id="telt"),
        pytest.param({"totaalproces_bekeken": False}, [TOTAAL_BEKEKEN], id="niet-naar-alles-gekeken"),
        pytest.param({"concrete_doelen": 0}, [CONCRETE_DOELEN], id="geen-doel"),
        pytest.param({"regisseur_aanwezig": False}, [REGISSEUR_AAN_TAFEL], id="zonder-regisseur"),
        pytest.param({"gezin_aanwezig": False}, [GEZIN_AAN_TAFEL], id="zonder-gezin"),
        pytest.param({"gehouden_op": None}, [GEHOUDEN], id="niet-gehouden"),
    ],
)
def test_rto_counts_only_when_everything_is_there(afwijking, bronnen):
    oordeel = assess_rto(replace(GOED, **afwijking))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord is (not bronnen)
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_somebody_absent_is_signalled_but_the_rto_counts():
    oordeel = assess_rto(replace(GOED, afwezig=("De Linde", "school")))

    assert oordeel.is_akkoord
    assert [reden.bron for reden in oordeel.redenen] == [ALLEN_AAN_TAFEL]
    assert oordeel.redenen[0].tekst == "Niet bij het RTO van 12 mei 2026: De Linde, school."


def test_who_had_to_be_there_and_was_not_is_signalled_apart():
    oordeel = assess_rto(replace(GOED, afwezig=("De Linde",), gemist=("Juf Anja",)))

    assert oordeel.is_akkoord
    assert [reden.bron for reden in oordeel.redenen] == [ZEKER_AAN_TAFEL, ALLEN_AAN_TAFEL]
    assert (
        oordeel.redenen[0].tekst
        == "Moest er zeker bij zijn, en was niet bij het RTO van 12 mei 2026: Juf Anja."
    )


@pytest.mark.parametrize(
    ("rto", "tekst"),
    [
        pytest.param(
            Rto(gepland_op=date(2026, 6, 2)), "Het RTO van 2 juni 2026 is nog niet gehouden.", id="gepland"
        ),
        pytest.param(Rto(), "Het RTO zonder datum is nog niet gehouden.", id="nog-geen-datum"),
    ],
)
def test_a_planned_rto_gives_one_reason(rto, tekst):
    assert [reden.tekst for reden in assess_rto(rto).redenen] == [tekst]


@pytest.mark.parametrize("rol", Rol)
def test_regisseur_and_zorgaanbieder_take_the_initiative(rol):
    reden = require_initiatief(rol)

    assert (reden is None) is (rol in (Rol.REGISSEUR, Rol.AANBIEDER))
    assert reden is None or reden.bron == INITIATIEF


def test_the_right_to_plan_a_meeting_is_that_of_the_rule():
    assert {str(een) for een in hoedanigheden_with(Recht.OVERLEG_PLANNEN)} == {
        rol.value for rol in INITIATIEFNEMERS
    }


@pytest.mark.parametrize(
    ("volgende_op", "is_laatste", "bronnen"),
    [
        pytest.param(None, False, [VOLGENDE_DATUM], id="niets-gepland"),
        pytest.param(date(2026, 5, 12), False, [VOLGENDE_DATUM], id="zelfde-dag"),
        pytest.param(date(2026, 5, 13), False, [], id="dag-erna"),
        pytest.param(None, True, [], id="eindoverleg"),
    ],
)
def test_next_date_is_planned_at_the_end(volgende_op, is_laatste, bronnen):
    verslag = Verslag(gehouden_op=date(2026, 5, 12), volgende_op=volgende_op, is_laatste=is_laatste)

    gevonden = [signal_geen_volgende(verslag)]

    assert [reden.bron for reden in gevonden if reden] == bronnen
    assert not any(reden.blokkeert for reden in gevonden if reden)
