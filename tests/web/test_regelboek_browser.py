"""The rule book in a real browser: no barrier, nothing sideways, whole on paper and without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GEVAL = (
    "wat=akkoord&toon=ja&product=begeleiding-groep&startdatum=05-01-2026&einddatum=31-07-2026&has_contract=on"
)
PAGINAS = [
    "/regels/",
    "/regels/?stap=veiligheid",
    "/regels/?product=behandeling-groep",
    "/regels/?deel=tegenspraken",
    "/regels/?deel=termijnen",
    "/regels/?deel=bronnen",
    "/regels/?zoek=olifant",
    "/regels/?datum=geen-dag",
    "/regels/probeer/",
    f"/regels/probeer/?{GEVAL}",
    "/regels/probeer/?wat=verlenging&toon=ja",
]


@pytest.mark.parametrize(
    ("pagina", "licht"), [*((een, "light") for een in PAGINAS), (PAGINAS[1], "dark"), (PAGINAS[-2], "dark")]
)
def test_page_has_no_barrier(page, check_axe, pagina, licht):
    page.emulate_media(color_scheme=licht)
    page.goto(pagina)

    check_axe(page)


@pytest.mark.parametrize("breedte", [320, 1280])
@pytest.mark.parametrize("pagina", PAGINAS)
def test_page_fits_without_scrolling_sideways(page, pagina, breedte):
    page.set_viewport_size({"width": breedte, "height": 800})
    page.goto(pagina)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_refusal_leads_to_its_rule(page):
    page.goto(f"/regels/probeer/?{GEVAL}")
    page.get_by_text("Waar staat dat?").first.click()
    page.get_by_role("link", name="Per akkoord hoogstens zes maanden").click()

    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator(":is(.regelblad, .productblad__rij):has(:target)")).to_contain_text("zes maanden")


def test_search_goes_by_keyboard_alone(page):
    page.goto("/regels/")
    page.get_by_label("Zoek op woorden").focus()
    page.keyboard.type("verwijsindex")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("keer gevonden")
    expect(page.get_by_label("Zoek op woorden")).to_have_value("verwijsindex")


def test_paper_has_every_rule_and_no_way_around(page):
    page.goto("/regels/?stap=veiligheid")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_label("Zoek op woorden")).to_be_hidden()
    assert page.locator(".regelblad").count() == page.locator(".regelblad:visible").count() > 20


def test_case_is_tried_without_script(browser, app_url):
    context = browser.new_context(base_url=app_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/regels/probeer/?wat=akkoord")
    page.get_by_role("link", name="Vul een voorbeeld in").click()

    expect(page.get_by_text("tot 6 maanden")).to_be_visible()
    context.close()
