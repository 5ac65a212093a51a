"""A suggestion, a choice, and what must be written down when they differ."""

from dataclasses import replace

import pytest

from rondetafel.regels.product import Kwadrant
from rondetafel.regels.triage import (
    EEN_REGISSEUR,
    EIGEN_OMGEVING_EERST,
    GEEN_REGISSEUR,
    KLASSE_BIJHOUDEN,
    LICHT_EERST,
    VOORSTEL,
    Klasse,
    Klassevoorstel,
    Regievraag,
    Regisseurbeleid,
    Triage,
    Triagefeiten,
    assess_regie,
    assess_triage,
    suggest_klasse,
)

EENVOUDIG = Triagefeiten(
    hulpvragen=1, leefgebieden=1, gezinsleden_met_hulpvraag=1, langdurig=False, veiligheid_in_geding=False
)
GEZIN = {"gezinsleden_met_hulpvraag": 2, "langdurig": True, "veiligheid_in_geding": True}


@pytest.mark.parametrize(
    ("afwijking", "klasse"),
    [
        pytest.param({}, Klasse.ENKELVOUDIG, id="een-hulpvraag"),
        pytest.param({"hulpvragen": 2}, Klasse.ENKELVOUDIG, id="twee-hulpvragen"),
        pytest.param({"hulpvragen": 3}, Klasse.MEERVOUDIG, id="drie-hulpvragen"),
        pytest.param({"leefgebieden": 2}, Klasse.MEERVOUDIG, id="twee-leefgebieden"),
        pytest.param(GEZIN, Klasse.MULTIPROBLEEM, id="multiprobleem"),
        pytest.param(GEZIN | {"gezinsleden_met_hulpvraag": 1}, Klasse.ENKELVOUDIG, id="een-gezinslid"),
        pytest.param(GEZIN | {"langdurig": False, "hulpvragen": 4}, Klasse.MEERVOUDIG, id="niet-langdurig"),
        pytest.param(GEZIN | {"veiligheid_in_geding": False}, Klasse.ENKELVOUDIG, id="veilig"),
    ],
)
def test_suggestion(afwijking, klasse):
    voorstel = suggest_klasse(replace(EENVOUDIG, **afwijking))

    assert voorstel.klasse is klasse
    assert voorstel.bron == VOORSTEL
    assert voorstel.waarom


GOEDE_TRIAGE = Triage(
    voorstel=Klassevoorstel(klasse=Klasse.MEERVOUDIG, waarom="Er zijn drie hulpvragen.", bron=VOORSTEL),
    klasse=Klasse.MEERVOUDIG,
    afwijkmotivatie="",
    kwadranten=frozenset({Kwadrant.K2}),
    motivatie_k3="",
)
MET_K3 = frozenset({Kwadrant.K2, Kwadrant.K3})


@pytest.mark.parametrize(
    ("afwijking", "blokkades", "signalen"),
    [
        pytest.param({}, [], [], id="volgt-het-voorstel"),
        pytest.param({"klasse": None}, [KLASSE_BIJHOUDEN], [], id="geen-klasse"),
        pytest.param({"klasse": Klasse.ENKELVOUDIG}, [VOORSTEL], [], id="wijkt-af-zonder-uitleg"),
        pytest.param(
            {"klasse": Klasse.ENKELVOUDIG, "afwijkmotivatie": " "}, [VOORSTEL], [], id="wijkt-af-lege-uitleg"
        ),
        pytest.param(
            {"klasse": Klasse.ENKELVOUDIG, "afwijkmotivatie": "Het is een vraag."},
            [],
            [],
            id="wijkt-af-met-uitleg",
        ),
        pytest.param({"kwadranten": frozenset()}, [LICHT_EERST], [], id="geen-kwadrant"),
        pytest.param({"kwadranten": frozenset({Kwadrant.K1})}, [], [], id="alleen-k1"),
        pytest.param({"kwadranten": MET_K3}, [EIGEN_OMGEVING_EERST], [], id="k3-zonder-motivatie"),
        pytest.param({"kwadranten": MET_K3, "motivatie_k3": "Te zwaar."}, [], [], id="k3-met-motivatie"),
        pytest.param(
            {"kwadranten": frozenset({Kwadrant.K3}), "motivatie_k3": "Te zwaar."},
            [],
            [LICHT_EERST],
            id="alleen-k3",
        ),
    ],
)
def test_triage(afwijking, blokkades, signalen):
    oordeel = assess_triage(replace(GOEDE_TRIAGE, **afwijking))

    assert [reden.bron for reden in oordeel.blokkades] == blokkades
    assert [reden.bron for reden in oordeel.signalen] == signalen
    assert all(reden.uitweg for reden in oordeel.redenen)


def test_the_suggestion_and_the_choice_are_both_kept():
    feiten = assess_triage(replace(GOEDE_TRIAGE, klasse=None, kwadranten=frozenset())).feiten

    assert feiten == {
        "Voorstel": "meervoudig. Er zijn drie hulpvragen.",
        "Gekozen": "niet gekozen",
        "Kwadranten": "niet gekozen",
    }


@pytest.mark.parametrize(
    ("klasse", "regisseur", "beleid", "bronnen"),
    [
        pytest.param(Klasse.ENKELVOUDIG, None, Regisseurbeleid.ALTIJD, [EEN_REGISSEUR], id="altijd"),
        pytest.param(Klasse.ENKELVOUDIG, "Ilse Maas", Regisseurbeleid.ALTIJD, [], id="altijd-en-aangewezen"),
        pytest.param(
            Klasse.ENKELVOUDIG, None, Regisseurbeleid.NIET_BIJ_ENKELVOUDIG, [], id="enkelvoudig-mag-zonder"
        ),
        pytest.param(
            Klasse.MEERVOUDIG,
            None,
            Regisseurbeleid.NIET_BIJ_ENKELVOUDIG,
            [GEEN_REGISSEUR],
            id="meervoudig-nooit-zonder",
        ),
    ],
)
def test_regisseur(klasse, regisseur, beleid, bronnen):
    oordeel = assess_regie(Regievraag(klasse=klasse, regisseur=regisseur, beleid=beleid))

    assert [reden.bron for reden in oordeel.redenen] == bronnen
