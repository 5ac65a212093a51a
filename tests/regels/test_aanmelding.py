"""Who may be registered, by whom, up to which day; and when a dossier is complete."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.aanmelding import (
    ANALYSEVERSLAG,
    COMPLEET,
    GEMEENTEN,
    GEZAG_BEKEND,
    LEEFTIJD,
    VIA_VERWIJZER,
    Aanmeldvraag,
    Dossier,
    assess_aanmelding,
    assess_dossier,
)
from rondetafel.regels.analyseverslag import INHOUD, Analysedeel
from rondetafel.regels.verwijzers import Verwijzer

GOEDE_VRAAG = Aanmeldvraag(
    verwijzer=Verwijzer.HUISARTS,
    gemeente="Heerlen",
    contractgemeenten=frozenset({"Heerlen", "Landgraaf", "Voerendaal"}),
    geboortedatum=date(2014, 6, 15),
    ontvangen_op=date(2026, 11, 2),
)
GOED_DOSSIER = Dossier(
    verwijzer=Verwijzer.GEMEENTE,
    aanmeldbrief_aanwezig=True,
    inhoud_aanwezig=True,
    analyseverslag_aanwezig=True,
    analyse=frozenset(Analysedeel),
)
MET_REDEN = "De hulp van voor de verjaardag is nog niet klaar."


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="kind-via-huisarts"),
        pytest.param({"verwijzer": None}, [VIA_VERWIJZER], [], id="ouder-meldt-zelf-aan"),
        pytest.param({"gemeente": "Kerkrade"}, [GEMEENTEN], [], id="andere-gemeente"),
        pytest.param({"geboortedatum": date(2027, 1, 1)}, [], [], id="ongeboren"),
        pytest.param({"geboortedatum": date(2008, 11, 3)}, [], [], id="morgen-18"),
        pytest.param({"geboortedatum": date(2008, 11, 2)}, [LEEFTIJD], [], id="vandaag-18"),
        pytest.param(
            {"geboortedatum": date(2008, 11, 2), "motivatie_18_plus": "  "},
            [LEEFTIJD],
            [],
            id="18-met-lege-motivatie",
        ),
        pytest.param(
            {"geboortedatum": date(2008, 11, 2), "motivatie_18_plus": MET_REDEN},
            [],
            [LEEFTIJD],
            id="18-met-motivatie",
        ),
        pytest.param(
            {"geboortedatum": date(2003, 11, 3), "motivatie_18_plus": MET_REDEN},
            [],
            [LEEFTIJD],
            id="morgen-23",
        ),
        pytest.param(
            {"geboortedatum": date(2003, 11, 2), "motivatie_18_plus": MET_REDEN},
            [LEEFTIJD],
            [],
            id="vandaag-23",
        ),
        pytest.param(
            {"verwijzer": None, "gemeente": "Kerkrade", "geboortedatum": date(1990, 1, 1)},
            [VIA_VERWIJZER, GEMEENTEN, LEEFTIJD],
            [],
            id="alles-tegelijk",
        ),
    ],
)
def test_aanmelding_is_refused_with_every_reason(afwijking, blokkades, signalen):
    oordeel = assess_aanmelding(replace(GOEDE_VRAAG, **afwijking))

    assert [reden.bron for reden in oordeel.blokkades] == blokkades
    assert [reden.bron for reden in oordeel.signalen] == signalen
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_a_refusal_says_where_to_go():
    (reden,) = assess_aanmelding(replace(GOEDE_VRAAG, gemeente="Kerkrade")).redenen

    assert reden.uitweg == (
        "Stuur de vraag naar de gemeente Kerkrade. JENS werkt voor Heerlen, Landgraaf, Voerendaal."
    )


def test_the_motivation_is_shown_with_the_last_day():
    vraag = replace(GOEDE_VRAAG, geboortedatum=date(2008, 11, 2), motivatie_18_plus=MET_REDEN)
    (reden,) = assess_aanmelding(vraag).redenen

    assert reden.tekst.endswith(MET_REDEN)
    assert "2 november 2031" in reden.uitweg


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="compleet"),
        pytest.param({"aanmeldbrief_aanwezig": False}, [COMPLEET], [], id="geen-aanmeldbrief"),
        pytest.param({"inhoud_aanwezig": False}, [COMPLEET], [], id="geen-inhoud"),
        pytest.param({"gezag_onbekend": ("Noor", "Sam")}, [GEZAG_BEKEND], [], id="gezag-onbekend"),
        pytest.param({"analyseverslag_aanwezig": False}, [], [ANALYSEVERSLAG], id="geen-analyseverslag"),
        pytest.param({"analyse": frozenset()}, [], [INHOUD], id="leeg-analyseverslag"),
        pytest.param(
            {"analyseverslag_aanwezig": False, "verwijzer": Verwijzer.HUISARTS},
            [],
            [],
            id="huisarts-maakt-geen-analyseverslag",
        ),
    ],
)
def test_dossier_says_what_to_ask(afwijking, blokkades, signalen):
    oordeel = assess_dossier(replace(GOED_DOSSIER, **afwijking))

    assert [reden.bron for reden in oordeel.blokkades] == blokkades
    assert [reden.bron for reden in oordeel.signalen] == signalen
    assert all(reden.uitweg.startswith("Vraag") for reden in oordeel.redenen)
