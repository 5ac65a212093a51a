"""From when a plan is due, for each of the five sources that may lead, to the day on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.catalogus import Catalogus, catalogue_on
from rondetafel.regels.gezinsplan import AANLEIDING
from rondetafel.regels.planplicht import Aantafel, Hulptijd, Planbesluit, Planfeiten, plan_period
from rondetafel.regels.triage import Klasse


def led_by(bron: str) -> Catalogus:
    catalogus = catalogue_on(date(2026, 11, 16))
    keuze = replace(catalogus.keuze(AANLEIDING), gekozen=bron)
    return replace(catalogus, keuzes={**catalogus.keuzes, AANLEIDING: keuze})


def hulp(van, tot=None, organisatie="De Linde", gegeven_op=date(2026, 1, 2)):
    return Hulptijd(gegeven_op=gegeven_op, van=van, tot=tot, organisatie=organisatie)


def besluit(op=date(2026, 1, 2), klasse=Klasse.ENKELVOUDIG, hulpvragen=1, *, voorziening=False):
    return Planbesluit(op=op, klasse=klasse, hulpvragen=hulpvragen, vraagt_voorziening=voorziening)


FEB, MRT, APR = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)
EIND_FEB, EIND_MRT, EIND_JUN = date(2026, 2, 28), date(2026, 3, 31), date(2026, 6, 30)
DRIE = (
    hulp(FEB, EIND_JUN),
    hulp(MRT, EIND_JUN, "De Beuk"),
    hulp(APR, date(2026, 5, 31), "De Es"),
)


def at_table(*organisaties, van=MRT, tot=None):
    return tuple(Aantafel(organisatie=een, van=van, tot=tot) for een in organisaties)


@pytest.mark.parametrize(
    ("bron", "feiten", "verwacht"),
    [
        pytest.param("zorg", Planfeiten(), None, id="niets"),
        pytest.param(
            "organisaties",
            Planfeiten(hulp=(hulp(FEB),), aan_tafel=at_table("De School", "De GI", tot=EIND_MRT)),
            (MRT, EIND_MRT),
            id="organisaties-aan-tafel",
        ),
        pytest.param(
            "organisaties",
            Planfeiten(hulp=(hulp(FEB),), aan_tafel=at_table("De School", "De Linde")),
            None,
            id="dezelfde-telt-een-keer",
        ),
        pytest.param("zorg", Planfeiten(besluiten=(besluit(),)), None, id="zorg-nog-niet"),
        pytest.param("zorg", Planfeiten(hulp=(hulp(FEB),)), (FEB, None), id="zorg-zonder-einde"),
        pytest.param(
            "zorg",
            Planfeiten(hulp=(hulp(FEB, EIND_FEB), hulp(MRT, EIND_MRT))),
            (FEB, EIND_MRT),
            id="zorg-aaneen",
        ),
        pytest.param(
            "zorg",
            Planfeiten(hulp=(hulp(FEB, date(2026, 2, 27)), hulp(MRT, EIND_MRT))),
            (MRT, EIND_MRT),
            id="zorg-een-dag-ertussen",
        ),
        pytest.param(
            "meervoudig",
            Planfeiten(besluiten=(besluit(klasse=Klasse.MEERVOUDIG),)),
            (date(2026, 1, 2), None),
            id="meervoudig-voor-de-hulp",
        ),
        pytest.param(
            "meervoudig",
            Planfeiten(besluiten=(besluit(klasse=Klasse.MEERVOUDIG),), hulp=(hulp(FEB, EIND_FEB),)),
            (date(2026, 1, 2), EIND_FEB),
            id="meervoudig-tot-en-met-de-hulp",
        ),
        pytest.param("meervoudig", Planfeiten(besluiten=(besluit(),)), None, id="enkelvoudig"),
        pytest.param("hulpvragen", Planfeiten(besluiten=(besluit(hulpvragen=2),)), None, id="twee-vragen"),
        pytest.param(
            "hulpvragen",
            Planfeiten(besluiten=(besluit(hulpvragen=2), besluit(op=FEB))),
            (FEB, None),
            id="de-derde-vraag",
        ),
        pytest.param("organisaties", Planfeiten(hulp=DRIE[:2]), None, id="twee-organisaties"),
        pytest.param("organisaties", Planfeiten(hulp=DRIE), (APR, date(2026, 5, 31)), id="drie-organisaties"),
        pytest.param(
            "organisaties",
            Planfeiten(hulp=(*DRIE[:2], hulp(APR, EIND_JUN, "De Linde"))),
            None,
            id="drie-keer-hulp-van-twee",
        ),
        pytest.param(
            "voorziening",
            Planfeiten(besluiten=(besluit(voorziening=True),)),
            (date(2026, 1, 2), None),
            id="voorziening-gevraagd",
        ),
        pytest.param("voorziening", Planfeiten(besluiten=(besluit(),)), None, id="geen-voorziening"),
        pytest.param(
            "voorziening",
            Planfeiten(hulp=(hulp(FEB, EIND_FEB, gegeven_op=date(2026, 1, 20)),)),
            (date(2026, 1, 20), EIND_FEB),
            id="voorziening-gegeven",
        ),
    ],
)
def test_when_the_leading_source_asks_for_a_plan(bron, feiten, verwacht):
    catalogus = led_by(bron)

    assert plan_period(feiten, lambda _dag: catalogus) == verwacht


def test_the_heaviest_question_counts_on_the_day():
    feiten = Planfeiten(besluiten=(besluit(klasse=Klasse.MULTIPROBLEEM), besluit(op=FEB)))

    assert feiten.situation_on(FEB).klasse is Klasse.MULTIPROBLEEM
    assert feiten.situation_on(date(2026, 1, 1)).klasse is None
