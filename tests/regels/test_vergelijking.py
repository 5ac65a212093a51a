"""What a new version changes: which values, and which running akkoorden would stand differently."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.catalogus import catalogue_with, combine_versies, read_map, read_versie
from rondetafel.regels.herbeoordeling import MISSING, Lopend, codes_by_function, judge_lopend
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Bepaling, Grond, Papier, Soort, Uitsluiting, Voorrang
from rondetafel.regels.tellen import Rekenbasis
from rondetafel.regels.vergelijking import Verschil, compare_akkoorden, compare_catalogi
from tests.regels.voorbeelden import BEGELEIDING_GROEP, CATALOGUS, KALENDER

REGIO = Path(__file__).parent / "regio"
BASIS = Rekenbasis(catalogus=CATALOGUS, kalender=KALENDER)
VRAAG = Akkoordvraag(
    product=BEGELEIDING_GROEP,
    startdatum=date(2026, 1, 1),
    einddatum=date(2026, 6, 30),
    aanbieder="De Linde",
    aanbieder_producten=frozenset(CATALOGUS.producten),
    gevraagd_op=date(2025, 12, 28),
    normen=CATALOGUS.normen,
    keuzes=CATALOGUS.keuzes,
    jeugdige="het kind van gezin 0013",
    doelen=Plandoelen(voor_kind=1, voor_gezin=1),
    motivatie_k3="Het gebiedsteam is niet genoeg.",
    overwogen=frozenset(een.code for een in BEGELEIDING_GROEP.voorrang),
    motivering="Oma is niet genoeg.",
)
ZES_MAANDEN = Lopend(
    gezinsnummer=13,
    vraag=VRAAG,
    van=VRAAG.startdatum,
    tot=VRAAG.einddatum,
    eerste_startdatum=VRAAG.startdatum,
    eenheid="dagdeel",
)


def asked(lopend=ZES_MAANDEN, *, product="", **anders):
    """Help that was asked otherwise; of another product with what that one weighs first."""
    if product:
        anders |= {"product": CATALOGUS.product(product)}
        anders |= {"overwogen": frozenset(een.code for een in CATALOGUS.product(product).voorrang)}
    vraag = replace(lopend.vraag, **anders)
    eenheid = vraag.product.eenheid.value if vraag.product.eenheid else ""
    return replace(lopend, vraag=vraag, van=vraag.startdatum, tot=vraag.einddatum, eenheid=eenheid)


ACHT_MAANDEN = replace(asked(einddatum=date(2026, 8, 31)), gezinsnummer=12)
LOGEREN = replace(asked(product="logeren", einddatum=date(2026, 3, 31), aantal_per_week=1), gezinsnummer=14)


def with_product(**velden):
    producten = dict(CATALOGUS.producten)
    producten["begeleiding-groep"] = replace(BEGELEIDING_GROEP, **velden)
    return replace(CATALOGUS, producten=producten)


def change(veld, waarde):
    return with_product(**{veld: replace(getattr(BEGELEIDING_GROEP, veld), waarde=waarde)})


def test_the_same_catalogue_changes_nothing():
    assert compare_catalogi(CATALOGUS, CATALOGUS) == ()
    assert list(compare_akkoorden([ACHT_MAANDEN, LOGEREN], CATALOGUS, CATALOGUS, BASIS)) == []


@pytest.mark.parametrize(
    ("veld", "waarde", "oud", "nieuw"),
    [
        pytest.param("maximum_maanden", 9, "6", "9", id="getal"),
        pytest.param("rto_nodig", False, "ja", "nee", id="ja-nee"),
        pytest.param("groepsgroottes", (4, 8), "4, 6", "4, 8", id="getallen"),
        pytest.param(
            "papieren_einde", (Papier.EINDVERSLAG,), "stop-zorg, eindverslag", "eindverslag", id="papier"
        ),
    ],
)
def test_a_value_that_differs(veld, waarde, oud, nieuw):
    assert compare_catalogi(CATALOGUS, change(veld, waarde)) == (
        Verschil(code="begeleiding-groep", veld=veld, oud=oud, nieuw=nieuw),
    )


def test_a_value_that_goes_or_words_that_change():
    assert compare_catalogi(CATALOGUS, with_product(naam="Samen", maximum_maanden=None)) == (
        Verschil(code="begeleiding-groep", veld="maximum_maanden", oud="6", nieuw="niet gegeven"),
    )


def test_products_that_come_and_go():
    regio = combine_versies(read_map(REGIO), date(2026, 1, 1)).laid_over(CATALOGUS)
    verschillen = compare_catalogi(CATALOGUS, regio)

    assert Verschil(code="ambulant", veld="", oud="staat er niet in", nieuw="staat erin") in verschillen
    assert Verschil(code="logeren", veld="", oud="staat erin", nieuw="staat er niet in") in verschillen
    assert Verschil(code="verlenging-vragen", veld="aantal", oud="8", nieuw="12") in verschillen
    assert Verschil(code="week", veld="gekozen", oud="zeven-dagen", nieuw="vijf-werkdagen") in verschillen


TOCH_LANGER = "Begeleiding groep gaat per akkoord tot 6 maanden. Dat is hier t/m 30 juni 2026."


@pytest.mark.parametrize(
    ("lopend", "regels"),
    [
        pytest.param(ZES_MAANDEN, {}, id="zes-maanden"),
        pytest.param(
            asked(einddatum=date(2026, 7, 1)), {"akkoord-maximum": TOCH_LANGER}, id="dag-langer-gevraagd"
        ),
        pytest.param(
            replace(ZES_MAANDEN, van=date(2026, 7, 1), tot=date(2026, 9, 30)), {}, id="gewoon-verlengd"
        ),
        pytest.param(
            replace(ZES_MAANDEN, van=date(2026, 7, 1), tot=date(2027, 1, 1)),
            {"verlenging-maximum", "verlenging-gewone-duur"},
            id="verlenging-dag-te-lang",
        ),
        pytest.param(asked(einddatum=None), {"akkoord-einddatum"}, id="geen-einde"),
        pytest.param(
            replace(asked(product="behandeling-individueel"), eerste_startdatum=date(2025, 6, 30)),
            {"akkoord-onderzoek-vooraf", "akkoord-diagnose", "akkoord-observatie", "verlenging-totaal"},
            id="totaal-en-alles-wat-er-niet-was",
        ),
        pytest.param(
            asked(product="behandeling-individueel", has_diagnose=True, has_observatie=True, eerder=(
                EerdereHulp(
                    product_code="onderzoek-behandeling", naam="Onderzoek", soort=Soort.ONDERZOEK,
                    van=date(2025, 10, 1), tot=date(2025, 10, 31),
                ),
            )),
            {},
            id="met-wat-ervoor-was",
        ),
        pytest.param(asked(aanbieder_producten=frozenset()), {"akkoord-contract"}, id="contract"),
    ],
)  # fmt: skip
def test_the_whole_grant_is_judged_as_it_was_asked(lopend, regels):
    found = judge_lopend(lopend, CATALOGUS, BASIS).regels

    assert (found if isinstance(regels, dict) else found.keys()) == regels


def test_what_may_be_missing_belongs_to_a_rule():
    assert MISSING.keys() <= {*codes_by_function().values()}


ERGENS = Bron(document="rondetafel", plek="ADR 0015: maximale duur en verlenging", regel="Verzonnen")
NIEUW_NIET_VOOR = Uitsluiting(
    code="zwemles", naam="Zwemles", verwijzing="Vraag het de gemeente.", bron=ERGENS
)
NIEUW_EERST = Voorrang(code="buurthuis", naam="Het buurthuis", bron=ERGENS)
JA = Bepaling(waarde=True, bron=ERGENS)


@pytest.mark.parametrize(
    ("velden", "lopend", "code", "nieuw"),
    [
        pytest.param(
            {"maximum_per_week": Bepaling(waarde=4, bron=ERGENS)},
            asked(aantal_per_week=5),
            "akkoord-maximum-per-week",
            "Begeleiding groep gaat tot 4 dagdelen per week. U vult 5 in.",
            id="minder-per-week",
        ),
        pytest.param(
            {"maximum_per_week": Bepaling(waarde=4, bron=ERGENS)},
            ZES_MAANDEN,
            "akkoord-aantal-nodig",
            "niet te beoordelen: hoeveel dagdelen er per week zijn",
            id="aantal-nooit-ingevuld",
        ),
        pytest.param(
            {"maximum_per_week": Bepaling(waarde=4, bron=ERGENS)},
            replace(asked(aantal_per_week=3), eenheid="contactmoment"),
            "akkoord-maximum-per-week",
            "niet te beoordelen: hoeveel dagdelen er per week zijn",
            id="aantal-van-iets-anders",
        ),
        pytest.param(
            {"uitsluitingen": (*BEGELEIDING_GROEP.uitsluitingen, NIEUW_NIET_VOOR)},
            ZES_MAANDEN,
            "akkoord-uitsluiting",
            "niet te beoordelen: of de vraag alleen hierover gaat: Zwemles",
            id="nieuwe-uitsluiting",
        ),
        pytest.param(
            {"voorrang": (*BEGELEIDING_GROEP.voorrang, NIEUW_EERST)},
            ZES_MAANDEN,
            "akkoord-voorrang",
            "niet te beoordelen: of dit eerst is bekeken: Het buurthuis",
            id="nieuwe-voorrang",
        ),
        pytest.param(
            {"diagnose_nodig": JA},
            ZES_MAANDEN,
            "akkoord-diagnose",
            "niet te beoordelen: of er een diagnose was",
            id="diagnose-nooit-gevraagd",
        ),
        pytest.param(
            {"observatie_nodig": JA},
            ZES_MAANDEN,
            "akkoord-observatie",
            "niet te beoordelen: of er een verslag van de observatie was",
            id="observatie-nooit-gevraagd",
        ),
        pytest.param(
            {"gronden": (Grond(code="medisch", naam="Medisch", bron=ERGENS),)},
            ZES_MAANDEN,
            "akkoord-grond",
            "niet te beoordelen: op welke grond deze hulp er is",
            id="grond-nooit-gevraagd",
        ),
        pytest.param(
            {"onderzoek_vooraf": JA},
            ZES_MAANDEN,
            "akkoord-onderzoek-vooraf",
            "Voor Begeleiding groep is er eerst een onderzoek. "
            "Dat is er voor het kind van gezin 0013 nog niet.",
            id="eerdere-hulp-is-wel-bekend",
        ),
    ],
)
def test_a_new_value_is_judged_or_its_missing_fact_is_named(velden, lopend, code, nieuw):
    [gevolg] = compare_akkoorden([lopend], CATALOGUS, with_product(**velden), BASIS)

    [verschil] = [een for een in gevolg.oordelen if een.code == code]
    assert (verschil.oud, verschil.nieuw) == ("geen bezwaar", nieuw)
    assert verschil.veld.endswith("?")


def test_goals_that_were_not_kept_are_named_only_where_they_are_asked_anew():
    nooit = replace(ZES_MAANDEN, has_doelen=False, vraag=replace(VRAAG, doelen=Plandoelen()))
    zonder = with_product(smart_doelen_nodig=None, doelen_kind_en_gezin=None)

    assert list(compare_akkoorden([nooit], CATALOGUS, change("maximum_maanden", 6), BASIS)) == []
    [gevolg] = compare_akkoorden([nooit], zonder, CATALOGUS, BASIS)
    assert {een.code for een in gevolg.oordelen} == {
        "akkoord-smart-doelen",
        "akkoord-onaffe-doelen",
        "akkoord-doelen-kind-en-gezin",
    }


def test_what_follows():
    assert judge_lopend(ZES_MAANDEN, CATALOGUS, BASIS).gevolgen == {
        "Papieren bij de start": "akkoord zorg, brief van aanbod",
        "Papieren bij het einde": "stop zorg, eindverslag",
        "Eindevaluatie, uiterlijk": "30 juni 2026",
        "RTO": "van 1 januari 2026 t/m 30 juni 2026",
        "Papieren bij een verlenging": (
            "evaluatie en verslag van de voortgang, plan van aanpak, gezinsplan, besproken met het gezin"
        ),
        "Evaluatie bij een verlenging": "hoogstens 3 maanden oud",
        "Verlenging vragen, uiterlijk": "5 mei 2026",
        "Verlengen kan t/m": "31 december 2026",
        "Gewoonlijk verlengd t/m": "30 september 2026",
    }


def test_another_rhythm_and_another_extension_are_told_with_their_days():
    straks = with_product(
        evaluatie_maanden=replace(BEGELEIDING_GROEP.evaluatie_maanden, waarde=2),
        papieren_verlenging=Bepaling(waarde=(Papier.EVALUATIE,), bron=ERGENS),
        rto_nodig=replace(BEGELEIDING_GROEP.rto_nodig, waarde=True),
        verlenging_maanden=None,
    )
    [gevolg] = compare_akkoorden([ZES_MAANDEN], CATALOGUS, straks, BASIS)

    assert not gevolg.has_other_oordeel
    assert [(een.code, een.nieuw) for een in gevolg.gevolgen] == [
        (
            "Papieren bij een verlenging",
            "evaluatie en verslag van de voortgang, gezinsplan, besproken met het gezin",
        ),
        ("Evaluatie bij een verlenging", "hoogstens 2 maanden oud"),
        ("Gewoonlijk verlengd t/m", "geen"),
    ]


def test_other_judgement_and_other_day_are_told_apart():
    akkoorden = [ACHT_MAANDEN, ZES_MAANDEN, LOGEREN]
    ander, dag = compare_akkoorden(akkoorden, CATALOGUS, change("maximum_maanden", 9), BASIS)

    assert (ander.lopend.gezinsnummer, ander.has_other_oordeel) == (12, True)
    assert [(een.code, een.nieuw) for een in ander.oordelen] == [("akkoord-maximum", "geen bezwaar")]
    assert (dag.lopend.gezinsnummer, dag.has_other_oordeel) == (13, False)
    assert [(een.code, een.nieuw) for een in dag.gevolgen] == [("Verlengen kan t/m", "31 maart 2027")]


def test_a_product_that_left_is_said():
    [gevolg] = compare_akkoorden([LOGEREN], CATALOGUS, replace(CATALOGUS, producten={}), BASIS)

    assert ("product", "Dit product is er niet meer.") in [(een.code, een.nieuw) for een in gevolg.oordelen]


def test_a_version_that_is_not_in_use_yet_replaces_its_own_series_only():
    straks = catalogue_with(read_versie(REGIO / "productportfolio-2025.toml"))

    assert set(straks.producten) == {"begeleiding-groep", "ambulant", "snel-en-kort", "weekendhuis"}
    assert straks.keuzes == CATALOGUS.keuzes
    assert straks.normen == CATALOGUS.normen
