"""Five sources on when a plan is due, each on both sides of its boundary."""

from dataclasses import replace

import pytest

from rondetafel.regels.gezinsplan import (
    BIJ_MEERVOUDIG,
    BIJ_ZORG,
    EEN_PLAN,
    EERDER,
    GGZ_PLAN_VAN_AANPAK,
    Aanleiding,
    Gezinssituatie,
    Plankeuze,
    Plansoort,
    assess_plan,
    assess_plansoort,
    parts_left_out,
    suggest_plansoort,
    weigh_gezinsplan,
)
from rondetafel.regels.triage import Klasse
from tests.regels.voorbeelden import CATALOGUS

NIETS = Gezinssituatie(
    ontvangt_zorg=False, klasse=None, hulpvragen=0, organisaties=0, voorziening_gevraagd=False
)
ALLES = Gezinssituatie(
    ontvangt_zorg=True,
    klasse=Klasse.MULTIPROBLEEM,
    hulpvragen=3,
    organisaties=3,
    voorziening_gevraagd=True,
)


@pytest.mark.parametrize(
    ("afwijking", "aanleidingen"),
    [
        pytest.param({}, set(), id="niets"),
        pytest.param({"ontvangt_zorg": True}, {Aanleiding.ZORG}, id="krijgt-zorg"),
        pytest.param({"klasse": Klasse.ENKELVOUDIG}, set(), id="enkelvoudig"),
        pytest.param({"klasse": Klasse.MEERVOUDIG}, {Aanleiding.MEERVOUDIG}, id="meervoudig"),
        pytest.param({"klasse": Klasse.MULTIPROBLEEM}, {Aanleiding.MEERVOUDIG}, id="multiprobleem"),
        pytest.param({"hulpvragen": 2}, set(), id="twee-hulpvragen"),
        pytest.param({"hulpvragen": 3}, {Aanleiding.HULPVRAGEN}, id="drie-hulpvragen"),
        pytest.param({"organisaties": 2}, set(), id="twee-organisaties"),
        pytest.param({"organisaties": 3}, {Aanleiding.ORGANISATIES}, id="drie-organisaties"),
        pytest.param({"voorziening_gevraagd": True}, {Aanleiding.VOORZIENING}, id="voorziening-gevraagd"),
    ],
)
def test_each_source_has_its_own_trigger(afwijking, aanleidingen):
    plicht = weigh_gezinsplan(replace(NIETS, **afwijking), CATALOGUS)

    assert {weging.aanleiding for weging in plicht.wegingen if weging.geldt} == aanleidingen
    assert plicht.is_nodig is (Aanleiding.ZORG in aanleidingen)
    assert plicht.is_oneens is bool(aanleidingen)


def read_as(code: str, gekozen: str):
    """The same catalogue in a region that reads one contradiction in another way."""
    keuze = replace(CATALOGUS.keuze(code), gekozen=gekozen)
    return replace(CATALOGUS, keuzes={**CATALOGUS.keuzes, code: keuze})


@pytest.mark.parametrize("leidend", Aanleiding)
def test_the_leading_source_is_that_of_the_catalogue(leidend):
    catalogus = read_as("gezinsplan-aanleiding", leidend)

    assert weigh_gezinsplan(ALLES, catalogus).is_nodig
    assert not weigh_gezinsplan(NIETS, catalogus).is_nodig


def test_all_five_stand_side_by_side_with_their_source():
    wegingen = weigh_gezinsplan(ALLES, CATALOGUS).wegingen

    assert [weging.aanleiding for weging in wegingen] == list(Aanleiding)
    assert len({weging.bron for weging in wegingen}) == 5
    assert not weigh_gezinsplan(ALLES, CATALOGUS).is_oneens


@pytest.mark.parametrize(
    ("situatie", "plannen", "bronnen", "is_akkoord"),
    [
        pytest.param(NIETS, 0, [], True, id="niet-nodig"),
        pytest.param(ALLES, 0, [BIJ_ZORG], True, id="nodig-en-er-niet"),
        pytest.param(ALLES, 1, [], True, id="nodig-en-er"),
        pytest.param(ALLES, 2, [EEN_PLAN], False, id="twee-plannen"),
        pytest.param(replace(NIETS, vervroegd="school maakt zich zorgen"), 0, [EERDER], True, id="eerder"),
        pytest.param(replace(NIETS, vervroegd="  "), 0, [], True, id="zonder-reden-niet-eerder"),
    ],
)
def test_missing_plan_is_said_and_a_second_one_refused(situatie, plannen, bronnen, is_akkoord):
    oordeel = assess_plan(situatie, CATALOGUS, plannen=plannen)

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord is is_akkoord


def test_reason_tells_when_the_sources_disagree():
    reden = assess_plan(replace(NIETS, ontvangt_zorg=True), CATALOGUS, plannen=0).redenen[0]

    assert reden.tekst == (
        "Dit gezin moet een plan hebben. Het gezin krijgt zorg. Niet elke bron vraagt hier om een plan."
    )


@pytest.mark.parametrize(
    ("afwijking", "gekozen", "soort"),
    [
        ({"alleen_ggz": True, "klasse": Klasse.ENKELVOUDIG}, "plan-van-aanpak", Plansoort.PLAN_VAN_AANPAK),
        ({"alleen_ggz": True, "klasse": Klasse.MEERVOUDIG}, "plan-van-aanpak", Plansoort.GEZINSPLAN),
        ({"alleen_ggz": False, "klasse": Klasse.ENKELVOUDIG}, "plan-van-aanpak", Plansoort.GEZINSPLAN),
        ({"alleen_ggz": True, "klasse": None}, "plan-van-aanpak", Plansoort.GEZINSPLAN),
        ({"alleen_ggz": True, "klasse": Klasse.ENKELVOUDIG}, "gezinsplan", Plansoort.GEZINSPLAN),
    ],
)
def test_ggz_alone_with_one_question_has_a_plan_van_aanpak(afwijking, gekozen, soort):
    catalogus = read_as("plan-bij-ggz", gekozen)

    keuze = Plankeuze(**afwijking)
    assert suggest_plansoort(keuze, catalogus) is soort
    assert assess_plansoort(keuze, catalogus).feiten["Dit plan past"] == soort
    # What does not fit any more is said, and holds nobody up.
    bron = BIJ_MEERVOUDIG if keuze.alleen_ggz else GGZ_PLAN_VAN_AANPAK
    groeit = assess_plansoort(replace(keuze, soort=Plansoort.PLAN_VAN_AANPAK), catalogus)
    assert [reden.bron for reden in groeit.redenen] == ([bron] if soort is Plansoort.GEZINSPLAN else [])
    assert groeit.is_akkoord
    assert not assess_plansoort(replace(keuze, soort=Plansoort.GEZINSPLAN), catalogus).redenen


def test_plan_van_aanpak_has_main_lines_only():
    assert parts_left_out(Plansoort.PLAN_VAN_AANPAK) == ("acceptabel", "realistisch")
    assert parts_left_out(Plansoort.GEZINSPLAN) == ()
