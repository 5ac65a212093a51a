"""The readings of contradictions: which one holds here, which others there are, and where each is said."""

from datetime import date
from pathlib import Path

import pytest

from rondetafel.regels.catalogus import MAP, catalogue_on, read_versie
from rondetafel.regels.tomltabel import CatalogusFout

CATALOGUS = catalogue_on(date(2026, 1, 1))
KEUZES = MAP / "keuzes-2023-04-17.toml"


# The reading that holds stands first.
@pytest.mark.parametrize(
    ("code", "tegenspraken", "lezingen", "adr"),
    [
        pytest.param(
            "gezinsplan-aanleiding",
            "F8",
            "zorg meervoudig hulpvragen organisaties voorziening",
            16,
            id="gezinsplan-aanleiding",
        ),
        pytest.param("regisseur", "F9", "altijd niet-bij-enkelvoudig", 16, id="regisseur"),
        pytest.param("naam-regisseur", "F10", "regisseur zorgcoordinator", 40, id="naam-regisseur"),
        pytest.param("plan-bij-ggz", "F11", "plan-van-aanpak gezinsplan", 40, id="plan-bij-ggz"),
        pytest.param("analyse-in-dossier", "F24", "dossier plan", 40, id="analyse-in-dossier"),
        pytest.param("versie-gemeente", "F40", "alleen-gedeeld-deel alles", 40, id="versie-gemeente"),
        pytest.param("diagnose-vooraf", "F22", "vooraf-of-onderzoek vooraf", 39, id="diagnose-vooraf"),
        pytest.param("logeren-ontlasting", "F23", "eigen-regel nooit-ontlasting", 39, id="logeren"),
        pytest.param("einddatum-gebiedsteam", "F15", "geen zes-maanden", 15, id="einddatum-gebiedsteam"),
        pytest.param("onderbreking", "R1", "telt-mee begint-opnieuw", 15, id="onderbreking"),
        pytest.param("brief-na-onderzoek", "F19", "alleen-akkoord altijd-brief", 38, id="brief-na-onderzoek"),
        pytest.param("aard-brief", "F20", "beide overeenkomst opdracht", 38, id="aard-brief"),
        pytest.param("ondertekening", "F21", "wet-en-faq alleen-ouders", 38, id="ondertekening"),
        pytest.param("uren-controleren", "F14", "nee ja", 37, id="uren-controleren"),
        pytest.param("rapportage-telt", "F16", "hoog-risico nooit", 37, id="rapportage-telt"),
        pytest.param("indirect-telt", "F17", "alleen-genoemde niets", 37, id="indirect-telt"),
        pytest.param("reistijd", "F18", "in-prijs indirecte-tijd", 37, id="reistijd"),
        pytest.param("ggz-indirect", "H4", "geen alle", 37, id="ggz-indirect"),
        pytest.param("maatwerk-papieren", "F4", "eigen-tijdpad acht-weken", 35, id="maatwerk-papieren"),
        pytest.param("maatwerk-rto", "F5", "laatste-week uiterlijk-een-week", 35, id="maatwerk-rto"),
        pytest.param(
            "verlenging-evaluatie",
            "F6 F7",
            "laatste-kwartaal eindevaluatie-vervroegd",
            36,
            id="verlenging-evaluatie",
        ),
        pytest.param(
            "verlenging-papieren", "F12 F13", "alle-die-gelden alleen-jens", 36, id="verlenging-papieren"
        ),
        pytest.param("week", "F36", "zeven-dagen vijf-werkdagen", 20, id="week"),
        pytest.param("twaalf-b", "F35", "alleen-compleet alle", 20, id="twaalf-b"),
        pytest.param("verwijsindex", "F25", "alleen-bij-grond altijd", 26, id="verwijsindex"),
    ],
)
def test_readings(code, tegenspraken, lezingen, adr):
    keuze = CATALOGUS.keuze(code)

    assert " ".join(keuze.tegenspraken) == tegenspraken
    assert " ".join(lezing.code for lezing in keuze.lezingen) == lezingen
    assert keuze.lezing.code == keuze.gekozen == lezingen.split()[0]
    assert keuze.adr == adr


def test_every_keuze_stands_in_its_adr():
    root = Path(__file__).parents[2]

    def text_of(number: int) -> str:
        return next(root.glob(f"docs/adr/{number:04}-*.md")).read_text(encoding="utf-8")

    assert [code for code, keuze in CATALOGUS.keuzes.items() if f"`{code}`" not in text_of(keuze.adr)] == []


@pytest.mark.parametrize(
    ("old", "new", "melding"),
    [
        pytest.param(
            'gekozen = "zorg"',
            'gekozen = "nooit"',
            "gekozen: is 'nooit', en dat is geen van de lezingen",
            id="onbekend",
        ),
        pytest.param(
            'tegenspraken = ["F8"]', "tegenspraken = []", "verwacht een lijst van teksten", id="geen"
        ),
        pytest.param('code = "meervoudig"', 'code = "zorg"', "'zorg' staat er twee keer in", id="dubbel"),
    ],
)
def test_a_malformed_keuze_is_refused(tmp_path, old, new, melding):
    text = KEUZES.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "kapot.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(CatalogusFout, match=melding):
        read_versie(path)
