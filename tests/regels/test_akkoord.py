"""The table a product owner can read: what differs on the left, which rule objects on the right."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.akkoord import CONTRACT, VOLGORDE, assess_akkoord
from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.product import Soort
from tests.regels.voorbeelden import (
    BEGELEIDING_GROEP,
    BEHANDELING_INDIVIDUEEL,
    CATALOGUS,
    GEBIEDSTEAM,
    KEUZES,
    LOGEREN,
)

GOEDE_VRAAG = Akkoordvraag(
    product=BEGELEIDING_GROEP,
    startdatum=date(2026, 1, 1),
    einddatum=date(2026, 6, 30),
    aanbieder="De Linde",
    aanbieder_producten=frozenset({"begeleiding-groep", "behandeling-individueel", "gebiedsteam", "logeren"}),
    gevraagd_op=date(2025, 12, 1),
    normen=CATALOGUS.normen,
    keuzes=KEUZES,
    jeugdige="Noor",
    motivering="Oma kan het niet meer.",
    doelen=Plandoelen(voor_kind=1, voor_gezin=1),
    overwogen=frozenset({"reguliere-voorziening", "behandeling-groep"}),
    has_diagnose=True,
    has_observatie=True,
    eerder=(
        EerdereHulp(
            product_code="onderzoek-behandeling",
            naam="Onderzoek",
            soort=Soort.ONDERZOEK,
            van=date(2025, 11, 1),
            tot=date(2025, 11, 30),
        ),
    ),
    aantal_per_week=1,
    motivatie_k3="Het gebiedsteam kan dit niet.",
)
TE_LANG = BEGELEIDING_GROEP.maximum_maanden.bron
BEHANDELING_TE_LANG = BEHANDELING_INDIVIDUEEL.maximum_maanden.bron


@pytest.mark.parametrize(
    ("afwijking", "bronnen"),
    [
        pytest.param({}, [], id="zes-maanden-precies"),
        pytest.param({"einddatum": date(2026, 1, 1)}, [], id="een-dag-zorg"),
        pytest.param({"einddatum": date(2026, 7, 1)}, [TE_LANG], id="dag-te-lang"),
        pytest.param({"einddatum": date(2025, 12, 31)}, [VOLGORDE], id="einde-voor-begin"),
        pytest.param({"einddatum": None}, [BEGELEIDING_GROEP.einddatum_nodig.bron], id="zonder-einddatum"),
        pytest.param({"aanbieder_producten": frozenset()}, [CONTRACT], id="geen-contract"),
        pytest.param(
            {"aanbieder_producten": frozenset(), "einddatum": date(2027, 1, 1)},
            [CONTRACT, TE_LANG],
            id="alles-tegelijk",
        ),
        pytest.param(
            {"product": BEHANDELING_INDIVIDUEEL, "einddatum": date(2026, 10, 31)},
            [],
            id="behandeling-tien-maanden",
        ),
        pytest.param(
            {"product": BEHANDELING_INDIVIDUEEL, "einddatum": date(2026, 11, 1)},
            [BEHANDELING_TE_LANG],
            id="behandeling-dag-te-lang",
        ),
        pytest.param({"product": LOGEREN, "einddatum": date(2026, 3, 31)}, [], id="logeren-drie-maanden"),
        pytest.param(
            {"product": LOGEREN, "einddatum": date(2026, 4, 1)},
            [LOGEREN.maximum_maanden.bron],
            id="logeren-dag-te-lang",
        ),
        pytest.param({"product": GEBIEDSTEAM, "einddatum": None}, [], id="gebiedsteam-zonder-einddatum"),
        pytest.param(
            {"product": GEBIEDSTEAM, "einddatum": date(2030, 1, 1)}, [], id="gebiedsteam-met-einddatum"
        ),
    ],
)
def test_akkoord_is_refused_with_every_reason(afwijking, bronnen):
    oordeel = assess_akkoord(replace(GOEDE_VRAAG, **afwijking))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
    assert oordeel.is_akkoord is (not bronnen)
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_too_long_says_until_when_it_may():
    (reden,) = assess_akkoord(replace(GOEDE_VRAAG, einddatum=date(2026, 7, 1))).redenen

    assert reden.tekst == "Begeleiding groep gaat per akkoord tot 6 maanden. Dat is hier t/m 30 juni 2026."
    assert reden.uitweg == "Kies 30 juni 2026 of eerder als einddatum."


def test_a_contradiction_between_the_sources_is_shown():
    vraag = replace(GOEDE_VRAAG, product=BEHANDELING_INDIVIDUEEL, einddatum=date(2026, 12, 31))
    (reden,) = assess_akkoord(vraag).redenen

    assert BEHANDELING_INDIVIDUEEL.maximum_maanden.tegenspraak in reden.tekst


def test_the_facts_are_kept():
    assert assess_akkoord(GOEDE_VRAAG).feiten == {
        "Product": "Begeleiding groep",
        "Looptijd": "1 januari 2026 t/m 30 juni 2026",
        "Zorgaanbieder": "De Linde",
        "Hoeveel": "1 dagdeel per week",
        "In plaats van school": "nee",
        "SMART doelen": "1 voor het kind, 1 voor het gezin",
        "Eerst bekeken": "De gewone voorziening sterker maken",
        "Waarom dat niet genoeg is": "Oma kan het niet meer.",
        "Reden bij de triage": "Het gebiedsteam kan dit niet.",
        "Eerdere hulp": "Onderzoek, 1 november 2025 t/m 30 november 2025",
    }
