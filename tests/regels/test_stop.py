"""When care may be stopped, to the day."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.gas import VIJFPUNTSSCHAAL, ZES_PUNTEN
from rondetafel.regels.stop import (
    BINNEN_LOOPTIJD,
    GAS_NODIG,
    REDEN_NODIG,
    WARM_OVERDRAGEN,
    Stopreden,
    Stopvraag,
    assess_stop,
    signal_geen_overdracht,
)
from tests.regels.voorbeelden import CATALOGUS

BEGELEIDING, ONDERZOEK = (CATALOGUS.product(een) for een in ("begeleiding-groep", "onderzoek-ggz-01"))
GOEDE_VRAAG = Stopvraag(
    product=BEGELEIDING,
    startdatum=date(2026, 1, 1),
    einddatum=date(2026, 6, 30),
    stopdatum=date(2026, 6, 30),
    reden=Stopreden.VOLGENS_PLAN,
    gas_score=0,
    heeft_papieren=True,
    overgedragen_aan="oma",
)


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="op-de-einddatum"),
        pytest.param({"stopdatum": date(2026, 7, 1)}, [BINNEN_LOOPTIJD], [], id="dag-na-einddatum"),
        pytest.param({"stopdatum": date(2026, 1, 1)}, [], [], id="op-de-startdatum"),
        pytest.param({"stopdatum": date(2025, 12, 31)}, [BINNEN_LOOPTIJD], [], id="dag-voor-startdatum"),
        pytest.param({"einddatum": None, "stopdatum": date(2030, 1, 1)}, [], [], id="zonder-einddatum"),
        pytest.param({"reden": None}, [REDEN_NODIG], [], id="zonder-reden"),
        pytest.param({"gas_score": -3}, [], [], id="score-laagste"),
        pytest.param({"gas_score": 3}, [ZES_PUNTEN], [], id="score-te-hoog"),
        pytest.param(
            {"gas_score": -3, "schaal": VIJFPUNTSSCHAAL}, [VIJFPUNTSSCHAAL.bron], [], id="andere-schaal"
        ),
        pytest.param({"gas_score": None}, [GAS_NODIG], [], id="geen-score-volgens-plan"),
        pytest.param(
            {"gas_score": None, "reden": Stopreden.IN_OVEREENSTEMMING},
            [GAS_NODIG],
            [],
            id="geen-score-samen-gestopt",
        ),
        pytest.param(
            {"gas_score": None, "reden": Stopreden.EENZIJDIG_CLIENT},
            [],
            [GAS_NODIG],
            id="geen-score-gezin-stopte",
        ),
        pytest.param(
            {"gas_score": None, "reden": Stopreden.EXTERNE_OMSTANDIGHEDEN},
            [],
            [GAS_NODIG],
            id="geen-score-verhuisd",
        ),
        pytest.param({"heeft_papieren": False}, [], [BEGELEIDING.papieren_einde.bron], id="geen-eindverslag"),
        pytest.param(
            {"heeft_papieren": False, "product": ONDERZOEK},
            [],
            [ONDERZOEK.papieren_einde.bron],
            id="geen-behandelplan",
        ),
        pytest.param({"overgedragen_aan": " "}, [], [WARM_OVERDRAGEN], id="niemand-neemt-over"),
    ],
)
def test_stop_is_refused_with_every_reason(afwijking, blokkades, signalen):
    oordeel = assess_stop(replace(GOEDE_VRAAG, **afwijking))

    assert [reden.bron for reden in oordeel.blokkades] == blokkades
    assert [reden.bron for reden in oordeel.signalen] == signalen
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_an_onderzoek_ends_with_a_behandelplan_and_not_with_an_eindverslag():
    (reden,) = assess_stop(replace(GOEDE_VRAAG, product=ONDERZOEK, heeft_papieren=False)).signalen

    assert reden.tekst == "Nog niet ingeleverd: het behandelplan."


@pytest.mark.parametrize("reden", Stopreden, ids=lambda reden: reden.naam)
def test_the_five_reasons_carry_the_codes_of_cbs(reden):
    assert reden.value == f"0{list(Stopreden).index(reden) + 1}"
    assert reden.is_uitval is (reden.value in {"03", "04"})


def test_the_facts_say_what_was_not_given():
    oordeel = assess_stop(replace(GOEDE_VRAAG, reden=None, gas_score=None))

    assert oordeel.feiten["Reden"] == "niet gekozen"
    assert oordeel.feiten["GAS-score"] == "niet gegeven"


@pytest.mark.parametrize(
    ("reden", "aan", "is_signaal"),
    [
        (Stopreden.VOLGENS_PLAN, "", True),
        (Stopreden.VOLGENS_PLAN, " ", True),
        (Stopreden.VOLGENS_PLAN, "oma en de voetbalclub", False),
        (Stopreden.IN_OVEREENSTEMMING, "", True),
        (Stopreden.EENZIJDIG_CLIENT, "", False),
        (None, "", False),
    ],
)
def test_who_takes_over_is_asked_when_help_ends_together(reden, aan, is_signaal):
    signaal = signal_geen_overdracht(reden, aan)

    assert (signaal is not None) is is_signaal
    assert signaal is None or (signaal.bron, signaal.blokkeert) == (WARM_OVERDRAGEN, False)
