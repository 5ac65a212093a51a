"""Which papers at which moment: start, after an onderzoek, extension, end."""

from dataclasses import replace
from datetime import date

import pytest

from rondetafel.regels.akkoordvraag import EerdereHulp
from rondetafel.regels.papieren import papers_of_end, papers_of_grant, papers_of_verlenging
from rondetafel.regels.product import Papier, Soort
from tests.regels.voorbeelden import CATALOGUS, KEUZES, choose

ONDERZOEK = EerdereHulp(
    product_code="onderzoek-behandeling",
    naam="Onderzoek",
    soort=Soort.ONDERZOEK,
    van=date(2026, 3, 1),
    tot=date(2026, 4, 30),
)
BEGELEIDING = replace(ONDERZOEK, product_code="begeleiding-groep", soort=Soort.BEGELEIDING)
START = date(2026, 5, 1)
BEHANDELING = replace(ONDERZOEK, product_code="behandeling-individueel", soort=Soort.BEHANDELING)
BEIDE = (Papier.AKKOORD_ZORG, Papier.BRIEF_VAN_AANBOD)


@pytest.mark.parametrize(
    ("code", "eerder", "lezing", "papieren"),
    [
        pytest.param("onderzoek-behandeling", (), "alleen-akkoord", BEIDE, id="start-onderzoek"),
        pytest.param(
            "behandeling-individueel", (ONDERZOEK,), "alleen-akkoord", (Papier.AKKOORD_ZORG,), id="vervolg"
        ),
        pytest.param("behandeling-individueel", (ONDERZOEK,), "altijd-brief", BEIDE, id="andere-lezing"),
        pytest.param("behandeling-individueel", (), "alleen-akkoord", BEIDE, id="zonder-onderzoek"),
        pytest.param(
            "behandeling-individueel",
            (ONDERZOEK, replace(BEHANDELING, van=date(2026, 3, 1))),
            "alleen-akkoord",
            BEIDE,
            id="tweede-behandeling-na-het-onderzoek",
        ),
        pytest.param(
            "behandeling-individueel",
            (replace(BEHANDELING, van=date(2026, 2, 28)), ONDERZOEK),
            "alleen-akkoord",
            (Papier.AKKOORD_ZORG,),
            id="nieuw-onderzoek-na-een-behandeling",
        ),
        pytest.param("behandeling-individueel", (BEGELEIDING,), "alleen-akkoord", BEIDE, id="na-begeleiding"),
        pytest.param(
            "begeleiding-groep", (ONDERZOEK,), "alleen-akkoord", BEIDE, id="begeleiding-na-onderzoek"
        ),
    ],
)
def test_papers_of_a_new_akkoord(code, eerder, lezing, papieren):
    lijst = papers_of_grant(CATALOGUS.product(code), START, eerder, choose("brief-na-onderzoek", lezing))

    assert lijst.papieren == papieren
    assert lijst.bron.plek


@pytest.mark.parametrize(
    ("code", "lezing", "papieren"),
    [
        (
            "begeleiding-groep",
            "alle-die-gelden",
            (Papier.EVALUATIE, Papier.PLAN_VAN_AANPAK, Papier.GEZINSPLAN),
        ),
        ("begeleiding-groep", "alleen-jens", (Papier.EVALUATIE, Papier.PLAN_VAN_AANPAK)),
        ("behandeling-individueel", "alle-die-gelden", (Papier.EVALUATIE, Papier.GEZINSPLAN)),
        ("behandeling-individueel", "alleen-jens", (Papier.EVALUATIE,)),
    ],
)
def test_papers_that_are_handed_in_for_an_extension(code, lezing, papieren):
    keuzes = choose("verlenging-papieren", lezing)

    assert papers_of_verlenging(CATALOGUS.product(code), keuzes).papieren == papieren


def test_papers_of_the_end():
    assert papers_of_end(CATALOGUS.product("begeleiding-groep")).papieren == (
        Papier.STOP_ZORG,
        Papier.EINDVERSLAG,
    )


def test_a_product_that_names_none_has_the_usual_papers():
    assert papers_of_grant(CATALOGUS.product("mst"), START, (), KEUZES).papieren == BEIDE


@pytest.mark.parametrize("product", CATALOGUS.producten.values(), ids=lambda product: product.code)
def test_each_product_says_its_law_and_its_papers(product):
    """Which law, and which papers at the start, at the end and where it is extended; and after an onderzoek."""
    assert product.regime.bron.plek and product.papieren_start.bron.plek and product.papieren_einde.bron.plek
    assert (product.papieren_verlenging is not None) is product.rto_nodig.waarde
    assert (product.papieren_vervolg is not None) is (product.soort is Soort.BEHANDELING)
