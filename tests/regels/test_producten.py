"""Every value of every product of the portfolio, typed over from the document: a slip of the finger shows."""

from dataclasses import fields
from datetime import date

import pytest

from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.product import Bepaling, Product

PRODUCTEN = catalogue_on(date(2026, 1, 1)).producten

JA, NEE = True, False
AFSLUITEN = "stop-zorg eindverslag"
BEGINNEN = "akkoord-zorg brief-van-aanbod"

BEGELEIDING = {
    "soort": "begeleiding",
    "kwadrant": "K3",
    "einddatum_nodig": JA,
    "rto_nodig": JA,
    "regime": "jeugdwet",
    "evaluatie_maanden": 3,
    "zorgvraag_jeugdige": JA,
    "diagnose_nodig": NEE,
    "smart_doelen_nodig": JA,
    "doelen_kind_en_gezin": JA,
    "papieren_start": BEGINNEN,
    "papieren_verlenging": "evaluatie plan-van-aanpak",
    "papieren_einde": AFSLUITEN,
    "personeel": "MBO | HBO | HBO+",
}
INDIVIDUEEL = BEGELEIDING | {
    "eenheid": "contactmoment",
    "vorm": "individueel",
    "gemiddelde_minuten": (30, 90),
    "voorrang": "begeleiding-groep voorliggend eigen-netwerk netwerk-versterken",
    "uitsluitingen": "voorliggend-veld ontlasting-ouders huiswerkbegeleiding dyscalculie problematiek-ouder "
    "buiten-jeugdwet",
    "indirect": "overleg coordinatie rapportage",
    "inbegrepen": "rapportage reistijd voorbereiding analyse niet-clientgebonden",
}
TOEZICHT = (
    "psychiater",
    "klinisch psycholoog",
    "verpleegkundig specialist",
    "GZ-psycholoog",
    "kinderarts of pediater",
    "orthopedagoog-generalist",
    "orthopedagoog op WO-niveau",
)
BEHANDELING = {
    "soort": "behandeling",
    "kwadrant": "K3",
    "einddatum_nodig": JA,
    "rto_nodig": JA,
    "maximum_maanden": 10,
    "evaluatie_maanden": 3,
    "diagnose_nodig": JA,
    "observatie_nodig": JA,
    "vaste_aanbieders": JA,
    "toezichthouders": TOEZICHT,
    "papieren_start": BEGINNEN,
    "personeel": "Regiebehandelaar, wetenschappelijk opgeleid | WO of WO+ | HBO of HBO+ (SKJ)",
}
BEHANDELING_GROEP = BEHANDELING | {
    "eenheid": "dagdeel",
    "vorm": "groep",
    "verlenging_maanden": 3,
    "onderwijs_per_week": 7,
    "eindevaluatie_maanden": 6,
    "groepsgroottes": (3, 4),
    "smart_doelen_nodig": JA,
    "papieren_verlenging": "evaluatie",
    "papieren_vervolg": "akkoord-zorg",
    "papieren_einde": AFSLUITEN,
    "voorrang": "reguliere-setting",
    "gronden": "medisch opvoedkundig",
    "inbegrepen": "vervoer afstemmen-gezin individuele-momenten niet-clientgebonden",
}
BEHANDELING_INDIVIDUEEL = BEHANDELING | {
    "eenheid": "contactmoment",
    "vorm": "individueel",
    "verlenging_maanden": 2,
    "totaal_maanden": 12,
    "gemiddelde_minuten": (30, 90),
    "onderzoek_vooraf": JA,
    "papieren_vervolg": "akkoord-zorg",
    "papieren_einde": AFSLUITEN,
    "papieren_verlenging": "evaluatie akkoord-zorg brief-van-aanbod",
    "inbegrepen": "reistijd voorbereiding analyse niet-clientgebonden",
}
ONDERZOEK = {
    "soort": "onderzoek",
    "kwadrant": "K3",
    "einddatum_nodig": JA,
    "rto_nodig": JA,
    "papieren_start": BEGINNEN,
    "papieren_verlenging": "evaluatie plan-van-aanpak",
    "papieren_einde": "behandelplan",
}
SPECIFIEK = {
    "soort": "specifiek",
    "kwadrant": "K3",
    "einddatum_nodig": JA,
    "rto_nodig": JA,
    "regime": "jeugdwet",
    "vaste_aanbieders": JA,
    "papieren_start": BEGINNEN,
    "papieren_verlenging": "evaluatie plan-van-aanpak",
    "papieren_einde": AFSLUITEN,
}

# Without what is only shown (kenmerken) and without sources, which test_bronnen.py compares with the list.
VERWACHT: dict[str, dict[str, object]] = {
    "begeleiding-groep": BEGELEIDING
    | {
        "naam": "Begeleiding groep",
        "eenheid": "dagdeel",
        "vorm": "groep",
        "maximum_maanden": 6,
        "verlenging_maanden": 3,
        "onderwijs_per_week": 7,
        "eindevaluatie_maanden": 6,
        "groepsgroottes": (4, 6),
        "voorrang": "voorliggend eigen-netwerk gebied reguliere-voorziening",
        "uitsluitingen": "voorliggend-veld ontlasting-ouders huiswerkbegeleiding dyscalculie problematiek-ouder "
        "buiten-jeugdwet",
        "inbegrepen": "vervoer afstemmen-gezin niet-clientgebonden",
    },
    "begeleiding-individueel": INDIVIDUEEL
    | {
        "naam": "Begeleiding individueel",
        "maximum_maanden": 6,
        "verlenging_maanden": 3,
        "eindevaluatie_maanden": 6,
    },
    "begeleiding-individueel-maatwerk": INDIVIDUEEL
    | {
        "naam": "Begeleiding individueel maatwerk",
        "rto_bij_start": JA,
        "hoofdproduct": "begeleiding-individueel",
        "maximum_maanden": 3,
        "gronden": "baby onderwijs hoog-risico",
    },
    "onderzoek-behandeling": ONDERZOEK
    | {"naam": "Onderzoek behandeling niet-GGZ en basis-GGZ", "regime": "jeugdwet"},
    "onderzoek-ggz-01": ONDERZOEK
    | {"naam": "Onderzoek behandeling GGZ 01", "regime": "wgbo", "diagnose_nodig": JA},
    "onderzoek-ggz-02": ONDERZOEK | {"naam": "Onderzoek behandeling GGZ 02", "regime": "wgbo"},
    "behandeling-groep": BEHANDELING_GROEP | {"naam": "Behandeling groep", "regime": "jeugdwet"},
    "behandeling-groep-ggz": BEHANDELING_GROEP
    | {"naam": "Behandeling groep (GGZ)", "regime": "wgbo", "hoofdproduct": "behandeling-groep"},
    "behandeling-individueel": BEHANDELING_INDIVIDUEEL
    | {
        "naam": "Behandeling individueel",
        "regime": "jeugdwet",
        "voorrang": "behandeling-groep",
        "indirect": "overleg coordinatie rapportage",
    },
    "behandeling-individueel-ggz": BEHANDELING_INDIVIDUEEL
    | {
        "naam": "Behandeling individueel (GGZ)",
        "regime": "wgbo",
        "hoofdproduct": "behandeling-individueel",
        "voorrang": "behandeling-groep-ggz",
        "indirect": "rapportage overleg analyse reistijd voorbereiding coordinatie",
    },
    "logeren": {
        "naam": "Logeren",
        "soort": "logeren",
        "kwadrant": "K3",
        "eenheid": "etmaal",
        "einddatum_nodig": JA,
        "rto_nodig": JA,
        "maximum_maanden": 3,
        "maximum_per_week": 1,
        "uren_per_eenheid": 24,
        "zonder_alternatief": JA,
        "regime": "jeugdwet",
        "evaluatie_maanden": 3,
        "papieren_start": BEGINNEN,
        "papieren_verlenging": "plan-van-aanpak",
        "papieren_einde": AFSLUITEN,
        "personeel": "MBO",
    },
    "vervoer": {
        "naam": "Vervoer",
        "soort": "vervoer",
        "kwadrant": "K3",
        "einddatum_nodig": JA,
        "rto_nodig": JA,
        "regime": "jeugdwet",
        "papieren_start": BEGINNEN,
        "papieren_verlenging": "evaluatie plan-van-aanpak",
        "papieren_einde": AFSLUITEN,
    },
    "gebiedsteam": {
        "naam": "Ondersteuning door het gebiedsteam",
        "soort": "gebiedsteam",
        "kwadrant": "K2",
        "eenheid": "contactmoment",
        "einddatum_nodig": NEE,
        "rto_nodig": NEE,
        "evaluatie_maanden": 3,
        "regime": "jeugdwet",
        "papieren_start": BEGINNEN,
        "papieren_einde": AFSLUITEN,
    },
    "iht": SPECIFIEK | {"naam": "IHT"},
    "mdft": SPECIFIEK | {"naam": "MDFT"},
    "mst": SPECIFIEK | {"naam": "MST"},
    "mst-lvb": SPECIFIEK | {"naam": "MST-LVB"},
    "dyslexie-onderzoek": SPECIFIEK | {"naam": "Dyslexie onderzoek"},
    "dyslexie-behandeling": SPECIFIEK | {"naam": "Dyslexie behandeling"},
    "rechterlijke-bor-1": SPECIFIEK | {"naam": "Rechterlijke BOR 1"},
    "rechterlijke-bor-2": SPECIFIEK | {"naam": "Rechterlijke BOR 2"},
    "rechterlijke-bor-3": SPECIFIEK | {"naam": "Rechterlijke BOR 3"},
    "rechterlijke-uha": SPECIFIEK | {"naam": "Rechterlijke UHA"},
    "medicatiecontrole": SPECIFIEK | {"naam": "Medicatiecontrole"},
    "kraamzorg": SPECIFIEK | {"naam": "Kraamzorg"},
    "regie-gi": SPECIFIEK | {"naam": "Regie GI"},
    "deeltijdpleegzorg": SPECIFIEK | {"naam": "Deeltijdpleegzorg"},
}


def flatten(product: Product) -> dict[str, object]:
    """What is filled in, as plain values: a list of rows or papers as their codes in a line."""
    waarden = {veld.name: getattr(product, veld.name) for veld in fields(product)}
    return {
        naam: _plain(waarde)
        for naam, waarde in waarden.items()
        if naam not in {"code", "bron", "kenmerken"} and waarde not in (None, "", ())
    }


def _plain(waarde: object) -> object:
    if isinstance(waarde, Bepaling):
        waarde = waarde.waarde
        return " ".join(waarde) if isinstance(waarde, tuple) and hasattr(waarde[0], "name") else waarde
    if isinstance(waarde, tuple):
        codes = [getattr(rij, "code", None) or rij.niveau for rij in waarde]
        return (" | " if hasattr(waarde[0], "niveau") else " ").join(codes)
    return waarde


def test_every_product_is_typed_over():
    assert set(PRODUCTEN) == set(VERWACHT)


@pytest.mark.parametrize("code", VERWACHT)
def test_every_value(code):
    assert flatten(PRODUCTEN[code]) == VERWACHT[code]


@pytest.mark.parametrize(
    ("code", "veld", "tegenspraak"),
    [
        pytest.param(
            "begeleiding-groep", "verlenging_maanden", "geen maximum voor alles samen", id="F3-groep"
        ),
        pytest.param(
            "begeleiding-individueel", "verlenging_maanden", "geen maximum voor alles samen", id="F3"
        ),
        pytest.param("behandeling-groep", "maximum_maanden", "gaat uit van zes maanden", id="F2"),
        pytest.param("behandeling-individueel", "maximum_maanden", "de kolom JENS-HBC zegt twaalf", id="F1"),
        pytest.param(
            "behandeling-individueel-ggz", "totaal_maanden", "de kolom JENS-HBC zegt twaalf", id="F1-ggz"
        ),
        pytest.param("gebiedsteam", "einddatum_nodig", "hoogstens zes maanden", id="F15"),
    ],
)
def test_a_number_on_which_the_sources_disagree_says_so(code, veld, tegenspraak):
    assert tegenspraak in getattr(PRODUCTEN[code], veld).tegenspraak


def test_indirect_time_with_a_condition_names_it():
    voorwaarden = {
        (code, een.code): een.voorwaarde
        for code, product in PRODUCTEN.items()
        for een in product.indirect
        if een.voorwaarde
    }

    assert {code for code, naam in voorwaarden if naam == "rapportage"} == {
        "begeleiding-individueel",
        "begeleiding-individueel-maatwerk",
        "behandeling-individueel",
        "behandeling-individueel-ggz",
    }
    assert "Raad voor de Kinderbescherming" in voorwaarden["begeleiding-individueel", "rapportage"]
    assert "groen" in voorwaarden["behandeling-individueel-ggz", "overleg"]
