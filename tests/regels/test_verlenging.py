"""The table a product owner can read: what differs on the left, which rule objects on the right."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rondetafel.regels.datum import DAG
from rondetafel.regels.overleg import CONCRETE_DOELEN, Rto
from rondetafel.regels.product import Papier
from rondetafel.regels.verlenging import LATER_EINDE, LOPEND_AKKOORD, assess_verlenging
from rondetafel.regels.verlengingsvraag import (
    Ingeleverd,
    Verlengingsvraag,
    last_day_of_extension,
    last_day_to_ask,
)
from tests.regels.voorbeelden import (
    BEGELEIDING_GROEP,
    BEHANDELING_INDIVIDUEEL,
    CATALOGUS,
    GEBIEDSTEAM,
    KEUZES,
    choose,
    goed_rto,
)

PAPIEREN = tuple(
    Ingeleverd(papier=papier, ingeleverd_op=date(2025, 5, 5), van_dag=date(2025, 5, 1))
    for papier in (Papier.EVALUATIE, Papier.PLAN_VAN_AANPAK, Papier.GEZINSPLAN)
)
GOEDE_VRAAG = Verlengingsvraag(
    product=BEGELEIDING_GROEP,
    normen=CATALOGUS.normen,
    keuzes=KEUZES,
    startdatum=date(2025, 1, 1),
    einddatum=date(2025, 6, 30),
    eerste_startdatum=date(2025, 1, 1),
    tot=date(2025, 9, 30),  # three months on, to the day
    ingediend_op=date(2025, 5, 5),  # eight weeks before, to the day
    rtos=(goed_rto(date(2025, 6, 30)),),
    ingeleverd=PAPIEREN,
    plan_op=date(2025, 5, 1),
)
GEEN_RTO = BEGELEIDING_GROEP.rto_nodig.bron
TE_LANG = BEGELEIDING_GROEP.maximum_maanden.bron
LANGER_DAN_GEWOON = BEGELEIDING_GROEP.verlenging_maanden.bron
OP_TIJD = GOEDE_VRAAG.norm.bron


def bronnen_of(redenen):
    return [reden.bron for reden in redenen]


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="alles-op-orde"),
        pytest.param({"rtos": ()}, [GEEN_RTO], [], id="geen-rto"),
        pytest.param({"rtos": (goed_rto(date(2024, 12, 31)),)}, [GEEN_RTO], [], id="rto-voor-deze-looptijd"),
        pytest.param({"rtos": (goed_rto(date(2025, 1, 1)),)}, [], [], id="rto-op-de-eerste-dag"),
        pytest.param({"rtos": (goed_rto(date(2025, 7, 1)),)}, [GEEN_RTO], [], id="rto-na-einddatum"),
        pytest.param({"rtos": (Rto(gepland_op=date(2025, 5, 5)),)}, [], [], id="rto-vandaag-afgesproken"),
        pytest.param({"rtos": (Rto(gepland_op=date(2025, 6, 30)),)}, [], [], id="rto-op-de-laatste-dag"),
        pytest.param({"rtos": (Rto(gepland_op=date(2025, 7, 1)),)}, [GEEN_RTO], [], id="rto-te-laat-gepland"),
        pytest.param(
            {"rtos": (Rto(gepland_op=date(2025, 5, 4)),)},
            [GEEN_RTO],
            [],
            id="rto-van-gisteren-niet-vastgelegd",
        ),
        pytest.param(
            {"rtos": (Rto(gepland_op=date(2025, 6, 3)),), "besluit_op": date(2025, 5, 6)},
            [GEEN_RTO],
            [],
            id="besluit-voor-het-rto",
        ),
        pytest.param(
            {
                "rtos": (
                    replace(goed_rto(date(2025, 3, 3)), concrete_doelen=0),
                    Rto(gepland_op=date(2025, 6, 3)),
                )
            },
            [],
            [],
            id="nieuw-rto-afgesproken",
        ),
        pytest.param(
            {"rtos": (replace(goed_rto(date(2025, 6, 3)), concrete_doelen=0),)},
            [CONCRETE_DOELEN],
            [],
            id="rto-zonder-doelen",
        ),
        pytest.param(
            {"rtos": (goed_rto(date(2025, 3, 3)), replace(goed_rto(date(2025, 6, 3)), concrete_doelen=0))},
            [],
            [],
            id="een-van-twee-rtos-telt",
        ),
        pytest.param({"tot": date(2025, 10, 1)}, [], [LANGER_DAN_GEWOON], id="langer-dan-drie-maanden"),
        pytest.param({"tot": date(2025, 12, 31)}, [], [LANGER_DAN_GEWOON], id="zes-maanden-precies"),
        pytest.param({"tot": date(2026, 1, 1)}, [TE_LANG], [LANGER_DAN_GEWOON], id="dag-te-lang"),
        pytest.param({"tot": date(2025, 7, 1)}, [], [], id="een-dag-erbij"),
        pytest.param({"tot": date(2025, 6, 30)}, [LATER_EINDE], [], id="niet-later-dan-nu"),
        pytest.param({"ingediend_op": date(2025, 5, 6)}, [], [OP_TIJD], id="dag-te-laat-gevraagd"),
        pytest.param({"ingediend_op": date(2025, 6, 30)}, [], [OP_TIJD], id="op-de-laatste-dag-gevraagd"),
        pytest.param({"ingediend_op": date(2025, 7, 1)}, [LOPEND_AKKOORD], [OP_TIJD], id="na-het-einde"),
        pytest.param(
            {"rtos": (), "tot": date(2027, 1, 1), "ingediend_op": date(2025, 7, 1)},
            [LOPEND_AKKOORD, GEEN_RTO, TE_LANG],
            [LANGER_DAN_GEWOON, OP_TIJD],
            id="alles-tegelijk",
        ),
        pytest.param({"product": GEBIEDSTEAM, "rtos": (), "tot": date(2030, 1, 1)}, [], [], id="gebiedsteam"),
    ],
)
def test_verlenging_is_refused_with_every_reason(afwijking, blokkades, signalen):
    oordeel = assess_verlenging(replace(GOEDE_VRAAG, **afwijking))

    assert bronnen_of(oordeel.blokkades) == blokkades
    assert bronnen_of(oordeel.signalen) == signalen
    assert oordeel.is_akkoord is (not blokkades)
    assert all(reden.uitweg for reden in oordeel.redenen)


BEHANDELING = replace(
    GOEDE_VRAAG,
    product=BEHANDELING_INDIVIDUEEL,
    einddatum=date(2025, 10, 31),
    ingediend_op=date(2025, 9, 5),
    evaluaties=(date(2025, 6, 5),),  # three months before, to the day
    plan_op=date(2025, 6, 5),
    tot=date(2025, 12, 31),
)
IN_TOTAAL = BEHANDELING_INDIVIDUEEL.totaal_maanden.bron
MEER_DAN_TWEE_MAANDEN = BEHANDELING_INDIVIDUEEL.verlenging_maanden.bron


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="tien-en-twee-maanden"),
        pytest.param(
            {"tot": date(2026, 1, 1)}, [IN_TOTAAL], [MEER_DAN_TWEE_MAANDEN], id="dag-meer-dan-twaalf"
        ),
        pytest.param(
            {"eerste_startdatum": date(2024, 12, 31)}, [IN_TOTAAL], [], id="keten-begon-een-dag-eerder"
        ),
        pytest.param(
            {
                "einddatum": date(2025, 6, 30),
                "tot": date(2025, 12, 31),
                "ingediend_op": date(2025, 5, 5),
                "evaluaties": (),
            },
            [],
            [MEER_DAN_TWEE_MAANDEN],
            id="zes-en-zes-maanden",
        ),
    ],
)
def test_behandeling_individueel_has_a_total(afwijking, blokkades, signalen):
    oordeel = assess_verlenging(replace(BEHANDELING, **afwijking))

    assert bronnen_of(oordeel.blokkades) == blokkades
    assert bronnen_of(oordeel.signalen) == signalen


def test_contradicting_columns_are_shown_to_the_reader():
    (reden, *_) = assess_verlenging(replace(BEHANDELING, tot=date(2026, 1, 1))).redenen

    assert reden.tekst.startswith(
        "Behandeling individueel gaat vanaf 1 januari 2025 tot 12 maanden in totaal. "
        "Dat is hier t/m 31 december 2025. De bronnen zijn het hier niet eens."
    )


@pytest.mark.parametrize(
    ("rtos", "uitweg"),
    [
        pytest.param((), "Plan een RTO, uiterlijk op 30 juni 2025.", id="niets-gepland"),
        pytest.param(
            (Rto(gepland_op=date(2025, 7, 1)),),
            "Plan een RTO, uiterlijk op 30 juni 2025.",
            id="te-laat-gepland",
        ),
        pytest.param(
            (Rto(gepland_op=date(2025, 5, 4)),),
            "Leg vast dat het RTO van 4 mei 2025 gehouden is.",
            id="gepland-en-voorbij",
        ),
    ],
)
def test_a_missing_rto_comes_with_a_way_out(rtos, uitweg):
    (reden,) = assess_verlenging(replace(GOEDE_VRAAG, rtos=rtos)).redenen

    assert reden.tekst == ("Er is in deze looptijd (1 januari 2025 t/m 30 juni 2025) nog geen RTO gehouden.")
    assert reden.uitweg == uitweg


@pytest.mark.parametrize(
    ("rtos", "feit"),
    [
        pytest.param((), "niet gehouden en niet afgesproken", id="geen"),
        pytest.param((Rto(gepland_op=date(2025, 6, 3)),), "afgesproken op 3 juni 2025", id="afgesproken"),
        pytest.param((goed_rto(date(2025, 5, 2)),), "gehouden op 2 mei 2025", id="gehouden"),
    ],
)
def test_the_judgement_keeps_on_which_rto_it_rests(rtos, feit):
    assert assess_verlenging(replace(GOEDE_VRAAG, rtos=rtos)).feiten["RTO"] == feit


def test_of_two_rtos_that_do_not_count_the_latest_is_explained():
    vroeg = replace(goed_rto(date(2025, 2, 3)), gezin_aanwezig=False)
    laat = replace(goed_rto(date(2025, 6, 3)), concrete_doelen=0)
    (reden,) = assess_verlenging(replace(GOEDE_VRAAG, rtos=(laat, vroeg))).redenen

    assert reden.tekst == "In het RTO van 3 juni 2025 is geen concreet doel benoemd."


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 12))
def test_an_extension_joins_what_it_extends(einddatum, maanden):
    assert last_day_of_extension(einddatum, maanden) > einddatum
    assert (einddatum - last_day_to_ask(einddatum, GOEDE_VRAAG.norm)).days == 56
    assert last_day_of_extension(einddatum, maanden + 1) >= last_day_of_extension(einddatum, maanden) + DAG


ZONDER = {"ingeleverd": (), "evaluaties": ()}


@pytest.mark.parametrize(
    ("afwijking", "ontbreekt"),
    [
        pytest.param(
            ZONDER, "evaluatie en verslag van de voortgang, plan van aanpak, gezinsplan", id="niets"
        ),
        pytest.param(
            {"ingeleverd": PAPIEREN[:2]}, "gezinsplan, besproken met het gezin", id="geen-gezinsplan"
        ),
        pytest.param(
            {"ingeleverd": PAPIEREN[1:], "evaluaties": (date(2025, 5, 1),)},
            "",
            id="evaluatie-staat-in-het-plan",
        ),
        pytest.param(
            {"ingeleverd": PAPIEREN[:2], "keuzes": choose("verlenging-papieren", "alleen-jens")},
            "",
            id="alleen-wat-jens-vraagt",
        ),
    ],
)
def test_papers_are_handed_in(afwijking, ontbreekt):
    oordeel = assess_verlenging(replace(GOEDE_VRAAG, **afwijking))

    assert oordeel.is_akkoord is (not ontbreekt)
    assert [reden.tekst.startswith(f"Nog niet ingeleverd: {ontbreekt}") for reden in oordeel.redenen] == (
        [True] if ontbreekt else []
    )


@pytest.mark.parametrize(
    ("evaluatie", "lezing", "eind", "mag"),
    [
        pytest.param(date(2025, 2, 5), "laatste-kwartaal", (), True, id="drie-maanden-precies"),
        pytest.param(date(2025, 2, 4), "laatste-kwartaal", (), False, id="dag-ouder"),
        pytest.param(date(2025, 5, 1), "eindevaluatie-vervroegd", (), False, id="eindevaluatie-is-er-niet"),
        pytest.param(
            date(2025, 5, 1), "eindevaluatie-vervroegd", (date(2025, 5, 5),), True, id="eindevaluatie-op-tijd"
        ),
        pytest.param(
            date(2025, 5, 1), "eindevaluatie-vervroegd", (date(2024, 12, 31),), False, id="van-de-vorige-keer"
        ),
    ],
)
def test_newest_evaluation_counts(evaluatie, lezing, eind, mag):
    vraag = replace(
        GOEDE_VRAAG,
        ingeleverd=PAPIEREN[1:],
        evaluaties=(date(2025, 1, 5), evaluatie),
        eindevaluaties=eind,
        keuzes=choose("verlenging-evaluatie", lezing),
    )

    assert assess_verlenging(vraag).is_akkoord is mag


MAATWERK = replace(
    GOEDE_VRAAG,
    product=CATALOGUS.product("begeleiding-individueel-maatwerk"),
    startdatum=date(2025, 4, 1),
    eerste_startdatum=date(2025, 4, 1),
    rto_op=date(2025, 6, 26),
    volgend_rto_op=date(2025, 9, 24),
    rtos=(Rto(gepland_op=date(2025, 6, 26)),),
    ingediend_op=date(2025, 6, 19),
)


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, 0, 0, id="een-week-voor-het-rto"),
        pytest.param({"ingediend_op": date(2025, 6, 20)}, 0, 1, id="dag-te-laat"),
        pytest.param({"volgend_rto_op": None}, 1, 0, id="volgend-rto-niet-ingevuld"),
        pytest.param({"volgend_rto_op": date(2025, 9, 23)}, 1, 0, id="volgend-rto-te-vroeg"),
        pytest.param({"volgend_rto_op": date(2025, 9, 30)}, 0, 0, id="volgend-rto-op-de-laatste-dag"),
        pytest.param({"volgend_rto_op": date(2025, 10, 1)}, 1, 0, id="volgend-rto-na-het-einde"),
        pytest.param({"rtos": ()}, 1, 0, id="geen-rto-gepland"),
        pytest.param({"rtos": (Rto(gepland_op=date(2025, 6, 23)),)}, 1, 0, id="rto-te-vroeg-gepland"),
        pytest.param({"rtos": (Rto(gepland_op=date(2025, 6, 24)),)}, 0, 0, id="eerste-dag-van-de-week"),
        pytest.param({"besluit_op": date(2025, 6, 27)}, 2, 0, id="besluit-zonder-gehouden-rto"),
        pytest.param(
            {"besluit_op": date(2025, 6, 27), "rtos": (goed_rto(date(2025, 6, 26)),)}, 0, 0, id="rto-gehouden"
        ),
        pytest.param(
            {"besluit_op": date(2025, 6, 27), "rtos": (goed_rto(date(2025, 6, 23)),)},
            1,
            0,
            id="rto-te-vroeg-gehouden",
        ),
        pytest.param(
            {"keuzes": choose("maatwerk-papieren", "acht-weken"), "rtos": (goed_rto(date(2025, 6, 26)),)},
            0,
            1,
            id="andere-lezing-acht-weken",
        ),
    ],
)
def test_maatwerk_has_its_own_timetable(afwijking, blokkades, signalen):
    oordeel = assess_verlenging(replace(MAATWERK, **afwijking))

    assert (len(oordeel.blokkades), len(oordeel.signalen)) == (blokkades, signalen)
