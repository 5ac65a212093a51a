"""The rule book: each source has its place in it, and whoever looks for a rule finds it."""

import re
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from rondetafel.regels.akkoord import REGELS
from rondetafel.regels.catalogus import all_versies, catalogue_on
from rondetafel.regels.herbeoordeling import codes_by_function
from rondetafel.regels.oordeel import Bron
from rondetafel.regels.product import Product
from rondetafel.regels.regelboek import Stap, all_bronnen, all_regels, anchor_of
from rondetafel.regels.uitspraken import all_uitspraken
from rondetafel.web.regelboek import boek as inhoud
from rondetafel.web.regelboek.adressen import address_of
from rondetafel.web.regelboek.getallen import NAMEN, length_of, value_of
from rondetafel.web.regelboek.zoeken import Deel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
GROOTST = 200 * 1024


@pytest.fixture
def read(client):
    """Opens the book with a query, once each."""
    gelezen = {}

    def open_page(query=""):
        if query not in gelezen:
            answer = client.get(f"{reverse('regels:boek')}?{query}")
            assert answer.status_code == 200
            gelezen[query] = answer.content.decode()
        return gelezen[query]

    return open_page


def all_queries():
    delen = [f"deel={deel}" for deel in Deel if deel is not Deel.ALLES]
    producten = [f"product={code}" for code in inhoud.all_producten()]
    return ["", *delen, *producten, *(f"stap={stap}" for stap in Stap)]


def test_no_two_sources_share_an_anchor():
    bronnen = all_bronnen()

    assert len({anchor_of(bron) for bron in bronnen}) == len(bronnen)


def test_anchor_reads_like_its_source():
    bron = Bron(document="jeugdwet", plek="artikel 7.3.5", regel="Vanaf 16 jaar beslist één jongere zélf")

    assert anchor_of(bron) == "jeugdwet-artikel-7-3-5-vanaf-16-jaar-beslist-een-jongere-zelf"


def test_each_source_stands_where_its_link_leads(read):
    missing = []
    for bron in all_bronnen():
        adres = urlsplit(address_of(bron))
        if f'id="{adres.fragment}"' not in read(adres.query):
            missing.append(str(bron))

    assert missing == []


def test_each_source_stands_once_on_the_page_that_holds_all(read):
    ids = re.findall(r' id="([^"]+)"', read("deel=alles"))

    assert {anchor_of(bron) for bron in all_bronnen()} <= set(ids)
    assert len(ids) == len(set(ids))


def test_source_of_long_ago_leads_to_its_document_or_the_book(read):
    vroeger = Bron(document="jeugdwet", plek="artikel 0", regel="Wat er ooit stond")
    weg = Bron(document="bestaat-niet", plek="artikel 0", regel="Wat er ooit stond")

    assert 'id="document-jeugdwet"' in read("deel=bronnen")
    assert address_of(vroeger) == f"{reverse('regels:boek')}?deel=bronnen#document-jeugdwet"
    assert address_of(weg) == reverse("regels:boek")


@pytest.mark.parametrize("query", all_queries())
def test_part_of_the_book_is_small_enough(query, read):
    assert len(read(query).encode()) < GROOTST


def test_every_rule_stands_under_its_step(read):
    for regel in all_regels():
        html = read(f"stap={regel.stap}")
        assert f'id="regel-{regel.code}"' in html, regel.code


def test_every_number_of_a_product_has_words():
    told = {"code", "naam", "soort", "kwadrant", "eenheid", "bron", "vorm", "hoofdproduct"}

    assert set(Product.__dataclass_fields__) - told == set(NAMEN)


def test_one_is_one_and_many_are_many():
    catalogus = catalogue_on(date(2026, 1, 1))

    assert value_of(catalogus.product("logeren"), "maximum_per_week") == "1 etmaal per week"
    assert value_of(catalogus.product("begeleiding-groep"), "onderwijs_per_week") == "7 dagdelen per week"
    assert [
        length_of(catalogus.norm(code)) for code in ("rto-houden", "kernteam-bespreken", "evaluatie")
    ] == [
        "uiterlijk op de laatste dag van het akkoord",
        "1 week",
        "3 maanden",
    ]


def test_product_shows_each_of_its_numbers_with_its_source(read):
    html = read("product=behandeling-groep")

    assert "10 maanden" in html
    assert "Hoogstens tien maanden" in html
    assert "De bronnen zijn het niet eens" in html


@pytest.mark.parametrize(
    "query", ["zoek=tien+maanden", "zoek=TIEN+maanden", "zoek=begeleiding&product=logeren"]
)
def test_search_is_kept_in_the_form(query, read):
    assert f'value="{query.split("=")[1].split("&")[0].replace("+", " ")}"' in read(query)


def test_search_finds_by_every_word(read):
    assert 'id="product-behandeling-groep"' in read("zoek=tien+maanden")
    assert "Niets gevonden" in read("zoek=tien+olifanten")


def test_wrong_day_is_told_and_kept(read):
    html = read("datum=31-02-2026&zoek=rto")

    assert 'value="31-02-2026"' in html
    assert "veld__fout" in html


def test_a_day_shows_what_held_then(read):
    eerste = min(versie.geldig_vanaf for versie in all_versies())

    assert f"datum={eerste.isoformat()}" in read()
    vroeger = read("datum=2021-01-01&deel=termijnen")
    assert "Getallen uit het portfolio: sinds 17 april 2023, ouder is er niet." in vroeger
    assert "Termijnen van JENS: sinds 1 januari 2020." in vroeger
    assert "ouder is er niet" not in read("deel=termijnen&datum=2026-11-23")


@pytest.mark.parametrize(
    ("query", "links"),
    [
        ("product=logeren", ["regel-akkoord-logeren", "regel-verlenging-op-tijd"]),
        ("product=begeleiding-individueel-maatwerk", ["regel-maatwerk-rto-bij-start", "regel-akkoord-grond"]),
        ("stap=akkoord", ["tegenspraak-F1", "tegenspraak-F2", "tegenspraak-F3"]),
        ("stap=triage", ["tegenspraak-F29"]),
        ("stap=aanmelden", ["tegenspraak-F39"]),
        ("deel=tegenspraken", ["regel-akkoord-maximum", "regel-triage-klasse-voorstel"]),
    ],
)
def test_page_leads_to_what_touches_it(query, links, read):
    for link in links:
        assert f'#{link}"' in read(query), link


def test_every_rule_that_is_put_with_a_product_is_there():
    genoemd = {code for codes in inhoud.BIJ_VELD.values() for code in codes}

    assert genoemd | {*inhoud.ALTIJD} <= {regel.code for regel in all_regels()}


def test_visitor_asks_no_more_of_the_database_than_any_page_does(client, django_assert_num_queries):
    with CaptureQueriesContext(connection) as any_page:
        client.get(reverse("web:privacy"))
    with django_assert_num_queries(len(any_page)):
        client.get(f"{reverse('regels:boek')}?deel=alles")


def test_documents_list_their_statements_with_the_rule_or_the_reason(read):
    html = read("deel=bronnen")

    for een in all_uitspraken():
        assert f'id="uitspraak-{een.nummer}"' in html
    assert "#regel-wie-blijft" in html
    assert "Woont nergens: " in html


def test_statement_is_found_by_its_words(read):
    assert "dyscalculie" in read("zoek=huiswerkhulp")


@pytest.mark.parametrize(
    ("query", "code", "sinds"),
    [
        pytest.param("stap=akkoord", "akkoord-maximum", "Geldt sinds 17 april 2023.", id="getal"),
        pytest.param("stap=aanmelden", "acuut-24-uur", "Geldt sinds 1 januari 2020.", id="norm"),
        pytest.param("stap=evalueren", "score-op-tijd", "Geldt sinds 22 november 2026.", id="eigen-keuze"),
        pytest.param("stap=plan", "plan-na-afzien", "Geldt sinds 1 januari 2015.", id="wet"),
    ],
)
def test_each_rule_says_since_when(query, code, sinds, read):
    artikel = read(query).partition(f'id="regel-{code}"')[2].partition("</article>")[0]

    assert sinds in artikel


def test_a_rule_about_a_number_shows_where_each_number_stands(read):
    artikel = read("stap=akkoord").partition('id="regel-akkoord-maximum"')[2].partition("</article>")[0]
    product = catalogue_on(date(2026, 1, 1)).product("behandeling-groep")

    assert escape(product.maximum_maanden.bron.regel) in artikel
    assert "Productportfolio JENS, Behandeling groep, kolom JENS-HBC (17 april 2023)" in artikel


def test_rules_of_a_step_stand_in_the_order_of_a_refusal(read):
    page = read("stap=akkoord")
    codes = [regel.code for regel in all_regels() if regel.stap is Stap.AKKOORD]
    by_function = codes_by_function()

    assert codes[: len(REGELS)] == [by_function[regel] for regel in REGELS]
    assert sorted(codes, key=lambda code: page.index(f'id="regel-{code}"')) == codes


def test_a_day_that_is_none_is_told_and_the_rest_still_holds(read):
    page = read("datum=gisteren&stap=akkoord")

    assert "Dit is geen datum. Schrijf dag, maand en jaar, zoals 14-10-2026." in page
    assert 'id="regel-akkoord-maximum"' in page
