"""Components: what a reader sees and hears of each of them."""

from datetime import UTC, date, datetime

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from rondetafel.regels.oordeel import Bron, Reden, combine
from rondetafel.web.tafel import Stoel

PEILDATUM = date(2026, 11, 22)
BRON = Bron(document="productportfolio", plek="Begeleiding groep", regel="Zonder RTO geen verlenging")
BLOKKADE = Reden(tekst="Er is nog geen RTO geweest.", bron=BRON, uitweg="Plan een RTO.")
SIGNAAL = Reden(tekst="De vraag komt laat.", bron=BRON, blokkeert=False)


def draw(source, **context):
    return " ".join(Template("{% load componenten %}" + source).render(Context(context)).split())


def test_kaart_has_a_heading_and_a_link_only_when_given():
    assert "<h3>Doelen</h3>" in draw('{% kaart "Doelen" niveau=3 %}inhoud{% endkaart %}')
    assert "<h" not in draw("{% kaart %}inhoud{% endkaart %}")
    assert 'href="/nieuw/"' in draw('{% kaart "D" actie="Nieuw" actie_url="/nieuw/" %}{% endkaart %}')


@pytest.mark.parametrize(
    ("soort", "woord"),
    [
        ("fout", "Fout:"),
        ("let-op", "Let op:"),
        ("gelukt", "Gelukt:"),
        ("uitleg", "Uitleg:"),
        ("info", "Uitleg:"),
    ],
)
def test_melding_says_in_a_word_what_it_is(soort, woord):
    assert woord in draw("{% melding soort %}tekst{% endmelding %}", soort=soort)


def test_melding_tells_where_the_rule_is_written():
    html = draw('{% melding "fout" bron=bron %}tekst{% endmelding %}', bron=BRON)

    assert "<details" in html
    assert all(deel in html for deel in (BRON.document, BRON.plek, BRON.regel))


def test_oordeel_shows_every_reason_with_its_source_and_way_on():
    html = draw("{% oordeel oordeel %}", oordeel=combine(SIGNAAL, BLOKKADE))

    assert html.index(BLOKKADE.tekst) < html.index(SIGNAAL.tekst)
    assert html.count("Waar staat dat?") == 2
    assert BLOKKADE.uitweg in html
    rood, amber = html.split("melding--let-op")
    assert 'role="alert"' in rood and BLOKKADE.tekst in rood and SIGNAAL.tekst not in rood
    assert 'role="status"' in amber and SIGNAAL.tekst in amber


def test_oordeel_that_only_signals_does_not_alarm():
    assert 'role="alert"' not in draw("{% oordeel oordeel %}", oordeel=combine(SIGNAAL))


@pytest.mark.parametrize(("methode", "aantal"), [("get", 0), ("post", 1)])
def test_oordeel_takes_the_focus_only_as_an_answer(methode, aantal):
    request = getattr(RequestFactory(), methode)("/")
    html = draw("{% oordeel oordeel %}", oordeel=combine(BLOKKADE), request=request)

    assert html.count("data-focus") == aantal


def test_oordeel_without_reasons_says_nothing():
    assert draw("{% oordeel oordeel %}", oordeel=combine()) == ""


def test_text_of_people_is_escaped_in_components():
    eng = "<script>"

    assert eng not in draw("{% kaart titel %}{{ titel }}{% endkaart %}", titel=eng)
    assert eng not in draw('{% melding "fout" titel=titel %}{{ titel }}{% endmelding %}', titel=eng)
    assert eng not in draw("{% tabel titel %}{% endtabel %}", titel=eng)
    assert eng not in draw("{% kruimelpad titel titel titel %}", titel=eng)


def test_voortgang_of_nothing_is_not_zero():
    assert "0%" not in draw('{% voortgang 0 0 "RTO" %}')
    assert "<strong>91%</strong> · 21 van 23" in draw('{% voortgang 21 23 "RTO" norm=90 %}')


@pytest.mark.parametrize(
    ("score", "woorden"),
    [(1, "+1: <strong>meer dan"), (-3, "-3: <strong>achteruit"), (None, "Nog geen score")],
)
def test_gas_says_the_score_in_words(score, woorden):
    assert woorden in draw("{% gas score %}", score=score)


def test_stappen_mark_the_current_step():
    html = draw('{% stappen 2 "Vraag" "Antwoord" "Klaar" %}')

    assert html.count('aria-current="step"') == 1
    assert "(klaar)" in html


@pytest.mark.parametrize(
    ("dag", "woord"),
    [
        (date(2026, 11, 21), "gisteren"),
        (date(2026, 11, 22), "vandaag"),
        (date(2026, 11, 23), "morgen"),
        (date(2026, 11, 25), "wo 25 nov"),
        (date(2027, 1, 25), "25 jan 2027"),
        (None, ""),
    ],
)
def test_a_day_in_the_words_people_use(dag, woord):
    assert draw("{{ dag|dag:peildatum }}", dag=dag, peildatum=PEILDATUM) == woord


def test_a_moment_is_the_day_it_fell_on_here():
    laat = datetime(2026, 10, 13, 22, 30, tzinfo=UTC)

    assert (
        draw("{{ laat|datum }}|{{ laat|dagdatum }}", laat=laat) == "14 oktober 2026|woensdag 14 oktober 2026"
    )


def test_bsn_shows_three_digits():
    assert draw('{{ "999990019"|bsn }}') == "••••••019"


def test_bladeren_keeps_the_filters():
    request = RequestFactory().get("/", {"gemeente": "Heerlen", "pagina": "2"})
    html = draw("{% bladeren pagina %}", request=request, pagina=Paginator(range(100), 10).page(2))

    assert 'href="?gemeente=Heerlen&amp;pagina=3"' in html
    assert html.count('aria-current="page"') == 1


def test_bladeren_of_one_page_shows_nothing():
    request = RequestFactory().get("/")

    assert draw("{% bladeren pagina %}", request=request, pagina=Paginator([1], 10).page(1)) == ""


def test_tafel_names_everybody_in_a_table_beside_it():
    stoel = Stoel(naam="Noor van den Berg", kort="Noor", rolwoord="ik", groep="gezin", is_kind=True)
    leeg = Stoel(naam="", kort="huisarts", rolwoord="huisarts", groep="beroep", is_open=True)
    html = draw('{% tafel stoelen naam="t" %}', stoelen=[stoel, leeg])

    assert html.count('role="img"') == 2
    assert 'aria-labelledby="t-smal-titel t-smal-uitleg"' in html
    assert "Noor van den Berg" in html
    assert "open stoel" in html


@pytest.mark.parametrize(
    ("met", "verwacht"),
    [
        ('tekst="Plan" url="/plan/"', '<a class="nl-button nl-button--primary" href="/plan/">'),
        ('tekst="Weg" gevaar=True', "nl-button--negative"),
        ('tekst="Ja" naam="stap" waarde="ja"', 'name="stap" value="ja"'),
    ],
)
def test_knop_is_a_link_or_sends_the_form(met, verwacht):
    html = draw('{% include "web/componenten/knop.html" with ' + met + " only %}")

    assert verwacht in html


def test_versieconflict_shows_both_texts():
    html = draw(
        '{% include "web/componenten/versieconflict.html" with '
        'veld="Hulpvraag" mijn="de mijne" hun="de hunne" door="Els" op="vandaag" only %}'
    )

    assert "de mijne" in html and "de hunne" in html
    assert 'value="mijn"' in html and 'value="hun"' in html
