"""What follows from looking back on a goal, and who may write it down."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.evaluatie import (
    DOOR_EIGENAAR,
    IN_DE_TIJD,
    IN_WOORDEN,
    NIET_OPSTUREN,
    PLAN_BESPREKEN,
    Evaluatievraag,
    assess_evaluatie,
    is_last,
    signal_advies,
    signal_laat,
)
from rondetafel.regels.evaluatieadvies import (
    ADVIEZEN,
    ANDERS,
    DOORGAAN,
    EERDER_KLAAR,
    NIET_TE_BEREIKEN,
    OVERDRAGEN,
    VERLENGEN,
    Moment,
    Uitkomst,
    suggest_moment,
)
from rondetafel.regels.gas import ZES_PUNTEN
from rondetafel.regels.oordeel import as_record, from_record

VRAAG = Evaluatievraag(
    doel="Elke dag op tijd op school",
    eigenaar="Esther Vermeer",
    is_eigenaar=True,
    is_regisseur=False,
    dag=date(2026, 11, 3),
    peildatum=date(2026, 11, 3),
    begonnen_op=date(2026, 8, 3),
    moment=Moment.TUSSEN,
    uitkomst=Uitkomst.DEELS,
    waarneming="Het lukt nu drie dagen per week.",
)


@pytest.mark.parametrize(
    ("moment", "uitkomst", "bron", "laatste", "begin"),
    [
        (Moment.TUSSEN, Uitkomst.BEHAALD, EERDER_KLAAR, True, "Het doel is eerder bereikt"),
        (Moment.TUSSEN, Uitkomst.DEELS, DOORGAAN, False, "Een deel is gelukt. Ga door"),
        (Moment.TUSSEN, Uitkomst.NIET, ANDERS, False, "Met deze hulp lukt het niet. Stop"),
        (Moment.EIND, Uitkomst.BEHAALD, OVERDRAGEN, True, "Het doel is bereikt. Stop"),
        (
            Moment.EIND,
            Uitkomst.DEELS,
            VERLENGEN,
            False,
            "Het doel is nog niet bereikt, maar het gaat vooruit",
        ),
        (Moment.EIND, Uitkomst.NIET, NIET_TE_BEREIKEN, True, "Dit doel is met deze hulp niet te bereiken"),
    ],
)
def test_each_outcome_has_its_advice(moment, uitkomst, bron, laatste, begin):
    vraag = replace(VRAAG, moment=moment, uitkomst=uitkomst)

    advies = signal_advies(vraag)

    assert (advies.bron, advies.blokkeert, is_last(vraag)) == (bron, False, laatste)
    assert advies.tekst.startswith(begin)
    assert advies.uitweg


def test_no_outcome_is_without_advice():
    assert set(ADVIEZEN) == {(moment, uitkomst) for moment in Moment for uitkomst in Uitkomst}


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({}, [], id="eigenaar"),
        pytest.param({"is_eigenaar": False, "is_regisseur": True}, [], id="regisseur"),
        pytest.param({"is_eigenaar": False}, [DOOR_EIGENAAR], id="iemand-anders"),
        pytest.param({"dag": date(2026, 11, 4)}, [IN_DE_TIJD], id="morgen"),
        pytest.param({"dag": date(2026, 8, 3)}, [], id="op-de-begindag"),
        pytest.param({"dag": date(2026, 8, 2)}, [IN_DE_TIJD], id="voor-het-begin"),
        pytest.param({"vorige": date(2026, 11, 2)}, [], id="na-de-vorige"),
        pytest.param({"vorige": date(2026, 11, 3)}, [IN_DE_TIJD], id="zelfde-dag"),
        pytest.param({"waarneming": " \n"}, [IN_WOORDEN], id="zonder-woorden"),
        pytest.param({"scores": (-3, 2)}, [], id="scores-op-de-schaal"),
        pytest.param({"scores": (0, 3)}, [ZES_PUNTEN], id="te-hoog"),
        pytest.param({"scores": (-4,)}, [ZES_PUNTEN], id="te-laag"),
        pytest.param(
            {"is_eigenaar": False, "dag": date(2026, 11, 4), "waarneming": ""},
            [DOOR_EIGENAAR, IN_DE_TIJD, IN_WOORDEN],
            id="alles-tegelijk",
        ),
    ],
)
def test_what_may_be_written_down(afwijking, bronnen):
    oordeel = assess_evaluatie(replace(VRAAG, **afwijking))

    assert [reden.bron for reden in oordeel.blokkades] == bronnen
    assert oordeel.is_akkoord is (not bronnen)
    assert all(reden.uitweg for reden in oordeel.blokkades)


@pytest.mark.parametrize(
    ("dag", "uiterlijk", "is_laat"),
    [
        (date(2026, 11, 3), date(2026, 11, 3), False),
        (date(2026, 11, 4), date(2026, 11, 3), True),
        (date(2026, 11, 4), None, False),
    ],
)
def test_late_is_said_and_stops_nobody(dag, uiterlijk, is_laat):
    reden = signal_laat(replace(VRAAG, dag=dag, uiterlijk=uiterlijk))

    assert (reden is not None) is is_laat
    assert not (reden and reden.blokkeert)


@pytest.mark.parametrize(
    ("dag", "streefdatum", "moment"),
    [
        (date(2026, 10, 31), date(2026, 12, 1), Moment.TUSSEN),
        (date(2026, 11, 1), date(2026, 12, 1), Moment.EIND),
        (date(2027, 1, 1), date(2026, 12, 1), Moment.EIND),
        (date(2027, 1, 1), None, Moment.TUSSEN),
    ],
)
def test_the_last_time_is_suggested_a_month_before_the_goal_is_due(dag, streefdatum, moment):
    assert suggest_moment(dag, streefdatum) is moment


def test_evaluation_goes_to_jens_only_with_an_extension():
    tussen = assess_evaluatie(VRAAG)
    verlengen = assess_evaluatie(replace(VRAAG, moment=Moment.EIND))

    assert [reden.bron for reden in tussen.signalen] == [DOORGAAN, PLAN_BESPREKEN]
    assert [reden.bron for reden in verlengen.signalen] == [VERLENGEN, NIET_OPSTUREN, PLAN_BESPREKEN]


def test_judgement_can_be_kept_and_read_again():
    oordeel = assess_evaluatie(VRAAG)

    assert from_record(as_record(oordeel)) == oordeel
    assert oordeel.feiten["Uitkomst"] == "het gaat vooruit"
