"""The family may make its own plan first; the days after that, on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.familiegroepsplan import (
    AFZIEN,
    EERST_HET_GEZIN,
    OP_SCHRIFT,
    OUDERS_ZEGGEN_HET,
    ZES_WEKEN,
    Afzienreden,
    Eigenplan,
    Eigenstap,
    Stapvraag,
    assess_eigenstap,
    assess_plan_van_hulpverleners,
)
from rondetafel.regels.termijnen import Rekenbasis
from tests.regels.voorbeelden import CATALOGUS, KALENDER

BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
NIETS = Eigenplan(aangeboden_op=None)
AFGEZIEN = Eigenplan(
    aangeboden_op=date(2026, 8, 20),
    afgezien_op=date(2026, 9, 1),
    reden=Afzienreden.OUDERS_WILLEN_NIET,
)
VROEG = date(2026, 9, 2)


@pytest.mark.parametrize(
    ("eigen", "bronnen"),
    [
        pytest.param(NIETS, [EERST_HET_GEZIN], id="niet-aangeboden"),
        pytest.param(replace(NIETS, is_uitgezonderd=True), [], id="jeugdreclassering"),
        pytest.param(Eigenplan(aangeboden_op=VROEG), [], id="aangeboden"),
        pytest.param(replace(NIETS, reden=Afzienreden.BEDREIGING, afgezien_op=VROEG), [], id="bedreiging"),
        pytest.param(replace(NIETS, reden=Afzienreden.BELANG_KIND, afgezien_op=VROEG), [], id="belang-kind"),
        pytest.param(
            replace(NIETS, reden=Afzienreden.OUDERS_WILLEN_NIET, afgezien_op=VROEG),
            [EERST_HET_GEZIN],
            id="niet-gewild-zonder-aanbod",
        ),
        pytest.param(AFGEZIEN, [], id="afgezien-met-reden"),
        pytest.param(replace(AFGEZIEN, reden=None), [AFZIEN], id="afgezien-zonder-reden"),
    ],
)
def test_family_comes_first(eigen, bronnen):
    oordeel = assess_plan_van_hulpverleners(eigen, BASIS, VROEG)

    assert [reden.bron for reden in oordeel.blokkades] == bronnen
    assert all(reden.uitweg for reden in oordeel.blokkades)


@pytest.mark.parametrize(
    ("afwijking", "peildatum", "bronnen"),
    [
        pytest.param({}, date(2026, 10, 13), [], id="zes-weken"),
        pytest.param({}, date(2026, 10, 14), [ZES_WEKEN], id="zes-weken-en-een-dag"),
        pytest.param({"plan_op": date(2026, 10, 13)}, date(2027, 1, 1), [], id="op-tijd-gemaakt"),
        pytest.param({"plan_op": date(2026, 10, 14)}, date(2027, 1, 1), [ZES_WEKEN], id="te-laat-gemaakt"),
        # Saturday 5 September and six weeks end on a Saturday: Monday 19 October still counts.
        pytest.param({"afgezien_op": date(2026, 9, 5)}, date(2026, 10, 19), [], id="weekend-schuift"),
        pytest.param({"afgezien_op": date(2026, 9, 5)}, date(2026, 10, 20), [ZES_WEKEN], id="na-weekend"),
        pytest.param({"schrift_gevraagd_op": date(2026, 9, 7)}, date(2026, 9, 21), [], id="veertien-dagen"),
        pytest.param(
            {"schrift_gevraagd_op": date(2026, 9, 7)}, date(2026, 9, 22), [OP_SCHRIFT], id="vijftien-dagen"
        ),
        pytest.param(
            {"schrift_gevraagd_op": date(2026, 9, 7), "schrift_gegeven_op": date(2026, 9, 21)},
            date(2026, 9, 30),
            [],
            id="op-schrift-gegeven",
        ),
    ],
)
def test_days_after_the_family_made_no_plan(afwijking, peildatum, bronnen):
    oordeel = assess_plan_van_hulpverleners(replace(AFGEZIEN, **afwijking), BASIS, peildatum)

    assert [reden.bron for reden in oordeel.signalen] == bronnen
    assert oordeel.is_akkoord


ANTWOORD = Stapvraag(
    stap=Eigenstap.AFGEZIEN,
    op=VROEG,
    aangeboden_op=VROEG,
    reden=Afzienreden.OUDERS_WILLEN_NIET,
    is_gezin=True,
    is_ouder=True,
)


@pytest.mark.parametrize(
    ("anders", "bronnen"),
    [
        pytest.param({}, [], id="ouder-ziet-af-op-de-dag-van-de-vraag"),
        pytest.param({"aangeboden_op": None}, [EERST_HET_GEZIN], id="niet-gevraagd"),
        pytest.param({"reden": None}, [AFZIEN], id="geen-reden"),
        pytest.param({"is_ouder": False}, [OUDERS_ZEGGEN_HET], id="jongere-ziet-niet-af"),
        pytest.param({"is_ouder": False, "stap": Eigenstap.ZELF, "reden": None}, [], id="jongere-zegt-ja"),
        pytest.param({"is_ouder": False, "is_gezin": False}, [], id="regisseur-schrijft-op"),
        pytest.param({"op": date(2026, 9, 1)}, [EERST_HET_GEZIN], id="dag-voor-de-vraag"),
        pytest.param({"op": date(2026, 9, 3)}, [EERST_HET_GEZIN], id="morgen"),
        pytest.param(
            {"stap": Eigenstap.PLAN, "op": date(2026, 9, 1), "reden": None}, [], id="plan-lag-er-al"
        ),
        pytest.param(
            {"stap": Eigenstap.ZELF, "aangeboden_op": None, "reden": None}, [], id="begint-uit-zichzelf"
        ),
    ],
)
def test_which_step_may_be_written_down(anders, bronnen):
    oordeel = assess_eigenstap(replace(ANTWOORD, **anders), VROEG)

    assert [reden.bron for reden in oordeel.blokkades] == bronnen
    assert all(reden.uitweg for reden in oordeel.blokkades)
